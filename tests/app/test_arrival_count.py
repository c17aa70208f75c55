"""20分钟到场: on time and base as ``stats`` counts them."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from sqlalchemy import update
from sqlalchemy.orm import Session

from app.database import Database
from app.desk import Desk
from app.statistics import load_statistics
from models.base import table_of
from models.slip import Slip, SlipState
from models.statistics import Figure, FigureKey, Measure, Span
from models.unit import AreaKind
from tests.clock import Clock
from tests.makers import make_slip

UNIT = AreaKind.UNIT
FROM, UNTIL = "2026-03-02 00:00:00", "2026-03-03 00:00:00"

Put = Callable[..., int]


def arrivals(on_time: int, base: int) -> Figure:
    """The figure with these two numbers."""
    return Figure(FigureKey.ARRIVAL, Measure.RATE, on_time, base)


def count_arrivals(
    database: Database, desk: Desk, from_at: datetime, until_at: datetime, at: datetime
) -> Figure:
    """What the statistics say."""
    span = Span(from_at, until_at, at)
    return database.read(load_statistics, desk, span).figure(FigureKey.ARRIVAL)


_SLIP = table_of(Slip)


def set_facts(session: Session, slip_id: int, facts: dict[str, Any]) -> None:
    """Put facts on a slip as if they had been written at their own times."""
    session.execute(update(_SLIP).where(_SLIP.c.id == slip_id).values(facts))


@pytest.fixture
def moment() -> Callable[[str], datetime]:
    """Local times of 2 March, or whole ones."""
    clock = Clock()
    return lambda text: clock.local(text if "-" in text else f"2026-03-02 {text}")


@pytest.fixture
def put(database: Database, desk: Desk, moment: Callable[[str], datetime]) -> Put:
    """A dispatched slip of a unit with these facts."""

    def put_slip(state: SlipState = SlipState.DISPATCHED, **facts: str) -> int:
        slip = make_slip(database, desk, state, area_kind=UNIT)
        known: dict[str, Any] = {"dispatched_at": None, "ended_at": None}
        known |= {name: moment(text) for name, text in facts.items()}
        database.write(set_facts, slip.id, known)
        return slip.id

    return put_slip


def test_the_vectors_of_the_worked_examples(
    database: Database, desk: Desk, put: Put, moment: Callable[[str], datetime]
) -> None:
    def count(at: str, until: str = UNTIL) -> Figure:
        bounds = moment(FROM), moment(until)
        return count_arrivals(database, desk, *bounds, moment(at))

    assert count("23:00:00") == arrivals(0, 0)
    assert count("23:00:00").rate is None
    received = {"supervisor_received_at": "10:00:00"}
    put(arrived_at="10:20:00", **received)
    put(arrived_at="10:20:59", **received)
    put(arrived_at="10:21:00", **received)
    assert count("23:00:00") == arrivals(2, 3)
    assert count("23:00:00").rate == "66.67"
    put(appointment_at="14:00:00", arrived_at="14:00:59")
    put(appointment_at="14:00:00", arrived_at="14:10:00", **received)
    assert count("23:00:00") == arrivals(3, 5)
    put(**received)  # nobody came
    assert count("10:20:59") == arrivals(2, 2)
    assert count("10:21:00") == arrivals(2, 4)
    assert count("23:00:00") == arrivals(3, 6)
    put(dispatched_at="10:02:00", arrived_at="10:22:59")
    put(appointment_at="15:00:00")
    assert count("15:00:59") == arrivals(4, 7)
    assert count("15:01:00") == arrivals(4, 8)
    put()  # neither a start nor an appointment
    make_slip(database, desk, SlipState.ON_SITE)  # public
    assert count("23:00:00") == arrivals(4, 8)
    assert count("23:00:00", "2026-03-02 10:00:00") == arrivals(0, 0)


def test_a_slip_that_ended_counts_until_it_did(
    database: Database, desk: Desk, put: Put, moment: Callable[[str], datetime]
) -> None:
    put(
        SlipState.CANCELLED,
        supervisor_received_at="10:00:00",
        arrived_at="10:10:00",
        ended_at="12:00:00",
    )

    def count(at: str) -> Figure:
        bounds = moment(FROM), moment(UNTIL)
        return count_arrivals(database, desk, *bounds, moment(at))

    assert count("11:59:59") == arrivals(1, 1)
    assert count("12:00:00") == arrivals(0, 0)
    assert count("09:59:59") == arrivals(0, 0), "not issued yet"


def test_a_limit_that_has_passed_is_in_the_base(
    database: Database, desk: Desk, clock: Clock, moment: Callable[[str], datetime]
) -> None:
    make_slip(database, desk, SlipState.DISPATCHED, area_kind=UNIT)
    clock.advance(minutes=21)
    bounds = moment(FROM), moment(UNTIL)
    found = count_arrivals(database, desk, *bounds, clock.at)
    assert found == arrivals(0, 1)
