"""A sentence for every refusal and trouble, in words that say what to do.

A refusal carries data; ``sentence`` puts it into the text, enum members and fields
by their labels, instants in the site's zone.
"""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from app.backup import BackupFailed, FileExists, FileMissing, ToolMissing
from app.check_problem import Problem
from app.data_book_finding import BookRefused
from app.database_trouble import (
    AddressMalformed,
    ChangedByOthers,
    DatabaseBusy,
    DatabaseDamaged,
    DatabaseForbids,
    DatabaseFull,
    DatabaseGone,
    DatabaseInputOutput,
    DatabaseMissing,
    DatabaseOnNetwork,
    DatabaseReadOnly,
    DatabaseReplaced,
    DatabaseUnreachable,
    SQLiteUnsafe,
)
from app.desk import ActorUnknown, CentreUnknown, NotAllowed
from app.directory import NameTaken
from app.errors import FieldRefusal, Refusal, Trouble
from app.numbering import ClockWentBack
from app.return_check import (
    CheckDamaged,
    CheckInFuture,
    CheckTooEarly,
    CheckTooLate,
)
from app.schema import DatabaseNewer, DatabaseOutdated
from app.settings_change import CalendarUnreadable, SettingUnusable
from app.slip_refusals import (
    AnswerMissing,
    AnswerWithoutTalk,
    CalledMeanwhile,
    CopiesMissing,
    CopiesUnknown,
    DayWanted,
    DuplicatesFound,
    FieldMissing,
    FieldTooLong,
    FieldTooShort,
    InspectedAlready,
    NothingToCallBack,
    NotPublic,
    OwnWork,
    PhoneMalformed,
    PlaceNeedsHandover,
    ReasonUnknown,
    SignedByTechnician,
    SlipCannotMove,
    SlipIsBounced,
    SlipNotBounced,
    SlipUnknown,
    TimeInFuture,
    TimeMalformed,
    TimeOrder,
    TradeUnknown,
    UnitClosed,
    UnitUnknown,
    UrgencyUnchanged,
    WorkWasDone,
)
from app.word_list import CodeMalformed, CopiesUnusable
from models.text import QT_TRANSLATE_NOOP, Translate
from ui.check_texts import FAULTS
from ui.day_texts import DAY_SENTENCES
from ui.field_labels import field_label
from ui.handover_texts import HANDOVER_SENTENCES
from ui.labels import LABELS as LIST_LABELS
from ui.labels import label
from ui.late_labels import LATE_LABELS
from ui.paper_trouble import (
    FileKindUnknown,
    FileNotRead,
    FileNotWritten,
    FontFileMissing,
    NoPrinter,
    PrinterGone,
)
from ui.payment_texts import PAYMENT_SENTENCES
from ui.period_texts import PERIOD_SENTENCES
from ui.register_texts import REGISTER_SENTENCES
from ui.settle_texts import SETTLE_SENTENCES
from ui.statistics_texts import STATISTICS_SENTENCES
from ui.tariff_texts import TARIFF_SENTENCES
from ui.waiver_texts import WAIVER_SENTENCES

__all__ = ["FAULTS", "LABELS", "SENTENCES", "label", "problem_sentence", "sentence"]

LABELS = {**LIST_LABELS, **LATE_LABELS}
"""Every enum with its labels."""

