"""Puts a cell of a register right where it stands (F2, double click)."""

from functools import partial
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QRect

from app.errors import Refusal
from app.slip_list import SlipRow
from app.slip_refusals import FieldMissing
from models.slip import SlipEvent
from ui.kit.cell_editor import CellEditor, CellHint, cell_of
from ui.shell.frame import Frame, Kind
from ui.slip.cell_edit import CellEdit, edit_of
from ui.slip.moment import Moments
from ui.slip.slip_table import RegisterTable
from ui.words import word

MAY_BE_EMPTY = frozenset({"result_text", "remark"})
"""Facts that a slip may do without; an empty one of the others changes nothing."""


class RegisterEdit(QObject):
    """At most one editor over one table."""

    def __init__(self, frame: Frame, table: RegisterTable) -> None:
        super().__init__(table)
        self._frame = frame
        self._table = table
        self.editor: CellEditor | None = None
        self.hint: CellHint | None = None
        model = table.model_of_rows
        for changed in (model.modelReset, model.rowsInserted, model.dataChanged):
            changed.connect(self._follow)

    def is_editable(self, index: QModelIndex) -> bool:
        """Whether a double click on a cell edits it; elsewhere it opens the slip."""
        row, key = self._row_and_key(index)
        desk = self._frame.work.desk
        return row is not None and isinstance(edit_of(desk, row, key), CellEdit)

    def start(self, index: QModelIndex) -> None:
        """Edit a cell, or say at it why not."""
        self.stop()
        row, key = self._row_and_key(index)
        if row is None:
            return
        found = edit_of(self._frame.work.desk, row, key)
        title = self._table.model_of_rows.column_at(index.column()).title
        if found is None:
            text = self.tr("{column} is not typed here; it follows from other steps.")
            self._say(index, text.format(column=title))
        elif isinstance(found, Refusal):
            self._say(index, self._frame.sentence(found))
        else:
            self._open(found, row, index, title)

    def stop(self) -> None:
        """Take the editor away, with what was typed."""
        if self.editor is not None:
            editor, self.editor = self.editor, None
            editor.close()

    def _open(
        self, edit: CellEdit, row: SlipRow, index: QModelIndex, title: str
    ) -> None:
        moments = Moments(self._frame.work)
        reason = ""
        if edit.asks_reason:
            reason = self.tr("Why it is corrected")
        field = edit.field(moments)
        editor = CellEditor(self._table, title, field, edit.value(row), reason)
        editor.submitted.connect(partial(self._send, edit, row))
        editor.left.connect(self._leave)
        self.editor = editor
        editor.open_at(partial(self._cell, row.id, index.column()))

    def _send(self, edit: CellEdit, row: SlipRow, value: Any, reason: str) -> None:
        editor = self.editor
        assert editor is not None
        if value == edit.value(row) or (not value and not edit.value(row)):
            editor.leave()
            return
        if not value and edit.fact not in MAY_BE_EMPTY:
            editor.refuse(self._frame.sentence(FieldMissing(field=edit.fact)))
            return

        def refused(refusal: Refusal) -> None:
            field = str(getattr(refusal, "field", ""))
            editor.refuse(self._frame.sentence(refusal), field)

        def done(_: object) -> None:
            editor.leave()
            text = self.tr("{event}: done").format(event=word(edit.event))
            needs_print = edit.event is SlipEvent.AMEND and row.dispatched_at
            asks = self.tr("The copies that are out say otherwise; print them anew.")
            said = f"{row.number} {asks}" if needs_print else row.number
            self._frame.say(Kind.DONE, text, said)

        self._frame.work.change(
            editor,
            edit.step,
            edit.order(row, value, reason),
            done=done,
            refused=refused,
            ended=lambda: editor.set_busy(False),
        )

    def _leave(self) -> None:
        self.editor = None
        self._table.setFocus()

    def _follow(self) -> None:
        if self.editor is not None:
            self.editor.follow()

    def _cell(self, slip_id: int, column: int) -> QRect:
        position = self._table.position_of(slip_id)
        if position is None:
            return QRect()
        return cell_of(self._table, self._table.model_of_rows.index(position, column))

    def _row_and_key(self, index: QModelIndex) -> tuple[SlipRow | None, str]:
        if not index.isValid():
            return None, ""
        model = self._table.model_of_rows
        return model.row_at(index.row()), model.column_at(index.column()).key

    def _say(self, index: QModelIndex, text: str) -> None:
        hint = CellHint(self._table, text)
        hint.stand_at(cell_of(self._table, index), below=True)
        hint.show()
        hint.raise_()
        self.hint = hint
