"""What a checked day says of itself: rates, sums, where a slip is."""

from fractions import Fraction

import pytest

from models.day_check import OUT_CLASSES
from models.rate import rate_text
from models.return_check import CheckClass
from tests.reports.checked import checked, checked_day


@pytest.mark.parametrize(
    ("part", "whole", "text"),
    [
        (5, 6, "83.33"),
        (2, 5, "40.00"),
        (2, 3, "66.67"),
        (0, 7, "0.00"),
        (7, 7, "100.00"),
        (1, 800, "0.13"),
        (1, 2000, "0.05"),
        (1, 20_001, "0.00"),
        (0, 0, None),
    ],
)
def test_rates_have_two_decimals_half_up(
    part: int, whole: int, text: str | None
) -> None:
    assert rate_text(part, whole) == text


def test_a_rate_is_the_nearest_hundredth_of_a_per_cent() -> None:
    for whole in range(1, 120):
        for part in range(whole + 1):
            told = rate_text(part, whole)
            assert told is not None
            off = Fraction(told) - Fraction(part * 100, whole)
            assert -Fraction(1, 200) < off <= Fraction(1, 200)


def test_the_classes_add_up_to_the_set() -> None:
    check = checked_day()
    assert sum(check.counts.values()) == check.set_size == len(check.items)
    assert [len(check.of(each)) for each in CheckClass] == [*check.counts.values()]
    assert {item.is_out for item in check.of(CheckClass.LATE)} == {False}
    assert all(item.is_out for each in OUT_CLASSES for item in check.of(each))


def test_who_was_missing_yesterday_comes_first() -> None:
    first, *others = checked_day().chased_first
    assert first.number == "WX261208-007"
    assert [item.slip_id for item in others] == [1, 2, 3, 4, 5, 6]


@pytest.mark.parametrize(
    ("area", "room", "place", "where"),
    [
        ("3栋", "3-1502", "厨房", "3栋 3-1502 厨房"),
        ("3栋", "3-1502", "3-1502", "3栋 3-1502"),
        ("43号楼", None, "43号楼1单元走廊", "43号楼1单元走廊"),
        ("地下车库", None, "B1", "地下车库 B1"),
    ],
)
def test_where_a_slip_is_says_nothing_twice(
    area: str, room: str | None, place: str, where: str
) -> None:
    item = checked(1, None, area=area, unit_label=room, place=place)
    assert item.where == where
