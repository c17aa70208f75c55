"""A column of numbers pasted out of a sheet."""

import pytest

from app.database import Database
from app.desk import Desk
from app.pasted_number import find_pasted, pasted_numbers
from app.slip_filter import Register
from models.slip import SlipState
from models.unit import AreaKind
from tests.makers import make_slip, make_unit


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("WX260302-001\nWX260302-002\r\n", ("WX260302-001", "WX260302-002")),
        ("wx260302-001，ＷＸ２６０３０２－００２", ("WX260302-001", "WX260302-002")),
        ("WX260302–001\tWX260302-002", ("WX260302-001", "WX260302-002")),
        ("WX260302-001、WX260302-001", ("WX260302-001",)),
        ("旧260305-001 旧260305-002", ("旧260305-001", "旧260305-002")),
        ("WX260302-001", ()),
        ("厨房 漏水", ()),
        ("3-1502 漏水", ()),
        ("WX260302-001 漏水", ()),
        ("", ()),
        (" ".join(f"WX260302-{n:04}" for n in range(5_001)), ()),
    ],
)
def test_several_numbers_are_told_from_words(
    text: str, expected: tuple[str, ...]
) -> None:
    assert pasted_numbers(text) == expected


def test_each_number_is_found_in_its_register_or_said_to_be_missing(
    database: Database, desk: Desk
) -> None:
    make_unit(database, desk)
    unit = make_slip(database, desk, area_kind=AreaKind.UNIT)
    public = make_slip(database, desk, SlipState.VOID)
    numbers = ("WX260302-009", public.number, unit.number)
    pasted = database.read(find_pasted, desk, numbers)
    assert pasted.ids == {Register.UNIT: (unit.id,), Register.PUBLIC: (public.id,)}
    assert pasted.missing == ("WX260302-009",)
    assert pasted.count(Register.PUBLIC) == 1
