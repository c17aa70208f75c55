"""Plays what befell each slip again: returns, inspections, feedback, follow-ups."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.desk import Desk
from app.event_log import fact_value
from models.base import Base, table_of
from models.event import Event
from models.feedback import Feedback
from models.follow_up import FollowUp
from models.inspection import Inspection
from models.slip import Outcome, SlipEvent
from models.slip_return import SlipReturn

_E = SlipEvent
_OUT_AGAIN = {_E.INSPECT_FAIL, _E.REOPEN}
_INSPECTED = {_E.INSPECT_PASS, _E.INSPECT_FAIL}
_COLUMNS: Mapping[str, tuple[type[Base], tuple[str, ...]]] = {
    "slip_return": (
        SlipReturn,
        ("returned_at", "returned_to", "outcome", "out_again_at"),
    ),
    "inspection": (Inspection, ("inspected_at", "inspected_by", "is_passed", "note")),
    "feedback": (Feedback, ("told_at", "told_by", "reason", "eta_at")),
    "follow_up": (FollowUp, ("followed_at", "followed_by", "side", "note")),
}

Row = list[object]


class History:
    """The rows that belong to one slip, by table, in the form of the log.

    ``told`` is feedback that the log keeps apart from the slip: that of data books
    taken in by an earlier program.
    """

    def __init__(self, told: Iterable[Row] = ()) -> None:
        self.rows: dict[str, list[Row]] = {name: [] for name in _COLUMNS}
        self.rows["feedback"] += told

    def play(self, what: str, at: datetime, by: str, facts: Mapping[str, Any]) -> None:
        """What an entry of the log adds; ``facts`` are those known with it."""
        returns, moment = self.rows["slip_return"], fact_value(at)
        is_done = facts.get("outcome") != Outcome.UNFINISHED
        if what == _E.RETURN or (what in _INSPECTED and not returns):
            # A paper that was inspected had come back, whenever that was.
            outcome = Outcome.COMPLETED if is_done else Outcome.UNFINISHED
            returns.append([moment, by, outcome.value, None if is_done else moment])
        if what in _OUT_AGAIN and returns and is_done:
            returns[-1][-1] = moment
        if what in _INSPECTED:
            passed = what == _E.INSPECT_PASS
            note = facts.get("inspect_note")
            self.rows["inspection"].append([moment, by, passed, note])
        # A data book's unfinished return says nothing of why, nor to whom it came.
        unfinished = what == _E.RETURN and not is_done and facts.get("returned_to")
        if what in (_E.SUSPEND, _E.FEEDBACK) or unfinished:
            told = [facts.get(name) for name in ("unfinished_reason", "eta_at")]
            self.rows["feedback"].append([moment, by, *told])
        if what == _E.FOLLOW_UP:
            look = [moment, by, facts.get("side"), facts.get("note")]
            self.rows["follow_up"].append(look)

    def differing(self, other: "History") -> Iterator[str]:
        """The tables whose rows are not the other's."""
        for name, rows in self.rows.items():
            if sorted(rows, key=repr) != sorted(other.rows[name], key=repr):
                yield name


def stored_histories(session: Session, ids: Sequence[int]) -> Mapping[int, History]:
    """What the tables hold of some slips."""
    found = {slip_id: History() for slip_id in ids}
    for name, (entity, columns) in _COLUMNS.items():
        table = table_of(entity)
        rows = session.execute(
            select(table.c.slip_id, *(table.c[column] for column in columns)).where(
                table.c.slip_id.in_(ids)
            )
        )
        for slip_id, *values in rows:
            found[slip_id].rows[name].append([fact_value(value) for value in values])
    return found


def told_apart(session: Session, desk: Desk) -> Mapping[int, list[Row]]:
    """The feedback that has entries of its own; by slip."""
    told: defaultdict[int, list[Row]] = defaultdict(list)
    rows = session.execute(
        select(Event.entity_id, Event.by, Event.facts).where(
            Event.centre_id == desk.centre_id, Event.entity == "feedback"
        )
    )
    for slip_id, by, facts in rows:
        said = json.loads(facts)
        told[slip_id].append([said["told_at"], by, said["reason"], said["eta_at"]])
    return told
