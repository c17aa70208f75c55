"""The window speaks the language that is asked for, and shows where text needs room."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from models.slip import SlipState
from ui.language import Language
from ui.shell.actions import action_text
from ui.shell.pages import page_text
from ui.words import word


@pytest.fixture
def language(qapp: QApplication) -> Iterator[Language]:
    """A language that is taken off again."""
    made = Language(qapp)
    yield made
    made.fall_silent()


def test_widgets_and_sentences_speak_chinese(language: Language) -> None:
    language.speak("zh_CN")
    assert page_text("intake") == "接报台"
    assert action_text("intake.issue") == "派发"
    assert word(SlipState.RETURNED) == "已返单"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "取消"


def test_english_is_what_the_code_says(language: Language) -> None:
    language.speak("en")
    assert page_text("intake") == "Front desk"
    assert word(SlipState.RETURNED) == "Returned"


def test_an_unknown_language_is_chinese(language: Language) -> None:
    language.speak("xx")
    assert language.name == "zh_CN"


def test_doubled_texts_show_what_would_not_fit(language: Language) -> None:
    language.speak("en", is_doubled=True)
    assert page_text("intake") == "Front desk Front desk"
    assert word(SlipState.RETURNED) == "Returned Returned"
