"""What is typed about a callback is there again in the window of another language."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.database import Database
from app.desk import Desk
from models.slip import OwnerOpinion, SlipState
from models.unit import AreaKind
from tests.makers import make_slip
from tests.ui.keyboard import compose
from ui.callback.page import CallbackPage
from ui.language import Language
from ui.shell.window import Opening
from ui.window_state import WindowState
from ui.work import Work


@pytest.fixture
def opening(qapp: QApplication, work: Work, tmp_path: Path) -> Iterator[Opening]:
    """The window opened as the program opens it, in English."""
    language = Language(qapp)
    language.speak("en")
    state = WindowState(tmp_path / "window.ini")
    opened = Opening(qapp, state, language, lambda: work, "")
    opened.start()
    yield opened
    assert opened.window is not None
    opened.window.close()
    opened.window.deleteLater()
    opened.deleteLater()
    language.fall_silent()


def page_of(opening: Opening, qtbot: QtBot) -> CallbackPage:
    """The page of callbacks with its first slip."""
    assert opening.window is not None
    page = opening.window.show_page("callback")
    assert isinstance(page, CallbackPage)
    qtbot.waitUntil(lambda: page.view is not None)
    return page


def test_the_answers_are_kept_when_the_window_speaks_chinese(
    peopled: Database, shop_desk: Desk, opening: Opening, qtbot: QtBot
) -> None:
    make_slip(peopled, shop_desk, SlipState.RETURNED, area_kind=AreaKind.UNIT)
    before = page_of(opening, qtbot)
    before.form.answer("satisfaction", OwnerOpinion.FAIR)
    before.form.comment.setFocus()
    compose(before.form.comment.text, "等久了")
    assert opening.window is not None
    opening.window.choose_language("zh_CN")

    after = page_of(opening, qtbot)
    assert after is not before
    qtbot.waitUntil(lambda: after.form.comment.value() == "等久了")
    assert after.form.satisfaction.value() is OwnerOpinion.FAIR
    assert after.save.text() == "保存，下一个"
