"""The slips of a statement: sections A and B with their copy, C without (4.7-5)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Row,
    Select,
    and_,
    exists,
    func,
    or_,
    select,
    union_all,
)
from sqlalchemy.orm import Session

from app.slip_money import CHARGED
from app.statement_scope import COPY, SLIP, Scope, is_in_hand, is_issued, is_there
from app.statement_waiting import Waiting, load_waiting
from models.base import table_of
from models.finance_period import CarriedSlip
from models.ledger_entry import EntryKind
from models.money import ZERO
from models.slip import SlipState
from models.slip_line import LineKind, SlipLine
from models.statement import Section, StatementEntry, StatementSlip
from models.unit import AreaKind, room_name

_LINE = table_of(SlipLine)
_CARRIED = table_of(CarriedSlip)
_ENDED = (SlipState.VOID, SlipState.CANCELLED)
_BACK = (SlipState.RETURNED, SlipState.CLOSED)
_FACTS = (
    SLIP.c.id,
    SLIP.c.number,
    SLIP.c.area_kind,
    SLIP.c.unit_label,
    SLIP.c.area,
    SLIP.c.place,
    SLIP.c.owner_name,
    SLIP.c.content,
    SLIP.c.state,
    SLIP.c.charge_class,
    SLIP.c.issued_at,
    SLIP.c.done_at,
    SLIP.c.ended_at,
    SLIP.c.returned_at,
)

Posted = Mapping[EntryKind, Decimal]


@dataclass(frozen=True, slots=True)
class _Around:
    """What stands beside the slips' own rows, by slip."""

    posted: Mapping[int, Posted]
    balances: Mapping[int, Decimal]
    lines: Mapping[int, Mapping[LineKind, Decimal]]
    bundles: Mapping[int, int]
    waiting: Mapping[int, Waiting]


def load_slips(
    session: Session,
    scope: Scope,
    entries: Iterable[StatementEntry],
    balances: Mapping[int, Decimal],
    bundles: Mapping[int, int],
) -> tuple[StatementSlip, ...]:
    """Section A, then B, then C, each in order of issue.

    ``entries``, ``balances`` and ``bundles`` are those of the same statement.
    """
    in_hand = session.execute(_in_hand(scope)).all()
    out = session.execute(_out(scope)).all()
    posted: defaultdict[int, defaultdict[EntryKind, Decimal]] = defaultdict(
        lambda: defaultdict(lambda: ZERO)
    )
    for entry in entries:
        posted[entry.slip_id][entry.kind] += entry.amount
    around = _Around(
        posted=posted,
        balances=balances,
        lines=_lines(session, scope, out),
        bundles=bundles,
        waiting=load_waiting(session, scope, [row.id for row in out]),
    )
    own: list[StatementSlip] = []
    earlier: list[StatementSlip] = []
    for row in in_hand:
        is_own = row.issued_at >= scope.starts_at
        section = Section.A if is_own else Section.B
        (own if is_own else earlier).append(_slip(scope, around, section, row))
    waiting = [_slip(scope, around, Section.C, row) for row in out]
    return (*own, *earlier, *waiting)


def _in_hand(scope: Scope) -> Select[Any]:
    """Slips whose finance copy this statement takes."""
    return (
        select(*_FACTS, COPY.c.arrived_at, COPY.c.is_early, COPY.c.has_paper)
        .join(SLIP, SLIP.c.id == COPY.c.slip_id)
        .where(is_in_hand(scope), COPY.c.posting_period == scope.period)
        .order_by(SLIP.c.issued_at, SLIP.c.id)
    )


def _out(scope: Scope) -> Select[Any]:
    """Slips issued up to the end of the period without their copy."""
    # Asked slip by slip; as a range the period would draw the wrong index.
    period = func.coalesce(COPY.c.posting_period, "")
    has_copy = exists().where(
        is_there(scope), COPY.c.slip_id == SLIP.c.id, period <= scope.period
    )
    return (
        select(*_FACTS)
        .where(_may_be_out(scope), ~has_copy)
        .order_by(SLIP.c.issued_at, SLIP.c.id)
    )


