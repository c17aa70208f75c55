"""The named views of a register, side by side, with how many slips each holds."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget

from app.saved_view import View
from ui.kit.button import Button, Look
from ui.kit.flow_layout import FlowLayout
from ui.kit.layout import row
from ui.kit.segmented import Chip


class ViewChip(Chip):
    """One view; arrows go on to the next, the menu key shows what can be done to it."""

    menu_wanted = Signal(object)
    stepped = Signal(int)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wanted.emit(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is not None:
            self.stepped.emit(step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


class ViewStrip(QWidget):
    """Tells what somebody wants of a view; the page does it."""

    chosen = Signal(object)
    """The ``View``."""
    keep_wanted = Signal(object)
    """Keep what the list is now in this ``View``."""
    rename_wanted = Signal(object)
    forget_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Views"))
        self.chips: dict[int, ViewChip] = {}
        self._views: dict[int, View] = {}
        self._counts: dict[int, int] = {}
        self._active: int | None = None
        self._is_changed = False
        self._holder = QWidget()
        self._flow = FlowLayout(self._holder, 4)
        self.keep = Button(self.tr("Keep the change"), Look.LINK, icon_name="save")
        self.keep.clicked.connect(lambda: self._tell(self.keep_wanted))
        self.more = Button(self.tr("View"), Look.QUIET, icon_name="ellipsis")
        self.more.clicked.connect(self._offer_active)
        line = row(
            self._holder,
            self.keep,
            self.more,
            spacing=8,
            margins=(24, 0, 16, 8),
            on=self,
        )
        line.setStretch(0, 1)
        for button in (self.keep, self.more):
            line.setAlignment(button, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def active(self) -> View | None:
        """The view that was chosen last."""
        return None if self._active is None else self._views.get(self._active)

    def views(self) -> Sequence[View]:
        """All of them, the oldest first."""
        return list(self._views.values())

    def show_views(self, views: Sequence[View], active: int | None) -> None:
        """Show these views; ``active`` is the one that was chosen last."""
        while (item := self._flow.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        self.chips = {}
        self._views = {view.id: view for view in views}
        self._counts = {k: n for k, n in self._counts.items() if k in self._views}
        self._active = active if active in self._views else None
        for view in views:
            chip = ViewChip(view.name, view)
            chip.clicked.connect(lambda _=False, view=view: self.chosen.emit(view))
            chip.menu_wanted.connect(lambda at, view=view: self._offer(view, at))
            chip.stepped.connect(lambda by, view=view: self._step(view.id, by))
            self._flow.addWidget(chip)
            self.chips[view.id] = chip
        self.setVisible(bool(views))
        self._say()

    def mark(self, active: int | None, *, is_changed: bool) -> None:
        """Which view the list shows, and whether it has been changed since."""
        self._active = active if active in self._views else None
        self._is_changed = is_changed
        self._say()

    def show_counts(self, counts: Mapping[int, int]) -> None:
        """How many slips each view holds."""
        self._counts |= counts
        self._say()

    def _say(self) -> None:
        for view_id, chip in self.chips.items():
            view = self._views[view_id]
            is_active = view_id == self._active
            text = view.name
            if view_id in self._counts:
                text = f"{text}  {self._counts[view_id]:,}"
            if is_active and self._is_changed:
                text = self.tr("{view} (changed)").format(view=view.name)
            chip.setChecked(is_active)
            if chip.text() != text:
                chip.setText(text)
                chip.setAccessibleName(text)
                chip.updateGeometry()
        has_active = self._active is not None
        self.keep.setVisible(has_active and self._is_changed)
        self.more.setVisible(has_active)

    def _step(self, view_id: int, by: int) -> None:
        ids = list(self.chips)
        beside = ids.index(view_id) + by
        if 0 <= beside < len(ids):
            self.chips[ids[beside]].setFocus()

    def _tell(self, signal: object) -> None:
        view = self.active()
        if view is not None:
            signal.emit(view)  # type: ignore[attr-defined]

    def _offer_active(self) -> None:
        view = self.active()
        if view is not None:
            self._offer(view, self.more.mapToGlobal(QPoint(0, self.more.height())))

    def _offer(self, view: View, at: QPoint) -> None:
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        keep = menu.addAction(self.tr("Keep the list as it is now in this view"))
        keep.triggered.connect(lambda: self.keep_wanted.emit(view))
        rename = menu.addAction(self.tr("Rename…"))
        rename.triggered.connect(lambda: self.rename_wanted.emit(view))
        menu.addSeparator()
        forget = menu.addAction(self.tr("Throw the view away"))
        forget.triggered.connect(lambda: self.forget_wanted.emit(view))
        menu.popup(at)
