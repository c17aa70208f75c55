"""The five tie-out identities (勾稽) in words: 平 or 不平, and what is compared."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.statement_identity import BALANCES, COPIES, ISSUED, KEYS, METHODS, MONEY
from models.money import ZERO, format_money
from models.statement import Identity, Section, Statement
from models.text import QT_TRANSLATE_NOOP
from ui.kit.label import Label, Picture, Tone
from ui.kit.layout import column, row
from ui.theme.typeface import BODY, CARD
from ui.words import word

_T = QT_TRANSLATE_NOOP
_NAMES = {
    ISSUED: _T("IdentityList", "Slips"),
    MONEY: _T("IdentityList", "Sums"),
    METHODS: _T("IdentityList", "Methods"),
    COPIES: _T("IdentityList", "Copies"),
    BALANCES: _T("IdentityList", "List"),
}
_NAME_WIDTH = 44


class IdentityLine(QWidget):
    """One identity: a sign, its name, what is compared, and the verdict as a word."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._right = Picture("circle-check", 16, Tone.OK)
        self._wrong = Picture("circle-alert", 16, Tone.BAD)
        self._open = Picture("circle-pause", 16, Tone.WARN)
        title = Label(name, is_strong=True)
        title.setMinimumWidth(_NAME_WIDTH)
        self.text = Label("", BODY, tone=Tone.SECOND, may_wrap=True)
        self.verdict = Label("", is_strong=True)
        signs = (self._right, self._wrong, self._open)
        for sign in signs:
            sign.hide()
        line = row(*signs, title, self.text, self.verdict, on=self)
        line.setStretch(4, 1)
        self.setMinimumHeight(28)

    def put(self, identity: Identity, text: str, waiting: int) -> None:
        """Show how it stands now; ``waiting`` copies are still to be handed over."""
        self._right.setVisible(identity.holds)
        self._wrong.setVisible(not identity.holds and not waiting)
        self._open.setVisible(bool(waiting))
        self.text.say(text)
        if identity.holds:
            verdict, tone = self.tr("agrees"), Tone.OK
        elif waiting:
            verdict, tone = self.tr("%n to hand over", "", waiting), Tone.WARN
        else:
            verdict, tone = self.tr("differs"), Tone.BAD
        self.verdict.say(verdict, tone)
        self.setAccessibleName(f"{self._name}: {verdict}. {text}")


class IdentityList(QWidget):
    """All five, under one line that says whether the books agree."""

    def __init__(self) -> None:
        super().__init__()
        self.whole = Label("", CARD, is_strong=True)
        self.lines = {
            key: IdentityLine(QCoreApplication.translate("IdentityList", _NAMES[key]))
            for key in KEYS
        }
        column(self.whole, *self.lines.values(), spacing=2, on=self)

    def put(self, statement: Statement) -> None:
        """Show the identities of a statement."""
        waiting = _to_hand_over(statement)
        wrong = [
            each
            for each in statement.identities
            if not each.holds and not (each.key == COPIES and waiting)
        ]
        if wrong:
            text = self.tr("%n of five identities differ(s)", "", len(wrong))
            self.whole.say(text, Tone.BAD)
        elif waiting:
            text = self.tr("The sums agree; copies are still to be handed over")
            self.whole.say(text, Tone.WARN)
        else:
            self.whole.say(self.tr("All five identities agree"), Tone.OK)
        for identity in statement.identities:
            line = self.lines.get(identity.key)
            if line is not None:
                is_copies = identity.key == COPIES
                text = self._text(statement, identity)
                line.put(identity, text, waiting if is_copies else 0)

    def _text(self, statement: Statement, identity: Identity) -> str:
        if identity.key == COPIES:
            return self._copies(statement, identity)
        if not identity.holds:
            return f"{identity.left} ≠ {identity.right}"
        if identity.key == ISSUED:
            return self.tr("issued {count} = A {a} + C {c}").format(
                count=identity.left,
                a=_of_period(statement, Section.A),
                c=_of_period(statement, Section.C),
            )
        if identity.key == MONEY:
            parts = (
                (statement.opening, " + "),
                (statement.charged.total, " − "),
                (statement.waived.total, " ± "),
                (statement.adjusted.total, " − "),
                (statement.received.total, " + "),
                (statement.refunded.total, " = "),
            )
            text = "".join(f"{format_money(amount)}{sign}" for amount, sign in parts)
            return f"{text}{format_money(statement.closing)}"
        if identity.key == METHODS:
            paid = [
                f"{word(method)} {format_money(amount)}"
                for method, amount in sorted(statement.received_by_method.items())
                if amount
            ]
            text = self.tr("{parts} = received {sum}")
            return text.format(
                parts=" + ".join(paid) or format_money(ZERO),
                sum=format_money(statement.received.total),
            )
        text = self.tr("%n balance(s) together = {sum}", "", len(statement.balances))
        return text.format(sum=format_money(statement.closing))

    def _copies(self, statement: Statement, identity: Identity) -> str:
        counts = " + ".join(str(each.copy_count) for each in statement.batches)
        early = sum(slip.is_early for slip in statement.slips)
        text = self.tr("bundles {counts}, brought early {early} {sign} A and B {sum}")
        return text.format(
            counts=counts or "0",
            early=early,
            sign="=" if identity.holds else "≠",
            sum=identity.right,
        )


def _to_hand_over(statement: Statement) -> int:
    """How many copies of an open period are in hand and in no bundle yet: before the
    handover of the 20th that is nothing to be startled by.
    """
    if statement.is_closed:
        return 0
    both = next(
        ((one.left, one.right) for one in statement.identities if one.key == COPIES),
        ("0", "0"),
    )
    left, right = map(int, both)
    return max(0, right - left)


def _of_period(statement: Statement, section: Section) -> int:
    slips = statement.section(section)
    return sum(slip.issued_at >= statement.starts_at for slip in slips)
