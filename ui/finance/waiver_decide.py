"""The decision: by who acts on the screen, or copied from the paper that was signed."""

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtWidgets import QWidget

from app.waiver import DecideWaiver, SignedPaper
from app.waiver_signer import DIRECTOR_TITLE
from models.waiver import WaiverLevel
from models.waiver_row import WaiverRow
from ui.kit.fields import LongTextField, MomentField, TextField
from ui.kit.form import Form
from ui.kit.label import Label, Tone
from ui.kit.segmented import SegmentedField
from ui.slip.field_flow import flow, together
from ui.slip.moment import Moments
from ui.words import field_word, options

FIELD, WIDE_FIELD = 160, 190
_OF_PAPER = ("level", "approver", "approver_title", "paper_ref", "decided_at")


class Way(StrEnum):
    """How a decision comes into the books."""

    SCREEN = "screen"
    PAPER = "paper"


class DecideForm(Form):
    """On the screen only a note; from paper who signed, as what, when, its number."""

    def __init__(self, moments: Moments, parent: QWidget | None = None) -> None:
        super().__init__(gap=8, parent=parent)
        self._moments = moments
        self._directors: Sequence[str] = ()
        self.way = self.add(
            "way",
            self.tr("Decided"),
            SegmentedField(
                [
                    (Way.SCREEN, self.tr("By me, here")),
                    (Way.PAPER, self.tr("On the signed form")),
                ]
            ),
        )
        self.level = self.add(
            "level", field_word("level"), SegmentedField(options(*WaiverLevel))
        )
        self.approver = TextField(width=FIELD)
        self.approver_title = TextField(width=FIELD)
        self.paper_ref = TextField(width=WIDE_FIELD, is_code=True)
        self.decided_at = MomentField(
            moments.now, width=FIELD, placeholder=self.tr("now")
        )
        for name in _OF_PAPER[1:]:
            self.name_field(name, field_word(name), getattr(self, name))
        self._add_pair("approver", "approver_title")
        self._add_pair("paper_ref", "decided_at")
        self.note = self.add(
            "decided_note",
            self.tr("Remark"),
            LongTextField(
                placeholder=self.tr("Must be given where it is not approved"),
                height=62,
            ),
        )
        self.way.edited.connect(self.show_rows)
        self.level.edited.connect(self._propose)

    def _add_pair(self, first: str, second: str) -> None:
        """Two fields in one row, where it is long enough."""
        beside = Label(field_word(second), tone=Tone.SECOND)
        both = flow(self.field(first), together(beside, self.field(second)), gap=16)
        self.add_row(field_word(first), both, key=first)

    def show_request(
        self, row: WaiverRow, ways: Sequence[Way], directors: Sequence[str]
    ) -> None:
        """An empty decision, with what the program knows."""
        self._directors = directors
        self.clear()
        for segment in self.way.segments():
            segment.setVisible(segment.value in ways)
        self.show_row("way", len(ways) > 1)
        self.way.set_value(ways[0])
        self.level.set_value(row.need.level if row.need else row.level)
        self.paper_ref.set_value(row.form_no)
        self._propose()
        self.show_rows()

    def show_rows(self) -> None:
        """What the paper says is asked only where there is one."""
        for name in ("level", "approver", "paper_ref"):
            self.show_row(name, self.way.value() is Way.PAPER)

    def order(self, row: WaiverRow, is_approved: bool) -> DecideWaiver | None:
        """What was typed; None where something can not be read."""
        values = self.values()
        if values is None:
            return None
        paper = None
        if values["way"] is Way.PAPER:
            paper = SignedPaper(
                level=values["level"],
                approver=values["approver"],
                paper_ref=values["paper_ref"],
                approver_title=values["approver_title"],
                signed_at=values["decided_at"],
            )
        return DecideWaiver(row.id, is_approved, values["decided_note"], paper)

    def _propose(self) -> None:
        """The director's name and title are known; a leader's are typed."""
        is_director = self.level.value() is WaiverLevel.DIRECTOR
        names = self._directors if is_director else ()
        self.approver.suggest(names)
        known = self.approver.value()
        if is_director:
            if not known and len(names) == 1:
                self.approver.set_value(names[0])
            if not self.approver_title.value():
                self.approver_title.set_value(DIRECTOR_TITLE)
            return
        if known in self._directors:
            self.approver.set_value("")
        if self.approver_title.value() == DIRECTOR_TITLE:
            self.approver_title.set_value("")
