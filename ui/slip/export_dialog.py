"""The step before a register is exported: what will be written, on how many sheets."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.slip_list import Register as Which
from app.slip_list import SlipFilter, SlipOrder
from models.text import QT_TRANSLATE_NOOP, Translate, translator
from ui.kit.form_dialog import FormDialog
from ui.kit.segmented import SegmentedField
from ui.paper_draw import PAPER_LANGUAGE
from ui.slip.columns import column_titles

_NEWEST = QT_TRANSLATE_NOOP("RegisterExport", "sorted by {column}, last first")
_OLDEST = QT_TRANSLATE_NOOP("RegisterExport", "sorted by {column}")


@dataclass(frozen=True, slots=True)
class ExportChoice:
    """The kind of file (``.xlsx``, ``.pdf``), and what stands on one sheet."""

    ending: str
    by: str


def register_name(wanted: SlipFilter) -> str:
    """What the register of a list is called."""
    unit = QT_TRANSLATE_NOOP("RegisterExport", "Register of units")
    public = QT_TRANSLATE_NOOP("RegisterExport", "Register of public areas")
    name = unit if wanted.register is Which.UNIT else public
    return QCoreApplication.translate("RegisterExport", name)


def sorted_words(wanted: SlipFilter, translate: Translate | None = None) -> str:
    """How a list is sorted, in the language of papers unless another is given."""
    translate = translate or translator(PAPER_LANGUAGE)
    key, is_last_first = "issued", wanted.order is SlipOrder.NEWEST_FIRST
    if wanted.sort is not None:
        key, is_last_first = wanted.sort.key, wanted.sort.is_descending
    said = translate("RegisterExport", _NEWEST if is_last_first else _OLDEST)
    titles = column_titles(is_public=wanted.register is Which.PUBLIC)
    return said.format(column=translate("SlipColumns", titles[key]))


class ExportDialog(FormDialog[ExportChoice]):
    """Kind of file and sheets; ``kept`` is what was chosen the last time."""

    def __init__(
        self, wanted: SlipFilter, asked: str, kept: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        columns = 40 if wanted.register is Which.UNIT else 28
        said = self.tr(
            "The slips of the list in its order ({sorting}), each with all {count} "
            "columns of the house form."
        ).format(
            sorting=sorted_words(wanted, QCoreApplication.translate), count=columns
        )
        if asked:
            only = self.tr("Only: {asked}.").format(asked=asked)
            said = f"{said} {only}"
        self.name(
            self.tr("Export: {name}").format(name=register_name(wanted)),
            self.tr("Choose where"),
            said,
        )
        self.ending = self.add(
            "ending",
            self.tr("File"),
            SegmentedField(
                [(".xlsx", self.tr("Excel workbook")), (".pdf", self.tr("PDF file"))]
            ),
        )
        self.by = self.add(
            "by",
            self.tr("Sheets"),
            SegmentedField(
                [
                    ("all", self.tr("One")),
                    ("week", self.tr("One a week")),
                    ("period", self.tr("One a period")),
                ]
            ),
        )
        for word in kept.split():
            for field in (self.ending, self.by):
                field.set_value(word)

    def order(self) -> ExportChoice:
        return ExportChoice(self.ending.value(), self.by.value())
