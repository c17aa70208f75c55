"""Labels of what is understood while a call is typed: its parts, its likenesses."""

from collections.abc import Mapping
from enum import StrEnum

from app.duplicate import DuplicateWhy
from app.one_line import PartKind
from models.text import QT_TRANSLATE_NOOP

CALL_LABELS: Mapping[type[StrEnum], Mapping[str, str]] = {
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
}
"""As ``ui.labels.LABELS``."""
