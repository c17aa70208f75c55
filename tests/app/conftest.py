"""What the tests of use cases share."""

import pytest

from app.database import Database
from app.desk import Desk
from tests.app.checked_days import Days
from tests.clock import Clock


@pytest.fixture
def days(database: Database, desk: Desk, clock: Clock) -> Days:
    """A desk that works through days, for the return check."""
    return Days(database, desk, clock)
