"""The keyboard in every dialog: Enter does it, Esc leaves, Tab comes to it first."""

from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.kit.test_form_dialog import QuoteDialog
from ui.kit.ask import Ask, Question
from ui.kit.form_dialog import FormDialog
from ui.shell.trouble_box import TroubleBox


class StartDialog(FormDialog[str]):
    """A dialog without a field."""

    def __init__(self) -> None:
        super().__init__()
        self.name("Start work", "Start", "What will happen.")

    def order(self) -> str:
        return "start"


def _question(*, is_dangerous: bool = False) -> Question:
    return Question(
        None, "Again?", "It is done again.", "Again", "No", is_dangerous=is_dangerous
    )


def _open(qtbot: QtBot, dialog: QDialog) -> None:
    qtbot.addWidget(dialog)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    dialog.open()
    qtbot.waitExposed(dialog)


def _press(qtbot: QtBot, dialog: QDialog, key: Qt.Key) -> None:
    at = dialog.focusWidget()
    assert isinstance(at, QWidget)
    qtbot.keyClick(at, key)


def test_enter_does_what_a_dialog_without_a_field_is_for(qtbot: QtBot) -> None:
    dialog = StartDialog()
    orders: list[str] = []
    dialog.submitted.connect(orders.append)
    _open(qtbot, dialog)
    assert dialog.focusWidget() is dialog.save
    _press(qtbot, dialog, Qt.Key.Key_Return)
    assert orders == ["start"]


@pytest.mark.parametrize("is_dangerous", [False, True])
def test_enter_says_yes_unless_that_cannot_be_undone(
    qtbot: QtBot, is_dangerous: bool
) -> None:
    box = _question(is_dangerous=is_dangerous)
    _open(qtbot, box)
    _press(qtbot, box, Qt.Key.Key_Return)
    assert not box.isVisible()
    answers = QDialog.DialogCode
    assert box.result() == (answers.Rejected if is_dangerous else answers.Accepted)


def test_enter_tries_again_and_escape_leaves_it(qtbot: QtBot) -> None:
    tries: list[int] = []
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Escape):
        box = TroubleBox(None, "The disk is full.", lambda: tries.append(1))
        _open(qtbot, box)
        _press(qtbot, box, key)
        assert not box.isVisible()
    assert tries == [1]


def test_tab_comes_to_the_main_button_before_the_one_that_leaves(qtbot: QtBot) -> None:
    dialog = QuoteDialog()
    _open(qtbot, dialog)
    reached = []
    for _ in range(6):
        reached.append(dialog.focusWidget())
        _press(qtbot, dialog, Qt.Key.Key_Tab)
    fields = [dialog.amount.line, dialog.signed_by.line, dialog.note.text]
    assert reached == [*fields, dialog.save, dialog.leave, dialog.amount.line]


def test_tab_goes_from_yes_to_no(qtbot: QtBot) -> None:
    box = _question()
    _open(qtbot, box)
    assert box.focusWidget() is box.yes
    _press(qtbot, box, Qt.Key.Key_Tab)
    assert box.focusWidget() is box.no
    _press(qtbot, box, Qt.Key.Key_Tab)
    assert box.focusWidget() is box.yes


def test_after_a_refusal_enter_tries_again(qtbot: QtBot) -> None:
    dialog = StartDialog()
    orders: list[str] = []
    dialog.submitted.connect(orders.append)
    _open(qtbot, dialog)
    dialog.set_busy(True)
    dialog.refuse("Somebody has changed the slip meanwhile.")
    _press(qtbot, dialog, Qt.Key.Key_Return)
    assert orders == ["start"]


def test_a_folder_that_is_not_there_is_no_name_of_a_file(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A computer without a folder for documents: Enter would say it is not found."""
    monkeypatch.setattr(
        QStandardPaths, "writableLocation", lambda _: str(tmp_path / "Documents")
    )
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    Ask().open_file(window, "Which sheet?", "Sheets (*.xlsx)", lambda _: None)
    (box,) = window.findChildren(QFileDialog)
    named = [line.text() for line in box.findChildren(QLineEdit)]
    assert "Documents" not in named
    box.reject()
