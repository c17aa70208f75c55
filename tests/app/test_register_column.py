"""What the registers' columns say of a slip: the row, SQL and the paper all alike."""

import random
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from enum import StrEnum
from functools import partial
from typing import Any

import pytest
from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session

from app.database import Database
from app.desk import Desk, open_desk
from app.listing import ColumnFilter, HasWords, IsAtLeast, IsOneOf, IsWithin, Sort
from app.register_sql import CallSaid, CopyStanding, YesNo
from app.settings_change import change_settings
from app.slip_list import (
    Register,
    SlipFilter,
    SlipRow,
    find_slip_ids,
    first_register_rows,
    load_register_rows,
)
from models.base import table_of
from models.callback import Callback, CallbackMethod, CallbackResult
from models.feedback import Feedback
from models.finance_copy import FinanceCopy
from models.handover_batch import HandoverBatch, HandoverCopy
from models.ledger_entry import EntryKind, LedgerEntry, PayMethod
from models.slip import (
    ChargeClass,
    DutyPost,
    InspectStatus,
    Outcome,
    OwnerOpinion,
    SignStatus,
    Slip,
)
from models.slip_line import LineKind, SlipLine
from reports.register_load import load
from reports.register_row import RegisterRow
from tests.app.test_limit_sql import fill
from tests.clock import Clock
from tests.makers import make_slip

NOW = datetime(2026, 3, 30, 9, 17, 40, tzinfo=UTC)
_SLIP = table_of(Slip)
SLIPS = 250


@pytest.fixture
def desks(database: Database, desk: Desk, clock: Clock) -> Mapping[str, Desk]:
    """Two zones, one of them with a change of its clocks, over the same random slips.

    Their settings differ too: where the clock of an arrival begins.
    """
    clock.at = NOW
    template = make_slip(database, desk).id
    rng = random.Random(45)
    fill(database, template, rng, NOW, SLIPS)
    database.write(_more, desk, rng)
    found = {"Asia/Shanghai": desk}
    changed = {"zone": "Europe/Berlin", "sla_start": "ISSUED", "unit_onsite_min": "30"}
    database.write(change_settings, desk, changed)
    found["Europe/Berlin"] = database.read(lambda s: open_desk(s, clock=clock))
    return found


def _more(session: Session, desk: Desk, rng: random.Random) -> None:
    """Facts and rows of other tables, also such as no desk would write."""

    def maybe(*members: Any) -> Any:
        return rng.choice((None, *members))

    ids = list(session.scalars(select(Slip.id)))
    ledger: list[dict[str, Any]] = []
    batch = HandoverBatch(
        centre_id=desk.centre_id,
        period="2026-03",
        batch_no=1,
        begun_at=NOW,
        begun_by="演示",
        handed_at=NOW,
    )
    session.add(batch)
    session.flush()
    for slip_id in ids:
        facts: dict[str, Any] = {
            "outcome": maybe(*Outcome),
            "result_text": maybe("换了阀芯"),
            "charge_class": rng.choice(list(ChargeClass)),
            "duty_post": rng.choice(list(DutyPost)),
            "entered_by": maybe("演示前台"),
            "owner_opinion": maybe(*OwnerOpinion),
            "sign_status": maybe(*SignStatus),
            "signed_by": maybe("演示业户"),
            "inspect_status": maybe(*InspectStatus),
            "inspected_by": maybe("演示管家"),
            "finance_early_at": maybe(NOW, None, None),
            "unfinished_reason": maybe("待料", ""),
            "eta_at": maybe(NOW + timedelta(hours=5)),
            "remark": maybe("二次上门"),
            "origin_number": maybe("旧123"),
            "end_reason": maybe("业户撤销"),
            "report_dept": maybe("保安部"),
            "reported_at": maybe(NOW - timedelta(days=rng.randrange(9), hours=3)),
        }
        session.execute(update(_SLIP).where(_SLIP.c.id == slip_id).values(**facts))
        for _ in range(rng.choice((0, 0, 1, 2))):
            session.add(
                Callback(
                    centre_id=desk.centre_id,
                    slip_id=slip_id,
                    called_at=NOW - timedelta(minutes=rng.randrange(9_000)),
                    called_by="演示",
                    method=CallbackMethod.PHONE,
                    result=rng.choice(list(CallbackResult)),
                    is_normal=maybe(True, False),
                    satisfaction=maybe(*OwnerOpinion),
                )
            )
        if rng.random() < 0.4:
            session.add(
                Feedback(
                    slip_id=slip_id,
                    told_at=NOW - timedelta(minutes=rng.randrange(9_000)),
                    told_by="演示",
                    reason="缺人手",
                    eta_at=NOW + timedelta(hours=rng.randrange(90)),
                )
            )
        for place, fee in enumerate(LineKind):
            if rng.random() < 0.3:
                amount = Decimal(rng.randrange(1, 90_000)) / 100
                session.add(
                    SlipLine(
                        slip_id=slip_id,
                        position=place,
                        kind=fee,
                        name="演示",
                        quantity=Decimal(1),
                        price=amount,
                        amount=amount,
                    )
                )
        if rng.random() < 0.3:
            copy = HandoverCopy(batch_id=batch.id, slip_id=slip_id, print_seq=1)
            copy.scanned_at = NOW
            session.add(copy)
        if rng.random() < 0.3:
            session.add(
                FinanceCopy(
                    centre_id=desk.centre_id,
                    slip_id=slip_id,
                    arrived_at=NOW,
                    is_early=False,
                    has_paper=True,
                    posting_period="2026-03",
                    left_at=maybe(NOW),
                )
            )
        for _ in range(rng.choice((0, 0, 1, 2))):
            kind = rng.choice((EntryKind.PAY, EntryKind.CHARGE, EntryKind.WAIVE))
            at = NOW - timedelta(minutes=rng.randrange(60_000))
            is_paid = kind is EntryKind.PAY
            ledger.append(
                {
                    "centre_id": desk.centre_id,
                    "slip_id": slip_id,
                    "kind": kind,
                    "amount": Decimal(rng.randrange(1, 90_000)) / 100,
                    "method": rng.choice(list(PayMethod)) if is_paid else None,
                    "payer": "演示业户" if is_paid else None,
                    "receipt_no": f"SJ{len(ledger)}" if is_paid else None,
                    "invoice_no": maybe("FP9") if is_paid else None,
                    "effective_at": at,
                    "recorded_at": at,
                    "recorded_by": "演示",
                    "posting_period": "2026-03",
                }
            )
    session.execute(insert(table_of(LedgerEntry)), ledger)


