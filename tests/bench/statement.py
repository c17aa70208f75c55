"""The finance month (P5): its sums, and the whole statement with every row.

The floors are bare ``sqlite3`` on the same connection: the same sums and the same rows
by the quickest plans known. A ``+`` keeps SQLite from reading a whole table in the
order asked for. Everything before the month is closed once, in a transaction that is
taken back.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any

from sqlalchemy.orm import Session

from app.database import Database
from app.desk import Desk, open_desk
from app.period_close import replay_close
from app.statement import count_statement
from app.statement_scope import scope_of
from app.statement_sum import load_sums
from models.money import ZERO
from models.period import period_bounds
from tests.bulk import bulk_database
from tests.bulk_template import UNTIL
from tests.measuring import Speed, side_by_side

SIZES = (10_000, 100_000, 1_000_000)
PERIOD, BEFORE = "2026-11", "2026-10"
ROUNDS = 21
GOAL = 2.0
SUMS_FIGURE_MS = 1.5

_PAY = """
INSERT INTO ledger_entry (centre_id, slip_id, kind, amount, method, payer, receipt_no,
    effective_at, recorded_at, recorded_by, posting_period)
SELECT centre_id, slip_id, 'pay', amount,
    CASE slip_id % 3 WHEN 0 THEN 'cash' WHEN 1 THEN 'transfer' ELSE 'wechat' END,
    'x', 'S-' || slip_id, effective_at, recorded_at, recorded_by, posting_period
FROM ledger_entry WHERE kind = 'charge' AND slip_id % 10 < 7
    AND NOT EXISTS (SELECT 1 FROM ledger_entry AS other
        WHERE other.slip_id = ledger_entry.slip_id AND other.kind = 'pay')