SENTENCES: dict[type[Exception], str] = {
    **DAY_SENTENCES,
    **WAIVER_SENTENCES,
    **HANDOVER_SENTENCES,
    **PERIOD_SENTENCES,
    **TARIFF_SENTENCES,
    **PAYMENT_SENTENCES,
    **SETTLE_SENTENCES,
    **STATISTICS_SENTENCES,
    **REGISTER_SENTENCES,
    BackupFailed: QT_TRANSLATE_NOOP(
        "Refusal",
        "The copy could not be made: {detail}. Choose another folder or free some space.",
    ),
    BookRefused: QT_TRANSLATE_NOOP(
        "Refusal",
        "The data book has {count} wrong cells; put them right and import it again.",
    ),
    NoPrinter: QT_TRANSLATE_NOOP(
        "Refusal", "No printer is set up on this computer; set one up or save the PDF."
    ),
    PrinterGone: QT_TRANSLATE_NOOP(
        "Refusal",
        "The printer {printer} does not answer; switch it on or choose another.",
    ),
    FileNotWritten: QT_TRANSLATE_NOOP(
        "Refusal", "The file {path} could not be written: {detail}. Choose another."
    ),
    FileNotRead: QT_TRANSLATE_NOOP(
        "Refusal", "The file {path} could not be read: {detail}. Choose another."
    ),
    FontFileMissing: QT_TRANSLATE_NOOP(
        "Refusal",
        "The font {file} is missing, so no paper can be drawn; install Silian again.",
    ),
    TimeMalformed: QT_TRANSLATE_NOOP(
        "Refusal",
        "“{value}” is no time; write 2026-11-20 or 2026-11-20 17:30:00.",
    ),
    DayWanted: QT_TRANSLATE_NOOP(
        "Refusal",
        "“{value}” is a time of the day, but whole days are taken; write 2026-11-20.",
    ),
    FileKindUnknown: QT_TRANSLATE_NOOP(
        "Refusal", "{value} must end in one of: {known}."
    ),
    FileExists: QT_TRANSLATE_NOOP(
        "Refusal", "{place} exists already; give the copy another name."
    ),
    FileMissing: QT_TRANSLATE_NOOP(
        "Refusal", "There is no file at {place}; check the name."
    ),
    ToolMissing: QT_TRANSLATE_NOOP(
        "Refusal",
        "To back up a server database you need {tool}; install PostgreSQL's client programs.",
    ),
    ChangedByOthers: QT_TRANSLATE_NOOP(
        "Refusal",
        "Somebody else changed this slip meanwhile; look at it again, then save.",
    ),
    AddressMalformed: QT_TRANSLATE_NOOP(
        "Refusal",
        "“{value}” is no address of a database; write sqlite:///PATH or postgresql+psycopg://USER@HOST/NAME.",
    ),
    DatabaseMissing: QT_TRANSLATE_NOOP(
        "Refusal",
        "There is no database at {place}; run “silian init” first or name another with --db.",
    ),
    DatabaseGone: QT_TRANSLATE_NOOP(
        "Refusal",
        "The database was moved or deleted while the program was running: {place}. Put the file back under its name, then try again; nothing was saved.",
    ),
    DatabaseReplaced: QT_TRANSLATE_NOOP(
        "Refusal",
        "Another file was put in the place of the database while the program was running: {place}. Put the former file back and try again, or close the program and open it on the new one; nothing was saved.",
    ),
    DatabaseBusy: QT_TRANSLATE_NOOP(
        "Refusal",
        "The database is locked by another program; wait a moment and try again.",
    ),
    DatabaseFull: QT_TRANSLATE_NOOP(
        "Refusal", "The disk is full, nothing was saved; free some space and try again."
    ),
    DatabaseForbids: QT_TRANSLATE_NOOP(
        "Refusal",
        "The database server does not allow this login to do that: {detail}. The login must own its database; ask who looks after the server.",
    ),
    DatabaseReadOnly: QT_TRANSLATE_NOOP(
        "Refusal",
        "The database may not be written here; check the rights of the file and its folder.",
    ),
    DatabaseDamaged: QT_TRANSLATE_NOOP(
        "Refusal",
        "This file is not a sound database: {place}. Restore the latest backup.",
    ),
    DatabaseUnreachable: QT_TRANSLATE_NOOP(
        "Refusal", "The database server can not be reached: {detail}."
    ),
    DatabaseInputOutput: QT_TRANSLATE_NOOP(
        "Refusal",
        "The disk failed while reading or writing; check the disk and try again.",
    ),
    DatabaseOnNetwork: QT_TRANSLATE_NOOP(
        "Refusal",
        "{place} lies on a network share, where a database can be damaged; keep it on this computer, or use a server.",
    ),
    SQLiteUnsafe: QT_TRANSLATE_NOOP(
        "Refusal",
        "SQLite {version} can damage the database; install the version that ships with Silian.",
    ),
    DatabaseNewer: QT_TRANSLATE_NOOP(
        "Refusal",
        "The database was made by a newer Silian ({found}); update this program.",
    ),
    DatabaseOutdated: QT_TRANSLATE_NOOP(
        "Refusal",
        "The database has an older form ({found}); run “silian init” to upgrade it.",
    ),
    CentreUnknown: QT_TRANSLATE_NOOP(
        "Refusal", "There is no centre {code}; known are: {known}."
    ),
    ActorUnknown: QT_TRANSLATE_NOOP(
        "Refusal", "Nobody called {name} works here; do you mean {near}?"
    ),
    NotAllowed: QT_TRANSLATE_NOOP(
        "Refusal", "{actor} may not {permission}; ask somebody whose post allows it."
    ),
    CodeMalformed: QT_TRANSLATE_NOOP(
        "Refusal",
        "“{value}” is no code; write capital letters, digits and _ only.",
    ),
    CopiesUnusable: QT_TRANSLATE_NOOP(
        "Refusal",
        "Copies are numbered 1 to 9, each once; those that slips were printed with keep number and holder.",
    ),
    NameTaken: QT_TRANSLATE_NOOP(
        "Refusal", "There is a {name} already; choose another name."
    ),
    ClockWentBack: QT_TRANSLATE_NOOP(
        "Refusal",
        "The clock went back: the last slip was issued at {last}, now it is {now}. No number is given until a supervisor confirms the clock.",
    ),
    CheckTooEarly: QT_TRANSLATE_NOOP(
        "Refusal",
        "The return check of {day} can not be made final at {at}; it begins at {from_at}.",
    ),
    CheckTooLate: QT_TRANSLATE_NOOP(
        "Refusal",
        "The return check of {day} can not be made final at {at}, because the next day's begins at {until_at}; choose an earlier time.",
    ),
    CheckDamaged: QT_TRANSLATE_NOOP(
        "Refusal",
        "The return check of {day} is not what was made final (run {no}); run “silian check”, and put a backup back if need be.",
    ),
    CheckInFuture: QT_TRANSLATE_NOOP(
        "Refusal",
        "The return check of {day} can not be made final before it has run ({at}); now it is {now}.",
    ),
    SettingUnusable: QT_TRANSLATE_NOOP(
        "Refusal", "{value} can not be used for this setting."
    ),
    CalendarUnreadable: QT_TRANSLATE_NOOP(
        "Refusal",
        "Line {line} of the calendar can not be read; each needs date, kind (workday or holiday) and note.",
    ),
    SlipUnknown: QT_TRANSLATE_NOOP(
        "Refusal", "There is no slip {number}; check the number."
    ),
    SlipCannotMove: QT_TRANSLATE_NOOP(
        "Refusal", "Slip {number} is “{state}”; “{event}” is not possible then."
    ),
    UrgencyUnchanged: QT_TRANSLATE_NOOP(
        "Refusal", "Slip {number} is “{job_type}” already, so nothing changes."
    ),
    SlipIsBounced: QT_TRANSLATE_NOOP(
        "Refusal",
        "Slip {number} was bounced; fill in what is missing and send it again first.",
    ),
    SlipNotBounced: QT_TRANSLATE_NOOP(
        "Refusal", "Slip {number} was not bounced; there is nothing to send again."
    ),
    DuplicatesFound: QT_TRANSLATE_NOOP(
        "Refusal",
        "This may be on a slip already: {numbers}. Open it, join it, or give a reason to issue anyway.",
    ),
    CopiesMissing: QT_TRANSLATE_NOOP(
        "Refusal",
        "Copies {copies} of {number} are not in hand; tick them or declare them lost.",
    ),
    CopiesUnknown: QT_TRANSLATE_NOOP(
        "Refusal", "There is no copy {copies}; this slip has {known}."
    ),
    PlaceNeedsHandover: QT_TRANSLATE_NOOP(
        "Refusal", "Copies of {number} reach Finance with a handover or an escort only."
    ),
    NothingToCallBack: QT_TRANSLATE_NOOP(
        "Refusal",
        "{number} was cancelled without advice over the telephone; nobody is called.",
    ),
    CalledMeanwhile: QT_TRANSLATE_NOOP(
        "Refusal",
        "{by} noted a callback of {number} at {at}; look at it, then save again if"
        " yours is another call.",
    ),
    AnswerMissing: QT_TRANSLATE_NOOP(
        "Refusal", "Say at least whether it works or whether the owner is satisfied."
    ),
    AnswerWithoutTalk: QT_TRANSLATE_NOOP(
        "Refusal", "Nobody was reached, so nothing can have been answered."
    ),
    WorkWasDone: QT_TRANSLATE_NOOP(
        "Refusal",
        "{number} was worked on, so it can not be void; cancel it instead.",
    ),
    NotPublic: QT_TRANSLATE_NOOP(
        "Refusal", "Only public work is inspected; {number} is a unit's slip."
    ),
    InspectedAlready: QT_TRANSLATE_NOOP(
        "Refusal",
        "{by} has passed {number} already, {at}; if that was wrong, fail it.",
    ),
    OwnWork: QT_TRANSLATE_NOOP(
        "Refusal",
        "{name} repaired {number}; somebody else of Housekeeping must inspect it.",
    ),
    FieldMissing: QT_TRANSLATE_NOOP("Refusal", "“{field}” must be filled in."),
    FieldTooShort: QT_TRANSLATE_NOOP(
        "Refusal", "“{field}” needs at least {limit} characters."
    ),
    FieldTooLong: QT_TRANSLATE_NOOP(
        "Refusal", "“{field}” has {length} characters; at most {limit} fit."
    ),
    PhoneMalformed: QT_TRANSLATE_NOOP(
        "Refusal",
        "“{value}” is no telephone number; write for example 13812345678, 010-88881234转802 or 8801.",
    ),
    UnitClosed: QT_TRANSLATE_NOOP(
        "Refusal", "The unit {value} is closed in the directory; it takes no calls."
    ),
    UnitUnknown: QT_TRANSLATE_NOOP(
        "Refusal", "There is no unit {value} in the directory; similar: {near}."
    ),
    TimeInFuture: QT_TRANSLATE_NOOP("Refusal", "“{field}” lies in the future."),
    TimeOrder: QT_TRANSLATE_NOOP(
        "Refusal", "“{field}” must not be before “{earlier}”."
    ),
    SignedByTechnician: QT_TRANSLATE_NOOP(
        "Refusal", "{name} did the work and can not sign for the owner."
    ),
    TradeUnknown: QT_TRANSLATE_NOOP(
        "Refusal", "There is no trade {value}; known are: {known}."
    ),
    ReasonUnknown: QT_TRANSLATE_NOOP(
        "Refusal", "“{value}” is not in the list; choose from: {known}."
    ),
}

