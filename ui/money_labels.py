"""Labels of the money: entries, methods, waivers, the tariff, sections."""

from collections.abc import Mapping
from enum import StrEnum

from models.finance_period import FileKind
from models.ledger_entry import EntryKind
from models.statement import Section
from models.tariff_item import MaterialMode
from models.text import QT_TRANSLATE_NOOP
from models.waiver import WaiverLevel, WaiverStatus

MONEY_LABELS: Mapping[type[StrEnum], Mapping[str, str]] = {
    EntryKind: {
        EntryKind.CHARGE: QT_TRANSLATE_NOOP("EntryKind", "Charge"),
        EntryKind.WAIVE: QT_TRANSLATE_NOOP("EntryKind", "Waiver"),
        EntryKind.PAY: QT_TRANSLATE_NOOP("EntryKind", "Payment"),
        EntryKind.REFUND: QT_TRANSLATE_NOOP("EntryKind", "Refund"),
        EntryKind.ADJUST: QT_TRANSLATE_NOOP("EntryKind", "Adjustment"),
    },
    WaiverLevel: {
        WaiverLevel.DIRECTOR: QT_TRANSLATE_NOOP("WaiverLevel", "Property director"),
        WaiverLevel.LEADER: QT_TRANSLATE_NOOP("WaiverLevel", "Company leader"),
    },
    WaiverStatus: {
        WaiverStatus.PENDING: QT_TRANSLATE_NOOP("WaiverStatus", "To be decided"),
        WaiverStatus.APPROVED: QT_TRANSLATE_NOOP("WaiverStatus", "Approved"),
        WaiverStatus.REJECTED: QT_TRANSLATE_NOOP("WaiverStatus", "Rejected"),
        WaiverStatus.WITHDRAWN: QT_TRANSLATE_NOOP("WaiverStatus", "Withdrawn"),
    },
    MaterialMode: {
        MaterialMode.EXTRA: QT_TRANSLATE_NOOP("MaterialMode", "Material extra"),
        MaterialMode.INCLUDED: QT_TRANSLATE_NOOP("MaterialMode", "Material included"),
        MaterialMode.OWNER_SUPPLIED: QT_TRANSLATE_NOOP(
            "MaterialMode", "Owner brings material"
        ),
        MaterialMode.ALL_IN: QT_TRANSLATE_NOOP("MaterialMode", "All in one price"),
    },
    Section: {
        Section.A: QT_TRANSLATE_NOOP("Section", "A: this period, copy in hand"),
        Section.B: QT_TRANSLATE_NOOP("Section", "B: earlier, copy came later"),
        Section.C: QT_TRANSLATE_NOOP("Section", "C: copy not in hand"),
    },
    FileKind: {
        FileKind.PDF: QT_TRANSLATE_NOOP("FileKind", "PDF"),
        FileKind.XLSX: QT_TRANSLATE_NOOP("FileKind", "Excel"),
    },
}
"""As ``ui.labels.LABELS``."""
