"""The papers of waivers, looked up and ready to be drawn."""

from typing import Any

from app.desk import Desk
from app.waiver_list import load_waiver_paper, load_waiver_work
from ui.finance.payment_paper import Write


def waiver_form(session: Any, desk: Desk, waiver_id: int) -> Write:
    """《签免审批单》 of a request."""
    from reports.waiver_form import write_pdf

    paper = load_waiver_paper(session, desk, waiver_id)
    return lambda out, translate: write_pdf(paper, desk, out, translate)


def waiver_sheet(session: Any, desk: Desk, period: str) -> Write:
    """减免明细 of a period."""
    from reports.waiver_list import WaiverSheet, write_pdf

    work = load_waiver_work(session, desk, period)
    sheet = WaiverSheet(period, work.pending, work.decided, desk.now())
    return lambda out, translate: write_pdf(sheet, desk, out, translate)
