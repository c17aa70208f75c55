"""The slips behind what somebody at the desk did are those that were counted."""

from app.callback import CallBack, call_back
from app.database import Database
from app.desk import Desk
from app.statistics import load_statistics_report
from app.statistics_clerk import BehindClerk, Deed, find_clerk_ids
from app.statistics_span import period_span
from models.callback import CallbackMethod, CallbackResult
from models.slip import OwnerOpinion
from tests.app.finance_month import PERIOD, make_returned
from tests.clock import Clock


def test_papers_taken_back_and_calls_are_found_by_who_did_them(
    database: Database, desk: Desk, clock: Clock
) -> None:
    # One of the period before counts for nothing here.
    make_returned(database, desk, clock, "2026-02-10 10:00")
    first, _ = make_returned(database, desk, clock, "2026-03-02 10:00")
    second, _ = make_returned(database, desk, clock, "2026-03-05 10:00")
    clock.local("2026-03-06 10:00")
    tries = (
        (first, CallbackResult.UNREACHABLE, None),
        (first, CallbackResult.REACHED, OwnerOpinion.SATISFIED),
        (second, CallbackResult.UNREACHABLE, None),
    )
    for slip_id, result, opinion in tries:
        order = CallBack(slip_id, CallbackMethod.PHONE, result, satisfaction=opinion)
        database.write(call_back, desk, order)
        clock.advance(minutes=5)
    span = period_span(desk, PERIOD)
    report = database.read(load_statistics_report, desk, span)
    (row,) = report.clerks
    assert (row.returned, row.called, row.reached) == (2, 3, 1)
    for deed, ids in (
        (Deed.TAKEN_BACK, (first, second)),
        (Deed.CALLED, (first, second)),
        (Deed.REACHED, (first,)),
    ):
        behind = BehindClerk(row.name, deed)
        assert database.read(find_clerk_ids, desk, report.now.span, behind) == ids
        nobody = BehindClerk("演示", deed)
        assert database.read(find_clerk_ids, desk, report.now.span, nobody) == ()
