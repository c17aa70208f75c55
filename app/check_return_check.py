"""Holds every final run of a return check against its hash and the log."""

import json
from collections.abc import Iterator

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.check_problem import Fault, Problem, ProblemKind
from app.desk import Desk
from app.event_log import facts_text
from app.return_check import run_facts
from app.return_check_snapshot import snapshot_hash
from models.base import table_of
from models.event import Event
from models.return_check import ReturnCheck


def wrong_return_checks(session: Session, desk: Desk) -> Iterator[Problem]:
    """Final runs that are not what was recorded, are gone, or came from nowhere."""
    table = table_of(ReturnCheck)
    said: dict[int, str] = {
        run_id: facts
        for run_id, facts in session.execute(
            select(Event.entity_id, Event.facts)
            .where(Event.centre_id == desk.centre_id, Event.entity == "return_check")
            .order_by(Event.seq)
        )
    }
    rows = session.execute(
        select(table)
        .where(table.c.centre_id == desk.centre_id)
        .order_by(table.c.day, table.c.run_no)
    )
    for row in rows:
        recorded = said.pop(row.id, None)
        is_whole = snapshot_hash(row.snapshot) == row.hash
        if not is_whole or recorded != facts_text(run_facts(row)):
            yield _problem(Fault.CHECK_CHANGED, row.day.isoformat(), row.run_no)
    for facts in said.values():
        run = json.loads(facts)
        yield _problem(Fault.CHECK_GONE, run["day"], run["run_no"])


def _problem(fault: Fault, day: str, run_no: int) -> Problem:
    facts = {"day": day, "no": run_no}
    return Problem(ProblemKind.CHAIN, f"{day}/{run_no}", fault, facts)
