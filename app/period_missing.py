"""What stands open before a period is closed; both who close it see it (4.7-4)."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from app.desk import Desk
from app.period_day import act_day, closing_day
from app.period_order import earlier_open
from app.statement import count_statement, find_period, require_period
from models.base import table_of
from models.handover_batch import HandoverBatch
from models.slip import Slip, SlipState
from models.statement import Section, Statement
from models.waiver import Waiver, WaiverStatus

_SLIP = table_of(Slip)
_WAIVER = table_of(Waiver)
_BATCH = table_of(HandoverBatch)


@dataclass(frozen=True, slots=True)
class Missing:
    """What a person should look at before the close: numbers of slips, and days.

    Nothing of it forbids the close (4.7-5). ``not_back``: slips without their finance
    copy; ``unbundled``: copies in hand that are in no bundle and were not brought
    early; ``open_bundles``: bundles begun and not handed over; ``pending_waivers``:
    waivers nobody has decided; ``in_dispute``: quotes the owner disputes; ``unpaid``:
    slips that owe; ``paid_unseen``: money without its paper; ``gaps``: what open gap
    cases ask for. ``act_on``: the day of the handover, ``is_handed_over`` whether it
    was done; ``closes_from``: before that the list of numbers is not complete;
    ``closes_on``: the working morning on which a period is closed as a rule.
    """

    period: str
    at: datetime
    not_back: tuple[str, ...]
    unbundled: tuple[str, ...]
    open_bundles: tuple[int, ...]
    pending_waivers: tuple[str, ...]
    in_dispute: tuple[str, ...]
    unpaid: tuple[str, ...]
    paid_unseen: tuple[str, ...]
    gaps: tuple[str, ...]
    act_on: date
    is_handed_over: bool
    closes_from: datetime
    closes_on: date
    earlier_open: str | None
    proposed_by: str
    proposed_at: datetime | None
    closed_by: str
    closed_at: datetime | None


def what_is_missing(session: Session, desk: Desk, period: str) -> Missing:
    """What is still open in a period as the books stand now."""
    require_period(period)
    row = find_period(session, desk, period)
    statement = count_statement(session, desk, period, desk.now(), row)
    in_hand = [
        each
        for each in statement.slips
        if each.section is not Section.C and each.has_paper
    ]
    to_bundle = [each for each in in_hand if not each.is_early]
    waiting = statement.section(Section.C)
    return Missing(
        period=period,
        at=statement.at,
        not_back=tuple(each.number for each in waiting),
        unbundled=tuple(each.number for each in to_bundle if each.batch_no is None),
        open_bundles=_open_bundles(session, desk, period),
        pending_waivers=_numbers(session, _pending(desk, statement)),
        in_dispute=_numbers(session, _disputed(desk, statement)),
        unpaid=tuple(each.number for each in statement.balances if each.amount > 0),
        paid_unseen=tuple(each.number for each in waiting if each.is_paid_unseen),
        gaps=tuple(each.ref for each in statement.gaps),
        act_on=act_day(desk, period),
        is_handed_over=bool(statement.batches) or not to_bundle,
        closes_from=statement.ends_at,
        closes_on=closing_day(desk, period),
        earlier_open=earlier_open(session, desk, period),
        proposed_by=(row.proposed_by or "") if row else "",
        proposed_at=row.proposed_at if row else None,
        closed_by=(row.closed_by or "") if row else "",
        closed_at=row.closed_at if row else None,
    )


def _open_bundles(session: Session, desk: Desk, period: str) -> tuple[int, ...]:
    return tuple(
        session.scalars(
            select(_BATCH.c.batch_no)
            .where(
                _BATCH.c.centre_id == desk.centre_id,
                _BATCH.c.period == period,
                _BATCH.c.handed_at.is_(None),
            )
            .order_by(_BATCH.c.batch_no)
        )
    )


def _pending(desk: Desk, statement: Statement) -> Select[tuple[str]]:
    return (
        select(_SLIP.c.number)
        .join(_WAIVER, _WAIVER.c.slip_id == _SLIP.c.id)
        .where(
            _WAIVER.c.centre_id == desk.centre_id,
            _WAIVER.c.status == WaiverStatus.PENDING,
            _SLIP.c.issued_at < statement.ends_at,
        )
        .group_by(_SLIP.c.id)
    )


def _disputed(desk: Desk, statement: Statement) -> Select[tuple[str]]:
    return select(_SLIP.c.number).where(
        _SLIP.c.centre_id == desk.centre_id,
        _SLIP.c.state == SlipState.DISPUTED,
        _SLIP.c.issued_at < statement.ends_at,
    )


def _numbers(session: Session, asked: Select[tuple[str]]) -> tuple[str, ...]:
    ordered = asked.order_by(_SLIP.c.issued_at, _SLIP.c.id)
    return tuple(session.scalars(ordered))
