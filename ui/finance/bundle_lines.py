"""Bundles of finance copies that were handed over, one under the other."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.kit.button import Button, Look
from ui.kit.label import ElidedLabel, Label, Tone
from ui.kit.layout import column, row
from ui.slip.moment import Moments

HEIGHT = 32


@dataclass(frozen=True, slots=True)
class BundleFace:
    """What is shown of a bundle; its list should have been printed."""

    batch_no: int
    handed_at: datetime
    copy_count: int
    to_staff: str
    is_printed: bool = True


class BundleLines(QWidget):
    """The number of a bundle is pressed to see its list."""

    wanted = Signal(int)
    """The number of a bundle."""

    def __init__(self, moments: Moments, *, can_open: bool) -> None:
        super().__init__()
        self._moments = moments
        self._can_open = can_open
        self._faces: list[BundleFace] = []
        self._lines = column(spacing=0, on=self)

    def put(self, faces: Sequence[BundleFace]) -> None:
        """Show these bundles."""
        if list(faces) == self._faces:
            return
        self._faces = list(faces)
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for face in self._faces:
            self._lines.addWidget(self._line(face))

    def _line(self, face: BundleFace) -> QWidget:
        name = self.tr("Bundle {number}").format(number=face.batch_no)
        title: QWidget
        if self._can_open:
            button = Button(name, Look.LINK, icon_name="printer")
            button.clicked.connect(lambda: self.wanted.emit(face.batch_no))
            title = button
        else:
            title = Label(name, is_strong=True)
        count = self.tr("%n copies", "", face.copy_count)
        taken = self.tr("taken by {name}").format(name=face.to_staff)
        when = self._moments.write(face.handed_at)
        if not face.is_printed:
            taken = self.tr("list not printed")
        line = QWidget()
        line.setFixedHeight(HEIGHT)
        tone = Tone.SECOND if face.is_printed else Tone.WARN
        name_of_taker = ElidedLabel(taken, tone=tone)
        across = row(
            title,
            Label(when, tone=Tone.SECOND),
            Label(count),
            name_of_taker,
            spacing=12,
            margins=(8, 0, 8, 0),
            on=line,
        )
        across.setStretch(3, 1)
        line.setAccessibleName(f"{name} {when} {count} {taken}")
        return line
