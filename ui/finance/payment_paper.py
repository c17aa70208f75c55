"""The papers of payments, looked up and ready to be drawn."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any, BinaryIO

from app.arrears import load_arrears
from app.desk import Desk
from app.takings import load_takings
from models.text import Translate

Write = Callable[[BinaryIO, Translate], None]


def receipt_slip(session: Any, desk: Desk, payment_id: int) -> Write:
    """收款单 of a payment."""
    from reports.payment_slip import write_pdf
    from reports.payment_slip_load import load

    slip = load(session, desk, payment_id)
    assert slip is not None
    return partial(write_pdf, slip)


def takings_sheet(session: Any, desk: Desk, day: date) -> Write:
    """日收款明细 of a day."""
    from reports.takings_sheet import write_pdf

    takings = load_takings(session, desk, day)
    return lambda out, translate: write_pdf(takings, desk, out, translate)


def arrears_sheet(session: Any, desk: Desk, text: str) -> Write:
    """欠费清单, of those meant by ``text`` where something is typed."""
    from reports.arrears_sheet import write_pdf

    arrears = load_arrears(session, desk, text)
    return lambda out, translate: write_pdf(arrears, desk, out, translate)
