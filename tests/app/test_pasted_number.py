"""A column of numbers pasted out of a sheet."""

from dataclasses import replace

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.database import Database
from app.desk import Desk
from app.pasted_number import find_pasted, pasted_numbers
from app.slip_filter import Register
from models.slip import Slip, SlipState
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


def test_a_number_in_small_letters_is_found_as_it_was_given(
    database: Database, desk: Desk
) -> None:
    settings = replace(
        desk.settings, changed={"number_template": "No{yy}{mm}{dd}-{nnn}"}
    )
    other = replace(desk, settings=settings)
    slips = [make_slip(database, other) for _ in range(2)]
    numbers = pasted_numbers(" ".join(slip.number for slip in slips))
    pasted = database.read(find_pasted, other, numbers)
    assert pasted.ids[Register.PUBLIC] == tuple(slip.id for slip in slips)
    assert pasted.missing == ()


def test_every_slip_that_came_of_an_old_number_is_found(
    database: Database, desk: Desk
) -> None:
    slips = [make_slip(database, desk) for _ in range(3)]

    def mark(session: Session) -> None:
        for slip in session.scalars(select(Slip).where(Slip.id != slips[0].id)):
            slip.origin_number = "旧260101-007"

    database.write(mark)
    pasted = database.read(find_pasted, desk, ("旧260101-007", slips[0].number))
    assert set(pasted.ids[Register.PUBLIC]) == {slip.id for slip in slips}