def _may_be_out(scope: Scope) -> ColumnElement[bool]:
    """Slips issued since the last closed statement, and those it waits for."""
    if scope.base is None:
        return is_issued(scope)
    carried = select(_CARRIED.c.slip_id).where(
        _CARRIED.c.period_id == scope.base.id, _CARRIED.c.is_waiting
    )
    since = select(SLIP.c.id).where(
        SLIP.c.centre_id == scope.centre_id,
        SLIP.c.issued_at >= scope.base.ends_at,
        SLIP.c.issued_at < scope.ends_at,
    )
    late = select(SLIP.c.id).where(SLIP.c.id > scope.base.last_slip_id)
    # Bare, centre and time would draw their index and read the slips of all years.
    issued_at = func.coalesce(SLIP.c.issued_at, scope.ends_at)
    told = [
        SLIP.c.id.in_(union_all(since, late, carried)),
        SLIP.c.centre_id + 0 == scope.centre_id,
        issued_at < scope.ends_at,
        issued_at <= scope.at,
    ]
    if scope.last_slip_id is not None:
        told.append(SLIP.c.id <= scope.last_slip_id)
    return and_(*told)


def _lines(
    session: Session, scope: Scope, out: Sequence[Row[Any]]
) -> dict[int, dict[LineKind, Decimal]]:
    """Labour and material of the slips of this statement."""
    taken = select(COPY.c.slip_id).where(
        is_in_hand(scope), COPY.c.posting_period == scope.period
    )
    lines: defaultdict[int, dict[LineKind, Decimal]] = defaultdict(dict)
    for slip_id, kind, amount in session.execute(
        select(_LINE.c.slip_id, _LINE.c.kind, func.sum(_LINE.c.amount))
        .where(
            or_(
                _LINE.c.slip_id.in_(taken),
                _LINE.c.slip_id.in_([row.id for row in out]),
            )
        )
        .group_by(_LINE.c.slip_id, _LINE.c.kind)
    ).all():
        lines[slip_id][kind] = amount
    return lines


_NOTHING: Posted = {}
_UNKNOWN = Waiting("", None, None)


def _slip(
    scope: Scope, around: _Around, section: Section, row: Sequence[Any]
) -> StatementSlip:
    # Taken apart by place: by name, a value takes longer to ask for than to read.
    (
        slip_id,
        number,
        area_kind,
        unit_label,
        area,
        place,
        owner_name,
        content,
        state,
        charge_class,
        issued_at,
        done_at,
        ended_at,
        returned_at,
        *copy,
    ) = row
    arrived_at, is_early, has_paper = copy or (None, False, True)
    posted = around.posted.get(slip_id, _NOTHING)
    lines = around.lines.get(slip_id, {})
    is_out = section is Section.C
    waiting = around.waiting.get(slip_id, _UNKNOWN) if is_out else _UNKNOWN
    is_charged = area_kind is AreaKind.UNIT and charge_class in CHARGED
    return StatementSlip(
        id=slip_id,
        number=number,
        section=section,
        area_kind=area_kind,
        room=room_name(unit_label, area, place),
        owner_name=owner_name or "",
        content=content,
        state=_state(scope, section, state, ended_at, returned_at),
        charge_class=charge_class,
        issued_at=issued_at,
        done_at=done_at,
        arrived_at=arrived_at,
        batch_no=around.bundles.get(slip_id),
        is_early=is_early,
        has_paper=has_paper,
        labour=lines.get(LineKind.LABOUR, ZERO),
        material=lines.get(LineKind.MATERIAL, ZERO),
        charged=posted.get(EntryKind.CHARGE, ZERO),
        waived=posted.get(EntryKind.WAIVE, ZERO),
        adjusted=posted.get(EntryKind.ADJUST, ZERO),
        received=posted.get(EntryKind.PAY, ZERO),
        refunded=posted.get(EntryKind.REFUND, ZERO),
        balance=around.balances.get(slip_id, ZERO),
        expected=waiting.expected if is_charged else None,
        reason=waiting.reason,
        eta_at=waiting.eta_at,
    )


def _state(
    scope: Scope,
    section: Section,
    state: SlipState,
    ended_at: datetime | None,
    returned_at: datetime | None,
) -> SlipState:
    """The state as it was then, as far as a statement tells it."""
    if section is Section.C:
        # Had it ended or come back by then, it would not stand here.
        is_later = state in _ENDED or (
            returned_at is not None and returned_at > scope.at
        )
        return SlipState.DISPATCHED if is_later else state
    has_ended = ended_at is not None and ended_at <= scope.at
    is_then = state in _BACK or (state in _ENDED and has_ended)
    return state if is_then else SlipState.RETURNED
