"""The copy schemes: how many copies a slip has, who holds which, in which colour."""

from functools import partial

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from app.settings_change import change_settings
from app.word_list import SchemeRow, list_schemes, save_scheme
from ui.kit.button import Button, Look
from ui.kit.copy_labels import CopyFace, CopyLabels
from ui.kit.label import Label, Picture, Tone
from ui.kit.layout import column, row
from ui.kit.painting import fill_box
from ui.settings.scheme_dialog import SchemeDialog
from ui.shell.dialog_run import run_dialog
from ui.shell.frame import Frame, Kind, Offer
from ui.theme.theme import tokens
from ui.theme.typeface import CARD
from ui.words import word

WIDEST = 900


class SchemeCard(QWidget):
    """One scheme with its copies as they look."""

    def __init__(self, scheme: SchemeRow, is_used: bool) -> None:
        super().__init__()
        self.scheme = scheme
        self.setAccessibleName(scheme.name)
        self.change = Button(self.tr("Change"), Look.LINK, icon_name="pencil")
        self.change.setAccessibleDescription(scheme.name)
        self.use = Button(self.tr("Use for new slips"), Look.LINK, icon_name="check")
        self.use.setAccessibleDescription(scheme.name)
        self.use.setVisible(not is_used)
        held = Label(self.tr("In use for new slips"), tone=Tone.OK, is_strong=True)
        tick = Picture("circle-check", 16, Tone.OK)
        for part in (held, tick):
            part.setVisible(is_used)
        labels = CopyLabels()
        labels.show_copies(
            [
                CopyFace(
                    copy.copy_no,
                    copy.label,
                    copy.colour,
                    self.tr("For: {role}").format(role=word(copy.role)),
                )
                for copy in scheme.copies
            ]
        )
        column(
            row(
                Label(scheme.name, CARD, is_strong=True),
                Label(scheme.code, tone=Tone.THIRD),
                None,
                tick,
                held,
                self.use,
                self.change,
                spacing=12,
            ),
            labels,
            spacing=12,
            margins=16,
            on=self,
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = tokens()
        whole = QRectF(self.rect())
        fill_box(QPainter(self), whole, 8, colours.surface, colours.line_strong)


class SchemePanel(QWidget):
    """Cards, one a scheme; a change can be taken back while no slip was printed."""

    def __init__(self, frame: Frame) -> None:
        super().__init__()
        self._frame = frame
        self.cards: list[SchemeCard] = []
        inner = QWidget()
        inner.setMaximumWidth(WIDEST)
        self._box = column(spacing=16)
        column(
            Label(
                self.tr(
                    "Rules speak of what a copy is for, papers show who holds it. "
                    "A slip keeps the scheme it was printed with."
                ),
                tone=Tone.SECOND,
                may_wrap=True,
            ),
            self._box,
            None,
            spacing=16,
            margins=24,
            on=inner,
        )
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        holder = QWidget()
        row(inner, None, spacing=0, on=holder).setStretch(0, 1000)
        scroll.setWidget(holder)
        column(scroll, spacing=0, on=self)
        frame.work.changed.connect(self._after_change)
        frame.work.desk_changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Ask for the schemes again."""
        self._frame.work.look(self, list_schemes, done=self._show)

    def add(self) -> None:
        """Open an empty form."""
        self._open(None)

    def focus_first(self) -> None:
        """Put the keyboard on the first scheme."""
        if self.cards:
            self.cards[0].change.setFocus()

    def _after_change(self, tables: frozenset[str]) -> None:
        if tables & {"copy_scheme", "copy_scheme_row"}:
            self.refresh()

    def _show(self, schemes: list[SchemeRow]) -> None:
        used = self._frame.work.desk.settings.text("copy_scheme")
        had_keys = any(card.isAncestorOf(self.focusWidget()) for card in self.cards)
        for card in self.cards:
            self._box.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = []
        for scheme in schemes:
            card = SchemeCard(scheme, scheme.code == used)
            card.change.clicked.connect(partial(self._open, scheme))
            card.use.clicked.connect(partial(self._use, scheme.code))
            self._box.addWidget(card)
            self.cards.append(card)
        if had_keys:
            self.focus_first()

    def _open(self, scheme: SchemeRow | None, *_: object) -> None:
        dialog = SchemeDialog(scheme, self._frame.place)
        run_dialog(self._frame, dialog, save_scheme, lambda _: self._saved(scheme))

    def _saved(self, before: SchemeRow | None) -> None:
        offers = []
        if before is not None:
            undo = partial(self._put_back, before)
            offers.append(Offer(self.tr("Undo"), undo, icon_name="undo-2"))
        name = before.name if before is not None else ""
        self._frame.say(Kind.DONE, self.tr("Saved"), name, offers)

    def _put_back(self, before: SchemeRow) -> None:
        self._frame.work.change(
            self,
            save_scheme,
            before,
            done=lambda _: self._frame.say(
                Kind.DONE, self.tr("Taken back"), before.name
            ),
        )

    def _use(self, code: str, *_: object) -> None:
        before = self._frame.work.desk.settings.text("copy_scheme")

        def done(_: object) -> None:
            undo = Offer(
                self.tr("Undo"), partial(self._use, before), icon_name="undo-2"
            )
            self._frame.say(Kind.DONE, self.tr("Used for new slips"), code, [undo])

        self._frame.work.change(self, change_settings, {"copy_scheme": code}, done=done)
