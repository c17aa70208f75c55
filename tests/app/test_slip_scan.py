"""A scanned paper is found by the slip's number or by the number of its form."""

import pytest

from app.database import Database
from app.desk import Desk
from app.slip_refusals import SlipUnknown
from app.slip_return import TakeBackSlip, take_back_slip
from app.slip_scan import load_scanned_slip
from app.usual_result import MOST, USUAL, usual_results
from models.slip import SlipState
from tests.makers import make_slip


def test_the_first_number_that_is_known_is_meant(
    database: Database, desk: Desk
) -> None:
    first = make_slip(database, desk, stock_no="0012345")
    second = make_slip(database, desk, stock_no=first.number)

    def found(*numbers: str) -> str:
        return database.read(load_scanned_slip, desk, numbers).number

    assert found("0012345") == first.number
    assert found("WX-NONE", second.number, first.number) == second.number
    # The slip's own number goes before the same text on another one's form.
    assert found(first.number) == first.number


def test_a_number_nobody_knows_is_named(database: Database, desk: Desk) -> None:
    with pytest.raises(SlipUnknown) as met:
        database.read(load_scanned_slip, desk, ("WX991231-001", "WX991231001"))
    assert met.value.facts["number"] == "WX991231-001"


def test_the_results_typed_most_for_a_trade_come_first(
    database: Database, desk: Desk
) -> None:
    assert database.read(usual_results, desk, "水工") == USUAL
    for text in ("更换角阀", "更换角阀", "换软管", "换软管", "换软管", "只此一次"):
        slip = make_slip(database, desk, SlipState.DISPATCHED)
        database.write(take_back_slip, desk, TakeBackSlip(slip.id, result_text=text))
    words = database.read(usual_results, desk, "水工")
    assert words[:3] == ("换软管", "更换角阀", USUAL[0])
    assert "只此一次" not in words
    assert len(words) <= MOST
    assert database.read(usual_results, desk, "电工") == USUAL
