"""Changes the ticked slips together: looked through, done beside the window, told in
one line, taken back where there is a way.
"""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QWidget

from app.database_trouble import ChangedByOthers
from app.desk import Desk
from app.errors import Refusal
from app.slip_bulk import (
    BulkAction,
    BulkDone,
    BulkPlan,
    Changed,
    Left,
    change_bulk,
    plan_bulk,
    undo_bulk,
)
from app.slip_bulk_order import BulkOrder, check_bulk_order
from app.slip_list import SlipFilter
from models.slip import SlipEvent
from ui.kit.icon import icon
from ui.printing import Printing
from ui.shell.actions import action_text
from ui.shell.frame import Frame, Kind, Offer
from ui.slip.bulk_dialog import DIALOGS, BulkDialog
from ui.slip.counting import load_forms, write_forms
from ui.slip.desk_lists import DeskLists, load_desk_lists
from ui.slip.moment import Moments
from ui.slip.move_menu import MoveMenu
from ui.slip.paper_dialog import PaperDialog
from ui.tasks import Lane
from ui.theme.theme import tokens
from ui.whole_change import WholeChange
from ui.words import word

ICONS = {
    BulkAction.ASSIGN: "users",
    BulkAction.FEEDBACK: "message-square-text",
    BulkAction.URGENCY: "timer",
    BulkAction.ESCALATE: "circle-arrow-up",
    BulkAction.CLOSE: "layers",
    BulkAction.CANCEL: "circle-x",
}
MOST_NAMED = 3
"""Numbers that are named in a message; of more, how many more there are."""


