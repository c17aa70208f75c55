"""The window as a whole: opened, built again in another language, in other colours."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QCompleter, QLineEdit
from pytestqt.qtbot import QtBot

from ui.language import Language, spoken_language
from ui.shell.main_window import MainWindow
from ui.shell.window import Opening, windows
from ui.theme.theme import Choice, Theme, tokens
from ui.theme.tokens import DARK, LIGHT
from ui.window_state import WindowState
from ui.work import Work


@pytest.fixture
def state(tmp_path: Path) -> WindowState:
    return WindowState(tmp_path / "window.ini")


@pytest.fixture
def opening(
    qapp: QApplication, work: Work, state: WindowState, qtbot: QtBot
) -> Iterator[Opening]:
    """The window opened as the program opens it, in English."""
    language = Language(qapp)
    language.speak("en")
    opened = Opening(qapp, state, language, lambda: work, "")
    opened.start()
    yield opened
    assert opened.window is not None
    opened.window.close()
    opened.window.deleteLater()
    opened.deleteLater()
    language.fall_silent()


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    worn = Theme.of(qapp)
    yield worn
    worn.choose(Choice.SYSTEM)
    worn.wear(LIGHT)


def window_of(opening: Opening) -> MainWindow:
    assert opening.window is not None
    return opening.window


def test_the_window_is_built_again_in_the_language_that_is_chosen(
    opening: Opening, state: WindowState, qtbot: QtBot
) -> None:
    before = window_of(opening)
    before.show_page("return")
    assert before.rail.item("return").text() == "Returns"
    before.choose_language("zh_CN")
    after = window_of(opening)
    assert after is not before
    assert spoken_language() == "zh_CN"
    assert state.text("language") == "zh_CN"
    assert after.rail.item("return").text() == "返单台"
    assert after.front_page_id() == "return"
    assert after.isVisible()
    assert not before.isVisible()


def test_what_is_typed_is_saved_before_the_language_changes(
    opening: Opening, qtbot: QtBot
) -> None:
    saved: list[str] = []
    window = window_of(opening)
    page = window.show_page("return")
    page.rescue = lambda: saved.append("draft")  # type: ignore[method-assign]
    window.choose_language("zh_CN")
    assert saved == ["draft"]


def test_the_language_waits_for_long_work(opening: Opening, qtbot: QtBot) -> None:
    window = window_of(opening)
    window.work.draw(window, lambda _: None, lambda _: None, title="The report")
    window.choose_language("zh_CN")
    assert window_of(opening) is window
    assert window.messages.message()[1] == "Not yet"
    qtbot.waitUntil(lambda: not window.work.tasks.running())


def test_the_list_of_a_completer_goes_with_its_field_only(
    qapp: QApplication, qtbot: QtBot
) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    completer = QCompleter(["3-1502"], field)
    field.setCompleter(completer)
    assert completer.popup() in qapp.topLevelWidgets()
    found = windows(qapp)
    assert field in found
    assert completer.popup() not in found


def test_the_look_that_is_chosen_is_worn_and_remembered(
    opening: Opening, state: WindowState, theme: Theme
) -> None:
    window = window_of(opening)
    window.choose_look(Choice.DARK)
    assert tokens() is DARK
    assert state.text("look") == "dark"
    window.choose_look(Choice.LIGHT)
    assert tokens() is LIGHT


def test_a_look_that_was_chosen_stays_when_the_system_changes(
    theme: Theme,
) -> None:
    theme.choose(Choice.DARK)
    QGuiApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert tokens() is DARK


def test_the_system_is_followed_until_something_is_chosen(theme: Theme) -> None:
    hints = QGuiApplication.styleHints()
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert tokens() is DARK
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert tokens() is LIGHT
