"""Checks the paper and the money of slips: copies where they must be, sums right."""

from collections.abc import Iterator
from decimal import Decimal

from sqlalchemy import ColumnElement, and_, exists, func, or_, select
from sqlalchemy.orm import Session, aliased

from app.check_problem import Fault, Problem, ProblemKind
from app.desk import Desk
from app.slip_copy_move import BACK, NEEDED_BACK
from models.copy_scheme import CopyScheme, CopySchemeRow
from models.money import multiply
from models.slip import ChargeClass, Slip, SlipState
from models.slip_copy import CopyMove, SlipCopy
from models.slip_line import SlipLine

PRINTED = {
    SlipState.DISPATCHED,
    SlipState.ON_SITE,
    SlipState.QUOTED,
    SlipState.DISPUTED,
    SlipState.WORKING,
    SlipState.SUSPENDED,
    SlipState.DONE,
    SlipState.RETURNED,
    SlipState.CLOSED,
}
"""The states in which a slip has its copies."""


def misplaced_copies(session: Session, desk: Desk) -> Iterator[Problem]:
    """Copies that break the invariants of domain-model 4.4."""
    here = Slip.centre_id == desk.centre_id
    yield from _each(
        session,
        Fault.COPIES_INCOMPLETE,
        here,
        Slip.state.in_(PRINTED),
        ~exists().where(SlipCopy.slip_id == Slip.id, SlipCopy.is_live),
    )
    not_back = session.scalars(
        select(Slip.number)
        .join(SlipCopy, SlipCopy.slip_id == Slip.id)
        .join(
            CopyScheme,
            and_(
                CopyScheme.centre_id == Slip.centre_id,
                CopyScheme.code == Slip.copy_scheme,
            ),
        )
        .join(
            CopySchemeRow,
            and_(
                CopySchemeRow.scheme_id == CopyScheme.id,
                CopySchemeRow.copy_no == SlipCopy.copy_no,
            ),
        )
        .where(
            here,
            Slip.state.in_((SlipState.RETURNED, SlipState.CLOSED)),
            SlipCopy.is_live,
            SlipCopy.place.not_in(BACK),
            CopySchemeRow.role.in_(NEEDED_BACK),
        )
        .distinct()
        .order_by(Slip.number)
    )
    for number in not_back:
        facts = {"number": number}
        yield Problem(ProblemKind.COPY, number, Fault.COPY_NOT_BACK, facts)
    twin = aliased(SlipCopy)
    yield from _each(
        session,
        Fault.COPY_UNEXPECTED,
        here,
        exists()
        .where(
            SlipCopy.slip_id == Slip.id,
            SlipCopy.is_live,
            twin.slip_id == SlipCopy.slip_id,
            twin.copy_no == SlipCopy.copy_no,
            twin.is_live,
            twin.print_seq != SlipCopy.print_seq,
        )
        .correlate(Slip),
    )
    last_move = (
        select(CopyMove.to_place)
        .where(
            CopyMove.slip_id == SlipCopy.slip_id,
            CopyMove.copy_no == SlipCopy.copy_no,
            CopyMove.print_seq == SlipCopy.print_seq,
        )
        .order_by(CopyMove.id.desc())
        .limit(1)
        .scalar_subquery()
    )
    trail = session.execute(
        select(Slip.number, SlipCopy.copy_no)
        .join(SlipCopy, SlipCopy.slip_id == Slip.id)
        .where(here, func.coalesce(last_move, "") != SlipCopy.place)
    )
    for number, copy_no in trail:
        ref = f"{number}/{copy_no}"
        said = {"number": number, "copy": copy_no}
        yield Problem(ProblemKind.COPY, ref, Fault.COPY_TRAIL_BROKEN, said)


def wrong_money(session: Session, desk: Desk) -> Iterator[Problem]:
    """Lines whose amount is not quantity × price, and fees where none may be."""
    lines = session.execute(
        select(Slip.number, SlipLine.quantity, SlipLine.price, SlipLine.amount)
        .join(Slip, Slip.id == SlipLine.slip_id)
        .where(Slip.centre_id == desk.centre_id)
    )
    for number, quantity, price, amount in lines:
        if multiply(quantity, price) != amount:
            facts = {"number": number}
            yield Problem(ProblemKind.MONEY, number, Fault.LINE_AMOUNT, facts)
    free = session.scalars(
        select(Slip.number)
        .join(SlipLine, SlipLine.slip_id == Slip.id)
        .where(
            Slip.centre_id == desk.centre_id,
            or_(
                and_(
                    Slip.charge_class.not_in((ChargeClass.PAID, ChargeClass.CONTRACT)),
                    Slip.is_imported,
                ),
                Slip.state == SlipState.VOID,
            ),
            SlipLine.amount != Decimal("0.00"),
        )
        .distinct()
    )
    for number in free:
        facts = {"number": number}
        yield Problem(ProblemKind.MONEY, number, Fault.FEE_ON_FREE, facts)


def _each(
    session: Session, fault: Fault, *conditions: ColumnElement[bool]
) -> Iterator[Problem]:
    numbers = session.scalars(
        select(Slip.number).where(*conditions).order_by(Slip.issued_at, Slip.id)
    )
    for number in numbers:
        yield Problem(ProblemKind.COPY, number, fault, {"number": number})
