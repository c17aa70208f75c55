"""The fields of a call, in the order a desk asks for them."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from app.slip_issue import IssueSlip
from app.unit_directory import UnitRow
from models.phone import mask_phone
from models.slip import Channel, ChargeClass, JobType
from models.unit import AreaKind
from ui.kit.button import Button, Look
from ui.kit.field import Field
from ui.kit.fields import CheckField, ChoiceField, LongTextField, MomentField, TextField
from ui.kit.flow_layout import FlowLayout
from ui.kit.form import Form
from ui.kit.label import Label, Tone
from ui.kit.segmented import Chip, SegmentedField
from ui.kit.unit_picker import UnitPicker
from ui.slip.desk_lists import DeskLists
from ui.slip.fact_word import fact_word
from ui.slip.moment import Moments
from ui.words import options

OWNERS = "owners"
MORE = "more"
UNIT_CHARGES = (
    ChargeClass.PAID,
    ChargeClass.FREE_WARRANTY,
    ChargeClass.FREE_REWORK,
    ChargeClass.CONTRACT,
)
CHANNELS = (Channel.PHONE, Channel.WALK_IN, Channel.WECHAT, Channel.PATROL)


class _WideText(TextField):
    is_wide = True


class IntakeForm(Form):
    """A call as it is taken down.

    What the directory knows of a unit fills the fields that nobody typed into.
    """

    def __init__(self, moments: Moments, parent: QWidget | None = None) -> None:
        super().__init__(gap=8, parent=parent)
        self._filled: dict[str, str] = {}
        self._chips: list[Chip] = []
        self.area_kind = self._own("area_kind", SegmentedField(options(*AreaKind)))
        self.unit: UnitPicker[UnitRow] = UnitPicker()
        self._own("unit", self.unit)
        self.unit_hint = Label("", tone=Tone.SECOND)
        self.area = self._own("area", TextField(width=132))
        self.place = self._own("place", _WideText())
        self.reporter_name = self._own("reporter_name", TextField(width=132))
        self.phone = self._own("phone", TextField(width=168))
        self.report_dept = self._own("report_dept", _WideText())
        self.content = self._own("content", LongTextField(height=56))
        urgency = SegmentedField(options(*JobType), alarming=JobType.URGENT)
        self.job_type = self._own("job_type", urgency)
        self.job_type.set_value(JobType.ROUTINE)
        charge = SegmentedField(options(*UNIT_CHARGES))
        self.charge_class = self._own("charge_class", charge)
        self.trade = self._own(
            "trade", ChoiceField(empty=self.tr("Not yet"), width=132)
        )
        self.appointment_at = self._own(
            "appointment_at", MomentField(moments.now, placeholder=self.tr("Soon"))
        )
        self.channel = self._own("channel", SegmentedField(options(*CHANNELS)))
        self.remark = self._own("remark", _WideText())
        self.reported_at = self._own(
            "reported_at", MomentField(moments.now, placeholder=self.tr("Now"))
        )
        self.stock_no = self._own("stock_no", TextField(width=132))
        self.dispatcher_answered_by = self._own(
            "dispatcher_answered_by", TextField(width=132)
        )
        self.is_late_entry = self._own(
            "is_late_entry", CheckField(self.tr("Keyed in later"))
        )
        self.more = Button(self.tr("More"), Look.LINK)
        self.more.clicked.connect(self._show_more)
        self._owners = QWidget()
        self._owners_flow = FlowLayout(self._owners)
        self._lay_out()
        self.area_kind.edited.connect(self.show_kind)
        self.unit.picked.connect(self.take_unit)
        self.content.edited.connect(self._suggest_trade)
        self._lists: DeskLists | None = None
        self.show_row(OWNERS, False)
        self.show_row(MORE, False)
        self.show_kind()

    def _own(self, name: str, field: Any) -> Any:
        return self.name_field(name, fact_word(name), field)

    def _lay_out(self) -> None:
        def said(name: str) -> Label:
            return Label(fact_word(name), tone=Tone.SECOND)

        self._charge_label = said("charge_class")
        self.add_row(self.tr("Where"), self.area_kind, self.unit, self.unit_hint, None)
        self.add_row(fact_word("area"), self.area, said("place"), self.place)
        self.add_row(
            fact_word("reporter_name"),
            self.reporter_name,
            said("phone"),
            self.phone,
            said("report_dept"),
            self.report_dept,
        )
        self.add_row("", self._owners, key=OWNERS)
        self.add_row(fact_word("content"), self.content)
        self.add_row(
            fact_word("job_type"),
            self.job_type,
            self._charge_label,
            self.charge_class,
            None,
        )
        self.add_row(
            fact_word("trade"),
            self.trade,
            said("appointment_at"),
            self.appointment_at,
            None,
            self.more,
        )
        self.add_row(fact_word("channel"), self.channel, said("remark"), self.remark)
        self.add_row(
            fact_word("reported_at"),
            self.reported_at,
            said("stock_no"),
            self.stock_no,
            said("dispatcher_answered_by"),
            self.dispatcher_answered_by,
            self.is_late_entry,
            None,
            key=MORE,
        )

    def offer_lists(self, lists: DeskLists) -> None:
        """Trades to choose from, and words that suggest one."""
        self._lists = lists
        self.trade.set_options([(name, name) for name in lists.trades])

    def show_kind(self) -> None:
        """Only a unit has an owner, and a price."""
        is_unit = self.area_kind.value() is AreaKind.UNIT
        for part in (self.unit, self.unit_hint, self.charge_class, self._charge_label):
            part.setVisible(is_unit)
        if not is_unit:
            self.show_row(OWNERS, False)

    def take_unit(self, unit: UnitRow) -> None:
        """Fill in what the directory knows of a unit."""
        self._fill("area", unit.area or "")
        self._fill("place", unit.label)
        names = [owner.name for owner in unit.owners]
        self.unit_hint.say("、".join(names))
        self._offer_owners(unit)
        if unit.owners:
            self._fill("reporter_name", unit.owners[0].name)
            self._fill("phone", unit.owners[0].phone or "")

    def order(
        self, *, seen: Sequence[str], anyway_reason: str, draft_id: int | None
    ) -> IssueSlip:
        """What was typed; every field has been read once without a problem."""
        is_unit = self.area_kind.value() is AreaKind.UNIT
        return IssueSlip(
            area_kind=AreaKind(self.area_kind.value()),
            area=self.area.value(),
            place=self.place.value(),
            reporter_name=self.reporter_name.value(),
            content=self.content.value(),
            unit=self.unit.value() if is_unit else "",
            phone=self.phone.value(),
            report_dept=self.report_dept.value(),
            job_type=JobType(self.job_type.value()),
            channel=Channel(self.channel.value()),
            charge_class=self.charge_class.value() if is_unit else None,
            trade=self.trade.value() or "",
            appointment_at=self.appointment_at.value(),
            reported_at=self.reported_at.value(),
            remark=self.remark.value(),
            stock_no=self.stock_no.value(),
            dispatcher_answered_by=self.dispatcher_answered_by.value(),
            is_late_entry=self.is_late_entry.value(),
            duplicates_seen=tuple(seen),
            anyway_reason=anyway_reason,
            draft_id=draft_id,
        )

    def owner_chips(self) -> list[Chip]:
        """The owners of the unit, to choose from."""
        return list(self._chips)

    def is_blank(self) -> bool:
        """Whether nothing worth keeping was typed."""
        names = ("unit", "place", "reporter_name", "phone", "content", "remark")
        return not any(self.field(name).typed() for name in names)

    def clear(self) -> None:
        super().clear()
        self._filled = {}
        self.job_type.set_value(JobType.ROUTINE)
        self.unit_hint.say("")
        self.show_row(OWNERS, False)
        self.show_kind()

    def set_typed(self, typed: dict[str, Any]) -> None:
        super().set_typed(typed)
        self.show_kind()

    def _fill(self, name: str, value: str) -> None:
        field: Field = self.field(name)
        now = field.typed()
        if not now or now == self._filled.get(name):
            field.set_value(value)
            self._filled[name] = value

    def _offer_owners(self, unit: UnitRow) -> None:
        while (item := self._owners_flow.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        self._chips = []
        for owner in unit.owners:
            chip = Chip(f"{owner.name}  {mask_phone(owner.phone)}", owner)
            chip.setChecked(not self._chips)
            chip.clicked.connect(self._take_owner)
            self._chips.append(chip)
            self._owners_flow.addWidget(chip)
        self.show_row(OWNERS, len(self._chips) > 1)

    def _take_owner(self) -> None:
        chosen = self.sender()
        for chip in self._chips:
            chip.setChecked(chip is chosen)
            if chip is chosen:
                self.reporter_name.set_value(chip.value.name)
                self.phone.set_value(chip.value.phone)
                self._filled["reporter_name"] = chip.value.name
                self._filled["phone"] = chip.value.phone or ""
        self.edited.emit("reporter_name")

    def _suggest_trade(self) -> None:
        if self._lists is None:
            return
        now = self.trade.value()
        if now is None or now == self._filled.get("trade"):
            suggested = self._lists.suggested_trade(self.content.value())
            self.trade.set_value(suggested)
            self._filled["trade"] = suggested or ""

    def _show_more(self) -> None:
        self.more.hide()
        self.show_row(MORE, True)
        self.reported_at.setFocus()
