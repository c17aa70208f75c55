"""The papers of money that ``silian demo --out`` writes next to the rest."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

from app.database import Database
from app.desk import Desk
from app.period_list import PeriodRow
from app.takings import load_takings
from app.waiver_list import load_waiver_work
from models.takings import DayTakings
from models.text import translator
from ui.finance.payment_paper import Write, arrears_sheet, receipt_slip, takings_sheet
from ui.paper_draw import PAPER_LANGUAGE, fonts_at_hand

_DAYS_BACK = 31  # a demonstration takes money on every working day


def draw_money_papers(
    database: Database, desk: Desk, periods: Sequence[PeriodRow], folder: Path
) -> list[str]:
    """Write 收款单, 日收款明细, 欠费清单 and 《签免审批单》; their names."""
    made = []
    for name, write in database.read(_papers, desk, periods):
        out = BytesIO()
        with fonts_at_hand():
            write(out, translator(PAPER_LANGUAGE))
        (folder / name).write_bytes(out.getvalue())
        made.append(name)
    return made


def _papers(
    session: Any, desk: Desk, periods: Sequence[PeriodRow]
) -> list[tuple[str, Write]]:
    """The newest of each kind, looked up and ready to be drawn."""
    from ui.finance.waiver_paper import waiver_form

    papers = [("arrears.pdf", arrears_sheet(session, desk, ""))]
    takings = next((one for one in _days(session, desk) if one.payments), None)
    if takings is not None:
        sheet = takings_sheet(session, desk, takings.day)
        papers.append((f"takings-{takings.day}.pdf", sheet))
        payment_id = takings.payments[-1].payment_id
        papers.append(("receipt.pdf", receipt_slip(session, desk, payment_id)))
    for period in reversed(periods):
        work = load_waiver_work(session, desk, period.code)
        if waivers := (*work.decided, *work.pending):
            form = waiver_form(session, desk, waivers[0].id)
            papers.append(("waiver.pdf", form))
            break
    return papers


def _days(session: Any, desk: Desk) -> Iterator[DayTakings]:
    for back in range(_DAYS_BACK):
        yield load_takings(session, desk, desk.today() - timedelta(days=back))
