"""Carries out a move of a slip: asks what is needed, does it, says what happened."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu, QWidget

from app.desk import NotAllowed
from app.errors import Refusal
from app.slip_copy_move import PrintSlip
from app.slip_issue import IssuedSlip
from app.slip_record import RIGHTS_OF_EVENTS, may_cause
from app.slip_refusals import SlipCannotMove, SlipIsBounced
from app.slip_rework import issue_rework
from app.slip_view import SlipView, load_slip_view
from app.waiver_left import may_ask_for
from models.slip import SlipEvent
from ui.kit.icon import icon
from ui.shell.dialog_run import run_dialog
from ui.shell.frame import Frame, Kind, Offer
from ui.slip.desk_lists import DeskLists, load_desk_lists
from ui.slip.moment import Moments
from ui.slip.move_menu import MoveMenu
from ui.slip.moves import MOVES, Move
from ui.slip.settle_dialog import ReworkDialog
from ui.slip.slip_dialog import SlipDialog, SlipFacts
from ui.slip.slip_paper import SlipPaper, load_next
from ui.theme.theme import tokens
from ui.words import word


class SlipMoves(QObject):
    """The moves of slips for one page."""

    def __init__(self, frame: Frame, parent: QWidget) -> None:
        super().__init__(parent)
        self._frame = frame
        self._paper = SlipPaper(frame, parent)
        self.keys: Mapping[SlipEvent, str] = {}
        """The letters that take a step on this page, shown in the menu."""
        self.own: Mapping[SlipEvent, Callable[[int], object]] = {}
        """What the page has a better way for than a dialog, by the slip's id."""

    def start(self, event: SlipEvent, slip_id: int) -> None:
        """Look the slip up as it is now, and open the dialog of ``event``."""
        self._frame.work.look(
            self,
            _load_facts,
            slip_id,
            done=partial(self._open, event),
        )

    def try_start(
        self, slip_id: int, events: Sequence[SlipEvent], corner: QPoint
    ) -> None:
        """Open the dialog of the one of ``events`` that is legal now; a menu at
        ``corner`` where several are; a sentence where none is.
        """
        self._frame.work.look(
            self, _load_facts, slip_id, done=partial(self._choose, events, corner)
        )

    def _choose(
        self,
        events: Sequence[SlipEvent],
        corner: QPoint,
        found: tuple[SlipView, DeskLists],
    ) -> None:
        view, _ = found
        legal = [event for event in events if event in view.moves]
        if len(legal) == 1:
            self._open(legal[0], found)
        elif legal:
            self.menu_of(view, self._frame.place, legal).popup(corner)
        else:
            self._frame.refuse(self._why_not(view, events[0]))

    def _why_not(self, view: SlipView, event: SlipEvent) -> Refusal:
        desk = self._frame.work.desk
        if not may_cause(desk, event):
            permission = sorted(RIGHTS_OF_EVENTS[event])[0]
            return NotAllowed(actor=desk.actor, permission=permission)
        if view.facts["is_bounced"]:
            return SlipIsBounced(number=view.number)
        state = view.facts["state"]
        return SlipCannotMove(number=view.number, state=state, event=event)

    def hand_out(self, number: str) -> None:
        """Print the four copies that a dispatch has counted, without asking."""
        self._paper.hand_out(number)

    def print_four(self, slip_id: int) -> None:
        """Show the pages of a print of every copy; printed or saved, it counts."""
        self.start(SlipEvent.PRINT, slip_id)

    def show_paper(self, number: str) -> None:
        """Show the pages as they were printed last; counts no print."""
        self._paper.show(number)

    def offer(self, slip_id: int, corner: QPoint) -> None:
        """Show a menu of the moves that are legal for the slip now."""
        self._frame.work.look(
            self,
            load_slip_view,
            slip_id,
            done=lambda view: self.menu_of(view, self._frame.place).popup(corner),
        )

    def menu_of(
        self,
        view: SlipView,
        parent: QWidget,
        only: Sequence[SlipEvent] | None = None,
    ) -> QMenu:
        """The menu of one slip; ``only`` names the moves it is narrowed to."""
        menu = MoveMenu(parent)
        slip_id = int(str(view.facts["id"]))
        colours = tokens()
        if SlipEvent.RETURN in view.moves and only is None:
            take_back = menu.add(
                icon("scan-line", colours.text_second), word(SlipEvent.RETURN)
            )
            take_back.triggered.connect(
                lambda: self._frame.show_page("return", view.number)
            )
        if only is None and may_ask_for(self._frame.work.desk, view.facts, view.money):
            waiver = menu.add(
                icon("wallet", colours.text_second), word(SlipEvent.APPLY_WAIVER)
            )
            waiver.triggered.connect(
                lambda: self._frame.show_page("finance", ("waiver", slip_id))
            )
        was_dangerous = False
        for event, move in MOVES.items():
            if event not in view.moves or not _makes_sense(event, view):
                continue
            if only is not None and event not in only:
                continue
            if move.is_dangerous and not was_dangerous:
                menu.addSeparator()
                was_dangerous = True
            colour = colours.bad if move.is_dangerous else colours.text_second
            key = self.keys.get(event, "")
            entry = menu.add(icon(move.icon_name, colour), word(event), key)
            step = self.own.get(event, partial(self.start, event))
            entry.triggered.connect(partial(step, slip_id))
        if menu.isEmpty():
            nothing = menu.addAction(self.tr("Nothing can be done with this slip now"))
            nothing.setEnabled(False)
        return menu

    def _open(self, event: SlipEvent, found: tuple[SlipView, DeskLists]) -> None:
        view, lists = found
        move = MOVES[event]
        facts = SlipFacts(view, lists, Moments(self._frame.work))
        if event is SlipEvent.PRINT and not any(c.print_seq for c in view.copies):
            # Nothing was printed before, so there is nothing to ask about.
            self._frame.work.look(
                self, load_next, PrintSlip(facts.slip_id), done=self._paper.show_next
            )
            return
        if event is SlipEvent.REOPEN and view.closed_in is not None:
            rework = ReworkDialog(facts, self._frame.place)
            run_dialog(self._frame, rework, issue_rework, self._say_issued)
            return
        dialog: SlipDialog[Any] = move.dialog(facts, self._frame.place)
        if event is SlipEvent.PRINT:
            # It is counted once the pages are printed or saved.
            show = self._paper.show_next
            run_dialog(self._frame, dialog, load_next, show, only_looks=True)
            return
        done: Callable[[Any], object] = partial(self._done, event, move, facts)
        run_dialog(self._frame, dialog, move.step, done)

    def _say_issued(self, issued: IssuedSlip) -> None:
        open_it = partial(self._frame.show_page, "slip", issued.id)
        said = self.tr("Issued as rework")
        offers = [Offer(self.tr("Open"), open_it)]
        self._frame.say(Kind.DONE, said, issued.number, offers)

    def _done(self, event: SlipEvent, move: Move, facts: SlipFacts, _: object) -> None:
        number = facts.view.number
        if move.prints:
            self._paper.offer(number)
        self._frame.say(
            Kind.DONE,
            self.tr("{event}: done").format(event=word(event)),
            number,
            [
                Offer(
                    self.tr("Open"),
                    partial(self._frame.show_page, "slip", facts.slip_id),
                )
            ],
        )


def _load_facts(session: Any, desk: Any, slip_id: int) -> tuple[SlipView, DeskLists]:
    return load_slip_view(session, desk, slip_id), load_desk_lists(session, desk)


def _makes_sense(event: SlipEvent, view: SlipView) -> bool:
    """Whether a legal move is worth offering as the slip stands."""
    is_bounced = bool(view.facts["is_bounced"])
    if event is SlipEvent.RESEND:
        return is_bounced
    if event in (SlipEvent.DISPATCH, SlipEvent.BOUNCE):
        return not is_bounced
    return True
