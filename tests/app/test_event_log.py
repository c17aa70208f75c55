"""The chained log: one chain a centre, in the order things were done."""

import hashlib
import json
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from sqlalchemy import select, text
from sqlalchemy.orm import Session

from app.check_problem import Fault
from app.database import Database
from app.desk import Desk, open_desk
from app.event_log import (
    FIRST_HASH,
    Recorded,
    entry_hash,
    fact_value,
    facts_text,
    record,
)
from app.seed import seed_centre
from models.event import Event, EventHead
from models.slip import SlipState
from tests.app.books import by_hand, problems
from tests.clock import Clock
from tests.makers import make_slip

AT = datetime(2026, 3, 2, 2, 0, tzinfo=UTC)


def chain(session: Session) -> list[tuple[int, int, str, str]]:
    """Centre, place, word and hash of every entry."""
    rows = session.execute(
        select(Event.centre_id, Event.seq, Event.what, Event.hash).order_by(
            Event.centre_id, Event.seq
        )
    )
    return [(centre, seq, what, hash_) for centre, seq, what, hash_ in rows]


def test_an_entry_is_hashed_over_the_one_before_and_all_it_says() -> None:
    """Written down, so that another program can verify the chain."""
    entry = Recorded(1, AT, "演示前台", "slip", 7, "issue", '{"set":{}}')
    fields = (FIRST_HASH, "3", "1772416800", "演示前台", "slip", "7", "issue")
    expected = "\x1f".join((*fields, '{"set":{}}')).encode()
    assert entry_hash(FIRST_HASH, 3, entry) == hashlib.sha256(expected).hexdigest()


def test_facts_are_written_one_way_only() -> None:
    facts = {
        "b": Decimal("85.50"),
        "a": AT,
        "day": date(2026, 3, 2),
        "names": ("甲", "乙"),
        "state": SlipState.ON_SITE,
        "none": None,
        "yes": True,
    }
    assert facts_text(facts) == (
        '{"a":"2026-03-02T02:00:00Z","b":"85.50","day":"2026-03-02",'
        '"names":["甲","乙"],"none":null,"state":"on_site","yes":true}'
    )
    assert fact_value(("甲", "乙")) == "甲、乙"
    assert fact_value(SlipState.ON_SITE) == "on_site"
    assert facts_text(dict(reversed(facts.items()))) == facts_text(facts)


@pytest.mark.parametrize("value", [1.5, object(), b"x", {1, 2}])
def test_what_could_not_be_compared_is_no_fact(value: object) -> None:
    """A float above all: money is text."""
    with pytest.raises(TypeError):
        fact_value(value)


def test_entries_are_chained_in_the_order_things_were_done(
    database: Database, desk: Desk
) -> None:
    make_slip(database, desk, SlipState.RETURNED)
    entries = database.read(chain)
    assert [(seq, what) for _, seq, what, _ in entries] == [
        (1, "issue"),
        (2, "dispatch"),
        (3, "return"),
    ]
    head = database.read(lambda session: session.get_one(EventHead, 1).last_hash)
    assert head == entries[-1][3]


def test_each_centre_has_a_chain_of_its_own(
    database: Database, desk: Desk, clock: Clock
) -> None:
    with database.connect(writing=True) as connection:
        seed_centre(connection, "02", "二期服务中心")
    second = database.read(open_desk, centre="02", clock=clock)
    for where in (desk, second, desk):
        make_slip(database, where)
    assert [(c, seq) for c, seq, _, _ in database.read(chain)] == [
        (1, 1),
        (1, 2),
        (2, 1),
    ]
    by_hand(database, "UPDATE event SET what = 'void' WHERE centre_id = 2")
    assert not problems(database, desk)
    assert Fault.ENTRY_CHANGED in {p.fault for p in problems(database, second)}


def test_what_one_step_records_about_two_centres_is_kept_apart(
    database: Database, desk: Desk, clock: Clock
) -> None:
    with database.connect(writing=True) as connection:
        seed_centre(connection, "02", "二期服务中心")

    def both(session: Session) -> None:
        for centre in (2, 1, 2):
            facts = facts_text({"centre": centre})
            record(
                session,
                Recorded(centre, clock.at, "演示", "centre", centre, "look", facts),
            )

    database.write(both)
    assert [(c, seq) for c, seq, _, _ in database.read(chain)] == [
        (1, 1),
        (2, 1),
        (2, 2),
    ]
    assert not problems(database, desk)


def test_what_a_question_records_is_not_kept(database: Database, desk: Desk) -> None:
    def ask(session: Session) -> None:
        record(session, Recorded(1, AT, "演示", "centre", 1, "look", "{}"))

    database.read(ask)
    assert database.read(chain) == []
    assert not problems(database, desk)


def test_the_log_keeps_the_words_of_the_business(
    database: Database, desk: Desk
) -> None:
    """The facts of an issue name what was taken down, not how it is stored."""
    slip = make_slip(database, desk)
    facts = database.read(
        lambda session: session.scalar(
            text("SELECT facts FROM event WHERE entity_id = :id"), {"id": slip.id}
        )
    )
    said = json.loads(str(facts))["set"]
    assert said["number"] == slip.number
    assert said["content"] == "照明灯不亮"
    assert said["issued_at"] == "2026-03-02T02:00:00Z"
    assert not {"id", "version", "place_key", "centre_id"} & set(said)