class RegisterBulk(QObject):
    """One person changing many slips of a list."""

    def __init__(self, frame: Frame, parent: QWidget) -> None:
        super().__init__(parent)
        self._frame = frame
        self._printing = Printing()

    def offer(self, wanted: SlipFilter, corner: QPoint) -> None:
        """Show what can be done to many slips, in a menu at ``corner``."""
        menu = MoveMenu(self._frame.place)
        colours = tokens()
        for action in BulkAction:
            is_dangerous = action is BulkAction.CANCEL
            if is_dangerous:
                menu.addSeparator()
            colour = colours.bad if is_dangerous else colours.text_second
            entry = menu.add(icon(ICONS[action], colour), word(action))
            entry.triggered.connect(partial(self.start, action, wanted))
        menu.popup(corner)

    def start(self, action: BulkAction, wanted: SlipFilter) -> None:
        """Look the slips through, and ask."""
        self._frame.work.look(
            self,
            _load_plan,
            wanted,
            action,
            done=self._open,
            title=self.tr("Looking the ticked slips through"),
            lane=Lane.IDS,
        )

    def _open(self, found: tuple[BulkPlan, DeskLists]) -> None:
        plan, lists = found
        dialog = DIALOGS[plan.action](
            plan,
            lists,
            Moments(self._frame.work),
            self._frame.sentence,
            self._frame.place,
        )

        def refused(refusal: Refusal) -> None:
            field = str(getattr(refusal, "field", ""))
            dialog.refuse(self._frame.sentence(refusal), field)

        def checked(order: BulkOrder) -> None:
            dialog.accept()
            self._change(dialog, order)

        def submit(order: BulkOrder) -> None:
            dialog.set_busy(True)
            self._frame.work.look(
                dialog,
                check_bulk_order,
                order,
                done=lambda _: checked(order),
                refused=refused,
                ended=lambda: dialog.set_busy(False),
            )

        dialog.submitted.connect(submit)
        dialog.open()

    def _change(self, dialog: BulkDialog, order: BulkOrder) -> None:
        plan = dialog.plan
        title = self.tr("Changing %Ln slip(s)", "", len(plan.can))
        done = partial(self._tell, plan.action)
        self._run(change_bulk, plan.can, order, done=done, title=title)

    def _run(self, step: Any, *orders: Any, done: Any, title: str) -> None:
        """Run a step with progress; who stops it is told that nothing was written."""
        work = self._frame.work
        running = WholeChange(work, self)

        def end(told: Any, answer: object) -> None:
            running.deleteLater()
            told(answer)

        running.stopped.connect(self._tell_stopped)
        running.stopped.connect(running.deleteLater)
        running.start(
            step,
            *orders,
            done=partial(end, done),
            refused=partial(end, work.refusal_met.emit),
            title=title,
        )

    def _tell_stopped(self) -> None:
        self._frame.say(Kind.WAITS, self.tr("Stopped"), self.tr("Nothing written."))

    def _tell(self, action: BulkAction, done: BulkDone) -> None:
        offers = []
        dispatched = done.numbers(SlipEvent.DISPATCH)
        if dispatched:
            printing = partial(self._print, dispatched)
            offers.append(
                Offer(action_text("slip.print"), printing, icon_name="printer")
            )
        if done.can_undo:
            undo = partial(self._undo, done.can_undo)
            offers.append(Offer(self.tr("Undo"), undo, "Ctrl+Z", "undo-2"))
        head = self.tr("{action}: %Ln slip(s)", "", len(done.changed))
        kind = Kind.DONE if done.changed else Kind.FAILED
        text = self._left(done.left)
        self._frame.say(kind, head.format(action=word(action)), text, offers)

    def _undo(self, changes: Sequence[Changed]) -> None:
        title = self.tr("Taking back %Ln slip(s)", "", len(changes))
        reason = self.tr("Taken back together")
        self._run(undo_bulk, changes, reason, done=self._tell_undone, title=title)

    def _tell_undone(self, done: BulkDone) -> None:
        kind = Kind.DONE if done.changed else Kind.FAILED
        head = self.tr("Taken back: %Ln slip(s)", "", len(done.changed))
        self._frame.say(kind, head, self._left(done.left))

    def _left(self, left: Sequence[Left]) -> str:
        """Which slips stayed as they were; the first ones by name."""
        if not left:
            return ""
        others = [e for e in left if not isinstance(e.refusal, ChangedByOthers)]
        if len(left) == 1 and others:
            return self._why(left[0])
        names = "、".join(each.number for each in left[:MOST_NAMED])
        more = len(left) - MOST_NAMED
        if more > 0:
            names = self.tr("{numbers} and %Ln more", "", more).format(numbers=names)
        if others:
            text = self.tr("Left as they are: {numbers}. {why}")
            return text.format(numbers=names, why=self._why(others[0]))
        text = self.tr("Changed by others meanwhile and left alone: {numbers}")
        return text.format(numbers=names)

    def _why(self, left: Left) -> str:
        """The sentence of a refusal, and of which slip it is."""
        why = self._frame.sentence(left.refusal)
        return why if left.number in why else f"{left.number}：{why}"

    def _print(self, numbers: tuple[str, ...]) -> None:
        """Show the copies that dispatching has counted."""

        def draw(forms: Any) -> None:
            self._frame.work.draw(
                self,
                partial(write_forms, forms, None),
                partial(self._show, numbers),
                title=self.tr("Drawing the copies of %n slip(s)", "", len(numbers)),
            )

        self._frame.work.look(self, load_forms, numbers, done=draw)

    def _show(self, numbers: tuple[str, ...], pdf: bytes) -> None:
        day = self._frame.work.desk.today().isoformat()
        PaperDialog(
            self._frame,
            self._printing,
            self.tr("%n slip(s), all copies", "", len(numbers)),
            pdf,
            f"{day}.pdf",
            unused=partial(self._tell_unprinted, numbers),
        ).open()

    def _tell_unprinted(self, numbers: tuple[str, ...]) -> None:
        self._frame.say(
            Kind.WAITS,
            self.tr("%n dispatched slip(s) not printed", "", len(numbers)),
            self.tr("The technicians have no paper yet."),
            [
                Offer(
                    action_text("slip.print"),
                    partial(self._print, numbers),
                    icon_name="printer",
                )
            ],
        )


def _load_plan(
    session: Any, desk: Desk, wanted: SlipFilter, action: BulkAction
) -> tuple[BulkPlan, DeskLists]:
    return plan_bulk(session, desk, wanted, action), load_desk_lists(session, desk)
