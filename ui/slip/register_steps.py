"""What is done to the slips of a register from the list itself: the ticked ones are
printed and changed together, a cell is put right where it stands.
"""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, QPoint, Slot

from ui.shell.frame import Frame
from ui.slip.register_list import RegisterList

if TYPE_CHECKING:
    from ui.slip.register_bulk import RegisterBulk
    from ui.slip.register_edit import RegisterEdit
    from ui.slip.register_print import RegisterPrint


class RegisterSteps(QObject):
    """The steps of one register. Nobody takes one before the list is painted, so what
    they need is loaded then.
    """

    def __init__(self, frame: Frame, of_list: RegisterList) -> None:
        super().__init__(of_list)
        self._frame = frame
        self._list = of_list
        selection, table = of_list.selection, of_list.table
        selection.print.clicked.connect(self._print)
        selection.assign.clicked.connect(self._assign)
        selection.more.clicked.connect(self._offer)
        table.edit_wanted.connect(lambda index: self.editing.start(index))
        table.is_editable = self._is_editable

    @cached_property
    def _printing(self) -> "RegisterPrint":
        from ui.slip.register_print import RegisterPrint

        return RegisterPrint(self._frame, self._list)

    @cached_property
    def _changing(self) -> "RegisterBulk":
        from ui.slip.register_bulk import RegisterBulk

        return RegisterBulk(self._frame, self._list)

    @cached_property
    def editing(self) -> "RegisterEdit":
        """What puts cells right."""
        from ui.slip.register_edit import RegisterEdit

        return RegisterEdit(self._frame, self._list.table)

    def _is_editable(self, index: QModelIndex) -> bool:
        return self.editing.is_editable(index)

    @Slot()
    def _print(self) -> None:
        wanted = self._list.ticked()
        if wanted is not None:
            self._printing.start(wanted, self._list.ticked_count())

    @Slot()
    def _assign(self) -> None:
        from app.slip_bulk import BulkAction

        wanted = self._list.ticked()
        if wanted is not None:
            self._changing.start(BulkAction.ASSIGN, wanted)

    @Slot()
    def _offer(self) -> None:
        wanted, more = self._list.ticked(), self._list.selection.more
        if wanted is not None:
            self._changing.offer(wanted, more.mapToGlobal(QPoint(0, more.height())))
