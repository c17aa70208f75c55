"""What the parts of the ring are, with their figures."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from models.day_check import DayCheck
from models.return_check import CheckClass
from models.text import QT_TRANSLATE_NOOP
from ui.kit.glyph import SIZE, Shape, draw_glyph
from ui.kit.label import Tone, tone_colour
from ui.kit.painting import draw_text, fill_box, with_gaps
from ui.language import translate
from ui.returns.day_groups import Group, grouped
from ui.theme.theme import tokens
from ui.theme.typeface import BODY, INPUT, typeface

_LINE = 24
_T = QT_TRANSLATE_NOOP
_WORDS = (
    _T("Legend", "Back in time"),
    _T("Legend", "Back late"),
    _T("Legend", "Told why not"),
    _T("Legend", "Not back"),
    _T("Legend", "Lost"),
)
_MARKS: tuple[tuple[Shape | None, Tone], ...] = (
    (None, Tone.ACCENT),
    (None, Tone.WARN),
    (None, Tone.SECOND),
    (Shape.THREE_QUARTERS, Tone.BAD),
    (Shape.ALARM, Tone.BAD),
)


def figures(check: DayCheck) -> tuple[int, int, int, int, int]:
    """Back in time, back late, told why not, not back, lost since yesterday."""
    counts = check.counts
    groups = grouped(check)
    return (
        counts[CheckClass.ON_TIME],
        counts[CheckClass.LATE],
        len(groups[Group.FEEDBACK]),
        len(groups[Group.OPEN]),
        len(groups[Group.LOST]),
    )


class Legend(QWidget):
    """Five lines beside the ring."""

    def __init__(self) -> None:
        super().__init__()
        self._figures = (0, 0, 0, 0, 0)
        self.setFixedHeight(_LINE * len(_WORDS))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_figures(self, figures: tuple[int, int, int, int, int]) -> None:
        """Other figures."""
        self._figures = figures
        words = (translate("Legend", word) for word in _WORDS)
        said = (f"{word} {n}" for word, n in zip(words, figures, strict=True))
        self.setAccessibleName("，".join(said))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = tokens()
        painter = QPainter(self)
        right = Qt.AlignmentFlag.AlignRight
        lines = zip(_WORDS, _MARKS, self._figures, strict=True)
        for at, (word, (shape, tone), count) in enumerate(lines):
            y = at * _LINE
            middle = y + _LINE / 2
            ink = tone_colour(tone)
            if shape is None:
                fill_box(painter, QRectF(2, middle - 5, 10, 10), 3, ink)
            else:
                draw_glyph(painter, 0, middle - SIZE / 2, shape, ink)
            is_bad = tone is Tone.BAD and count > 0
            figure = QRectF(self.width() - 48, y, 48, _LINE)
            font = typeface(INPUT, is_strong=True)
            strong = colours.bad if is_bad else colours.text
            draw_text(painter, figure, str(count), font, strong, right)
            place = QRectF(24, y, self.width() - 24 - 52, _LINE)
            text = with_gaps(translate("Legend", word))
            draw_text(painter, place, text, typeface(BODY), colours.text, may_cut=True)
