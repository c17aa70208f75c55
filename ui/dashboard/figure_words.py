"""The words of figures and of what tells slips apart, in the window's language."""

from PySide6.QtCore import QCoreApplication

from models.slip import JobType
from models.statistics import Dimension, FigureKey
from models.statistics_face import FigureFace, face_of, name_of, rule_of
from models.statistics_report import StatisticsReport
from models.unit import AreaKind
from ui.language import translate
from ui.words import word


def figure_face(report: StatisticsReport, key: FigureKey) -> FigureFace:
    """A figure of the range beside the same of the range before."""
    return face_of(report, key, translate)


def figure_title(report: StatisticsReport, key: FigureKey) -> str:
    """What a figure is called; that of the arrival names its limit."""
    return name_of(key, report, translate)


def figure_rule(report: StatisticsReport, key: FigureKey) -> str:
    """The rule that counted a figure."""
    return rule_of(key, report, translate)


def split_name(dimension: Dimension, name: str) -> str:
    """What a row of a split is called."""
    if not name:
        return QCoreApplication.translate("FigureWords", "(nobody)")
    if dimension is Dimension.AREA:
        return word(AreaKind(name))
    if dimension is Dimension.JOB_TYPE:
        return word(JobType(name))
    return name
