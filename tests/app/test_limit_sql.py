"""What SQL says of the time limits is what the facts of each slip say."""

import random
from collections import Counter
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from app.database import Database
from app.desk import Desk, open_desk
from app.limit_clock import judge
from app.limit_standing import IN_REGISTER, Standing, standing_of_all
from app.listing import IsOneOf, Sort
from app.settings_change import change_settings
from app.slip_list import SlipFilter, SlipRow, find_slip_ids, load_slip_rows
from models.base import table_of
from models.slip import JobType, Slip, SlipState
from models.unit import AreaKind
from tests.clock import Clock
from tests.makers import make_slip

SLIPS = 900
_SLIP = table_of(Slip)
_STATES = [state for state in SlipState if state is not SlipState.DRAFT]
_TIMES = (
    "dispatched_at",
    "supervisor_received_at",
    "arrived_at",
    "diagnosed_at",
    "done_at",
    "returned_at",
)


def fill(
    database: Database,
    template_id: int,
    rng: random.Random,
    now: datetime,
    count: int = SLIPS,
) -> None:
    """Slips with every mixture of facts, also such as no desk would write."""

    def write(session: Session) -> None:
        known = session.execute(select(_SLIP).where(_SLIP.c.id == template_id))
        template = dict(known.one()._mapping)
        del template["id"]
        rows = [template | _facts(rng, now) | _named(n) for n in range(count)]
        session.execute(insert(_SLIP), rows)

    database.write(write)


def _named(n: int) -> dict[str, Any]:
    return {"seq": 10_000 + n, "number": f"T{n}"}


def _facts(rng: random.Random, now: datetime) -> dict[str, Any]:
    issued = now - timedelta(seconds=rng.choice((600, 7200, 90_000, 400_000)) * 2)
    issued += timedelta(seconds=rng.randrange(1200))
    at = issued
    facts: dict[str, Any] = {
        "issued_at": issued,
        "area_kind": rng.choice(list(AreaKind)),
        "job_type": rng.choice(list(JobType)),
        "state": rng.choice(_STATES),
        "appointment_at": None,
        "paused_at": None,
        "paused_min": rng.choice((0, 0, 7, 300)),
    }
    for name in _TIMES:
        at += timedelta(seconds=rng.choice((30, 600, 1199, 1260, 3600, 50_000)))
        facts[name] = at if rng.random() < 0.7 and at <= now else None
    if rng.random() < 0.3:
        away = rng.choice((-90_000, -840, -60, 0, 59, 700, 719, 721, 9_000))
        facts["appointment_at"] = (facts["arrived_at"] or now) + timedelta(seconds=away)
    if facts["state"] is SlipState.DISPUTED:
        facts["paused_at"] = now - timedelta(minutes=rng.randrange(200))
    suspended = now - timedelta(minutes=2880 + rng.randrange(-800, 3))
    facts["suspended_at"] = rng.choice((None, suspended))
    facts["escalated_at"] = rng.choice((None, suspended - timedelta(hours=1), now))
    return facts


def standings(database: Database, desk: Desk) -> Mapping[int, Standing]:
    """How each slip stands, judged by its facts."""
    ids = database.read(find_slip_ids, desk, SlipFilter())
    found = {}
    for start in range(0, len(ids), 500):
        for row in database.read(load_slip_rows, desk, ids[start : start + 500]):
            assert isinstance(row, SlipRow)
            clocks = [
                judge(limit, row.times, desk.now(), desk.settings)
                for limit in IN_REGISTER
            ]
            found[row.id] = standing_of_all(clocks)
    return found


@pytest.mark.parametrize(
    ("changed", "seed"),
    [
        ({}, 1),
        ({"sla_start": "ISSUED", "unit_onsite_mode": "WARN"}, 2),
        ({"zone": "Europe/Berlin", "routine_finish_days": "0"}, 3),
        ({"zone": "America/New_York", "urgent_finish_mode": "BREACH"}, 4),
        ({"to_site_mode": "WARN", "handover_mode": "BREACH"}, 5),
        ({"unit_onsite_mode": "OFF", "routine_finish_mode": "RECORD"}, 6),
    ],
)
def test_sql_says_of_every_slip_what_its_facts_say(
    database: Database,
    desk: Desk,
    clock: Clock,
    changed: Mapping[str, str],
    seed: int,
) -> None:
    clock.at = datetime(2026, 3, 30, 9, 17, 40, tzinfo=UTC)  # Berlin's changed the 29th
    template = make_slip(database, desk).id
    if changed:
        database.write(change_settings, desk, changed)
        desk = database.read(lambda session: open_desk(session, clock=clock))
    fill(database, template, random.Random(seed), clock.at)
    expected = standings(database, desk)
    for standing in Standing:
        asked = SlipFilter(columns=(("limit", IsOneOf((standing.value,))),))
        found_ids = database.read(find_slip_ids, desk, asked)
        assert set(found_ids) == {
            each for each, one in expected.items() if one is standing
        }
    two = (Standing.OVERRUN, Standing.NOT_COUNTED)
    asked = SlipFilter(columns=(("limit", IsOneOf(tuple(one.value for one in two))),))
    both = set(database.read(find_slip_ids, desk, asked))
    assert both == {each for each, one in expected.items() if one in two}
    ranks = list(Standing)
    for is_descending in (False, True):
        sort = Sort("limit", is_descending)
        ids = database.read(find_slip_ids, desk, SlipFilter(sort=sort))
        found = [ranks.index(expected[each]) for each in ids]
        counted = [rank for rank in found if rank < len(ranks) - 1]
        assert counted == sorted(counted, reverse=is_descending)
        assert found[len(counted) :] == [len(ranks) - 1] * (len(found) - len(counted))
    if not changed:
        counts = Counter(expected.values())
        assert min(counts[standing] for standing in Standing) >= 3
