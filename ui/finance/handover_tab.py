"""移交: the bundle is built by scanning second copies, then signed over."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from app.errors import Refusal
from app.handover_batch import hand_over, take_out
from app.handover_room import HandoverRoom, load_handover_room, scan_into_period
from models.handover_list import HandoverList
from models.staff import Permission
from ui.finance.bundle_lines import BundleFace, BundleLines
from ui.finance.bundle_paper import BundlePaper
from ui.finance.chosen import ChosenPeriod
from ui.finance.handover_lines import BUNDLE, handover_lines
from ui.finance.handover_reminder import HandoverReminder
from ui.finance.sign_form import SignForm
from ui.finance.slip_lines import SlipLines
from ui.finance.tab import FinanceTab
from ui.kit.label import Hairline, Label, ProblemLine, Tone
from ui.kit.layout import column, pane, row
from ui.kit.when_seen import WhenSeen
from ui.returns.scan_field import ScanField
from ui.scanner.desk import ScanDesk
from ui.shell.actions import action_button
from ui.shell.frame import Frame, Kind
from ui.slip.moment import Moments
from ui.tasks import Job
from ui.theme.typeface import INPUT

if TYPE_CHECKING:
    from ui.scanner.code import Code

TABLES = frozenset(
    {
        "slip",
        "ledger_entry",
        "finance_copy",
        "finance_period",
        "handover_batch",
        "handover_copy",
        "staff",
        "setting",
    }
)
SHARE, MOST = 0.38, 440


class HandoverTab(FinanceTab):
    """The scan field over the copies; at the right who signs, and earlier bundles."""

    def __init__(self, frame: Frame, period: ChosenPeriod, parent: QWidget) -> None:
        super().__init__(frame, period, parent)
        self._moments = Moments(frame.work)
        self._scan_desk = ScanDesk.of(frame)
        self._paper = BundlePaper(frame, self)
        self._job: Job | None = None
        self._is_old = False
        """Whether something changed since it was asked."""
        self._sent = ""
        """What stood in the field when a number was sent."""
        self.found: HandoverList | None = None
        self.reminder = HandoverReminder()
        self.scan = ScanField(
            self.tr("Number of a finance copy"),
            self.tr("Scan copy 2, or type the number and press Enter"),
        )
        self.scan.returnPressed.connect(self._take_typed)
        self.problem = ProblemLine()
        self.said = Label("", tone=Tone.OK)
        self.copies = SlipLines(self.tr("Finance copies"))
        self.copies.opened.connect(self._open_slip)
        self.copies.removed.connect(self._remove)
        self.copies.chosen_changed.connect(self._show_chosen)
        self.take_out = action_button("finance_handover.take_out")
        self.take_out.clicked.connect(self._remove_chosen)
        self.signing = SignForm()
        self.signing.sign.clicked.connect(self.submit)
        self.signing.printed.clicked.connect(self._print_open)
        self.bundles = BundleLines(self._moments, can_open=True)
        self.bundles.wanted.connect(self.print_bundle)
        self._none = Label(
            self.tr("No bundle was handed over yet."), tone=Tone.THIRD, may_wrap=True
        )
        self._lay_out()
        self._show_chosen(None)
        self._asking = WhenSeen(self, self._ask)
        frame.work.changed.connect(self._after_change)
        frame.work.desk_changed.connect(self._asking.do)

    def _lay_out(self) -> None:
        left = pane("surface")
        column(
            self.reminder,
            self.scan,
            self.problem,
            row(self.said, None, self.take_out, spacing=12),
            self.copies,
            spacing=6,
            margins=(24, 12, 16, 12),
            on=left,
        ).setStretch(4, 1)
        self._right = QScrollArea(widgetResizable=True)
        right = pane("sunken")
        column(
            self.signing,
            12,
            Hairline(),
            8,
            Label(self.tr("Bundles handed over"), INPUT, is_strong=True),
            self._none,
            self.bundles,
            None,
            spacing=4,
            margins=(24, 16, 24, 16),
            on=right,
        )
        self._right.setWidget(right)
        self._right.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._right.setAccessibleName(self.tr("Who signs, and earlier bundles"))
        row(left, self._right, spacing=0, on=self).setStretch(0, 1)

    def arrive(self) -> None:
        self.scan.setFocus()
        self.scan.selectAll()

    # What is shown.

    def show_period(self) -> None:
        if self.turn_to_period():
            self.problem.say(None)
            self.said.say("")
        if self._job is not None:
            self._job.drop()
            self._job = None
        self._ask()

    def _ask(self) -> None:
        if not self.period.code:
            return
        if self._job is not None:
            # Scan follows scan: each answer is shown, and the last one asked for.
            self._is_old = True
            return
        self._is_old = False
        self._job = self.frame.work.look(
            self,
            load_handover_room,
            self.period.code,
            done=self._put,
            ended=self._after_asking,
        )

    def _after_asking(self) -> None:
        self._job = None
        if self._is_old:
            self._ask()

    @Slot(object)
    def _after_change(self, tables: frozenset[str]) -> None:
        if tables & TABLES:
            self._asking.do()

    def _put(self, room: HandoverRoom) -> None:
        self.found = found = room.found
        self.copies.put(handover_lines(found, self._moments))
        self.signing.put(found.open_bundle, self._why_not())
        self.signing.offer(room.givers, room.takers, self.frame.work.desk.actor)
        may_scan = self.frame.work.desk.may(Permission.HAND_OVER_COPY)
        self.scan.setEnabled(may_scan and not found.is_closed)
        faces = [
            BundleFace(
                each.batch_no,
                each.handed_at,
                len(each.copies),
                each.to_staff,
                is_printed=each.printed_at is not None,
            )
            for each in found.bundles
            if each.handed_at is not None
        ]
        self.bundles.put(faces)
        self._none.setVisible(not faces)
        self.reminder.put(room.due)
        self._show_chosen(None)

    def _why_not(self) -> str:
        """Who may not scan is told so where a bundle would begin; empty for others."""
        try:
            self.frame.work.desk.require(Permission.HAND_OVER_COPY)
        except Refusal as refusal:
            return self.frame.sentence(refusal)
        return ""

    @Slot(object)
    def _show_chosen(self, _: object) -> None:
        line = self.copies.chosen_line()
        self.take_out.setVisible(line is not None and line.part == BUNDLE)

    # What is scanned.

    def take_scan(self, codes: Sequence["Code"]) -> bool:
        if not self.period.code:
            return False
        numbers = tuple(code.number for code in codes)
        self._take(numbers, codes[0].copy_no)
        return True

    @Slot()
    def _take_typed(self) -> None:
        typed = self.scan.text().strip()
        if not typed:
            return
        number, _, copy = typed.partition("/")
        waiting = self.found.waiting if self.found is not None else ()
        ends = [each.number for each in waiting if each.number.endswith(number.upper())]
        numbers = (ends[0],) if len(ends) == 1 else (number,)
        self._take(numbers, int(copy) if copy.isdecimal() else None)

    def _take(self, numbers: tuple[str, ...], copy_no: int | None) -> None:
        self._sent = self.scan.text()
        self.frame.work.change(
            self,
            scan_into_period,
            self.period.code,
            numbers,
            copy_no,
            done=self._taken,
            refused=self._refused,
        )

    def _taken(self, number: str) -> None:
        self.problem.say(None)
        if self.scan.text() == self._sent:
            self.scan.clear()  # else the next number is being typed already
        self.said.say(self.tr("{number} is in the bundle").format(number=number))

    def _refused(self, refusal: Refusal) -> None:
        self.said.say("")
        self.problem.say(self.frame.sentence(refusal))
        self._scan_desk.ring_refused()
        if self.scan.hasFocus():
            self.scan.selectAll()

    @Slot()
    def _remove_chosen(self) -> None:
        line = self.copies.chosen_line()
        if line is not None and line.slip_id is not None:
            self._remove(line.slip_id)

    @Slot(int)
    def _remove(self, slip_id: int) -> None:
        line = self.copies.chosen_line()
        bundle = self.found.open_bundle if self.found is not None else None
        if bundle is None or line is None or line.part != BUNDLE:
            return
        self.frame.work.change(
            self,
            take_out,
            bundle.id,
            slip_id,
            done=self._removed,
            refused=self._refused,
        )

    def _removed(self, number: str) -> None:
        self.problem.say(None)
        self.said.say(self.tr("{number} is out of the bundle").format(number=number))

    # Who signs.

    @Slot()
    def submit(self) -> None:
        """Sign the open bundle over."""
        bundle = self.found.open_bundle if self.found is not None else None
        if bundle is None or not self.signing.sign.isEnabled():
            return
        self.signing.forget_problems()
        self.signing.sign.setEnabled(False)
        self.frame.work.change(
            self,
            hand_over,
            self.signing.order(bundle.id),
            done=partial(self._handed_over, bundle.batch_no),
            refused=self._refuse_signing,
            ended=lambda: self.signing.sign.setEnabled(True),
        )

    def _refuse_signing(self, refusal: Refusal) -> None:
        field = str(getattr(refusal, "field", ""))
        self.signing.refuse(field, self.frame.sentence(refusal))

    def _handed_over(self, batch_no: int, count: int) -> None:
        text = self.tr("Bundle {number} handed over, %n copies", "", count)
        self.said.say("")
        self.frame.say(Kind.DONE, text.format(number=batch_no))
        self.print_bundle(batch_no)

    @Slot()
    def _print_open(self) -> None:
        bundle = self.found.open_bundle if self.found is not None else None
        if bundle is not None:
            self.print_bundle(bundle.batch_no)

    @Slot(int)
    def print_bundle(self, batch_no: int) -> None:
        """Show the list of a bundle that both sides sign."""
        self._paper.show(self.period.code, batch_no)

    def _open_slip(self, slip_id: int) -> None:
        self.frame.show_page("slip", slip_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        sign = event.text()
        plain = not event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        )
        if sign.isalnum() and plain and self.scan.isEnabled():
            # Nothing here takes a sign but the field of the number.
            self.scan.setFocus()
            self.scan.selectAll()
            self.scan.insert(sign)
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._right.setFixedWidth(min(MOST, int(self.width() * SHARE)))
