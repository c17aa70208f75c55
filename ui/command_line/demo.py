"""``silian demo``: a building to try everything on, in the window or as files."""

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path

from app.database import Database
from app.demo_year import build_demo
from app.desk import Desk, open_desk, system_clock
from app.period_list import PeriodRow, load_periods
from app.schema import create_or_upgrade
from app.slip_list import SlipFilter, first_slip_rows
from app.year_end import load_year_end
from models.slip import SlipState
from models.text import QT_TRANSLATE_NOOP
from models.unit import AreaKind
from ui.command_line.place import data_folder
from ui.command_line.progress_line import progress_line
from ui.command_line.session import CommandSession
from ui.paper_draw import slip_pdf
from ui.year_end_paper import year_end_pdf, year_end_xlsx

MONTHS = 12
PER_MONTH = 500
SEED = 2026


def demo(session: CommandSession) -> int:
    """Build the demonstration (once), then show it or write what it holds."""
    typed = session.arguments
    folder = Path(typed.out) if typed.out else data_folder() / "demo"
    folder.mkdir(parents=True, exist_ok=True)
    path = (folder / "demo.db").resolve()
    url = f"sqlite:///{path}"
    is_asked = any((typed.months, typed.slips, typed.seed is not None))
    if is_asked or not path.exists():
        _build(session, path, typed.months or MONTHS, typed.slips, typed.seed)
    create_or_upgrade(url)
    if _is_seen():
        from ui.shell.window import open_window

        return open_window(url, centre=None, actor=None)
    return _write_out(session, url, folder)


def _is_seen() -> bool:
    """Whether a person could see a window: an offscreen one shows nobody anything."""
    if os.environ.get("QT_QPA_PLATFORM", "") in ("offscreen", "minimal"):
        return False
    if not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _build(
    session: CommandSession,
    path: Path,
    months: int,
    slips: int | None,
    seed: int | None,
) -> None:
    """Make the database beside its place and put it there whole."""
    partial = path.with_name("demo.db.part")
    _remove(partial)
    url = f"sqlite:///{partial}"
    create_or_upgrade(url)
    text = QT_TRANSLATE_NOOP(
        "Command", "Building the demonstration: {months} months, {slips} slips."
    )
    count = PER_MONTH * months if slips is None else slips
    session.warn(session.text(text, months=months, slips=count))
    database = Database(url)
    try:
        build_demo(
            database,
            until=system_clock(),
            months=months,
            slips=count,
            seed=SEED if seed is None else seed,
            progress=progress_line(),
        )
    finally:
        database.close()
    _remove(path)
    partial.replace(path)


def _remove(path: Path) -> None:
    for side in ("", "-wal", "-shm"):
        Path(f"{path}{side}").unlink(missing_ok=True)


def _write_out(session: CommandSession, url: str, folder: Path) -> int:
    """Write what a user would see and hold; says where."""
    from ui.main import main

    database = Database(url)
    try:
        desk = database.read(open_desk)
        made = _draw_slip(database, desk, folder)
        first, last = _last_month(desk)
        day = (desk.today() - timedelta(days=1)).isoformat()
        codes = _statements(database.read(load_periods, desk))
        made += _draw_year_end(database, desk, folder)
    finally:
        database.close()

    def run(name: str, *words: str) -> None:
        target = folder / name
        with suppress(FileNotFoundError):
            target.unlink()
        if main([*words, str(target), "--db", url]) == 0:
            made.append(name)

    period = ["--from", first, "--to", last]
    for which in ("public", "unit"):
        for kind in ("xlsx", "pdf"):
            run(f"register-{which}.{kind}", "register", which, *period, "-o")
    run("return-check.pdf", "return-check", day, "-o")
    for code in codes:
        for kind in ("xlsx", "pdf"):
            run(f"statement-{code}.{kind}", "statement", code, "-o")
    month = ["--from", *_calendar_month(day)]
    for kind in ("xlsx", "pdf"):
        run(f"statistics.{kind}", "stats", *month, "-o")
    run("databook.xlsx", "export", *period)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    # The offscreen platform says of every window what it can not do for it.
    os.environ.setdefault("QT_LOGGING_RULES", "default.warning=false")
    from ui.pictures import take

    made.extend(f"screens/{path.name}" for path in take(url, folder / "screens"))
    for name in made:
        session.say(str(folder / name))
    return 0


def _draw_slip(database: Database, desk: Desk, folder: Path) -> list[str]:
    """One slip on every paper, as it was printed when it was dispatched."""
    from reports.slip_form_load import load

    number = _slip_to_show(database, desk)
    if not number:
        return []
    forms = database.read(load, desk, (number,))
    made = []
    for paper in ("a4", "a4-2up", "half", "third"):
        name = f"slip-{paper}.pdf"
        (folder / name).write_bytes(slip_pdf(forms, paper))
        made.append(name)
    return made


def _statements(periods: Sequence[PeriodRow]) -> list[str]:
    """The period that was closed last, and the one that is running."""
    closed = [period.code for period in periods if period.is_closed]
    return [*closed[-1:], periods[-1].code]


def _draw_year_end(database: Database, desk: Desk, folder: Path) -> list[str]:
    """《年末截止清单》 of the last year, where the demonstration goes back so far."""
    code = f"{desk.today().year}-01"
    if code not in [each.code for each in database.read(load_periods, desk)]:
        return []
    found = database.read(load_year_end, desk, desk.today().year - 1)
    made = []
    for kind, draw in (("pdf", year_end_pdf), ("xlsx", year_end_xlsx)):
        name = f"year-end-{found.year}.{kind}"
        (folder / name).write_bytes(draw(desk, found))
        made.append(name)
    return made


def _slip_to_show(database: Database, desk: Desk) -> str:
    """The number of an urgent unit slip that is under way, else of any slip."""
    states = frozenset({SlipState.DISPATCHED, SlipState.ON_SITE, SlipState.WORKING})
    for wanted in (SlipFilter(states=states), SlipFilter()):
        rows = database.read(first_slip_rows, desk, wanted, 200)
        rows.sort(key=lambda row: (row.area_kind is AreaKind.UNIT, row.is_urgent))
        if rows:
            return rows[-1].number
    return ""


def _calendar_month(day: str) -> tuple[str, str, str]:
    """The bounds of the calendar month of a day, with ``--to`` between them."""
    first = date.fromisoformat(day).replace(day=1)
    following = (first + timedelta(days=31)).replace(day=1)
    return first.isoformat(), "--to", following.isoformat()


def _last_month(desk: Desk) -> tuple[str, str]:
    """The finance period that is running: from the 21st until tomorrow."""
    today = desk.today()
    first = today.replace(day=21)
    if today.day < 21:
        before = today.replace(day=1) - timedelta(days=1)
        first = before.replace(day=21)
    if today - first < timedelta(days=7):
        first -= timedelta(days=30)
    return first.isoformat(), (today + timedelta(days=1)).isoformat()
