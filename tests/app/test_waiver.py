"""A waiver is asked for with a reason and decided by who may (4.8, worked 5.5)."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from app.database import Database
from app.desk import Desk, NotAllowed, open_desk
from app.errors import FieldRefusal, Refusal
from app.slip_refusals import (
    AmountMalformed,
    FieldMissing,
    FieldTooLong,
    SlipCannotMove,
    TimeInFuture,
    TimeOrder,
)
from app.staff_directory import PersonUnknown
from app.waiver import (
    ApplyWaiver,
    DecideWaiver,
    WithdrawWaiver,
    apply_waiver,
    decide_waiver,
    withdraw_waiver,
)
from app.waiver_refusals import (
    LevelTooLow,
    NotDirector,
    NothingPriced,
    NothingToWaive,
    NotLeader,
    OwnWaiver,
    WaiverIsDecided,
    WaiverNoLongerFits,
    WaiverNotPositive,
    WaiverTooMuch,
    WaiverUnknown,
)
from models.slip import ChargeClass, SlipState
from models.staff import Department, Post
from models.text import LANGUAGES, translator
from models.unit import AreaKind
from models.waiver import WaiverStatus
from tests.app.books import books, changed_between, events_of, problems
from tests.app.waiving import (
    DIRECTOR,
    LEADER,
    REASON,
    account,
    ask,
    paper,
    pay,
    priced,
    sign,
    waived,
    waiver_of,
)
from tests.clock import SITE, Clock
from tests.makers import make_slip, make_staff
from ui.texts import sentence


def refused(
    kind: type[Refusal], database: Database, step: Any, desk: Desk, order: object
) -> Refusal:
    """What refuses a step; nothing is left behind, and it speaks every language."""
    before = books(database)
    with pytest.raises(kind) as told:
        database.write(step, desk, order)
    assert changed_between(before, books(database)) == set()
    for language in LANGUAGES:
        said = sentence(told.value, translator(language), SITE)
        assert said
        assert "{" not in said
        assert "—" not in said, said
    return told.value


def test_a_request_waits_and_the_owner_owes_the_whole(
    database: Database, desk: Desk
) -> None:
    slip_id = priced(database, desk, "300.00")
    applied = ask(database, desk, slip_id, "120.00")
    asked = waiver_of(database, applied.id)
    assert (asked.status, asked.level) == (WaiverStatus.PENDING, DIRECTOR)
    assert (asked.applicant, asked.reason) == (desk.actor, REASON)
    known = account(database, slip_id)
    assert known.left_to_pay == Decimal("300.00")
    assert known.pending_waived == Decimal("120.00")
    assert waived(database, slip_id) == []
    assert events_of(database, slip_id)[-1] == "apply_waiver"


def test_an_approved_request_stands_once_in_the_ledger(
    database: Database, desk: Desk, clock: Clock
) -> None:
    slip_id = priced(database, desk, "300.00")
    applied = ask(database, desk, slip_id, "120.00")
    clock.advance(hours=1)
    sign(database, desk, applied.id)
    known = account(database, slip_id)
    assert known.left_to_pay == Decimal("180.00")
    assert known.pending_waived == 0
    assert waived(database, slip_id) == [(Decimal("120.00"), applied.id)]
    decided = waiver_of(database, applied.id)
    assert decided.status is WaiverStatus.APPROVED
    assert (decided.approver, decided.approver_title) == ("演示总监", "物业总监")
    assert (decided.paper_ref, decided.decided_at) == ("QM-26-001", desk.now())
    assert events_of(database, slip_id)[-3:] == [
        "apply_waiver",
        "decide_waiver",
        "waive",
    ]
    assert not problems(database, desk)


def test_a_rejected_request_says_why_and_leaves_the_price(
    database: Database, desk: Desk
) -> None:
    slip_id = priced(database, desk, "300.00")
    applied = ask(database, desk, slip_id, "120.00")
    silent = DecideWaiver(applied.id, False, paper=paper(DIRECTOR))
    missing = refused(FieldMissing, database, decide_waiver, desk, silent)
    assert missing.facts["field"] == "decided_note"
    database.write(decide_waiver, desk, replace(silent, note="理由不足"))
    rejected = waiver_of(database, applied.id)
    assert rejected.status is WaiverStatus.REJECTED
    assert rejected.decided_note == "理由不足"
    assert waived(database, slip_id) == []
    assert account(database, slip_id).left_to_pay == Decimal("300.00")
    # What was rejected counts no more.
    ask(database, desk, slip_id, "300.00")


def test_a_request_is_withdrawn_before_it_is_decided(
    database: Database, desk: Desk
) -> None:
    slip_id = priced(database, desk, "300.00")
    applied = ask(database, desk, slip_id, "300.00")
    database.write(withdraw_waiver, desk, WithdrawWaiver(applied.id, "业户已付"))
    gone = waiver_of(database, applied.id)
    assert gone.status is WaiverStatus.WITHDRAWN
    assert gone.decided_note == "业户已付"
    assert account(database, slip_id).pending_waived == 0
    for step, order in (
        (withdraw_waiver, WithdrawWaiver(applied.id)),
        (decide_waiver, DecideWaiver(applied.id, True, paper=paper(DIRECTOR))),
    ):
        refused(WaiverIsDecided, database, step, desk, order)
    assert events_of(database, slip_id)[-1] == "withdraw_waiver"
    assert not problems(database, desk)


@pytest.mark.parametrize(
    ("amount", "kind"),
    [
        ("0", WaiverNotPositive),
        ("0.00", WaiverNotPositive),
        ("-5", AmountMalformed),
        ("10.001", AmountMalformed),
        ("1000000000", AmountMalformed),
        ("300.01", WaiverTooMuch),
    ],
)
def test_an_amount_is_more_than_nothing_and_no_more_than_is_left(
    database: Database, desk: Desk, amount: str, kind: type[FieldRefusal]
) -> None:
    slip_id = priced(database, desk, "300.00")
    order = ApplyWaiver(slip_id, Decimal(amount), REASON)
    assert refused(kind, database, apply_waiver, desk, order).field == "amount"  # type: ignore[attr-defined]


def test_what_is_left_is_less_what_was_waived_asked_for_and_paid(
    database: Database, desk: Desk
) -> None:
    slip_id = priced(database, desk, "300.00")
    pay(database, desk, slip_id, "100.00")
    sign(database, desk, ask(database, desk, slip_id, "50.00").id)
    ask(database, desk, slip_id, "60.00")
    order = ApplyWaiver(slip_id, Decimal("90.01"), REASON)
    told = refused(WaiverTooMuch, database, apply_waiver, desk, order)
    assert told.facts["left"] == Decimal("90.00")
    said = sentence(told, translator("zh_CN"))
    assert "退款" in said
    ask(database, desk, slip_id, "90.00")


@pytest.mark.parametrize("reason", ["", "  ", "\n"])
def test_a_waiver_needs_a_reason(database: Database, desk: Desk, reason: str) -> None:
    slip_id = priced(database, desk)
    order = ApplyWaiver(slip_id, Decimal(5), reason)
    told = refused(FieldMissing, database, apply_waiver, desk, order)
    assert told.facts["field"] == "reason"
    long = replace(order, reason="长" * 301)
    refused(FieldTooLong, database, apply_waiver, desk, long)


def test_public_free_and_unpriced_work_has_nothing_to_waive(
    database: Database, desk: Desk
) -> None:
    public = make_slip(database, desk, SlipState.RETURNED)
    free = make_slip(
        database,
        desk,
        area_kind=AreaKind.UNIT,
        charge_class=ChargeClass.FREE_WARRANTY,
    )
    unpriced = make_slip(database, desk, SlipState.ON_SITE, area_kind=AreaKind.UNIT)
    for slip, kind in (
        (public, NothingToWaive),
        (free, NothingToWaive),
        (unpriced, NothingPriced),
    ):
        order = ApplyWaiver(slip.id, Decimal(5), REASON)
        refused(kind, database, apply_waiver, desk, order)


@pytest.mark.parametrize("state", [SlipState.VOID, SlipState.CANCELLED])
def test_nothing_is_waived_on_a_slip_that_ended(
    database: Database, desk: Desk, state: SlipState
) -> None:
    slip = make_slip(database, desk, state, area_kind=AreaKind.UNIT)
    order = ApplyWaiver(slip.id, Decimal(5), REASON)
    refused(SlipCannotMove, database, apply_waiver, desk, order)


# who decides


def at_desk(database: Database, clock: Clock, name: str) -> Desk:
    return database.read(open_desk, actor=name, clock=clock)


@pytest.fixture
def staff(database: Database, desk: Desk) -> None:
    """A housekeeper, a director, a clerk of Finance and a manager."""
    management = Department.MANAGEMENT
    make_staff(database, desk, "演示管家", Post.HOUSEKEEPER)
    make_staff(database, desk, "演示总监", Post.DIRECTOR, department=management)
    make_staff(database, desk, "演示财务", Post.FINANCE, department=Department.FINANCE)
    make_staff(database, desk, "演示总经理", Post.ADMIN, department=management)
    make_staff(database, desk, "演示双岗", Post.DIRECTOR, Post.FRONT_DESK)


@pytest.mark.usefixtures("staff")
def test_the_director_decides_on_the_screen(
    database: Database, desk: Desk, clock: Clock
) -> None:
    slip_id = priced(database, desk)
    housekeeper = at_desk(database, clock, "演示管家")
    applied = ask(database, housekeeper, slip_id, "499.99")
    order = DecideWaiver(applied.id, True)
    refused(NotAllowed, database, decide_waiver, housekeeper, order)
    clerk = at_desk(database, clock, "演示财务")
    refused(NotAllowed, database, decide_waiver, clerk, order)
    director = at_desk(database, clock, "演示总监")
    database.write(decide_waiver, director, order)
    decided = waiver_of(database, applied.id)
    assert (decided.level, decided.approver) == (DIRECTOR, "演示总监")
    assert (decided.applicant, decided.paper_ref) == ("演示管家", None)


@pytest.mark.usefixtures("staff")
def test_who_asks_does_not_decide(database: Database, desk: Desk, clock: Clock) -> None:
    slip_id = priced(database, desk)
    both = at_desk(database, clock, "演示双岗")
    applied = ask(database, both, slip_id, "10.00")
    told = refused(
        OwnWaiver, database, decide_waiver, both, DecideWaiver(applied.id, True)
    )
    assert told.facts["name"] == "演示双岗"
    no = DecideWaiver(applied.id, False, "不同意")
    refused(OwnWaiver, database, decide_waiver, both, no)
    # Nor by paper, whoever records it.
    signed = paper(DIRECTOR, approver="演示双岗")
    order = DecideWaiver(applied.id, True, paper=signed)
    refused(OwnWaiver, database, decide_waiver, desk, order)
    # Nor by asking in another's name.
    of_other = ApplyWaiver(slip_id, Decimal(5), REASON, applicant="演示管家")
    other, _ = database.write(apply_waiver, both, of_other)
    refused(OwnWaiver, database, decide_waiver, both, DecideWaiver(other.id, True))


@pytest.mark.usefixtures("staff")
def test_asking_in_the_name_of_somebody_who_is_not_here_is_refused(
    database: Database, desk: Desk
) -> None:
    slip_id = priced(database, desk)
    order = ApplyWaiver(slip_id, Decimal(5), REASON, applicant="演示管嘉")
    told = refused(PersonUnknown, database, apply_waiver, desk, order)
    assert told.facts["field"] == "applicant"


@pytest.mark.usefixtures("staff")
def test_a_paper_is_signed_by_a_director_or_a_leader(
    database: Database, desk: Desk, clock: Clock
) -> None:
    slip_id = priced(database, desk)
    housekeeper = at_desk(database, clock, "演示管家")
    small = ask(database, desk, slip_id, "10.00").id
    for signed, kind in (
        (paper(DIRECTOR, approver="演示财务"), NotDirector),
        (paper(DIRECTOR, approver="某人"), NotDirector),
        (paper(LEADER, approver="演示财务"), NotLeader),
        (paper(LEADER, approver="演示总监"), NotLeader),
    ):
        order = DecideWaiver(small, True, paper=signed)
        refused(kind, database, decide_waiver, housekeeper, order)
    clerk = at_desk(database, clock, "演示财务")
    order = DecideWaiver(small, True, paper=paper(DIRECTOR))
    refused(NotAllowed, database, decide_waiver, clerk, order)
    database.write(decide_waiver, housekeeper, order)
    assert waiver_of(database, small).recorded_by == "演示管家"
    # A manager in the directory, or a leader from outside it.
    for name in ("演示总经理", "集团副总"):
        applied = ask(database, desk, slip_id, "1.00")
        sign(database, housekeeper, applied.id, LEADER, approver=name)
        assert waiver_of(database, applied.id).level is LEADER


@pytest.mark.parametrize(
    ("signed", "field"),
    [
        ({"approver": ""}, "approver"),
        ({"approver_title": " "}, "approver_title"),
        ({"paper_ref": ""}, "paper_ref"),
    ],
)
def test_a_paper_names_who_signed_as_what_and_its_number(
    database: Database, desk: Desk, signed: dict[str, Any], field: str
) -> None:
    slip_id = priced(database, desk)
    applied = ask(database, desk, slip_id, "600.00")
    order = DecideWaiver(applied.id, True, paper=paper(LEADER, **signed))
    told = refused(FieldMissing, database, decide_waiver, desk, order)
    assert told.facts["field"] == field


def test_a_paper_is_signed_after_the_request_and_before_now(
    database: Database, desk: Desk, clock: Clock
) -> None:
    slip_id = priced(database, desk)
    applied = ask(database, desk, slip_id, "10.00")
    asked_at = desk.now()
    clock.advance(hours=2)
    for signed_at, kind in (
        (asked_at - timedelta(minutes=1), TimeOrder),
        (desk.now() + timedelta(minutes=1), TimeInFuture),
    ):
        signed = paper(DIRECTOR, signed_at=signed_at)
        order = DecideWaiver(applied.id, True, paper=signed)
        refused(kind, database, decide_waiver, desk, order)
    sign(database, desk, applied.id, signed_at=asked_at + timedelta(hours=1))
    assert waiver_of(database, applied.id).decided_at == asked_at + timedelta(hours=1)
    # The next one of the slip is not recorded as signed before it.
    second = ask(database, desk, slip_id, "10.00")
    late = paper(DIRECTOR, signed_at=asked_at + timedelta(minutes=30))
    order = DecideWaiver(second.id, True, paper=late)
    refused(TimeOrder, database, decide_waiver, desk, order)


def test_a_request_is_decided_once(database: Database, desk: Desk) -> None:
    slip_id = priced(database, desk)
    applied = ask(database, desk, slip_id, "10.00")
    sign(database, desk, applied.id)
    for is_approved in (True, False):
        order = DecideWaiver(applied.id, is_approved, "再来", paper(DIRECTOR))
        told = refused(WaiverIsDecided, database, decide_waiver, desk, order)
        assert told.facts["status"] is WaiverStatus.APPROVED
    unknown = DecideWaiver(applied.id + 99, True)
    refused(WaiverUnknown, database, decide_waiver, desk, unknown)


def test_a_payment_that_came_between_is_seen_at_the_decision(
    database: Database, desk: Desk
) -> None:
    slip_id = priced(database, desk, "300.00")
    applied = ask(database, desk, slip_id, "200.00")
    pay(database, desk, slip_id, "150.00")
    order = DecideWaiver(applied.id, True, paper=paper(DIRECTOR))
    told = refused(WaiverNoLongerFits, database, decide_waiver, desk, order)
    assert told.facts["left"] == Decimal("150.00")
    # It can still be rejected, and what is left be asked for.
    database.write(decide_waiver, desk, replace(order, is_approved=False, note="已付"))
    sign(database, desk, ask(database, desk, slip_id, "150.00").id)
    assert account(database, slip_id).left_to_pay == 0


def test_the_level_is_judged_again_at_the_decision(
    database: Database, desk: Desk, clock: Clock
) -> None:
    slip_id = priced(database, desk)
    first = ask(database, desk, slip_id, "300.00")
    second = ask(database, desk, slip_id, "200.00")
    assert (first.need.level, second.need.level) == (DIRECTOR, LEADER)
    # The second is decided first, so the first reaches the limit with it.
    sign(database, desk, second.id, LEADER)
    order = DecideWaiver(first.id, True, paper=paper(DIRECTOR))
    told = refused(LevelTooLow, database, decide_waiver, desk, order)
    assert told.facts["total"] == Decimal("500.00")
    sign(database, desk, first.id, LEADER)
    assert not problems(database, desk)


@pytest.mark.usefixtures("staff")
def test_the_director_may_reject_what_only_a_leader_approves(
    database: Database, desk: Desk, clock: Clock
) -> None:
    slip_id = priced(database, desk)
    applied = ask(database, desk, slip_id, "500.00")
    director = at_desk(database, clock, "演示总监")
    order = DecideWaiver(applied.id, True)
    told = refused(LevelTooLow, database, decide_waiver, director, order)
    assert told.facts["level"] is LEADER
    database.write(decide_waiver, director, DecideWaiver(applied.id, False, "不同意"))
    assert waiver_of(database, applied.id).status is WaiverStatus.REJECTED


@pytest.mark.usefixtures("staff")
def test_a_leader_of_the_company_decides_on_the_screen(
    database: Database, desk: Desk, clock: Clock
) -> None:
    management = Department.MANAGEMENT
    make_staff(database, desk, "演示领导", Post.LEADER, department=management)
    both = (Post.DIRECTOR, Post.LEADER)
    make_staff(database, desk, "演示兼任", *both, department=management)
    slip_id = priced(database, desk)
    housekeeper = at_desk(database, clock, "演示管家")
    decided = []
    for name, sum_ in (("演示兼任", "10"), ("演示领导", "10"), ("演示兼任", "480")):
        applied = ask(database, housekeeper, slip_id, sum_)
        order = DecideWaiver(applied.id, True)
        # Who has not said a name is no leader.
        if applied.need.level is LEADER:
            refused(LevelTooLow, database, decide_waiver, desk, order)
        database.write(decide_waiver, at_desk(database, clock, name), order)
        waiver = waiver_of(database, applied.id)
        decided.append((waiver.level, waiver.approver, waiver.approver_title))
    assert decided == [
        (DIRECTOR, "演示兼任", "物业总监"),
        (LEADER, "演示领导", "公司领导"),
        (LEADER, "演示兼任", "公司领导"),
    ]
    # On paper, who is both signs as either.
    applied = ask(database, desk, slip_id, "1.00")
    sign(database, desk, applied.id, LEADER, approver="演示兼任")
    assert not problems(database, desk)


@pytest.mark.usefixtures("staff")
def test_who_may_not_ask_is_refused(
    database: Database, desk: Desk, clock: Clock
) -> None:
    slip_id = priced(database, desk)
    clerk = at_desk(database, clock, "演示财务")
    order = ApplyWaiver(slip_id, Decimal(5), REASON)
    refused(NotAllowed, database, apply_waiver, clerk, order)
    applied = ask(database, desk, slip_id, "5.00")
    refused(NotAllowed, database, withdraw_waiver, clerk, WithdrawWaiver(applied.id))
