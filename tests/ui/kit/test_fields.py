"""How values are typed: moments, days, names, money, numbers."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.clock import SITE
from tests.ui.keyboard import compose
from ui.kit.field import NotReadable
from ui.kit.fields import (
    ChoiceField,
    DayField,
    LongTextField,
    MomentField,
    NamesField,
    NumberField,
    TextField,
    read_day,
    read_moment,
    write_moment,
)
from ui.kit.money_field import MoneyField
from ui.kit.segmented import SegmentedField

NOW = datetime(2026, 11, 20, 16, 7, tzinfo=SITE)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("17:30", "2026-11-20 17:30:00"),
        ("1730", "2026-11-20 17:30:00"),
        ("9:05", "2026-11-20 09:05:00"),
        ("１７：３０", "2026-11-20 17:30:00"),
        ("11-19 08:00", "2026-11-19 08:00:00"),
        ("2025-12-31 23:59:58", "2025-12-31 23:59:58"),
        ("2026-11-20T17:30", "2026-11-20 17:30:00"),
    ],
)
def test_a_moment_is_typed_as_short_as_it_is_clear(typed: str, meant: str) -> None:
    found = read_moment(typed, NOW)
    assert found is not None
    assert f"{found:%Y-%m-%d %H:%M:%S}" == meant


@pytest.mark.parametrize("typed", ["25:00", "12:60", "noon", "13", "11-31 10:00", "::"])
def test_what_is_no_moment_is_not_taken_for_one(typed: str) -> None:
    assert read_moment(typed, NOW) is None


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2026-11-20", date(2026, 11, 20)),
        ("2026年11月20日", date(2026, 11, 20)),
        ("11/20", date(2026, 11, 20)),
        ("3", date(2026, 1, 3)),
        ("12-28", date(2025, 12, 28)),
        ("02-29", date(2024, 2, 29)),
    ],
)
def test_a_day_without_a_year_is_the_nearest_one(typed: str, meant: date) -> None:
    today = date(2025, 1, 2) if typed == "02-29" else date(2026, 1, 2)
    if "11" in typed:
        today = date(2026, 11, 1)
    assert read_day(typed, today) == meant


@pytest.mark.parametrize("typed", ["", "32", "13-01", "2026-02-30", "a-b", "1-2-3-4"])
def test_what_is_no_day_is_not_taken_for_one(typed: str) -> None:
    assert read_day(typed, date(2026, 1, 2)) is None


def test_a_moment_is_written_as_short_as_it_is_clear() -> None:
    assert write_moment(NOW.astimezone(UTC), NOW) == "16:07"
    assert write_moment(datetime(2026, 3, 1, 1, tzinfo=UTC), NOW) == "03-01 09:00"
    late = datetime(2025, 3, 1, 1, 0, 5, tzinfo=UTC)
    assert write_moment(late, NOW) == "2025-03-01 09:00:05"


def test_a_moment_leaves_the_field_in_utc(qtbot: QtBot) -> None:
    field = MomentField(lambda: NOW)
    qtbot.addWidget(field)
    qtbot.keyClicks(field.line, "17:30")
    assert field.value() == datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
    field.line.setText("later")
    with pytest.raises(NotReadable):
        field.value()
    field.clear()
    assert field.value() is None


def test_a_moment_may_be_typed_as_it_is_spoken_and_stays_that_day(
    qtbot: QtBot,
) -> None:
    now = [NOW]
    field = MomentField(lambda: now[0])
    qtbot.addWidget(field)
    told: list[bool] = []
    field.edited.connect(lambda: told.append(True))
    compose(field.line, "明天上午１０点")
    tomorrow = datetime(2026, 11, 21, 2, tzinfo=UTC)
    assert field.value() == tomorrow
    told.clear()
    field.line.editingFinished.emit()
    assert told, "a draft keeps what is written out"
    assert field.typed() == "11-21 10:00"
    now[0] += timedelta(days=1)
    assert field.value() == tomorrow
    field.line.setText("明天漏水")
    with pytest.raises(NotReadable):
        field.value()


def test_a_time_keeps_meaning_the_day_it_was_typed_on(qtbot: QtBot) -> None:
    now = [NOW]
    field = MomentField(lambda: now[0])
    qtbot.addWidget(field)
    qtbot.keyClicks(field.line, "1730")
    typed, meant = field.typed(), field.value()
    field.set_typed(typed)
    assert field.line.text() == "1730", "the same day as it was typed"
    now[0] += timedelta(days=1)
    assert field.value() == meant, "left open over night"
    assert field.typed() == typed
    field.set_typed(typed)
    assert field.line.text() == "11-20 17:30"
    assert field.value() == meant
    field.set_value(now[0])
    assert field.value() == now[0]


@pytest.mark.parametrize("typed", ["17:3", "明天", "11-19 08:00", ""])
def test_what_is_no_time_of_today_is_kept_as_it_stands(
    qtbot: QtBot, typed: str
) -> None:
    field = MomentField(lambda: NOW)
    qtbot.addWidget(field)
    field.set_typed(typed)
    assert field.typed() == field.line.text() == typed


def test_pasted_line_breaks_become_spaces(qtbot: QtBot) -> None:
    field = TextField()
    qtbot.addWidget(field)
    QApplication.clipboard().setText("3栋\n1502\r\n漏水")
    field.line.paste()
    assert field.value() == "3栋 1502 漏水"


def test_several_names_stand_in_one_field(qtbot: QtBot) -> None:
    field = NamesField()
    qtbot.addWidget(field)
    compose(field.line, "甲、乙，丙;")
    assert field.value() == ("甲", "乙", "丙")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("120", "120.00"), ("1,785.49", "1785.49"), ("８０.5", "80.50")],
)
def test_money_leaves_the_field_exact(typed: str, meant: str, qtbot: QtBot) -> None:
    field = MoneyField()
    qtbot.addWidget(field)
    field.line.setText(typed)
    assert field.value() == Decimal(meant)


@pytest.mark.parametrize("typed", ["1.005", "-3", "abc"])
def test_what_is_no_money_is_told_what_to_type(typed: str, qtbot: QtBot) -> None:
    field = MoneyField()
    qtbot.addWidget(field)
    field.line.setText(typed)
    with pytest.raises(NotReadable, match=r"\."):
        field.value()


def test_a_number_is_whole(qtbot: QtBot) -> None:
    field = NumberField()
    qtbot.addWidget(field)
    field.line.setText("20")
    assert field.value() == 20
    field.line.setText("2.5")
    with pytest.raises(NotReadable):
        field.value()


def test_a_day_field_knows_today(qtbot: QtBot) -> None:
    field = DayField(lambda: date(2026, 11, 20))
    qtbot.addWidget(field)
    field.line.setText("11-21")
    assert field.value() == date(2026, 11, 21)


def test_arrow_keys_move_in_a_track_and_tell(qtbot: QtBot) -> None:
    field = SegmentedField([("a", "Alpha"), ("b", "Beta"), ("c", "Gamma")])
    qtbot.addWidget(field)
    field.show()
    told: list[object] = []
    field.edited.connect(lambda: told.append(field.value()))
    first = field.segments()[0]
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Right)
    assert field.value() == "b"
    assert told == ["b"]


def test_a_choice_stays_chosen_when_others_are_offered(qtbot: QtBot) -> None:
    field = ChoiceField([(1, "one"), (2, "two")], empty="none")
    qtbot.addWidget(field)
    field.set_value(2)
    field.set_options([(3, "three"), (2, "two")])
    assert field.value() == 2
    field.set_options([(3, "three")])
    assert field.value() is None


def test_tab_and_enter_leave_a_long_text(qtbot: QtBot) -> None:
    field = LongTextField()
    qtbot.addWidget(field)
    compose(field.text, "漏水")
    qtbot.keyClick(field.text, Qt.Key.Key_Return)
    assert field.value() == "漏水"
    qtbot.keyClick(field.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    compose(field.text, "很急")
    assert field.value() == "漏水\n很急"


def test_a_problem_stands_under_its_field_until_it_is_mended(qtbot: QtBot) -> None:
    field = TextField()
    qtbot.addWidget(field)
    field.set_problem("Must be filled in.")
    assert field.problem() == "Must be filled in."
    assert field.line.property("wrong") is True
    qtbot.keyClicks(field.line, "x")
    assert field.problem() == ""
    assert field.line.property("wrong") is False
