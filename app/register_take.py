"""Takes the accepted cells of an edited register: each slip by its own steps, all in
one transaction or none.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from app.desk import Desk
from app.errors import Refusal
from app.progress import SILENT, Progress
from app.register_compare import CellChange
from app.slip_amend import AmendSlip, CorrectSlip, amend_slip, correct_slip
from app.slip_dispatch import ReassignSlip, reassign_slip
from app.slip_fields import clean_optional
from app.slip_refusals import FieldMissing
from models.slip import SlipEvent

_STEPS: dict[SlipEvent, tuple[Any, Any]] = {
    SlipEvent.AMEND: (AmendSlip, amend_slip),
    SlipEvent.REASSIGN: (ReassignSlip, reassign_slip),
    SlipEvent.CORRECT: (CorrectSlip, correct_slip),
}


@dataclass(frozen=True, slots=True)
class TakeRegister:
    """The cells a person accepted, and the reason that stands in every slip's log."""

    changes: tuple[CellChange, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class TakenRegister:
    """How much was taken."""

    cells: int
    slips: int


class RegisterRowRefused(Refusal):
    """Nothing was taken: ``refusal`` kept the cells ``headings`` of ``number`` out."""


def take_register(
    session: Session, desk: Desk, order: TakeRegister, progress: Progress = SILENT
) -> TakenRegister:
    """Write the accepted cells as amendments, corrections and reassignments.

    Raises ``FieldMissing`` without a reason, and ``RegisterRowRefused`` when a slip
    changed since it was compared or its step is refused; nothing is written then.
    """
    reason = clean_optional(order.reason, "reason", 200)
    if reason is None:
        raise FieldMissing(field="reason")
    slips: dict[int, list[CellChange]] = {}
    for change in order.changes:
        slips.setdefault(change.slip_id, []).append(change)
    for done, changes in enumerate(slips.values()):
        progress.step(done, len(slips))
        try:
            _take_slip(session, desk, changes, reason)
        except Refusal as refusal:
            raise RegisterRowRefused(
                number=changes[0].number,
                headings="、".join(change.heading for change in changes),
                refusal=refusal,
            ) from refusal
    return TakenRegister(len(order.changes), len(slips))


def _take_slip(
    session: Session, desk: Desk, changes: Sequence[CellChange], reason: str
) -> None:
    version: int | None = changes[0].version
    for event, (order, step) in _STEPS.items():
        facts = {each.name: each.fact for each in changes if each.event is event}
        if facts:
            slip_id = changes[0].slip_id
            step(session, desk, order(slip_id, reason=reason, version=version, **facts))
            session.flush()
            version = None
