"""登记表: the two registers as lists of any length."""

from collections.abc import Callable, Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.listing import ColumnFilter, IsWithin
from app.pasted_number import Pasted, find_pasted, pasted_numbers
from app.slip_list import Register, SlipFilter
from ui.kit.layout import column, pane, row
from ui.shell.actions import BY_ID as ACTIONS_BY_ID
from ui.shell.frame import Frame, Kind, Offer
from ui.shell.page import Page
from ui.slip.columns import PUBLIC_REGISTER, UNIT_REGISTER
from ui.slip.given_slips import GivenSlips
from ui.slip.pasted_line import PastedLine
from ui.slip.register_bar import RegisterBar
from ui.slip.register_bring import offer_to_bring
from ui.slip.register_list import RegisterList
from ui.slip.register_offers import days_text, offer_columns, offer_days
from ui.slip.register_state import Place, RegisterState, keep_state, load_state
from ui.slip.register_steps import RegisterSteps
from ui.slip.register_view import ViewBody
from ui.slip.register_views import RegisterViews
from ui.slip.slip_neighbours import Neighbours
from ui.slip.slip_table import MINUTE_MS, RegisterTable
from ui.slip.span import Span, span_bounds

if TYPE_CHECKING:
    from ui.slip.register_export import RegisterExport
    from ui.slip.slip_pane import SlipPane

TYPING_MS = 250
"""How long the list waits for the next key before it asks."""
KEEPING_MS = 1_000
LOOKING_MS = 40
"""How long a row is stood on before it is looked up: a held arrow key passes by."""
PANE, NARROW_PANE, NARROW_BELOW = 360, 336, 1_240


