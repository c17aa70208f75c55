"""How a slip ends: inspected, cancelled, void."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from app.database_trouble import ChangedByOthers
from app.desk import Desk
from app.finance_copy import copy_arrives, copy_leaves
from app.ledger import has_money
from app.manager_notice import tell_manager
from app.reason import code_of_reason, known_reason
from app.slip_back import note_inspection, note_out_again
from app.slip_copy_move import (
    declare_lost,
    live_copies,
    move_copies,
    places_when_back,
    roles_of_slip,
)
from app.slip_fields import clean_names, clean_optional
from app.slip_line import put_lines
from app.slip_quote import refuse_quote, run_again
from app.slip_record import change_slip, get_slip, require_move, was_worked_on
from app.slip_refusals import (
    CopiesUnknown,
    FieldMissing,
    InspectedAlready,
    MoneyOnSlip,
    NotPublic,
    OwnWork,
    TimeOrder,
    WorkWasDone,
)
from app.slip_work import send_out_again
from models.reason_code import ReasonKind
from models.slip import InspectStatus, LinkKind, Slip, SlipEvent
from models.slip_copy import CopyPlace
from models.unit import AreaKind

_STAYS_WHERE_IT_IS = {CopyPlace.FINANCE, CopyPlace.LOST}


@dataclass(frozen=True, slots=True)
class InspectSlip:
    """Housekeeping's inspection of public work; a failure needs its reason.

    ``technicians``: who repaired it, where nobody has told so yet.
    """

    slip_id: int
    is_passed: bool
    note: str = ""
    technicians: tuple[str, ...] = ()
    version: int | None = None


@dataclass(frozen=True, slots=True)
class CancelSlip:
    """End a slip that needs no work (销单); 非本处范围 needs a written reason.

    ``duplicate_of``: the slip that stands for this one.
    """

    slip_id: int
    reason: str
    note: str = ""
    duplicate_of: int | None = None
    version: int | None = None


@dataclass(frozen=True, slots=True)
class VoidSlip:
    """End a slip that was a mistake (作废); the number stays.

    Every printed copy is collected or declared lost.
    """

    slip_id: int
    reason: str
    note: str = ""
    copies_lost: frozenset[int] = frozenset()
    version: int | None = None


def inspect_slip(session: Session, desk: Desk, order: InspectSlip) -> None:
    """Pass or fail public work (S4-4.2.3.2-2, -3); a failure sends it back out and is
    told to the manager.

    A wrong inspection is put right by another one: a pass by a failure. Raises
    ``SlipCannotMove``, ``InspectedAlready``, ``ChangedByOthers``, ``OwnWork`` or what
    refuses a field.
    """
    slip = get_slip(session, desk, order.slip_id)
    event = SlipEvent.INSPECT_PASS if order.is_passed else SlipEvent.INSPECT_FAIL
    require_move(desk, slip, event)
    if slip.area_kind is AreaKind.UNIT:
        raise NotPublic(number=slip.number)
    if order.is_passed and slip.inspect_status is InspectStatus.PASSED:
        raise InspectedAlready(
            number=slip.number, by=slip.inspected_by, at=slip.inspected_at
        )
    if order.version is not None and slip.version != order.version:
        raise ChangedByOthers(number=slip.number)
    facts = _inspection_facts(desk, slip, order)
    said: dict[str, object] = {}
    if not order.is_passed:
        facts["rework_no"] = slip.rework_no + 1
        said["copies"] = send_out_again(session, desk, slip)
        said |= copy_leaves(session, desk, slip, desk.now())
        note_out_again(session, slip, desk.now())
    change_slip(session, desk, slip, event, facts, said=said)
    note = slip.inspect_note
    note_inspection(session, slip, is_passed=order.is_passed, note=note, at=desk.now())
    if not order.is_passed:
        assert note is not None, "a failure has its reason"
        tell_manager(session, desk, slip, note)


def _inspection_facts(desk: Desk, slip: Slip, order: InspectSlip) -> dict[str, object]:
    """What an inspection sets; who accepts and who repaired both stand on a slip that
    passes (S4c-3.3), and they are not the same person (K-18).
    """
    now = desk.now()
    for earlier in ("returned_at", "inspected_at"):
        before = getattr(slip, earlier)
        if before is not None and now < before:
            raise TimeOrder(field="now", earlier=earlier)
    technicians = slip.technicians or clean_names(order.technicians)
    if order.is_passed and not technicians:
        raise FieldMissing(field="technicians")
    if desk.actor in technicians:
        raise OwnWork(name=desk.actor, number=slip.number)
    note = clean_optional(order.note, "note", 200)
    if not order.is_passed and note is None:
        raise FieldMissing(field="note")
    accepted_by = slip.accepted_by
    if order.is_passed:
        accepted_by = accepted_by or desk.actor
    return {
        "technicians": technicians,
        "accepted_by": accepted_by,
        "inspected_by": desk.actor,
        "inspected_at": now,
        "inspect_note": note,
        "inspect_status": InspectStatus.PASSED
        if order.is_passed
        else InspectStatus.FAILED,
    }


def cancel_slip(session: Session, desk: Desk, order: CancelSlip) -> None:
    """Cancel an open slip (4.2 rows 10 and 21); its printed copies come back."""
    slip = get_slip(session, desk, order.slip_id, order.version)
    require_no_need(session, desk, slip)
    reason, note = cancel_words(session, desk, order.reason, order.note)
    facts = _ending(desk, reason, note) | run_again(slip, desk.now())
    if order.duplicate_of is not None:
        other = get_slip(session, desk, order.duplicate_of)
        if other is slip:
            raise FieldMissing(field="duplicate_of")
        facts |= {"parent_slip_id": other.id, "link_kind": LinkKind.DUPLICATE}
    copies = live_copies(session, slip.id)
    homes = places_when_back(roles_of_slip(desk, slip), slip.area_kind)
    back = {
        no: CopyPlace.HK_DESK if homes.get(no) is CopyPlace.OWNER else homes[no]
        for no in copies
        if no in homes and copies[no].place not in _STAYS_WHERE_IT_IS
    }
    said: dict[str, object] = {"copies": move_copies(session, desk, slip, back)}
    said |= _keep_paper(session, desk, slip)
    said |= refuse_quote(session, slip)
    said |= put_lines(session, desk, slip, ())
    change_slip(session, desk, slip, SlipEvent.CANCEL, facts, said=said)


def require_no_need(session: Session, desk: Desk, slip: Slip) -> None:
    """Raise what keeps a slip from being cancelled."""
    require_move(desk, slip, SlipEvent.CANCEL)
    _refuse_money(session, slip)


def cancel_words(
    session: Session, desk: Desk, reason: str, note: str
) -> tuple[str, str | None]:
    """Reason and note of a cancellation; what is not ours is told in words (4.2-21)."""
    known = known_reason(session, desk, ReasonKind.CANCEL, reason)
    plain = clean_optional(note, "note", 200)
    code = code_of_reason(session, desk, ReasonKind.CANCEL, known)
    if code == "OUT_OF_SCOPE" and plain is None:
        raise FieldMissing(field="note")
    return known, plain


def void_slip(session: Session, desk: Desk, order: VoidSlip) -> None:
    """Void a slip nobody worked on (4.2 row 20): collect every printed copy."""
    slip = get_slip(session, desk, order.slip_id, order.version)
    require_move(desk, slip, SlipEvent.VOID)
    if was_worked_on(slip):
        raise WorkWasDone(number=slip.number)
    _refuse_money(session, slip)
    reason = known_reason(session, desk, ReasonKind.VOID, order.reason)
    note = clean_optional(order.note, "note", 200)
    copies = live_copies(session, slip.id)
    unknown = order.copies_lost - set(copies)
    if unknown:
        raise CopiesUnknown(
            copies="、".join(map(str, sorted(unknown))),
            known="、".join(map(str, copies)),
        )
    places = {
        no: CopyPlace.LOST if no in order.copies_lost else CopyPlace.VOID_COLLECTED
        for no in copies
        if copies[no].place is not CopyPlace.LOST
    }
    said: dict[str, object] = {"copies": move_copies(session, desk, slip, places)}
    said |= _keep_paper(session, desk, slip)
    if fresh := order.copies_lost & set(places):
        declare_lost(session, desk, slip, fresh)
    change_slip(
        session, desk, slip, SlipEvent.VOID, _ending(desk, reason, note), said=said
    )


def _refuse_money(session: Session, slip: Slip) -> None:
    """Who paid for a slip has it pay back and returned, not taken out of the books."""
    if has_money(session, slip.id):
        raise MoneyOnSlip(number=slip.number)


def _keep_paper(session: Session, desk: Desk, slip: Slip) -> dict[str, object]:
    """The papers of slips that ended go to Finance with the others (4.7-3)."""
    return copy_arrives(session, desk, slip, desk.now(), is_charged=False)


def _ending(desk: Desk, reason: str, note: str | None) -> dict[str, object]:
    return {
        "ended_at": desk.now(),
        "end_reason": f"{reason}：{note}" if note else reason,
    }
