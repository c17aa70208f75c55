"""Dialogs about the paper: reprint copies, say where copies are."""

from PySide6.QtWidgets import QWidget

from app.slip_copy_move import MoveCopies, PrintSlip
from models.slip_copy import CopyPlace
from ui.kit.copy_labels import CopyTick
from ui.kit.fields import CheckField, ChoiceField
from ui.kit.flow_layout import FlowLayout
from ui.slip.copy_face import copy_faces
from ui.slip.slip_dialog import SlipDialog, SlipFacts
from ui.words import options


class PrintDialog(SlipDialog[PrintSlip]):
    """Which copies are printed, and where the prints they replace are."""

    def __init__(self, facts: SlipFacts, parent: QWidget | None = None) -> None:
        super().__init__(facts, parent)
        is_reprint = any(copy.print_seq for copy in facts.view.copies)
        self.name(
            self.tr("Print {number}").format(number=self.number()),
            self.tr("Print"),
            self.tr("A reprint says on its face which one it is.")
            if is_reprint
            else "",
        )
        holder = QWidget()
        flow = FlowLayout(holder, 8, is_even=True)
        self.ticks = [CopyTick(face) for face in copy_faces(facts.view, facts.moments)]
        for tick in self.ticks:
            tick.say(self.tr("print"), self.tr("leave"))
            tick.setChecked(True)
            flow.addWidget(tick)
        self.form.add_row(self.tr("Copies"), holder)
        self.collected = CheckField(self.tr("The old prints are in hand"))
        if is_reprint:
            self.add("old_prints_collected", self.tr("Old prints"), self.collected)

    def order(self) -> PrintSlip:
        wanted = [tick.face.number for tick in self.ticks if tick.isChecked()]
        return PrintSlip(
            self.facts.slip_id,
            copy_numbers=tuple(wanted),
            old_prints_collected=self.collected.value(),
        )


class MoveCopiesDialog(SlipDialog[MoveCopies]):
    """Where each copy is now."""

    def __init__(self, facts: SlipFacts, parent: QWidget | None = None) -> None:
        super().__init__(facts, parent)
        self.name(
            self.tr("Where are the copies of {number}?").format(number=self.number()),
            self.tr("Save"),
        )
        self.places: dict[int, ChoiceField] = {}
        for copy in facts.view.copies:
            if copy.place is None:
                continue
            field = ChoiceField(options(*CopyPlace))
            field.set_value(copy.place)
            label = f"{copy.copy_no} {copy.label}"
            self.places[copy.copy_no] = self.add(f"copy_{copy.copy_no}", label, field)
        self.note = self.text("note")

    def order(self) -> MoveCopies:
        before = {copy.copy_no: copy.place for copy in self.facts.view.copies}
        places = {
            number: field.value()
            for number, field in self.places.items()
            if field.value() is not before[number]
        }
        return MoveCopies(self.facts.slip_id, places, note=self.note.value())
