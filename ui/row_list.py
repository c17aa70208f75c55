"""Keeps a table filled: asks which rows there are, then what the seen ones say."""

from array import array
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, Signal

from ui.kit.row_table_model import RowTableModel
from ui.kit.row_table_view import RowTableView
from ui.tasks import Job
from ui.work import Work

Row = TypeVar("Row")
Filter = TypeVar("Filter")
FindIds = Callable[..., "array[int]"]
LoadRows = Callable[..., Sequence[Any]]


class RowList(QObject, Generic[Row, Filter]):
    """Joins a table to two questions of ``app``.

    ``find_ids(session, desk, filter)`` answers *which*, ``load_rows(session, desk,
    ids)`` answers *what* with one row or None per id. After a change of one of
    ``tables`` the same filter is asked again and the chosen row stays chosen.
    """

    counted = Signal(int)

    def __init__(
        self,
        work: Work,
        view: RowTableView[Row],
        model: RowTableModel[Row],
        find_ids: FindIds,
        load_rows: LoadRows,
        tables: frozenset[str],
    ) -> None:
        super().__init__(view)
        self._work = work
        self._view = view
        self._model = model
        self._find_ids = find_ids
        self._load_rows = load_rows
        self._tables = tables
        self._filter: Filter | None = None
        self._job: Job | None = None
        self._wanted_id: int | None = None
        model.page_wanted.connect(self._ask_page)
        work.changed.connect(self._after_change)

    def ask(self, question: Filter, choose: int | None = None) -> None:
        """Show the rows of another question; ``choose`` becomes current when there."""
        self._filter = question
        self._wanted_id = choose
        self.refresh()

    def choose(self, wanted: int) -> None:
        """Make a row current, now or as soon as the list holds it."""
        if not self._view.choose_id(wanted):
            self._wanted_id = wanted

    def refresh(self) -> None:
        """Ask the same question again."""
        if self._filter is None:
            return
        if self._job is not None:
            self._job.drop()
        self._job = self._work.look(
            self, self._find_ids, self._filter, done=self._put_ids
        )

    def _put_ids(self, ids: "array[int]") -> None:
        self._job = None
        if ids == self._model.ids():
            self._model.forget_pages()
        else:
            self._view.keep_ids(lambda: self._model.set_ids(ids))
        if self._wanted_id is not None and self._view.choose_id(self._wanted_id):
            self._wanted_id = None
        self.counted.emit(len(ids))

    def _ask_page(self, page: int, ids: "array[int]") -> None:
        self._work.look(
            self,
            self._load_rows,
            ids,
            done=partial(self._model.put_page, page, ids),
            ended=partial(self._model.stop_waiting, page),
        )

    def _after_change(self, tables: frozenset[str]) -> None:
        if tables & self._tables:
            self.refresh()
