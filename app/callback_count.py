"""Counts callbacks against what must be called (S4-4.1.4.4a, domain-model 4.9)."""

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, exists, func, or_, select
from sqlalchemy.orm import Session

from app.desk import Desk
from app.settings import Settings
from models.callback import Callback, CallbackResult
from models.callback_coverage import CallbackCoverage, CallbackShare, share
from models.inspection import Inspection
from models.slip import Outcome, ReporterKind, Slip
from models.slip_return import SlipReturn
from models.unit import AreaKind


def count_callbacks(
    session: Session, desk: Desk, from_at: datetime, until_at: datetime, at: datetime
) -> CallbackCoverage:
    """The coverage of what came back completed in [from_at, until_at), known at ``at``.

    "By ``at``" includes that very second.
    """
    base = (
        finished_in_sql(from_at, until_at, at)
        .add_columns(
            concerns_owner_in_sql(desk).label("is_owner"),
            was_reached_in_sql(at).label("is_reached"),
        )
        .where(SlipReturn.centre_id == desk.centre_id)
        .subquery()
    )
    counted = {
        is_owner: (whole, reached)
        for is_owner, whole, reached in session.execute(
            select(
                base.c.is_owner, func.count(), func.count().filter(base.c.is_reached)
            ).group_by(base.c.is_owner)
        )
    }
    (units, units_done), (others, others_done) = (
        counted.get(is_owner, (0, 0)) for is_owner in (True, False)
    )
    unit_need, public_need = needed(desk.settings, units, others)
    return CallbackCoverage(
        from_at=from_at,
        until_at=until_at,
        at=at,
        unit=CallbackShare(units, unit_need, units_done),
        public=CallbackShare(others, public_need, others_done),
    )


def needed(settings: Settings, units: int, others: int) -> tuple[int, int]:
    """How many of both classes must be reached (K-11).

    ``OVERALL`` asks the public share of all slips together: what the owners' slips
    give already is not asked of the others.
    """
    percent = settings.number("callback_public_pct")
    of_units = share(settings.number("callback_unit_pct"), units)
    if settings.text("callback_public_basis") == "OVERALL":
        left = share(percent, units + others) - of_units
        return of_units, min(others, max(0, left))
    return of_units, share(percent, others)


def finished_in_sql(from_at: datetime, until_at: datetime, at: datetime) -> Select[int]:
    """The ids of slips with a completed return in [from_at, until_at), known at ``at``.

    What failed or was taken up again by then is not finished; public work is only
    after it passed its inspection. Of one centre when the caller says so. Each slip
    once: a paper that is back comes again only after it went out.
    """
    was_passed = exists().where(
        Inspection.slip_id == SlipReturn.slip_id,
        Inspection.is_passed,
        Inspection.inspected_at >= SlipReturn.returned_at,
        Inspection.inspected_at <= at,
    )
    return (
        select(Slip.id)
        .join(SlipReturn, SlipReturn.slip_id == Slip.id)
        .where(
            SlipReturn.returned_at >= from_at,
            SlipReturn.returned_at < until_at,
            SlipReturn.returned_at <= at,
            SlipReturn.outcome == Outcome.COMPLETED,
            _is_later(SlipReturn.out_again_at, at),
            _is_later(Slip.ended_at, at),
            or_(Slip.area_kind == AreaKind.UNIT, was_passed),
        )
    )


def concerns_owner_in_sql(desk: Desk) -> ColumnElement[bool]:
    """Whether a slip is one of those that concern an owner (涉及业户, K-30)."""
    is_unit = Slip.area_kind == AreaKind.UNIT
    if desk.settings.text("callback_owner_basis") == "UNIT":
        return is_unit
    return or_(is_unit, Slip.reporter_kind == ReporterKind.OWNER)


def was_reached_in_sql(at: datetime) -> ColumnElement[bool]:
    """Whether somebody was reached about a slip by ``at``; a check on site counts."""
    return exists().where(
        Callback.slip_id == Slip.id,
        Callback.result == CallbackResult.REACHED,
        Callback.called_at <= at,
    )


def _is_later(column: Any, at: datetime) -> ColumnElement[bool]:
    return or_(column.is_(None), column > at)
