"""Holds waivers against the ledger, their signatures and the log (4.8)."""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from sqlalchemy import and_, func, or_, select
from sqlalchemy.orm import Session

from app.check_problem import Fault, Problem, ProblemKind
from app.desk import Desk
from app.waiver_need import level_of
from app.waiver_told import TOLD, ToldWaiver, told_waiver, waivers_told
from models.base import table_of
from models.event import Event
from models.ledger_entry import EntryKind, LedgerEntry
from models.money import ZERO, format_plain
from models.slip import LinkKind, Slip
from models.waiver import Waiver, WaiverLevel, WaiverStatus

_AT_ONCE = 2_000
_WAIVER = table_of(Waiver).c
_SLIP = table_of(Slip).c
_ENTRY = table_of(LedgerEntry).c


def wrong_waivers(session: Session, desk: Desk) -> Iterator[Problem]:
    """Waivers that were not posted as approved, or not signed by whoever may."""
    yield from _not_posted(session, desk)
    yield from _not_approved(session, desk)
    yield from _own(session, desk)
    told = {one.facts["id"]: one for one in waivers_told(session, desk)}
    yield from _signed_too_low(session, desk, told)
    yield from _not_as_told(session, desk, told)


def _not_posted(session: Session, desk: Desk) -> Iterator[Problem]:
    """An approved waiver is one entry of the same amount on the same slip."""
    same = and_(
        _ENTRY.kind == EntryKind.WAIVE,
        _ENTRY.slip_id == _WAIVER.slip_id,
        _ENTRY.amount == _WAIVER.amount,
    )
    rows = session.execute(
        select(_SLIP.number, _WAIVER.amount)
        .join(Waiver, _WAIVER.slip_id == _SLIP.id)
        .outerjoin(LedgerEntry, _ENTRY.waiver_id == _WAIVER.id)
        .where(
            _WAIVER.centre_id == desk.centre_id,
            _WAIVER.status == WaiverStatus.APPROVED,
        )
        .group_by(_WAIVER.id, _SLIP.number, _WAIVER.amount)
        .having(or_(func.count(_ENTRY.id) != 1, func.count().filter(same) != 1))
        .order_by(_WAIVER.id)
    )
    for number, amount in rows:
        yield _problem(number, Fault.WAIVER_NOT_POSTED, amount=format_plain(amount))


def _not_approved(session: Session, desk: Desk) -> Iterator[Problem]:
    """What the ledger waives, somebody has approved."""
    rows = session.execute(
        select(_SLIP.number, _ENTRY.amount)
        .join(LedgerEntry, _ENTRY.slip_id == _SLIP.id)
        .outerjoin(Waiver, _WAIVER.id == _ENTRY.waiver_id)
        .where(
            _ENTRY.centre_id == desk.centre_id,
            _ENTRY.kind == EntryKind.WAIVE,
            or_(_WAIVER.id.is_(None), _WAIVER.status != WaiverStatus.APPROVED),
        )
        .order_by(_ENTRY.id)
    )
    for number, amount in rows:
        yield _problem(number, Fault.WAIVER_NOT_APPROVED, amount=format_plain(amount))


def _own(session: Session, desk: Desk) -> Iterator[Problem]:
    rows = session.execute(
        select(_SLIP.number, _WAIVER.approver)
        .join(Waiver, _WAIVER.slip_id == _SLIP.id)
        .where(
            _WAIVER.centre_id == desk.centre_id,
            _WAIVER.status == WaiverStatus.APPROVED,
            _WAIVER.approver == _WAIVER.applicant,
        )
        .order_by(_WAIVER.id)
    )
    for number, name in rows:
        yield _problem(number, Fault.WAIVER_OWN, name=name)


