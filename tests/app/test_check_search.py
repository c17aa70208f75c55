"""`silian check` finds a search that does not fit the books, and `init` mends it."""

import pytest

from app.check_problem import Fault
from app.check_search import is_search_right
from app.database import Database
from app.desk import Desk
from app.search_index import LOOSE
from app.search_rebuild import mend_search
from tests.app.books import by_hand, problems
from tests.clock import Clock
from tests.makers import make_slip, make_unit

# As raw text, since the columns are ours alone to write.
_DAMAGE = {
    "DELETE FROM search_post WHERE key = '照明'": Fault.SEARCH_SLIPS,
    "UPDATE search_post SET key = '灯明' WHERE key = '明灯'": Fault.SEARCH_SLIPS,
    "UPDATE search_post SET shelf = 0": Fault.SEARCH_SLIPS,
    "DELETE FROM search_block": Fault.SEARCH_SLIPS,
    "INSERT INTO search_loose SELECT 1, min(id) FROM slip": Fault.SEARCH_SLIPS,
    "UPDATE search_person SET slips = slips + 1": Fault.SEARCH_PERSON,
    "DELETE FROM search_person": Fault.SEARCH_PERSON,
    "DELETE FROM search_name WHERE is_person": Fault.SEARCH_PERSON,
    "DELETE FROM search_name WHERE NOT is_person AND start = '1502'": Fault.SEARCH_UNIT,
    "UPDATE unit_owner SET name = '另一人'": Fault.SEARCH_UNIT,
}


@pytest.fixture
def settled(database: Database, desk: Desk, clock: Clock) -> Database:
    """Books whose slips are in a block."""
    make_unit(database, desk)
    for _ in range(LOOSE):
        make_slip(database, desk)
        clock.advance(minutes=1)
    assert not problems(database, desk)
    return database


@pytest.mark.parametrize("damage", _DAMAGE)
def test_an_index_that_does_not_fit_the_books_is_found_and_mended(
    settled: Database, desk: Desk, damage: str
) -> None:
    by_hand(settled, damage)
    found = {problem.fault for problem in problems(settled, desk)}
    assert _DAMAGE[damage] in found
    assert not settled.read(is_search_right, desk)
    settled.write(mend_search)
    assert settled.read(is_search_right, desk)


def test_a_fact_changed_behind_the_programs_back_is_not_what_the_search_knows(
    settled: Database, desk: Desk
) -> None:
    by_hand(settled, "UPDATE slip SET content = '别的' WHERE id = 3")
    faults = {problem.fault for problem in problems(settled, desk)}
    assert faults == {Fault.FACT_DIFFERS, Fault.SEARCH_SLIPS}


def test_half_a_block_is_no_fault(database: Database, desk: Desk) -> None:
    for _ in range(LOOSE // 2):
        make_slip(database, desk)
    assert database.read(is_search_right, desk)
