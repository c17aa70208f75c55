"""Puts a cell of a register right where it stands (F2, double click)."""

from functools import partial
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QRect

from app.database_trouble import ChangedByOthers
from app.errors import Refusal
from app.slip_list import SlipRow, load_register_rows
from app.slip_refusals import FieldMissing
from models.slip import SlipEvent
from ui.kit.cell_editor import CellEditor, CellHint, cell_of
from ui.kit.field import Field
from ui.kit.fields import TextField
from ui.shell.frame import Frame, Kind
from ui.slip.cell_edit import Asked, CellEdit, edit_of
from ui.slip.desk_lists import DeskLists, load_desk_lists
from ui.slip.moment import Moments
from ui.slip.slip_table import RegisterTable
from ui.words import word

MAY_BE_EMPTY = frozenset({"result_text", "remark", "phone"})
"""Facts that a slip may do without; an empty one of the others changes nothing."""
NO_LISTS = DeskLists((), {}, (), {})


class RegisterEdit(QObject):
    """At most one editor over one table."""

    def __init__(self, frame: Frame, table: RegisterTable) -> None:
        super().__init__(table)
        self._frame = frame
        self._table = table
        self.editor: CellEditor | None = None
        self.hint: CellHint | None = None
        self._row: SlipRow | None = None
        self._asked: tuple[int, int] | None = None
        model = table.model_of_rows
        for changed in (model.modelReset, model.rowsInserted, model.dataChanged):
            changed.connect(self._follow)

    def is_editable(self, index: QModelIndex) -> bool:
        """Whether a double click on a cell edits it; elsewhere it opens the slip."""
        row, key = self._row_and_key(index)
        desk = self._frame.work.desk
        return row is not None and isinstance(edit_of(desk, row, key), CellEdit)

    def start(self, index: QModelIndex) -> None:
        """Edit a cell, or say at it why not. What was typed over another cell comes
        first: that one is seen again instead.
        """
        if self.editor is not None and self.editor.is_touched():
            assert self._row is not None
            self._table.choose_id(self._row.id)
            self.editor.come_back()
            return
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
            self._begin(found, row, index.column())

    def stop(self) -> None:
        """Take the editor away, with what was typed."""
        self._asked = None
        if self.editor is not None:
            editor, self.editor = self.editor, None
            editor.close()

    def _begin(self, edit: CellEdit, row: SlipRow, column: int) -> None:
        """Open at once, so that no key is lost; first ask only for what is chosen of a
        list.
        """
        if not edit.needs_lists:
            self._open(edit, row, column, NO_LISTS)
            return
        asked = self._asked = row.id, column

        def done(lists: DeskLists) -> None:
            if self._asked == asked:
                self._open(edit, row, column, lists)

        self._frame.work.look(self, load_desk_lists, done=done)

    def _open(
        self, edit: CellEdit, row: SlipRow, column: int, lists: DeskLists
    ) -> None:
        title = self._table.model_of_rows.column_at(column).title
        moments = Moments(self._frame.work)

        def made(asked: Asked, name: str) -> Field:
            field = asked.field(moments, lists)
            field.set_name(name)
            field.set_value(asked.value(row))
            return field

        also = None
        if edit.also is not None:
            also = made(edit.also, edit.also_name())
            if isinstance(also, TextField):
                also.line.hint(edit.also_name())
        editor = CellEditor(self._table, made(edit.cell, title), also)
        editor.submitted.connect(partial(self._send, edit, column))
        editor.left.connect(self._leave)
        self.editor, self._row = editor, row
        editor.open_at(partial(self._cell, row.id, column))

    def _send(self, edit: CellEdit, column: int, value: Any, also: Any) -> None:
        editor, row = self.editor, self._row
        assert editor is not None
        assert row is not None
        if self._is_as_before(edit, row, value, also):
            editor.leave()
            return
        for asked, given in ((edit.cell, value), (edit.also, also)):
            if asked is not None and not given and asked.fact not in MAY_BE_EMPTY:
                self._refuse(edit, FieldMissing(field=asked.refused or asked.fact))
                return

        def refused(refusal: Refusal) -> None:
            self._refuse(edit, refusal)
            if isinstance(refusal, ChangedByOthers):
                self._look_again(column)

        def done(_: object) -> None:
            editor.leave()
            text = self.tr("{event}: done").format(event=word(edit.event))
            is_printed = edit.event is SlipEvent.AMEND and row.dispatched_at
            asks = self.tr("The copies that are out say otherwise; print them anew.")
            needs_print = is_printed and edit.cell.fact != "remark"
            said = f"{row.number} {asks}" if needs_print else row.number
            self._frame.say(Kind.DONE, text, said)

        self._frame.work.change(
            editor,
            edit.step,
            edit.order(row, value, also),
            done=done,
            refused=refused,
            ended=lambda: editor.set_busy(False),
        )

    def _is_as_before(
        self, edit: CellEdit, row: SlipRow, value: Any, also: Any
    ) -> bool:
        before = edit.cell.value(row)
        is_same = value == before or (not value and not before)
        # Why a thing is corrected says nothing of the slip.
        if edit.also is None or edit.event is SlipEvent.CORRECT:
            return is_same
        return is_same and also == edit.also.value(row)

    def _refuse(self, edit: CellEdit, refusal: Refusal) -> None:
        assert self.editor is not None
        field = str(getattr(refusal, "field", ""))
        is_also = edit.also is not None and edit.also.is_named(field)
        self.editor.refuse(self._frame.sentence(refusal), is_also=is_also)

    def _look_again(self, column: int) -> None:
        """Say what the cell says now; who sends what was typed again has seen it."""
        editor, before = self.editor, self._row
        assert editor is not None
        assert before is not None

        def show(rows: list[SlipRow | None]) -> None:
            row = rows[0]
            if row is None or self.editor is not editor:
                return
            self._row = row
            text = self._table.model_of_rows.column_at(column).text
            if text(row) != text(before):
                said = self.tr("Now it says “{now}”; Enter writes yours all the same.")
                said = said.format(now=text(row))
                editor.refuse(f"{editor.problem()} {said}")

        self._frame.work.look(editor, load_register_rows, [before.id], done=show)

    def _leave(self) -> None:
        self.editor = None
        self._table.setFocus()

    def _follow(self) -> None:
        editor, row = self.editor, self._row
        if editor is None or row is None:
            return
        gone = self.tr("{number} left this list; what is typed is for it all the same.")
        said = gone.format(number=row.number)
        if self._table.position_of(row.id) is None:
            editor.field.set_problem(said)
        elif editor.field.problem() == said:
            editor.field.set_problem(None)
        editor.follow()

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
        cell = cell_of(self._table, index)
        # The column held in sight would cover the words.
        cell.moveLeft(max(cell.left(), self._table.frozen.width()))
        hint.stand_at(cell, below=True)
        hint.show()
        hint.raise_()
        self.hint = hint
