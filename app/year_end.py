"""Counts 《年末截止清单》: what the turn of the year owes the old one."""

from datetime import datetime

from sqlalchemy.orm import Session

from app.desk import Desk
from app.statement import load_statement
from models.money import ZERO
from models.statement import Section, StatementSlip
from models.year_end import YearEnd


def load_year_end(
    session: Session, desk: Desk, year: int, at: datetime | None = None
) -> YearEnd:
    """The charges of period ``year + 1``-01 for work done by 31 December of ``year``.

    A charged slip whose end of work nobody wrote down counts by the moment its finance
    copy came in hand: it was done by then. Raises what ``load_statement`` raises.
    """
    statement = load_statement(session, desk, f"{year + 1}-01", at)
    cut_at = datetime(year + 1, 1, 1, tzinfo=desk.zone)

    def is_done(slip: StatementSlip) -> bool:
        done_at = slip.done_at or slip.arrived_at
        return done_at is not None and done_at < cut_at

    return YearEnd(
        year=year,
        cut_at=cut_at,
        statement=statement,
        done=tuple(
            slip
            for slip in statement.slips
            if slip.section is not Section.C and slip.charged and is_done(slip)
        ),
        waiting=tuple(
            slip
            for slip in statement.section(Section.C)
            if (slip.expected or ZERO) and is_done(slip)
        ),
    )
