"""What every figure of the statistics is called, and the rule that counts it in words.

Screen and paper say the same words: both translate these (contexts ``FigureKey`` and
``FigureRule``). A rule names the settings it goes by as ``{name}``, filled from
``Statistics.limits``.
"""

from collections.abc import Mapping

from models.statistics import FigureKey
from models.text import QT_TRANSLATE_NOOP, Translate

_K = FigureKey

FIGURE_NAMES: Mapping[str, str] = {
    _K.ISSUED: QT_TRANSLATE_NOOP("FigureKey", "Issued"),
    _K.VOID: QT_TRANSLATE_NOOP("FigureKey", "Void"),
    _K.CANCELLED: QT_TRANSLATE_NOOP("FigureKey", "Cancelled"),
    _K.EFFECTIVE: QT_TRANSLATE_NOOP("FigureKey", "Effective"),
    _K.COMPLETED: QT_TRANSLATE_NOOP("FigureKey", "Completed"),
    _K.UNFINISHED: QT_TRANSLATE_NOOP("FigureKey", "Unfinished"),
    _K.COMPLETION_RATE: QT_TRANSLATE_NOOP("FigureKey", "Completion"),
    _K.UNFINISHED_RATE: QT_TRANSLATE_NOOP("FigureKey", "Unfinished rate"),
    _K.CARRIED_IN: QT_TRANSLATE_NOOP("FigureKey", "Open before"),
    _K.COMPLETED_IN_WINDOW: QT_TRANSLATE_NOOP("FigureKey", "Completed meanwhile"),
    _K.ENDED_IN_WINDOW: QT_TRANSLATE_NOOP("FigureKey", "Void or cancelled"),
    _K.CARRIED_OUT: QT_TRANSLATE_NOOP("FigureKey", "Open after"),
    _K.ARRIVAL: QT_TRANSLATE_NOOP("FigureKey", "On site in time"),
    _K.URGENT_RESPONSE: QT_TRANSLATE_NOOP("FigureKey", "Urgent response"),
    _K.REPAIR_IN_TIME: QT_TRANSLATE_NOOP("FigureKey", "Repair in time"),
    _K.RETURN_IN_TIME: QT_TRANSLATE_NOOP("FigureKey", "Back in time"),
    _K.FEEDBACK: QT_TRANSLATE_NOOP("FigureKey", "Feedback"),
    _K.INSPECTION: QT_TRANSLATE_NOOP("FigureKey", "Inspection passed"),
    _K.REWORK: QT_TRANSLATE_NOOP("FigureKey", "Rework"),
    _K.CALLBACK_UNIT: QT_TRANSLATE_NOOP("FigureKey", "Owners called"),
    _K.CALLBACK_PUBLIC: QT_TRANSLATE_NOOP("FigureKey", "Public called"),
    _K.CALLBACK_OVERALL: QT_TRANSLATE_NOOP("FigureKey", "Called back"),
    _K.SATISFACTION: QT_TRANSLATE_NOOP("FigureKey", "Satisfaction"),
    _K.COLLECTION: QT_TRANSLATE_NOOP("FigureKey", "Collected"),
    _K.UNPAID: QT_TRANSLATE_NOOP("FigureKey", "Owed"),
    _K.COMPLAINTS: QT_TRANSLATE_NOOP("FigureKey", "Complaints"),
    _K.GAP_CASES: QT_TRANSLATE_NOOP("FigureKey", "Gap cases"),
    _K.ARRIVAL_MINUTES: QT_TRANSLATE_NOOP("FigureKey", "Time to arrive"),
    _K.FINISH_MINUTES: QT_TRANSLATE_NOOP("FigureKey", "Time to finish"),
}

