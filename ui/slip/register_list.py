"""One register with the two lines under it: its rows, what is ticked, the totals."""

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from app.listing import IsOneOf
from app.slip_filter_text import filter_text
from app.slip_list import Register, SlipFilter
from ui.kit.layout import column, pane
from ui.shell.frame import Frame
from ui.slip.register_empty import EmptyRegister
from ui.slip.register_foot import SelectionBar, TotalsBar
from ui.slip.register_state import MOST_TICKS, Place
from ui.slip.slip_neighbours import Neighbours
from ui.slip.slip_table import REGISTER_TABLES, RegisterTable

MOMENT_MS = 150


class RegisterList(QWidget):
    """Shows what it is asked, and tells what somebody wants of it."""

    chosen = Signal(object)
    """The id of the current row, or None."""
    opened = Signal(object)
    """The ``Neighbours`` of the row that was opened."""
    edited = Signal()
    """A heading asks something else."""

    def __init__(
        self,
        frame: Frame,
        register: Register,
        name: str,
        keys: tuple[str, ...],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._register = register
        self._place: Place | None = None
        self.table = RegisterTable(frame, name, keys, register)
        self.filling = self.table.filling
        self.question = self.table.question
        self.ticks = self.table.ticks
        self.empty = EmptyRegister(self.table)
        self.selection = SelectionBar(frame)
        self.foot = TotalsBar(frame)
        self.table.chosen.connect(self.chosen)
        self.table.opened.connect(self._open)
        self.question.changed.connect(self.edited)
        self._moment = QTimer(self, singleShot=True, interval=MOMENT_MS)
        self._moment.timeout.connect(self._show_again)
        self.filling.shown.connect(self._show_again)
        self.filling.shown.connect(self._scroll_back)
        self.filling.shown.connect(self._after_first)
        self.filling.counted.connect(self._after_count)
        self.ticks.changed.connect(self._show_ticked)
        self.selection.untick.clicked.connect(self.ticks.clear)
        frame.work.changed.connect(self._after_change)
        foot = pane("sunken")
        self._lines = column(self.table, self.selection, foot, spacing=0, on=self)
        column(self.foot, on=foot)

    def ask(
        self, wanted: SlipFilter, choose: int | None = None, top: int | None = None
    ) -> None:
        """Show other slips; what was ticked among the ones before is let go, but not
        when only their order is another.
        """
        before = self.filling.question
        if before is None and self._place is not None and choose is None:
            choose, top = self._place.chosen, self._place.top
            if self._place.ticked_all and self._place.asked != _unsorted(wanted):
                # All of yesterday is not all of today.
                self.ticks.clear()
        if before is not None and replace(before, sort=wanted.sort) != wanted:
            self.ticks.clear()
        self.filling.ask(wanted, choose, top)
        self.empty.hide()
        if before is None or replace(before, sort=wanted.sort) != wanted:
            self.foot.show_nothing()

    def put_on_top(self, line: QWidget) -> None:
        """Let ``line`` stand over the table."""
        self._lines.insertWidget(0, line)

    def filters_in_words(self) -> Iterator[str]:
        """What the headings ask, each with its title and in full. The days of issue
        are left out: they bound the sheet as a span does.
        """
        for place, each in enumerate(self.table.model_of_rows.columns()):
            asked = self.question.filters.get(each.key)
            if asked is None or each.key == "issued":
                continue
            words = self.table.filter_text(place)
            if isinstance(asked, IsOneOf):
                known = dict(each.choices)
                words = "、".join(known.get(word, word) for word in asked.members)
            yield f"{each.title} {words}"

    def ticked(self) -> SlipFilter | None:
        """The ticked slips in the order of the list; None when nothing is ticked."""
        asked = self.filling.question
        if asked is None or self.ticks.is_empty():
            return None
        ids = tuple(self.ticks.ids)
        if self.ticks.is_all:
            return replace(asked, without=frozenset(ids))
        return SlipFilter(register=self._register, sort=asked.sort, ids=ids)

    def ticked_count(self) -> int | None:
        """How many slips are ticked; None while the list is being counted."""
        total = self.filling.count
        if total is None and self.ticks.is_all:
            return None
        return self.ticks.count(total or 0)

    def stand(self, place: Place) -> None:
        """Stand where one stood at the last start, once the first rows are there."""
        self._place = place
        if place.ticked_all:
            self.ticks.take_all()
            for each in place.ticked:
                self.ticks.turn(each)
        elif place.ticked:
            self.ticks.tick(place.ticked)

    def place(self) -> Place:
        """Where one stands now; before anything is asked, where one stood."""
        if self.filling.question is None and self._place is not None:
            return self._place
        is_all, ids = self.ticks.is_all, list(self.ticks.ids)
        if is_all and len(ids) > MOST_TICKS:
            # What was unticked and forgotten would be ticked after a restart.
            is_all, ids = False, []
        asked = self.filling.question
        return Place(
            self.table.chosen_id(),
            self.table.top_id(),
            is_all,
            ids[:MOST_TICKS],
            self.table.horizontalScrollBar().value(),
            _unsorted(asked) if is_all and asked is not None else "",
        )

    def hold_still(self) -> None:
        """Show nothing of before until the rows are there, for a moment at most: to
        paint them twice takes longer than to ask for them.
        """
        self.table.setUpdatesEnabled(False)
        self._moment.start()

    @Slot()
    def _show_again(self) -> None:
        self._moment.stop()
        self.table.setUpdatesEnabled(True)

    @Slot()
    def _scroll_back(self) -> None:
        place, self._place = self._place, None
        if place is not None and place.left:
            self.table.executeDelayedItemsLayout()
            self.table.horizontalScrollBar().setValue(place.left)

    def _open(self, slip_id: int) -> None:
        self.opened.emit(Neighbours(slip_id, self.table))

    @Slot()
    def _after_first(self) -> None:
        if self.table.chosen_id() is None and not self.filling.is_wanting():
            self.table.choose_position(0)

    @Slot(object)
    def _after_count(self, count: int) -> None:
        self.foot.show_count(count)
        asked = self.filling.question
        assert asked is not None
        self.foot.ask(asked)
        self._show_ticked()
        if count:
            self.empty.hide()
            if self.table.chosen_id() is None:
                self.table.choose_position(0)
            return
        self.chosen.emit(None)
        is_filtered = bool(asked.text or asked.columns or asked.ids is not None)
        is_spanned = asked.from_at is not None or asked.until_at is not None
        self.empty.tell(is_filtered=is_filtered, is_spanned=is_spanned)

    @Slot()
    def _show_ticked(self) -> None:
        wanted = self.ticked()
        self.selection.show_ticked(self.ticked_count(), is_whole=self.ticks.is_all)
        # A sum is worth the question for what a person ticks by hand.
        is_long = wanted is None or len(wanted.ids or ()) > MOST_TICKS
        if wanted is None or is_long or self.ticks.is_all:
            self.selection.forget()
        else:
            self.selection.ask(wanted)

    @Slot(object)
    def _after_change(self, tables: frozenset[str]) -> None:
        # A change of slips asks the list anew, which counts and asks for the totals.
        asked = self.filling.question
        if (
            asked is not None
            and tables & REGISTER_TABLES
            and self.filling.count is not None
        ):
            self._show_ticked()


def _unsorted(asked: SlipFilter) -> str:
    """Which slips are asked for, as text; their order is left out."""
    return filter_text(replace(asked, sort=None))
