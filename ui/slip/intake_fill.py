"""What fills what: the one line, the unit directory, the words of the fault.

The rule: what a person typed into a field stands, until they say something else in
the line; what the program put there gives way to what it learns later; and no field
is set while characters are being composed in it.
"""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QTextCursor

from app.name_reading import name_matches
from app.one_line import OneLine, is_said, read_one_line
from app.one_line_place import room_meant
from app.search_text import fold
from app.unit_directory import Owner, UnitRow
from models.slip import JobType
from models.unit import AreaKind, parse_room
from ui.kit.label import Tone
from ui.slip.intake_advice import Advice
from ui.slip.intake_form import CHOICE, IntakeForm
from ui.slip.intake_origin import Origins
from ui.slip.moment import Moments
from ui.work import Work

LOOK_UP_MS = 120
_FROM_UNIT = ("area", "place", "reporter_name", "phone")
_ROOMS = ("厨房", "卫生间", "洗手间", "客厅", "卧室", "主卧", "次卧", "阳台", "书房")


class Filling(QObject):
    """Keeps the fields of a call in step with one another."""

    unit_wanted = Signal(str)
    """A word that may name a unit by its owner: the directory is to be asked."""
    place_known = Signal()
    """A unit was found, or is not known any more."""
    line_read = Signal()
    """The fields say what the line says now."""

    def __init__(self, work: Work, form: IntakeForm, moments: Moments) -> None:
        super().__init__(form)
        self._form = form
        self._moments = moments
        self._origins = Origins(form)
        self.advice = Advice(work, form, self._origins)
        self.unit: UnitRow | None = None
        self._forget()
        form.edited.connect(self._after_edit)
        form.entry.edited.connect(self.read_entry)
        form.unit.picked.connect(self.take_unit)
        form.choice.chosen.connect(form.unit.pick)
        form.cards.owner_chosen.connect(self._take_owner)
        form.cards.other_wanted.connect(self._take_other)
        self._settling = QTimer(self, singleShot=True, interval=LOOK_UP_MS)
        self._settling.timeout.connect(form.unit.settle)
        self._asking = QTimer(self, singleShot=True, interval=LOOK_UP_MS)
        self._asking.timeout.connect(lambda: self.unit_wanted.emit(self._clue))
        self.advice.show_limits()

    def _forget(self) -> None:
        self.line = OneLine()
        self.unit = None
        self._origins.forget()
        self._clue = ""
        self._known_clue = ""

    def clear(self) -> None:
        """An empty form, as before the first key."""
        self._settling.stop()
        self._asking.stop()
        self._forget()
        self._form.clear()
        self.advice.show_limits()

    def restore(self, typed: dict[str, Any]) -> None:
        """Put back what was typed once; only what is empty is filled again."""
        self.clear()
        form = self._form
        form.set_typed(typed)
        self.line = self._read()
        form.entry.show_marks(self.line)
        self._origins.restore(typed, self._said(self.line))
        self.advice.show_limits()
        if form.is_unit and form.unit.value():
            form.unit.settle()

    def is_waiting(self) -> bool:
        """Whether the directory is about to be asked."""
        return self._settling.isActive() or self._asking.isActive()

    def hurry(self) -> None:
        """Ask now what would be asked in a moment."""
        if self._settling.isActive():
            self._settling.stop()
            self._form.unit.settle()
        if self._asking.isActive():
            self._asking.stop()
            self.unit_wanted.emit(self._clue)

    # What the line says.

    def _read(self) -> OneLine:
        text = self._form.entry.typed()
        owners = self.unit.owners if self.unit else ()
        known = {owner.name for owner in owners}
        # A part of a name or its pinyin names an owner of the room that was said.
        known |= {
            each
            for each in text.split()
            if len(each) > 1 and any(name_matches(one.name, each) for one in owners)
        }
        label = ""
        if self._known_clue and self.unit and _is_called(self.unit, self._known_clue):
            label = self._known_clue
        elif self._known_clue:
            known.add(self._known_clue)
        return read_one_line(text, self._moments.now(), frozenset(known), label)

    @Slot()
    def read_entry(self) -> None:
        """Understand the line anew and pass on what it says differently now."""
        text = self._form.entry.typed()
        if self._known_clue and not is_said(text, self._known_clue):
            self._known_clue = ""
            if self._origins.is_ours("unit"):
                self._form.unit.set_value(None)
            self._lose_unit()
        self.line = self._read()
        self._form.entry.show_marks(self.line)
        for name, value in self._said(self.line).items():
            self._say(name, value)
        self._choose_reporter()
        self.advice.suggest_trade()
        self.advice.show_limits()
        if not self._known_clue and self.unit is None:
            self._look_for(self.line.clue if self._form.is_unit else "")
        self.line_read.emit()

    def _said(self, line: OneLine) -> dict[str, Any]:
        """The line's facts by field; an empty one was not said."""
        is_public = line.area_kind not in (None, AreaKind.UNIT)
        at = line.appointment_at
        return {
            "area_kind": line.area_kind,
            "unit": line.room,
            "area": line.area if is_public else "",
            "place": line.place if is_public else "",
            "name": line.name,
            "phone": line.phone,
            "content": line.content,
            "job_type": JobType.URGENT if line.is_urgent else None,
            "appointment_at": at,
        }

    def _say(self, name: str, value: Any) -> None:
        told = self._origins.told(name)
        if not self._origins.tells_anew(name, value):
            return
        if name == "content" and self._is_told_better(str(told or ""), str(value)):
            return
        if name in ("name", "phone"):
            # Who reports is settled together with what the directory says.
            self._origins.release("reporter_name", "phone")
            return
        if not value:
            self._withdraw(name)
            return
        self._origins.release(name)
        if name == "unit":
            self._lose_unit()
        self._put(name, value, is_said=True)
        if name == "area_kind":
            self._form.show_kind()
        elif name == "unit":
            self._settling.start()

    def _is_told_better(self, told: str, now: str) -> bool:
        """Whether the fault was put into better words by hand: they stand, and what
        the line adds is added to them.
        """
        content = self._form.content
        typed = content.typed()
        if not typed.strip() or self._origins.is_ours("content"):
            return False
        more = now.removeprefix(told).strip("， ")
        if told and now.startswith(told) and more and more not in typed:
            content.set_value(f"{typed.rstrip()}，{more}")
        return True

    def _withdraw(self, name: str) -> None:
        """The line does not say it any more."""
        field = self._form.field(name)
        if self._origins.is_by_hand(name) or not self._origins.is_ours(name):
            return
        if name == "unit":
            self._settling.stop()
            self._lose_unit()
        if name == "job_type":
            field.set_value(JobType.ROUTINE)
        elif name == "area_kind":
            field.set_value(AreaKind.UNIT)
            self._form.show_kind()
        else:
            field.set_value(None)

    def _put(self, name: str, value: Any, *, is_said: bool = False) -> None:
        """Set a field from elsewhere; what a person typed there stands."""
        field = self._form.field(name)
        if not (is_said or self._origins.is_free(name)):
            return
        if name == "unit":
            self._form.unit.set_typed(value)
        else:
            field.set_value(value)
        if name == "content":
            # Who goes on telling there goes on at the end.
            self._form.content.text.moveCursor(QTextCursor.MoveOperation.End)
        self._origins.note(name)

    @Slot(str)
    def _after_edit(self, name: str) -> None:
        """Somebody changed a field by hand."""
        if name == "entry":
            return
        if name not in ("unit",) or self._form.unit.names_nothing():
            self._origins.touch(name)
        if name == "unit" and self._form.unit.names_nothing():
            self._lose_unit()
        if name == "content":
            self.advice.suggest_trade()
            self._show_unit()
        if name in ("job_type", "area_kind", "appointment_at"):
            self.advice.show_limits()
        is_lost = self._form.is_unit and not self._form.unit.value()
        if name in ("reporter_name", "phone") and is_lost:
            self._look_for(str(self._form.field(name).typed()).strip())

    # What the directory says.

    def _look_for(self, clue: str) -> None:
        if clue == self._clue:
            return
        self._clue = clue
        if len(clue) < 2:
            self._asking.stop()
            self._offer(())
            return
        self._asking.start()

    def offer_units(self, clue: str, units: Sequence[UnitRow]) -> None:
        """The units found for a word: the only one is taken if the line said it,
        several stand side by side.
        """
        if clue != self._clue or self._form.unit.value():
            return
        fitting = [unit for unit in units if _is_called(unit, clue)]
        if not fitting and not _may_be_label(clue):
            fitting = [unit for unit in units if _fits(unit, clue)]
        if len(fitting) == 1 and clue == self.line.clue:
            self._known_clue = clue
            self._form.unit.pick(fitting[0])
            return
        self._offer(fitting)

    def _offer(self, units: Sequence[UnitRow]) -> None:
        self._form.choice.offer(units)
        self._form.show_row(CHOICE, bool(units) and self._form.is_unit)

    @Slot(object)
    def take_unit(self, unit: UnitRow) -> None:
        """Fill in what the directory knows of a unit."""
        before, self.unit = self.unit, unit
        self._origins.note("unit")
        if before is not None and before.id == unit.id:
            self._refresh_unit(before, unit)
            return
        is_clue = bool(self._clue) and self._clue == self.line.clue
        if is_clue and _fits(unit, self._clue):
            self._known_clue = self._clue
        self._offer(())
        # Nobody sees the two beside a unit: what was typed for a public place goes.
        self._put("area", (unit.area or "")[:40], is_said=True)
        self._put("place", unit.label, is_said=True)
        if not self._form.reporter_name.typed():
            self._origins.release("reporter_name")
        self._form.cards.show_owners(unit.owners)
        if self._form.entry.typed():
            self.line = self._read()
            self._form.entry.show_marks(self.line)
            self._say("content", self.line.content)
            self._origins.tells_anew("name", self.line.name)
        self._choose_reporter()
        self.advice.suggest_trade()
        self._show_unit()
        self.place_known.emit()

    def _refresh_unit(self, before: UnitRow, unit: UnitRow) -> None:
        if before != unit:
            self._form.cards.show_owners(unit.owners)
            self._choose_reporter()
            self._show_unit()

    def _lose_unit(self) -> None:
        if self.unit is None:
            return
        self.unit = None
        for name in _FROM_UNIT:
            if self._origins.is_ours(name):
                self._form.field(name).set_value(None)
        self._form.cards.show_owners(())
        self._form.show_people()
        self._show_unit()
        self.place_known.emit()

    def unit_is_gone(self) -> None:
        """The unit was closed or taken out while the call was typed: say so; all that
        was typed stays.
        """
        if self.unit is not None:
            self._form.unit_hint.say(
                self.tr(
                    "{room} was closed in the directory just now; everything typed "
                    "is still here."
                ).format(room=self.unit.label),
                Tone.WARN,
            )

    def unit_is_unknown(self, text: str) -> None:
        """The directory has units, and none is called ``text``."""
        if text and text == self._form.unit.value() and self.unit is None:
            self._form.unit_hint.say(
                self.tr("{room} is not in the directory").format(room=text), Tone.WARN
            )

    def _show_unit(self) -> None:
        self._form.show_people()
        room = parse_room(self.unit.label) if self.unit else None
        said = ""
        if room is not None:
            text = self.tr("building {building}, floor {floor}")
            said = text.format(building=room.building, floor=room.floor)
            content = self._form.content.value()
            inside = next((word for word in _ROOMS if word in content), "")
            if inside:
                said = self.tr("{place}, {room}").format(place=said, room=inside)
        self._form.unit_hint.say(said, Tone.SECOND)

    def _choose_reporter(self) -> None:
        """Who of the owners reports, or who else: as far as the line and the directory
        tell, and nobody typed it.
        """
        owners = self.unit.owners if self.unit else ()
        name, phone = self.line.name, self.line.phone
        owner = _owner_meant(owners, name or self._known_clue, phone)
        typed = self._form.reporter_name.value()
        is_chosen = self._origins.is_by_hand("reporter_name")
        is_typed = bool(typed) and not self._origins.is_ours("reporter_name")
        if (is_typed or is_chosen) and not self._is_new_said():
            owner = next((one for one in owners if one.name == typed), None)
        elif owner is not None:
            self._fill_person(owner.name, phone or owner.phone or "")
        elif name or phone:
            self._fill_person(name, phone)
        elif owners:
            owner = owners[0]
            self._fill_person(owner.name, owner.phone or "")
        else:
            for field in ("reporter_name", "phone"):
                self._withdraw(field)
        self._form.show_owner(owner)

    def _is_new_said(self) -> bool:
        return bool(self.line.name) and not self._origins.is_by_hand("reporter_name")

    def _fill_person(self, name: str, phone: str) -> None:
        if name:
            self._put("reporter_name", name, is_said=self._is_new_said())
        if phone or not self.line.phone:
            is_said = bool(self.line.phone) and not self._origins.is_by_hand("phone")
            self._put("phone", phone, is_said=is_said)

    @Slot(object)
    def _take_owner(self, owner: Owner) -> None:
        form = self._form
        form.reporter_name.set_value(owner.name)
        form.phone.set_value(owner.phone)
        self._origins.note("reporter_name", "phone")
        self._origins.touch("reporter_name", "phone")
        form.show_people()
        form.edited.emit("reporter_name")

    @Slot()
    def _take_other(self) -> None:
        form = self._form
        for name in ("reporter_name", "phone"):
            if self._origins.is_ours(name):
                form.field(name).set_value(None)
        self._origins.touch("reporter_name", "phone")
        form.show_people()
        form.reporter_name.setFocus()


def _is_called(unit: UnitRow, clue: str) -> bool:
    """Whether a clue is how the directory calls the unit, and not a part of it."""
    return fold(unit.label) == fold(room_meant(clue))


def _may_be_label(clue: str) -> bool:
    """Whether a clue is a mark such as ``S1``, which must not stand for ``S12``."""
    return not clue.isdigit() and any(sign.isdecimal() for sign in clue)


def _fits(unit: UnitRow, clue: str) -> bool:
    """Whether a clue means the unit: a part of its label or number, or an owner."""
    if clue.casefold() in unit.label.casefold():
        return True
    return _owner_meant(unit.owners, clue, "") is not None


def _owner_meant(owners: Sequence[Owner], name: str, phone: str) -> Owner | None:
    digits = phone or (name if name.isdigit() else "")
    for owner in owners:
        if name and not name.isdigit() and name_matches(owner.name, name):
            return owner
    for owner in owners:
        if digits and digits in (owner.phone or ""):
            return owner
    return None
