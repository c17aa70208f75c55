"""Finds what is missing (缺号追查, domain-model 4.3): numbers, copies, forms.

Reads only. A thing that a case names already, open or closed, is not found again;
a copy is once it has been somewhere since.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, and_, exists, or_, select
from sqlalchemy.orm import Session

from app.check_number import number_templates, wrong_numbers
from app.check_paper import PRINTED
from app.check_problem import Fault
from app.desk import Desk
from app.form_pack import format_forms, load_pack_rows, runs_of
from app.slip_copy_move import BACK, NEEDED_BACK
from models.copy_scheme import CopyRole, CopyScheme, CopySchemeRow
from models.gap_case import GapCase, GapKind
from models.slip import OPEN_STATES, Slip, SlipState
from models.slip_copy import CopyPlace, SlipCopy
from models.slip_number import format_run, parse_number, parse_run
from models.unit import AreaKind


@dataclass(frozen=True, slots=True)
class GapSpan:
    """The days [from_on, until_on) that are looked through. Control numbers and forms
    know no day, and open slips are always looked at.
    """

    from_on: date
    until_on: date


@dataclass(frozen=True, slots=True)
class Hole:
    """One thing that is missing; ``ref`` as ``GapCase`` has it."""

    kind: GapKind
    ref: str
    slip_id: int | None = None


def find_gaps(session: Session, desk: Desk, span: GapSpan | None = None) -> list[Hole]:
    """What is missing and has no case yet; ``span`` None looks through everything."""
    return [
        *_numbers(session, desk, span),
        *_copies(session, desk, span),
        *_forms(session, desk),
    ]


def _known(session: Session, desk: Desk, kind: GapKind) -> dict[str, datetime | None]:
    """What has a case: when the last one was closed, None while one is open."""
    rows = session.execute(
        select(GapCase.ref, GapCase.closed_at)
        .where(GapCase.centre_id == desk.centre_id, GapCase.kind == kind)
        .order_by(GapCase.closed_at)
    )
    known: dict[str, datetime | None] = {}
    for ref, closed_at in rows:
        is_open = ref in known and known[ref] is None
        known[ref] = None if is_open else closed_at
    return known


def _numbers(session: Session, desk: Desk, span: GapSpan | None) -> Iterator[Hole]:
    templates = number_templates(session, desk)
    known = _known(session, desk, GapKind.NUMBER)
    asked: dict[date, set[int]] = {}
    for ref in known:
        parsed = next(filter(None, (parse_run(each, ref) for each in templates)), None)
        if parsed is not None:
            asked.setdefault(parsed[0], set()).update(parsed[1])
    missing: dict[date, set[int]] = {}
    days = None if span is None else (span.from_on, span.until_on)
    for problem in wrong_numbers(session, desk, days):
        if problem.fault in (Fault.SEQ_MISSING, Fault.SEQ_AHEAD):
            ref = _control_numbers(problem.fault, problem.facts)
            if ref and ref not in known:
                yield Hole(GapKind.NUMBER, ref)
        if problem.fault is Fault.SERIAL_MISSING:
            found = parse_number(templates[0], problem.ref)
            if found is not None and found.serial not in asked.get(found.day_on, ()):
                missing.setdefault(found.day_on, set()).add(found.serial)
    for day, serials in sorted(missing.items()):
        for first, last in runs_of(serials):
            yield Hole(GapKind.NUMBER, format_run(templates[0], day, first, last))


def _control_numbers(fault: Fault, facts: object) -> str:
    """The missing control numbers as ``#3`` or ``#3…5``; empty where none is."""
    assert isinstance(facts, dict)
    if fault is Fault.SEQ_MISSING:
        first, last = facts["first"], facts["last"]
    else:
        first, last = facts["found"] + 1, facts["last"]
    if last < first:
        return ""
    return f"#{first}" if first == last else f"#{first}…{last}"


def _copies(session: Session, desk: Desk, span: GapSpan | None) -> Iterator[Hole]:
    known = _known(session, desk, GapKind.COPY)
    asked = [Slip.centre_id == desk.centre_id, *_within(desk, span)]
    rows = [*_unprinted(session, desk, asked), *_not_there(session, asked)]
    for slip_id, number, copy_no, print_seq, since in rows:
        ref = f"{number}/{copy_no}/{print_seq}"
        closed_at = known.get(ref)
        was_asked = ref in known and (
            closed_at is None or since is None or since <= closed_at
        )
        if not was_asked:
            yield Hole(GapKind.COPY, ref, slip_id)


