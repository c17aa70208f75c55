"""What tests of the pages of the day are given: slips that are late, slips lost."""

import pytest

from app.database import Database
from app.desk import Desk
from app.slip_copy_move import MoveCopies, put_copies
from models.slip import SlipState
from models.slip_copy import CopyPlace
from tests.clock import Clock
from tests.makers import make_slip


@pytest.fixture
def two(peopled: Database, shop_desk: Desk, clock: Clock) -> tuple[int, int]:
    """Two unfinished slips, issued yesterday."""
    first = make_slip(peopled, shop_desk, SlipState.SUSPENDED)
    second = make_slip(peopled, shop_desk, SlipState.DISPATCHED)
    clock.advance(days=1, minutes=1)
    return first.id, second.id


@pytest.fixture
def lost(peopled: Database, shop_desk: Desk) -> int:
    """A slip whose second and fourth copies are lost."""
    slip = make_slip(peopled, shop_desk, SlipState.DISPATCHED)
    places = {2: CopyPlace.LOST, 4: CopyPlace.LOST}
    peopled.write(put_copies, shop_desk, MoveCopies(slip.id, places))
    return slip.id
