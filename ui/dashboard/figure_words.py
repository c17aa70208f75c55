"""The words of figures and of what tells slips apart, in the window's language."""

from collections.abc import Mapping

from app.statistics_clerk import BehindClerk, Deed
from models.statistics import Dimension, FigureKey
from models.statistics_report import StatisticsReport
from models.text import QT_TRANSLATE_NOOP
from reports.statistics_face import FigureFace, face_of, name_of
from reports.statistics_words import rule_text, word_of
from ui.dashboard.asked import Asked
from ui.language import translate
from ui.words import word

_K = FigureKey
_T = QT_TRANSLATE_NOOP
SAID_TOGETHER: Mapping[FigureKey, tuple[FigureKey, ...]] = {
    _K.VOID: (_K.ISSUED, _K.VOID),
    _K.CANCELLED: (_K.ISSUED, _K.CANCELLED),
    _K.COMPLETED: (_K.EFFECTIVE, _K.COMPLETED),
    _K.UNFINISHED: (_K.UNFINISHED, _K.EFFECTIVE, _K.COMPLETED),
    _K.COMPLETION_RATE: (_K.COMPLETION_RATE, _K.EFFECTIVE, _K.COMPLETED),
    _K.CALLBACK_PUBLIC: (_K.CALLBACK_UNIT, _K.CALLBACK_PUBLIC),
    _K.CALLBACK_OVERALL: (
        _K.CALLBACK_UNIT,
        _K.CALLBACK_PUBLIC,
        _K.CALLBACK_OVERALL,
    ),
}
"""Rules that speak of others; they are said with those."""


def figure_face(report: StatisticsReport, key: FigureKey) -> FigureFace:
    """A figure of the range beside the same of the range before."""
    return face_of(report, key, translate)


def figure_title(report: StatisticsReport, key: FigureKey) -> str:
    """What a figure is called; that of the arrival names its limit."""
    return name_of(key, report, translate)


def figure_rule(report: StatisticsReport, key: FigureKey) -> str:
    """The rule that counted a figure, with those it speaks of."""
    keys = SAID_TOGETHER.get(key, (key,))
    limits = report.now.limits
    rules = [(each, rule_text(each, limits, translate)) for each in keys]
    if len(rules) == 1:
        return rules[0][1]
    return " ".join(f"{figure_title(report, each)}：{text}" for each, text in rules)


_DEEDS: Mapping[Deed, str] = {
    Deed.TAKEN_BACK: _T(
        "FigureWords", "Papers this person took back in the range, by their return."
    ),
    Deed.CALLED: _T(
        "FigureWords", "Callbacks this person tried in the range; each try counts."
    ),
    Deed.REACHED: _T(
        "FigureWords", "Callbacks of this person in the range that reached somebody."
    ),
}


def rule_of(asked: Asked, report: StatisticsReport) -> str:
    """The rule that counted what somebody looks behind."""
    if isinstance(asked.behind, BehindClerk):
        return translate("FigureWords", _DEEDS[asked.behind.deed])
    return figure_rule(report, asked.behind.key)


def dimension_name(dimension: Dimension) -> str:
    """What slips are told apart by."""
    return word(dimension)


def split_name(dimension: Dimension, name: str) -> str:
    """What a row of a split is called; only those of a fixed set are translated."""
    if dimension in (Dimension.AREA, Dimension.JOB_TYPE) or not name:
        return word_of(name, translate)
    return name
