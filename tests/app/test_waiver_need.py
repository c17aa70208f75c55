"""Who must sign a waiver: by the sum, linked slips counted (worked 5.5, K-12, K-29)."""

from datetime import timedelta
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from app.database import Database
from app.desk import Desk
from app.slip_record import get_slip
from app.waiver import DecideWaiver, decide_waiver, waiver_level
from app.waiver_need import waiver_need
from app.waiver_refusals import LevelTooLow, WaiverTooMuch
from models.waiver import WaiverLevel, WaiverStatus
from models.waiver_row import WaiverNeed
from tests.app.books import problems
from tests.app.waiving import (
    DIRECTOR,
    LEADER,
    ask,
    paper,
    priced,
    sign,
    waiver_of,
    with_settings,
)
from tests.clock import Clock
from tests.makers import make_unit


def need_of(database: Database, desk: Desk, slip_id: int, amount: str) -> WaiverNeed:
    def look(session: Session) -> WaiverNeed:
        slip = get_slip(session, desk, slip_id)
        need = waiver_need(session, desk, slip, Decimal(amount))
        assert waiver_level(session, desk, slip, Decimal(amount)) is need.level
        return need

    return database.read(look)


@pytest.mark.parametrize(
    ("amount", "level"),
    [
        ("0.01", DIRECTOR),
        ("499.99", DIRECTOR),
        ("500.00", LEADER),
        ("500.01", LEADER),
        ("1000.00", LEADER),
    ],
)
def test_from_five_hundred_on_the_leader_signs(
    database: Database, desk: Desk, amount: str, level: WaiverLevel
) -> None:
    slip_id = priced(database, desk)
    assert need_of(database, desk, slip_id, amount).level is level
    applied = ask(database, desk, slip_id, amount)
    assert applied.need.level is level
    order = DecideWaiver(applied.id, True, paper=paper(DIRECTOR))
    if level is LEADER:
        with pytest.raises(LevelTooLow):
            database.write(decide_waiver, desk, order)
        sign(database, desk, applied.id, LEADER)
    else:
        database.write(decide_waiver, desk, order)
    decided = waiver_of(database, applied.id)
    assert (decided.status, decided.level) == (WaiverStatus.APPROVED, level)


def test_a_further_waiver_counts_with_the_one_before(
    database: Database, desk: Desk
) -> None:
    slip_id = priced(database, desk)
    sign(database, desk, ask(database, desk, slip_id, "300.00").id)
    assert need_of(database, desk, slip_id, "199.99").level is DIRECTOR
    need = need_of(database, desk, slip_id, "200.00")
    assert (need.level, need.total) == (LEADER, Decimal("500.00"))
    assert [one.amount for one in need.counted] == [Decimal("300.00")]
    further = ask(database, desk, slip_id, "200.00")
    order = DecideWaiver(further.id, True, paper=paper(DIRECTOR))
    with pytest.raises(LevelTooLow):
        database.write(decide_waiver, desk, order)
    sign(database, desk, further.id, LEADER)
    assert not problems(database, desk)


def test_where_the_leader_begins_is_a_setting(database: Database, desk: Desk) -> None:
    slip_id = priced(database, desk)
    later = with_settings(desk, waiver_leader_from=50_001)
    assert need_of(database, later, slip_id, "500.00").level is DIRECTOR
    assert need_of(database, later, slip_id, "500.01").level is LEADER
    sign(database, later, ask(database, later, slip_id, "500.00").id)
    # What was right by the settings of its day stays right.
    assert not problems(database, desk)


def test_the_fee_may_be_what_is_measured(database: Database, desk: Desk) -> None:
    by_fee = with_settings(desk, waiver_basis="FEE")
    dear = priced(database, desk, "500.00")
    cheap = priced(database, desk, "499.99")
    need = need_of(database, by_fee, dear, "10.00")
    assert (need.level, need.total) == (LEADER, Decimal("500.00"))
    assert need.is_fee_measured
    assert need_of(database, by_fee, cheap, "499.99").level is DIRECTOR
    assert need_of(database, desk, dear, "10.00").level is DIRECTOR


def test_a_higher_level_may_always_sign(database: Database, desk: Desk) -> None:
    slip_id = priced(database, desk)
    applied = ask(database, desk, slip_id, "1.00")
    sign(database, desk, applied.id, LEADER)
    assert waiver_of(database, applied.id).level is LEADER
    assert not problems(database, desk)


