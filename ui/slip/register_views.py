"""Keeps, chooses, renames and throws away the views of one register."""

from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.desk import Desk
from app.pasted_number import without_pasted
from app.saved_view import SaveView, View, forget_view, list_views, save_view
from app.slip_list import Register, SlipFilter, count_slips
from ui.kit.fields import TextField
from ui.kit.form_dialog import FormDialog
from ui.shell.dialog_run import run_dialog
from ui.shell.frame import Frame, Kind, Offer
from ui.slip.register_list import RegisterList
from ui.slip.register_view import ViewBody, asked_by, read_view
from ui.slip.view_strip import ViewStrip
from ui.tasks import Job, Lane


class ViewDialog(FormDialog[SaveView]):
    """The name of a view."""

    def __init__(
        self,
        title: str,
        save: str,
        text: str,
        order: SaveView,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._order = order
        self.name(title, save, text)
        self.view_name = self.add("name", self.tr("Name"), TextField())
        self.view_name.set_value(order.name)
        self.view_name.line.selectAll()

    def order(self) -> SaveView:
        known = self._order
        name = self.view_name.value()
        return SaveView(known.place, name, known.body, known.view_id)


class RegisterViews(QObject):
    """The views of one register and the strip that shows them.

    They are asked for when the list is counted, so that they never stand in its way;
    each count is a job of its own, dropped when the list asks something else.
    """

    taken = Signal(object)
    """A ``ViewBody`` to show."""

    def __init__(self, frame: Frame, register: Register, of_list: RegisterList) -> None:
        super().__init__(of_list)
        self._frame = frame
        self._register = register
        self._list = of_list
        self._count_job: Job | None = None
        self._is_asked = False
        self.active: int | None = None
        self._now: ViewBody | None = None
        self.strip = ViewStrip()
        self.strip.chosen.connect(self._take)
        self.strip.keep_wanted.connect(self._keep_in)
        self.strip.rename_wanted.connect(self._rename)
        self.strip.forget_wanted.connect(self._forget)
        of_list.filling.counted.connect(lambda _: self.renew())
        frame.work.desk_changed.connect(self.renew)

    def renew(self) -> None:
        """Ask for the views of whoever acts now, and count them."""
        self._frame.work.look(
            self, list_views, self._register.value, done=self._show, lane=Lane.IDS
        )

    def note(self, now: ViewBody) -> None:
        """The list is this now."""
        view = self._of(self.active)
        is_changed = view is not None and not now.is_like(view.body)
        self.strip.mark(self.active, is_changed=is_changed)
        self._now = now

    def keep(self) -> None:
        """Give the list as it is now a name."""
        assert self._now is not None, "the page notes what it shows"
        order = SaveView(self._register.value, "", self._now.to_text())
        dialog = ViewDialog(
            self.tr("Keep as a view"),
            self.tr("Keep"),
            self.tr(
                "What is asked, the order and the columns. The view is yours, at "
                "whatever desk you work."
            ),
            order,
            self._frame.place,
        )
        run_dialog(self._frame, dialog, save_view, self._after_keep)

    def let_go(self) -> None:
        """What the list asks now is no view any more."""
        self.active = None
        self.strip.mark(None, is_changed=False)

    def _of(self, view_id: int | None) -> View | None:
        return next((v for v in self.strip.views() if v.id == view_id), None)

    def _show(self, views: tuple[View, ...]) -> None:
        if views != tuple(self.strip.views()):
            self.strip.show_views(views, self.active)
        if self._now is not None:
            self.note(self._now)
        self._count(list(views))

    def _count(self, left: list[View]) -> None:
        """Count the first of these views, then the others."""
        if self._count_job is not None:
            self._count_job.drop()
            self._count_job = None
        if not left:
            return
        view, *rest = left
        body = read_view(view.body)
        if body is None:
            self._count(rest)
            return
        desk = self._frame.work.desk
        wanted = asked_by(body, self._register, self._list.table, desk)

        def done(count: int) -> None:
            self._count_job = None
            self.strip.show_counts({view.id: count})
            self._count(rest)

        self._count_job = self._frame.work.look(
            self, _count, wanted, done=done, lane=Lane.IDS
        )

    def _take(self, view: View) -> None:
        body = read_view(view.body)
        if body is None:
            return
        self.active = view.id
        self.taken.emit(body)

    def _after_keep(self, view: View) -> None:
        self.active = view.id
        self._frame.say(Kind.DONE, self.tr("View kept"), view.name)
        self.renew()

    def _keep_in(self, view: View) -> None:
        assert self._now is not None, "the page notes what it shows"
        before = view.body
        order = SaveView(
            self._register.value, body=self._now.to_text(), view_id=view.id
        )

        def done(kept: View) -> None:
            self.active = kept.id
            back = SaveView(self._register.value, body=before, view_id=kept.id)
            undo = Offer(self.tr("Undo"), partial(self._save, back), "", "undo-2")
            self._frame.say(Kind.DONE, self.tr("View kept"), kept.name, [undo])
            self.renew()

        self._frame.work.change(self, save_view, order, done=done)

    def _save(self, order: SaveView) -> None:
        self._frame.work.change(self, save_view, order, done=lambda _: self.renew())

    def _rename(self, view: View) -> None:
        order = SaveView(self._register.value, view.name, None, view.id)
        dialog = ViewDialog(
            self.tr("Rename the view"),
            self.tr("Rename"),
            "",
            order,
            self._frame.place,
        )
        run_dialog(self._frame, dialog, save_view, lambda _: self.renew())

    def _forget(self, view: View) -> None:
        def done(gone: View | None) -> None:
            if self.active == view.id:
                self.let_go()
            again = SaveView(self._register.value, view.name, view.body)
            undo = Offer(self.tr("Undo"), partial(self._save, again), "", "undo-2")
            self._frame.say(Kind.DONE, self.tr("View thrown away"), view.name, [undo])
            self.renew()

        self._frame.work.change(self, forget_view, view.id, done=done)


def _count(session: Any, desk: Desk, wanted: SlipFilter) -> int:
    return count_slips(session, desk, without_pasted(session, desk, wanted))
