"""Periods that a data book had closed before this program kept statements (关账)."""

from sqlalchemy import Connection, select

from app.database import session_on
from app.desk import SYSTEM, open_desk
from app.period_close import replay_close
from models.centre import Centre
from models.finance_period import FinancePeriod


def close_as_books_said(connection: Connection) -> None:
    """Count and store the statements of closes that an upgrade found; it proposed them
    at their own moments, in the name of 系统.
    """
    with session_on(connection) as session:
        for code in session.scalars(select(Centre.code).order_by(Centre.id)).all():
            desk = open_desk(session, centre=code)
            told = session.execute(
                select(FinancePeriod.code, FinancePeriod.proposed_at)
                .where(
                    FinancePeriod.centre_id == desk.centre_id,
                    FinancePeriod.proposed_by == SYSTEM,
                    FinancePeriod.closed_at.is_(None),
                )
                .order_by(FinancePeriod.code)
            ).all()
            for period, at in told:
                if at is not None:
                    replay_close(session, desk.at(at), period)
