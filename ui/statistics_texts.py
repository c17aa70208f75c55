"""Sentences of the statistics and of the reports that write themselves."""

from app.statistics_span import SpanEmpty, SpanTooFar
from models.text import QT_TRANSLATE_NOOP
from ui.statistics_due import FolderMissing

STATISTICS_SENTENCES: dict[type[Exception], str] = {
    SpanEmpty: QT_TRANSLATE_NOOP(
        "Refusal", "The span ends before it begins; its end must be later."
    ),
    SpanTooFar: QT_TRANSLATE_NOOP(
        "Refusal", "Only days from {first} to {last} can be counted; name some of them."
    ),
    FolderMissing: QT_TRANSLATE_NOOP(
        "Refusal",
        "No folder for reports is set; name one here or under Settings, Statistics.",
    ),
}
