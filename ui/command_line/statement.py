"""``silian statement`` and ``silian close``: the finance statement of a period."""

from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from pathlib import Path

from app.desk import Desk
from app.period_close import close_alone
from app.statement import load_statement, require_period
from app.statement_figures import figures
from app.statement_file import load_file
from app.statement_identity import BALANCES, COPIES, ISSUED, METHODS, MONEY
from models.finance_period import FileKind
from models.money import format_money
from models.staff import Permission
from models.statement import Section, Split, Statement
from models.text import QT_TRANSLATE_NOOP
from ui.command_line.session import CommandSession, local_text
from ui.paper_trouble import FileKindUnknown
from ui.statement_paper import papers_of, statement_pdf, statement_xlsx
from ui.whole_file import whole_file

_KINDS = {".pdf": FileKind.PDF, ".xlsx": FileKind.XLSX}
_IDENTITIES = {
    ISSUED: QT_TRANSLATE_NOOP("Command", "slips issued = A + C of this period"),
    MONEY: QT_TRANSLATE_NOOP("Command", "owed before and the sums = owed after"),
    METHODS: QT_TRANSLATE_NOOP("Command", "received by method = received"),
    COPIES: QT_TRANSLATE_NOOP(
        "Command", "copies in bundles and early = copies in A, B"
    ),
    BALANCES: QT_TRANSLATE_NOOP("Command", "owed after = balances of the slips"),
}


def statement(session: CommandSession) -> int:
    """Tell a statement; write its paper with ``-o``."""
    typed = session.arguments
    target = None if typed.output is None else Path(typed.output)
    kind = None if target is None else _kind_of(target)
    require_period(typed.period)
    desk = session.desk
    desk.require(Permission.READ_BOOKS)
    at = session.moment(typed.at)
    if target is None or kind is None:
        _say(session, _load(session, at))
        return 0
    with whole_file(target) as partial:
        found = _load(session, at)
        partial.write_bytes(_paper(session, found, kind))
    _say(session, found)
    text = QT_TRANSLATE_NOOP("Command", "The statement is written to {file}")
    session.warn(session.text(text, file=target))
    return 0


def close(session: CommandSession) -> int:
    """Close a period; ``--at`` takes a time as the present."""
    period = session.arguments.period
    require_period(period)
    desk = session.desk_at(session.arguments.at)
    closed, _ = session.database.write(close_alone, desk, period, papers_of(desk))
    text = QT_TRANSLATE_NOOP(
        "Command", "{period} is closed since {at}: owed at its end {closing} ({hash})."
    )
    session.say(
        session.text(
            text,
            period=period,
            at=local_text(desk, closed.closed_at),
            closing=format_money(closed.closing),
            hash=closed.hash[:12],
        )
    )
    for line in _untied(session, closed):
        session.warn(line)
    return 0


def as_json(desk: Desk, found: Statement) -> dict[str, object]:
    """The statement as other programs read it (interfaces.md 3)."""
    return {
        "period": found.period,
        "from": local_text(desk, found.starts_at),
        "to": local_text(desk, found.ends_at),
        "state": "closed" if found.is_closed else "open",
        "closed_at": local_text(desk, found.closed_at),
        **figures(found),
    }


def _kind_of(target: Path) -> FileKind:
    kind = _KINDS.get(target.suffix.lower())
    if kind is None:
        raise FileKindUnknown(value=target.name, known="、".join(_KINDS))
    return kind


def _load(session: CommandSession, at: datetime | None) -> Statement:
    period = session.arguments.period
    return session.database.read(load_statement, session.desk, period, at)


def _paper(session: CommandSession, found: Statement, kind: FileKind) -> bytes:
    """What was stored at the close; else it is drawn."""
    desk = session.desk
    if found.is_closed:
        kept = session.database.read(load_file, desk, found.period, kind)
        if kept is not None:
            return kept
    draw = statement_pdf if kind is FileKind.PDF else statement_xlsx
    return draw(desk, found)


def _say(session: CommandSession, found: Statement) -> None:
    if session.wants_json:
        session.say_json(as_json(session.desk, found))
        return
    for line in _lines(session, found):
        session.say(line)


def _lines(session: CommandSession, found: Statement) -> Iterator[str]:
    yield _title(session, found)
    counts = {each.value: len(found.section(each)) for each in Section}
    yield session.text(
        QT_TRANSLATE_NOOP(
            "Command",
            "Issued: {issued}. A {a}, B {b}, C {c}; void {void}, cancelled {gone}.",
        ),
        issued=found.issued,
        void=len(found.void),
        gone=len(found.cancelled),
        **counts,
    )
    yield _money(session, QT_TRANSLATE_NOOP("Command", "Owed before"), found.opening)
    yield _split(session, QT_TRANSLATE_NOOP("Command", "Charged"), found.charged)
    yield _split(session, QT_TRANSLATE_NOOP("Command", "Waived"), found.waived)
    yield _split(session, QT_TRANSLATE_NOOP("Command", "Adjusted"), found.adjusted)
    yield _split(session, QT_TRANSLATE_NOOP("Command", "Received"), found.received)
    yield _split(session, QT_TRANSLATE_NOOP("Command", "Refunded"), found.refunded)
    yield _money(session, QT_TRANSLATE_NOOP("Command", "Owed after"), found.closing)
    for each in found.balances:
        yield f"  {each.number}  {each.room}  {format_money(each.amount)}"
    yield from _untied(session, found)


def _title(session: CommandSession, found: Statement) -> str:
    if found.is_closed:
        text = QT_TRANSLATE_NOOP(
            "Command", "Statement {period}, closed {at} by {by} ({hash})"
        )
    else:
        text = QT_TRANSLATE_NOOP("Command", "Statement {period} as it stands at {at}")
    return session.text(
        text,
        period=found.period,
        at=local_text(session.desk, found.at),
        by=found.closed_by,
        hash=found.hash[:12],
    )


def _money(session: CommandSession, text: str, amount: Decimal) -> str:
    return f"{session.text(text)}: {format_money(amount)}"


def _split(session: CommandSession, text: str, split: Split) -> str:
    both = QT_TRANSLATE_NOOP("Command", "{total} (own {own}, earlier {earlier})")
    said = session.text(
        both,
        total=format_money(split.total),
        own=format_money(split.own),
        earlier=format_money(split.earlier),
    )
    return f"{session.text(text)}: {said}"


def _untied(session: CommandSession, found: Statement) -> Iterator[str]:
    """The identities that do not hold: what a person must look into."""
    for each in found.identities:
        if not each.holds:
            text = QT_TRANSLATE_NOOP(
                "Command", "Does not tie: {what}, {left} ≠ {right}"
            )
            what = session.text(_IDENTITIES[each.key])
            yield session.text(text, what=what, left=each.left, right=each.right)
