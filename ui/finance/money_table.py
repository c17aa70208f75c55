"""The lines of the statement: this period's slips, earlier ones, both together."""

from decimal import Decimal

from PySide6.QtCore import QCoreApplication, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QGridLayout, QWidget

from app.statement_figure import Figure, FigureKind
from models.ledger_entry import PayMethod
from models.money import format_capitals
from models.statement import Split, Statement
from models.text import QT_TRANSLATE_NOOP
from models.waiver import WaiverLevel
from ui.finance.figure_button import FigureButton
from ui.kit.label import ElidedLabel, Label, Tone
from ui.kit.painting import hairline
from ui.theme.theme import tokens
from ui.theme.typeface import BODY, CAPTION, CARD, INPUT
from ui.words import word

ROW, LOW_ROW = 34, 27
LOW_WINDOW = 800
"""A lower window has lower rows."""
_T = QT_TRANSLATE_NOOP
_K = FigureKind
_LINES: tuple[tuple[FigureKind, str], ...] = (
    (_K.OPENING, _T("MoneyTable", "Owed at the beginning")),
    (_K.CHARGED, _T("MoneyTable", "Charged")),
    (_K.WAIVED, _T("MoneyTable", "Waived")),
    (_K.ADJUSTED, _T("MoneyTable", "Adjusted")),
    (_K.RECEIVED, _T("MoneyTable", "Received")),
    (_K.REFUNDED, _T("MoneyTable", "Refunded")),
    (_K.CLOSING, _T("MoneyTable", "Owed at the end")),
)
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_STRONG = frozenset({_K.CHARGED, _K.RECEIVED, _K.CLOSING})
_ONLY_TOTAL = frozenset({_K.OPENING, _K.CLOSING})


class _Line:
    """One line: its label, and a figure for each column it has."""

    def __init__(
        self, table: QWidget, label: str, figures: list[Figure], *, is_part: bool
    ) -> None:
        kind = figures[-1].kind
        is_strong = kind in _STRONG and not is_part
        pixels = CAPTION if is_part else INPUT
        tone = Tone.SECOND if is_part else Tone.TEXT
        self.label = ElidedLabel(
            label, pixels, tone=tone, is_strong=is_strong, parent=table
        )
        self.label.setIndent(16 if is_part else 8)
        self.figures = [
            FigureButton(
                figure,
                label,
                CAPTION if is_part else CARD if kind is _K.CLOSING else INPUT,
                is_strong=is_strong and figure.is_earlier is None,
            )
            for figure in figures
        ]
        self.is_part = is_part
        self.row = 0

    def show(self, amounts: list[Decimal], *, is_shown: bool = True) -> None:
        for button, amount in zip(self.figures, amounts, strict=True):
            button.put(amount)
            button.setVisible(is_shown)
        self.label.setVisible(is_shown)


