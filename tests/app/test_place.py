"""Which two places are one, however they are written."""

import pytest

from app.place import keys_near, may_be_one, place_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("3号楼2单元5层电梯厅", "三棟二單元5樓電梯間"),
        ("3号楼2单元5层电梯厅", "3#2danyuan 5ceng diantiting"),
        ("3号楼2单元5层电梯厅", "3号楼5层走廊"),
        ("3号楼1号梯", "3栋一号电梯"),
        ("3号楼1号梯", "3号楼电梯轿厢"),
        ("地下车库B区42号车位旁", "负一层停车场B区42号车位"),
        ("地下车库", "B1地库"),
        ("园区东门岗亭", "小区东门"),
        ("3号楼单元门", "3栋大堂"),
        ("12号楼楼道", "十二号楼3层走廊"),
        ("财务室", "管理处財務室"),
    ],
)
def test_one_place_may_be_written_in_many_ways(one: str, other: str) -> None:
    assert may_be_one(place_of(one), place_of(other))
    assert place_of(other).key in keys_near(place_of(one))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("3号楼5层电梯厅", "3号楼8层电梯厅"),
        ("3号楼5层电梯厅", "5号楼5层电梯厅"),
        ("3号楼1单元大堂", "3号楼2单元大堂"),
        ("3号楼1号梯", "3号楼2号梯"),
        ("3号楼1单元大堂", "3号楼1单元楼梯间"),
        ("地下车库B区42号车位旁", "地下车库B区47号车位旁"),
        ("地下车库A区", "地下车库B区"),
        ("地下一层车库", "地下二层车库"),
        ("西侧道路3号点位", "地下车库3号车位"),
        ("会议室", "财务室"),
    ],
)
def test_what_tells_two_places_apart_is_seen(one: str, other: str) -> None:
    assert not may_be_one(place_of(one), place_of(other))


def test_the_area_says_what_the_place_leaves_out() -> None:
    place = place_of("5层走廊", "3号楼")
    assert (place.building, place.floor, place.key) == ("3", 5, "3/hall")
    assert may_be_one(place, place_of("3号楼5层走廊"))
    assert not may_be_one(place, place_of("5号楼5层走廊"))


def test_a_building_named_by_a_letter_is_one_building() -> None:
    assert place_of("a座大堂").key == place_of("Ａ座大厅").key == "A/hall"


def test_keys_are_ascii() -> None:
    for text in ("3号楼屋面", "消防泵房", "会所泳池", "不知道哪里", "3-1502"):
        assert place_of(text).key.isascii()