def _rows(database: Database, desk: Desk) -> list[SlipRow]:
    ids = database.read(find_slip_ids, desk, SlipFilter())
    found = []
    for start in range(0, len(ids), 300):
        some = database.read(load_register_rows, desk, ids[start : start + 300])
        found += [row for row in some if row is not None]
    return found


def _yes(fact: bool | None) -> YesNo | None:
    return None if fact is None else YesNo.YES if fact else YesNo.NO


_WORDS: Mapping[str, tuple[type[StrEnum], Callable[[SlipRow, Desk], object]]] = {
    "call_opinion": (CallSaid, lambda row, _: row.call_said),
    "finance_copy": (CopyStanding, lambda row, _: row.finance_copy),
    "charge": (ChargeClass, lambda row, _: row.charge_class),
    "inspection": (InspectStatus, lambda row, _: row.inspect_status),
    "opinion": (OwnerOpinion, lambda row, _: row.owner_opinion),
    "returned_in_time": (YesNo, lambda row, desk: _yes(row.is_returned_in_time(desk))),
    "arrived_in_time": (
        YesNo,
        lambda row, desk: _yes(
            row.is_arrived_in_time(desk.settings.number("unit_onsite_min"))
        ),
    ),
}


class _Asked:
    """Asks one desk's books by a heading and holds the answer against the rows."""

    def __init__(self, database: Database, desk: Desk) -> None:
        self.database, self.desk = database, desk
        self.rows = _rows(database, desk)

    def ids(
        self, key: str, asked: ColumnFilter, fits: Callable[[SlipRow], object]
    ) -> None:
        """Both ways find the same, and something."""
        wanted = SlipFilter(columns=((key, asked),))
        found = self.database.read(find_slip_ids, self.desk, wanted)
        expected = {row.id for row in self.rows if fits(row)}
        assert set(found) == expected, (key, asked)
        assert expected, f"nothing was asked of {key}"

    def word(self, key: str, member: StrEnum) -> None:
        """One word of a column that has few."""
        said = _WORDS[key][1]
        fits = partial(_says, said, self.desk, member)
        if any(map(fits, self.rows)):
            self.ids(key, IsOneOf((member.value,)), fits)

    def days(self, key: str, at: Callable[[SlipRow], datetime | None]) -> None:
        """Two days of a column of instants."""
        first = self.desk.local(NOW).date() - timedelta(days=4)
        until = first + timedelta(days=2)

        def fits(row: SlipRow) -> bool:
            moment = at(row)
            return (
                moment is not None and first <= self.desk.local(moment).date() < until
            )

        self.ids(key, IsWithin(first, until), fits)


def _says(
    said: Callable[[SlipRow, Desk], object], desk: Desk, member: object, row: SlipRow
) -> bool:
    return said(row, desk) is member


def _paid(method: PayMethod, row: SlipRow) -> bool:
    return method in row.facts.methods


