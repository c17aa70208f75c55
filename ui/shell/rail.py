"""The rail at the left: the mark, the rooms, and who acts."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QWidget

from ui.kit.button import PromptButton
from ui.kit.fields import NAME_MARK
from ui.kit.icon import draw_icon
from ui.kit.label import Tone, tone_colour
from ui.kit.layout import column
from ui.kit.painting import draw_text, fill_box, hairline, text_width, with_gaps
from ui.shell.brand_mark import BrandMark
from ui.theme.theme import tokens
from ui.theme.typeface import BODY, CAPTION, INPUT, KEYCAP, typeface

WIDE = 168
COMPACT = 72
_COMPACT_SIDE = 3
_SIDE = 8
WIDE_FROM = 1400
"""Windows narrower than this get the compact rail: icon over word."""


MOST = 99
"""More than so many need no exact figure at a glance."""


@dataclass(frozen=True, slots=True)
class Badge:
    """What waits in a room: how many, what they are called, and how much it presses."""

    count: int
    word: str = ""
    tone: Tone = Tone.SECOND

    @property
    def figure(self) -> str:
        """The count as it is shown; nothing for none."""
        if self.count <= 0:
            return ""
        return str(self.count) if self.count <= MOST else f"{MOST}+"


_SOFT = {Tone.WARN: "warn_soft", Tone.BAD: "bad_soft"}


class RailItem(PromptButton):
    """One room."""

    def __init__(self, page_id: str, text: str, icon_name: str, keys: str) -> None:
        super().__init__()
        self.page_id = page_id
        self.is_compact = False
        self._icon_name = icon_name
        self._keys = keys
        self.badge = Badge(0)
        self.setText(text)
        self.setCheckable(True)
        self.take_key(QKeySequence(keys))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_badge(self.badge)

    def set_badge(self, badge: Badge) -> None:
        """What waits in the room."""
        self.badge = badge
        name = self.text()
        if badge.figure:
            name = f"{name}, {badge.word} {badge.count}"
        self.setAccessibleName(name)
        self.setToolTip(f"{name}  {self._keys}")
        self.update()

    def _lines(self) -> list[str]:
        """The word as it stands under the icon: over two lines if one is too short."""
        word = with_gaps(self.text())
        room = COMPACT - 2 * _COMPACT_SIDE - 2
        if text_width(word, typeface(CAPTION, is_strong=True)) <= room:
            return [word]
        parts = word.split(" ")
        half = (len(parts) + 1) // 2
        return [" ".join(parts[:half]), " ".join(parts[half:])]

    def sizeHint(self) -> QSize:
        if not self.is_compact:
            return QSize(152, 36)
        return QSize(60, 54 if len(self._lines()) == 1 else 58)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = tokens()
        painter = QPainter(self)
        whole = QRectF(self.rect())
        ink = colours.text
        if self.isChecked():
            fill_box(painter, whole, 6, colours.chosen)
            ink = colours.accent
        elif self.underMouse():
            fill_box(painter, whole, 6, colours.hover)
        if self.hasFocus():
            fill_box(painter, whole, 6, None, colours.accent, 2)
        if self.is_compact:
            self._paint_compact(painter, whole, ink)
            return
        draw_icon(painter, self._icon_name, 12, whole.center().y() - 9, 18, ink)
        font = typeface(INPUT, is_strong=self.isChecked())
        room = whole.adjusted(40, 0, -10, 0)
        used = draw_text(painter, room, with_gaps(self.text()), font, ink)
        if self.badge.figure:
            self._paint_badge(painter, room.adjusted(used + 8, 0, 0, 0))

    def _paint_compact(self, painter: QPainter, whole: QRectF, ink: str) -> None:
        lines = self._lines()
        # Nine rooms of two lines each must stand in a low window.
        top, first = (8, 30) if len(lines) == 1 else (3, 22)
        draw_icon(painter, self._icon_name, whole.center().x() - 10, top, 20, ink)
        font = typeface(CAPTION, is_strong=self.isChecked())
        middle = Qt.AlignmentFlag.AlignHCenter
        for at, line in enumerate(lines):
            below = QRectF(0, first + 15 * at, whole.width(), 20)
            draw_text(painter, below, line, font, ink, middle)
        if not self.badge.figure:
            return
        strong = typeface(KEYCAP, is_strong=True)
        width = max(18.0, text_width(self.badge.figure, strong) + 10)
        left = min(whole.center().x() + 8, whole.right() - width)
        box = QRectF(left, 2, width, 18)
        soft = _SOFT.get(self.badge.tone, "hover")
        fill_box(painter, box, 9, getattr(tokens(), soft))
        tone = tone_colour(self.badge.tone)
        draw_text(painter, box, self.badge.figure, strong, tone, middle)

    def _paint_badge(self, painter: QPainter, room: QRectF) -> None:
        """The word and the figure at the right; without room only the figure."""
        tone = tone_colour(self.badge.tone)
        right = Qt.AlignmentFlag.AlignRight
        strong, plain = typeface(CAPTION, is_strong=True), typeface(CAPTION)
        used = draw_text(painter, room, self.badge.figure, strong, tone, right)
        left = room.adjusted(0, 0, -used - 5, 0)
        if text_width(self.badge.word, plain) <= left.width():
            draw_text(painter, left, self.badge.word, plain, tone, right)


class PersonButton(QAbstractButton):
    """Who acts (我是谁): a press offers the others."""

    def __init__(self) -> None:
        super().__init__()
        self.is_compact = False
        self._posts: Sequence[str] = ()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_person(self, name: str, posts: Sequence[str]) -> None:
        """Show another person."""
        self._posts = posts
        self.setText(name)
        text = self.tr("Who acts: {name}").format(name=name)
        self.setAccessibleName(text)
        self.setToolTip("\n".join((text, *posts)))
        self.update()

    def _posts_within(self, width: float) -> str:
        """All posts where there is room, or the first and how many more."""
        whole = with_gaps(NAME_MARK.join(self._posts))
        if len(self._posts) < 2 or text_width(whole, typeface(CAPTION)) <= width:
            return whole
        return f"{with_gaps(self._posts[0])} +{len(self._posts) - 1}"

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(60, 48) if self.is_compact else QSize(152, 48)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = tokens()
        painter = QPainter(self)
        whole = QRectF(self.rect())
        if self.underMouse():
            fill_box(painter, whole, 6, colours.hover)
        if self.hasFocus():
            fill_box(painter, whole, 6, None, colours.accent, 2)
        x = whole.center().x() - 14 if self.is_compact else 8
        disc = QRectF(x, whole.center().y() - 14, 28, 28)
        fill_box(painter, disc, 14, colours.chosen)
        draw_text(
            painter,
            disc,
            self.text()[:1],
            typeface(BODY, is_strong=True),
            colours.accent,
            Qt.AlignmentFlag.AlignHCenter,
        )
        if self.is_compact:
            return
        left = disc.right() + 10
        width = whole.right() - left - 4
        name = QRectF(left, 5 if self._posts else 14, width, 20)
        font = typeface(BODY, is_strong=True)
        draw_text(painter, name, self.text(), font, colours.text, may_cut=True)
        post = QRectF(left, 24, width, 18)
        third = colours.text_third
        posts = self._posts_within(width)
        draw_text(painter, post, posts, typeface(CAPTION), third, may_cut=True)


class Rail(QWidget):
    """Icon and word for each room; compact when the window is narrow."""

    wanted = Signal(str)
    """The id of the page that was asked for."""

    def __init__(
        self,
        items: Sequence[tuple[str, str, str, str]],
        last_items: Sequence[tuple[str, str, str, str]],
    ) -> None:
        """Items are (page id, word, icon, shortcut); the last ones stand below."""
        super().__init__()
        self._mark = BrandMark()
        self._items = [RailItem(*item) for item in items]
        self._last = [RailItem(*item) for item in last_items]
        self.person = PersonButton()
        self._group = QButtonGroup(self)
        for item in (*self._items, *self._last):
            self._group.addButton(item)
            item.clicked.connect(
                lambda _=False, one=item: self.wanted.emit(one.page_id)
            )
        self._column = column(
            self._mark,
            8,
            *self._items,
            None,
            *self._last,
            12,
            self.person,
            6,
            spacing=4,
            margins=(_SIDE, 0, _SIDE, 0),
            on=self,
        )
        self.set_compact(False)

    def set_compact(self, is_compact: bool) -> None:
        """Icon over word, or icon beside word."""
        self.setFixedWidth(COMPACT if is_compact else WIDE)
        side = _COMPACT_SIDE if is_compact else _SIDE
        self._column.setContentsMargins(side, 0, side, 0)
        parts: tuple[RailItem | PersonButton | BrandMark, ...] = (
            *self._items,
            *self._last,
            self.person,
            self._mark,
        )
        for part in parts:
            part.is_compact = is_compact
            part.updateGeometry()
            part.update()

    def set_centre(self, name: str) -> None:
        """The centre's name beside the mark."""
        self._mark.show_centre(name)

    def mark_current(self, page_id: str) -> None:
        """Show which room is in front."""
        for item in (*self._items, *self._last):
            if item.page_id == page_id:
                item.setChecked(True)

    def show_rooms(self, page_ids: frozenset[str]) -> None:
        """Only these rooms may be entered; the others are not there."""
        for item in (*self._items, *self._last):
            item.setVisible(item.page_id in page_ids)

    def item(self, page_id: str) -> RailItem:
        """The item of a page."""
        for item in (*self._items, *self._last):
            if item.page_id == page_id:
                return item
        raise KeyError(page_id)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = tokens()
        painter = QPainter(self)
        painter.fillRect(self.rect(), colours.bg)
        line = QRectF(self.width() - 1, 0, 1, self.height())
        painter.fillRect(line, colours.line)
        y = self.person.geometry().top() - 6.5
        hairline(painter, 16, y, self.width() - 16, colours.line)
