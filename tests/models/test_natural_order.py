"""Names with numbers in them are ordered as people count."""

from dataclasses import dataclass

import pytest

from models.inspection_day import walk_order
from models.natural_order import natural_key


@pytest.mark.parametrize(
    "in_order",
    [
        ("1-101", "1-1002", "2-101", "10-101"),
        ("3栋9层", "3栋10层", "12栋1层"),
        ("B1层2号柱", "B1层12号柱", "B2层1号柱"),
        ("1-0101", "1-101a", "1-102"),
        ("", "0", "00000000000000000001", "a"),
    ],
)
def test_numbers_within_a_name_count(in_order: tuple[str, ...]) -> None:
    assert sorted(reversed(in_order), key=natural_key) == list(in_order)


@dataclass(frozen=True)
class _Work:
    area: str
    place: str
    serial: int = 0


def test_one_walk_covers_area_by_area_and_place_by_place() -> None:
    walk = [
        _Work("3栋", "3栋2层", 1),
        _Work("3栋", "3栋2层", 2),
        _Work("3栋", "3栋10层"),
        _Work("12栋", "大堂"),
    ]
    mixed = [walk[3], walk[2], walk[0], walk[1]]
    assert walk_order(mixed) == walk, "what lies at one place stays as it came"
