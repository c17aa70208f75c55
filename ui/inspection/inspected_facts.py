"""What whoever inspects wants to know of a slip: found, done, used, failed before."""

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from app.desk import Desk
from app.inspection import InspectedSlip, PastInspection, came_late
from app.limit_clock import whole_minutes
from models.slip import SlipState
from ui.kit.button import Button, Look
from ui.kit.fields import COMMA, NAME_MARK
from ui.kit.form import LABEL_WIDTH
from ui.kit.glyph import Status, StatusLabel
from ui.kit.label import Hairline, Label, Tone
from ui.kit.layout import column, row
from ui.slip.moment import Moments
from ui.slip.room import room_text
from ui.slip.slip_facts import SlipMoneyTable
from ui.slip.status import status_of
from ui.theme.typeface import INPUT, OBJECT
from ui.words import field_word


class InspectedFacts(QWidget):
    """The place as the heading, then one line for each thing that is known."""

    def __init__(self, moments: Moments) -> None:
        super().__init__()
        self._moments = moments
        self._where = Label("", OBJECT, is_strong=True, may_wrap=True)
        self.opened = Button("", Look.LINK)
        self._status = StatusLabel()
        self._content = Label("", INPUT, may_wrap=True)
        self._used = SlipMoneyTable()
        head = row(self._where, self.opened, None, self._status, spacing=12)
        self._holder = column(spacing=0)
        column(
            head,
            self._content,
            8,
            Hairline(),
            8,
            self._holder,
            16,
            self._used,
            spacing=4,
            on=self,
        )

    def show_slip(self, found: InspectedSlip, desk: Desk) -> None:
        """Show another slip, judged by the settings of ``desk``."""
        facts = found.view.facts
        self._where.say(room_text(facts["unit_label"], facts["area"], facts["place"]))
        self.opened.set_text(found.view.number)
        self._status.show_status(_status(found))
        self._content.say(str(facts["content"]))
        while (item := self._holder.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        self._holder.addWidget(self._made_lines(found, desk))
        self._used.show_money(found.view.lines, ())

    def _made_lines(self, found: InspectedSlip, desk: Desk) -> QWidget:
        whole = QWidget()
        grid = QGridLayout(whole)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(8)
        grid.setColumnMinimumWidth(0, LABEL_WIDTH)
        grid.setColumnStretch(1, 1)
        top = Qt.AlignmentFlag.AlignTop
        for at, (name, text, tone) in enumerate(self._told(found, desk)):
            value = Label(text, tone=tone, may_wrap=True)
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            value.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            value.setAccessibleName(f"{name} {text}")
            grid.addWidget(Label(name, tone=Tone.SECOND), at, 0, top)
            grid.addWidget(value, at, 1)
        return whole

    def _told(self, found: InspectedSlip, desk: Desk) -> list[tuple[str, str, Tone]]:
        facts = found.view.facts
        technicians = facts["technicians"]
        assert isinstance(technicians, tuple)
        people = (facts["trade"], NAME_MARK.join(technicians), facts["supervisor"])
        plain = [
            (self.tr("Reported"), (facts["reporter_name"], facts["report_dept"])),
            (field_word("cause_code"), (facts["cause_code"],)),
            (self.tr("Done"), (facts["result_text"],)),
            (self.tr("By"), people),
            (field_word("remark"), (facts["remark"],)),
        ]
        told = [(name, _joined(*parts), Tone.TEXT) for name, parts in plain]
        told.append(self._times(found, desk))
        told += [
            (self.tr("Failed before"), self._past(one), Tone.BAD)
            for one in found.past
            if not one.is_passed
        ]
        return [each for each in told if each[1]]

    def _times(self, found: InspectedSlip, desk: Desk) -> tuple[str, str, Tone]:
        """When it was done and when its paper came; a warning where that took long."""
        facts = found.view.facts
        done_at, returned_at = facts["done_at"], facts["returned_at"]
        parts, tone = [], Tone.TEXT
        if isinstance(done_at, datetime):
            parts.append(
                self.tr("done {time}").format(time=self._moments.write(done_at))
            )
        if isinstance(returned_at, datetime):
            text = self.tr("paper back {time}")
            parts.append(text.format(time=self._moments.write(returned_at)))
        if isinstance(done_at, datetime) and isinstance(returned_at, datetime):
            took = whole_minutes(done_at, returned_at)
            is_late = came_late(desk, done_at, returned_at)
            most = desk.settings.number("public_return_warn_min")
            text = (
                self.tr("{minutes} min after, more than {most}")
                if is_late
                else self.tr("{minutes} min after")
            )
            parts.append(text.format(minutes=took, most=most))
            tone = Tone.WARN if is_late else Tone.TEXT
        return self.tr("Times"), COMMA.join(parts), tone

    def _past(self, one: PastInspection) -> str:
        return _joined(one.note, one.by, self._moments.write(one.at))

    def told(self) -> list[str]:
        """Every line as it is read aloud, for tests."""
        labels = self.findChildren(Label)
        return [each.accessibleName() for each in labels if each.accessibleName()]


def _status(found: InspectedSlip) -> Status:
    state = found.view.facts["state"]
    assert isinstance(state, SlipState)
    return status_of(state)


def _joined(*parts: object) -> str:
    return COMMA.join(str(part) for part in parts if part)
