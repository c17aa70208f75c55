"""The rule under a figure says what the centre's settings count."""

from dataclasses import replace

import pytest

from app.desk import Desk
from app.settings import Settings
from app.statistics import limits_of
from models.statistics import Figure, FigureKey, Measure
from models.text import translator
from reports.statistics_words import RULES, WAYS, made_text, rule_text

K = FigureKey


@pytest.fixture
def engine_name() -> str:
    """Nothing here is counted by a database."""
    return "sqlite"


def rule(desk: Desk, key: FigureKey, **values: str | int) -> str:
    set_so = replace(desk, settings=Settings({**values}))
    return rule_text(key, limits_of(set_so), translator("zh_CN"))


@pytest.mark.parametrize(
    ("key", "values", "said", "not_said"),
    [
        (K.ARRIVAL, {}, "主管接单（否则派工）后 20 分钟内", "派发后"),
        (K.ARRIVAL, {"sla_start": "DISPATCHED"}, "派工后 20 分钟内", "主管接单"),
        (K.ARRIVAL, {"sla_start": "ISSUED"}, "派发后 20 分钟内", "主管接单"),
        (K.REPAIR_IN_TIME, {}, "紧急 120 分钟；日常为派发后第 1 天", "未设"),
        (K.REPAIR_IN_TIME, {"routine_finish_mode": "OFF"}, "120 分钟", "日常"),
        (K.REPAIR_IN_TIME, {"urgent_finish_mode": "OFF"}, "有效日常单", "紧急"),
        (
            K.REPAIR_IN_TIME,
            {"urgent_finish_mode": "OFF", "routine_finish_mode": "OFF"},
            "未设完工时限",
            "÷",
        ),
        (K.CALLBACK_UNIT, {}, "业户单中", "业户报修"),
        (
            K.CALLBACK_UNIT,
            {"callback_owner_basis": "UNIT_OR_OWNER_REPORTED"},
            "业户报修的公共区域单",
            "业户单中",
        ),
        (K.CALLBACK_PUBLIC, {}, "应达 60 %", "两类合计"),
        (
            K.CALLBACK_PUBLIC,
            {"callback_public_basis": "OVERALL"},
            "两类合计 60 %",
            "。。",
        ),
    ],
)
def test_a_rule_follows_the_settings(
    desk: Desk, key: FigureKey, values: dict[str, str], said: str, not_said: str
) -> None:
    text = rule(desk, key, **values)
    assert said in text
    assert not_said not in text


def test_every_rule_can_be_said(desk: Desk) -> None:
    for key in FigureKey:
        assert "{" not in rule(desk, key)
        for way in WAYS.get(key, {}).values():
            assert way != RULES[key]


def test_what_is_missing_to_a_target_stands_beside_its_numbers() -> None:
    translate = translator("zh_CN")
    for done, said in ((2, "2 / 3，还需 1"), (3, "3 / 3")):
        figure = Figure(K.CALLBACK_UNIT, Measure.RATE, done, 3, need=3)
        assert made_text(figure, translate) == said
    both = Figure(K.CALLBACK_OVERALL, Measure.RATE, 4, 6, need=5)
    assert made_text(both, translate) == "4 / 6"
    nothing = Figure(K.CALLBACK_UNIT, Measure.RATE, 0, 0, need=0)
    assert made_text(nothing, translate) == "0 / 0"
