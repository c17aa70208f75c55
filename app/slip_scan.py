"""Finds the slip of a scanned paper, by its number or by the form's own (预印号)."""

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from app.desk import Desk
from app.slip_refusals import SlipUnknown
from app.slip_view import SlipView, load_slip_view
from models.slip import Slip


def load_scanned_slip(
    session: Session, desk: Desk, numbers: tuple[str, ...]
) -> SlipView:
    """As ``find_scanned``, with all that is known of the slip."""
    return load_slip_view(session, desk, find_scanned(session, desk, numbers))


def find_scanned(session: Session, desk: Desk, numbers: tuple[str, ...]) -> int:
    """The slip that the first of ``numbers`` belongs to which belongs to any.

    A slip's number goes before the number a form was printed with. Raises
    ``SlipUnknown`` naming the first.
    """
    found = session.execute(
        select(Slip.id, Slip.number, Slip.stock_no).where(
            Slip.centre_id == desk.centre_id,
            or_(Slip.number.in_(numbers), Slip.stock_no.in_(numbers)),
        )
    ).all()
    for number in numbers:
        for is_wanted in (
            lambda slip, number=number: slip.number == number,
            lambda slip, number=number: slip.stock_no == number,
        ):
            slip = next(filter(is_wanted, found), None)
            if slip is not None:
                return int(slip.id)
    raise SlipUnknown(number=numbers[0] if numbers else "")
