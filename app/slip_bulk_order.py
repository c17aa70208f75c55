"""What is typed once for many slips, and checked before any of them is touched."""

from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from sqlalchemy.orm import Session

from app.desk import Desk
from app.reason import known_reason
from app.slip_close import cancel_words
from app.slip_fields import clean_names, clean_optional
from app.slip_issue import known_trade
from app.slip_refusals import FieldMissing, TimeOrder
from models.reason_code import ReasonKind
from models.slip import JobType


@dataclass(frozen=True, slots=True)
class AssignSlips:
    """Give slips to a supervisor and technicians: those that wait are dispatched, the
    others reassigned. For these an empty field stays as it is.
    """

    trade: str = ""
    supervisor: str = ""
    technicians: tuple[str, ...] = ()
    reason: str = ""
    dispatches: bool = False
    """Whether some of them are dispatched: these need trade and supervisor."""


@dataclass(frozen=True, slots=True)
class FeedBackSlips:
    """The same reason and expected time for slips that are not back (17:40)."""

    reason: str
    eta_at: datetime | None


@dataclass(frozen=True, slots=True)
class SetUrgency:
    """Urgent, routine or planned."""

    job_type: JobType | None


@dataclass(frozen=True, slots=True)
class EscalateSlips:
    """Somebody higher is told of all of them."""

    to_whom: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class CloseSlips:
    """File them for good."""


@dataclass(frozen=True, slots=True)
class CancelSlips:
    """They need no work, all for the same reason."""

    reason: str
    note: str = ""


BulkOrder: TypeAlias = (
    AssignSlips | FeedBackSlips | SetUrgency | EscalateSlips | CloseSlips | CancelSlips
)


def check_bulk_order(session: Session, desk: Desk, order: BulkOrder) -> None:
    """Raise what is wrong with a field of the order; changes nothing."""
    match order:
        case AssignSlips():
            _check_people(session, desk, order)
        case FeedBackSlips():
            known_reason(
                session, desk, ReasonKind.UNFINISHED, order.reason, "unfinished_reason"
            )
            if order.eta_at is None:
                raise FieldMissing(field="eta_at")
            if order.eta_at < desk.now():
                raise TimeOrder(field="eta_at", earlier="now")
        case SetUrgency():
            if order.job_type is None:
                raise FieldMissing(field="job_type")
        case EscalateSlips():
            clean_optional(order.note, "note", 200)
            if clean_optional(order.to_whom, "to_whom", 40) is None:
                raise FieldMissing(field="to_whom")
        case CancelSlips():
            cancel_words(session, desk, order.reason, order.note)
        case CloseSlips():
            pass


def _check_people(session: Session, desk: Desk, order: AssignSlips) -> None:
    trade = known_trade(session, desk, order.trade)
    supervisor = clean_optional(order.supervisor, "supervisor", 80)
    clean_optional(order.reason, "reason", 200)
    if order.dispatches and trade is None:
        raise FieldMissing(field="trade")
    if order.dispatches and supervisor is None:
        raise FieldMissing(field="supervisor")
    if trade is None and supervisor is None and not clean_names(order.technicians):
        raise FieldMissing(field="technicians")