FIGURE_RULES: Mapping[str, str] = {
    _K.ISSUED: QT_TRANSLATE_NOOP(
        "FigureRule", "Slips issued in the range, by the time of issue."
    ),
    _K.VOID: QT_TRANSLATE_NOOP(
        "FigureRule", "Of the slips issued in the range, those void by the cut-off."
    ),
    _K.CANCELLED: QT_TRANSLATE_NOOP(
        "FigureRule",
        "Of the slips issued in the range, those cancelled by the cut-off.",
    ),
    _K.EFFECTIVE: QT_TRANSLATE_NOOP(
        "FigureRule", "Slips issued in the range, less void and cancelled ones."
    ),
    _K.COMPLETED: QT_TRANSLATE_NOOP(
        "FigureRule",
        "Effective slips whose paper was back with the work completed by the cut-off;"
        " a public one that failed its inspection does not count.",
    ),
    _K.UNFINISHED: QT_TRANSLATE_NOOP(
        "FigureRule", "Effective slips less the completed ones; each has one reason."
    ),
    _K.COMPLETION_RATE: QT_TRANSLATE_NOOP(
        "FigureRule",
        "Completed ÷ effective. Effective: issued in the range less void and"
        " cancelled. Completed: paper back with the work completed by the cut-off,"
        " public ones not failed at inspection.",
    ),
    _K.UNFINISHED_RATE: QT_TRANSLATE_NOOP(
        "FigureRule", "100 % less the completion rate."
    ),
    _K.CARRIED_IN: QT_TRANSLATE_NOOP(
        "FigureRule", "Slips open when the range began, whenever they were issued."
    ),
    _K.COMPLETED_IN_WINDOW: QT_TRANSLATE_NOOP(
        "FigureRule",
        "Slips whose completed return fell into the range, whenever they were issued.",
    ),
    _K.ENDED_IN_WINDOW: QT_TRANSLATE_NOOP(
        "FigureRule",
        "Slips that were void or cancelled in the range, whenever they were issued.",
    ),
    _K.CARRIED_OUT: QT_TRANSLATE_NOOP(
        "FigureRule", "Slips open at the end of the range, or at the cut-off before it."
    ),
    _K.ARRIVAL: QT_TRANSLATE_NOOP(
        "FigureRule",
        "Effective unit slips where somebody was there within {onsite} minutes of the"
        " supervisor having the slip, or by the appointment ÷ those with an arrival or"
        " whose limit has passed.",
    ),
    _K.URGENT_RESPONSE: QT_TRANSLATE_NOOP(
        "FigureRule",
        "Urgent slips dispatched within {urgent} minutes of their issue ÷ urgent"
        " effective slips.",
    ),
    _K.REPAIR_IN_TIME: QT_TRANSLATE_NOOP(
        "FigureRule",
        "Work done within its limit ÷ work done or with its limit passed. Urgent:"
        " {finish} minutes from the issue; routine: {days} day(s) after it. A disputed"
        " price stops the clock.",
    ),
    _K.RETURN_IN_TIME: QT_TRANSLATE_NOOP(
        "FigureRule",
        "Slips back by {return_by} ÷ slips back by the day's check, added up over the"
        " checks of the range.",
    ),
    _K.FEEDBACK: QT_TRANSLATE_NOOP(
        "FigureRule",
        "Slips not back but with reason and expected time by {feedback_by} ÷ slips not"
        " back at the day's check, added up over the checks of the range.",
    ),
    _K.INSPECTION: QT_TRANSLATE_NOOP(
        "FigureRule",
        "Public slips whose first inspection passed ÷ public slips inspected by the"
        " cut-off.",
    ),
    _K.REWORK: QT_TRANSLATE_NOOP(
        "FigureRule",
        "Slips reopened or followed by a slip of rework within {warranty} days ÷ slips"
        " that were back with the work completed.",
    ),
    _K.CALLBACK_UNIT: QT_TRANSLATE_NOOP(
        "FigureRule",
        "Slips of owners with a callback that reached somebody ÷ those completed in the"
        " range. Target {unit} %.",
    ),
    _K.CALLBACK_PUBLIC: QT_TRANSLATE_NOOP(
        "FigureRule",
        "Public slips with a callback that reached somebody or a look on site ÷ those"
        " completed in the range that passed inspection. Target {public} %.",
    ),
    _K.CALLBACK_OVERALL: QT_TRANSLATE_NOOP(
        "FigureRule",
        "Slips called back ÷ slips completed in the range; owners {unit} %, public"
        " {public} %.",
    ),
    _K.SATISFACTION: QT_TRANSLATE_NOOP(
        "FigureRule",
        "Satisfied or fairly satisfied ÷ effective slips whose last call that reached"
        " somebody has an answer.",
    ),
    _K.COLLECTION: QT_TRANSLATE_NOOP(
        "FigureRule",
        "Received less refunds ÷ charged less waived, with adjustments. A finance"
        " period counts what its statement posts, any other range what took effect in"
        " it.",
    ),
    _K.UNPAID: QT_TRANSLATE_NOOP(
        "FigureRule", "What is owed on all slips at the end of the range."
    ),
    _K.COMPLAINTS: QT_TRANSLATE_NOOP(
        "FigureRule", "Complaints are not kept in this program yet."
    ),
    _K.GAP_CASES: QT_TRANSLATE_NOOP(
        "FigureRule", "Cases of missing numbers, copies and forms found in the range."
    ),
    _K.ARRIVAL_MINUTES: QT_TRANSLATE_NOOP(
        "FigureRule",
        "Minutes from the supervisor having the slip to the arrival, over slips without"
        " an appointment where somebody arrived.",
    ),
    _K.FINISH_MINUTES: QT_TRANSLATE_NOOP(
        "FigureRule",
        "Minutes from the issue to the end of the work, over completed slips; a"
        " disputed price is left out.",
    ),
}


def figure_name(key: FigureKey, translate: Translate) -> str:
    """What a figure is called."""
    return translate("FigureKey", FIGURE_NAMES[key])


def figure_rule(key: FigureKey, limits: Mapping[str, str], translate: Translate) -> str:
    """The rule that counts a figure, with the settings it goes by."""
    return translate("FigureRule", FIGURE_RULES[key]).format_map(limits)
