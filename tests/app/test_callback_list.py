"""Lists of slips say when somebody was called and what was said, sorted and asked."""

from datetime import date

from app.callback import CallBack, call_back
from app.database import Database
from app.desk import Desk
from app.listing import IsOneOf, IsWithin, Sort
from app.slip_list import SlipFilter, SlipRow, find_slip_ids, first_slip_rows
from models.callback import CallbackMethod, CallbackResult
from models.slip import OwnerOpinion, SlipState
from models.unit import AreaKind
from tests.clock import Clock
from tests.makers import make_slip

PHONE = CallbackMethod.PHONE
REACHED, UNREACHABLE, _ = CallbackResult


def back(database: Database, desk: Desk) -> int:
    return make_slip(database, desk, SlipState.RETURNED, area_kind=AreaKind.UNIT).id


def say(
    database: Database, desk: Desk, slip_id: int, opinion: OwnerOpinion | None
) -> None:
    result = UNREACHABLE if opinion is None else REACHED
    order = CallBack(slip_id, PHONE, result, satisfaction=opinion)
    database.write(call_back, desk, order)


def row_of(database: Database, desk: Desk, slip_id: int) -> SlipRow:
    (row,) = database.read(first_slip_rows, desk, SlipFilter(ids=(slip_id,)), 9)
    return row


def test_a_row_tells_the_call_that_counts(
    database: Database, desk: Desk, clock: Clock
) -> None:
    slip_id = back(database, desk)
    row = row_of(database, desk, slip_id)
    assert (row.called_at, row.call_result, row.call_opinion) == (None, None, None)
    first = clock.advance(hours=1)
    say(database, desk, slip_id, None)
    row = row_of(database, desk, slip_id)
    assert (row.called_at, row.call_result) == (first, UNREACHABLE)
    second = clock.advance(hours=1)
    say(database, desk, slip_id, OwnerOpinion.FAIR)
    clock.advance(hours=1)
    say(database, desk, slip_id, None)
    row = row_of(database, desk, slip_id)
    assert (row.called_at, row.call_result) == (second, REACHED)
    assert row.call_opinion is OwnerOpinion.FAIR


def test_a_list_is_sorted_and_asked_by_callbacks(
    database: Database, desk: Desk, clock: Clock
) -> None:
    content, angry, silent = (back(database, desk) for _ in range(3))
    clock.advance(days=1)
    say(database, desk, angry, OwnerOpinion.DISSATISFIED)
    clock.advance(days=1)
    say(database, desk, content, OwnerOpinion.SATISFIED)

    def found(**asked: object) -> list[int]:
        wanted = SlipFilter(**asked)  # type: ignore[arg-type]
        return list(database.read(find_slip_ids, desk, wanted))

    assert found(sort=Sort("called")) == [angry, content, silent]
    assert found(sort=Sort("called", is_descending=True)) == [content, angry, silent]
    assert found(sort=Sort("call_opinion")) == [content, angry, silent]
    only_angry = ("call_opinion", IsOneOf(("dissatisfied",)))
    assert found(columns=(only_angry,)) == [angry]
    day = ("called", IsWithin(date(2026, 3, 4), date(2026, 3, 5)))
    assert found(columns=(day,)) == [content]