class RegisterPage(Page):
    """Which register, which time, which words; the chosen slip beside it."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        kept = load_state(frame.state)
        self._is_pane_open = kept.is_pane_open
        bar = RegisterBar(kept)
        self.bar = bar
        self.register, self.period, self.words = bar.register, bar.period, bar.words
        self.clear, self.columns, self.export = bar.clear, bar.columns, bar.export
        self.register.edited.connect(self._change_register)
        self.period.edited.connect(self._change_span)
        self._typing = QTimer(self, singleShot=True, interval=TYPING_MS)
        self._typing.timeout.connect(self._ask)
        self.words.edited.connect(self._typing.start)
        self.words.left.connect(self._go_to_found)
        self.clear.clicked.connect(self.clear_filters)
        self.columns.clicked.connect(self._offer_columns)
        self.export.clicked.connect(self._export)
        bar.days.clicked.connect(self._offer_days)
        bar.keep_view.clicked.connect(lambda: self.views.keep())
        bar.given.dropped.connect(self.arrive)
        self._pasted: Pasted | None = None
        self.pasted = PastedLine()
        self.pasted.other_wanted.connect(self._turn_register)
        frame.work.changed.connect(self._look_for_missing)
        self._looking = QTimer(self, singleShot=True, interval=LOOKING_MS)
        self._looking.timeout.connect(self._look)
        self._keeping = QTimer(self, singleShot=True, interval=KEEPING_MS)
        self._keeping.timeout.connect(self.keep)
        watching = QTimer(self, interval=MINUTE_MS)
        watching.timeout.connect(self.watch_day)
        watching.start()
        self._kept = kept
        self._places = dict(kept.places)
        self._stack = QStackedWidget()
        self._side = QWidget()
        self._lay_out()
        self.lists: dict[Register, RegisterList] = {}
        self.steps: dict[RegisterList, RegisterSteps] = {}
        self._views: dict[RegisterList, RegisterViews] = {}
        self._noting = QTimer(self, singleShot=True, interval=0)
        self._noting.timeout.connect(self._note_view)
        self._stack.setCurrentWidget(self.list)
        self._pane: SlipPane | None = None
        turn = QShortcut(QKeySequence(ACTIONS_BY_ID["register.pane"].keys), self)
        turn.activated.connect(self._turn_pane)
        days = QShortcut(QKeySequence(ACTIONS_BY_ID["register.days"].keys), self)
        days.activated.connect(self._offer_days)
        bar.bring.clicked.connect(offer_to_bring(frame, bar.bring))
        self._side.setVisible(self._is_pane_open)
        self._ask()

    def _make_list(self, which: Register) -> RegisterList:
        """The list of a register, made before somebody first turns to it."""
        name, keys = {
            Register.UNIT: (self.tr("Register of units"), UNIT_REGISTER),
            Register.PUBLIC: (self.tr("Register of public areas"), PUBLIC_REGISTER),
        }[which]
        made = RegisterList(self.frame, which, name, keys, self._stack)
        made.table.restore_header(self.frame.state.data(f"register.{which}.header"))
        made.question.restore(
            self._kept.questions.get(which, ""), made.table.model_of_rows.columns()
        )
        if self.period.value() not in (None, Span.ALL):
            made.question.filters.pop("issued", None)
        made.chosen.connect(self._show_chosen)
        made.opened.connect(self._open)
        made.edited.connect(self._after_heading)
        made.question.let_go.connect(self._drop_span)
        made.empty.clear_wanted.connect(self.clear_filters)
        made.empty.all_wanted.connect(self._drop_span)
        made.empty.sheet_wanted.connect(self._import_sheet)
        made.selection.export.clicked.connect(self._export_ticked)
        self.steps[made] = RegisterSteps(self.frame, made)
        header = made.table.asking_header()
        header.sectionMoved.connect(lambda *_: self._keeping.start())
        header.sectionResized.connect(lambda *_: self._keeping.start())
        made.ticks.changed.connect(self._keeping.start)
        views = RegisterViews(self.frame, which, made)
        views.active = self._kept.views.get(which)
        views.taken.connect(self._take_view)
        made.put_on_top(views.strip)
        header.sectionMoved.connect(lambda *_: self._noting.start())
        self._views[made] = views
        made.stand(self._places.get(which, Place()))
        self._stack.addWidget(made)
        return made

    def _lay_out(self) -> None:
        left = pane("surface")
        self._side.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._side.setProperty("pane", "sunken")
        whole = row(left, self._side, spacing=0, on=self)
        whole.setStretch(0, 1)
        column(self.bar, self.pasted, self._stack, spacing=0, on=left)

    @property
    def pane(self) -> "SlipPane":
        """The slip beside the list, made when the first rows are there: nobody waits
        for it before.
        """
        if self._pane is None:
            from ui.slip.slip_pane import SlipPane

            self._pane = SlipPane(self.frame, self._turn_pane)
            self._pane.whole_wanted.connect(self._open_chosen)
            column(self._pane, spacing=0, on=self._side)
        return self._pane

    def rest_to_make(self) -> Sequence[Callable[[], object]]:
        return (lambda: self.pane, lambda: self._list_of(self._other()))

    @property
    def list(self) -> RegisterList:
        """The register that is in front, with the lines under it."""
        return self._list_of(Register(self.register.value()))

    def _list_of(self, which: Register) -> RegisterList:
        if which not in self.lists:
            self.lists[which] = self._make_list(which)
        return self.lists[which]

    def _other(self) -> Register:
        """The register that is not in front."""
        is_of_units = self.register.value() == Register.UNIT
        return Register.PUBLIC if is_of_units else Register.UNIT

    @property
    def table(self) -> RegisterTable:
        """The list of the register that is in front."""
        return self.list.table

    @property
    def views(self) -> RegisterViews:
        """The views of the register that is in front."""
        return self._views[self.list]

    def view_now(self) -> ViewBody:
        """What the list is now, as a view of it would keep it."""
        return ViewBody(
            self.period.value(),
            self.words.value(),
            self.list.question.kept(),
            self.table.shown_keys(),
        )

    @Slot()
    def _note_view(self) -> None:
        self.views.note(self.view_now())

    @Slot(object)
    def _take_view(self, body: ViewBody) -> None:
        """Show what a view keeps."""
        self.bar.given.put(None)
        self.words.set_value(body.words)
        # Columns first: what is put away asks nothing more.
        question = self.list.question
        question.blockSignals(True)
        self.table.show_columns(body.columns)
        question.restore(body.question, self.table.model_of_rows.columns())
        question.blockSignals(False)
        question.told.emit()
        self.period.set_value(body.span)
        self._ask()
        self.table.setFocus()

    def arrive(self) -> None:
        self.table.setFocus()
        self._ask_if_other()

    @Slot()
    def watch_day(self) -> None:
        """At midnight a span that moves with today means other slips; ticked ones are
        left alone until they are done with.
        """
        if self.isVisible() and self.list.ticks.is_empty():
            self._ask_if_other()

    def _ask_if_other(self) -> None:
        # Today is another day than when the list was asked, perhaps.
        if self.list.filling.question != self.question():
            self._ask(top=self.table.top_id())

    def look_at(self, thing: object) -> None:
        """Show what words that were searched for mean, in all times; or the slips
        that are given.
        """
        if isinstance(thing, str):
            self.words.set_value(thing)
            self._drop_span()
        elif isinstance(thing, GivenSlips):
            self._show_given(thing)

    def _show_given(self, given: GivenSlips) -> None:
        self.words.set_value("")
        self.register.set_value(given.register)
        self._stack.setCurrentWidget(self.list)
        self.views.let_go()
        self.list.question.filters.clear()
        self.bar.given.put(given)
        self._drop_span()

    def leave(self) -> None:
        self.keep()

    def keep(self) -> None:
        """Remember what is asked and where one stands."""
        self._keeping.stop()
        state = self.frame.state
        lists = {str(which): each for which, each in self.lists.items()}
        for which, each in lists.items():
            state.set_data(f"register.{which}.header", each.table.header_state())
        questions = {which: each.question.kept() for which, each in lists.items()}
        active = {which: self._views[each].active for which, each in lists.items()}
        views = {which: view for which, view in active.items() if view is not None}
        places = {which: each.place() for which, each in lists.items()}
        keep_state(
            state,
            RegisterState(
                self.register.value(),
                self.period.value(),
                self.words.value(),
                self._is_pane_open,
                {**self._kept.questions, **questions},
                {**self._kept.views, **views},
                {**self._places, **places},
            ),
        )

    def question(self) -> SlipFilter:
        """What the list asks for now."""
        span, headings = self.period.value(), self.list.question
        if self._pasted is not None:
            # Whoever pastes numbers wants these slips, whenever they were issued.
            return SlipFilter(
                register=self.register.value(),
                sort=headings.sort,
                columns=headings.columns(),
                ids=self._pasted.ids[self.register.value()],
            )
        from_at, until_at = (
            (None, None) if span is None else span_bounds(span, self.frame.work.desk)
        )
        return SlipFilter(
            register=self.register.value(),
            from_at=from_at,
            until_at=until_at,
            text=self.words.value(),
            sort=headings.sort,
            columns=headings.columns(),
            ids=self.bar.given.ids,
        )

    @Slot()
    def clear_filters(self) -> None:
        """Ask nothing but the time; what was asked may be taken up again."""
        self._typing.stop()
        question = self.list.question
        before = (
            self.register.value(),
            self.words.value(),
            dict(question.filters),
            self.period.value(),
            self.bar.given.slips,
        )
        self.bar.given.put(None)
        self.words.set_value("")
        self.views.let_go()
        question.filters.clear()
        if "issued" in before[2]:
            self.period.set_value(Span.ALL)
        self._ask()
        undo = Offer(self.tr("Undo"), partial(self._ask_as, *before), "", "undo-2")
        self.frame.say(Kind.DONE, self.tr("Filters cleared"), offers=[undo])

    def _ask_as(
        self,
        register: Register,
        words: str,
        filters: dict[str, ColumnFilter],
        span: Span | None,
        given: GivenSlips | None,
    ) -> None:
        self.register.set_value(register)
        self._stack.setCurrentWidget(self.list)
        self.bar.given.put(given)
        self.words.set_value(words)
        self.list.question.filters.update(filters)
        self.period.set_value(span)
        self._ask()
        self.table.setFocus()

    @Slot()
    def _ask(self, choose: int | None = None, top: int | None = None) -> None:
        self._typing.stop()
        numbers = pasted_numbers(self.words.value())
        if numbers and (self._pasted is None or self._pasted.numbers != numbers):
            done = partial(self._take_pasted, choose, top)
            self.frame.work.look(self, find_pasted, numbers, done=done)
            return
        self._pasted = self._pasted if numbers else None
        self.pasted.tell(self._pasted, self.register.value())
        span = self.period.value()
        is_named = span not in (None, Span.ALL) and self._pasted is None
        for each in self.lists.values():
            each.question.caption(
                "issued", self.period.text_of(span) if span and is_named else ""
            )
        self.bar.days.show_days(days_text(self.table))
        self._noting.start()
        asked = (self.words.value(), self.list.question.filters, self.bar.given.slips)
        self.clear.setEnabled(any(asked))
        self.list.ask(self.question(), choose, top)
        self._keeping.start()

    def _take_pasted(self, choose: int | None, top: int | None, pasted: Pasted) -> None:
        is_asked = pasted.numbers == pasted_numbers(self.words.value())
        if is_asked and pasted != self._pasted:
            self._pasted = pasted
            self._ask(choose, top)

    @Slot(object)
    def _look_for_missing(self, tables: frozenset[str]) -> None:
        # A pasted number that no slip had may have been given meanwhile.
        if "slip" in tables and self._pasted is not None and self._pasted.missing:
            done = partial(self._take_pasted, None, self.table.top_id())
            self.frame.work.look(self, find_pasted, self._pasted.numbers, done=done)

    @Slot()
    def _turn_register(self) -> None:
        self.register.set_value(self._other())
        self._change_register()
        self.table.setFocus()

    @Slot()
    def _offer_days(self) -> None:
        offer_days(self.table, self.bar.days)

    @Slot()
    def _go_to_found(self) -> None:
        if self._typing.isActive():
            self._ask()
        self.table.setFocus()

    @Slot()
    def _change_register(self) -> None:
        self.list.hold_still()
        self._stack.setCurrentWidget(self.list)
        self._after_heading()
        self._show_chosen(self.table.chosen_id())

    @Slot()
    def _change_span(self) -> None:
        for each in self.lists.values():
            each.question.filters.pop("issued", None)
        self._ask()

    @Slot()
    def _after_heading(self) -> None:
        # Days that a heading asks for stand in place of the span above.
        if isinstance(self.list.question.filters.get("issued"), IsWithin):
            self.period.set_value(None)
        elif self.period.value() is None:
            self.period.set_value(Span.ALL)
        self._ask()

    @Slot()
    def _drop_span(self) -> None:
        self.period.set_value(Span.ALL)
        self._change_span()

    @Slot(object)
    def _show_chosen(self, slip_id: object) -> None:
        if slip_id == self.table.chosen_id():
            self._looking.start()
        self._keeping.start()

    @Slot()
    def _look(self) -> None:
        if not self._is_pane_open:
            return
        if self._pane is None and self.table.chosen_row() is None:
            self._looking.start()  # the rows come first
            return
        self.pane.show_slip(self.table.chosen_id())

    @Slot()
    def _turn_pane(self) -> None:
        self._is_pane_open = not self._is_pane_open
        self._side.setVisible(self._is_pane_open)
        self._show_chosen(self.table.chosen_id())
        self.table.setFocus()

    @Slot()
    def _offer_columns(self) -> None:
        def changed() -> None:
            self._keeping.start()
            self._noting.start()

        offer_columns(self.table, self.register.value(), self.columns, changed)

    @Slot()
    def _import_sheet(self) -> None:
        from models.sheet_target import Target

        self.frame.show_page("sheet", Target.SLIPS)

    # Nobody exports before the list is painted: it is loaded then.

    @cached_property
    def _exporting(self) -> "RegisterExport":
        from ui.slip.register_export import RegisterExport

        return RegisterExport(self.frame, self)

    @Slot()
    def _export(self) -> None:
        self._exporting.start(self.question(), self.asked_in_words())

    @Slot()
    def _export_ticked(self) -> None:
        wanted = self.list.ticked()
        if wanted is not None:
            self._exporting.start(wanted, self.tr("Ticked slips"))

    def asked_in_words(self) -> str:
        """What the list is narrowed to, for the sheet that leaves the house."""
        given, said = self.bar.given.slips, [self.words.value()]
        if self._pasted is not None:
            said = [self.tr("%Ln pasted number(s)", "", len(self._pasted.numbers))]
        elif given is not None:
            said.insert(0, given.title)
        return "，".join(filter(None, [*said, *self.list.filters_in_words()]))

    @Slot(object)
    def _open(self, neighbours: Neighbours) -> None:
        self.frame.show_page("slip", neighbours)

    @Slot()
    def _open_chosen(self) -> None:
        chosen = self.table.chosen_id()
        if chosen is not None:
            self._open(Neighbours(chosen, self.table))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = self.width() < NARROW_BELOW
        self._side.setFixedWidth(NARROW_PANE if is_narrow else PANE)
