"""Which two calls are one fault, judged by what they say."""

import time
from statistics import median

import pytest

from app.gist import gist_of
from app.likeness import ALIKE, FULL, likeness, place_key, sound_key
from app.sound import hear


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("厨房水龙头漏水", "廚房水龍頭漏水"),
        ("厨房水龙头漏水", "chufang shuilongtou loushui"),
        ("厨房水龙头漏水", "厨房龙头滴水，关不紧"),
        ("厨房水龙头漏水", "出房水笼头楼水"),
        ("卫生间马桶堵了", "厕所的坐便器不下水"),
        ("卫生间马桶堵了", "您好，我家卫生间马桶又堵了，麻烦尽快派师傅来看看，谢谢"),
        ("漏水", "卫生间马桶水箱漏水"),
        ("空调不制冷", "冷气不凉"),
        ("家里跳闸没电", "没电了"),
        ("入户门锁打不开", "钥匙拧不动"),
        ("主卧灯不亮", "不亮了，主卧的灯"),
        ("集水井浮球开关失灵", "jishuijing fuqiu kaiguan shiling"),
    ],
)
def test_one_fault_in_other_words_is_alike(one: str, other: str) -> None:
    assert likeness(one, other) >= ALIKE
    assert likeness(other, one) == likeness(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("卫生间灯不亮", "卫生间门锁坏了"),
        ("客厅灯不亮", "卫生间灯不亮"),
        ("灯坏了", "门坏了"),
        ("厨房水龙头漏水", "客厅空调不制冷"),
        ("马桶堵了", "暖气不热"),
        ("网络断了", "电视没信号"),
        ("请尽快来人处理一下", "麻烦师傅过来看看"),
        ("", "漏水"),
    ],
)
def test_two_faults_are_not_alike(one: str, other: str) -> None:
    assert likeness(one, other) < ALIKE


def test_a_text_is_fully_like_itself_and_not_at_all_like_nothing() -> None:
    assert likeness("厨房水龙头漏水", "厨房水龙头漏水") == FULL
    assert likeness("厨房水龙头漏水", "") == 0
    assert likeness("", "") == 0


def test_a_sound_key_is_the_same_for_characters_and_letters() -> None:
    assert sound_key("厨房漏水") == sound_key("chufangloushui") == "cu fan lou sui"


@pytest.mark.parametrize(
    "typed",
    ["3-1502", "3栋1502", "３－１５０２", "三栋1502", "三棟1502", "3号楼1502室"],
)
def test_a_room_has_one_key_however_it_is_written(typed: str) -> None:
    assert place_key(typed) == "3/1502"


def test_judging_two_new_texts_takes_less_than_a_third_of_a_millisecond() -> None:
    likeness("厨房水龙头漏水", "廚房龍頭滴水")
    spent = []
    for floor in range(200):
        one = f"{floor}层卫生间天花板漏水，已经滴了一晚上，请尽快派人"
        other = f"{floor}樓洗手間吊頂往下滴水"
        start = time.perf_counter()
        likeness(one, other)
        spent.append(time.perf_counter() - start)
        hear.cache_clear()
        gist_of.cache_clear()
    assert median(spent) < 0.0003
