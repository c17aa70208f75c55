"""Takes a data book into the books: everything in one transaction, or nothing."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, insert, select, update
from sqlalchemy.orm import Session

from app.callback import told_of
from app.data_book_callback import callback_facts
from app.data_book_check import check_book
from app.data_book_column import slip_columns, slip_lines, slip_quote
from app.data_book_finding import BookRefused
from app.data_book_ground import load_ground
from app.data_book_history import (
    Entry,
    Facts,
    Move,
    entries_of,
    inspections_of,
    moves_of,
    returns_of,
)
from app.data_book_ledger import BookLedger, Told
from app.data_book_number import take_numbers
from app.data_book_unit import UnitIndex
from app.data_book_word import AREA_KINDS
from app.desk import Desk
from app.event_log import Recorded, facts_text, record, sort_recorded
from app.progress import SILENT, Progress
from app.search_index import enter_slips
from app.slip_back import add_history
from app.slip_line import line_fact
from models.base import table_of
from models.callback import Callback
from models.copy_scheme import CopyRole
from models.data_book import (
    BookRows,
    CallbackRow,
    FeedbackRow,
    SlipRow,
)
from models.feedback import Feedback
from models.id_list import is_listed, listed
from models.quote import Quote
from models.slip import Slip, SlipEvent
from models.slip_copy import CopyMove, SlipCopy
from models.slip_line import SlipLine
from models.staff import Permission
from models.unit import AreaKind

_TELL_EVERY = 200
_TOLD_LATER = {"unfinished_reason", "eta_at"}
_UNRECORDED = {"centre_id", "version", "place_key"} | _TOLD_LATER


@dataclass(frozen=True, slots=True)
class ImportSummary:
    """How much came in."""

    slips: int = 0
    units: int = 0
    money: int = 0
    waivers: int = 0
    feedback: int = 0
    callbacks: int = 0
    closings: int = 0
    gaps: int = 0


def import_book(
    session: Session, desk: Desk, rows: BookRows, progress: Progress = SILENT
) -> ImportSummary:
    """Write a whole data book; raises ``BookRefused`` with every wrong cell.

    The rows must have been read without a problem. Facts are recorded as of their
    own times, in time order over the whole book. Units named by 单元号 are added to
    the directory, and new numbers go on after the highest taken.
    """
    desk.require(Permission.IMPORT_BOOK)
    unread = [row for sheet in rows.sheets().values() for row in sheet if row.bad]
    assert not unread, "rows with unread cells cannot be imported"
    ground = load_ground(session, desk, rows)
    problems = check_book(rows, ground)
    if problems:
        raise BookRefused(count=len(problems), problems=problems)
    ledger = BookLedger(session, desk, rows.closings, ground.owners)
    writing = _Writing(session, desk, progress, len(rows.slips), ledger)
    units = writing.write_slips(rows.slips, _latest(rows.feedback))
    writing.write_feedback(rows.feedback)
    writing.write_money(rows)
    writing.write_callbacks(rows.callbacks)
    gaps = take_numbers(session, desk, (row.number for row in rows.slips))
    # Last, as a desk that issues does it: the number's row is held before the index.
    writing.index_slips()
    summary = ImportSummary(
        slips=len(rows.slips),
        units=units,
        money=len(rows.money),
        waivers=len(rows.waivers),
        feedback=len(rows.feedback),
        callbacks=len(rows.callbacks),
        closings=len(rows.closings),
        gaps=gaps,
    )
    writing.record_all(summary)
    return summary


class _Writing:
    """One book on its way into the database; the log's entries are kept to the end."""

    def __init__(
        self,
        session: Session,
        desk: Desk,
        progress: Progress,
        total: int,
        ledger: BookLedger,
    ) -> None:
        self._ledger = ledger
        self._session = session
        self._desk = desk
        self._progress = progress
        self._total = total
        self._ids: dict[str, int] = {}
        self._entries: list[Recorded] = []
        code = desk.settings.text("copy_scheme")
        self._roles = dict(desk.schemes[code])

    def write_slips(
        self, rows: Sequence[SlipRow], told: Mapping[str, FeedbackRow]
    ) -> int:
        """Slips with lines, quotes, copies and entries; answers with the new units.

        ``told`` is the latest feedback by number.
        """
        units = UnitIndex(self._session, self._desk)
        added = units.add_missing(self._session, self._desk, rows)
        columns = []
        for done, row in enumerate(rows):
            latest = told.get(row.number)
            columns.append(slip_columns(row, self._desk, units.find(row), latest))
            self._tell(done)
        table = table_of(Slip)
        if columns:
            self._session.execute(insert(table), columns)
            numbers = [row.number for row in rows]
            inserted = self._session.execute(
                select(table.c.number, table.c.id).where(
                    table.c.centre_id == self._desk.centre_id,
                    is_listed(table.c.number, "numbers"),
                ),
                {"numbers": listed(numbers)},
            )
            self._ids = {number: slip_id for number, slip_id in inserted}
        parents = self._link(rows)
        lines: list[dict[str, object]] = []
        quotes: list[dict[str, object]] = []
        copies: list[dict[str, object]] = []
        moves: list[dict[str, object]] = []
        returns: list[Facts] = []
        inspections: list[Facts] = []
        for done, (row, facts) in enumerate(zip(rows, columns, strict=True)):
            slip_id = self._ids[row.number]
            said: Facts = {}
            if own := slip_lines(row):
                said["lines"] = [line_fact(line) for line in own]
                lines += ({"slip_id": slip_id, **line} for line in own)
            if quote := slip_quote(row):
                said["quote"] = [1, str(quote["amount"]), quote["status"], None]
                quotes.append({"slip_id": slip_id, **quote})
            known = {n: value for n, value in facts.items() if n not in _UNRECORDED}
            known["parent_slip_id"] = parents.get(slip_id)
            entries = entries_of(row, known, said, self._desk.actor)
            steps = moves_of(
                row, entries, self._roles_of(row), AREA_KINDS[row.area_kind]
            )
            self._ledger.take_slip(slip_id, row, entries, is_printed=bool(steps))
            moves += (_move_row(slip_id, step) for step in steps)
            copies += _copy_rows(slip_id, steps)
            returns += returns_of(
                slip_id, self._desk.centre_id, entries, facts["outcome"]
            )
            inspections += inspections_of(slip_id, entries)
            self._entries += (self._slip_entry(slip_id, entry) for entry in entries)
            self._tell(done)
        add_history(self._session, returns, inspections)
        for entity, made in (
            (SlipLine, lines),
            (Quote, quotes),
            (SlipCopy, copies),
            (CopyMove, moves),
        ):
            if made:
                self._session.execute(insert(table_of(entity)), made)
        return added

    def index_slips(self) -> None:
        """Let the slips be found."""
        enter_slips(self._session, self._desk.centre_id, self._ids.values())

    def write_feedback(self, rows: Sequence[FeedbackRow]) -> None:
        """Rows of 反馈 in their own table; each is a step of its slip's life."""
        actor = self._desk.actor
        made = []
        for row in rows:
            assert row.at is not None
            assert row.eta_at is not None
            slip_id = self._ids[row.number]
            fact = {"told_at": row.at, "reason": row.reason, "eta_at": row.eta_at}
            made.append({"slip_id": slip_id, "told_by": actor, **fact})
            told = {"unfinished_reason": row.reason, "eta_at": row.eta_at}
            what, facts = SlipEvent.FEEDBACK.value, facts_text({"set": told})
            self._keep(row.at, actor, "slip", slip_id, what, facts)
        if made:
            self._session.execute(insert(table_of(Feedback)), made)

    def write_callbacks(self, rows: Sequence[CallbackRow]) -> None:
        """Rows of 回访 in their own table; each is a step of its slip's life."""
        made = []
        attempts: Counter[int] = Counter()
        for row in sorted(rows, key=lambda each: each.at or self._desk.now()):
            assert row.at is not None
            slip_id = self._ids[row.number]
            facts = callback_facts(row)
            who = {"called_at": row.at, "called_by": row.called_by}
            centre = {"centre_id": self._desk.centre_id, "slip_id": slip_id}
            made.append(centre | who | facts)
            attempts[slip_id] += 1
            said = told_of(facts, attempts[slip_id])
            what = SlipEvent.CALLBACK.value
            self._keep(row.at, row.called_by, "slip", slip_id, what, facts_text(said))
        if made:
            self._session.execute(insert(table_of(Callback)), made)

    def write_money(self, rows: BookRows) -> None:
        """收退款 and 减免: the ledger, and steps of the slips' lives."""
        told: list[Told] = self._ledger.take_money(rows.money, self._ids)
        told += self._ledger.take_waivers(rows.waivers, self._ids)
        for each in told:
            facts = facts_text(each.facts)
            by, what = self._desk.actor, each.what.value
            self._keep(each.at, by, "slip", each.slip_id, what, facts)
        self._ledger.write()

    def record_all(self, summary: ImportSummary) -> None:
        """Close what the book closes, and hand the entries to the log in time order,
        the import itself last.
        """
        for entry in self._entries:
            record(self._session, entry)
        self._ledger.close_periods()
        sort_recorded(self._session)
        now, actor = self._desk.now(), self._desk.actor
        facts = {name: getattr(summary, name) for name in summary.__slots__}
        centre = self._desk.centre_id
        record(
            self._session,
            Recorded(centre, now, actor, "centre", centre, "import", facts_text(facts)),
        )

    def _link(self, rows: Iterable[SlipRow]) -> dict[int, int]:
        """Set the parents named by 原单号 that are known; slip id → parent's id."""
        wanted = {row.number: row.parent_number for row in rows if row.parent_number}
        known = dict(self._ids)
        for number in sorted(set(wanted.values()) - known.keys()):
            found = self._session.scalar(
                select(Slip.id).where(
                    Slip.centre_id == self._desk.centre_id, Slip.number == number
                )
            )
            if found is not None:
                known[number] = found
        parents = {
            known[number]: known[parent]
            for number, parent in wanted.items()
            if parent in known
        }
        if parents:
            table = table_of(Slip)
            self._session.execute(
                update(table)
                .where(table.c.id == bindparam("child"))
                .values(parent_slip_id=bindparam("parent")),
                [{"child": child, "parent": own} for child, own in parents.items()],
            )
        return parents

    def _roles_of(self, row: SlipRow) -> Mapping[int, CopyRole]:
        """The copies of a slip; the owner's is not printed for public work (K-02)."""
        is_unit = AREA_KINDS[row.area_kind] is AreaKind.UNIT
        if is_unit or self._desk.settings.text("public_copy3") != "NOT_PRINTED":
            return self._roles
        return {no: r for no, r in self._roles.items() if r is not CopyRole.OWNER}

    def _slip_entry(self, slip_id: int, entry: Entry) -> Recorded:
        facts = facts_text(entry.said)
        return Recorded(
            self._desk.centre_id,
            entry.at,
            entry.by,
            "slip",
            slip_id,
            entry.what.value,
            facts,
        )

    def _keep(
        self, at: datetime, by: str, entity: str, key: int, what: str, facts: str
    ) -> None:
        centre = self._desk.centre_id
        self._entries.append(Recorded(centre, at, by, entity, key, what, facts))

    def _tell(self, done: int) -> None:
        if done % _TELL_EVERY == 0:
            self._progress.step(done, self._total)


def _latest(rows: Iterable[FeedbackRow]) -> dict[str, FeedbackRow]:
    """The last feedback on each slip, by number."""
    latest: dict[str, FeedbackRow] = {}
    for row in rows:
        known = latest.get(row.number)
        if known is None or (known.at and row.at and row.at >= known.at):
            latest[row.number] = row
    return latest


def _move_row(slip_id: int, step: Move) -> dict[str, object]:
    return {
        "slip_id": slip_id,
        "copy_no": step.copy_no,
        "print_seq": 1,
        "from_place": step.from_place,
        "to_place": step.to_place,
        "moved_at": step.entry.at,
        "moved_by": step.entry.by,
    }


def _copy_rows(slip_id: int, steps: Iterable[Move]) -> list[dict[str, object]]:
    """The copies as they lie after their moves."""
    copies: dict[int, dict[str, object]] = {}
    for step in steps:
        copy = copies.setdefault(
            step.copy_no,
            {
                "slip_id": slip_id,
                "copy_no": step.copy_no,
                "print_seq": 1,
                "is_live": True,
                "printed_at": step.entry.at,
            },
        )
        copy["place"] = step.to_place
        copy["place_since"] = step.entry.at
    return list(copies.values())
