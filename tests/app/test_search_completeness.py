"""The index of the search answers as a plain look at every slip does, always.

Blocks are made small, so that a few hundred slips fill many of them.
"""

from random import Random

import pytest

from app import check_search, search_index, search_slip
from app.database import Database
from app.desk import Desk
from app.search import find, newest_matches
from app.search_people import starts_of_person
from app.slip_list import SlipFilter, find_slip_ids, first_slip_rows
from app.unit_directory import find_units
from models.slip import Slip, SlipState
from tests.app.books import problems
from tests.app.random_books import (
    HOSTILE,
    RandomBooks,
    all_slips,
    fits,
    has_number,
    people_meant,
    says,
    units_meant,
    words_of,
)
from tests.clock import Clock

_STEPS = 192


@pytest.fixture
def _small_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (search_index, search_slip, check_search):
        monkeypatch.setattr(module, "BLOCK", 32)
    monkeypatch.setattr(search_index, "LOOSE", 6)
    monkeypatch.setattr(search_slip, "_FIRST_BLOCKS", 2)
    monkeypatch.setattr(search_slip, "_NEXT_BLOCKS", 3)


@pytest.mark.usefixtures("_small_blocks")
@pytest.mark.parametrize("seed", [1, 2])
def test_what_is_found_is_what_a_look_at_every_slip_finds(
    database: Database, desk: Desk, clock: Clock, seed: int
) -> None:
    books = RandomBooks(database, desk, clock, Random(seed))
    books.begin()
    for step in range(_STEPS):
        books.change()
        if step % 24 == 23:
            slips = database.read(all_slips)
            for typed in books.questions():
                compare(database, desk, slips, typed)
    assert not problems(database, desk)


def compare(database: Database, desk: Desk, slips: list[Slip], typed: str) -> None:
    """Ask in every way there is, and look at every slip."""
    expected = [slip.id for slip in slips if fits(slip, typed)]
    if not words_of(typed):
        expected = [slip.id for slip in slips]
    else:
        listed = database.read(lambda s: list(newest_matches(s, desk, typed)))
        assert listed == expected, typed
    found_ids = database.read(find_slip_ids, desk, SlipFilter(text=typed))
    assert list(found_ids) == expected, typed

    since = slips[len(slips) // 2].issued_at
    open_since = SlipFilter(
        states=frozenset({SlipState.ISSUED}), from_at=since, text=typed
    )
    known = {slip.id: slip for slip in slips}
    still = [
        slip_id
        for slip_id in expected
        if known[slip_id].state is SlipState.ISSUED
        and known[slip_id].issued_at >= since
    ]
    rows = database.read(first_slip_rows, desk, open_since, 3)
    assert [row.id for row in rows] == still[:3], typed

    found = database.read(find, desk, typed, 5)
    words = words_of(typed)
    if len(words) != 1:
        assert [hit.id for hit in found.slips] == (expected[:5] if words else [])
        return
    (word,) = words
    exact = [slip.id for slip in slips if slip.number in (typed, typed.upper())]
    numbered = [slip.id for slip in slips if has_number(slip, word)][:5]
    assert [hit.id for hit in found.numbers] == (exact or numbered), typed
    said = [slip.id for slip in slips if says(slip, word)][:5]
    assert [hit.id for hit in found.slips] == said, typed
    assert all(hit.why for hit in (*found.slips, *found.numbers)), typed
    assert all(hit.why for hit in found.people), typed
    people = people_meant(slips, word)
    shown = {(hit.name, hit.phone, hit.unit): hit.slips for hit in found.people}
    assert shown.items() <= people.items(), typed
    assert len(shown) == min(5, len(people)), typed
    labels = [unit.label for unit in database.read(find_units, desk, typed, 100)]
    assert set(labels) == database.read(units_meant, word), typed


def test_a_person_is_told_by_the_first_of_what_was_typed() -> None:
    starts = starts_of_person("单伟", "010-88881234转802")
    assert {"单伟", "伟", "Pshanwei", "Psw", "Pdw"} <= starts
    assert {"T20843218888010"[:15], "T43218888010"} <= starts


@pytest.mark.parametrize("typed", [*HOSTILE, "漏" * 10_000, "a b " * 5_000, "，；。、"])
def test_nothing_that_can_be_typed_does_harm(
    database: Database, desk: Desk, clock: Clock, typed: str
) -> None:
    books = RandomBooks(database, desk, clock, Random(9))
    books.begin()
    for _ in range(40):
        books.change()
    slips = database.read(all_slips)
    compare(database, desk, slips, typed)
