"""Who gives, who takes, and what to heed: the form of a handover."""

from collections.abc import Sequence
from datetime import datetime

from app.desk import SYSTEM
from app.shift_handover import HandOver
from ui.kit.fields import LongTextField, TextField
from ui.kit.form import Form
from ui.words import field_word


class HandoverForm(Form):
    """Two names and a note."""

    def __init__(self) -> None:
        super().__init__(gap=8)
        self.given_by = self.add(
            "given_by", field_word("given_by"), TextField(width=180)
        )
        self.taken_by = self.add(
            "taken_by", field_word("taken_by"), TextField(width=180)
        )
        self.note = self.add(
            "note",
            self.tr("To heed"),
            LongTextField(
                placeholder=self.tr("Keys, promises, water cut off, visitors"),
                height=88,
            ),
        )

    def offer(self, names: Sequence[str], actor: str) -> None:
        """Suggest who works here; whoever acts usually gives."""
        self.given_by.suggest(names)
        self.taken_by.suggest(names)
        if actor != SYSTEM and not self.given_by.typed():
            self.given_by.set_value(actor)

    def order(self, shift_at: datetime) -> HandOver:
        """What was typed, for the shift that begins then."""
        return HandOver(
            shift_at,
            given_by=self.given_by.value(),
            taken_by=self.taken_by.value(),
            note=self.note.value(),
        )
