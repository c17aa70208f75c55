"""What stands in the fields of a printed repair slip: labels, values, notes."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from models.money import format_capitals, format_money, format_quantity
from models.slip import JobType, Outcome, OwnerOpinion
from models.text import Translate
from models.unit import AreaKind
from reports import fonts
from reports.slip_paper import CopyMark, Material, SlipForm


@dataclass(frozen=True, slots=True)
class Cell:
    """One field: its label, what stands in it, its part of the row's width."""

    label: str
    text: str
    share: float
    is_strong: bool = False

    @property
    def font(self) -> str:
        return fonts.SEMIBOLD if self.is_strong else fonts.REGULAR


class Fields:
    """The fields of one slip as one paper words them.

    ``has_years``: times are written with their year always, not only where it
    differs from the year of the report.
    """

    def __init__(self, form: SlipForm, translate: Translate, has_years: bool) -> None:
        self.form = form
        self.translate = translate
        self.has_years = has_years

    def place(self) -> tuple[Cell, Cell, Cell]:
        form = self.form
        unit = form.unit
        if form.area_kind is AreaKind.PUBLIC:
            unit = self.translate("SlipForm", "Public area")
        elif form.area_kind is AreaKind.OFFICE:
            unit = self.translate("SlipForm", "Management office")
        return (
            Cell(self.translate("SlipForm", "Area"), form.area, 22),
            Cell(self.translate("SlipForm", "Unit"), unit, 28, is_strong=True),
            Cell(self.translate("SlipForm", "Place"), form.place, 50),
        )

    def reported(self) -> tuple[Cell, Cell]:
        form = self.form
        desk = "，".join(
            filter(None, (f"{form.post} {form.received_by}".strip(), form.channel))
        )
        return (
            Cell(
                self.translate("SlipForm", "Reported"), self.when(form.reported_at), 50
            ),
            Cell(self.translate("SlipForm", "Received by"), desk, 50),
        )

    def reporter(self) -> tuple[Cell, Cell]:
        form = self.form
        reporter = form.reporter
        if form.report_dept:
            reporter = f"{reporter}（{form.report_dept}）"
        if form.owner and form.owner != form.reporter:
            reporter = self.translate("SlipForm", "{reporter}, owner {owner}").format(
                reporter=reporter, owner=form.owner
            )
        return (
            Cell(self.translate("SlipForm", "Reporter"), reporter, 38, is_strong=True),
            Cell(self.translate("SlipForm", "Phone"), form.phone, 62),
        )

    def job_types(self) -> list[tuple[str, bool]]:
        words = {
            JobType.URGENT: self.translate("SlipForm", "Urgent"),
            JobType.ROUTINE: self.translate("SlipForm", "Routine"),
            JobType.PLANNED: self.translate("SlipForm", "Planned"),
        }
        return [(word, self.form.job_type is type_) for type_, word in words.items()]

    def opinions(self) -> list[tuple[str, bool]]:
        words = {
            OwnerOpinion.SATISFIED: self.translate("SlipForm", "Satisfied"),
            OwnerOpinion.FAIR: self.translate("SlipForm", "Fair"),
            OwnerOpinion.DISSATISFIED: self.translate("SlipForm", "Not satisfied"),
        }
        return [(word, self.form.opinion is each) for each, word in words.items()]

    def content(self) -> Cell:
        return Cell(self.translate("SlipForm", "Work wanted"), self.form.content, 1)

    def charge(self) -> Cell:
        return Cell(self.translate("SlipForm", "Charge"), self.form.charge, 40)

    def trade(self) -> tuple[Cell, Cell, Cell]:
        form = self.form
        return (
            Cell(self.translate("SlipForm", "Trade"), form.trade, 22),
            Cell(
                self.translate("SlipForm", "Dispatched"),
                self.when(form.dispatched_at),
                39,
            ),
            Cell(self.translate("SlipForm", "Supervisor"), form.supervisor, 39),
        )

    def technicians(self) -> tuple[Cell, Cell]:
        form = self.form
        appointment = "，".join(
            filter(None, (self.when(form.appointment_at), form.appointment_reason))
        )
        return (
            Cell(
                self.translate("SlipForm", "Technician"),
                "、".join(form.technicians),
                40,
            ),
            Cell(self.translate("SlipForm", "Appointment"), appointment, 60),
        )

    def times(self) -> tuple[Cell, Cell]:
        return (
            Cell(
                self.translate("SlipForm", "Arrived"),
                self.when(self.form.arrived_at),
                50,
            ),
            Cell(
                self.translate("SlipForm", "Finished"), self.when(self.form.done_at), 50
            ),
        )

    def result(self) -> Cell:
        return Cell(
            self.translate("SlipForm", "Result, or why unfinished"), self._result(), 1
        )

    def _result(self) -> str:
        form = self.form
        parts = []
        if form.outcome is Outcome.COMPLETED:
            parts.append(self.translate("SlipForm", "Completed"))
        elif form.outcome is Outcome.UNFINISHED:
            parts.append(self.translate("SlipForm", "Unfinished"))
        parts += filter(None, (form.result, form.unfinished_reason))
        if form.eta_at is not None:
            expected = self.translate("SlipForm", "expected {time}")
            parts.append(expected.format(time=self.when(form.eta_at)))
        return "，".join(parts)

    def fees(self) -> tuple[Cell, Cell]:
        return (
            Cell(self.translate("SlipForm", "Labour"), _yuan(self.form.labour), 40),
            Cell(
                self.translate("SlipForm", "Total"),
                _yuan(self.form.total),
                60,
                is_strong=True,
            ),
        )

    def capitals(self) -> Cell:
        total = self.form.total
        words = "人民币" if total is None else format_capitals(total)
        return Cell(self.translate("SlipForm", "Total in words"), words, 1)

    def materials(self, places: int) -> list[tuple[str, str, str, str, str]]:
        materials = self.form.materials
        shown, rest = materials, materials[:0]
        if len(materials) > places:
            shown, rest = materials[: places - 1], materials[places - 1 :]
        rows = [_material_texts(material) for material in shown]
        if rest:
            more = self.translate("SlipForm", "{count} more, see the list").format(
                count=len(rest)
            )
            amount = sum((each.amount for each in rest), Decimal(0))
            rows.append((more, "", "", "", format_money(amount)))
        return rows

    def quote(self) -> str:
        """The price agreed on, or the sign before the blank it is written on."""
        amount = _yuan(self.form.quote) or "¥"
        return " ".join((self.translate("SlipForm", "Quote"), amount))

    def receipts(self) -> list[tuple[str, str]]:
        """Who signs at the bottom, and what is known of it already."""
        form = self.form
        between = "\n" if self.has_years else " "
        returned = between.join(
            filter(None, (form.returned_to, self.when(form.returned_at)))
        )
        return [
            (self.translate("SlipForm", "Technician"), ""),
            (self.translate("SlipForm", "Checked by supervisor"), ""),
            (self.translate("SlipForm", "Dispatcher"), form.dispatcher),
            (self.translate("SlipForm", "Back at Housekeeping"), returned),
            (self.translate("SlipForm", "Paid at Finance"), self.when(form.paid_at)),
        ]

    def legend(self) -> str:
        """``第一联 白 工程部　第二联 红 财务部``: whose the copies are (S4-4.1.3)."""
        return "　".join(
            f"{self.copy_name(copy)} {copy.colour} {copy.label}"
            for copy in self.form.copies
        )

    def copy_name(self, copy: CopyMark) -> str:
        names = (
            self.translate("SlipForm", "Copy 1"),
            self.translate("SlipForm", "Copy 2"),
            self.translate("SlipForm", "Copy 3"),
            self.translate("SlipForm", "Copy 4"),
        )
        return names[copy.number - 1]

    def notes(self) -> str:
        """What the slip is not, and the procedure it follows (S4-0.1)."""
        return "　".join(
            (
                self.translate("SlipForm", "Not a voucher for reimbursement"),
                self.translate("SlipForm", "According to {procedure}").format(
                    procedure=self.form.procedure
                ),
            )
        )

    def print_mark(self, copy: CopyMark) -> str:
        """Which print this is, and when it was made (domain-model 4.3)."""
        if copy.printed_at is None:
            return self.translate("SlipForm", "Preview, not counted as a print")
        time = copy.printed_at.strftime("%Y-%m-%d %H:%M")
        if copy.reprint:
            return self.translate("SlipForm", "Reprint {count}  {time}").format(
                count=copy.reprint, time=time
            )
        return self.translate("SlipForm", "First print  {time}").format(time=time)

    def when(self, at: datetime | None, *, date_only: bool = False) -> str:
        """A local time as the paper writes it; a year only where it is needed."""
        if at is None:
            return ""
        first = self.form.reported_at or at
        day = "%m-%d"
        if date_only or self.has_years or at.year != first.year:
            day = "%Y-%m-%d"
        return at.strftime(day if date_only else f"{day} %H:%M")


def _material_texts(material: Material) -> tuple[str, str, str, str, str]:
    return (
        material.name,
        material.uom,
        format_quantity(material.quantity),
        format_money(material.price),
        format_money(material.amount),
    )


def _yuan(amount: Decimal | None) -> str:
    return "" if amount is None else f"¥{format_money(amount)}"
