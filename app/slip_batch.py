"""Several slips at once: the copies of many printed together, all or none."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.desk import Desk
from app.slip_copy_move import PrintSlip, check_print, print_slip
from app.slip_filter import SlipFilter, in_order
from app.slip_list import asked_slips
from models.slip import Slip
from models.slip_copy import SlipCopy


@dataclass(frozen=True, slots=True)
class PrintBatch:
    """Slips in the order they are printed in; ``printed`` have copies out already."""

    slips: tuple[tuple[int, str], ...]
    printed: frozenset[int]


def find_batch(session: Session, desk: Desk, wanted: SlipFilter) -> PrintBatch:
    """The slips that ``wanted`` holds, and which of them were printed before."""
    statement = asked_slips(session, select(Slip.id, Slip.number), desk, wanted)
    slips = [
        (slip_id, number)
        for slip_id, number in session.execute(in_order(statement, desk, wanted))
    ]
    printed = session.scalars(
        select(SlipCopy.slip_id)
        .where(SlipCopy.slip_id.in_([slip_id for slip_id, _ in slips]))
        .distinct()
    )
    return PrintBatch(tuple(slips), frozenset(printed))


def check_batch(session: Session, desk: Desk, batch: PrintBatch) -> tuple[str, ...]:
    """The numbers, in order, where every copy of each slip may be printed now.

    Raises what ``print_slip`` does and counts nothing.
    """
    return tuple(
        check_print(session, desk, PrintSlip(slip_id)) for slip_id, _ in batch.slips
    )


def print_batch(
    session: Session, desk: Desk, batch: PrintBatch, are_collected: bool
) -> tuple[str, ...]:
    """Count a print of every copy of each slip; the numbers, in order.

    ``are_collected``: the prints replaced are in hand and destroyed. Raises what
    ``print_slip`` does, and then none is printed.
    """
    for slip_id, _ in batch.slips:
        print_slip(
            session,
            desk,
            PrintSlip(
                slip_id,
                old_prints_collected=are_collected and slip_id in batch.printed,
            ),
        )
    return tuple(number for _, number in batch.slips)