_FIELD_FACTS = {"field", "earlier"}


class _Unsaid(dict[str, str]):
    """Leaves a placeholder without a fact as a dash rather than failing a person."""

    def __missing__(self, key: str) -> str:
        return "—"


def sentence(
    error: Refusal | Trouble, translate: Translate, zone: ZoneInfo | None = None
) -> str:
    """What a refusal or trouble says to a person."""
    facts = dict(error.facts)
    if isinstance(error, FieldRefusal):
        facts.setdefault("field", error.field)
    return _fill(translate("Refusal", SENTENCES[type(error)]), facts, translate, zone)


def problem_sentence(problem: Problem, translate: Translate) -> str:
    """What an integrity check found, in words."""
    return _fill(translate("Fault", FAULTS[problem.fault]), problem.facts, translate)


def _fill(
    text: str,
    facts: Mapping[str, object],
    translate: Translate,
    zone: ZoneInfo | None = None,
) -> str:
    words = {name: _word(name, value, translate, zone) for name, value in facts.items()}
    return text.format_map(_Unsaid(words))


def _word(name: str, value: object, translate: Translate, zone: ZoneInfo | None) -> str:
    if name in _FIELD_FACTS:
        return field_label(str(value), translate)
    if isinstance(value, Refusal):
        return sentence(value, translate, zone)
    if isinstance(value, StrEnum) and type(value) in LABELS:
        return label(value, translate)
    if isinstance(value, datetime):
        return value.astimezone(zone).strftime("%Y-%m-%d %H:%M:%S")
    return "—" if value is None or value == "" else str(value)
