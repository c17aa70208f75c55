"""派工: the popup beside a card in which letters choose who goes, and Enter sends.

It opens with what the board knows; who was there before arrives a moment later.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.dispatch_board import Board, Technician
from app.dispatch_card import Card, Visit
from app.name_reading import name_matches
from app.slip_dispatch import DispatchSlip, ReassignSlip
from ui.kit.button import Button, Look
from ui.kit.fields import NAME_MARK, ChoiceField, TextField
from ui.kit.filter_line import FilterLine
from ui.kit.label import Hairline, Label, ProblemLine, Tone
from ui.kit.layout import column, row
from ui.kit.pick_list import Pick, PickList
from ui.kit.popup import SHADOW, Popup
from ui.slip.moment import Moments
from ui.theme.typeface import CARD
from ui.words import field_word

WIDTH = 420
_MOST_DATES = 2


@dataclass(frozen=True, slots=True)
class AssignFacts:
    """What the popup is about: a card, the board around it, how urgent it is."""

    card: Card
    board: Board
    room: str
    pressing: str = ""
    pressing_tone: Tone = Tone.SECOND


class AssignPopup(Popup):
    """``ordered`` carries a ``DispatchSlip``, or a ``ReassignSlip`` once it is out."""

    ordered = Signal(object)

    def __init__(self, facts: AssignFacts, moments: Moments, place: QWidget) -> None:
        super().__init__(place)
        self.facts = facts
        self._moments = moments
        self._visits: dict[str, list[datetime]] = {}
        self._ticked: list[str] = []
        self._is_marked = False
        self._is_busy = False
        card = facts.card
        self.is_reassigning = not card.waits
        if self.is_reassigning:
            title = self.tr("Reassign {room}").format(room=facts.room)
        else:
            title = self.tr("Dispatch {room}").format(room=facts.room)
        self.setAccessibleName(title)
        self.setFixedWidth(WIDTH + 2 * SHADOW)
        self._pressing = Label("", is_strong=True)
        self._pressing.say(facts.pressing, facts.pressing_tone)
        self.line = FilterLine(self.tr("Technician"), self.tr("Initials in pinyin"))
        self.line.narrowed.connect(self._narrow)
        self.line.ticked.connect(self._tick)
        self.list = PickList(self.tr("Technicians"))
        self.line.stepped.connect(self._step)
        self.list.taken.connect(self._take)
        self._nobody = Label(
            self.tr("Nobody in the directory: it goes to the supervisor."),
            tone=Tone.SECOND,
            may_wrap=True,
        )
        self.trade = ChoiceField(
            [(name, name) for name in facts.board.trades],
            empty=self.tr("Choose a trade"),
        )
        self.trade.set_name(field_word("trade"))
        self.trade.set_value(card.column or None)
        self.trade.edited.connect(self._after_trade)
        self.supervisor = TextField()
        self.supervisor.set_name(field_word("supervisor"))
        self.supervisor.suggest([name for name, _ in facts.board.supervisors])
        self._is_supervisor_given = False
        self.supervisor.edited.connect(self._keep_supervisor)
        known = card.supervisor or facts.board.supervisor_of(card.column)
        self.supervisor.set_value(known)
        self.why = TextField(placeholder=self.tr("Why, if it should be known"))
        self.why.set_name(field_word("reason"))
        if not self.is_reassigning:
            self.why.hide()
        self._problem = ProblemLine()
        text = (
            self.tr("Reassign")
            if self.is_reassigning
            else self.tr("Dispatch and print")
        )
        self.save = Button(text, Look.PRIMARY, keycap=self.tr("Enter"))
        self.save.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.save.clicked.connect(self.submit)
        self._tip = Label(
            self.tr("Space adds one more, Tab goes to trade and supervisor."),
            tone=Tone.THIRD,
            pixels=12,
            may_wrap=True,
        )
        head = row(
            Label(title, CARD, is_strong=True, may_wrap=True),
            self._pressing,
            margins=(8, 0, 8, 0),
        )
        head.setStretch(0, 1)
        people = row(self.trade, self.supervisor, spacing=8)
        people.setStretch(0, 1)
        people.setStretch(1, 1)
        column(
            head,
            self.line,
            self.list,
            self._nobody,
            Hairline(),
            people,
            self.why,
            self._tip,
            self._problem,
            self.save,
            spacing=8,
            margins=(8, 12, 8, 8),
            on=self,
        )
        self._show()

    def open_beside(self, anchor: QRect) -> None:
        super().open_beside(anchor)
        self.line.setFocus()

    def show_visits(self, visits: Sequence[Visit]) -> None:
        """Who was at the place before has come from the database."""
        for visit in visits:
            if visit.arrived_at is None:
                continue
            for name in visit.technicians:
                self._visits.setdefault(name, []).append(visit.arrived_at)
        self._order_anew()

    def names(self) -> tuple[str, ...]:
        """Who would be sent now."""
        current = self.list.current()
        if current is None or (self._ticked and not self.line.wanted()):
            return tuple(self._ticked)
        # Whom the letters found goes too.
        return tuple(dict.fromkeys((*self._ticked, current.key)))

    def order(self) -> DispatchSlip | ReassignSlip:
        """What Enter hands over."""
        card = self.facts.card
        names = self.names()
        trade = self.trade.value() or self._trade_of(names)
        if self.is_reassigning:
            return ReassignSlip(
                card.id,
                trade=trade,
                supervisor=self.supervisor.value(),
                technicians=names,
                reason=self.why.value(),
                version=card.version,
            )
        return DispatchSlip(
            card.id,
            trade=trade,
            supervisor=self.supervisor.value(),
            technicians=names,
            version=card.version,
        )

    def submit(self) -> None:
        """Send, unless it is under way already."""
        if self._is_busy or self.isHidden():
            return
        self._forget_problem()
        if self.line.wanted() and not self.list.picks():
            self._problem.say(self.tr("Nobody is called so; type other letters."))
            self.line.setFocus()
            return
        self.ordered.emit(self.order())

    def set_busy(self, is_busy: bool) -> None:
        """While the order is under way it is not sent a second time."""
        self._is_busy = is_busy
        self.save.setEnabled(not is_busy)

    def refuse(self, sentence: str, field: str = "") -> None:
        """Show why not; what was chosen stays."""
        self.set_busy(False)
        place = {"trade": self.trade, "supervisor": self.supervisor}.get(field)
        if place is not None:
            place.set_problem(sentence)
            place.setFocus()
        else:
            self._problem.say(sentence)
            self.line.setFocus()

    def problem(self) -> str:
        """The refusal that stands above the button."""
        return self._problem.text()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.submit()
            return
        super().keyPressEvent(event)

    def _forget_problem(self) -> None:
        self._problem.say(None)
        self.trade.set_problem(None)
        self.supervisor.set_problem(None)

    def _keep_supervisor(self) -> None:
        self._is_supervisor_given = True

    def _after_trade(self) -> None:
        trade = self.trade.value() or ""
        if not self._is_supervisor_given:
            self.supervisor.set_value(self.facts.board.supervisor_of(trade))
        self._order_anew()

    def _order_anew(self) -> None:
        """Who is marked by hand stays marked, wherever the row stands now."""
        current = self.list.current()
        self._show(current.key if self._is_marked and current is not None else "")

    def _trade_of(self, names: Sequence[str]) -> str:
        """Where the slip has no trade it takes the first one of who goes."""
        for one in self.facts.board.technicians:
            if one.name in names and one.trades:
                return one.trades[0]
        return ""

    def _step(self, by: int) -> None:
        self._is_marked = True
        self.list.step(by)

    def _narrow(self, _: str) -> None:
        self._is_marked = False
        self._problem.say(None)
        self._show()

    def _tick(self) -> None:
        current = self.list.current()
        if current is None:
            return
        if current.key in self._ticked:
            self._ticked.remove(current.key)
        else:
            self._ticked.append(current.key)
        self.line.clear()
        self._show(current.key)

    def _take(self, name: str) -> None:
        """A click marks; a click on a marked name beside others ticks it."""
        self._is_marked = True
        if self._ticked:
            self._tick()
        self.line.setFocus()

    def _show(self, current: str = "") -> None:
        typed = self.line.wanted()
        people = [one for one in self._in_order() if name_matches(one.name, typed)]
        self.list.show_picks([self._pick(one) for one in people], current)
        has_any = bool(self.facts.board.technicians)
        self._nobody.setVisible(not has_any)
        self.list.setVisible(has_any)

    def _in_order(self) -> list[Technician]:
        """Ticked, then the trade's own: who was there before, then who has least."""
        trade = self.trade.value() or ""

        def rank(one: Technician) -> tuple[bool, bool, int, int]:
            is_other = bool(trade) and trade not in one.trades
            visits = self._visits.get(one.name)
            was_there = -int(visits[0].timestamp()) if visits else 0
            return one.name not in self._ticked, is_other, was_there, one.today

        return sorted(self.facts.board.technicians, key=rank)

    def _pick(self, one: Technician) -> Pick:
        remark, tone = self._remark(one)
        return Pick(
            one.name,
            one.name,
            " ".join(one.trades) or self.tr("Any trade"),
            self.tr("%n today", "", one.today),
            remark,
            tone,
            one.name in self._ticked,
        )

    def _remark(self, one: Technician) -> tuple[str, Tone]:
        visits = self._visits.get(one.name, ())
        if visits:
            days = [self._moments.write_short(at) for at in visits]
            text = NAME_MARK.join(list(dict.fromkeys(days))[:_MOST_DATES])
            return self.tr("was there {days}").format(days=text), Tone.OK
        if self.is_reassigning and one.name in self.facts.card.technicians:
            return self.tr("has it now"), Tone.SECOND
        return "", Tone.SECOND
