"""A label for every enum member that lists show; the others stand in
``ui/late_labels.py`` and are loaded when one is first asked for.
"""

from collections.abc import Mapping
from enum import StrEnum

from app.limit_row import LimitKey
from app.limit_standing import Standing
from app.register_sql import CallSaid, CopyStanding, YesNo
from app.slip_list import Register, SlipOrder
from models.calendar_day import DayKind
from models.copy_scheme import CopyRole
from models.ledger_entry import PayMethod
from models.quote import QuoteStatus
from models.slip import (
    Channel,
    ChargeClass,
    DutyPost,
    FeeBearer,
    InspectStatus,
    JobType,
    LinkKind,
    Outcome,
    OwnerOpinion,
    ReporterKind,
    SignStatus,
    SlipEvent,
    SlipState,
)
from models.slip_line import LineKind
from models.staff import Department, Permission, Post
from models.text import QT_TRANSLATE_NOOP, Translate
from models.unit import AreaKind

LABELS: Mapping[type[StrEnum], Mapping[str, str]] = {
    SlipState: {
        SlipState.DRAFT: QT_TRANSLATE_NOOP("SlipState", "Draft"),
        SlipState.ISSUED: QT_TRANSLATE_NOOP("SlipState", "To dispatch"),
        SlipState.DISPATCHED: QT_TRANSLATE_NOOP("SlipState", "Dispatched"),
        SlipState.ON_SITE: QT_TRANSLATE_NOOP("SlipState", "On site"),
        SlipState.QUOTED: QT_TRANSLATE_NOOP("SlipState", "Quoted"),
        SlipState.DISPUTED: QT_TRANSLATE_NOOP("SlipState", "Quote disputed"),
        SlipState.WORKING: QT_TRANSLATE_NOOP("SlipState", "Working"),
        SlipState.SUSPENDED: QT_TRANSLATE_NOOP("SlipState", "Unfinished"),
        SlipState.DONE: QT_TRANSLATE_NOOP("SlipState", "Done, paper out"),
        SlipState.RETURNED: QT_TRANSLATE_NOOP("SlipState", "Returned"),
        SlipState.CLOSED: QT_TRANSLATE_NOOP("SlipState", "Closed"),
        SlipState.CANCELLED: QT_TRANSLATE_NOOP("SlipState", "Cancelled"),
        SlipState.VOID: QT_TRANSLATE_NOOP("SlipState", "Void"),
    },
    SlipEvent: {
        SlipEvent.ISSUE: QT_TRANSLATE_NOOP("SlipEvent", "Issue"),
        SlipEvent.DISPATCH: QT_TRANSLATE_NOOP("SlipEvent", "Dispatch and print"),
        SlipEvent.BOUNCE: QT_TRANSLATE_NOOP("SlipEvent", "Bounce"),
        SlipEvent.RESEND: QT_TRANSLATE_NOOP("SlipEvent", "Send again"),
        SlipEvent.RECEIVE: QT_TRANSLATE_NOOP("SlipEvent", "Received by supervisor"),
        SlipEvent.ARRIVE: QT_TRANSLATE_NOOP("SlipEvent", "Arrive"),
        SlipEvent.QUOTE: QT_TRANSLATE_NOOP("SlipEvent", "Quote"),
        SlipEvent.AGREE: QT_TRANSLATE_NOOP("SlipEvent", "Agree to quote"),
        SlipEvent.DISPUTE: QT_TRANSLATE_NOOP("SlipEvent", "Dispute quote"),
        SlipEvent.RESOLVE: QT_TRANSLATE_NOOP("SlipEvent", "Resolve dispute"),
        SlipEvent.START: QT_TRANSLATE_NOOP("SlipEvent", "Start work"),
        SlipEvent.SUSPEND: QT_TRANSLATE_NOOP("SlipEvent", "Leave unfinished"),
        SlipEvent.RESUME: QT_TRANSLATE_NOOP("SlipEvent", "Resume"),
        SlipEvent.COMPLETE: QT_TRANSLATE_NOOP("SlipEvent", "Complete"),
        SlipEvent.RETURN: QT_TRANSLATE_NOOP("SlipEvent", "Take back"),
        SlipEvent.INSPECT_PASS: QT_TRANSLATE_NOOP("SlipEvent", "Pass inspection"),
        SlipEvent.INSPECT_FAIL: QT_TRANSLATE_NOOP("SlipEvent", "Fail inspection"),
        SlipEvent.REOPEN: QT_TRANSLATE_NOOP("SlipEvent", "Reopen"),
        SlipEvent.CLOSE: QT_TRANSLATE_NOOP("SlipEvent", "Close"),
        SlipEvent.CANCEL: QT_TRANSLATE_NOOP("SlipEvent", "Cancel"),
        SlipEvent.VOID: QT_TRANSLATE_NOOP("SlipEvent", "Void"),
        SlipEvent.REASSIGN: QT_TRANSLATE_NOOP("SlipEvent", "Reassign"),
        SlipEvent.RESCHEDULE: QT_TRANSLATE_NOOP("SlipEvent", "Reschedule"),
        SlipEvent.ESCALATE: QT_TRANSLATE_NOOP("SlipEvent", "Escalate"),
        SlipEvent.CORRECT: QT_TRANSLATE_NOOP("SlipEvent", "Correct"),
        SlipEvent.AMEND: QT_TRANSLATE_NOOP("SlipEvent", "Amend"),
        SlipEvent.JOIN: QT_TRANSLATE_NOOP("SlipEvent", "Join a call"),
        SlipEvent.PRINT: QT_TRANSLATE_NOOP("SlipEvent", "Print"),
        SlipEvent.MOVE_COPY: QT_TRANSLATE_NOOP("SlipEvent", "Move copies"),
        SlipEvent.ESCORT: QT_TRANSLATE_NOOP("SlipEvent", "Escort to Finance"),
        SlipEvent.FEEDBACK: QT_TRANSLATE_NOOP("SlipEvent", "Feedback"),
        SlipEvent.LATE_NOTICE: QT_TRANSLATE_NOOP("SlipEvent", "Tell of the delay"),
        SlipEvent.FOLLOW_UP: QT_TRANSLATE_NOOP("SlipEvent", "Follow up"),
        SlipEvent.CALLBACK: QT_TRANSLATE_NOOP("SlipEvent", "Call back"),
        SlipEvent.APPLY_WAIVER: QT_TRANSLATE_NOOP("SlipEvent", "Ask for a waiver"),
        SlipEvent.DECIDE_WAIVER: QT_TRANSLATE_NOOP("SlipEvent", "Decide the waiver"),
        SlipEvent.WITHDRAW_WAIVER: QT_TRANSLATE_NOOP(
            "SlipEvent", "Withdraw the waiver"
        ),
        SlipEvent.PAY: QT_TRANSLATE_NOOP("SlipEvent", "Pay"),
        SlipEvent.REFUND: QT_TRANSLATE_NOOP("SlipEvent", "Pay back"),
        SlipEvent.ADJUST: QT_TRANSLATE_NOOP("SlipEvent", "Adjust the price"),
        SlipEvent.WAIVE: QT_TRANSLATE_NOOP("SlipEvent", "Waive"),
    },
    JobType: {
        JobType.URGENT: QT_TRANSLATE_NOOP("JobType", "Urgent"),
        JobType.ROUTINE: QT_TRANSLATE_NOOP("JobType", "Routine"),
        JobType.PLANNED: QT_TRANSLATE_NOOP("JobType", "Planned"),
    },
    ChargeClass: {
        ChargeClass.PAID: QT_TRANSLATE_NOOP("ChargeClass", "Paid"),
        ChargeClass.FREE_WARRANTY: QT_TRANSLATE_NOOP("ChargeClass", "Warranty"),
        ChargeClass.FREE_REWORK: QT_TRANSLATE_NOOP("ChargeClass", "Rework"),
        ChargeClass.CONTRACT: QT_TRANSLATE_NOOP("ChargeClass", "Contract"),
        ChargeClass.FREE_PUBLIC: QT_TRANSLATE_NOOP("ChargeClass", "Free"),
    },
    Channel: {
        Channel.PHONE: QT_TRANSLATE_NOOP("Channel", "Telephone"),
        Channel.WALK_IN: QT_TRANSLATE_NOOP("Channel", "Walk-in"),
        Channel.WECHAT: QT_TRANSLATE_NOOP("Channel", "WeChat"),
        Channel.PATROL: QT_TRANSLATE_NOOP("Channel", "Patrol"),
        Channel.MAIL: QT_TRANSLATE_NOOP("Channel", "Mail"),
        Channel.OTHER: QT_TRANSLATE_NOOP("Channel", "Other"),
    },
    ReporterKind: {
        ReporterKind.OWNER: QT_TRANSLATE_NOOP("ReporterKind", "Owner"),
        ReporterKind.STAFF: QT_TRANSLATE_NOOP("ReporterKind", "Staff"),
        ReporterKind.OTHER: QT_TRANSLATE_NOOP("ReporterKind", "Other"),
    },
    DutyPost: {
        DutyPost.FRONT_DESK: QT_TRANSLATE_NOOP("DutyPost", "Front desk"),
        DutyPost.CONTROL_ROOM: QT_TRANSLATE_NOOP("DutyPost", "Control room"),
        DutyPost.HOUSEKEEPER: QT_TRANSLATE_NOOP("DutyPost", "Housekeeper"),
    },
    Outcome: {
        Outcome.COMPLETED: QT_TRANSLATE_NOOP("Outcome", "Completed"),
        Outcome.UNFINISHED: QT_TRANSLATE_NOOP("Outcome", "Unfinished"),
    },
    OwnerOpinion: {
        OwnerOpinion.SATISFIED: QT_TRANSLATE_NOOP("OwnerOpinion", "Satisfied"),
        OwnerOpinion.FAIR: QT_TRANSLATE_NOOP("OwnerOpinion", "Fairly satisfied"),
        OwnerOpinion.DISSATISFIED: QT_TRANSLATE_NOOP("OwnerOpinion", "Dissatisfied"),
    },
    SignStatus: {
        SignStatus.SIGNED: QT_TRANSLATE_NOOP("SignStatus", "Signed by the owner"),
        SignStatus.PROXY: QT_TRANSLATE_NOOP("SignStatus", "Signed by proxy"),
        SignStatus.ABSENT: QT_TRANSLATE_NOOP("SignStatus", "Owner absent"),
        SignStatus.REFUSED: QT_TRANSLATE_NOOP("SignStatus", "Refused to sign"),
    },
    InspectStatus: {
        InspectStatus.PENDING: QT_TRANSLATE_NOOP("InspectStatus", "To be inspected"),
        InspectStatus.PASSED: QT_TRANSLATE_NOOP("InspectStatus", "Passed"),
        InspectStatus.FAILED: QT_TRANSLATE_NOOP("InspectStatus", "Failed"),
    },
    LinkKind: {
        LinkKind.REWORK: QT_TRANSLATE_NOOP("LinkKind", "Rework of"),
        LinkKind.FOUND: QT_TRANSLATE_NOOP("LinkKind", "Found during"),
        LinkKind.DUPLICATE: QT_TRANSLATE_NOOP("LinkKind", "Duplicate of"),
    },
    FeeBearer: {
        FeeBearer.OWNER: QT_TRANSLATE_NOOP("FeeBearer", "Owner"),
        FeeBearer.COMPANY: QT_TRANSLATE_NOOP("FeeBearer", "Company"),
        FeeBearer.COMPANY_ADVANCE: QT_TRANSLATE_NOOP("FeeBearer", "Company in advance"),
    },
    AreaKind: {
        AreaKind.UNIT: QT_TRANSLATE_NOOP("AreaKind", "Unit"),
        AreaKind.PUBLIC: QT_TRANSLATE_NOOP("AreaKind", "Public area"),
        AreaKind.OFFICE: QT_TRANSLATE_NOOP("AreaKind", "Management office"),
    },
    CopyRole: {
        CopyRole.ENG: QT_TRANSLATE_NOOP("CopyRole", "Engineering"),
        CopyRole.FIN: QT_TRANSLATE_NOOP("CopyRole", "Finance"),
        CopyRole.OWNER: QT_TRANSLATE_NOOP("CopyRole", "Owner"),
        CopyRole.HK: QT_TRANSLATE_NOOP("CopyRole", "Housekeeping"),
        CopyRole.DEPT: QT_TRANSLATE_NOOP("CopyRole", "Reporting department"),
        CopyRole.TEAM: QT_TRANSLATE_NOOP("CopyRole", "Repair team"),
    },
    LineKind: {
        LineKind.LABOUR: QT_TRANSLATE_NOOP("LineKind", "Labour"),
        LineKind.MATERIAL: QT_TRANSLATE_NOOP("LineKind", "Material"),
    },
    QuoteStatus: {
        QuoteStatus.OFFERED: QT_TRANSLATE_NOOP("QuoteStatus", "Offered"),
        QuoteStatus.AGREED: QT_TRANSLATE_NOOP("QuoteStatus", "Agreed"),
        QuoteStatus.DISPUTED: QT_TRANSLATE_NOOP("QuoteStatus", "Disputed"),
        QuoteStatus.REFUSED: QT_TRANSLATE_NOOP("QuoteStatus", "Refused"),
    },
    DayKind: {
        DayKind.WORKDAY: QT_TRANSLATE_NOOP("DayKind", "Working day"),
        DayKind.HOLIDAY: QT_TRANSLATE_NOOP("DayKind", "Day off"),
    },
    Department: {
        Department.HOUSEKEEPING: QT_TRANSLATE_NOOP("Department", "Housekeeping"),
        Department.ENGINEERING: QT_TRANSLATE_NOOP("Department", "Engineering"),
        Department.FINANCE: QT_TRANSLATE_NOOP("Department", "Finance"),
        Department.CONTROL: QT_TRANSLATE_NOOP("Department", "Control room"),
        Department.MANAGEMENT: QT_TRANSLATE_NOOP("Department", "Management"),
    },
    Post: {
        Post.FRONT_DESK: QT_TRANSLATE_NOOP("Post", "Front desk"),
        Post.CONTROL_ROOM: QT_TRANSLATE_NOOP("Post", "Control room"),
        Post.HOUSEKEEPER: QT_TRANSLATE_NOOP("Post", "Housekeeper"),
        Post.HOUSEKEEPING_SUPERVISOR: QT_TRANSLATE_NOOP(
            "Post", "Housekeeping supervisor"
        ),
        Post.DISPATCHER: QT_TRANSLATE_NOOP("Post", "Dispatcher"),
        Post.SUPERVISOR: QT_TRANSLATE_NOOP("Post", "Trade supervisor"),
        Post.TECHNICIAN: QT_TRANSLATE_NOOP("Post", "Technician"),
        Post.FINANCE: QT_TRANSLATE_NOOP("Post", "Finance"),
        Post.DIRECTOR: QT_TRANSLATE_NOOP("Post", "Director"),
        Post.LEADER: QT_TRANSLATE_NOOP("Post", "Company leader"),
        Post.ADMIN: QT_TRANSLATE_NOOP("Post", "Administrator"),
    },
    Permission: {
        Permission.ISSUE_SLIP: QT_TRANSLATE_NOOP("Permission", "issue slips"),
        Permission.PRINT_SLIP: QT_TRANSLATE_NOOP("Permission", "print slips"),
        Permission.DISPATCH_SLIP: QT_TRANSLATE_NOOP("Permission", "dispatch slips"),
        Permission.WORK_SLIP: QT_TRANSLATE_NOOP("Permission", "record work"),
        Permission.NEGOTIATE_SLIP: QT_TRANSLATE_NOOP("Permission", "negotiate quotes"),
        Permission.TAKE_BACK_SLIP: QT_TRANSLATE_NOOP("Permission", "take slips back"),
        Permission.INSPECT_SLIP: QT_TRANSLATE_NOOP("Permission", "inspect work"),
        Permission.SEE_FAILURE: QT_TRANSLATE_NOOP(
            "Permission", "see what failed inspection"
        ),
        Permission.CANCEL_SLIP: QT_TRANSLATE_NOOP("Permission", "cancel slips"),
        Permission.VOID_SLIP: QT_TRANSLATE_NOOP("Permission", "void slips"),
        Permission.CORRECT_SLIP: QT_TRANSLATE_NOOP(
            "Permission", "correct returned slips"
        ),
        Permission.CLOSE_SLIP: QT_TRANSLATE_NOOP("Permission", "close slips"),
        Permission.CALL_BACK: QT_TRANSLATE_NOOP("Permission", "call back"),
        Permission.CHECK_RETURNS: QT_TRANSLATE_NOOP(
            "Permission", "make the return check final"
        ),
        Permission.CHASE_GAP: QT_TRANSLATE_NOOP("Permission", "chase what is missing"),
        Permission.FOLLOW_UP: QT_TRANSLATE_NOOP(
            "Permission", "follow up unfinished slips"
        ),
        Permission.HAND_OVER_SHIFT: QT_TRANSLATE_NOOP(
            "Permission", "hand over the shift"
        ),
        Permission.MOVE_COPY: QT_TRANSLATE_NOOP("Permission", "move copies"),
        Permission.RECORD_MONEY: QT_TRANSLATE_NOOP("Permission", "record money"),
        Permission.APPLY_WAIVER: QT_TRANSLATE_NOOP("Permission", "ask for a waiver"),
        Permission.APPROVE_WAIVER: QT_TRANSLATE_NOOP("Permission", "approve waivers"),
        Permission.HAND_OVER_COPY: QT_TRANSLATE_NOOP(
            "Permission", "hand finance copies over"
        ),
        Permission.ACCEPT_COPY: QT_TRANSLATE_NOOP(
            "Permission", "accept finance copies"
        ),
        Permission.PROPOSE_CLOSE: QT_TRANSLATE_NOOP(
            "Permission", "propose to close a period"
        ),
        Permission.CONFIRM_CLOSE: QT_TRANSLATE_NOOP("Permission", "close a period"),
        Permission.CHANGE_TARIFF: QT_TRANSLATE_NOOP("Permission", "change the tariff"),
        Permission.CONFIRM_CLOCK: QT_TRANSLATE_NOOP("Permission", "confirm the clock"),
        Permission.READ_BOOKS: QT_TRANSLATE_NOOP("Permission", "export the books"),
        Permission.IMPORT_BOOK: QT_TRANSLATE_NOOP("Permission", "import a data book"),
        Permission.EXPORT_BOOK: QT_TRANSLATE_NOOP(
            "Permission", "take full telephone numbers out in a data book"
        ),
        Permission.CHANGE_SETTINGS: QT_TRANSLATE_NOOP("Permission", "change settings"),
        Permission.RESTORE: QT_TRANSLATE_NOOP("Permission", "restore a backup"),
    },
    Register: {
        Register.PUBLIC: QT_TRANSLATE_NOOP("Register", "Public areas"),
        Register.UNIT: QT_TRANSLATE_NOOP("Register", "Units"),
    },
    PayMethod: {
        PayMethod.CASH: QT_TRANSLATE_NOOP("PayMethod", "Cash"),
        PayMethod.TRANSFER: QT_TRANSLATE_NOOP("PayMethod", "Transfer"),
        PayMethod.WECHAT: QT_TRANSLATE_NOOP("PayMethod", "WeChat"),
        PayMethod.ALIPAY: QT_TRANSLATE_NOOP("PayMethod", "Alipay"),
        PayMethod.CARD: QT_TRANSLATE_NOOP("PayMethod", "Card"),
        PayMethod.OTHER: QT_TRANSLATE_NOOP("PayMethod", "Other"),
    },
    YesNo: {
        YesNo.YES: QT_TRANSLATE_NOOP("YesNo", "yes"),
        YesNo.NO: QT_TRANSLATE_NOOP("YesNo", "no"),
    },
    CallSaid: {
        CallSaid.SATISFIED: QT_TRANSLATE_NOOP("CallSaid", "Satisfied"),
        CallSaid.FAIR: QT_TRANSLATE_NOOP("CallSaid", "Fairly satisfied"),
        CallSaid.DISSATISFIED: QT_TRANSLATE_NOOP("CallSaid", "Dissatisfied"),
        CallSaid.NORMAL: QT_TRANSLATE_NOOP("CallSaid", "It works"),
        CallSaid.NOT_NORMAL: QT_TRANSLATE_NOOP("CallSaid", "It does not work"),
        CallSaid.REACHED: QT_TRANSLATE_NOOP("CallSaid", "Reached"),
        CallSaid.UNREACHABLE: QT_TRANSLATE_NOOP("CallSaid", "Not reached"),
        CallSaid.REFUSED: QT_TRANSLATE_NOOP("CallSaid", "Refused"),
    },
    CopyStanding: {
        CopyStanding.OUT: QT_TRANSLATE_NOOP("CopyStanding", "Out"),
        CopyStanding.BACK: QT_TRANSLATE_NOOP("CopyStanding", "Back, not handed over"),
        CopyStanding.HANDED: QT_TRANSLATE_NOOP("CopyStanding", "Handed over"),
        CopyStanding.EARLY: QT_TRANSLATE_NOOP("CopyStanding", "Early"),
        CopyStanding.CANCELLED: QT_TRANSLATE_NOOP("CopyStanding", "Cancelled"),
        CopyStanding.VOID: QT_TRANSLATE_NOOP("CopyStanding", "Void"),
    },
    Standing: {
        Standing.BREACHED: QT_TRANSLATE_NOOP("Standing", "Limit missed"),
        Standing.OVERRUN: QT_TRANSLATE_NOOP("Standing", "Past its warning"),
        Standing.PRESSING: QT_TRANSLATE_NOOP("Standing", "Nearly over"),
        Standing.PAUSED: QT_TRANSLATE_NOOP("Standing", "Stands still"),
        Standing.RUNNING: QT_TRANSLATE_NOOP("Standing", "Running"),
        Standing.ON_TIME: QT_TRANSLATE_NOOP("Standing", "On time"),
        Standing.NOT_COUNTED: QT_TRANSLATE_NOOP("Standing", "Not counted"),
    },
    LimitKey: {
        LimitKey.UNIT_ONSITE: QT_TRANSLATE_NOOP("LimitKey", "Arrival"),
        LimitKey.URGENT_RESPONSE: QT_TRANSLATE_NOOP("LimitKey", "Dispatch"),
        LimitKey.URGENT_DIAGNOSE: QT_TRANSLATE_NOOP("LimitKey", "Diagnosis"),
        LimitKey.URGENT_FINISH: QT_TRANSLATE_NOOP("LimitKey", "Urgent work"),
        LimitKey.ROUTINE_FINISH: QT_TRANSLATE_NOOP("LimitKey", "Work"),
        LimitKey.MAJOR_FINISH: QT_TRANSLATE_NOOP("LimitKey", "Main equipment"),
        LimitKey.CRITICAL_ONSITE: QT_TRANSLATE_NOOP(
            "LimitKey", "Arrival at standstill"
        ),
        LimitKey.RETURN: QT_TRANSLATE_NOOP("LimitKey", "Paper"),
        LimitKey.FEEDBACK: QT_TRANSLATE_NOOP("LimitKey", "Feedback"),
        LimitKey.PUBLIC_RETURN: QT_TRANSLATE_NOOP("LimitKey", "Public paper"),
        LimitKey.CALLBACK: QT_TRANSLATE_NOOP("LimitKey", "Callback"),
        LimitKey.PHONE_ADVICE_CALLBACK: QT_TRANSLATE_NOOP(
            "LimitKey", "Callback after advice"
        ),
        LimitKey.CLEANER: QT_TRANSLATE_NOOP("LimitKey", "Cleaner"),
        LimitKey.COMPLAINT_REPLY: QT_TRANSLATE_NOOP("LimitKey", "Reply to complaint"),
        LimitKey.UNRESOLVED_ESCALATE: QT_TRANSLATE_NOOP("LimitKey", "Escalation"),
        LimitKey.ENG_FOLLOWUP: QT_TRANSLATE_NOOP("LimitKey", "Engineering follow-up"),
        LimitKey.HK_FOLLOWUP: QT_TRANSLATE_NOOP("LimitKey", "Housekeeping follow-up"),
        LimitKey.TO_SITE_24H: QT_TRANSLATE_NOOP("LimitKey", "Way to the site"),
        LimitKey.REPLY_8H: QT_TRANSLATE_NOOP("LimitKey", "Reply"),
        LimitKey.HANDOVER_1H: QT_TRANSLATE_NOOP("LimitKey", "Handing over"),
    },
    SlipOrder: {
        SlipOrder.NEWEST_FIRST: QT_TRANSLATE_NOOP("SlipOrder", "Newest first"),
        SlipOrder.OLDEST_FIRST: QT_TRANSLATE_NOOP("SlipOrder", "Oldest first"),
    },
}
"""Enum → member → English label; the context of its translation is the enum."""


def label(member: StrEnum, translate: Translate) -> str:
    """The word for an enum member in the language of ``translate``."""
    kind = type(member)
    words = LABELS.get(kind)
    if words is None:
        # Their enums bring rules along of which a list needs none.
        from ui.late_labels import LATE_LABELS

        words = LATE_LABELS[kind]
    return translate(kind.__name__, words[member])
