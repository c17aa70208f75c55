"""One request beside the list: what it is about, who signs it, how it ended."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QWidget

from app.desk import Desk
from app.waiver_list import WaiverView
from app.waiver_signer import level_on_screen
from models.money import format_capitals, format_money
from models.staff import Permission
from models.waiver import WaiverLevel, WaiverStatus
from models.waiver_row import WaiverRow
from ui.finance.waiver_decide import DecideForm, Way
from ui.finance.waiver_signing import Signing
from ui.finance.waiver_word import status_of_waiver, sums_text
from ui.kit.button import Button, Look
from ui.kit.fields import COMMA
from ui.kit.form import LABEL_WIDTH
from ui.kit.glyph import StatusLabel
from ui.kit.label import ElidedLabel, Hairline, Label, ProblemLine, Tone
from ui.kit.layout import column, row
from ui.shell.actions import action_button, action_text
from ui.slip.field_flow import flow
from ui.slip.moment import Moments
from ui.theme.typeface import INPUT, OBJECT
from ui.words import word


class CasePane(QWidget):
    """A pending request can be decided here; a decided one tells who did it."""

    opened = Signal()
    """The slip itself is wanted."""

    def __init__(self, moments: Moments) -> None:
        super().__init__()
        self._moments = moments
        self.view: WaiverView | None = None
        self._may_sign = False
        self._amount = Label("", OBJECT, is_strong=True)
        self._capitals = Label("", tone=Tone.SECOND)
        self._status = StatusLabel()
        self.number = Button("", Look.LINK)
        self.number.clicked.connect(self.opened)
        self._room = Label("", INPUT)
        self._content = ElidedLabel("", INPUT)
        self._sums = Label("", tone=Tone.SECOND, may_wrap=True)
        self._reason = Label("", INPUT, may_wrap=True)
        self._asked = Label("", tone=Tone.SECOND, may_wrap=True)
        self.signing = Signing(moments)
        self.ended = Label("", INPUT, may_wrap=True)
        self.why_not = Label("", tone=Tone.WARN, may_wrap=True)
        self.form = DecideForm(moments)
        self.form.edited.connect(lambda _: self._show_buttons())
        self.problem = ProblemLine()
        self.approve = action_button("waiver.approve", Look.PRIMARY)
        self.reject = action_button("waiver.reject", Look.DANGER)
        self.print = action_button("waiver.print")
        self.withdraw = action_button("waiver.withdraw", Look.LINK)
        self._decision = QWidget()
        self._lay_out()

    def _lay_out(self) -> None:
        buttons = flow(self.approve, self.reject, gap=12)
        column(
            self.form,
            self.problem,
            row(LABEL_WIDTH + 8, buttons, spacing=0),
            spacing=12,
            on=self._decision,
        )
        body = QWidget()
        column(
            row(self._amount, self._capitals, None, self._status, spacing=12),
            row(self.number, self._room, None, spacing=12),
            self._content,
            self._sums,
            8,
            self._reason,
            self._asked,
            8,
            self.signing,
            self.ended,
            self.why_not,
            4,
            Hairline(),
            4,
            self._decision,
            4,
            row(self.print, self.withdraw, None, spacing=12),
            None,
            spacing=6,
            margins=(24, 16, 24, 16),
            on=body,
        )
        scroll = QScrollArea(widgetResizable=True)
        scroll.setWidget(body)
        scroll.setAccessibleName(self.tr("The request"))
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column(scroll, spacing=0, on=self)

    def show_view(self, view: WaiverView, desk: Desk, directors: Sequence[str]) -> None:
        """Show a request with an empty decision."""
        ways = self.know(view, desk)
        self.problem.say(None)
        if ways:
            self.form.show_request(view.row, ways, directors)
        self._show_buttons()

    def know(self, view: WaiverView, desk: Desk) -> list[Way]:
        """Something changed meanwhile: what is typed stays. How it may be decided."""
        self.view = view
        shown = view.row
        self._amount.say(format_money(shown.amount))
        self._capitals.say(format_capitals(shown.amount))
        self._status.show_status(status_of_waiver(shown.status))
        self.number.set_text(shown.number)
        self._room.say(COMMA.join(filter(None, (shown.room, shown.owner_name))))
        self._content.say(shown.content)
        self._sums.say(sums_text(view.account))
        self._reason.say(shown.reason)
        asked = self.tr("{name} asked for it, {time}")
        time = self._moments.write(shown.applied_at)
        self._asked.say(asked.format(name=shown.applicant, time=time))
        self.signing.show_need(shown.need, shown.split)
        self.ended.say(self._how_it_ended(shown))
        self.ended.setVisible(bool(self.ended.text()))
        ways = ways_to_decide(shown, desk)
        self._may_sign = _may_sign(shown, desk)
        self._decision.setVisible(bool(ways))
        why_not = self._why_not(shown, desk)
        self.why_not.say(why_not)
        self.why_not.setVisible(bool(why_not))
        is_pending = shown.status is WaiverStatus.PENDING
        self.withdraw.setVisible(is_pending and desk.may(Permission.APPLY_WAIVER))
        return ways

    def focus_decision(self) -> None:
        """Bring the keyboard to what is to be filled in, else to the paper."""
        if self._decision.isHidden():
            self.print.setFocus()
        elif self.form.way.value() is Way.PAPER:
            self.form.focus_first()
        else:
            self.form.note.setFocus()

    def _show_buttons(self) -> None:
        is_paper = self.form.way.value() is Way.PAPER
        approve = self.tr("Record: approved") if is_paper else ""
        reject = self.tr("Record: not approved") if is_paper else ""
        self.approve.set_text(approve or action_text("waiver.approve"))
        self.reject.set_text(reject or action_text("waiver.reject"))
        self.approve.setEnabled(is_paper or self._may_sign)

    def _why_not(self, shown: WaiverRow, desk: Desk) -> str:
        """What keeps whoever acts from deciding at once."""
        if shown.status is not WaiverStatus.PENDING or shown.need is None:
            return ""
        if shown.left is None or shown.left < shown.amount:
            text = self.tr("Only {sum} are left on the slip: it can not be approved.")
            left = "0.00" if shown.left is None else format_money(shown.left)
            return text.format(sum=left)
        if not desk.may(Permission.APPROVE_WAIVER):
            return ""
        if desk.actor in (shown.applicant, shown.recorded_by):
            return self.tr("You asked for it yourself; somebody else decides.")
        if not _may_sign(shown, desk):
            return self.tr(
                "A leader of the company must approve it: print the form, have it"
                " signed, and record the paper. You can still refuse it here."
            )
        return ""

    def _how_it_ended(self, shown: WaiverRow) -> str:
        if shown.decided_at is None:
            return ""
        parts = [self._moments.write(shown.decided_at)]
        if shown.approver:
            text = self.tr("{status} by {title} {name}")
            said = text.format(
                status=word(shown.status),
                title=shown.approver_title,
                name=shown.approver,
            )
            parts.append(said)
        else:
            parts.append(word(shown.status))
        if shown.decided_note:
            parts.append(shown.decided_note)
        if shown.paper_ref:
            text = self.tr("form {number}, recorded by {name}")
            recorded = text.format(number=shown.paper_ref, name=shown.recorded_by)
            parts.append(recorded)
        return COMMA.join(parts)


def _may_sign(shown: WaiverRow, desk: Desk) -> bool:
    """Whether an approval on the screen would be of the level that is needed."""
    if shown.need is None:
        return True
    level = level_on_screen(desk, shown.need.level)
    return level is WaiverLevel.LEADER or shown.need.level is WaiverLevel.DIRECTOR


def ways_to_decide(shown: WaiverRow, desk: Desk) -> list[Way]:
    """How whoever acts may bring the decision into the books; the likelier first."""
    if shown.status is not WaiverStatus.PENDING:
        return []
    ways = []
    is_own = desk.actor in (shown.applicant, shown.recorded_by)
    if desk.may(Permission.APPROVE_WAIVER) and not is_own:
        ways.append(Way.SCREEN)
    if desk.may(Permission.APPLY_WAIVER) or desk.may(Permission.APPROVE_WAIVER):
        ways.append(Way.PAPER)
    return ways
