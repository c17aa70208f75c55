"""Third step: the first rows as they would be read, and every error."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QWidget

from models.data_book import NAMES
from models.data_book_problem import CellFault
from models.sheet_target import TARGETS
from ui.kit.button import Button, Look
from ui.kit.fields import CheckField, ChoiceField, TextField
from ui.kit.label import ElidedLabel, Label, Picture, Tone
from ui.kit.layout import column, pane, row
from ui.sheet.cell_table import CellTable
from ui.sheet.checked_sheet import (
    CheckedSheet,
    SheetError,
    count_good_rows,
)
from ui.sheet.target_word import left_out_word
from ui.shell.actions import action_button
from ui.theme.typeface import CARD, INPUT

FIELD_WIDTH = 200


class CheckStep(QWidget):
    """Nothing has been written yet; what is wrong can be mended here or in the file."""

    word_given = Signal(object, str, str)
    """(attribute, word of the sheet, choice it means)."""
    value_given = Signal(object, str)
    """(attribute, text for every empty cell)."""
    leaving_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.checked: CheckedSheet | None = None
        self._head = Label("", CARD, is_strong=True)
        self._left_out = ElidedLabel("", tone=Tone.SECOND)
        self.preview = CellTable(self.tr("The first rows as they would be read"))
        above = QWidget()
        head = row(self._head, self._left_out, spacing=16, margins=(24, 12, 24, 0))
        head.setStretch(1, 1)
        column(head, self.preview, spacing=8, on=above).setStretch(1, 1)
        self._error_head = Label("", INPUT, is_strong=True, tone=Tone.BAD)
        self.export = action_button("sheet.export")
        self.again = action_button("sheet.again")
        self.errors = CellTable(self.tr("Errors"), fills=True)
        self.errors.chosen.connect(self._show_mending)
        self.leave_out = CheckField("")
        self.leave_out.edited.connect(self.leaving_changed.emit)
        self._mend = QWidget()
        self._mend_text = Label("", tone=Tone.SECOND)
        self.choice = ChoiceField(width=FIELD_WIDTH)
        self.text = TextField(width=FIELD_WIDTH)
        self.apply = Button(self.tr("Apply"), Look.LINK)
        self.apply.clicked.connect(self._apply)
        self.text.line.returnPressed.connect(self._apply)
        mend = row(
            self._mend_text,
            self.choice,
            self.text,
            self.apply,
            None,
            self.leave_out,
            spacing=12,
            margins=(24, 6, 24, 6),
            on=self._mend,
        )
        mend.setStretch(4, 1)
        self.below = pane("sunken")
        box = column(
            row(
                Picture("circle-alert", 16, Tone.BAD),
                self._error_head,
                None,
                self.again,
                self.export,
                spacing=10,
                margins=(24, 10, 24, 0),
            ),
            self.errors,
            self._mend,
            spacing=8,
            on=self.below,
        )
        box.setStretch(1, 1)
        self.split = QSplitter(Qt.Orientation.Vertical)
        self.split.setChildrenCollapsible(False)
        self.split.setHandleWidth(1)
        self.split.addWidget(above)
        self.split.addWidget(self.below)
        self.split.setStretchFactor(0, 1)
        self.split.setStretchFactor(1, 1)
        column(self.split, spacing=0, on=self)

    def show_checked(self, checked: CheckedSheet) -> None:
        """Show what a sheet became."""
        self.checked = checked
        self._head.say(self.tr("%n row(s) read", "", len(checked.reading.rows)))
        self._left_out.say(self._left_out_text(checked))
        self.preview.show_lines(checked.titles, checked.preview)
        self._error_head.say(self.tr("%n cell(s) to mend", "", len(checked.errors)))
        titles = (
            self.tr("Row"),
            self.tr("Heading"),
            self.tr("What stands there"),
            self.tr("What is wrong"),
        )
        self.errors.show_lines(titles, checked.error_lines)
        self.below.setVisible(bool(checked.errors))
        word = self.tr("Leave out the %n row(s) with errors", "", checked.wrong_rows)
        self.leave_out.check.setText(word)
        self.leave_out.check.setAccessibleName(word)
        self.leave_out.check.updateGeometry()
        self.leave_out.set_value(False)
        self.leave_out.setEnabled(count_good_rows(checked) > 0)
        if checked.errors:
            self.errors.choose_row(0)
            self._show_mending(0)

    def count(self) -> int:
        """How many rows would be imported as things stand; 0 while errors forbid it."""
        if self.checked is None:
            return 0
        if not self.checked.errors:
            return len(self.checked.reading.rows)
        return count_good_rows(self.checked) if self.leave_out.value() else 0

    def _error(self) -> SheetError | None:
        place = self.errors.currentIndex().row()
        if self.checked is None or not 0 <= place < len(self.checked.errors):
            return None
        return self.checked.errors[place]

    def _show_mending(self, _: int) -> None:
        error = self._error()
        if error is None:
            return
        fault = error.problem.fault
        is_choice = fault is CellFault.NOT_A_CHOICE and bool(error.value)
        is_empty = fault is CellFault.MISSING
        self.choice.setVisible(is_choice)
        self.text.setVisible(is_empty)
        self.apply.setVisible(is_choice or is_empty)
        if is_choice:
            choices = str(dict(error.problem.facts).get("choices", "")).split(NAMES)
            self.choice.set_options([(choice, choice) for choice in choices])
            text = self.tr("Everywhere read “{word}” as").format(word=error.value[:16])
            self.choice.set_name(text)
        elif is_empty:
            text = self.tr("Where {column} is empty, take").format(
                column=error.problem.heading
            )
            self.text.clear()
            self.text.set_name(text)
        else:
            text = self.tr("Mend it in the file, save it and read it again.")
        self._mend_text.say(text)

    def _apply(self) -> None:
        error = self._error()
        if error is None or self.checked is None:
            return
        headings = TARGETS[self.checked.sheet.target]
        title = error.problem.heading
        name = next(each.name for each in headings if each.title == title)
        if self.choice.isVisible():
            self.word_given.emit(name, error.value, str(self.choice.value()))
        elif self.text.value():
            self.value_given.emit(name, self.text.value())

    def _left_out_text(self, checked: CheckedSheet) -> str:
        hidden = checked.sheet.hidden
        count = sum(row.number in hidden for row in checked.reading.rows)
        said = self.tr("%n of them hidden in the sheet.", "", count) if count else ""
        return " ".join(filter(None, (said, self._not_records(checked))))

    def _not_records(self, checked: CheckedSheet) -> str:
        if not checked.left_out:
            return self.tr("Nothing has been written yet.")
        parts = [
            self.tr("{why} {count}").format(why=left_out_word(why), count=count)
            for why, count in checked.left_out
        ]
        return self.tr("Nothing has been written yet. Not records: {parts}.").format(
            parts="，".join(parts)
        )
