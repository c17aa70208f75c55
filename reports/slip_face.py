"""The parts a repair slip's face is made of, drawn alike on every paper.

A face is a stack of blocks; blocks give way to each other so that the longest text
still fits. Nothing is grey and nothing is reversed on a form of several plies.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from models.money import format_capitals, format_money, format_quantity
from models.slip import JobType, Outcome, OwnerOpinion
from models.text import Translate
from models.unit import AreaKind
from reports import fonts
from reports.codes import code128_width, draw_code128
from reports.page import BLACK, MM, WHITE, Box, Page
from reports.paragraph import needed_height
from reports.slip_paper import CopyMark, Material, SlipForm

TITLE = "工程维修单"
"""The title of the controlled document (S4-5.1), the same in every language."""

URGENT = "紧急"
"""The word of the stamp (S4c-2.4)."""

OUTLINE = 0.5 * MM
SIGNATURE_OUTLINE = 0.6 * MM
HEAVY_OUTLINE = 1.2 * MM
PAD = 1.6 * MM
DARK = "#3A3D42"


@dataclass(frozen=True, slots=True)
class Style:
    """Sizes of one paper, in pt. ``least`` is the smallest a value may shrink to."""

    title: float
    centre: float
    number: float
    label: float
    value: float
    small: float
    least: float
    qr: float
    urgent: tuple[float, float]
    is_impact: bool
    has_years: bool


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


@dataclass(frozen=True, slots=True)
class Block:
    """Part of the stack: the height it would like, the least that shows all of it,
    how to draw it, and the least it may be left with when everything is too long.
    """

    height: float
    least: float
    draw: Callable[[Box], None]
    floor: float = 0

    def __post_init__(self) -> None:
        if not self.floor:
            object.__setattr__(self, "floor", self.least)


class Face:
    """Draws the parts of one slip's face on a page."""

    def __init__(
        self, page: Page, form: SlipForm, translate: Translate, style: Style
    ) -> None:
        self.page = page
        self.form = form
        self.style = style
        self._translate = translate
        self._label_colour = BLACK if style.is_impact else DARK

    def tr(self, text: str) -> str:
        return self._translate("SlipForm", text)

    # Blocks

    def stack(self, box: Box, blocks: Sequence[Block]) -> None:
        """Fill a box with blocks from the top; rules between, an outline around."""
        y = box.y
        for block, height in zip(blocks, _shared(blocks, box.height), strict=True):
            if y > box.y:
                self.page.rule(box.x, y, box.right, y)
            block.draw(box._replace(y=y, height=height))
            y += height
        self.page.frame(box, OUTLINE)

    def row(self, width: float, height: float, least: float, *cells: Cell) -> Block:
        """A block of fields side by side, wider and higher where a text is long."""
        widths = self._widths(cells, width)
        wanted, floor = height, least
        for cell, room in zip(cells, widths, strict=True):
            if self._need(cell) > room + 1:
                wanted = max(wanted, self._height(cell, room, self.style.small))
                least = max(least, self._height(cell, room, self.style.least))

        def draw(box: Box) -> None:
            boxes = box.columns(*widths)
            for cell, part in zip(cells, boxes, strict=True):
                self.field(part, cell)
            for part in boxes[1:]:
                self.page.rule(part.x, part.y, part.x, part.bottom)

        return Block(max(wanted, least), least, draw, floor)

    def long_row(
        self, width: float, heights: tuple[float, float, float], cell: Cell
    ) -> Block:
        """A block of one long text; heights: least, usual, most."""
        least, usual, most = heights
        wanted = self._height(cell, width, self.style.value) + MM
        tight = self._height(cell, width, self.style.least)
        return Block(
            max(usual, min(wanted, most)),
            max(least, min(tight, most)),
            lambda box: self.field(box, cell),
        )

    # Fields

    def field(self, box: Box, cell: Cell) -> None:
        """A label and its value beside it, the value on several lines if it must."""
        style = self.style
        label_width = self._label_width(cell.label, box.width, cell.text)
        room = Box(
            box.x + label_width,
            box.y + 0.5 * MM,
            box.width - label_width - PAD,
            box.height - MM,
        )
        first_line = box
        if cell.text:
            printed = self.page.paragraph_in(
                room, cell.text, style.value, least=style.least, font=cell.font
            )
            if len(printed.lines) > 1:
                top = room.y + (room.height - printed.height) / 2
                first_line = Box(box.x, top, box.width, printed.size)
        self.label(first_line, cell.label, label_width)

    def label(self, box: Box, text: str, width: float | None = None) -> None:
        """A label in the middle of a box's height, at its left."""
        room = (width or box.width) - 2 * PAD
        self.page.line_in(
            box._replace(x=box.x + PAD, width=room),
            text,
            self.style.label,
            colour=self._label_colour,
        )

    def signed_field(self, box: Box, label: str, text: str = "") -> None:
        """A place to sign: the label at the top, what is known already under it."""
        line = self.style.label * 1.6
        self.label(box.from_top(line + MM), label)
        if text:
            room = box.inset(PAD, 0.6 * MM).from_bottom(box.height - line - 1.6 * MM)
            self.page.paragraph_in(room, text, self.style.small, least=self.style.least)

    def choices(
        self, box: Box, label: str, words: Sequence[tuple[str, bool]], *, down: bool
    ) -> None:
        """A label and boxes to tick, beside each other or one below the other."""
        label_width = self._label_width(label, box.width)
        self.label(box, label, label_width)
        area = box._replace(x=box.x + label_width, width=box.width - label_width)
        size = self.style.value
        ems = [1.35 + fonts.em_width(word, fonts.REGULAR) for word, _ in words]
        if not down:
            most = area.width - PAD - 1.5 * MM * (len(words) - 1)
            size = min(size, most / sum(ems))
        side, gap = size * 0.95, size * 0.4
        widths = [em * size for em in ems]
        if down:
            places = area.rows(*[1] * len(words))
        else:
            free = max(area.width - PAD - sum(widths), 0)
            between = min(free / max(len(words) - 1, 1), 4.5 * MM)
            x, places = area.x, []
            for width in widths:
                places.append(area._replace(x=x, width=width))
                x += width + between
        for place, (word, is_ticked) in zip(places, words, strict=True):
            middle = place.y + place.height / 2
            self.page.tick_box(place.x, middle, side, is_ticked=is_ticked)
            room = place._replace(x=place.x + side + gap, width=area.right - place.x)
            self.page.line_in(room, word, size)

    # Parts of every face

    def header(self, box: Box) -> None:
        """Title, centre and telephone, the 紧急 box, the number and its bars."""
        number = self._number(box)
        width, height = self.style.urgent
        stamp = Box(number.x - 9 * MM - width, box.y + 0.8 * MM, width, height)
        self._urgent(stamp)
        left = box.x + self.style.qr + 4.5 * MM
        room = box._replace(x=left, width=stamp.x - 4 * MM - left)
        parts = room.rows(1.35, 0.85, 0.8)
        self.page.line_in(parts[0], TITLE, self.style.title, font=fonts.SEMIBOLD)
        hotline = self.form.hotline
        if not hotline:
            parts[1] = parts[1]._replace(height=parts[1].height + parts[2].height)
        self.page.paragraph_in(parts[1], self.form.centre, self.style.centre, least=5.5)
        if hotline:
            text = self.tr("Repairs {phone}").format(phone=hotline)
            self.page.line_in(parts[2], text, self.style.label)

    def _number(self, box: Box) -> Box:
        style, number = self.style, self.form.number
        most = box.width * 0.36
        bars = code128_width(number)
        if bars is not None and bars > most:
            bars = None
        label = self.tr("No.")
        label_width = fonts.em_width(label, fonts.REGULAR) * style.label + 2.5 * MM
        text_width = fonts.em_width(number, fonts.SEMIBOLD) * style.number
        width = min(max(bars or 0, text_width + label_width), most)
        area = box.from_right(width)
        if bars is not None:
            height = box.height * 0.54
            draw_code128(self.page, box.right - bars, box.y, height, number)
            area = area.from_bottom(box.height - height)
        room = area.from_right(width - label_width)
        self.page.line_in(
            room, number, style.number, font=fonts.SEMIBOLD, align="right"
        )
        shown = min(text_width, room.width)
        self.page.line_in(
            area._replace(width=area.width - shown - 2.5 * MM),
            label,
            style.label,
            align="right",
            colour=self._label_colour,
        )
        return area

    def _urgent(self, box: Box) -> None:
        page, is_urgent = self.page, self.form.is_urgent
        size = box.height * 0.62
        if is_urgent and not self.style.is_impact:
            page.fill(box, BLACK)
        heavy = is_urgent and self.style.is_impact
        page.frame(box, HEAVY_OUTLINE if heavy else OUTLINE)
        if is_urgent:
            colour = BLACK if self.style.is_impact else WHITE
            page.line_in(
                box,
                URGENT,
                size,
                font=fonts.SEMIBOLD,
                align="centre",
                colour=colour,
            )

    def place_cells(self) -> tuple[Cell, Cell, Cell]:
        form = self.form
        unit = form.unit
        if form.area_kind is AreaKind.PUBLIC:
            unit = self.tr("Public area")
        elif form.area_kind is AreaKind.OFFICE:
            unit = self.tr("Management office")
        return (
            Cell(self.tr("Area"), form.area, 22),
            Cell(self.tr("Unit"), unit, 28, is_strong=True),
            Cell(self.tr("Place"), form.place, 50),
        )

    def reported_cells(self) -> tuple[Cell, Cell]:
        form = self.form
        desk = "，".join(
            filter(None, (f"{form.post} {form.received_by}".strip(), form.channel))
        )
        return (
            Cell(self.tr("Reported"), self.when(form.reported_at), 50),
            Cell(self.tr("Received by"), desk, 50),
        )

    def reporter_cells(self) -> tuple[Cell, Cell]:
        form = self.form
        reporter = form.reporter
        if form.report_dept:
            reporter = f"{reporter}（{form.report_dept}）"
        if form.owner and form.owner != form.reporter:
            reporter = self.tr("{reporter}, owner {owner}").format(
                reporter=reporter, owner=form.owner
            )
        return (
            Cell(self.tr("Reporter"), reporter, 38, is_strong=True),
            Cell(self.tr("Phone"), form.phone, 62),
        )

    def job_types(self) -> list[tuple[str, bool]]:
        words = {
            JobType.URGENT: self.tr("Urgent"),
            JobType.ROUTINE: self.tr("Routine"),
            JobType.PLANNED: self.tr("Planned"),
        }
        return [(word, self.form.job_type is type_) for type_, word in words.items()]

    def opinions(self) -> list[tuple[str, bool]]:
        words = {
            OwnerOpinion.SATISFIED: self.tr("Satisfied"),
            OwnerOpinion.FAIR: self.tr("Fair"),
            OwnerOpinion.DISSATISFIED: self.tr("Not satisfied"),
        }
        return [(word, self.form.opinion is each) for each, word in words.items()]

    def content_cell(self) -> Cell:
        return Cell(self.tr("Work wanted"), self.form.content, 1)

    def charge_cell(self) -> Cell:
        return Cell(self.tr("Charge"), self.form.charge, 40)

    def trade_cells(self) -> tuple[Cell, Cell, Cell]:
        form = self.form
        return (
            Cell(self.tr("Trade"), form.trade, 22),
            Cell(self.tr("Dispatched"), self.when(form.dispatched_at), 39),
            Cell(self.tr("Supervisor"), form.supervisor, 39),
        )

    def technician_cells(self) -> tuple[Cell, Cell]:
        form = self.form
        appointment = "，".join(
            filter(None, (self.when(form.appointment_at), form.appointment_reason))
        )
        return (
            Cell(self.tr("Technician"), "、".join(form.technicians), 40),
            Cell(self.tr("Appointment"), appointment, 60),
        )

    def time_cells(self) -> tuple[Cell, Cell]:
        return (
            Cell(self.tr("Arrived"), self.when(self.form.arrived_at), 50),
            Cell(self.tr("Finished"), self.when(self.form.done_at), 50),
        )

    def result_cell(self) -> Cell:
        return Cell(self.tr("Result, or why unfinished"), self._result(), 1)

    def _result(self) -> str:
        form = self.form
        parts = []
        if form.outcome is Outcome.COMPLETED:
            parts.append(self.tr("Completed"))
        elif form.outcome is Outcome.UNFINISHED:
            parts.append(self.tr("Unfinished"))
        parts += filter(None, (form.result, form.unfinished_reason))
        if form.eta_at is not None:
            expected = self.tr("expected {time}")
            parts.append(expected.format(time=self.when(form.eta_at)))
        return "，".join(parts)

    def materials(self, box: Box, lines: int, head: float) -> None:
        """The table of materials; more lines than places are summed in the last."""
        page, style = self.page, self.style
        rows = [
            box.from_top(head),
            *box.from_bottom(box.height - head).rows(*[1] * lines),
        ]
        names = (
            self.tr("Material"),
            self.tr("Measure"),
            self.tr("Quantity"),
            self.tr("Price"),
            self.tr("Amount (yuan)"),
        )
        shares = (42, 10, 12, 16, 20)
        for part, name in zip(rows[0].columns(*shares), names, strict=True):
            page.line_in(
                part.inset(MM, 0),
                name,
                style.label,
                align="centre",
                colour=self._label_colour,
            )
        for row, texts in zip(rows[1:], self._material_rows(lines), strict=False):
            for index, (part, text) in enumerate(
                zip(row.columns(*shares), texts, strict=True)
            ):
                room = part.inset(PAD, 0.3 * MM)
                if index == 0:
                    room = part.inset(PAD, 0.1 * MM)
                    page.paragraph_in(room, text, style.value, least=5.5)
                else:
                    page.line_in(
                        room,
                        text,
                        style.value,
                        align="centre" if index == 1 else "right",
                    )
        for row in rows[1:]:
            page.rule(row.x, row.y, row.right, row.y)
        for part in box.columns(*shares)[1:]:
            page.rule(part.x, box.y, part.x, box.bottom)

    def _material_rows(self, places: int) -> list[tuple[str, str, str, str, str]]:
        materials = self.form.materials
        shown, rest = materials, materials[:0]
        if len(materials) > places:
            shown, rest = materials[: places - 1], materials[places - 1 :]
        rows = [_material_texts(material) for material in shown]
        if rest:
            more = self.tr("{count} more, see the list").format(count=len(rest))
            amount = sum((each.amount for each in rest), Decimal(0))
            rows.append((more, "", "", "", format_money(amount)))
        return rows

    def fee_cells(self) -> tuple[Cell, Cell]:
        return (
            Cell(self.tr("Labour"), _yuan(self.form.labour), 40),
            Cell(self.tr("Total"), _yuan(self.form.total), 60, is_strong=True),
        )

    def capitals_cell(self) -> Cell:
        total = self.form.total
        words = "人民币" if total is None else format_capitals(total)
        return Cell(self.tr("Total in words"), words, 1)

    def quote_signature(self, box: Box) -> None:
        """① The owner's signature under the price, before the work (S4-4.2.3.1-1)."""
        form = self.form
        is_unit = form.area_kind is AreaKind.UNIT
        self._signature(
            box,
            "① " + self.tr("Owner agrees to the price"),
            self.tr("Before the work: I have seen the price. Free work: write “free”.")
            if is_unit
            else self.tr("Public area: no charge, not signed here."),
            form.quote_signed_by,
            form.quote_signed_at,
            f"{self.tr('Quote')} {_yuan(form.quote) or '¥'}" if is_unit else "",
        )

    def work_signature(self, box: Box) -> None:
        """② The signature under the finished work (S4-4.1.2.4-1, S3-8.5)."""
        form = self.form
        signer = form.signed_by
        if form.sign_note:
            signer = f"{signer}（{form.sign_note}）" if signer else form.sign_note
        self._signature(
            box,
            "② " + self.tr("Owner accepts the work"),
            self.tr(
                "After the work: tried out; result and fee are right. "
                "Signing for the owner: say who you are, and your phone."
            )
            if form.area_kind is AreaKind.UNIT
            else self.tr("Public area: inspected by Housekeeping."),
            signer,
            form.signed_at,
        )

    def _signature(
        self,
        box: Box,
        title: str,
        hint: str,
        signer: str,
        signed_at: datetime | None,
        price: str = "",
    ) -> None:
        page, style = self.page, self.style
        page.frame(box, SIGNATURE_OUTLINE)
        inner = box.inset(2 * MM, 1.4 * MM)
        size = style.value + (0 if style.is_impact else 1)
        head = inner.from_top(size * 1.2)
        foot = inner.from_bottom(style.value * 1.2)
        title_width = fonts.em_width(title, fonts.SEMIBOLD) * size
        page.line_in(head, title, size, font=fonts.SEMIBOLD)
        beside = head.from_right(max(head.width - title_width - 4 * MM, 0))
        hint_width = fonts.em_width(hint, fonts.REGULAR) * style.label
        middle = Box(
            inner.x, head.bottom + 0.4 * MM, inner.width, foot.y - head.bottom - MM
        )
        if price:
            middle = self._price(price, beside, middle)
        date = self.when(signed_at, date_only=True) or self.tr("Year    Month    Day")
        date_size = style.value if signed_at else style.label
        date_width = fonts.em_width(date, fonts.REGULAR) * date_size
        page.line_in(foot, date, date_size, align="right")
        line_end = max(foot.right - date_width - 4 * MM, foot.x + 12 * MM)
        page.signature_line(foot.x, line_end, foot.bottom)
        if signer:
            width = line_end - foot.x
            wide = fonts.em_width(signer, fonts.SEMIBOLD) * style.value > width
            room = Box(foot.x, middle.y, width, foot.bottom - 0.5 * MM - middle.y)
            size = style.least + 0.5 if wide else style.value
            high = min(needed_height(signer, width, size, fonts.SEMIBOLD), room.height)
            room = room.from_bottom(high)
            page.paragraph_in(room, signer, size, least=5, font=fonts.SEMIBOLD)
        elif not price and hint_width <= beside.width:
            page.line_in(beside, hint, style.label, colour=self._label_colour)
        else:
            page.paragraph_in(
                middle,
                hint,
                style.label,
                least=5,
                at_top=True,
                colour=self._label_colour,
            )

    def _price(self, price: str, beside: Box, middle: Box) -> Box:
        """Print the price, or a line to write it on, at the right of the title.

        Where that is too narrow it stands at the top of ``middle``; answers with
        what is left of that.
        """
        size = self.style.value
        wanted = fonts.em_width(price, fonts.REGULAR) * size
        blank = 26 * MM if price.endswith("¥") else 0
        place = beside.from_right(wanted + blank)
        if wanted + blank > beside.width:
            place = middle.from_top(size * 1.3)
            middle = middle.from_bottom(middle.height - place.height - 0.6 * MM)
            blank = min(blank, place.width - wanted)
        self.page.line_in(place, price, size)
        if blank:
            start = place.x + wanted + MM
            self.page.signature_line(start, start + blank - MM, place.bottom)
        return middle

    def receipts(self) -> list[tuple[str, str]]:
        """Who signs at the bottom, and what is known of it already."""
        form = self.form
        between = "\n" if self.style.has_years else " "
        returned = between.join(
            filter(None, (form.returned_to, self.when(form.returned_at)))
        )
        return [
            (self.tr("Technician"), ""),
            (self.tr("Checked by supervisor"), form.checked_by),
            (self.tr("Dispatcher"), form.dispatcher),
            (self.tr("Back at Housekeeping"), returned),
            (self.tr("Paid at Finance"), self.when(form.paid_at)),
        ]

    def legend(self) -> str:
        """``第一联 白 工程部　第二联 红 财务部``: whose the copies are (S4-4.1.3)."""
        return "　".join(
            f"{self.copy_name(copy)} {copy.colour} {copy.label}"
            for copy in self.form.copies
        )

    def copy_name(self, copy: CopyMark) -> str:
        names = (
            self.tr("Copy 1"),
            self.tr("Copy 2"),
            self.tr("Copy 3"),
            self.tr("Copy 4"),
        )
        return names[copy.number - 1]

    def notes(self) -> str:
        """What the slip is not, and the procedure it follows (S4-0.1)."""
        return "　".join(
            (
                self.tr("Not a voucher for reimbursement"),
                self.tr("According to {procedure}").format(
                    procedure=self.form.procedure
                ),
            )
        )

    def print_mark(self, copy: CopyMark) -> str:
        """Which print this is, and when it was made (domain-model 4.3)."""
        if copy.printed_at is None:
            return self.tr("Preview, not counted as a print")
        time = copy.printed_at.strftime("%Y-%m-%d %H:%M")
        if copy.reprint:
            return self.tr("Reprint {count}  {time}").format(
                count=copy.reprint, time=time
            )
        return self.tr("First print  {time}").format(time=time)

    def when(self, at: datetime | None, *, date_only: bool = False) -> str:
        """A local time as the paper writes it; a year only where it is needed."""
        if at is None:
            return ""
        first = self.form.reported_at or at
        day = "%m-%d"
        if date_only or self.style.has_years or at.year != first.year:
            day = "%Y-%m-%d"
        return at.strftime(day if date_only else f"{day} %H:%M")

    def _label_width(self, label: str, width: float, text: str = " ") -> float:
        wanted = fonts.em_width(label, fonts.REGULAR) * self.style.label + 2 * PAD
        return min(wanted, width * 0.5 if text else width)

    def _need(self, cell: Cell) -> float:
        text = fonts.em_width(cell.text, cell.font) * self.style.value
        label = fonts.em_width(cell.label, fonts.REGULAR) * self.style.label
        return text + label + 3 * PAD

    def _height(self, cell: Cell, width: float, size: float) -> float:
        """What the cell needs if its text is broken into lines at ``size``."""
        room = width - self._label_width(cell.label, width) - PAD
        return needed_height(cell.text, room, size, cell.font) + 1.6 * MM

    def _widths(self, cells: Sequence[Cell], width: float) -> list[float]:
        """Shares of a row; a long text takes from those that have room to give.

        Where all together want more than there is, the short ones get what they
        need and the long ones share the rest.
        """
        needs = [self._need(cell) + 0.5 for cell in cells]
        if sum(needs) > width:
            widths, rest = [0.0] * len(cells), width
            order = sorted(range(len(cells)), key=needs.__getitem__)
            for waiting, index in zip(range(len(cells), 0, -1), order, strict=True):
                widths[index] = min(needs[index], rest / waiting)
                rest -= widths[index]
            return widths
        total = sum(cell.share for cell in cells)
        widths = [width * cell.share / total for cell in cells]
        lack = sum(max(need - has, 0) for need, has in zip(needs, widths, strict=True))
        spare = sum(max(has - need, 0) for need, has in zip(needs, widths, strict=True))
        if not lack:
            return widths
        return [
            need if need > has else has - (has - need) * lack / spare
            for need, has in zip(needs, widths, strict=True)
        ]


def _shared(blocks: Sequence[Block], total: float) -> list[float]:
    """Heights that fill ``total``: what is over or missing is shared by what gives."""
    high = [block.height for block in blocks]
    low = [block.least for block in blocks]
    if sum(low) > total:
        high, low = low, [block.floor for block in blocks]
    give = [most - least for most, least in zip(high, low, strict=True)]
    part = (total - sum(high)) / (sum(give) or 1)
    return [most + each * part for most, each in zip(high, give, strict=True)]


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
