"""What stands around the figures of the finance statement: heads, feet, identities."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from models.ledger_entry import PayMethod
from models.money import ZERO, format_money
from models.statement import Section, Statement
from models.text import Translate
from reports.office import Office, local_time, procedure
from reports.statement_words import TITLE, Words

_MONEY = re.compile(r"-?[0-9]{1,15}\.[0-9]{2}", re.ASCII)
COPIES = "copies"
"""The key of identity (iv)."""


@dataclass(frozen=True, slots=True)
class TieOut:
    """One identity as it is printed: its sentence, both sides, the verdict."""

    sign: str
    sentence: str
    left: str
    right: str
    verdict: str
    holds: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the table of sums; None: it is not told apart (opening, closing)."""

    key: str
    title: str
    own: Decimal | None
    earlier: Decimal | None
    total: Decimal


class Frame:
    """The texts of one statement for one office, in one language."""

    def __init__(
        self, statement: Statement, office: Office, translate: Translate
    ) -> None:
        self.statement = statement
        self.office = office
        self.translate = translate
        self.words = Words(translate)

    @property
    def title(self) -> str:
        """Centre and document."""
        return f"{self.statement.centre_name}　{TITLE}"

    @property
    def period(self) -> str:
        """The period with both of its bounds."""
        text = self.translate(
            "Statement",
            "Finance period {period}: from {first} to {last} (not included)",
        )
        return text.format(
            period=self.statement.period,
            first=self.when(self.statement.starts_at),
            last=self.when(self.statement.ends_at),
        )

    @property
    def basis(self) -> str:
        """What decides, and until when it is counted."""
        text = self.translate(
            "Statement", "By time of issue ({procedure} 4.1.3.2), as known at {time}"
        )
        return text.format(
            procedure=procedure(self.office),
            time=self.when(self.statement.at, seconds=True),
        )

    @property
    def state(self) -> str:
        """Closed when, or clearly not."""
        closed_at = self.statement.closed_at
        if not self.statement.is_closed or closed_at is None:
            return self.translate("Statement", "NOT CLOSED")
        return self.translate("Statement", "closed {time}").format(
            time=self.when(closed_at, seconds=True)
        )

    @property
    def people(self) -> str:
        """Who proposed the close and who confirmed it."""
        if not self.statement.is_closed:
            return self.translate(
                "Statement", "As it would close now; figures may still change"
            )
        text = self.translate("Statement", "proposed by {one}, confirmed by {other}")
        return text.format(
            one=self.statement.proposed_by or "—", other=self.statement.closed_by or "—"
        )

    @property
    def according(self) -> str:
        """The procedure, for the foot."""
        text = self.translate("Statement", "According to {procedure}")
        return text.format(procedure=procedure(self.office))

    @property
    def seal(self) -> tuple[str, ...]:
        """The hash and the chain's head of a closed statement."""
        if not self.statement.is_closed:
            return ()
        said = self.translate("Statement", "Statement SHA-256 {hash}")
        chain = self.translate("Statement", "Chain head {chain}")
        return (
            said.format(hash=self.statement.hash),
            chain.format(chain=self.statement.chain),
        )

    @property
    def signatures(self) -> tuple[str, ...]:
        """Who signs."""
        return (
            self.translate("Statement", "Made by (Housekeeping):"),
            self.translate("Statement", "Checked by (Finance):"),
            self.translate("Statement", "Approved by:"),
            self.translate("Statement", "Date:"),
        )

    @property
    def beside(self) -> datetime:
        """On paper times show their year where it is not that of this moment."""
        return self.statement.ends_at

    @property
    def has_two_years(self) -> bool:
        """Whether the turn of a year is within the period."""
        told = self.statement
        return self.when(told.starts_at)[:4] != self.when(self.beside)[:4]

    @property
    def page_number(self) -> str:
        """With {number} and {count} to be filled."""
        return self.translate("Statement", "Page {number} of {count}")

    def when(self, at: datetime, *, seconds: bool = False) -> str:
        """An instant as the site's clock shows it, with its year."""
        form = "%Y-%m-%d %H:%M:%S" if seconds else "%Y-%m-%d %H:%M"
        return f"{local_time(self.office, at):{form}}"

    def lines(self) -> tuple[Line, ...]:
        """The table of sums (worked-examples 5.2), from what was owed to what is."""
        told = self.statement
        translate = self.translate
        splits = (
            ("charged", translate("Statement", "+ Charged"), told.charged),
            ("waived", translate("Statement", "− Waived"), told.waived),
            ("adjusted", translate("Statement", "± Adjusted"), told.adjusted),
            ("received", translate("Statement", "− Received"), told.received),
            ("refunded", translate("Statement", "+ Refunded"), told.refunded),
        )
        opening = translate("Statement", "Owed at the beginning")
        closing = translate("Statement", "= Owed at the end")
        return (
            Line("opening", opening, None, None, told.opening),
            *(
                Line(key, title, split.own, split.earlier, split.total)
                for key, title, split in splits
            ),
            Line("closing", closing, None, None, told.closing),
        )

    def tie_outs(self) -> Iterator[TieOut]:
        """The five identities (4.7-10) with what they are made of."""
        signs = "①②③④⑤"
        for place, (sentence, identity) in enumerate(
            zip(self._sentences(), self.statement.identities, strict=False)
        ):
            yield TieOut(
                sign=signs[place],
                sentence=sentence,
                left=_side(identity.left),
                right=_side(identity.right),
                verdict=self.words.verdict(identity.left, identity.right),
                holds=identity.holds,
            )

    def _sentences(self) -> Iterator[str]:
        told, counts = self.statement, self.counts()
        translate = self.translate
        yield translate(
            "Statement", "Slips: issued {issued} = A {a} + C of this period {c}"
        ).format(issued=told.issued, a=counts.a, c=counts.c_own)
        yield translate(
            "Statement",
            "Balance: {opening} + {charged} − {waived} + {adjusted} − {received} "
            "+ {refunded} = {closing}",
        ).format(
            **{
                key: format_money(getattr(told, key).total)
                for key in ("charged", "waived", "adjusted", "received", "refunded")
            },
            opening=format_money(told.opening),
            closing=format_money(told.closing),
        )
        methods = [
            f"{self.words.methods[method]} {format_money(amount)}"
            for method in PayMethod
            if (amount := told.received_by_method.get(method, ZERO))
        ]
        yield translate("Statement", "Received: {methods} = {received}").format(
            methods=" + ".join(methods) or format_money(ZERO),
            received=format_money(told.received.total),
        )
        yield translate(
            "Statement",
            "Copies: bundles {bundled} + brought early {early} = A and B with paper "
            "{papers}",
        ).format(bundled=counts.bundled, early=counts.early, papers=counts.papers)
        yield translate(
            "Statement", "Owed: {count} balances together = {closing}"
        ).format(count=len(told.balances), closing=format_money(told.closing))

    def counts(self) -> "Counts":
        """How many slips and copies there are of each kind."""
        told = self.statement
        sections = {section: told.section(section) for section in Section}
        in_hand = (*sections[Section.A], *sections[Section.B])
        out = sections[Section.C]
        early = sum(1 for slip in in_hand if slip.is_early)
        handed = sum(batch.copy_count for batch in told.batches)
        bundled = next(
            (
                int(each.left) - early
                for each in told.identities
                if each.key == COPIES and each.left.isdecimal()
            ),
            handed,
        )
        return Counts(
            issued=told.issued,
            a=len(sections[Section.A]),
            b=len(sections[Section.B]),
            c=len(out),
            c_own=sum(1 for slip in out if slip.issued_at >= told.starts_at),
            void=len(told.void),
            cancelled=len(told.cancelled),
            bundled=bundled,
            late=handed - bundled,
            early=early,
            papers=sum(1 for slip in in_hand if slip.has_paper),
        )


def _side(text: str) -> str:
    """A side of an identity as people read it: money with its commas."""
    return format_money(Decimal(text)) if _MONEY.fullmatch(text) else text


@dataclass(frozen=True, slots=True)
class Counts:
    """Slips and copies: A, B, C, C of this period, ended ones, handed over ones.

    ``bundled`` copies stand in this statement; ``late`` ones in an earlier one.
    """

    issued: int
    a: int
    b: int
    c: int
    c_own: int
    void: int
    cancelled: int
    bundled: int
    late: int
    early: int
    papers: int
