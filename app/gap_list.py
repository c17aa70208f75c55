"""Gap cases as lists and papers show them: what, where it was last, who chases it."""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from app.desk import Desk
from app.gap_copy import copy_of
from models.gap_case import GapCase
from models.gap_row import GapRow
from models.slip import Slip
from models.slip_copy import CopyMove, CopyPlace, SlipCopy
from models.unit import room_name


@dataclass(frozen=True, slots=True)
class GapFilter:
    """Open cases, closed ones, or (None) both."""

    is_open: bool | None = True


def find_gap_ids(session: Session, desk: Desk, question: GapFilter) -> "array[int]":
    """Open cases from the oldest on, then closed ones, the last closed first."""
    ids = session.scalars(
        select(GapCase.id)
        .where(*_asked(desk, question))
        .order_by(
            GapCase.closed_at.is_not(None),
            GapCase.closed_at.desc(),
            GapCase.found_at,
            GapCase.id,
        )
    )
    return array("q", ids)


def load_gap_rows(
    session: Session, desk: Desk, ids: Sequence[int]
) -> list[GapRow | None]:
    """One row per id in the order asked."""
    cases = session.execute(
        select(
            GapCase.id,
            GapCase.version,
            GapCase.kind,
            GapCase.ref,
            GapCase.slip_id,
            GapCase.found_at,
            GapCase.found_by,
            GapCase.cause,
            GapCase.owner,
            GapCase.resolution,
            GapCase.closed_at,
            Slip.number,
            Slip.unit_label,
            Slip.area,
            Slip.place,
            Slip.supervisor,
            Slip.technicians,
        )
        .outerjoin(Slip, Slip.id == GapCase.slip_id)
        .where(GapCase.centre_id == desk.centre_id, GapCase.id.in_(ids))
    ).all()
    slip_ids = {case.slip_id for case in cases if case.slip_id is not None}
    places = {
        (slip_id, copy_no, print_seq): place
        for slip_id, copy_no, print_seq, place in session.execute(
            select(
                SlipCopy.slip_id, SlipCopy.copy_no, SlipCopy.print_seq, SlipCopy.place
            ).where(SlipCopy.slip_id.in_(slip_ids))
        )
    }
    before = {
        (slip_id, copy_no, print_seq): place
        for slip_id, copy_no, print_seq, place in session.execute(
            select(
                CopyMove.slip_id,
                CopyMove.copy_no,
                CopyMove.print_seq,
                CopyMove.from_place,
            )
            .where(
                CopyMove.slip_id.in_(slip_ids),
                CopyMove.to_place == CopyPlace.LOST,
                CopyMove.from_place.is_not(None),
            )
            .order_by(CopyMove.id)
        )
    }
    found: dict[int, GapRow] = {}
    for case in cases:
        key = (case.slip_id, *copy_of(case.ref)) if case.slip_id is not None else None
        has_slip = case.number is not None
        found[case.id] = GapRow(
            id=case.id,
            version=case.version,
            kind=case.kind,
            ref=case.ref,
            slip_id=case.slip_id,
            number=case.number,
            room=room_name(case.unit_label, case.area, case.place) if has_slip else "",
            holder="、".join(case.technicians or ()) or case.supervisor or "",
            place=places.get(key) if key else None,
            place_before=before.get(key) if key else None,
            found_at=case.found_at,
            found_by=case.found_by,
            cause=case.cause,
            owner=case.owner,
            resolution=case.resolution,
            closed_at=case.closed_at,
        )
    return [found.get(each) for each in ids]


def list_gaps(
    session: Session, desk: Desk, *, is_open: bool | None = True
) -> list[GapRow]:
    """All cases at once, for papers and for whoever else shows them."""
    ids = find_gap_ids(session, desk, GapFilter(is_open))
    return [row for row in load_gap_rows(session, desk, ids) if row is not None]


def _asked(desk: Desk, question: GapFilter) -> list[ColumnElement[bool]]:
    asked = [GapCase.centre_id == desk.centre_id]
    if question.is_open is not None:
        is_closed = GapCase.closed_at.is_not(None)
        asked.append(~is_closed if question.is_open else is_closed)
    return asked
