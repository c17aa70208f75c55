"""What must be decided before a slip is issued: 可能重复, 附近公共区域在修."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.duplicate import DuplicateRow, DuplicateWhy
from ui.kit.button import Button, Look
from ui.kit.fields import TextField
from ui.kit.flow_layout import FlowLayout
from ui.kit.glyph import StatusLabel
from ui.kit.label import Hairline, Label, Picture, Tone
from ui.kit.layout import column, row
from ui.kit.painting import fill_box
from ui.shell.actions import BY_ID, action_text
from ui.slip.moment import Moments
from ui.slip.room import room_text
from ui.slip.status import status_of
from ui.theme.theme import tokens
from ui.theme.typeface import BODY, CAPTION
from ui.words import word

MOST = 3
"""So many of one kind are shown; who has more of them has one trouble, not many."""


class DuplicateCard(QWidget):
    """Open the old one, join it, or give a reason to issue anyway."""

    open_wanted = Signal(object)
    join_wanted = Signal(object)
    issue_wanted = Signal()
    """The reason was given with Enter."""

    def __init__(self, moments: Moments) -> None:
        super().__init__()
        self._moments = moments
        self._rows: Sequence[DuplicateRow] = ()
        self._opened_first: DuplicateRow | None = None
        self._joined_first: DuplicateRow | None = None
        self._same = _Section("git-merge", self.tr("Possibly a duplicate"))
        self._near = _Section("building-2", self.tr("Public trouble nearby"))
        self._between = Hairline()
        self.anyway = Button(
            action_text("intake.anyway"),
            Look.LINK,
            keycap=BY_ID["intake.anyway"].keys,
        )
        self.anyway.clicked.connect(self.ask_reason)
        self.reason = TextField(placeholder=self.tr("Reason for a new slip"))
        self.reason.set_name(self.tr("Reason to issue anyway"))
        self.reason.setObjectName("anyway_reason")
        self.reason.line.returnPressed.connect(self._take_reason)
        column(
            self._same,
            self._between,
            self._near,
            row(None, self.anyway),
            self.reason,
            spacing=8,
            margins=(16, 12, 16, 12),
            on=self,
        )
        self.clear()

    def rows(self) -> Sequence[DuplicateRow]:
        """The slips shown now."""
        return self._rows

    def candidates(self) -> list["Candidate"]:
        """The shown slips with what can be done about each."""
        return [*self._same.candidates, *self._near.candidates]

    def show_rows(self, rows: Sequence[DuplicateRow]) -> None:
        """Show other candidates; the card is not there when there are none."""
        if list(rows) == list(self._rows):
            return
        self._rows = rows
        near = [one for one in rows if one.why is DuplicateWhy.INCIDENT]
        same = [one for one in rows if one.why is not DuplicateWhy.INCIDENT]
        self._opened_first = next(iter((*same, *near)), None)
        # Public trouble absorbs calls before a slip of the same room does.
        joined = (one for one in (*near, *same) if one.can_join)
        self._joined_first = next(joined, None)
        for section, those in ((self._same, same), (self._near, near)):
            section.show_rows(those, self, self._opened_first, self._joined_first)
        self._between.setVisible(bool(same and near))
        self.setVisible(bool(rows))
        if not rows:
            self.reason.clear()
            self.reason.hide()
            self.anyway.show()

    def open_first(self) -> None:
        """Open what is most likely the same, if there is anything."""
        if self._opened_first is not None:
            self.open_wanted.emit(self._opened_first)

    def join_first(self) -> None:
        """Join the call to what most likely absorbs it, if there is anything."""
        if self._joined_first is not None:
            self.join_wanted.emit(self._joined_first)

    def clear(self) -> None:
        """Nothing is typed any more."""
        self._rows = ("?",)  # type: ignore[assignment]
        self.show_rows(())

    def ask_reason(self) -> None:
        """Let the person say why a new slip is issued all the same."""
        if self.isHidden():
            return
        self.anyway.hide()
        self.reason.show()
        self.reason.setFocus()

    def show_reason(self, typed: str) -> None:
        """Put back a reason that was typed once."""
        if typed:
            self.reason.set_value(typed)
            self.anyway.hide()
            self.reason.show()

    def _take_reason(self) -> None:
        if self.reason.value():
            self.issue_wanted.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = tokens()
        painter = QPainter(self)
        fill_box(painter, QRectF(self.rect()), 8, colours.surface, colours.line)


class _Section(QWidget):
    """One kind of candidates under its heading."""

    def __init__(self, icon_name: str, title: str) -> None:
        super().__init__()
        self.candidates: list[Candidate] = []
        self._count = Label("", CAPTION, tone=Tone.WARN)
        self._list: QVBoxLayout = column(spacing=8)
        self._rest = Label("", CAPTION, tone=Tone.SECOND)
        head = row(
            Picture(icon_name, 16, Tone.WARN),
            Label(title, tone=Tone.WARN, is_strong=True, may_wrap=True),
            self._count,
            spacing=8,
        )
        head.setStretch(1, 1)
        column(head, self._list, self._rest, spacing=6, on=self)
        self.setAccessibleName(title)

    def show_rows(
        self,
        rows: Sequence[DuplicateRow],
        card: DuplicateCard,
        opened: DuplicateRow | None,
        joined: DuplicateRow | None,
    ) -> None:
        for old in self.candidates:
            self._list.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.candidates = [
            Candidate(
                one,
                card,
                is_first=not at,
                opens_by_key=one is opened,
                joins_by_key=one is joined,
            )
            for at, one in enumerate(rows[:MOST])
        ]
        for shown in self.candidates:
            self._list.addWidget(shown)
        self._count.say(self.tr("%n slip(s)", "", len(rows)))
        more = len(rows) - MOST
        self._rest.say(self.tr("and %n more", "", more) if more > 0 else "")
        self._rest.setVisible(more > 0)
        self.setVisible(bool(rows))


class Candidate(QWidget):
    """One slip that may be meant; keys for the first one."""

    def __init__(
        self,
        found: DuplicateRow,
        card: DuplicateCard,
        *,
        is_first: bool,
        opens_by_key: bool,
        joins_by_key: bool,
    ) -> None:
        super().__init__()
        self.found = found
        status = StatusLabel()
        status.show_status(status_of(found.state))
        self.opened = _link("intake.open_twin", has_key=opens_by_key)
        self.opened.clicked.connect(lambda: card.open_wanted.emit(found))
        self.joined = _link("intake.join_twin", has_key=joins_by_key)
        self.joined.clicked.connect(lambda: card.join_wanted.emit(found))
        if not found.can_join:  # shown before it stands somewhere it were a window
            self.joined.hide()
        for button in (self.opened, self.joined):
            button.setAccessibleDescription(found.number)
        place = room_text(found.unit_label, found.area, found.place)
        why = word(found.why)
        below = QWidget()
        flow = FlowLayout(below, gap=4)
        reason = Label(f"{place}，{why}", CAPTION, tone=Tone.SECOND)
        reason.setMinimumHeight(32)
        flow.widen(reason)
        for part in (reason, self.opened, self.joined):
            flow.addWidget(part)
        column(
            Hairline() if not is_first else 0,
            row(
                Label(found.number, is_strong=True),
                status,
                None,
                Label(card._moments.write(found.issued_at), CAPTION, tone=Tone.SECOND),
                spacing=12,
            ),
            Label(found.content, BODY, may_wrap=True),
            below,
            spacing=2,
            on=self,
        )


def _link(action_id: str, *, has_key: bool) -> Button:
    keys = BY_ID[action_id].keys if has_key else None
    return Button(action_text(action_id), Look.LINK, keycap=keys)