"""
_SUMS = (
    "SELECT count(*) FROM slip WHERE centre_id = 1"
    " AND issued_at >= :starts AND issued_at < :ends",
    # An index lists the slips of the period; only others are looked at themselves.
    "SELECT e.kind, sum(e.amount) FILTER (WHERE CASE WHEN e.slip_id IN (SELECT id"
    " FROM slip WHERE centre_id = 1 AND issued_at >= :starts AND issued_at < :ends)"
    " THEN 1 ELSE (SELECT s.issued_at >= :starts FROM slip s WHERE s.id = e.slip_id)"
    " END), sum(e.amount) FROM ledger_entry e WHERE e.centre_id = 1"
    " AND e.posting_period = :period GROUP BY e.kind",
    "SELECT e.method, w.level, sum(e.amount) FROM ledger_entry e"
    " LEFT JOIN waiver w ON w.id = e.waiver_id WHERE e.centre_id = 1"
    " AND e.posting_period = :period AND e.kind IN ('pay', 'waive') GROUP BY 1, 2",
    "SELECT closing FROM finance_period WHERE centre_id = 1 AND code = :before",
    "SELECT sum(CASE WHEN kind IN ('pay', 'waive') THEN -amount ELSE amount END)"
    " FROM ledger_entry WHERE centre_id = 1 AND posting_period > :before"
    " AND posting_period <= :period",
)
_FACTS = (
    "s.id, s.number, s.area_kind, s.unit_label, s.area, s.place, s.owner_name,"
    " s.content, s.state, s.charge_class, s.issued_at, s.done_at, s.ended_at,"
    " s.returned_at"
)
_IN_HAND = (
    "c.centre_id = 1 AND c.posting_period = :period"
    " AND (c.left_at IS NULL OR c.left_at > :now)"
)
_ROWS = (
    f"SELECT {_FACTS}, c.arrived_at, c.is_early, c.has_paper FROM finance_copy c"
    f" JOIN slip s ON s.id = c.slip_id WHERE {_IN_HAND} ORDER BY s.issued_at, s.id",
    f"SELECT {_FACTS} FROM slip s WHERE s.id IN (SELECT id FROM slip"
    " WHERE centre_id = 1 AND issued_at >= :starts AND issued_at < :ends UNION ALL"
    " SELECT k.slip_id FROM carried_slip k JOIN finance_period p ON p.id = k.period_id"
    " WHERE p.code = :before AND k.is_waiting) AND NOT EXISTS (SELECT 1"
    " FROM finance_copy c WHERE c.slip_id = s.id AND c.left_at IS NULL)"
    " ORDER BY +s.issued_at, s.id",
    "SELECT l.slip_id, l.kind, sum(l.amount) FROM slip_line l WHERE l.slip_id IN"
    f" (SELECT c.slip_id FROM finance_copy c WHERE {_IN_HAND}) GROUP BY 1, 2",
    "SELECT e.slip_id, e.kind, e.amount, e.method, e.payer, e.receipt_no,"
    " e.invoice_no, e.effective_at, e.note, s.number, s.unit_label, s.area, s.place,"
    " s.owner_name, s.issued_at, w.level, w.applicant, w.approver, w.paper_ref,"
    " w.reason FROM ledger_entry e JOIN slip s ON s.id = e.slip_id"
    " LEFT JOIN waiver w ON w.id = e.waiver_id WHERE e.centre_id = 1"
    " AND e.posting_period = :period ORDER BY +e.effective_at, e.id",
    "SELECT s.id, s.number, s.unit_label, s.area, s.place, s.owner_name, s.issued_at,"
    " o.amount FROM (SELECT slip_id, sum(amount) AS amount FROM ("
    "SELECT slip_id, CASE WHEN kind IN ('pay', 'waive') THEN -amount ELSE amount END"
    " AS amount FROM ledger_entry WHERE centre_id = 1 AND posting_period > :before"
    " AND posting_period <= :period UNION ALL SELECT slip_id, balance FROM carried_slip"
    " k JOIN finance_period p ON p.id = k.period_id WHERE p.code = :before"
    " AND k.balance <> 0) GROUP BY slip_id HAVING sum(amount) <> 0) o"
    " JOIN slip s ON s.id = o.slip_id ORDER BY s.issued_at, s.id",
)


class _Undone(Exception):
    """Takes the close and the payments back."""


def rows() -> Iterator[Speed]:
    """Sums and statement over the three sizes, each beside its floor."""
    for size in SIZES:
        with _month_of(size) as (session, desk):
            yield from _measured(session, desk, size)


@contextmanager
def _month_of(size: int) -> Iterator[tuple[Session, Desk]]:
    """The bulk books with payments, all before the month closed."""
    database = Database(f"sqlite:///{bulk_database(size)}")
    try:
        desk = database.read(open_desk, clock=lambda: UNTIL)
        closed_at = period_bounds(BEFORE, desk.zone)[1]
        with suppress(_Undone), database.connect(writing=True) as connection:
            connection.exec_driver_sql(_PAY)
            with Session(connection) as session:
                session.info["changed_tables"] = set()
                replay_close(session, desk.at(closed_at), BEFORE)
                yield session, desk
            raise _Undone
    finally:
        database.close()


def _measured(session: Session, desk: Desk, size: int) -> Iterator[Speed]:
    asked = _asked(session, desk)
    raw = _raw(session)
    floor, ours = side_by_side(
        ROUNDS,
        lambda: [raw(sql, asked) for sql in _SUMS],
        lambda: load_sums(session, scope_of(session, desk, PERIOD, desk.now())),
    )
    name = f"finance month of {size:,}"
    yield Speed(f"{name}: sums", ours, GOAL, floor, SUMS_FIGURE_MS)
    statement = count_statement(session, desk, PERIOD, desk.now())
    assert statement.charged.total > ZERO
    assert all(each.holds for each in statement.identities if each.key != "copies")
    floor, ours = side_by_side(
        ROUNDS,
        lambda: [raw(sql, asked) for sql in (*_SUMS, *_ROWS)],
        lambda: count_statement(session, desk, PERIOD, desk.now()),
    )
    slips, entries = len(statement.slips), len(statement.entries)
    yield Speed(f"   all {slips:,} slips, {entries:,} entries", ours, GOAL, floor)


def _asked(session: Session, desk: Desk) -> dict[str, str]:
    starts_at, ends_at = period_bounds(PERIOD, desk.zone)
    form = "%Y-%m-%d %H:%M:%S.000000"
    return {
        "period": PERIOD,
        "before": BEFORE,
        "starts": starts_at.strftime(form),
        "ends": ends_at.strftime(form),
        "now": desk.now().strftime(form),
    }


def _raw(session: Session) -> Callable[[str, dict[str, str]], list[Any]]:
    """Ask the driver itself."""
    driver: Any = session.connection().connection.driver_connection

    def ask(sql: str, asked: dict[str, str]) -> list[Any]:
        rows: list[Any] = driver.execute(sql, asked).fetchall()
        return rows

    return ask