def test_sql_asks_of_every_column_what_its_row_says(
    desks: Mapping[str, Desk], database: Database
) -> None:
    least = Decimal("400")
    for desk in desks.values():
        asked = _Asked(database, desk)
        assert len(asked.rows) > SLIPS
        for key, (members, _) in _WORDS.items():
            for member in members:
                asked.word(key, member)
        for method in PayMethod:
            asked.ids("methods", IsOneOf((method.value,)), partial(_paid, method))
        asked.days("reported", lambda row: row.reported_at or row.issued_at)
        asked.days("paid_on", lambda row: row.facts.paid_at)
        asked.ids("eta", IsWithin(), lambda row: row.expected_at)
        asked.ids(
            "unfinished_reason",
            HasWords("缺人"),
            lambda row: "缺人" in (row.why_unfinished or ""),
        )
        asked.ids("receipts", HasWords("FP9"), lambda row: "FP9" in row.facts.receipts)
        asked.ids("taken_by", HasWords("中控"), _is_of_control_room)
        asked.ids("reporter", HasWords("保安部"), lambda row: row.report_dept)
        asked.ids("remark", HasWords("二次"), lambda row: row.remark)
        for key in ("labour", "material"):
            asked.ids(key, IsAtLeast(least), partial(_has_fee, key, least))


def _is_of_control_room(row: SlipRow) -> bool:
    return row.duty_post is DutyPost.CONTROL_ROOM


def _has_fee(key: str, least: Decimal, row: SlipRow) -> bool:
    return (getattr(row.facts, key) or 0) >= least


KEYS = (
    "reported",
    "reported_time",
    "taken_by",
    "arrived_in_time",
    "returned_in_time",
    "inspection",
    "charge",
    "material",
    "labour",
    "methods",
    "receipts",
    "paid_on",
    "opinion",
    "finance_copy",
    "remark",
)


def test_the_new_columns_sort_both_ways_and_a_page_is_the_same_rows(
    desks: Mapping[str, Desk], database: Database
) -> None:
    desk = desks["Europe/Berlin"]
    count = len(_rows(database, desk))
    for key in KEYS:
        for is_descending in (False, True):
            wanted = SlipFilter(sort=Sort(key, is_descending))
            ids = database.read(find_slip_ids, desk, wanted)
            assert len(set(ids)) == count
            first = database.read(first_register_rows, desk, wanted, 5)
            assert [row.id for row in first] == list(ids[:5])
            assert first == database.read(load_register_rows, desk, ids[:5])


def _joined(parts: Sequence[str]) -> str:
    return "、".join(parts)


def test_the_screen_and_the_paper_say_the_same_of_every_slip(
    desks: Mapping[str, Desk], database: Database
) -> None:
    """4.5: a line of the register is a view of the slip, wherever it is looked at."""
    said_yes = {None: "", True: "是", False: "否"}
    for desk in desks.values():
        rows = {row.number: row for row in _rows(database, desk)}
        paper: list[RegisterRow] = []
        for is_unit in (True, False):
            paper += database.read(load, desk, is_unit=is_unit).rows
        assert len(paper) == len(rows)
        minutes = desk.settings.number("unit_onsite_min")
        for line in paper:
            row = rows[line.number]
            is_late = said_yes[row.is_arrived_in_time(minutes)]
            assert line.arrived_in_time == is_late
            assert line.returned_in_time == said_yes[row.is_returned_in_time(desk)]
            assert line.unfinished_reason == (row.why_unfinished or "")
            assert _local(desk, line.eta_at) == row.expected_at
            assert (line.material, line.labour) == (
                row.facts.material,
                row.facts.labour,
            )
            assert line.receipts == _joined(row.facts.receipts)
            assert line.methods.count("、") == max(0, len(row.facts.methods) - 1)
            paid = row.facts.paid_at
            assert line.paid_on == (desk.local(paid).date() if paid else None)
            assert (line.finance_copy == "未返") == (
                row.finance_copy is CopyStanding.OUT
            )
            assert ("批" in line.finance_copy) == (
                row.finance_copy is CopyStanding.HANDED
            )
            called = row.called_at
            assert line.called_on == (desk.local(called).date() if called else None)
            assert (line.call_result == "正常") == (row.call_said is CallSaid.NORMAL)
            in_hand = row.facts.is_in_hand
            assert (line.charged is None) == (not row.charged and not in_hand)
            assert line.unpaid == row.unpaid


def _local(desk: Desk, at: datetime | None) -> datetime | None:
    return None if at is None else at.replace(tzinfo=desk.zone).astimezone(UTC)


def test_a_page_of_a_register_takes_few_statements(
    database: Database, desk: Desk, statements: list[str]
) -> None:
    make_slip(database, desk)
    statements.clear()
    wanted = SlipFilter(Register.PUBLIC)
    assert len(database.read(first_register_rows, desk, wanted, 100)) == 1
    assert len(statements) == 6
