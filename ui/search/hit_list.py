"""Shows the lines of the search's answer, with what was meant marked in them."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.search_hit import PersonHit, SearchField, SlipHit, UnitHit, Why
from models.phone import mask_phone
from models.text import QT_TRANSLATE_NOOP
from ui.kit.glyph import SIZE, draw_glyph
from ui.kit.icon import draw_icon
from ui.kit.label import tone_colour
from ui.kit.painted_list import Index
from ui.kit.painting import draw_text, fill_box, text_width, with_gaps
from ui.search.hit_line import Heading, Hit, InRegister, Line, spoken
from ui.slip.status import status_of
from ui.theme.theme import tokens
from ui.theme.typeface import BODY, CAPTION, typeface
from ui.words import word

ROW = 36
HEAD = 30
SIDE = 16
LINE_ROLE = Qt.ItemDataRole.UserRole
WriteMoment = Callable[[datetime], str]


class HitModel(QAbstractListModel):
    """The lines of one answer."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.lines: list[Line] = []

    def show(self, lines: Sequence[Line]) -> None:
        """Other lines from now on."""
        self.beginResetModel()
        self.lines = list(lines)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's form
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.lines[index.row()]
        if role == LINE_ROLE:
            return line
        if role in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
        ):
            return spoken(line, lambda hit: word(hit.state))
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(line, SlipHit):
            return f"{line.room}\n{line.content}"
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if isinstance(self.lines[index.row()], Heading):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class HitList(QListView):
    """The list under the search; the keyboard stays in the search's line."""

    taken = Signal(object)
    """The hit that was chosen."""

    def __init__(self, write_moment: WriteMoment, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = HitModel(self)
        self.setModel(self._model)
        self.setItemDelegate(_HitPainter(write_moment, self))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(self.tr("What was found"))
        self.entered.connect(self.setCurrentIndex)
        self.clicked.connect(lambda _: self.take())

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Another answer; its first hit is chosen."""
        self._model.show(lines)
        self.step(1, from_row=-1)

    def lines(self) -> list[Line]:
        """What is shown."""
        return list(self._model.lines)

    def chosen(self) -> Hit | None:
        """The hit the keyboard stands on."""
        row = self.currentIndex().row()
        if not 0 <= row < len(self._model.lines):
            return None
        line = self._model.lines[row]
        return None if isinstance(line, Heading) else line

    def step(self, by: int, *, from_row: int | None = None) -> None:
        """Go up or down; headings are passed by."""
        row = self.currentIndex().row() if from_row is None else from_row
        for at in range(row + by, len(self._model.lines) if by > 0 else -1, by):
            if not isinstance(self._model.lines[at], Heading):
                self.setCurrentIndex(self._model.index(at))
                if at == 1:
                    self.scrollToTop()
                return

    def take(self) -> None:
        """Open what is chosen."""
        hit = self.chosen()
        if hit is not None:
            self.taken.emit(hit)

    def needed_height(self) -> int:
        """How high it must be to show everything."""
        heads = sum(isinstance(line, Heading) for line in self._model.lines)
        return HEAD * heads + ROW * (len(self._model.lines) - heads)


class _HitPainter(QStyledItemDelegate):
    def __init__(self, write_moment: WriteMoment, parent: QWidget) -> None:
        super().__init__(parent)
        self._write_moment = write_moment

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        is_heading = isinstance(index.data(LINE_ROLE), Heading)
        return QSize(100, HEAD if is_heading else ROW)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index
    ) -> None:
        line = index.data(LINE_ROLE)
        colours = tokens()
        rect = QRectF(option.rect)
        painter.fillRect(rect, QColor(colours.surface))
        if isinstance(line, Heading):
            font = typeface(CAPTION, is_strong=True)
            inner = rect.adjusted(SIDE, 4, -SIDE, 0)
            draw_text(painter, inner, with_gaps(line.text), font, colours.text_third)
            return
        if option.state & QStyle.StateFlag.State_Selected:
            fill_box(painter, rect.adjusted(6, 1, -6, -1), 6, colours.chosen)
        inner = rect.adjusted(SIDE, 0, -SIDE, 0)
        if isinstance(line, SlipHit):
            self._paint_slip(painter, inner, line)
        elif isinstance(line, UnitHit):
            self._paint_unit(painter, inner, line)
        elif isinstance(line, PersonHit):
            self._paint_person(painter, inner, line)
        elif isinstance(line, InRegister):
            _icon(painter, inner, "table-2")
            text = with_gaps(line.text)
            room = inner.adjusted(26, 0, 0, 0)
            draw_text(painter, room, text, typeface(BODY), colours.accent, may_cut=True)

    def _paint_slip(self, painter: QPainter, inner: QRectF, hit: SlipHit) -> None:
        colours = tokens()
        at = self._write_moment(hit.issued_at)
        right = Qt.AlignmentFlag.AlignRight
        used = draw_text(
            painter, inner, at, typeface(CAPTION), colours.text_third, right
        )
        room = inner.adjusted(0, 0, -used - 12, 0)
        strong = typeface(BODY, is_strong=True)
        marks = _marks(hit.why)
        x = room.left()
        x += _draw_marked(painter, room, hit.number, marks[SearchField.NUMBER], strong)
        status = status_of(hit.state)
        x += 14
        tone = tone_colour(status.glyph_tone)
        draw_glyph(painter, x, room.center().y() - SIZE / 2, status.shape, tone)
        x += SIZE + 5
        state = QRectF(x, room.top(), room.right() - x, room.height())
        ink = tone_colour(status.word_tone)
        x += draw_text(painter, state, status.word, typeface(CAPTION), ink) + 14
        for text, wanted, font in (
            (hit.room, _of_place(marks), strong),
            (hit.name, marks[SearchField.NAME], typeface(BODY)),
            (_unseen(hit.why), "", typeface(CAPTION)),
            (hit.content, marks[SearchField.CONTENT], typeface(BODY)),
        ):
            left = QRectF(x, room.top(), room.right() - x, room.height())
            if text and left.width() > 24:
                x += _draw_marked(painter, left, text, wanted, font) + 12

    def _paint_unit(self, painter: QPainter, inner: QRectF, hit: UnitHit) -> None:
        colours = tokens()
        marks = _marks(hit.why)
        _icon(painter, inner, "house")
        hint = self.tr("New call")
        right = Qt.AlignmentFlag.AlignRight
        used = draw_text(
            painter, inner, hint, typeface(CAPTION), colours.text_third, right
        )
        room = inner.adjusted(26, 0, -used - 12, 0)
        strong = typeface(BODY, is_strong=True)
        x = _draw_marked(painter, room, hit.label, _of_place(marks), strong)
        rest = room.adjusted(x + 12, 0, 0, 0)
        name = marks[SearchField.NAME]
        x = _draw_marked(painter, rest, hit.owners, name, typeface(BODY))
        rest = rest.adjusted(x + 12, 0, 0, 0)
        _draw_marked(painter, rest, _unseen(hit.why), "", typeface(CAPTION))

    def _paint_person(self, painter: QPainter, inner: QRectF, hit: PersonHit) -> None:
        colours = tokens()
        marks = _marks(hit.why)
        _icon(painter, inner, "user")
        count = self.tr("%n slip(s)", "", hit.slips)
        right = Qt.AlignmentFlag.AlignRight
        used = draw_text(
            painter, inner, count, typeface(CAPTION), colours.text_third, right
        )
        room = inner.adjusted(26, 0, -used - 12, 0)
        strong = typeface(BODY, is_strong=True)
        x = _draw_marked(painter, room, hit.name, marks[SearchField.NAME], strong)
        plain = typeface(BODY)
        digits = marks[SearchField.PHONE]
        for text, wanted in ((mask_phone(hit.phone), digits), (hit.unit, "")):
            rest = room.adjusted(x + 12, 0, 0, 0)
            if text and rest.width() > 24:
                x += 12 + _draw_marked(painter, rest, text, wanted, plain)


_UNSEEN = {
    SearchField.PHONE: QT_TRANSLATE_NOOP("Search", "Telephone {digits}"),
    SearchField.STOCK_NO: QT_TRANSLATE_NOOP("Search", "Form number {digits}"),
}
"""Fields that a slip's line has no room for; found there, they are named."""


def _marks(why: Sequence[Why]) -> dict[SearchField, str]:
    found = dict.fromkeys(SearchField, "")
    for each in why:
        found[each.field] = found[each.field] or each.text
    return found


def _of_place(marks: dict[SearchField, str]) -> str:
    fields = (SearchField.ROOM, SearchField.PLACE, SearchField.AREA)
    return next((marks[field] for field in fields if marks[field]), "")


def _unseen(why: Sequence[Why]) -> str:
    """What was meant in a field that the line does not show."""
    return "  ".join(
        QCoreApplication.translate("Search", source).format(digits=each.text)
        for each in why
        if (source := _UNSEEN.get(each.field)) and each.text
    )


def _icon(painter: QPainter, inner: QRectF, name: str) -> None:
    y = inner.center().y() - 8
    draw_icon(painter, name, inner.left(), y, 16, tokens().text_second)


def _draw_marked(
    painter: QPainter, rect: QRectF, text: str, wanted: str, font: QFont
) -> float:
    """Draw one line whose part ``wanted`` stands out; a hit may end with …."""
    colours = tokens()
    metrics = QFontMetricsF(font)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    x = rect.left()
    marked = QFont(font)
    marked.setWeight(QFont.Weight.DemiBold)
    for part, is_wanted in _parts(shown, wanted):
        used = marked if is_wanted else font
        ink = colours.accent if is_wanted else colours.text
        room = QRectF(x, rect.top(), rect.right() - x, rect.height())
        x += text_width(part, used)
        if x <= rect.right() + 4:
            draw_text(painter, room, part, used, ink, may_cut=True)
    return x - rect.left()


def _parts(text: str, wanted: str) -> Iterator[tuple[str, bool]]:
    at = text.casefold().find(wanted.casefold()) if wanted else -1
    if at < 0:
        yield text, False
        return
    yield text[:at], False
    yield text[at : at + len(wanted)], True
    yield text[at + len(wanted) :], False
