"""What the log tells of waivers: each as it was last, and by what it was measured."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from app.desk import Desk
from app.event_log import fact_value
from models.event import Event
from models.slip import WAIVER_EVENTS, SlipEvent
from models.waiver import Waiver

_CHUNK = 1_000
TOLD = (
    "id",
    "amount",
    "reason",
    "level",
    "applicant",
    "applied_at",
    "status",
    "approver",
    "approver_title",
    "decided_at",
    "decided_note",
    "paper_ref",
    "recorded_by",
)
"""What the log says of a waiver at each of its steps."""
_EVENTS = (*WAIVER_EVENTS, SlipEvent.WAIVE)
"""A waiver of a data book stands in the log as approved, at once."""


def told_waiver(facts: Mapping[str, object]) -> dict[str, object]:
    """A waiver as the log keeps it; what it has not is left out."""
    told = {name: facts.get(name) for name in TOLD}
    return {n: fact_value(value) for n, value in told.items() if value is not None}


def vars_of(waiver: Waiver) -> dict[str, object]:
    """The facts of a row by the names of its columns."""
    return {name: getattr(waiver, name) for name in TOLD}


@dataclass(frozen=True, slots=True)
class ToldWaiver:
    """One entry about a waiver; ``facts`` as ``told_waiver`` says them.

    ``total`` and ``limit`` are what was measured and where the leader began that day;
    None where the entry does not say.
    """

    slip_id: int
    what: str
    facts: dict[str, Any]
    total: Decimal | None
    limit: Decimal | None
    is_fee_measured: bool

    @property
    def is_decision(self) -> bool:
        """Whether it says that the waiver was approved or rejected."""
        return self.what == SlipEvent.DECIDE_WAIVER.value


def waivers_told(
    session: Session, desk: Desk, *which: ColumnElement[bool]
) -> Iterator[ToldWaiver]:
    """Every entry about a waiver, in the order of the log."""
    rows = session.execute(
        select(Event.entity_id, Event.what, Event.facts)
        .where(
            Event.centre_id == desk.centre_id,
            Event.entity == "slip",
            Event.what.in_([event.value for event in _EVENTS]),
            *which,
        )
        .order_by(Event.seq),
        execution_options={"yield_per": _CHUNK},
    )
    for slip_id, what, text in rows:
        said = json.loads(text)
        if "waiver" not in said:
            continue  # the entry of the ledger: the decision before it tells more
        need = said.get("need", {})
        yield ToldWaiver(
            slip_id,
            what,
            said["waiver"],
            Decimal(need["total"]) if need else None,
            Decimal(need["limit"]) if need else None,
            bool(need.get("is_fee")),
        )


def decision_told(
    session: Session, desk: Desk, slip_id: int, waiver_id: int
) -> ToldWaiver | None:
    """The decision of one waiver as the log has it."""
    # Read to the end: a server keeps a place open for what is left unread.
    told = list(waivers_told(session, desk, Event.entity_id == slip_id))
    return next(
        (one for one in told if one.is_decision and one.facts["id"] == waiver_id), None
    )
