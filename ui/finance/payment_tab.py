"""收款: find the slip, take the money, print the receipt slip; what is owed beside."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.errors import Refusal, Trouble
from app.payment import Taken, take_payment
from app.payment_refusals import PaymentTooMuch
from app.payment_view import PaymentView, load_payment_view, load_scanned_payment
from models.money import format_money
from ui.day.day_paper import DayPaper
from ui.finance.chosen import ChosenPeriod
from ui.finance.money_moves import MoneyMoves
from ui.finance.payable_pane import PayablePane
from ui.finance.payment_form import KEYS_OF_METHODS
from ui.finance.payment_pane import PaymentPane
from ui.finance.payment_paper import arrears_sheet, takings_sheet
from ui.finance.payment_typed import PaymentTyped
from ui.finance.tab import FinanceTab
from ui.finance.takings_pane import TakingsPane
from ui.kit.fields import COMMA
from ui.kit.layout import pane, row
from ui.kit.when_seen import WhenSeen
from ui.scanner.desk import ScanDesk
from ui.shell.actions import BY_ID, action_text
from ui.shell.frame import Frame, Kind, Offer
from ui.slip.moment import Moments

if TYPE_CHECKING:
    from ui.scanner.code import Code

TABLES = frozenset({"ledger_entry", "slip", "waiver", "finance_copy", "quote"})
LEFT, NARROW_LEFT = 400, 352
WIDE_WINDOW = 1400
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PaymentTab(FinanceTab):
    """Who owes at the left; the payment, or the money of a day, at the right."""

    def __init__(self, frame: Frame, period: ChosenPeriod, parent: QWidget) -> None:
        super().__init__(frame, period, parent)
        self._moments = Moments(frame.work)
        self._is_saving = False
        self._too_much: str | None = None
        """Why the last payment of the slip in hand was not taken."""
        self._takes_keyboard = False
        self._scan_desk = ScanDesk.of(frame)
        self.paper = DayPaper(frame, self)
        self.moves = MoneyMoves(frame, self._moments, self)
        self.payable = PayablePane(frame, self._moments)
        self.payment = PaymentPane(self._moments)
        self.takings = TakingsPane(frame, self._moments)
        self.typed = PaymentTyped(frame.work, self.payment, self)
        self._right = QStackedWidget()
        self._right.addWidget(self.payment)
        self._right.addWidget(self.takings)
        self._left = pane("sunken")
        row(self.payable, on=self._left)
        row(self._left, self._right, spacing=0, on=self).setStretch(1, 1)
        self._connect()
        self._asking = WhenSeen(self, self._ask)
        frame.work.changed.connect(self._after_change)
        frame.work.desk_changed.connect(self._after_desk)
        self.typed.drafts.load(self._ask)

    def _connect(self) -> None:
        self.payable.chosen.connect(self.look_at)
        self.payable.opened.connect(self._enter)
        self.payable.sheet.clicked.connect(self._print_arrears)
        self.payable.day.clicked.connect(self.show_takings)
        self.payment.opened.connect(self._open_slip)
        self.payment.save.clicked.connect(self.submit)
        self.payment.refund.clicked.connect(self.ask_refund)
        self.payment.adjust.clicked.connect(self.ask_adjustment)
        self.payment.reverse.clicked.connect(self._ask_reversal)
        self.payment.print.clicked.connect(self._print_entry)
        self.takings.opened.connect(self._enter)
        self.takings.print.clicked.connect(self._print_takings)
        for method, key in KEYS_OF_METHODS.items():
            self._bind(f"Alt+{key}", partial(self._choose_method, method))
        self._bind(BY_ID["payment.open"].keys, self._open_slip)

    def _bind(self, keys: str, step: Callable[[], object]) -> None:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(step)

    @property
    def view(self) -> PaymentView | None:
        """The slip in hand."""
        return self.payment.view

    def arrive(self) -> None:
        self.payable.come_here()

    def leave(self) -> None:
        self.typed.drafts.rescue()

    def rescue(self) -> Trouble | None:
        return self.typed.drafts.rescue()

    def take_scan(self, codes: Sequence["Code"]) -> bool:
        numbers = tuple(code.number for code in codes)
        self._takes_keyboard = True
        self.frame.work.look(
            self, load_scanned_payment, numbers, done=self._put, refused=self._lost
        )
        return True

    @Slot(int)
    def look_at(self, thing: object) -> None:
        """Take up a slip by its id, or look for words."""
        if isinstance(thing, str):
            self.payable.look_for(thing)
        elif isinstance(thing, int) and not isinstance(thing, bool):
            self.frame.work.look(
                self, load_payment_view, thing, done=self._put, refused=self._lost
            )

    @Slot()
    def show_takings(self) -> None:
        """The money of today."""
        self._right.setCurrentWidget(self.takings)
        self.takings.show_day(self.frame.work.desk.today())
        self.takings.list.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_plain = not event.modifiers() & _COMMANDS
        held = self.focusWidget()
        if event.key() in _ENTER and is_plain:
            if held is not None and self.payment.isAncestorOf(held):
                self._go_on()
            return
        if event.key() == Qt.Key.Key_Escape:
            self.payable.come_here()
            return
        if event.text().isalnum() and is_plain and held in (self.payable.list,):
            # The list takes no sign: something to look for is typed.
            self.payable.come_here()
            self.payable.search.line.insert(event.text())
            self.payable.search.edited.emit()
            return
        super().keyPressEvent(event)

    def _go_on(self) -> None:
        """Enter: to what must be filled in, and behind it the money is taken."""
        for line in self.payment.shares.lines:
            if line.tick.isChecked() and not line.amount.typed():
                line.amount.setFocus()
                return
        form = self.payment.form
        if not form.receipt_no.typed() and form.receipt_no.line.hasFocus() is False:
            form.receipt_no.setFocus()
            return
        self.submit()

    def _choose_method(self, method: Any) -> None:
        if self.view is not None and self.view.takes_money:
            self.payment.form.choose(method)

    @Slot()
    def _ask(self) -> None:
        self.payable.ask()
        if self._right.currentWidget() is self.takings:
            self.takings.ask()
        if self.view is not None:
            self.frame.work.look(
                self, load_payment_view, self.view.slip_id, done=self._know
            )

    def _know(self, view: PaymentView) -> None:
        """Something was written meanwhile: it is seen, and what was typed stays."""
        if self.view is None or self.view.slip_id != view.slip_id:
            return
        if self.typed.drafts.of(view.slip_id) or self.view.rows == view.rows:
            self.payment.know(view)
        else:
            self.payment.show_view(view)
            self.payment.problem.say(self._too_much)

    @Slot(object)
    def _after_change(self, tables: frozenset[str]) -> None:
        if tables & TABLES:
            self._asking.do()

    @Slot()
    def _after_desk(self) -> None:
        trouble = self.typed.drafts.let_go()
        if trouble is not None:
            self.frame.say(
                Kind.FAILED,
                self.tr("What was typed is not saved"),
                self.frame.sentence(trouble),
            )
        self.payment.show_nothing()
        self.typed.drafts.load(self._ask)

    def _put(self, view: PaymentView) -> None:
        self._right.setCurrentWidget(self.payment)
        self._too_much = None
        self.payment.show_view(view)
        self.typed.put_back(view.slip_id)
        self.payable.mark(view.slip_id)
        if self._takes_keyboard:
            self._takes_keyboard = False
            self._focus_form()

    def _lost(self, refusal: Refusal) -> None:
        if self._takes_keyboard:
            self._takes_keyboard = False
            self._scan_desk.ring_refused()
        self.frame.refuse(refusal)

    @Slot(int)
    def _enter(self, slip_id: int) -> None:
        """The form of a slip is wanted, with the keyboard in it."""
        if self.view is not None and self.view.slip_id == slip_id:
            self._right.setCurrentWidget(self.payment)
            self._focus_form()
        else:
            self._takes_keyboard = True
            self.look_at(slip_id)

    def _focus_form(self) -> None:
        if self.view is not None and self.view.takes_money:
            self.payment.shares.focus_first()
        else:
            self.payment.number.setFocus()

    @Slot()
    def submit(self) -> None:
        """Take the money as it was typed."""
        view = self.view
        if view is None or self._is_saving or not view.takes_money:
            return
        self.payment.form.forget_problems()
        self.payment.shares.forget_problems()
        self.payment.problem.say(None)
        self._too_much = None
        shares = self.payment.shares.shares()
        if shares is None or self.payment.form.values() is None:
            return
        self._is_saving = True
        self.payment.save.setEnabled(False)
        self.frame.work.change(
            self,
            take_payment,
            self.payment.form.order(shares),
            done=partial(self._taken, view.slip_id),
            refused=self._refused,
            ended=self._after_saving,
        )

    def _after_saving(self) -> None:
        self._is_saving = False
        self.payment.save.setEnabled(True)

    def _taken(self, slip_id: int, taken: Taken) -> None:
        self.typed.drafts.forget(slip_id)
        parts = [taken.payer, "、".join(taken.numbers)]
        if taken.receipt_no:
            receipt = self.tr("receipt {number}").format(number=taken.receipt_no)
            parts.append(receipt)
        head = self.tr("{sum} taken").format(sum=format_money(taken.amount))
        self.frame.say(
            Kind.DONE,
            head,
            COMMA.join(parts),
            [
                self.moves.printing(taken.payment_id),
                Offer(
                    action_text("payment.reverse"),
                    partial(self.moves.answer_payment, slip_id, taken.payment_id),
                ),
            ],
        )
        self.payment.show_nothing()
        # Nobody's money is called up by itself: the next one is looked for or scanned.
        self.payable.search.set_value("")
        self.payable.come_here()

    def _refused(self, refusal: Refusal) -> None:
        sentence = self.frame.sentence(refusal)
        field = str(getattr(refusal, "field", ""))
        is_shown = field == "amount" and self.payment.shares.show_problem(
            refusal.facts.get("number"), sentence
        )
        if not is_shown and not self.payment.form.show_problem(field, sentence):
            self.payment.problem.say(sentence)
        if isinstance(refusal, PaymentTooMuch):
            # Another desk may have taken it meanwhile: show the account as it is, and
            # why this payment was not taken.
            self._too_much = sentence
            self._ask()

    @Slot()
    def ask_refund(self) -> None:
        """Money goes back on the slip in hand."""
        if self.view is not None and self.view.account.may_pay_back:
            self.moves.pay_back(self.view.account)

    @Slot()
    def ask_adjustment(self) -> None:
        """The posted price of the slip in hand is put right."""
        if self.view is not None and self.view.account.may_adjust:
            self.moves.adjust(self.view.account)

    @Slot()
    def _ask_reversal(self) -> None:
        entry = self.payment.entry()
        if entry is not None:
            self.moves.answer(entry)

    @Slot()
    def _print_entry(self) -> None:
        entry = self.payment.entry()
        if entry is not None and entry.method is not None:
            self.moves.print(entry.payment_id)

    @Slot()
    def _print_takings(self) -> None:
        self.paper.show(self.tr("Takings of the day"), takings_sheet, self.takings.day)

    @Slot()
    def _print_arrears(self) -> None:
        text = self.payable.search.value()
        self.paper.show(self.tr("Arrears list"), arrears_sheet, text)

    @Slot()
    def _open_slip(self) -> None:
        if self.view is not None:
            self.frame.show_page("slip", self.view.slip_id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_wide = self.window().width() >= WIDE_WINDOW
        self._left.setFixedWidth(LEFT if is_wide else NARROW_LEFT)