class MoneyTable(QWidget):
    """Every figure opens the slips behind it."""

    wanted = Signal(object)
    """A ``Figure``."""

    def __init__(self, group: QButtonGroup) -> None:
        super().__init__()
        self._group = group
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(0)
        self._grid.setColumnStretch(0, 1)
        self._lines: dict[Figure, _Line] = {}
        heads = (
            self.tr("Statement of paid repairs"),
            self.tr("This period"),
            self.tr("Earlier periods"),
            self.tr("Together"),
        )
        for at, head in enumerate(heads):
            label = Label(head, BODY if at else INPUT, is_strong=True, may_wrap=True)
            label.setIndent(8)
            self._grid.addWidget(label, 0, at)
            if at:
                label.setAlignment(_RIGHT)
                self._grid.setColumnMinimumWidth(at, 116)
        for kind, text in _LINES:
            splits = [] if kind in _ONLY_TOTAL else [False, True]
            figures = [Figure(kind, is_earlier) for is_earlier in (*splits, None)]
            self._add(QCoreApplication.translate("MoneyTable", text), figures)
            if kind is _K.WAIVED:
                for level in WaiverLevel:
                    self._add(word(level), [Figure(kind, level=level)], is_part=True)
            if kind is _K.RECEIVED:
                for method in PayMethod:
                    self._add(word(method), [Figure(kind, method=method)], is_part=True)
        self._capitals = Label("", CAPTION, tone=Tone.SECOND, may_wrap=True)
        self._capitals.setIndent(8)
        last = self._grid.rowCount()
        self._grid.addWidget(self._capitals, last, 0, 1, 4)
        self._grid.setRowMinimumHeight(last, 32)
        self._fit()

    def _add(self, label: str, figures: list[Figure], *, is_part: bool = False) -> None:
        line = _Line(self, label, figures, is_part=is_part)
        at = line.row = self._grid.rowCount()
        self._grid.addWidget(line.label, at, 0)
        for place, button in enumerate(reversed(line.figures)):
            self._grid.addWidget(button, at, 3 - place)
            button.clicked.connect(
                lambda _, wanted=button.figure: self.wanted.emit(wanted)
            )
            self._group.addButton(button)
        self._lines[figures[-1]] = line

    def put(self, statement: Statement) -> None:
        """Show a statement; parts of which there is nothing are left out."""
        splits: dict[FigureKind, Split] = {
            _K.CHARGED: statement.charged,
            _K.WAIVED: statement.waived,
            _K.ADJUSTED: statement.adjusted,
            _K.RECEIVED: statement.received,
            _K.REFUNDED: statement.refunded,
        }
        for figure, line in self._lines.items():
            if figure.level is not None:
                part = statement.waived_by_level.get(figure.level, Decimal(0))
                line.show([part], is_shown=bool(part))
            elif figure.method is not None:
                part = statement.received_by_method.get(figure.method, Decimal(0))
                line.show([part], is_shown=bool(part))
            elif figure.kind in _ONLY_TOTAL:
                is_opening = figure.kind is _K.OPENING
                line.show([statement.opening if is_opening else statement.closing])
            else:
                split = splits[figure.kind]
                line.show([split.own, split.earlier, split.total])
        text = self.tr("Charged, in words: {capitals}")
        capitals = format_capitals(statement.charged.total)
        self._capitals.say(text.format(capitals=capitals))
        self._fit()

    def button(self, figure: Figure) -> QAbstractButton:
        """The button of a figure."""
        found = (each for line in self._lines.values() for each in line.figures)
        return next(each for each in found if each.figure == figure)

    def title(self, figure: Figure) -> str:
        """What a figure is called: its line, and its column where it has one."""
        line = next(
            each
            for each in self._lines.values()
            if figure in [button.figure for button in each.figures]
        )
        columns = {
            False: self.tr("This period"),
            True: self.tr("Earlier periods"),
        }
        return " · ".join(
            filter(
                None,
                (
                    line.label.text(),
                    "" if figure.is_earlier is None else columns[figure.is_earlier],
                ),
            )
        )

    def _fit(self) -> None:
        is_low = self.window().height() < LOW_WINDOW
        for line in self._lines.values():
            high = LOW_ROW if is_low or line.is_part else ROW
            at = line.row
            is_shown = not line.label.isHidden()
            self._grid.setRowMinimumHeight(at, high if is_shown else 0)
        self._grid.setRowMinimumHeight(0, LOW_ROW if is_low else ROW)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = tokens()
        painter = QPainter(self)
        hairline(painter, 0, 0.5, self.width(), colours.line_strong)
        for figure, line in self._lines.items():
            if line.label.isHidden() or line.is_part:
                continue
            top = QRectF(line.label.geometry()).top() - 0.5
            ink = colours.line_strong if figure.kind is _K.CLOSING else colours.line
            hairline(painter, 0, max(top, 0.5), self.width(), ink)
        low = QRectF(self._capitals.geometry()).top() - 0.5
        hairline(painter, 0, low, self.width(), colours.line_strong)
