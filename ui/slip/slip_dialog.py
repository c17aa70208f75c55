"""What every dialog about one slip is given, and the fields they share."""

from dataclasses import dataclass
from typing import Any, TypeVar

from PySide6.QtWidgets import QWidget

from app.slip_view import SlipView
from models.reason_code import ReasonKind
from ui.kit.field import Field
from ui.kit.fields import (
    COMMA,
    ChoiceField,
    LongTextField,
    MomentField,
    NamesField,
    TextField,
)
from ui.kit.form_dialog import FormDialog
from ui.slip.desk_lists import DeskLists
from ui.slip.moment import Moments
from ui.slip.reason_field import ReasonField
from ui.slip.room import room_text
from ui.words import field_word

Order = TypeVar("Order")
SomeField = TypeVar("SomeField", bound=Field)


@dataclass(frozen=True)
class SlipFacts:
    """The slip a dialog is about, and what may be chosen."""

    view: SlipView
    lists: DeskLists
    moments: Moments

    def get(self, name: str) -> Any:
        """A fact of the slip by the name of its column."""
        return self.view.facts[name]

    @property
    def slip_id(self) -> int:
        """The slip's id."""
        return int(self.get("id"))

    @property
    def version(self) -> int:
        """The version the person is looking at."""
        return int(self.get("version"))


class SlipDialog(FormDialog[Order]):
    """A dialog about one slip."""

    def __init__(self, facts: SlipFacts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.facts = facts

    def name(
        self,
        title: str,
        save: str,
        explanation: str = "",
        *,
        is_dangerous: bool = False,
    ) -> None:
        """As every dialog, with the place and the fault of the slip under the title."""
        get = self.facts.get
        room = room_text(get("unit_label"), get("area"), get("place"))
        lines = [COMMA.join((room, str(get("content"))))]
        if explanation:
            lines.append(explanation)
        text = "\n".join(lines)
        super().name(title, save, text, is_dangerous=is_dangerous)

    def put(self, name: str, field: SomeField) -> SomeField:
        """Add a field under the label that its name has everywhere."""
        return self.add(name, field_word(name), field)

    def number(self) -> str:
        """The slip's number."""
        return self.facts.view.number

    def text(self, name: str, known: str | None = None) -> TextField:
        """A line of text, with what is known already."""
        field = self.put(name, TextField())
        field.set_value(known)
        return field

    def long_text(self, name: str, known: str | None = None) -> LongTextField:
        """A few lines of text."""
        field = self.put(name, LongTextField())
        field.set_value(known)
        return field

    def moment(self, name: str) -> MomentField:
        """A moment at the site."""
        field = MomentField(
            self.facts.moments.now, width=180, placeholder=self.tr("Now")
        )
        return self.put(name, field)

    def reason(self, name: str, kind: ReasonKind) -> ChoiceField:
        """One of the reasons of a kind."""
        texts = self.facts.lists.reasons[kind]
        return self.put(
            name, ReasonField(texts, empty=self.tr("Choose by number or initials"))
        )

    def technicians(self, trade: str = "") -> NamesField:
        """Who does the work."""
        field = self.put("technicians", NamesField())
        field.set_value(self.facts.get("technicians"))
        field.suggest(self.facts.lists.technicians(trade))
        return field
