"""What the lists beside a statement say: section C, balances, slips behind a figure."""

from collections import Counter
from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from app.statement_figure import BehindRow, Figure, FigureKind, rows_behind
from models.ledger_entry import EntryKind
from models.money import ZERO, format_money
from models.slip import SlipState
from models.statement import Section, Statement, StatementBalance, StatementSlip
from ui.finance.count_words import CountWords
from ui.finance.slip_line import SlipLine
from ui.kit.label import Tone
from ui.slip.moment import Moments
from ui.words import word

C, BALANCE, BEHIND = "c", "balance", "behind"


def waiting_lines(statement: Statement, moments: Moments) -> list[SlipLine]:
    """Section C: what is not in hand, why, and what is expected of it."""
    slips = statement.section(Section.C)
    head = QCoreApplication.translate("StatementLines", "C: finance copies not in hand")
    said = CountWords().not_counted(len(slips))
    lines = [SlipLine(C, head, text=said)] if slips else []
    return lines + [_waiting(slip, moments) for slip in slips]


def _waiting(slip: StatementSlip, moments: Moments) -> SlipLine:
    paid = slip.received - slip.refunded
    if slip.is_paid_unseen:
        money = QCoreApplication.translate("StatementLines", "paid {amount}, not seen")
        text = money.format(amount=format_money(paid))
    elif slip.expected is not None:
        money = QCoreApplication.translate("StatementLines", "expected {amount}")
        text = money.format(amount=format_money(slip.expected))
    else:
        text = ""
    if slip.eta_at is not None:
        eta = QCoreApplication.translate("StatementLines", "until {when}")
        text = "，".join(filter(None, (text, eta.format(when=_day(slip, moments)))))
    is_bad = slip.is_paid_unseen or slip.state is SlipState.DISPUTED
    return SlipLine(
        C,
        slip.number,
        slip.id,
        day=moments.write_day(slip.issued_at),
        room=slip.room,
        mark=slip.reason or word(slip.state),
        tone=Tone.BAD if is_bad else Tone.WARN,
        text=text,
    )


def _day(slip: StatementSlip, moments: Moments) -> str:
    assert slip.eta_at is not None
    return moments.write_day(slip.eta_at)


def balance_lines(statement: Statement, moments: Moments) -> list[SlipLine]:
    """What is owed at the end, slip by slip."""
    head = QCoreApplication.translate("StatementLines", "Owed at the end")
    lines = [
        SlipLine(
            BALANCE,
            head,
            text=CountWords().slips(len(statement.balances)),
            amount=statement.closing,
        )
    ]
    return lines + [_balance(each, moments) for each in statement.balances]


def _balance(balance: StatementBalance, moments: Moments) -> SlipLine:
    paid = balance.charged - balance.amount
    tone = Tone.SECOND
    if balance.amount < 0:
        mark = QCoreApplication.translate("StatementLines", "paid, paper not seen")
        tone = Tone.BAD
    elif paid > ZERO:
        text = QCoreApplication.translate("StatementLines", "{amount} settled")
        mark = text.format(amount=format_money(paid))
    else:
        mark = QCoreApplication.translate("StatementLines", "nothing paid")
    return SlipLine(
        BALANCE,
        balance.number,
        balance.slip_id,
        day=moments.write_day(balance.issued_at),
        room=balance.room,
        mark=mark,
        tone=tone,
        amount=balance.amount,
    )


def behind_lines(
    statement: Statement, figure: Figure, title: str, moments: Moments
) -> list[SlipLine]:
    """The slips behind a figure under its name; their sum is the figure."""
    rows = rows_behind(statement, figure)
    slips = {slip.id: slip for slip in statement.slips}
    is_count = figure.kind is FigureKind.SECTION
    total = sum((row.amount for row in rows), ZERO)
    head = SlipLine(
        BEHIND,
        title,
        text=CountWords().lines(len(rows)),
        amount=None if is_count and figure.section is Section.C else total,
    )
    return [
        head,
        *(
            _behind(key, row, slips.get(row.slip_id), moments)
            for key, row in enumerate(rows)
        ),
    ]


def _behind(
    key: int, row: BehindRow, slip: StatementSlip | None, moments: Moments
) -> SlipLine:
    mark, tone = "", Tone.SECOND
    if row.entry is not None and row.entry.kind is not EntryKind.CHARGE:
        entry = row.entry
        how = entry.method or entry.level
        mark = word(how) if how is not None else ""
        text = "，".join(filter(None, (entry.receipt_no, entry.note)))
    elif slip is not None and row.section is Section.C:
        waiting = _waiting(slip, moments)
        mark, tone, text = waiting.mark, waiting.tone, waiting.text
    else:
        mark = _state(slip) if slip is not None else ""
        text = slip.content if slip is not None else ""
    return SlipLine(
        BEHIND,
        row.number,
        row.slip_id,
        key,
        day=moments.write_day(row.at),
        room=row.room,
        mark=mark,
        tone=tone,
        text=text,
        amount=None if row.section is Section.C else row.amount,
    )


def _state(slip: StatementSlip) -> str:
    if slip.state in (SlipState.VOID, SlipState.CANCELLED):
        return word(slip.state)
    if slip.is_early:
        return QCoreApplication.translate("StatementLines", "brought early")
    if slip.batch_no is None:
        return ""
    text = QCoreApplication.translate("StatementLines", "bundle {number}")
    return text.format(number=slip.batch_no)


def section_note(statement: Statement, section: Section) -> str:
    """What stands under the count of a section."""
    slips = statement.section(section)
    if section is Section.C:
        counts = Counter(slip.reason or word(slip.state) for slip in slips)
        return "，".join(f"{name} {count}" for name, count in counts.most_common())
    if section is Section.B and len(slips) == 1:
        return slips[0].number
    return "，".join(_ended(slips))


def _ended(slips: Iterable[StatementSlip]) -> Iterable[str]:
    states = Counter(slip.state for slip in slips)
    for state in (SlipState.VOID, SlipState.CANCELLED):
        if states[state]:
            yield f"{word(state)} {states[state]}"
    early = sum(slip.is_early for slip in slips)
    if early:
        text = QCoreApplication.translate("StatementLines", "brought early {count}")
        yield text.format(count=early)
