"""Reads a register: columns, not records, in a few statements for any period."""

import re
from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import Any, Protocol

from sqlalchemy import ColumnElement, Row, func, select
from sqlalchemy.orm import Session

from models.callback import Callback, CallbackResult
from models.event import EventHead
from models.feedback import Feedback
from models.phone import mask_phone
from models.quote import Quote, QuoteStatus
from models.register_book import BookOrigin
from models.slip import (
    Outcome,
    SignStatus,
    Slip,
    SlipState,
)
from models.slip_line import LineKind, SlipLine
from models.unit import AreaKind
from reports.office import Office, procedure
from reports.register_money import SlipMoney, load_money
from reports.register_row import ENDED, Register, RegisterRow
from reports.slip_words import (
    CALL_RESULTS,
    CHARGES,
    INSPECTIONS,
    JOB_TYPES,
    OPINIONS,
    OUTCOMES,
    POSTS,
    SIGNATURES,
    STATES,
)

_COLUMNS = (
    Slip.id,
    Slip.version,
    Slip.number,
    Slip.state,
    Slip.area,
    Slip.place,
    Slip.unit_label,
    Slip.owner_name,
    Slip.reporter_name,
    Slip.report_dept,
    Slip.phone,
    Slip.content,
    Slip.job_type,
    Slip.charge_class,
    Slip.remark,
    Slip.origin_number,
    Slip.reported_at,
    Slip.issued_at,
    Slip.duty_post,
    Slip.entered_by,
    Slip.trade,
    Slip.dispatched_at,
    Slip.supervisor,
    Slip.supervisor_received_at,
    Slip.technicians,
    Slip.appointment_at,
    Slip.arrived_at,
    Slip.done_at,
    Slip.unfinished_reason,
    Slip.eta_at,
    Slip.returned_at,
    Slip.outcome,
    Slip.result_text,
    Slip.owner_opinion,
    Slip.sign_status,
    Slip.signed_by,
    Slip.inspect_status,
    Slip.inspected_by,
    Slip.finance_early_at,
    Slip.end_reason,
)
_BACK = frozenset({SlipState.RETURNED, SlipState.CLOSED})

_NO_MONEY = SlipMoney()
_NUMBERS_AT_ONCE = 5_000

SlipColumns = Row[*tuple[Any, ...]]


class StampedOffice(Office, Protocol):
    """The centre that exports, at a moment."""

    @property
    def centre_code(self) -> str:
        """What tells the centre from others."""

    def now(self) -> datetime:
        """The present moment, aware, in UTC."""


def load(
    session: Session,
    office: StampedOffice,
    *,
    is_unit: bool,
    from_on: date | None = None,
    until_on: date | None = None,
    numbers: Sequence[str] | None = None,
    asked: str = "",
    sorted_by: str = "",
) -> Register:
    """The register of units or of public areas and offices, by area (S4-4.1.4, K-24).

    It holds the slips issued on the days [from_on, until_on) of the site's calendar,
    in the order of their numbers; or the slips of ``numbers``, in that order, and
    ``asked`` tells by what they were chosen, ``sorted_by`` how they are sorted.
    """
    if numbers is None:
        rows = sorted(
            _rows(session, office, _asked(office, is_unit, from_on, until_on)),
            key=lambda row: number_order(row.number),
        )
    else:
        rows = _named(session, office, is_unit, numbers)
    return Register(
        is_unit=is_unit,
        centre=office.centre_name,
        procedure=procedure(office),
        zone=office.zone,
        from_on=from_on,
        until_on=until_on,
        rows=tuple(rows),
        asked=asked,
        sorted_by=sorted_by,
        origin=_origin(session, office, is_unit),
    )


def _origin(session: Session, office: StampedOffice, is_unit: bool) -> BookOrigin:
    """The end of the log at the moment the rows are of."""
    seq, last = session.execute(
        select(EventHead.last_seq, EventHead.last_hash).where(
            EventHead.centre_id == office.centre_id
        )
    ).one()
    return BookOrigin(office.now(), office.centre_code, is_unit, seq, last)


def _rows(
    session: Session, office: Office, asked: Sequence[ColumnElement[bool]]
) -> list[RegisterRow]:
    slips = session.execute(select(*_COLUMNS).where(*asked)).all()
    facts = _Facts(session, office, asked)
    return [facts.row(slip) for slip in slips]


def _named(
    session: Session, office: Office, is_unit: bool, numbers: Sequence[str]
) -> list[RegisterRow]:
    of_register = _asked(office, is_unit, None, None)
    found: dict[str, RegisterRow] = {}
    for start in range(0, len(numbers), _NUMBERS_AT_ONCE):
        some = numbers[start : start + _NUMBERS_AT_ONCE]
        rows = _rows(session, office, [*of_register, Slip.number.in_(some)])
        found.update((row.number, row) for row in rows)
    return [found[number] for number in numbers if number in found]


