"""The fields of a call, in the order a desk asks for them."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.slip_issue import IssueSlip
from app.unit_directory import Owner, UnitRow
from models.slip import Channel, ChargeClass, JobType, LinkKind, ReporterKind
from models.unit import AreaKind, parse_room
from ui.kit.button import Button, Look
from ui.kit.fields import CheckField, ChoiceField, LongTextField, MomentField, TextField
from ui.kit.form import Form
from ui.kit.label import ElidedLabel, Label, Tone
from ui.kit.segmented import SegmentedField
from ui.kit.unit_picker import UnitPicker
from ui.slip.fact_word import fact_word
from ui.slip.field_flow import flow, high, said, together
from ui.slip.intake_entry import OneLineEntry
from ui.slip.intake_hint import Hint
from ui.slip.intake_reporter import ReporterCards
from ui.slip.intake_unit_choice import UnitChoice
from ui.slip.moment import Moments
from ui.words import options

CHOICE = "choice"
CARDS = "cards"
PERSON = "person"
CHARGE = "charge"
MORE = "more"
LATER = "later"
UNIT_CHARGES = (
    ChargeClass.PAID,
    ChargeClass.FREE_WARRANTY,
    ChargeClass.FREE_REWORK,
    ChargeClass.CONTRACT,
)
CHANNELS = (Channel.PHONE, Channel.WALK_IN, Channel.WECHAT, Channel.PATROL)
GAP, CLOSE_GAP = 10, 6
CONTENT, LOW_CONTENT = 62, 46
"""Heights in px, the lesser ones for windows that are not high."""


class IntakeForm(Form):
    """A call as it is taken down: the line for a fast hand, and every fact by itself.

    It shows and hands over; what fills what is decided in ``ui/slip/intake_fill.py``.
    """

    more_shown = Signal()

    def __init__(self, moments: Moments, parent: QWidget | None = None) -> None:
        super().__init__(gap=GAP, parent=parent)
        self.rework_slip_id: int | None = None
        """The slip whose guarantee a free rework names."""
        self.entry = OneLineEntry()
        self.name_field("entry", self.tr("The call in one line"), self.entry)
        self.area_kind = self._own("area_kind", SegmentedField(options(*AreaKind)))
        self.unit: UnitPicker[UnitRow] = UnitPicker(width=120)
        self._own("unit", self.unit)
        self.unit_hint = ElidedLabel("", tone=Tone.SECOND)
        # As wide as it says where there is room, and less where there is none.
        preferred = QSizePolicy.Policy.Preferred
        self.unit_hint.setSizePolicy(preferred, preferred)
        self.choice = UnitChoice(self.unit.line)
        self.area = self._own("area", TextField(width=132, is_code=True))
        self.place = self._own("place", TextField(width=232, is_code=True))
        self.cards = ReporterCards()
        self.reporter_name = self._own("reporter_name", TextField(width=132))
        self.phone = self._own("phone", TextField(width=168, is_code=True))
        self.report_dept = self._own("report_dept", TextField(width=168))
        self.content = self._own("content", LongTextField(height=CONTENT))
        urgency = SegmentedField(options(*JobType), alarming=JobType.URGENT)
        self.job_type = self._own("job_type", urgency)
        self.job_type.set_value(JobType.ROUTINE)
        self.limits = high(Label("", tone=Tone.SECOND))
        charge = SegmentedField(options(*UNIT_CHARGES))
        self.charge_class = self._own("charge_class", charge)
        self.guarantee = Hint("rotate-ccw", Tone.OK)
        self.warranty = Hint("shield-check", Tone.SECOND)
        trade = ChoiceField(empty=self.tr("Not yet"), width=112)
        self.trade = self._own("trade", trade)
        self.trade_hint = high(Label(self.tr("by the fault"), tone=Tone.SECOND))
        appointment = MomentField(moments.now, placeholder=self.tr("Soon"), width=112)
        self.appointment_at = self._own("appointment_at", appointment)
        self.channel = self._own("channel", SegmentedField(options(*CHANNELS)))
        self.remark = self._own("remark", TextField())
        self.reported_at = self._own(
            "reported_at", MomentField(moments.now, placeholder=self.tr("Now"))
        )
        self.stock_no = self._own("stock_no", TextField(width=112, is_code=True))
        self.dispatcher_answered_by = self._own(
            "dispatcher_answered_by", TextField(width=112)
        )
        self.is_late_entry = self._own(
            "is_late_entry", CheckField(self.tr("Keyed in later"))
        )
        self.more = Button(self.tr("More fields"), Look.QUIET)
        self.more.clicked.connect(self._show_more)
        self._lay_out()
        self.area_kind.edited.connect(self.show_kind)
        self.entry.careful_wanted.connect(self.area_kind.setFocus)
        self.show_row(MORE, False)
        self.show_kind()

    def _own(self, name: str, field: Any) -> Any:
        return self.name_field(name, fact_word(name), field)

    def _lay_out(self) -> None:
        self._grid.addWidget(self.entry, 0, 0, 1, 2)
        self._unit_part = together(self.unit, self.unit_hint)
        self._place_part = together(
            self.area, Label(fact_word("place"), tone=Tone.SECOND), self.place
        )
        self.add_row(
            self.tr("Where"), flow(self.area_kind, self._unit_part, self._place_part)
        )
        self.add_row("", self.choice, key=CHOICE)
        self.add_row(fact_word("reporter_name"), self.cards, key=CARDS)
        self._dept_part = said("report_dept", self.report_dept)
        person = flow(
            self.reporter_name,
            said("phone", self.phone),
            self._dept_part,
        )
        self.add_row(fact_word("reporter_name"), person, key=PERSON)
        self.add_row(fact_word("content"), self.content)
        self.add_row(fact_word("job_type"), flow(self.job_type, self.limits))
        charge = flow(self.charge_class, self.guarantee, self.warranty)
        self.add_row(fact_word("charge_class"), charge, key=CHARGE)
        self.add_row(
            fact_word("trade"),
            flow(
                together(self.trade, self.trade_hint),
                said("appointment_at", self.appointment_at),
                high(Label(fact_word("channel"), tone=Tone.SECOND)),
                self.channel,
                gap=12,
            ),
        )
        later = flow(
            said("reported_at", self.reported_at),
            said("stock_no", self.stock_no),
            said("dispatcher_answered_by", self.dispatcher_answered_by),
            self.is_late_entry,
            gap=14,
        )
        self.add_row(fact_word("remark"), self.remark, key=MORE)
        self.add_row("", later, key=LATER)

    def show_row(self, key: str, is_shown: bool) -> None:
        super().show_row(key, is_shown)
        if key == MORE:
            super().show_row(LATER, is_shown)

    def be_low(self, is_low: bool) -> None:
        """Give less height to everything that can do with less."""
        self._grid.setVerticalSpacing(CLOSE_GAP if is_low else GAP)
        self.content.text.setFixedHeight(LOW_CONTENT if is_low else CONTENT)

    @property
    def is_unit(self) -> bool:
        """Whether the call is about a unit."""
        return self.area_kind.value() is AreaKind.UNIT

    def show_kind(self) -> None:
        """Only a unit has a room of the directory, an owner, and a price."""
        is_unit = self.is_unit
        # An owner reports for no department.
        for part in (self.area, self.place, self._place_part, self._dept_part):
            part.setVisible(not is_unit)
        for part in (self.unit, self._unit_part):
            part.setVisible(is_unit)
        self.show_row(CHARGE, is_unit)
        if not is_unit:
            self.show_row(CHOICE, False)
        self.show_people()

    def show_people(self, *, with_fields: bool = False) -> None:
        """Owners as cards where they are known; the fields where somebody else reports
        or a problem stands in them.
        """
        has_cards = self.is_unit and bool(self.cards.cards())
        self.show_row(CARDS, has_cards)
        is_other = not has_cards or self.cards.chosen() is None
        self.show_row(PERSON, is_other or with_fields)
        caption = self._rows[PERSON][0]
        caption.setText("" if has_cards else fact_word("reporter_name"))

    def show_problem(self, name: str, text: str) -> bool:
        if self.is_unit and name in ("area", "place"):
            name = "unit"  # what stands in the directory stands nowhere else
            if not self.unit.value():
                text = self.tr("Say which room it is.")
        if name in ("reporter_name", "phone", "report_dept"):
            self.show_people(with_fields=True)
        if name in ("remark", "reported_at", "stock_no", "dispatcher_answered_by"):
            self._show_more()
        return super().show_problem(name, text)

    def order(
        self,
        *,
        seen: Sequence[str],
        anyway_reason: str,
        draft_id: int | None,
        draft_key: str,
    ) -> IssueSlip:
        """What was typed; every field has been read once without a problem."""
        is_unit = self.is_unit
        label = self.unit.value()
        charge = self.charge_class.value() if is_unit else None
        rework = self.rework_slip_id if charge is ChargeClass.FREE_REWORK else None
        area = self.area.value()
        if is_unit and (not area or self.unit.names_nothing()):
            area = area_of(label)
        return IssueSlip(
            area_kind=AreaKind(self.area_kind.value()),
            area=area,
            place=label if is_unit else self.place.value(),
            reporter_name=self.reporter_name.value(),
            content=self.content.value(),
            unit=label if is_unit else "",
            phone=self.phone.value(),
            report_dept=self.report_dept.value(),
            reporter_kind=self._reporter_kind(),
            job_type=JobType(self.job_type.value()),
            channel=Channel(self.channel.value()),
            charge_class=charge,
            trade=self.trade.value() or "",
            appointment_at=self.appointment_at.value(),
            reported_at=self.reported_at.value(),
            remark=self.remark.value(),
            stock_no=self.stock_no.value(),
            dispatcher_answered_by=self.dispatcher_answered_by.value(),
            is_late_entry=self.is_late_entry.value(),
            duplicates_seen=tuple(seen),
            anyway_reason=anyway_reason,
            parent_slip_id=rework,
            link_kind=LinkKind.REWORK if rework is not None else None,
            draft_id=draft_id,
            draft_key=draft_key,
        )

    def _reporter_kind(self) -> ReporterKind | None:
        """Somebody whom the directory does not know as an owner reports as other."""
        owners = {card.owner.name for card in self.cards.cards()}
        if self.is_unit and owners and self.reporter_name.value() not in owners:
            return ReporterKind.OTHER
        return None

    def is_blank(self) -> bool:
        """Whether nothing worth keeping was typed."""
        names = (
            "entry",
            "unit",
            "area",
            "place",
            "reporter_name",
            "phone",
            "report_dept",
            "content",
            "remark",
        )
        return not any(self.field(name).typed() for name in names)

    def clear(self) -> None:
        super().clear()
        self.job_type.set_value(JobType.ROUTINE)
        self.rework_slip_id = None
        self.unit_hint.say("", Tone.SECOND)
        self.cards.show_owners(())
        self.choice.offer(())
        self.guarantee.say("")
        self.warranty.say("")
        self.trade_hint.hide()
        self.show_row(CHOICE, False)
        self.show_row(MORE, False)
        self.more.show()
        self.show_kind()

    def set_typed(self, typed: dict[str, Any]) -> None:
        super().set_typed(typed)
        self.show_kind()
        if any(typed.get(name) for name in ("remark", "reported_at", "stock_no")):
            self._show_more(with_focus=False)

    def show_owner(self, owner: Owner | None) -> None:
        """Mark the owner who reports; None: somebody else does."""
        self.cards.mark(owner)
        self.show_people()

    def _show_more(self, *, with_focus: bool = True) -> None:
        self.more.hide()
        self.show_row(MORE, True)
        self.more_shown.emit()
        if with_focus:
            self.remark.setFocus()


def area_of(label: str) -> str:
    """The area (区域) of a room that the directory says none of: its building."""
    room = parse_room(label)
    return f"{room.building}栋" if room is not None else label[:40]
