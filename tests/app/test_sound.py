"""Chinese sounds the same however it was typed."""

import pytest

from app.sound import hear, simplify


@pytest.mark.parametrize(
    "typed",
    [
        "厨房漏水",
        "廚房漏水",
        "chufangloushui",
        "chu fang lou shui",
        "ChuFang LouShui",
        "cufanlousui",
        "出房楼睡",
        "厨房，漏水！",
        "ｃｈｕｆａｎｇ 漏水",
        "chúfáng lòushuǐ",
    ],
)
def test_the_kitchen_leaks_however_it_is_typed(typed: str) -> None:
    assert hear(typed).sounds == ("cu", "fan", "lou", "sui")


@pytest.mark.parametrize(
    ("typed", "sounds"),
    [
        ("WIFI没信号", ("wifi", "mei", "xin", "hao")),
        ("LED灯", ("led", "den")),
        ("xi'an", ("xi", "an")),
        ("xian", ("xian",)),
        ("绿 lv lü", ("lu", "lu", "lu")),
        ("３－１５０２", ("3", "1502")),
        ("", ()),
        ("…！？", ()),
    ],
)
def test_letters_are_syllables_only_where_they_spell_some(
    typed: str, sounds: tuple[str, ...]
) -> None:
    assert hear(typed).sounds == sounds


def test_rare_characters_of_names_stay_themselves() -> None:
    assert hear("𠮷先生").sounds == ("𠮷", "xian", "sen")
    assert simplify("王𠮷") == "王𠮷"
    assert simplify("李𬭎") == "李𬭎"


def test_a_text_keeps_its_characters_in_step_with_its_sounds() -> None:
    heard = hear("马桶du了3天")
    assert heard.signs == ("马", "桶", "", "了", "3", "天")
    assert len(heard.sounds) == len(heard.signs)