def _signed_too_low(
    session: Session, desk: Desk, told: dict[int, ToldWaiver]
) -> Iterator[Problem]:
    """What a slip and its linked ones had waived when the director signed, against the
    limit of that day, which the log tells.
    """
    family = _families(session, desk)
    waived: defaultdict[int, Decimal] = defaultdict(lambda: ZERO)
    rows = session.execute(
        select(_WAIVER.id, _SLIP.id, _SLIP.number, _WAIVER.amount, _WAIVER.level)
        .join(Waiver, _WAIVER.slip_id == _SLIP.id)
        .where(
            _WAIVER.centre_id == desk.centre_id,
            _WAIVER.status == WaiverStatus.APPROVED,
        )
        .order_by(_WAIVER.decided_at, _WAIVER.id)
    )
    for waiver_id, slip_id, number, amount, level in rows:
        first = family.get(slip_id, slip_id)
        waived[first] += amount
        said = told.get(waiver_id)
        if level is WaiverLevel.LEADER or said is None or said.limit is None:
            continue
        total = waived[first]
        if said.is_fee_measured:
            total = said.total or ZERO
        if level_of(total, said.limit) is WaiverLevel.LEADER:
            yield _problem(
                number,
                Fault.WAIVER_LEVEL,
                total=format_plain(total),
                limit=format_plain(said.limit),
            )


def _families(session: Session, desk: Desk) -> dict[int, int]:
    """Each slip that is linked as rework → one of its family, the same for all."""
    leader: dict[int, int] = {}

    def first(slip_id: int) -> int:
        while leader.get(slip_id, slip_id) != slip_id:
            leader[slip_id] = leader.get(leader[slip_id], leader[slip_id])
            slip_id = leader[slip_id]
        return slip_id

    links = session.execute(
        select(_SLIP.id, _SLIP.parent_slip_id).where(
            _SLIP.centre_id == desk.centre_id,
            _SLIP.parent_slip_id.is_not(None),
            _SLIP.link_kind == LinkKind.REWORK,
        ),
        execution_options={"yield_per": _AT_ONCE},
    )
    for slip_id, parent_id in links:
        leader[first(slip_id)] = first(parent_id)
    return {slip_id: first(slip_id) for slip_id in list(leader)}


def _not_as_told(
    session: Session, desk: Desk, told: dict[int, ToldWaiver]
) -> Iterator[Problem]:
    """Rows that are not what the log says; a slip of a data book may have come in
    before the log told of its waivers.
    """
    kept = _kept_in_books(session, desk)
    rows = session.execute(
        select(
            _SLIP.id.label("slip_id"), _SLIP.number, *(_WAIVER[name] for name in TOLD)
        )
        .join(Waiver, _WAIVER.slip_id == _SLIP.id)
        .where(_WAIVER.centre_id == desk.centre_id)
        .order_by(_WAIVER.id),
        execution_options={"yield_per": _AT_ONCE},
    ).mappings()
    numbers: set[str] = set()
    seen: set[int] = set()
    for row in rows:
        seen.add(row["id"])
        said = told.get(row["id"])
        is_right = row["slip_id"] in kept if said is None else _same(row, said)
        if not is_right:
            numbers.add(row["number"])
    for gone in told.keys() - seen:
        slip = session.get(Slip, told[gone].slip_id)
        numbers.add(f"#{told[gone].slip_id}" if slip is None else slip.number)
    for number in sorted(numbers):
        facts = {"number": number, "fact": "waivers"}
        yield Problem(ProblemKind.CHAIN, number, Fault.FACT_DIFFERS, facts)


def _kept_in_books(session: Session, desk: Desk) -> set[int]:
    """Slips whose waivers earlier versions kept as rows of data books."""
    rows = session.scalars(
        select(Event.entity_id).where(
            Event.centre_id == desk.centre_id,
            Event.entity == "book_row",
            Event.what == "waive",
        )
    )
    return set(rows)


def _same(row: object, said: ToldWaiver) -> bool:
    facts = {name: row[name] for name in TOLD}  # type: ignore[index]
    return told_waiver(facts) == said.facts


def _problem(number: str, fault: Fault, **facts: str) -> Problem:
    return Problem(ProblemKind.MONEY, number, fault, {"number": number, **facts})
