"""First step: what the sheet holds, and which file it is."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QWidget

from app.desk import Desk
from app.sheet_memory import Remembered
from models.sheet_target import Target
from ui.kit.button import Button, Look
from ui.kit.label import ElidedLabel, Hairline, Label, ProblemLine, Tone
from ui.kit.layout import column, pane, row
from ui.kit.segmented import SegmentedField
from ui.sheet.box import empty_box
from ui.sheet.drop_area import DropArea
from ui.sheet.target_word import target_explained, target_word
from ui.shell.actions import action_button
from ui.theme.typeface import CAPTION, INPUT

WIDEST = 760
SIDE = 376


class FileStep(QWidget):
    """The target, a place to drop a file on, and the mappings kept so far."""

    target_changed = Signal(object)
    forget_wanted = Signal(object)
    """The ``Remembered`` to forget."""

    def __init__(self) -> None:
        super().__init__()
        self.target = SegmentedField([(each, target_word(each)) for each in Target])
        self.target.set_name(self.tr("What the sheet holds"))
        self.target.edited.connect(self._change_target)
        self._explained = Label("", tone=Tone.SECOND)
        self.choose = action_button("sheet.choose")
        self.area = DropArea(self.choose)
        self.problem = ProblemLine()
        self._no_memory = Label(
            self.tr(
                "None yet. A sheet that was imported once is read the same way the "
                "next time, as long as its headings stay."
            ),
            tone=Tone.SECOND,
            may_wrap=True,
        )
        self._memory = column(spacing=0)
        inner = QWidget()
        inner.setMaximumWidth(WIDEST)
        column(
            Label(self.tr("What does the sheet hold?"), INPUT, is_strong=True),
            self.target,
            self._explained,
            8,
            self.area,
            self.problem,
            None,
            spacing=8,
            margins=24,
            on=inner,
        )
        kept = QWidget()
        column(
            Label(
                self.tr("Sheets that map themselves"),
                INPUT,
                is_strong=True,
                may_wrap=True,
            ),
            self._no_memory,
            self._memory,
            None,
            spacing=8,
            margins=24,
            on=kept,
        )
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(kept)
        side = pane("sunken")
        side.setFixedWidth(SIDE)
        column(scroll, spacing=0, on=side)
        whole = row(inner, None, side, spacing=0, on=self)
        whole.setStretch(0, 1000)
        self._change_target()
        self.show_memory([], None)

    def show_memory(self, memory: Sequence[Remembered], desk: Desk | None) -> None:
        """The remembered mappings, each with a way to forget it."""
        empty_box(self._memory)
        self._no_memory.setVisible(not memory)
        for each in memory:
            self._memory.addWidget(self._memory_row(each, desk))
            self._memory.addWidget(Hairline())

    def _memory_row(self, memory: Remembered, desk: Desk | None) -> QWidget:
        line = QWidget()
        at = desk.local(memory.used_at) if desk is not None else memory.used_at
        used = self.tr("{day} by {person}").format(
            day=f"{at:%m-%d %H:%M}", person=memory.used_by
        )
        forget = Button(self.tr("Forget"), Look.LINK)
        forget.setAccessibleName(
            self.tr("Forget how {name} is read").format(name=memory.name)
        )
        forget.clicked.connect(partial(self.forget_wanted.emit, memory))
        count = self.tr("%n heading(s)", "", len(memory.mapping.columns))
        words = f"{target_word(memory.target)}  {count}  {used}"
        box = row(
            column(
                ElidedLabel(memory.name, is_strong=True),
                ElidedLabel(words, CAPTION, tone=Tone.SECOND),
                spacing=2,
            ),
            forget,
            spacing=12,
            margins=(0, 8, 0, 8),
            on=line,
        )
        box.setStretch(0, 1)
        return line

    def _change_target(self) -> None:
        target = self.target.value()
        self._explained.say(target_explained(target))
        self.target_changed.emit(target)
