"""An edited register held against the books: what would change, and what cannot.

Base is what the workbook said when it was written, *mine* what a person made of it,
*theirs* what the database says now. A cell that others changed meanwhile is a
conflict; both values are shown and a person decides (S4-4.1.4).
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.desk import Desk
from app.errors import Refusal
from app.register_edit import Edit, Edits, find_edits
from app.register_field import FIELDS, Asking, NotTaken, read_field
from app.slip_amend import require_order
from models.event import Event
from models.register_book import (
    BaseRow,
    BookFault,
    BookOrigin,
    BookProblem,
    RegisterBook,
)
from models.slip import Slip, SlipEvent

_AT_ONCE = 2_000
_TIMES = frozenset({"arrived_at", "done_at"})

NowRows = Callable[[Iterable[str]], Mapping[str, BaseRow]]
"""Answers with the rows of these numbers as the register says them now."""


MOST_CHANGES = 20_000
"""A person can not look at more; it is the wrong file."""


class RegisterOfOtherBooks(Refusal):
    """The workbook ``name`` was not exported from these books."""


class RegisterTooDifferent(Refusal):
    """``count`` cells of ``name`` differ, more than ``limit``."""


@dataclass(frozen=True, slots=True)
class CellChange:
    """A cell that would be taken: ``event`` sets the attribute ``name`` to ``fact``.

    ``theirs`` is what the cell says in the database now; it is a conflict where that
    is neither what was exported nor what is to be. ``version`` is that of the slip.
    """

    slip_id: int
    version: int
    sheet: str
    row: int
    number: str
    heading: str
    was: str
    now: str
    theirs: str
    event: SlipEvent
    name: str
    fact: object

    @property
    def is_conflict(self) -> bool:
        """Whether somebody changed the cell since the export."""
        return self.theirs != self.was


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a re-import would do; nothing is written yet. Conflicts stand first.

    ``same`` counts edited cells that say what the database says already, ``rows`` the
    rows that were read. Without ``has_base`` the workbook does not know what it was
    made from, and every cell that differs from the database stands in ``changes``.
    """

    book: RegisterBook
    changes: tuple[CellChange, ...]
    problems: tuple[BookProblem, ...]
    rows: int
    same: int
    has_base: bool


def compare_register(
    session: Session, desk: Desk, book: RegisterBook, now_rows: NowRows
) -> Comparison:
    """Hold an edited register against the books.

    Raises ``RegisterOfOtherBooks`` or ``RegisterTooDifferent``.
    """
    if book.origin is not None:
        _require_ours(session, desk, book, book.origin)
    has_base = book.origin is not None
    base = book.base if has_base else now_rows(row.number for row in book.rows)
    edits = find_edits(book, base, desk.local(desk.now()))
    if len(edits.cells) > MOST_CHANGES:
        count = len(edits.cells)
        raise RegisterTooDifferent(name=book.name, count=count, limit=MOST_CHANGES)
    numbers = list(dict.fromkeys(edit.number for edit in edits.cells))
    theirs = now_rows(numbers) if has_base else base
    judging = _Judging(session, desk, edits, theirs)
    judging.judge(_slips(session, desk, numbers))
    return Comparison(
        book,
        tuple(sorted(judging.changes, key=lambda change: not change.is_conflict)),
        tuple(judging.problems),
        edits.rows,
        judging.same,
        has_base,
    )


def _require_ours(
    session: Session, desk: Desk, book: RegisterBook, origin: BookOrigin
) -> None:
    """The log of these books must run through the entry the export ended at."""
    found = None
    if origin.centre == desk.centre_code:
        found = session.scalar(
            select(Event.hash).where(
                Event.centre_id == desk.centre_id, Event.seq == origin.seq
            )
        )
    if found != origin.hash and not (origin.seq == 0 and not book.base):
        raise RegisterOfOtherBooks(name=book.name)


def _slips(session: Session, desk: Desk, numbers: list[str]) -> dict[str, Slip]:
    found: dict[str, Slip] = {}
    for start in range(0, len(numbers), _AT_ONCE):
        slips = session.scalars(
            select(Slip).where(
                Slip.centre_id == desk.centre_id,
                Slip.number.in_(numbers[start : start + _AT_ONCE]),
            )
        )
        found.update((slip.number, slip) for slip in slips)
    return found


class _Judging:
    def __init__(
        self,
        session: Session,
        desk: Desk,
        edits: Edits,
        theirs: Mapping[str, BaseRow],
    ) -> None:
        self._session = session
        self._desk = desk
        self._edits = edits
        self._theirs = theirs
        self.changes: list[CellChange] = []
        self.problems = list(edits.problems)
        self.same = 0

    def judge(self, slips: Mapping[str, Slip]) -> None:
        for edit in self._edits.cells:
            slip, theirs = slips.get(edit.number), self._theirs.get(edit.number)
            if slip is None or theirs is None:
                self._tell(edit, BookFault.NUMBER_UNKNOWN)
            elif theirs.texts[edit.heading] == edit.now:
                self.same += 1
            else:
                self._judge(edit, slip, theirs.texts[edit.heading])
        times: dict[str, dict[str, CellChange]] = {}
        for change in self.changes:
            if change.name in _TIMES:
                times.setdefault(change.number, {})[change.name] = change
        for number, changes in times.items():
            self._judge_times(slips[number], changes)

    def _judge_times(self, slip: Slip, times: Mapping[str, CellChange]) -> None:
        """Times that do not follow each other are told before anybody writes them."""
        facts: dict[str, Any] = {name: each.fact for name, each in times.items()}
        try:
            require_order(
                slip, self._desk, facts.get("arrived_at"), facts.get("done_at")
            )
        except Refusal as refusal:
            for change in times.values():
                self.changes.remove(change)
                self._tell(change, BookFault.REFUSED, ("refusal", refusal))

    def _judge(self, edit: Edit, slip: Slip, theirs: str) -> None:
        asking = Asking(self._session, self._desk, slip, theirs)
        try:
            event, fact = read_field(asking, edit.heading, edit.now)
        except NotTaken as why:
            self._tell(edit, why.fault, *why.facts)
            return
        except Refusal as refusal:
            self._tell(edit, BookFault.REFUSED, ("refusal", refusal))
            return
        name = FIELDS[edit.heading].name
        if fact == (slip.unit_label if name == "unit" else getattr(slip, name)):
            self.same += 1
            return
        self.changes.append(
            CellChange(
                slip.id,
                slip.version,
                edit.sheet,
                edit.row,
                edit.number,
                edit.heading,
                edit.was,
                edit.now,
                theirs,
                event,
                name,
                fact,
            )
        )

    def _tell(
        self, edit: Edit | CellChange, fault: BookFault, *facts: tuple[str, object]
    ) -> None:
        self.problems.append(
            BookProblem(
                edit.sheet,
                edit.row,
                edit.number,
                edit.heading,
                edit.was,
                edit.now,
                fault,
                facts,
            )
        )
