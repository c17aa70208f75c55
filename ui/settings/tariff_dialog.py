"""One item of the tariff: its words, its price and from when it holds."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from app.tariff import EndTariffItem, SaveTariffItem
from app.tariff_row import TariffRow
from models.tariff_item import MaterialMode
from ui.kit.fields import (
    CheckField,
    ChoiceField,
    DayField,
    NumberField,
    TextField,
)
from ui.kit.form_dialog import FormDialog
from ui.kit.label import Label, Tone
from ui.kit.money_field import MoneyField
from ui.slip.field_flow import flow, together
from ui.slip.moment import Moments
from ui.words import field_word, options


def _said(name: str, field: QWidget) -> QWidget:
    """A field with its label before it."""
    return together(Label(field_word(name), tone=Tone.SECOND), field)


class TariffDialog(FormDialog[SaveTariffItem]):
    """Add an item, mend its words, or give it a new price from a day on."""

    def __init__(
        self,
        moments: Moments,
        item: TariffRow | None,
        categories: Sequence[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._item = item
        title = self.tr("{code} {name}") if item else self.tr("New item of the tariff")
        explanation = (
            self.tr(
                "A later day in “Valid from” is a new price from then on; with the "
                "same day only words change."
            )
            if item
            else ""
        )
        self.name(
            title.format(code=item.code, name=item.name) if item else title,
            self.tr("Save"),
            explanation,
        )

        def today() -> object:
            return moments.now().date()

        self.code = TextField(width=120, is_code=True)
        self.category = TextField(width=150)
        self.category.suggest(categories)
        self.item_name = TextField()
        self.uom = TextField(width=80)
        self.labour = MoneyField(width=110)
        self.labour_most = MoneyField(width=110)
        self.night_labour = MoneyField(width=110)
        self.material_mode = ChoiceField(options(*MaterialMode))
        self.material = MoneyField(width=110)
        self.minutes = NumberField(width=80)
        self.valid_from = DayField(today, width=130)  # type: ignore[arg-type]
        self.valid_until = DayField(today, width=130)  # type: ignore[arg-type]
        self.note = TextField()
        self.is_sample = CheckField(self.tr("A sample, no price of ours"))
        for name, field in (
            ("code", self.code),
            ("category", self.category),
            ("name", self.item_name),
            ("uom", self.uom),
            ("labour", self.labour),
            ("labour_most", self.labour_most),
            ("night_labour", self.night_labour),
            ("material_mode", self.material_mode),
            ("material", self.material),
            ("minutes", self.minutes),
            ("valid_from", self.valid_from),
            ("valid_until", self.valid_until),
            ("note", self.note),
            ("is_sample", self.is_sample),
        ):
            self.form.name_field(name, field_word(name), field)
        self._lay_out()
        self._fill(item)

    def _lay_out(self) -> None:
        dash = Label("–", tone=Tone.SECOND)
        add = self.form.add_row
        add(self.tr("Code"), flow(self.code, _said("category", self.category)))
        add(self.tr("Item"), self.item_name)
        add(field_word("uom"), flow(self.uom, _said("minutes", self.minutes)))
        add(field_word("labour"), flow(together(self.labour, dash, self.labour_most)))
        add(field_word("night_labour"), self.night_labour, None)
        add(
            field_word("material"),
            flow(self.material_mode, self.material),
        )
        add(
            field_word("valid_from"),
            flow(self.valid_from, _said("valid_until", self.valid_until)),
        )
        add(field_word("note"), self.note)
        add("", self.is_sample)

    def _fill(self, item: TariffRow | None) -> None:
        if item is None:
            self.material_mode.set_value(MaterialMode.EXTRA)
            return
        self.code.set_value(item.code)
        self.code.setEnabled(False)
        self.category.set_value(item.category)
        self.item_name.set_value(item.name)
        self.uom.set_value(item.uom)
        self.labour.set_value(item.labour)
        self.labour_most.set_value(item.labour_most)
        self.night_labour.set_value(item.night_labour)
        self.material_mode.set_value(item.material_mode)
        self.material.set_value(item.material)
        self.minutes.set_value(item.minutes)
        self.valid_from.set_value(item.valid_from)
        self.valid_until.set_value(item.valid_until)
        self.note.set_value(item.note)
        self.is_sample.set_value(item.is_sample)
        self.labour.setFocus()

    def order(self) -> SaveTariffItem:
        return SaveTariffItem(
            code=self.code.value(),
            category=self.category.value(),
            name=self.item_name.value(),
            uom=self.uom.value(),
            labour=self.labour.value(),
            valid_from=self.valid_from.value(),
            labour_most=self.labour_most.value(),
            night_labour=self.night_labour.value(),
            material_mode=self.material_mode.value(),
            material=self.material.value(),
            minutes=self.minutes.value(),
            valid_until=self.valid_until.value(),
            note=self.note.value(),
            is_sample=self.is_sample.value(),
            item_id=self._item.id if self._item else None,
            version=self._item.version if self._item else None,
        )


class EndDialog(FormDialog[EndTariffItem]):
    """From when an item is not offered any more."""

    def __init__(
        self, moments: Moments, item: TariffRow, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._item = item
        self.name(
            self.tr("End {code} {name}").format(code=item.code, name=item.name),
            self.tr("End it"),
            self.tr(
                "From this day on it is offered no more. Slips keep what they were "
                "charged."
            ),
        )
        self.valid_until = self.add(
            "valid_until",
            field_word("valid_until"),
            DayField(lambda: moments.now().date()),
        )
        self.valid_until.set_value(item.valid_until or moments.now().date())

    def order(self) -> EndTariffItem:
        return EndTariffItem(
            self._item.id, self.valid_until.value(), self._item.version
        )
