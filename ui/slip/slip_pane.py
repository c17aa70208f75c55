"""One slip in a side pane: what it is, where its copies are, what happened."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from models.slip import ChargeClass, JobType, SlipState
from models.staff import Permission
from ui.kit.button import Button, Look
from ui.kit.copy_labels import CopyLabels
from ui.kit.fields import COMMA, NAME_MARK
from ui.kit.glyph import StatusLabel
from ui.kit.icon_button import IconButton
from ui.kit.label import ElidedLabel, Label, Tone
from ui.kit.layout import column, pane, row
from ui.kit.timeline import Timeline
from ui.kit.when_seen import WhenSeen
from ui.shell.frame import Frame
from ui.slip.copy_face import copy_faces
from ui.slip.event_text import short_entries
from ui.slip.moment import Moments
from ui.slip.phone_label import PhoneLabel
from ui.slip.room import room_text
from ui.slip.slip_sums import Money
from ui.slip.status import status_of
from ui.tasks import Job
from ui.theme.typeface import CAPTION, INPUT, OBJECT
from ui.words import word

if TYPE_CHECKING:
    from app.slip_view import SlipView

TABLES = frozenset(
    {
        "slip",
        "slip_copy",
        "slip_line",
        "quote",
        "feedback",
        "callback",
        "inspection",
        "follow_up",
        "gap_case",
        "ledger_entry",
        "waiver",
        "event",
    }
)
"""What a slip shows; ``event``: another desk wrote."""


NEXT_STEP = {
    SlipState.ISSUED: Permission.DISPATCH_SLIP,
    SlipState.DISPATCHED: Permission.WORK_SLIP,
    SlipState.ON_SITE: Permission.WORK_SLIP,
    SlipState.QUOTED: Permission.NEGOTIATE_SLIP,
    SlipState.DISPUTED: Permission.NEGOTIATE_SLIP,
    SlipState.WORKING: Permission.WORK_SLIP,
    SlipState.SUSPENDED: Permission.WORK_SLIP,
    SlipState.DONE: Permission.TAKE_BACK_SLIP,
}
"""What the usual next step of an open slip asks for."""


class SlipPane(QWidget):
    """Follows the row that is chosen in a list."""

    whole_wanted = Signal()
    """The complete record of the slip is wanted."""

    def __init__(
        self,
        frame: Frame,
        on_close: Callable[[], object],
    ) -> None:
        super().__init__()
        self._frame = frame
        self._moments = Moments(frame.work)
        self._slip_id: int | None = None
        self._job: Job | None = None
        self.view: SlipView | None = None
        self._number = Label("", OBJECT, is_strong=True)
        self._status = StatusLabel(is_strong=True)
        self._class = ElidedLabel("", tone=Tone.SECOND)
        self._who = Label("", INPUT, is_strong=True, may_wrap=True)
        self._phone = PhoneLabel()
        self._content = Label("", may_wrap=True)
        self._people = Label("", CAPTION, tone=Tone.SECOND, may_wrap=True)
        self._hint = Label("", CAPTION, tone=Tone.WARN, may_wrap=True)
        self._copies_head = Label(
            self.tr("Where the copies are"), CAPTION, tone=Tone.SECOND, is_strong=True
        )
        self._copies = CopyLabels()
        self._money = Money()
        self._life_head = ElidedLabel(
            self.tr("What happened"), CAPTION, tone=Tone.SECOND, is_strong=True
        )
        self._life = Timeline(self.tr("What happened"))
        self._life.setSizePolicy(
            QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding
        )
        self._who_may = Label("", CAPTION, tone=Tone.THIRD, may_wrap=True)
        self._whole = Button(self.tr("Complete record"), Look.LINK)
        self._whole.clicked.connect(self.whole_wanted)
        opening = IconButton(self.tr("Open the slip"), "external-link")
        opening.clicked.connect(self.whole_wanted)
        closing = IconButton(self.tr("Close the pane"), "x")
        closing.clicked.connect(on_close)
        self._empty = Label(self.tr("Choose a slip in the list."), tone=Tone.THIRD)
        self._body = QWidget()
        whole = pane("sunken")
        column(whole, spacing=0, on=self)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        column(self._empty, self._body, spacing=0, margins=(20, 20, 20, 12), on=whole)
        status = row(self._status, self._class, spacing=12)
        status.setStretch(1, 1)
        who = row(self._who, self._phone, spacing=8)
        who.setStretch(0, 1)
        life = row(self._life_head, self._whole, spacing=8)
        life.setStretch(0, 1)
        inner = column(
            row(self._number, None, opening, closing, spacing=4),
            status,
            4,
            who,
            self._content,
            self._people,
            self._hint,
            self._who_may,
            8,
            self._copies_head,
            self._copies,
            8,
            self._money,
            8,
            life,
            self._life,
            spacing=6,
            on=self._body,
        )
        inner.setStretch(inner.count() - 1, 1)
        self._body.hide()
        self.setAccessibleName(self.tr("The chosen slip"))
        self._again = WhenSeen(self, self._show_again)
        frame.work.changed.connect(self._after_change)
        frame.work.desk_changed.connect(self._show_again)

    def show_slip(self, slip_id: object) -> None:
        """Show another slip; None shows that none is chosen."""
        self._slip_id = slip_id if isinstance(slip_id, int) else None
        if self._job is not None:
            self._job.drop()
            self._job = None
        if self._slip_id is None:
            self.view = None
            self._body.hide()
            self._empty.show()
            return
        # The list is painted before what only the pane asks is loaded.
        from app.slip_view import load_slip_view

        self._job = self._frame.work.look(
            self, load_slip_view, self._slip_id, done=self._put
        )

    def _after_change(self, tables: frozenset[str]) -> None:
        if tables & TABLES and self._slip_id is not None:
            self._again.do()

    def _show_again(self) -> None:
        """Somebody else may do other things with the same slip."""
        self.show_slip(self._slip_id)

    def _put(self, view: "SlipView") -> None:
        self.view = view
        facts = view.facts
        state = facts["state"]
        assert isinstance(state, SlipState)
        self._number.say(view.number)
        is_bounced = bool(facts["is_bounced"])
        self._status.show_status(status_of(state, is_bounced=is_bounced))
        self._class.say(class_line(view))
        room = room_text(facts["unit_label"], facts["area"], facts["place"])
        self._who.say(f"{room} {facts['reporter_name']}")
        self._phone.show_phone(_text(facts["phone"]))
        self._content.say(_text(facts["content"]))
        self._people.say(people_line(view))
        self._people.setVisible(bool(self._people.text()))
        self._hint.say(self._hint_line(view))
        self._hint.setVisible(bool(self._hint.text()))
        self._who_may.say(self._who_may_line(view))
        self._who_may.setVisible(bool(self._who_may.text()))
        self._copies.show_copies(copy_faces(view, self._moments))
        self._money.show_money(view)
        self._life.show_entries(short_entries(view, self._moments))
        self._empty.hide()
        self._body.show()

    def _who_may_line(self, view: "SlipView") -> str:
        """Whose turn it is, where the person may not take the next step."""
        needed = NEXT_STEP.get(view.facts["state"])  # type: ignore[call-overload]
        if view.facts["is_bounced"]:
            needed = Permission.ISSUE_SLIP
        if needed is None or self._frame.work.desk.may(needed):
            return ""
        if needed is Permission.DISPATCH_SLIP:
            return self.tr("The dispatcher dispatches it.")
        if needed is Permission.WORK_SLIP:
            return self.tr("Engineering carries it on.")
        return self.tr("The front desk carries it on.")

    def _hint_line(self, view: "SlipView") -> str:
        facts = view.facts
        if facts["is_bounced"]:
            return self.tr("Bounced: {reason}").format(reason=facts["bounce_reason"])
        if facts["needs_reprint"]:
            return self.tr("Amended after printing: print it again.")
        if view.open_gaps:
            return self.tr("Copies are being searched for: {copies}").format(
                copies=NAME_MARK.join(view.open_gaps)
            )
        return ""


def class_line(view: "SlipView") -> str:
    """``有偿，紧急，水工``: what kind of slip it is."""
    facts = view.facts
    charge, job = facts["charge_class"], facts["job_type"]
    assert isinstance(charge, ChargeClass)
    assert isinstance(job, JobType)
    return _joined(word(charge), word(job), facts["trade"])


def people_line(view: "SlipView") -> str:
    """Who has the slip."""
    technicians = view.facts["technicians"]
    assert isinstance(technicians, tuple)
    return _joined(view.facts["supervisor"], NAME_MARK.join(technicians))


def _joined(*parts: object) -> str:
    return COMMA.join(str(part) for part in parts if part)


def _text(value: object) -> str:
    return "" if value is None else str(value)
