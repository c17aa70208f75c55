"""Chasing what is missing (缺号/缺联追查, S4-4.1.4.1-1): opened, explained, closed.

Nothing is closed silently: a case ends with cause, owner and resolution, and each step
stands in the log under ``gap_case``.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.database_trouble import ChangedByOthers
from app.desk import Desk
from app.directory import find_own, log_change, put, wait_turn
from app.errors import Refusal
from app.gap_case import open_case
from app.gap_copy import put_found_copy
from app.gap_find import GapSpan, Hole, find_gaps
from app.reason import known_reason
from app.slip_fields import clean_optional
from app.slip_refusals import FieldMissing
from models.gap_case import GapCase
from models.reason_code import ReasonKind
from models.slip_copy import CopyPlace
from models.staff import Permission

OWNER_LIMIT = 80
RESOLUTION_LIMIT = 200


class GapIsClosed(Refusal):
    """The case ``ref`` is closed; it is opened again before it is changed."""


class GapIsOpen(Refusal):
    """The case ``ref`` is still open."""


class GapNoCopy(Refusal):
    """``ref`` is no copy, so there is no place it can have been found at."""


@dataclass(frozen=True, slots=True)
class ExplainGap:
    """Why it is missing (a reason of the list) and who chases it."""

    case_id: int
    cause: str
    owner: str
    version: int | None = None


@dataclass(frozen=True, slots=True)
class CloseGap:
    """The end of a case. Empty ``cause`` and ``owner`` are those given before.

    ``found_at``: where a copy was found, which moves it there.
    """

    case_id: int
    resolution: str
    cause: str = ""
    owner: str = ""
    found_at: CopyPlace | None = None
    version: int | None = None


@dataclass(frozen=True, slots=True)
class ReopenGap:
    """A case was closed wrongly, and why."""

    case_id: int
    reason: str
    version: int | None = None


def look_for_gaps(session: Session, desk: Desk, span: GapSpan | None = None) -> int:
    """Open a case for each new hole; how many. Looking twice opens nothing twice."""
    desk.require(Permission.CHASE_GAP)
    wait_turn(session, desk)
    return _open(session, desk, find_gaps(session, desk, span))


def open_gaps(session: Session, desk: Desk, holes: Sequence[Hole]) -> int:
    """Open a case for each of ``holes``, as ``find_gaps`` told them; how many.

    Another desk may have opened some of them since.
    """
    desk.require(Permission.CHASE_GAP)
    wait_turn(session, desk)
    is_open = set(
        session.scalars(
            select(GapCase.ref).where(
                GapCase.centre_id == desk.centre_id,
                GapCase.closed_at.is_(None),
                GapCase.ref.in_([hole.ref for hole in holes]),
            )
        )
    )
    return _open(session, desk, [hole for hole in holes if hole.ref not in is_open])


def _open(session: Session, desk: Desk, holes: Sequence[Hole]) -> int:
    for hole in holes:
        open_case(session, desk, hole.kind, hole.ref, hole.slip_id)
    return len(holes)


def explain_gap(session: Session, desk: Desk, order: ExplainGap) -> None:
    """Say why something is missing and who chases it; the case stays open.

    Raises ``FieldMissing``, ``ReasonUnknown``, ``GapIsClosed`` or ``ChangedByOthers``.
    """
    case = _open_one(session, desk, order.case_id, order.version)
    said = put(case, _cause_and_owner(session, desk, order.cause, order.owner))
    session.flush()
    log_change(session, desk, "gap_case", case.id, "explain", said)


def close_gap(session: Session, desk: Desk, order: CloseGap) -> None:
    """End a case with cause, owner and resolution; a found copy goes to its place.

    Raises what ``explain_gap`` does, ``GapNoCopy``, and what moving a copy may.
    """
    case = _open_one(session, desk, order.case_id, order.version)
    values: dict[str, object] = {}
    values |= _cause_and_owner(
        session, desk, order.cause or case.cause or "", order.owner or case.owner or ""
    )
    resolution = clean_optional(order.resolution, "resolution", RESOLUTION_LIMIT)
    if resolution is None:
        raise FieldMissing(field="resolution")
    if order.found_at is not None:
        if case.slip_id is None:
            raise GapNoCopy(ref=case.ref)
        put_found_copy(session, desk, case.slip_id, case.ref, order.found_at)
    values |= {"resolution": resolution, "closed_at": desk.now()}
    said = put(case, values)
    if order.found_at is not None:
        said["found_at"] = order.found_at.value
    session.flush()
    log_change(session, desk, "gap_case", case.id, "close", said)


def reopen_gap(session: Session, desk: Desk, order: ReopenGap) -> None:
    """Take up a case that was closed wrongly; the old resolution stays in the log.

    Raises ``FieldMissing``, ``GapIsOpen`` or ``ChangedByOthers``.
    """
    case = _case(session, desk, order.case_id, order.version)
    if case.closed_at is None:
        raise GapIsOpen(ref=case.ref)
    reason = clean_optional(order.reason, "reason", RESOLUTION_LIMIT)
    if reason is None:
        raise FieldMissing(field="reason")
    said = put(case, {"resolution": None, "closed_at": None}) | {"reason": reason}
    session.flush()
    log_change(session, desk, "gap_case", case.id, "reopen", said)


def _cause_and_owner(
    session: Session, desk: Desk, cause: str, owner: str
) -> dict[str, object]:
    reason = known_reason(session, desk, ReasonKind.GAP, cause, "cause")
    name = clean_optional(owner, "owner", OWNER_LIMIT)
    if name is None:
        raise FieldMissing(field="owner")
    return {"cause": reason, "owner": name}


def _open_one(
    session: Session, desk: Desk, case_id: int, version: int | None
) -> GapCase:
    case = _case(session, desk, case_id, version)
    if case.closed_at is not None:
        raise GapIsClosed(ref=case.ref)
    return case


def _case(session: Session, desk: Desk, case_id: int, version: int | None) -> GapCase:
    desk.require(Permission.CHASE_GAP)
    case = find_own(session, desk, GapCase, case_id)
    if case is None or (version is not None and case.version != version):
        raise ChangedByOthers
    return case
