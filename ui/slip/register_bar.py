"""What stands over a register: which one, which time, which words."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QWidget

from app.slip_list import Register
from ui.kit.button import Look
from ui.kit.flow_layout import FlowLayout
from ui.kit.icon_button import IconButton
from ui.kit.layout import column, row
from ui.kit.search_field import SearchField
from ui.kit.segmented import Chip, SegmentedField
from ui.shell.actions import BY_ID as ACTIONS_BY_ID
from ui.shell.actions import action_button, action_text
from ui.slip.given_slips import GivenButton
from ui.slip.register_state import RegisterState
from ui.slip.span import Span
from ui.words import options


class SpanChip(Chip):
    """One span; left and right arrows go on to the next."""

    def show_days(self, text: str) -> None:
        """Say which days are asked for; empty: none of their own."""
        shown = text or self.tr("Days…")
        self.setChecked(bool(text))
        if shown != self.text():
            self.setText(shown)
            self.setAccessibleName(shown)
            self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        group = self.group()
        if step is None or group is None:
            super().keyPressEvent(event)
            return
        others = group.buttons()
        beside = others.index(self) + step
        if 0 <= beside < len(others):
            others[beside].setFocus()
            others[beside].click()


class SpanChips(QObject):
    """One of the spans, or none while a heading asks for days of its own.

    The page lays the chips out one by one, so that they find their lines.
    """

    edited = Signal()

    def __init__(
        self, name: str, options: Sequence[tuple[Span, str]], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._texts = dict(options)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self.chips = {span: SpanChip(text, span) for span, text in options}
        for chip in self.chips.values():
            chip.setAccessibleDescription(name)
            self._group.addButton(chip)
        self._group.buttonClicked.connect(lambda _: self.edited.emit())

    def value(self) -> Span | None:
        """The span that is chosen; None: days of its own."""
        chip = self._group.checkedButton()
        return chip.value if isinstance(chip, Chip) else None

    def set_value(self, span: Span | None) -> None:
        """Choose a span without telling."""
        self._group.setExclusive(False)
        for each, chip in self.chips.items():
            chip.setChecked(each is span)
        self._group.setExclusive(True)

    def text_of(self, span: Span) -> str:
        """How a span is called."""
        return self._texts[span]


class RegisterBar(QWidget):
    """The switches and the buttons; the page listens to them."""

    def __init__(self, kept: RegisterState) -> None:
        super().__init__()
        self.register = SegmentedField(options(Register.UNIT, Register.PUBLIC))
        self.register.set_name(self.tr("Register"))
        self.register.set_value(kept.register)
        self.period = SpanChips(
            self.tr("Time of issue"),
            [
                (Span.TODAY, self.tr("Today")),
                (Span.WEEK, self.tr("This week")),
                (Span.MONTH, self.tr("This month")),
                (Span.PERIOD, self.tr("Period 21–20")),
                (Span.NINETY_DAYS, self.tr("90 days")),
                (Span.ALL, self.tr("All")),
            ],
            self,
        )
        self.period.set_value(kept.span)
        self.days = SpanChip("")
        self.days.show_days("")
        self.days.setAccessibleDescription(self.tr("Time of issue"))
        self.words = SearchField(
            ACTIONS_BY_ID["register.find"].keys, self.tr("Find here, or paste numbers")
        )
        self.words.set_name(self.tr("Words to look for"))
        self.words.set_value(kept.words)
        self.given = GivenButton()
        self.clear = action_button("register.clear", Look.LINK)
        keep_view = ACTIONS_BY_ID["register.keep_view"]
        self.keep_view = IconButton(
            action_text(keep_view.id), "plus", keys=keep_view.keys
        )
        self.columns = action_button("register.columns", Look.QUIET)
        self.bring = action_button("register.import", Look.QUIET)
        self.bring.set_text(self.tr("Import"))
        self.export = action_button("register.export", Look.LINK)
        choices = QWidget()
        flow = FlowLayout(choices, 4)
        flow.addWidget(self.register)
        for chip in self.period.chips.values():
            flow.addWidget(chip)
        flow.addWidget(self.days)
        flow.addWidget(self.given)
        first = row(choices, self.export, spacing=8, margins=(24, 10, 16, 6))
        first.setStretch(0, 1)
        # On the line of the first switches, however many lines they take.
        self.export.setMinimumHeight(self.register.sizeHint().height())
        first.setAlignment(self.export, Qt.AlignmentFlag.AlignTop)
        second = row(
            self.words,
            self.clear,
            self.keep_view,
            self.columns,
            self.bring,
            spacing=8,
            margins=(24, 0, 16, 10),
        )
        second.setStretch(0, 1)
        column(first, second, spacing=0, on=self)
