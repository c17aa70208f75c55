"""Policies: default, limits and meaning; searched, changed, taken back."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.settings import SETTINGS
from app.settings_change import change_settings
from ui.kit.fields import TextField
from ui.kit.typed_line import half_width
from ui.settings.choice_word import CHOICES
from ui.settings.page import POLICIES, SettingsPage
from ui.settings.policy_panel import PolicyPanel
from ui.settings.policy_row import PolicyRow
from ui.settings.subject import SUBJECTS, subjects
from ui.shell.main_window import MainWindow


@pytest.fixture
def panel(window: MainWindow, qtbot: QtBot) -> PolicyPanel:
    """The policies, in front and filled."""
    page = window.show_page("settings", POLICIES)
    assert isinstance(page, SettingsPage)
    qtbot.waitUntil(lambda: bool(page.policies.rows))
    return page.policies


def _commit(line: PolicyRow, text: str, qtbot: QtBot) -> None:
    line.field.set_value(text)
    editor = line.field.editor
    editor.setFocus()
    qtbot.keyClick(editor, Qt.Key.Key_Return)


def test_every_policy_stands_under_its_subject(panel: PolicyPanel) -> None:
    assert set(panel.rows) == {spec.key for spec in SETTINGS}
    grouped = [spec.key for _, specs in subjects() for spec in specs]
    assert sorted(grouped) == sorted(panel.rows)
    assert {key for subject in SUBJECTS for key in subject.keys} <= set(panel.rows)


def test_a_policy_is_changed_in_its_place_and_holds_at_once(
    panel: PolicyPanel, window: MainWindow, qtbot: QtBot
) -> None:
    line = panel.rows["return_deadline"]
    assert not line.back.isVisibleTo(panel)
    _commit(line, "17:00", qtbot)
    work = window.work
    qtbot.waitUntil(lambda: work.desk.settings.text("return_deadline") == "17:00")
    qtbot.waitUntil(lambda: line.back.isVisibleTo(panel))
    assert "17:30 → 17:00" in window.messages.message()[2]
    (undo,) = window.messages.offers()
    undo.click()
    qtbot.waitUntil(lambda: work.desk.settings.text("return_deadline") == "17:30")
    assert not line.is_changed


def test_full_width_digits_and_breaks_may_be_pasted_into_a_policy(
    panel: PolicyPanel, window: MainWindow, qtbot: QtBot
) -> None:
    for key, pasted in (
        ("return_deadline", "１７：００\r\n"),
        ("duplicate_days", "５\n"),
    ):
        line = panel.rows[key].field
        assert isinstance(line, TextField)
        line.line.setFocus()
        line.line.selectAll()
        line.line.insert(pasted)
        qtbot.keyClick(line.line, Qt.Key.Key_Return)
    settings = window.work.desk.settings
    qtbot.waitUntil(lambda: window.work.desk.settings.number("duplicate_days") == 5)
    assert settings.number("duplicate_days") != 5
    assert window.work.desk.settings.text("return_deadline") == "17:00"


def test_a_policy_changed_at_another_desk_leaves_what_is_typed_here(
    panel: PolicyPanel, window: MainWindow, qtbot: QtBot
) -> None:
    line = panel.rows["duplicate_days"].field
    assert isinstance(line, TextField)
    line.line.setFocus()
    line.line.selectAll()
    qtbot.keyClicks(line.line, "12")
    panel.centre.line.setText("云栖")
    done: list[object] = []
    work = window.work
    work.change(panel, change_settings, {"return_deadline": "17:00"}, done=done.append)
    qtbot.waitUntil(lambda: work.desk.settings.text("return_deadline") == "17:00")
    shown = panel.rows["return_deadline"]
    qtbot.waitUntil(lambda: shown.value == "17:00")
    assert line.value() == "12"
    assert panel.centre.value() == "云栖"


def test_a_value_that_is_none_is_refused_under_its_field_and_stays_typed(
    panel: PolicyPanel, window: MainWindow, qtbot: QtBot
) -> None:
    for key, wrong in (
        ("return_deadline", "25:00"),
        ("duplicate_days", "９９９"),
        ("callback_public_pct", "x" * 500),
        ("zone", "Moon/Base"),
        ("number_template", "%_'😀"),
    ):
        line = panel.rows[key]
        _commit(line, wrong, qtbot)
        qtbot.waitUntil(lambda line=line: bool(line.field.problem()))  # type: ignore[misc]
        assert line.field.value() == half_width(wrong)
        assert not line.is_changed
    assert window.work.desk.settings.text("return_deadline") == "17:30"


@pytest.mark.parametrize("typed", ["1645", "16.45", "１６：４５"])
def test_a_time_of_day_is_taken_as_it_is_typed(
    panel: PolicyPanel, window: MainWindow, typed: str, qtbot: QtBot
) -> None:
    _commit(panel.rows["return_deadline"], typed, qtbot)
    settings = window.work
    qtbot.waitUntil(lambda: settings.desk.settings.text("return_deadline") == "16:45")


def test_what_is_no_time_is_refused_with_an_example(
    panel: PolicyPanel, qtbot: QtBot
) -> None:
    line = panel.rows["return_deadline"]
    _commit(line, "25:99", qtbot)
    qtbot.waitUntil(lambda: "17:30" in (line.field.problem() or ""))
    assert line.field.value() == "25:99"


def test_a_choice_is_taken_as_soon_as_it_is_made(
    panel: PolicyPanel, window: MainWindow, qtbot: QtBot
) -> None:
    line = panel.rows["night_scope"]
    line.field.set_value("WEEKDAY_NIGHTS")
    line.field.edited.emit()
    work = window.work
    qtbot.waitUntil(lambda: work.desk.settings.text("night_scope") == "WEEKDAY_NIGHTS")
    line.back.click()
    qtbot.waitUntil(lambda: work.desk.settings.text("night_scope") == "ALL_NIGHTS")


def test_policies_are_found_by_their_words_and_by_what_was_changed(
    panel: PolicyPanel, window: MainWindow, qtbot: QtBot
) -> None:
    panel.look_for("K-11 percent")
    assert {key for key, line in panel.rows.items() if not line.isHidden()} == {
        "callback_public_pct",
        "callback_unit_pct",
    }
    panel.look_for("'%_😀")
    assert panel.count() == 0
    panel.look_for("")
    assert panel.count() == len(SETTINGS)
    _commit(panel.rows["late_notice_min"], "7", qtbot)
    work = window.work
    qtbot.waitUntil(lambda: work.desk.settings.number("late_notice_min") == 7)
    panel.only_changed.click()
    assert panel.count() == 1


def test_the_centre_is_renamed_and_named_back(
    panel: PolicyPanel, window: MainWindow, qtbot: QtBot
) -> None:
    before = window.work.desk.centre_name
    panel.centre.set_value("云栖雅苑（演示）")
    panel.centre.line.editingFinished.emit()
    qtbot.waitUntil(lambda: "云栖雅苑（演示）" in window.windowTitle())
    (undo,) = window.messages.offers()
    undo.click()
    qtbot.waitUntil(lambda: window.work.desk.centre_name == before)
    panel.centre.set_value("")
    panel.centre.line.editingFinished.emit()
    qtbot.waitUntil(lambda: bool(panel.centre.problem()))


def test_money_is_typed_in_yuan_and_kept_in_fen(
    panel: PolicyPanel, window: MainWindow, qtbot: QtBot
) -> None:
    line = panel.rows["waiver_leader_from"]
    assert line.field.value() == "500.00"
    _commit(line, "￥800", qtbot)
    work = window.work
    qtbot.waitUntil(lambda: work.desk.settings.number("waiver_leader_from") == 80_000)
    assert line.field.value() == "800.00"
    _commit(line, "八百", qtbot)
    qtbot.waitUntil(lambda: bool(line.field.problem()))
    assert line.field.value() == "八百"


def test_what_limits_a_policy_is_said_beside_it(panel: PolicyPanel) -> None:
    facts = panel.rows["duplicate_days"].facts()
    assert "30" in facts
    assert "0 to 365" in facts


def test_every_choice_of_a_policy_has_a_word() -> None:
    choices = {choice for spec in SETTINGS for choice in spec.choices}
    assert choices == set(CHOICES)


@pytest.mark.usefixtures("qapp")
def test_only_times_of_day_are_read_as_such() -> None:
    times = {spec.key for spec in SETTINGS if PolicyRow(spec, {}, 300).is_clock}
    assert "return_deadline" in times
    assert not times & {"zone", "number_template", "repair_phone", "duplicate_days"}