def number_order(number: str) -> list[tuple[int, int, str]]:
    """How numbers follow each other: ``…-999`` before ``…-1000``."""
    return [
        (0, int(part), part) if part.isascii() and part.isdigit() else (1, 0, part)
        for part in re.split(r"([0-9]+)", number)
    ]


def _asked(
    office: Office, is_unit: bool, from_on: date | None, until_on: date | None
) -> list[ColumnElement[bool]]:
    kinds = [AreaKind.UNIT] if is_unit else [AreaKind.PUBLIC, AreaKind.OFFICE]
    asked = [Slip.centre_id == office.centre_id, Slip.area_kind.in_(kinds)]
    if from_on is not None:
        asked.append(Slip.issued_at >= _midnight(office, from_on))
    if until_on is not None:
        asked.append(Slip.issued_at < _midnight(office, until_on))
    return asked


def _midnight(office: Office, day: date) -> datetime:
    return datetime.combine(day, time(0), office.zone).astimezone(UTC)


class _Facts:
    """What a row needs beside the slip's own columns."""

    def __init__(
        self,
        session: Session,
        office: Office,
        asked: Sequence[ColumnElement[bool]],
    ) -> None:
        self._office = office
        settings = office.settings
        self._deadline = settings.minute_of_day("return_deadline")
        self._onsite_minutes = settings.number("unit_onsite_min")
        self._clock_start = settings.text("sla_start")
        self._fees: dict[int, dict[LineKind, Decimal]] = {}
        for slip_id, kind, amount in session.execute(
            select(SlipLine.slip_id, SlipLine.kind, func.sum(SlipLine.amount))
            .join(Slip, Slip.id == SlipLine.slip_id)
            .where(*asked)
            .group_by(SlipLine.slip_id, SlipLine.kind)
        ):
            self._fees.setdefault(slip_id, {})[kind] = amount
        quotes = session.execute(
            select(Quote.slip_id, Quote.amount)
            .join(Slip, Slip.id == Quote.slip_id)
            .where(*asked, Quote.status == QuoteStatus.AGREED)
            .order_by(Quote.position)
        )
        self._money = load_money(session, asked)
        self._quotes: dict[int, Decimal] = {each: amount for each, amount in quotes}
        told = session.execute(
            select(Feedback.slip_id, Feedback.reason, Feedback.eta_at)
            .join(Slip, Slip.id == Feedback.slip_id)
            .where(*asked)
            .order_by(Feedback.told_at, Feedback.id)
        )
        self._told = {slip_id: (reason, eta_at) for slip_id, reason, eta_at in told}

        calls = session.execute(
            select(
                Callback.slip_id,
                Callback.called_at,
                Callback.result,
                Callback.is_normal,
                Callback.satisfaction,
            )
            .join(Slip, Slip.id == Callback.slip_id)
            .where(*asked)
            # Who was reached counts; tries without an answer only before that.
            .order_by(
                Callback.result == CallbackResult.REACHED,
                Callback.called_at,
                Callback.id,
            )
        )
        self._calls = {call.slip_id: call for call in calls}

    def row(self, slip: SlipColumns) -> RegisterRow:
        """The line of one slip."""
        fees = self._fees.get(slip.id, {})
        money = self._money.get(slip.id, _NO_MONEY)
        reason, eta_at = self._why_unfinished(slip)
        call = self._calls.get(slip.id)
        return RegisterRow(
            number=slip.number,
            state=slip.state,
            reported_at=self._local(slip.reported_at or slip.issued_at),
            taken_by=_joined(POSTS[slip.duty_post], slip.entered_by),
            area=slip.area,
            place=slip.place,
            unit=slip.unit_label or slip.place,
            owner=slip.owner_name or "",
            reporter=f"{slip.reporter_name}（{slip.report_dept}）"
            if slip.report_dept
            else slip.reporter_name,
            phone=mask_phone(slip.phone),
            content=slip.content,
            kind=JOB_TYPES[slip.job_type],
            trade=slip.trade or "",
            dispatched_at=self._local_or_none(slip.dispatched_at),
            supervisor=slip.supervisor or "",
            technicians="、".join(slip.technicians),
            arrived_at=self._local_or_none(slip.arrived_at),
            arrived_in_time=self._arrived_in_time(slip),
            done_at=self._local_or_none(slip.done_at),
            returned_at=self._local_or_none(slip.returned_at),
            returned_in_time=self._returned_in_time(slip),
            result=_joined(OUTCOMES.get(slip.outcome), slip.result_text, between="，"),
            unfinished_reason=reason,
            eta_at=self._local_or_none(eta_at),
            inspection=_joined(INSPECTIONS.get(slip.inspect_status), slip.inspected_by),
            charge=CHARGES[slip.charge_class],
            material=fees.get(LineKind.MATERIAL),
            labour=fees.get(LineKind.LABOUR),
            quote=self._quotes.get(slip.id),
            charged=money.charged if money.is_in_hand or money.charged else None,
            waived=money.waiver_text,
            received=money.received if money.methods else None,
            methods="、".join(dict.fromkeys(money.methods)),
            receipts="、".join(dict.fromkeys(money.receipts)),
            paid_on=self._local(money.paid_at).date() if money.paid_at else None,
            unpaid=money.unpaid if money.has_entries else None,
            opinion=_joined(OPINIONS.get(slip.owner_opinion), _signature(slip)).replace(
                " （", "（"
            ),
            called_on=self._local(call.called_at).date() if call else None,
            call_result=_call_result(call) if call else "",
            finance_copy=self._finance_copy(slip, money),
            state_word=STATES[slip.state],
            remark=_remark(slip),
            issued_on=self._local(slip.issued_at).date(),
            version=slip.version,
        )

    def _local(self, at: datetime) -> datetime:
        return at.astimezone(self._office.zone).replace(tzinfo=None)

    def _local_or_none(self, at: datetime | None) -> datetime | None:
        return None if at is None else self._local(at)

    def _why_unfinished(self, slip: SlipColumns) -> tuple[str, datetime | None]:
        if slip.state in _BACK and slip.outcome is Outcome.COMPLETED:
            return "", None
        reason, eta_at = self._told.get(slip.id, ("", None))
        return slip.unfinished_reason or reason, slip.eta_at or eta_at

    def _returned_in_time(self, slip: SlipColumns) -> str:
        """Whether the paper was back by 17:30; 17:30:59 still is (interfaces.md 3).

        A slip issued in the evening, after that, belongs to the next day.
        """
        if slip.returned_at is None:
            return ""
        returned, issued = self._local(slip.returned_at), self._local(slip.issued_at)
        is_of_next_day = (
            issued.date() == returned.date() and _minute(issued) > self._deadline
        )
        return _yes(_minute(returned) <= self._deadline or is_of_next_day)

    def _arrived_in_time(self, slip: SlipColumns) -> str:
        """Whether somebody came within 20 minutes, or by the appointment (K-05)."""
        if slip.arrived_at is None:
            return ""
        arrived = slip.arrived_at.replace(second=0)
        if slip.appointment_at is not None:
            return _yes(arrived <= slip.appointment_at)
        start = slip.supervisor_received_at or slip.dispatched_at
        if self._clock_start == "DISPATCHED":
            start = slip.dispatched_at
        elif self._clock_start == "ISSUED":
            start = slip.issued_at
        if start is None:
            return ""
        took = (arrived - start.replace(second=0)).total_seconds() / 60
        return _yes(took <= self._onsite_minutes)

    def _finance_copy(self, slip: SlipColumns, money: SlipMoney) -> str:
        if slip.state in ENDED:
            return STATES[slip.state]
        if slip.finance_early_at is not None:
            return f"先交 {self._local(slip.finance_early_at):%m-%d}"
        if money.batch:
            return money.batch
        return "已返未交" if slip.state in _BACK else "未返"


def _signature(slip: SlipColumns) -> str:
    if slip.sign_status in (None, SignStatus.SIGNED):
        return slip.signed_by or ""
    return _joined(slip.signed_by, f"（{SIGNATURES[slip.sign_status]}）", between="")


def _call_result(call: SlipColumns) -> str:
    """What the owner said, or that nobody said anything."""
    if call.satisfaction is not None:
        return OPINIONS[call.satisfaction]
    if call.is_normal is not None:
        return "正常" if call.is_normal else "不正常"
    return CALL_RESULTS[call.result]


def _remark(slip: SlipColumns) -> str:
    parts = []
    if slip.state in ENDED and slip.end_reason:
        parts.append(f"{STATES[slip.state]}：{slip.end_reason}")
    if slip.origin_number:
        parts.append(f"原号 {slip.origin_number}")
    return _joined(*parts, slip.remark, between="；")


def _joined(*parts: str | None, between: str = " ") -> str:
    return between.join(filter(None, parts))


def _yes(fact: bool) -> str:
    return "是" if fact else "否"


def _minute(at: datetime) -> int:
    return at.hour * 60 + at.minute
