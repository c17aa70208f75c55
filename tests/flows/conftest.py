"""What stories on a real display are given: a display, and a centre's books."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.flows.books import Books
from tests.flows.screen import Screen, private_screen


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[Screen]:
    """A display of its own."""
    home = tmp_path / "home"
    home.mkdir()
    with private_screen(home) as made:
        yield made


@pytest.fixture
def books(new_sqlite: Callable[[str], str]) -> Iterator[Books]:
    """A centre with one unit and the people of one trade."""
    made = Books(new_sqlite("story"))
    made.add_unit("3-1502")
    made.add_people_of_one_trade()
    yield made
    made.database.close()
