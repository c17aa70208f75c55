"""What the program knows of the place, beside the form; its order never changes."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QWidget

from app.place_history import PlaceHistory
from models.phone import mask_phone
from ui.kit.fields import NAME_MARK
from ui.kit.label import ElidedLabel, Hairline, Label, Picture, Tone
from ui.kit.layout import column, row
from ui.slip.duplicate_card import DuplicateCard
from ui.slip.intake_debts import PlaceDebts
from ui.slip.intake_past import RepairLines
from ui.slip.moment import Moments
from ui.theme.typeface import CAPTION, OBJECT

WIDE, NARROW = 400, 376


class PlacePane(QScrollArea):
    """Place, what must be decided, guarantee, what is owed, last repairs."""

    slip_wanted = Signal(object)

    def __init__(self, moments: Moments) -> None:
        super().__init__(widgetResizable=True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("What is known of the place"))
        self.card = DuplicateCard(moments)
        self.place = Label("", OBJECT, is_strong=True)
        self.where = ElidedLabel("", tone=Tone.SECOND)
        self.owners = Label("", CAPTION, tone=Tone.SECOND, may_wrap=True)
        self.hint = Label(
            self.tr(
                "Possible duplicates and earlier repairs of the place show here "
                "while you type."
            ),
            tone=Tone.THIRD,
            may_wrap=True,
        )
        self.hint.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._head = row(self.place, self.where, spacing=12)
        self._head.setStretch(1, 1)
        self._rework = _Said("rotate-ccw", Tone.OK, self.tr("Free as a rework"))
        self._warranty = _Said("shield-check", Tone.SECOND, self.tr("Under warranty"))
        self.debts = PlaceDebts(moments)
        self.debts.opened.connect(self.slip_wanted)
        self._line = Hairline()
        self.past_head = Label(self.tr("Last repairs here"), is_strong=True)
        self._last = ElidedLabel("", CAPTION, tone=Tone.SECOND)
        self._nothing = Label(self.tr("No repair here so far."), tone=Tone.THIRD)
        self.past = RepairLines(moments)
        self.past.opened.connect(self.slip_wanted)
        inner = QWidget()
        past = row(self.past_head, self._last, spacing=10)
        past.setStretch(1, 1)
        # Only the card comes nearer to the edges: it is what must be decided.
        sides = (12, 0, 12, 0)
        column(
            column(self._head, self.owners, self.hint, spacing=6, margins=sides),
            self.card,
            column(
                self._rework,
                self._warranty,
                self.debts,
                self._line,
                past,
                self._nothing,
                self.past,
                spacing=8,
                margins=sides,
            ),
            None,
            spacing=12,
            margins=(12, 20, 12, 12),
            on=inner,
        )
        self.setWidget(inner)
        self.show_place(None)

    def be_low(self, is_low: bool) -> None:
        """Less height and width where the window is small."""
        self.setFixedWidth(NARROW if is_low else WIDE)
        self.past.be_low(is_low)

    def show_place(self, known: PlaceHistory | None) -> None:
        """Show another place; None: none is named yet."""
        is_there = known is not None
        self.hint.setVisible(not is_there and self.card.isHidden())
        for part in (self.place, self.where, self.owners):
            part.setVisible(is_there)
        repairs = known.repairs if known else ()
        for shown in (self._line, self.past_head, self._last):
            shown.setVisible(bool(repairs))
        self._nothing.setVisible(is_there and not repairs)
        self.past.show_repairs(repairs)
        self._show_rework(known)
        self.debts.show_place(known)
        if known is None:
            return
        self.place.say(known.label)
        self.where.say(self._where(known))
        self.owners.say(self._facts(known))
        self.owners.setVisible(bool(self.owners.text()))
        count = self.tr("%n repair(s)", "", known.count)
        names = NAME_MARK.join(known.last_technicians)
        if names:
            text = self.tr("{count}, last: {names}")
            count = text.format(count=count, names=names)
        self._last.say(count)

    def _show_rework(self, known: PlaceHistory | None) -> None:
        rework = known.rework if known else None
        self._rework.say("")
        if rework is not None:
            names = NAME_MARK.join(rework.technicians)
            text = self.tr(
                "{day} {names}: {content}; within {days} days the same repair costs "
                "nothing"
            )
            self._rework.say(
                text.format(
                    day=f"{rework.done_on:%m-%d}",
                    names=names,
                    content=rework.content,
                    days=rework.days,
                )
            )
        until = known.unit.warranty_until_on if known and known.unit else None
        self._warranty.say("")
        if known is not None and known.is_in_warranty and until is not None:
            text = self.tr("The building's warranty holds until {day}")
            self._warranty.say(text.format(day=until.isoformat()))

    def _where(self, known: PlaceHistory) -> str:
        if not known.building or known.floor is None:
            return known.unit.area or "" if known.unit else ""
        text = self.tr("building {building}, floor {floor}")
        return text.format(building=known.building, floor=known.floor)

    def _facts(self, known: PlaceHistory) -> str:
        unit = known.unit
        if unit is None:
            return ""
        said = [f"{o.name} {mask_phone(o.phone)}".strip() for o in unit.owners]
        return "，".join([*said, *([unit.note] if unit.note else [])])


class _Said(QWidget):
    """A heading with its picture and a sentence under it."""

    def __init__(self, icon_name: str, tone: Tone, head: str) -> None:
        super().__init__()
        self._text = Label("", CAPTION, tone=Tone.SECOND, may_wrap=True)
        picture = Picture(icon_name, 16, tone)
        lines = column(Label(head, tone=tone, is_strong=True), self._text, spacing=2)
        across = row(picture, lines, spacing=8, on=self)
        across.setAlignment(picture, Qt.AlignmentFlag.AlignTop)
        across.setStretch(1, 1)

    def say(self, text: str) -> None:
        self._text.say(text)
        self.setVisible(bool(text))
