"""Keeps a table filled: the first page at once, then which rows there are, then what
the seen ones say.
"""

from array import array
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from ui.kit.row_table_model import PAGE, RowTableModel
from ui.kit.row_table_view import RowTableView
from ui.kit.when_seen import WhenSeen
from ui.tasks import Job, Lane
from ui.work import Work

Row = TypeVar("Row")
Filter = TypeVar("Filter")
FindIds = Callable[..., "array[int]"]
LoadRows = Callable[..., Sequence[Any]]


class RowList(QObject, Generic[Row, Filter]):
    """Joins a table to the questions of ``app``.

    ``find_ids(session, desk, filter)`` answers *which*, ``load_rows(session, desk,
    ids)`` answers *what* with one row or None per id. ``first_rows(session, desk,
    filter, count)``, where there is one, answers with the rows of the first page, each
    with its ``id``: they are shown before *which* is asked at all. After a change of
    one of ``tables`` the same filter is asked again, once the table is seen, and the
    chosen row stays chosen.
    """

    counted = Signal(object)
    """How many rows there are, as soon as it is known."""
    shown = Signal()
    """The first rows of another question stand in the table."""

    def __init__(
        self,
        work: Work,
        view: RowTableView[Row],
        model: RowTableModel[Row],
        find_ids: FindIds,
        load_rows: LoadRows,
        tables: frozenset[str],
        first_rows: LoadRows | None = None,
    ) -> None:
        super().__init__(view)
        self._work = work
        self._view = view
        self._model = model
        self._find_ids = find_ids
        self._load_rows = load_rows
        self._first_rows = first_rows
        self._tables = tables
        self._filter: Filter | None = None
        self._first_job: Job | None = None
        self._ids_job: Job | None = None
        self._is_stale = False
        self._wanted_id: int | None = None
        self._wanted_top: int | None = None
        self._count: int | None = None
        # The page that came is painted before anything longer is begun.
        self._goes_on = QTimer(self, singleShot=True, interval=0)
        self._goes_on.timeout.connect(self._ask_ids)
        self._refreshing = WhenSeen(view, self.refresh)
        model.page_wanted.connect(self._ask_page)
        work.changed.connect(self._after_change)

    @property
    def question(self) -> Filter | None:
        """What the list shows, or is about to show."""
        return self._filter

    @property
    def count(self) -> int | None:
        """How many rows there are; None while that is being asked."""
        return self._count

    def ask(
        self, question: Filter, choose: int | None = None, top: int | None = None
    ) -> None:
        """Show the rows of another question; ``choose`` becomes current when there,
        and the row ``top`` stands at the top again.
        """
        self._filter = question
        self._wanted_id = self._view.chosen_id() if choose is None else choose
        self._wanted_top = top
        self._count = None
        self._drop_jobs()
        if self._first_rows is None:
            self._ask_ids()
            return
        self._first_job = self._work.look(
            self,
            self._first_rows,
            question,
            PAGE,
            done=self._put_first,
            ended=self._end_first,
        )

    def choose(self, wanted: int) -> None:
        """Make a row current, now or as soon as the list holds it."""
        if not self._view.choose_id(wanted):
            self._wanted_id = wanted

    def refresh(self) -> None:
        """Ask the same question again; what is seen stays until the answer comes."""
        if self._filter is None:
            return
        self._model.forget_pages()
        if self._first_job or self._ids_job or self._goes_on.isActive():
            # Changes that follow each other are answered by one more question.
            self._is_stale = True
            return
        self._ask_ids()

    def _drop_jobs(self) -> None:
        self._goes_on.stop()
        self._is_stale = False
        for job in (self._first_job, self._ids_job):
            if job is not None:
                job.drop()
        self._first_job = self._ids_job = None

    def _end_first(self) -> None:
        self._first_job = None

    def _put_first(self, rows: Sequence[Any]) -> None:
        ids = array("q", (row.id for row in rows))
        self._view.start_over(lambda: self._model.put_first(ids, rows))
        self._choose_wanted()
        if len(rows) < PAGE and not self._is_stale:
            self._end_wanting()
            self._tell_count(len(rows))
        else:
            self._goes_on.start()
        self.shown.emit()

    def _ask_ids(self) -> None:
        self._ids_job = self._work.look(
            self,
            self._find_ids,
            self._filter,
            done=self._put_ids,
            ended=self._end_ids,
            lane=Lane.IDS,
        )

    def _end_ids(self) -> None:
        self._ids_job = None

    def _put_ids(self, ids: "array[int]") -> None:
        if ids != self._model.ids():
            self._view.keep_ids(lambda: self._model.set_ids(ids))
        self._choose_wanted()
        self._end_wanting()
        self._tell_count(len(ids))
        if self._is_stale:
            self._is_stale = False
            self._ask_ids()

    def _choose_wanted(self) -> None:
        if self._wanted_top is not None and self._view.stand_at_top(self._wanted_top):
            self._wanted_top = None
        is_placed = self._wanted_top is None
        if self._wanted_id is not None and self._view.choose_id(
            self._wanted_id, is_seen=is_placed
        ):
            self._wanted_id = None

    def _end_wanting(self) -> None:
        if self._wanted_id is not None and self._view.chosen_id() is None:
            self._view.chosen.emit(None)
        self._wanted_id = self._wanted_top = None

    def is_wanting(self) -> bool:
        """Whether a row will be chosen that has not come yet."""
        return self._wanted_id is not None

    def _tell_count(self, count: int) -> None:
        self._count = count
        self.counted.emit(count)

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
            self._refreshing.do()
