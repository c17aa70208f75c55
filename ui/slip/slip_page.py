"""One slip with all that is known of it."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Slot
from PySide6.QtWidgets import QGridLayout, QScrollArea, QWidget

from app.slip_view import LineView, SlipView, load_slip_view
from models.money import format_money, format_quantity
from models.phone import mask_phone
from models.slip import Channel, DutyPost, Outcome, OwnerOpinion, SignStatus, SlipState
from ui.kit.button import Look
from ui.kit.copy_labels import CopyLabels
from ui.kit.fields import NAME_MARK
from ui.kit.glyph import StatusLabel
from ui.kit.label import ElidedLabel, Hairline, Label, Tone
from ui.kit.layout import column, pane, row
from ui.kit.timeline import Timeline
from ui.shell.actions import action_button
from ui.shell.frame import Frame
from ui.shell.page import Page
from ui.slip.copy_face import copy_faces
from ui.slip.event_text import event_entries
from ui.slip.fact_word import fact_word
from ui.slip.moment import Moments
from ui.slip.slip_moves import SlipMoves
from ui.slip.slip_pane import TABLES, Money, class_line
from ui.slip.status import status_of
from ui.theme.typeface import CAPTION, INPUT, OBJECT
from ui.words import field_word, word


class SlipPage(Page):
    """Facts at the left, copies and life at the right."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self.moves = SlipMoves(frame, self)
        self._moments = Moments(frame.work)
        self._slip_id: int | None = None
        self.view: SlipView | None = None
        self.back = action_button("slip.back", Look.LINK)
        self.back.clicked.connect(frame.go_back)
        self.more = action_button("slip.moves")
        self.more.clicked.connect(self._offer_moves)
        self.print = action_button("slip.print")
        self.print.clicked.connect(self._print)
        self._number = Label("", OBJECT, is_strong=True)
        self._status = StatusLabel(INPUT, is_strong=True)
        self._class = ElidedLabel("", tone=Tone.SECOND)
        self._facts = _Facts()
        self._lines = _Lines()
        self._copies = CopyLabels()
        self._money = Money()
        self.life = Timeline(self.tr("What happened"))
        body = QWidget()
        column(
            self._facts,
            self._lines,
            None,
            spacing=24,
            margins=(24, 16, 24, 24),
            on=body,
        )
        scroll = QScrollArea(widgetResizable=True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(body)
        scroll.setAccessibleName(self.tr("Facts of the slip"))
        head = row(
            self.back,
            self._number,
            self._status,
            self._class,
            self.print,
            self.more,
            spacing=12,
            margins=(16, 12, 24, 12),
        )
        head.setStretch(3, 1)
        left = pane("surface")
        column(head, Hairline(), scroll, spacing=0, on=left)
        right = pane("sunken")
        right.setFixedWidth(400)
        side = column(
            _head(self.tr("Where the copies are")),
            self._copies,
            8,
            self._money,
            8,
            _head(self.tr("What happened")),
            self.life,
            spacing=8,
            margins=(24, 20, 24, 12),
            on=right,
        )
        side.setStretch(side.count() - 1, 1)
        whole = row(left, right, spacing=0, on=self)
        whole.setStretch(0, 1)
        frame.work.changed.connect(self._after_change)

    def arrive(self) -> None:
        self.more.setFocus()

    def look_at(self, thing: object) -> None:
        if isinstance(thing, int):
            self._slip_id = thing
            self._ask()

    def _ask(self) -> None:
        self.frame.work.look(self, load_slip_view, self._slip_id, done=self._put)

    @Slot(object)
    def _after_change(self, tables: frozenset[str]) -> None:
        if tables & TABLES and self._slip_id is not None:
            self._ask()

    def _put(self, view: SlipView) -> None:
        self.view = view
        state = view.facts["state"]
        assert isinstance(state, SlipState)
        self._number.say(view.number)
        self.set_subject(view.number)
        is_bounced = bool(view.facts["is_bounced"])
        self._status.show_status(status_of(state, is_bounced=is_bounced))
        self._class.say(class_line(view))
        self._facts.show_facts(fact_pairs(view, self._moments))
        self._lines.show_lines(view.lines)
        self._copies.show_copies(copy_faces(view, self._moments))
        self._money.show_money(view)
        self.life.show_entries(event_entries(view.events, self._moments))

    @Slot()
    def _offer_moves(self) -> None:
        if self._slip_id is not None:
            right = QPoint(self.more.width() - 220, self.more.height() + 4)
            self.moves.offer(self._slip_id, self.more.mapToGlobal(right))

    @Slot()
    def _print(self) -> None:
        if self._slip_id is not None:
            self.moves.print_four(self._slip_id)


def _head(text: str) -> Label:
    return Label(text, CAPTION, tone=Tone.SECOND, is_strong=True)


class _Facts(QWidget):
    """Name and value in two columns."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(10)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(3, 1)

    def show_facts(self, pairs: Sequence[tuple[str, str]]) -> None:
        """Show these facts; a long one takes a line of its own."""
        while (item := self._grid.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        line, side = 0, 0
        for name, value in pairs:
            is_long = len(value) > 26
            if is_long and side:
                line, side = line + 1, 0
            caption = Label(name, tone=Tone.SECOND)
            text = Label(value, may_wrap=True)
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            text.setAccessibleName(f"{name} {value}")
            top = Qt.AlignmentFlag.AlignTop
            self._grid.addWidget(caption, line, side * 2, top)
            span = 3 if is_long else 1
            self._grid.addWidget(text, line, side * 2 + 1, 1, span, top)
            if is_long or side:
                line, side = line + 1, 0
            else:
                side = 1


class _Lines(QWidget):
    """Labour and materials."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 1)
        column(_head(field_word("lines")), self._grid, spacing=8, on=self)
        self.hide()

    def show_lines(self, lines: Sequence[LineView]) -> None:
        """Show these lines with their sum."""
        while (item := self._grid.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        right = Qt.AlignmentFlag.AlignRight
        for at, line in enumerate(lines):
            quantity = f"{format_quantity(line.quantity)} {line.uom or ''}".strip()
            self._grid.addWidget(Label(word(line.kind), tone=Tone.SECOND), at, 0)
            self._grid.addWidget(Label(line.name), at, 1)
            self._grid.addWidget(Label(quantity), at, 2, right)
            self._grid.addWidget(Label(format_money(line.price)), at, 3, right)
            self._grid.addWidget(Label(format_money(line.amount)), at, 4, right)
        if lines:
            total = sum(line.amount for line in lines[1:]) + lines[0].amount
            self._grid.addWidget(
                Label(self.tr("Total"), tone=Tone.SECOND), len(lines), 3
            )
            amount = Label(format_money(total), is_strong=True)
            self._grid.addWidget(amount, len(lines), 4, right)
        self.setVisible(bool(lines))


_FACTS = (
    "reporter_name",
    "phone",
    "report_dept",
    "area",
    "place",
    "unit_label",
    "owner_name",
    "content",
    "channel",
    "reported_at",
    "issued_at",
    "duty_post",
    "entered_by",
    "anyway_reason",
    "bounce_reason",
    "dispatcher_answered_by",
    "dispatched_at",
    "dispatcher",
    "supervisor",
    "supervisor_received_at",
    "technicians",
    "appointment_at",
    "appointment_reason",
    "escalated_to",
    "arrived_at",
    "done_at",
    "returned_at",
    "returned_to",
    "outcome",
    "result_text",
    "unfinished_reason",
    "eta_at",
    "sign_status",
    "signed_by",
    "sign_note",
    "owner_opinion",
    "inspected_by",
    "inspected_at",
    "inspect_note",
    "end_reason",
    "stock_no",
    "origin_number",
    "binder_no",
    "remark",
)
_ENUMS = (Channel, DutyPost, Outcome, OwnerOpinion, SignStatus)


def fact_pairs(view: SlipView, moments: Moments) -> list[tuple[str, str]]:
    """Name and value of every fact that is known, in the order of the slip's life."""
    pairs = []
    for name in _FACTS:
        value = view.facts[name]
        if value is None or value in ("", ()):
            continue
        if name == "phone":
            text = mask_phone(str(value))
        elif isinstance(value, _ENUMS):
            text = word(value)
        elif isinstance(value, tuple):
            text = NAME_MARK.join(value)
        elif name.endswith("_at"):
            text = moments.write(value)  # type: ignore[arg-type]
        else:
            text = str(value)
        pairs.append((fact_word(name), text))
    return pairs