def test_linked_rework_counts_in_every_direction(
    database: Database, desk: Desk
) -> None:
    first = priced(database, desk)
    again = priced(database, desk, rework_of=first)
    third = priced(database, desk, rework_of=again)
    sibling = priced(database, desk, rework_of=first)
    other = priced(database, desk)
    sign(database, desk, ask(database, desk, again, "300.00").id)
    for slip_id in (first, again, third, sibling):
        need = need_of(database, desk, slip_id, "200.00")
        assert need.level is LEADER, slip_id
        assert need.counted[0].is_linked is (slip_id != again)
    assert need_of(database, desk, other, "200.00").level is DIRECTOR


def test_a_pending_request_counts_for_what_is_asked_after_it(
    database: Database, desk: Desk
) -> None:
    slip_id = priced(database, desk)
    waiting = ask(database, desk, slip_id, "300.00")
    assert need_of(database, desk, slip_id, "200.00").level is LEADER
    order = DecideWaiver(waiting.id, False, "不同意", paper(DIRECTOR))
    database.write(decide_waiver, desk, order)
    assert need_of(database, desk, slip_id, "200.00").level is DIRECTOR


def test_waivers_of_one_unit_within_seven_days_are_pointed_out(
    database: Database, desk: Desk, clock: Clock
) -> None:
    make_unit(database, desk)
    make_unit(database, desk, "3-1503")
    here, again, third = (priced(database, desk) for _ in range(3))
    elsewhere = priced(database, desk, unit="3-1503", place="3-1503")
    assert ask(database, desk, here, "300.00").split is None
    clock.advance(days=7)
    split = ask(database, desk, again, "200.00").split
    assert split is not None
    assert (split.total, split.days) == (Decimal("500.00"), 7)
    assert len(split.numbers) == 1
    assert ask(database, desk, elsewhere, "499.00").split is None
    # The leader signs anyway, and after seven days it is another matter.
    assert ask(database, desk, third, "500.00").split is None
    clock.advance(days=7, seconds=1)
    assert ask(database, desk, here, "100.00").split is None


def test_a_split_is_pointed_out_and_not_refused(database: Database, desk: Desk) -> None:
    make_unit(database, desk)
    one, other = priced(database, desk), priced(database, desk)
    sign(database, desk, ask(database, desk, one, "300.00").id)
    applied = ask(database, desk, other, "300.00")
    assert applied.split is not None
    sign(database, desk, applied.id)
    assert not problems(database, desk)


AMOUNTS = st.lists(
    st.tuples(
        st.sampled_from([0, 1, 2]),
        st.decimals("0.01", "499.99", places=2),
        st.sampled_from(["sign", "wait", "reject", "sign an older one"]),
    ),
    min_size=2,
    max_size=7,
)


@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(steps=AMOUNTS)
def test_what_reaches_the_limit_was_never_signed_by_the_director_alone(
    database: Database,
    desk: Desk,
    clock: Clock,
    steps: list[tuple[int, Decimal, str]],
) -> None:
    """However it is cut up over a slip and its rework, and in whatever order."""
    first = priced(database, desk, "2000.00")
    family = [first]
    family += [priced(database, desk, "2000.00", rework_of=family[-1]) for _ in "12"]
    waiting: list[int] = []
    signed: list[int] = []

    def director_signs(waiver_id: int) -> None:
        order = DecideWaiver(waiver_id, True, paper=paper(DIRECTOR))
        try:
            database.write(decide_waiver, desk, order)
        except LevelTooLow:
            waiting.append(waiver_id)
        else:
            signed.append(waiver_id)

    for which, amount, then in steps:
        clock.at += timedelta(minutes=5)
        try:
            waiting.append(ask(database, desk, family[which], str(amount)).id)
        except WaiverTooMuch:
            continue
        if then == "sign":
            director_signs(waiting.pop())
        elif then == "sign an older one":
            director_signs(waiting.pop(0))
        elif then == "reject":
            order = DecideWaiver(waiting.pop(0), False, "不同意", paper(DIRECTOR))
            database.write(decide_waiver, desk, order)
    total = sum(waiver_of(database, each).amount for each in signed)
    assert total < 500
    assert not problems(database, desk)