Row = tuple[int, str, int, int, datetime | None]


def _unprinted(
    session: Session, desk: Desk, asked: list[ColumnElement[bool]]
) -> Iterator[Row]:
    """Copies of printed slips that have no print at all."""
    printed_copy = exists().where(
        SlipCopy.slip_id == Slip.id,
        SlipCopy.copy_no == CopySchemeRow.copy_no,
        SlipCopy.is_live,
    )
    # Whether public slips have the customer's copy is a setting of its day (K-02).
    may_lack = and_(
        Slip.area_kind != AreaKind.UNIT, CopySchemeRow.role == CopyRole.OWNER
    )
    rows = session.execute(
        select(Slip.id, Slip.number, CopySchemeRow.copy_no)
        .join(CopyScheme, _is_scheme_of_slip())
        .join(CopySchemeRow, CopySchemeRow.scheme_id == CopyScheme.id)
        .where(*asked, Slip.state.in_(sorted(PRINTED)), ~printed_copy, ~may_lack)
        .order_by(Slip.issued_at, Slip.id, CopySchemeRow.copy_no)
    )
    for slip_id, number, copy_no in rows:
        yield slip_id, number, copy_no, 1, None


def _not_there(session: Session, asked: list[ColumnElement[bool]]) -> list[Row]:
    """Prints that are lost, and needed copies of returned slips that are not back."""
    is_needed = exists().where(
        CopyScheme.centre_id == Slip.centre_id,
        CopyScheme.code == Slip.copy_scheme,
        CopySchemeRow.scheme_id == CopyScheme.id,
        CopySchemeRow.copy_no == SlipCopy.copy_no,
        CopySchemeRow.role.in_(sorted(NEEDED_BACK)),
    )
    not_back = and_(
        Slip.state.in_((SlipState.RETURNED, SlipState.CLOSED)),
        SlipCopy.is_live,
        SlipCopy.place.not_in(sorted(BACK)),
        is_needed,
    )
    rows = session.execute(
        select(
            Slip.id,
            Slip.number,
            SlipCopy.copy_no,
            SlipCopy.print_seq,
            SlipCopy.place_since,
        )
        .join(SlipCopy, SlipCopy.slip_id == Slip.id)
        .where(*asked, or_(SlipCopy.place == CopyPlace.LOST, not_back))
        .order_by(Slip.issued_at, Slip.id, SlipCopy.copy_no, SlipCopy.print_seq)
    )
    return [
        (slip_id, number, copy_no, print_seq, since)
        for slip_id, number, copy_no, print_seq, since in rows
    ]


def _is_scheme_of_slip() -> ColumnElement[bool]:
    return and_(
        CopyScheme.centre_id == Slip.centre_id, CopyScheme.code == Slip.copy_scheme
    )


def _within(desk: Desk, span: GapSpan | None) -> list[ColumnElement[bool]]:
    if span is None:
        return []
    issued = and_(
        Slip.issued_at >= desk.at_local(span.from_on),
        Slip.issued_at < desk.at_local(span.until_on),
    )
    return [or_(issued, Slip.state.in_(sorted(OPEN_STATES)))]


def _forms(session: Session, desk: Desk) -> Iterator[Hole]:
    known = _known(session, desk, GapKind.STOCK)
    for pack in load_pack_rows(session, desk):
        if pack is None or not pack.missing:
            continue
        asked: set[int] = set()
        for ref in known:
            asked.update(_serials(pack.prefix, ref))
        missing = {
            serial
            for first, last in pack.missing
            for serial in range(first, last + 1)
            if serial not in asked
        }
        for first, last in runs_of(missing):
            ref = format_forms(pack.prefix, pack.digits, first, last)
            yield Hole(GapKind.STOCK, ref)


def _serials(prefix: str, ref: str) -> range:
    """The serials that a case of this prefix names."""
    head, _, end = ref.partition("…")
    first = head.removeprefix(prefix)
    if not head.startswith(prefix) or not first.isdecimal():
        return range(0)
    return range(int(first), int(end or first) + 1)
