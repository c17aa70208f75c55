"""The life of an imported slip: its state, its entries in the log, its paper.

A fact is taken as recorded at its own time; what has none was known by the last
entry. The entries together set exactly what stands in the slip's row, as
``app/check_facts.py`` asks.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from app.event_log import fact_value
from app.slip_copy_move import places_when_back
from models.copy_scheme import CopyRole
from models.data_book import FAILED, PASSED, UNFINISHED, VOID, SlipRow
from models.slip import Outcome, SlipEvent, SlipState
from models.slip_copy import CopyPlace
from models.unit import AreaKind

_E = SlipEvent
_S = SlipState

Facts = dict[str, object]

_FACTS_OF: Mapping[SlipEvent, tuple[str, ...]] = {
    _E.DISPATCH: ("dispatched_at", "supervisor", "technicians", "copy_scheme"),
    _E.RECEIVE: ("supervisor_received_at",),
    _E.ARRIVE: ("arrived_at",),
    _E.COMPLETE: ("done_at",),
    _E.ESCORT: ("finance_early_at", "escort"),
    _E.RETURN: (
        "returned_at",
        "outcome",
        "result_text",
        "owner_opinion",
        "sign_status",
        "signed_by",
    ),
    _E.INSPECT_PASS: ("inspect_status", "inspected_by", "inspected_at"),
    _E.INSPECT_FAIL: ("inspect_status", "inspected_by", "inspected_at", "rework_no"),
    _E.VOID: ("ended_at", "end_reason"),
    _E.CANCEL: ("ended_at", "end_reason"),
}
_INTAKE_ENDS = frozenset(name for names in _FACTS_OF.values() for name in names)
_STATES = {
    _E.ISSUE: _S.ISSUED,
    _E.DISPATCH: _S.DISPATCHED,
    _E.ARRIVE: _S.ON_SITE,
    _E.COMPLETE: _S.DONE,
    _E.RETURN: _S.RETURNED,
    _E.INSPECT_FAIL: _S.DISPATCHED,
    _E.VOID: _S.VOID,
    _E.CANCEL: _S.CANCELLED,
}
_LONGEST_NAME = 80


@dataclass(slots=True)
class Entry:
    """One thing that happened to a slip, as the log will keep it."""

    what: SlipEvent
    at: datetime
    by: str
    said: Facts = field(default_factory=dict)


def returns_of(
    slip_id: int, centre_id: int, entries: Iterable[Entry], outcome: object
) -> list[Facts]:
    """The rows of ``slip_return``: a book tells one return, and one inspection.

    A paper that was inspected had come back, whenever that was.
    """
    entries = list(entries)
    told = {entry.what: entry for entry in entries}
    failed = told.get(_E.INSPECT_FAIL)
    back = told.get(_E.RETURN) or told.get(_E.INSPECT_PASS) or failed
    if back is None:
        return []
    is_done = outcome is not Outcome.UNFINISHED
    out_again = (failed.at if failed else None) if is_done else back.at
    return [
        {
            "centre_id": centre_id,
            "slip_id": slip_id,
            "returned_at": back.at,
            "returned_to": back.by,
            "outcome": Outcome.COMPLETED if is_done else Outcome.UNFINISHED,
            "out_again_at": out_again,
        }
    ]


def inspections_of(slip_id: int, entries: Iterable[Entry]) -> list[Facts]:
    """The rows of ``inspection``."""
    return [
        {
            "slip_id": slip_id,
            "inspected_at": entry.at,
            "inspected_by": entry.by,
            "is_passed": entry.what is _E.INSPECT_PASS,
        }
        for entry in entries
        if entry.what in (_E.INSPECT_PASS, _E.INSPECT_FAIL)
    ]


@dataclass(frozen=True, slots=True)
class Move:
    """One step of a copy; ``from_place`` None: it was printed."""

    copy_no: int
    from_place: CopyPlace | None
    to_place: CopyPlace
    entry: Entry


def state_of(row: SlipRow) -> SlipState:
    """The state follows the latest fact present (interfaces.md 2)."""
    if row.ending:
        return _S.VOID if row.ending == VOID else _S.CANCELLED
    if row.inspection == FAILED:
        return _S.DISPATCHED
    if row.returned_at is not None:
        return _S.SUSPENDED if row.outcome == UNFINISHED else _S.RETURNED
    if row.inspection == PASSED:
        return _S.RETURNED
    if row.done_at is not None:
        return _S.DONE
    if row.arrived_at is not None:
        return _S.ON_SITE
    if row.dispatched_at or row.received_at or row.supervisor or row.technicians:
        return _S.DISPATCHED
    return _S.DISPATCHED if row.escorted_at else _S.ISSUED


def entries_of(
    row: SlipRow, facts: Facts, said: Facts, actor: str
) -> tuple[Entry, ...]:
    """The slip's entries in time order; together they set ``facts``.

    ``facts`` are the columns of the slip's row, ``said`` its lines and its quote.
    """
    entries = sorted(_steps(row, actor), key=lambda entry: entry.at)
    last = entries[-1]
    left = dict(facts)
    for entry in entries:
        names = _FACTS_OF.get(entry.what, ())
        if entry.what is _E.ISSUE:
            names = tuple(left.keys() - _INTAKE_ENDS)
        fresh = {name: left.pop(name) for name in names if name in left}
        if entry.what in _STATES:
            fresh["state"] = _STATES[entry.what]
        entry.said["set"] = fresh
    told = last.said["set"]
    assert isinstance(told, dict)
    told |= left
    told["state"] = facts["state"]
    if said:
        back = next((e for e in entries if e.what is _E.RETURN), last)
        back.said |= said
    for entry in entries:
        entry.said["set"] = _plain(entry.said["set"])
    return tuple(entries)


def moves_of(
    row: SlipRow,
    entries: tuple[Entry, ...],
    roles: Mapping[int, CopyRole],
    kind: AreaKind,
) -> tuple[Move, ...]:
    """What happened to the copies; each entry is told what it moved."""
    state = state_of(row)
    holder = CopyPlace.TECHNICIAN if row.technicians else CopyPlace.SUPERVISOR
    homes = places_when_back(roles, kind)
    places: dict[int, CopyPlace] = {}
    moves: list[Move] = []
    for entry in entries:
        wanted = _wanted(entry.what, places, roles, homes, holder)
        if entry is entries[-1] and not places and not wanted and state != _S.ISSUED:
            # Nothing tells when it was printed; it lies where the state says.
            back = homes if state is _S.RETURNED else dict.fromkeys(roles, holder)
            wanted = dict(back)
        moved: dict[str, list[object]] = {}
        for copy_no, place in wanted.items():
            if places.get(copy_no) is not place:
                moves.append(Move(copy_no, places.get(copy_no), place, entry))
                places[copy_no] = place
                moved[str(copy_no)] = [1, place.value]
        if moved:
            entry.said["copies"] = moved
    return tuple(moves)


def _steps(row: SlipRow, actor: str) -> list[Entry]:
    assert row.issued_at is not None
    worker = row.technicians[0] if row.technicians else row.supervisor
    passed = row.inspection != FAILED
    ending = _E.VOID if row.ending == VOID else _E.CANCEL
    steps = (
        (_E.ISSUE, row.issued_at, row.taken_by),
        (_E.DISPATCH, row.dispatched_at, ""),
        (_E.RECEIVE, row.received_at, row.supervisor),
        (_E.ARRIVE, row.arrived_at, worker),
        (_E.COMPLETE, row.done_at, worker),
        (_E.ESCORT, row.escorted_at, row.escort),
        (_E.RETURN, row.returned_at, ""),
        (
            _E.INSPECT_PASS if passed else _E.INSPECT_FAIL,
            row.inspected_at,
            row.inspected_by,
        ),
        (ending, row.ended_at, ""),
    )
    return [
        Entry(what, at, (by or actor)[:_LONGEST_NAME])
        for what, at, by in steps
        if at is not None
    ]


def _wanted(
    what: SlipEvent,
    places: Mapping[int, CopyPlace],
    roles: Mapping[int, CopyRole],
    homes: Mapping[int, CopyPlace],
    holder: CopyPlace,
) -> dict[int, CopyPlace]:
    """Where an entry puts the copies; empty if it moves none."""
    if what is _E.DISPATCH:
        return dict.fromkeys(roles, holder)
    if what is _E.ESCORT:
        out = {no: places.get(no, holder) for no in roles}
        early = {no: CopyPlace.FINANCE for no, r in roles.items() if r is CopyRole.FIN}
        return out | early
    if what is _E.INSPECT_FAIL:
        at_desk = {no: holder for no in roles if places.get(no) is CopyPlace.HK_DESK}
        return at_desk if places else {no: holder for no in roles}
    if what is _E.VOID:
        return dict.fromkeys(roles, CopyPlace.VOID_COLLECTED)
    if what not in (_E.RETURN, _E.CANCEL):
        return {}
    away = {no for no, place in places.items() if place is CopyPlace.FINANCE}
    back = {no: place for no, place in homes.items() if no not in away}
    if what is _E.CANCEL:
        back |= {
            no: CopyPlace.HK_DESK
            for no, place in back.items()
            if place is CopyPlace.OWNER
        }
    return back


def _plain(facts: object) -> Facts:
    assert isinstance(facts, dict)
    return {
        name: fact_value(value)
        for name, value in facts.items()
        if value is not None and value != ()
    }
