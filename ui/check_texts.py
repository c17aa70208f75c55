"""A sentence for everything that an integrity check can find."""

from collections.abc import Mapping

from app.check_problem import Fault
from models.text import QT_TRANSLATE_NOOP
from ui.period_texts import PERIOD_FAULTS
from ui.settle_texts import LEDGER_FAULTS
from ui.waiver_texts import WAIVER_FAULTS

FAULTS: Mapping[Fault, str] = {
    **WAIVER_FAULTS,
    **LEDGER_FAULTS,
    **PERIOD_FAULTS,
    Fault.FILE_DAMAGED: QT_TRANSLATE_NOOP(
        "Fault", "The database file is damaged: {detail}."
    ),
    Fault.LINK_BROKEN: QT_TRANSLATE_NOOP(
        "Fault", "{table} {key} names a record of {parent} that does not exist."
    ),
    Fault.SEQ_MISSING: QT_TRANSLATE_NOOP(
        "Fault", "Control numbers {first} to {last} are missing."
    ),
    Fault.SEQ_AHEAD: QT_TRANSLATE_NOOP(
        "Fault", "The last control number given is {last}, the last slip has {found}."
    ),
    Fault.SERIAL_MISSING: QT_TRANSLATE_NOOP("Fault", "Slip {number} is missing."),
    Fault.SERIAL_AHEAD: QT_TRANSLATE_NOOP(
        "Fault", "Slip {number} lies beyond the last number given."
    ),
    Fault.ISSUED_BACKWARDS: QT_TRANSLATE_NOOP(
        "Fault",
        "Slip {number} was issued before its predecessor and nobody confirmed the "
        "clock.",
    ),
    Fault.COPIES_INCOMPLETE: QT_TRANSLATE_NOOP(
        "Fault", "Slip {number} has no printed copies."
    ),
    Fault.COPY_NOT_BACK: QT_TRANSLATE_NOOP(
        "Fault", "Slip {number} is returned, but a copy it needs is not."
    ),
    Fault.COPY_UNEXPECTED: QT_TRANSLATE_NOOP(
        "Fault", "Slip {number} has two live prints of one copy."
    ),
    Fault.COPY_TRAIL_BROKEN: QT_TRANSLATE_NOOP(
        "Fault", "Copy {copy} of {number} is not where its last move left it."
    ),
    Fault.LINE_AMOUNT: QT_TRANSLATE_NOOP(
        "Fault", "A line of {number} is not quantity × price."
    ),
    Fault.FEE_ON_FREE: QT_TRANSLATE_NOOP(
        "Fault", "Slip {number} carries a fee although it is free or void."
    ),
    Fault.ENTRY_MISSING: QT_TRANSLATE_NOOP(
        "Fault", "Entry {seq} of the log is missing."
    ),
    Fault.ENTRY_CHANGED: QT_TRANSLATE_NOOP(
        "Fault", "Entry {seq} of the log was changed."
    ),
    Fault.CHAIN_END: QT_TRANSLATE_NOOP(
        "Fault", "The log ends at entry {seq}, which is not its recorded end."
    ),
    Fault.FACT_DIFFERS: QT_TRANSLATE_NOOP(
        "Fault", "“{fact}” of slip {number} is not what the log says."
    ),
    Fault.GAP_CHANGED: QT_TRANSLATE_NOOP(
        "Fault", "“{fact}” of the gap case {ref} is not what the log says."
    ),
    Fault.GAP_SILENT: QT_TRANSLATE_NOOP(
        "Fault", "The gap case {ref} is closed without cause, owner or result."
    ),
    Fault.HANDOVER_CHANGED: QT_TRANSLATE_NOOP(
        "Fault", "The handover of {ref} is not what the log says."
    ),
    Fault.SLIP_UNRECORDED: QT_TRANSLATE_NOOP(
        "Fault", "Slip {number} does not stand in the log."
    ),
    Fault.SLIP_GONE: QT_TRANSLATE_NOOP(
        "Fault", "Slip {number} stands in the log but is gone."
    ),
    Fault.CHECK_CHANGED: QT_TRANSLATE_NOOP(
        "Fault", "The return check of {day}, run {no}, is not what was recorded."
    ),
    Fault.CHECK_GONE: QT_TRANSLATE_NOOP(
        "Fault",
        "The return check of {day}, run {no}, stands in the log but is gone.",
    ),
    Fault.SEARCH_SLIPS: QT_TRANSLATE_NOOP(
        "Fault",
        "The search does not find slips {first} to {last} as they are; “silian init”"
        " mends it.",
    ),
    Fault.SEARCH_PERSON: QT_TRANSLATE_NOOP(
        "Fault",
        "The search does not find {name} as the slips say; “silian init” mends it.",
    ),
    Fault.SEARCH_UNIT: QT_TRANSLATE_NOOP(
        "Fault",
        "The search does not find unit {label} as it is; “silian init” mends it.",
    ),
}

"""What is wrong, as the check names it, and how that is said."""
