"""What was open at a moment, and what came and went in a span (4.12, flow lines)."""

from datetime import datetime

from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import Session

from app.desk import Desk
from app.statistics_fact import ENDED_STATES, is_ended, is_open, perhaps_open
from models.slip import Outcome, Slip
from models.slip_return import SlipReturn
from models.statistics import Span
from models.statistics_report import Flow


def count_flow(session: Session, desk: Desk, span: Span, issued: int) -> Flow:
    """The flow of a span; ``issued`` is the size of its cohort."""
    return Flow(
        carried_in=count_ids(session, open_in_sql(desk, span.from_at)),
        issued=issued,
        completed=count_ids(session, completed_in_sql(desk, span)),
        ended=count_ids(session, ended_in_sql(desk, span)),
        carried_out=count_ids(session, open_in_sql(desk, span.ends_at)),
    )


def count_ids(session: Session, asked: Select[int]) -> int:
    """How many ids a question finds."""
    found: int = session.execute(
        select(func.count()).select_from(asked.subquery())
    ).scalar_one()
    return found


def open_in_sql(desk: Desk, at: datetime) -> Select[int]:
    """The ids of slips open at a moment."""
    perhaps = perhaps_open(desk, Slip.issued_at < at, at)
    return select(Slip.id).where(Slip.id.in_(perhaps), is_open(at))


def completed_in_sql(desk: Desk, span: Span) -> Select[int]:
    """The ids of slips whose completed return fell in the span, whenever issued.

    What failed or was reopened by the span's moment is not complete.
    """
    return (
        select(Slip.id)
        .join(SlipReturn, SlipReturn.slip_id == Slip.id)
        .where(
            SlipReturn.centre_id == desk.centre_id,
            SlipReturn.returned_at >= span.from_at,
            SlipReturn.returned_at < span.until_at,
            SlipReturn.returned_at <= span.at,
            SlipReturn.outcome == Outcome.COMPLETED,
            or_(SlipReturn.out_again_at.is_(None), SlipReturn.out_again_at > span.at),
            ~is_ended(span.at),
        )
    )


def ended_in_sql(desk: Desk, span: Span) -> Select[int]:
    """The ids of slips that were void or cancelled in the span, whenever issued."""
    return select(Slip.id).where(
        Slip.centre_id == desk.centre_id,
        Slip.ended_at.is_not(None),
        Slip.ended_at >= span.from_at,
        Slip.ended_at < span.until_at,
        Slip.ended_at <= span.at,
        Slip.state.in_(ENDED_STATES),
    )
