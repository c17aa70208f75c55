"""Labels that nobody sees before the first list is painted."""

from collections.abc import Mapping
from enum import StrEnum

from app.callback_work import CallReason
from app.check_problem import ProblemKind
from app.duplicate import DuplicateWhy
from app.one_line import PartKind
from app.slip_archive import Lack
from app.slip_bulk import BulkAction
from models.callback import CallbackMethod, CallbackResult
from models.day_check import CheckException
from models.follow_up import FollowUpSide
from models.gap_case import GapKind
from models.number_series import Series
from models.reason_code import ReasonKind
from models.return_check import CheckClass
from models.slip_copy import CopyPlace
from models.statistics import Dimension, FigureKey, SpanKind
from models.text import QT_TRANSLATE_NOOP
from reports.statistics_words import DIMENSIONS, FIGURES, KINDS
from ui.money_labels import MONEY_LABELS
from ui.paper_trouble import FileProblem

LATE_LABELS: Mapping[type[StrEnum], Mapping[str, str]] = {
    FigureKey: FIGURES,
    Dimension: DIMENSIONS,
    SpanKind: KINDS,
    BulkAction: {
        BulkAction.ASSIGN: QT_TRANSLATE_NOOP("BulkAction", "Assign"),
        BulkAction.FEEDBACK: QT_TRANSLATE_NOOP("BulkAction", "Feedback"),
        BulkAction.URGENCY: QT_TRANSLATE_NOOP("BulkAction", "Urgency"),
        BulkAction.ESCALATE: QT_TRANSLATE_NOOP("BulkAction", "Escalate"),
        BulkAction.CLOSE: QT_TRANSLATE_NOOP("BulkAction", "File for good"),
        BulkAction.CANCEL: QT_TRANSLATE_NOOP("BulkAction", "Cancel slips"),
    },
    PartKind: {
        PartKind.ROOM: QT_TRANSLATE_NOOP("PartKind", "Room"),
        PartKind.PLACE: QT_TRANSLATE_NOOP("PartKind", "Public place"),
        PartKind.NAME: QT_TRANSLATE_NOOP("PartKind", "Reporter"),
        PartKind.PHONE: QT_TRANSLATE_NOOP("PartKind", "Telephone"),
        PartKind.CONTENT: QT_TRANSLATE_NOOP("PartKind", "Fault"),
        PartKind.URGENCY: QT_TRANSLATE_NOOP("PartKind", "Urgent"),
        PartKind.APPOINTMENT: QT_TRANSLATE_NOOP("PartKind", "Appointment"),
    },
    DuplicateWhy: {
        DuplicateWhy.SAME_ROOM: QT_TRANSLATE_NOOP("DuplicateWhy", "same room"),
        DuplicateWhy.SAME_PLACE: QT_TRANSLATE_NOOP("DuplicateWhy", "same place"),
        DuplicateWhy.ABOVE: QT_TRANSLATE_NOOP("DuplicateWhy", "room above"),
        DuplicateWhy.BELOW: QT_TRANSLATE_NOOP("DuplicateWhy", "room below"),
        DuplicateWhy.INCIDENT: QT_TRANSLATE_NOOP(
            "DuplicateWhy", "public incident nearby"
        ),
    },
    Lack: {
        Lack.FINANCE_COPY: QT_TRANSLATE_NOOP(
            "Lack", "Finance does not have its copy yet"
        ),
        Lack.HK_COPY: QT_TRANSLATE_NOOP(
            "Lack", "Housekeeping's copy is not in its file yet"
        ),
        Lack.INSPECTION: QT_TRANSLATE_NOOP("Lack", "it has not passed inspection"),
        Lack.CALLBACK: QT_TRANSLATE_NOOP("Lack", "a callback is still to be made"),
    },
    CopyPlace: {
        CopyPlace.DISPATCH: QT_TRANSLATE_NOOP("CopyPlace", "Dispatcher"),
        CopyPlace.SUPERVISOR: QT_TRANSLATE_NOOP("CopyPlace", "Supervisor"),
        CopyPlace.TECHNICIAN: QT_TRANSLATE_NOOP("CopyPlace", "Technician"),
        CopyPlace.OWNER: QT_TRANSLATE_NOOP("CopyPlace", "Left with owner"),
        CopyPlace.ENG_FILE: QT_TRANSLATE_NOOP("CopyPlace", "Engineering file"),
        CopyPlace.HK_DESK: QT_TRANSLATE_NOOP("CopyPlace", "Housekeeping desk"),
        CopyPlace.HK_FILE: QT_TRANSLATE_NOOP("CopyPlace", "Housekeeping file"),
        CopyPlace.FIN_TRANSIT: QT_TRANSLATE_NOOP("CopyPlace", "On its way to Finance"),
        CopyPlace.FINANCE: QT_TRANSLATE_NOOP("CopyPlace", "Finance"),
        CopyPlace.DEPARTMENT: QT_TRANSLATE_NOOP("CopyPlace", "Reporting department"),
        CopyPlace.TEAM: QT_TRANSLATE_NOOP("CopyPlace", "Repair team"),
        CopyPlace.LOST: QT_TRANSLATE_NOOP("CopyPlace", "Lost"),
        CopyPlace.VOID_COLLECTED: QT_TRANSLATE_NOOP("CopyPlace", "Collected, void"),
    },
    ReasonKind: {
        ReasonKind.UNFINISHED: QT_TRANSLATE_NOOP("ReasonKind", "Unfinished"),
        ReasonKind.CANCEL: QT_TRANSLATE_NOOP("ReasonKind", "Cancel"),
        ReasonKind.VOID: QT_TRANSLATE_NOOP("ReasonKind", "Void"),
        ReasonKind.BOUNCE: QT_TRANSLATE_NOOP("ReasonKind", "Bounce"),
        ReasonKind.GAP: QT_TRANSLATE_NOOP("ReasonKind", "Gap"),
        ReasonKind.WAIVE: QT_TRANSLATE_NOOP("ReasonKind", "Waive"),
    },
    GapKind: {
        GapKind.NUMBER: QT_TRANSLATE_NOOP("GapKind", "Missing number"),
        GapKind.COPY: QT_TRANSLATE_NOOP("GapKind", "Missing copy"),
        GapKind.STOCK: QT_TRANSLATE_NOOP("GapKind", "Missing form"),
    },
    Series: {
        Series.SLIP: QT_TRANSLATE_NOOP("Series", "Slip numbers"),
        Series.SLIP_SEQ: QT_TRANSLATE_NOOP("Series", "Control numbers"),
    },
    FileProblem: {
        FileProblem.NO_FOLDER: QT_TRANSLATE_NOOP(
            "FileProblem", "there is no such file or folder"
        ),
        FileProblem.NO_RIGHT: QT_TRANSLATE_NOOP(
            "FileProblem", "you may not read or write there"
        ),
        FileProblem.DISK_FULL: QT_TRANSLATE_NOOP("FileProblem", "the disk is full"),
        FileProblem.IS_FOLDER: QT_TRANSLATE_NOOP("FileProblem", "it is a folder"),
        FileProblem.OTHER: QT_TRANSLATE_NOOP("FileProblem", "the system refuses it"),
    },
    CallbackMethod: {
        CallbackMethod.PHONE: QT_TRANSLATE_NOOP("CallbackMethod", "Telephone"),
        CallbackMethod.VISIT: QT_TRANSLATE_NOOP("CallbackMethod", "Visit"),
        CallbackMethod.ONSITE_CHECK: QT_TRANSLATE_NOOP(
            "CallbackMethod", "Check on site"
        ),
    },
    CallReason: {
        CallReason.DISSATISFIED: QT_TRANSLATE_NOOP(
            "CallReason", "Dissatisfied, follow until satisfied"
        ),
        CallReason.PHONE_ADVICE: QT_TRANSLATE_NOOP(
            "CallReason", "Advised over the telephone"
        ),
        CallReason.NEEDED: QT_TRANSLATE_NOOP("CallReason", "Must be called"),
        CallReason.SPARE: QT_TRANSLATE_NOOP("CallReason", "Beyond the quota"),
        CallReason.UNREACHABLE: QT_TRANSLATE_NOOP(
            "CallReason", "Not reached in three tries"
        ),
    },
    CallbackResult: {
        CallbackResult.REACHED: QT_TRANSLATE_NOOP("CallbackResult", "Reached"),
        CallbackResult.UNREACHABLE: QT_TRANSLATE_NOOP("CallbackResult", "Not reached"),
        CallbackResult.REFUSED: QT_TRANSLATE_NOOP("CallbackResult", "Refused"),
    },
    CheckClass: {
        CheckClass.ON_TIME: QT_TRANSLATE_NOOP("CheckClass", "Back on time"),
        CheckClass.LATE: QT_TRANSLATE_NOOP("CheckClass", "Back late"),
        CheckClass.FEEDBACK: QT_TRANSLATE_NOOP("CheckClass", "Unfinished, told"),
        CheckClass.LATE_FEEDBACK: QT_TRANSLATE_NOOP("CheckClass", "Told late"),
        CheckClass.MISSING: QT_TRANSLATE_NOOP("CheckClass", "Nothing heard"),
    },
    CheckException: {
        CheckException.COPY_MISSING: QT_TRANSLATE_NOOP(
            "CheckException", "a copy is missing"
        ),
        CheckException.GAP_OPEN: QT_TRANSLATE_NOOP(
            "CheckException", "missing copy not explained yet"
        ),
        CheckException.UNSIGNED: QT_TRANSLATE_NOOP("CheckException", "not signed"),
        CheckException.ETA_PASSED: QT_TRANSLATE_NOOP(
            "CheckException", "expected time has passed"
        ),
    },
    FollowUpSide: {
        FollowUpSide.ENGINEERING: QT_TRANSLATE_NOOP("FollowUpSide", "Engineering"),
        FollowUpSide.HOUSEKEEPING: QT_TRANSLATE_NOOP("FollowUpSide", "Housekeeping"),
    },
    ProblemKind: {
        ProblemKind.DATABASE: QT_TRANSLATE_NOOP("ProblemKind", "Database"),
        ProblemKind.NUMBER: QT_TRANSLATE_NOOP("ProblemKind", "Numbers"),
        ProblemKind.COPY: QT_TRANSLATE_NOOP("ProblemKind", "Copies"),
        ProblemKind.MONEY: QT_TRANSLATE_NOOP("ProblemKind", "Money"),
        ProblemKind.CHAIN: QT_TRANSLATE_NOOP("ProblemKind", "Log"),
        ProblemKind.TRIGGER: QT_TRANSLATE_NOOP("ProblemKind", "Guards"),
    },
    **MONEY_LABELS,
}
"""As ``ui.labels.LABELS``."""
