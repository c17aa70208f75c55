"""Names are found by characters, pinyin and initials, surnames read as surnames."""

import pytest

from app.name_reading import name_matches, readings


@pytest.mark.parametrize(
    ("name", "pinyin", "initials"),
    [
        ("单淑敏", "shanshumin", "ssm"),
        ("仇建国", "qiujianguo", "qjg"),
        ("区海燕", "ouhaiyan", "ohy"),
        ("查志强", "zhazhiqiang", "zzq"),
        ("解思远", "xiesiyuan", "xsy"),
        ("翟文博", "zhaiwenbo", "zwb"),
        ("朴玉梅", "piaoyumei", "pym"),
        ("曾立新", "zenglixin", "zlx"),
        ("盖晓峰", "gexiaofeng", "gxf"),
        ("欧阳雪", "ouyangxue", "oyx"),
        ("吕洋", "lvyang", "ly"),
        ("吕洋", "luyang", "ly"),
        ("陳偉", "chenwei", "cw"),
        ("李𬭎", "lihong", "lh"),
        ("单淑敏（演示）", "shanshumin", "ssm"),
        ("演示单淑敏", "shanshumin", "ssm"),
        ("重庆朗诗物业服务", "chongqinglangshiwuyefuwu", "cqlswyfw"),
        ("张伟/李芳", "lifang", "lf"),
    ],
)
def test_a_name_is_read_in_full_and_by_its_initials(
    name: str, pinyin: str, initials: str
) -> None:
    assert {pinyin, initials} <= readings(name)


def test_a_character_of_several_readings_is_found_by_each() -> None:
    assert {"shanming", "danming", "chanming"} <= readings("单明")


@pytest.mark.parametrize(
    "typed", ["单", "淑敏", "ss", "shans", "ＳＨＡＮ", "shàn shū", "單", "", "shan'shu"]
)
def test_a_name_is_matched_however_it_is_typed(typed: str) -> None:
    assert name_matches("单淑敏", typed)


@pytest.mark.parametrize(
    "typed", ["敏单", "sm", "hans", "%", "_", "'x", "😀", "\ud800x", "淑敏单", "\0a"]
)
def test_what_is_not_in_a_name_does_not_match_it(typed: str) -> None:
    assert not name_matches("单淑敏", typed)


def test_a_name_without_a_reading_has_none() -> None:
    assert readings("") == readings("！？") == readings("演示") == frozenset()


def test_a_long_name_is_read_quickly() -> None:
    assert len(readings("重" * 80)) < 400
