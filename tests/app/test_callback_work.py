"""Whom the desk must call, in which order, and how many more."""

from collections.abc import Iterable
from datetime import timedelta
from itertools import pairwise

from app.callback import CallBack, call_back
from app.callback_pick import picking_key
from app.callback_work import (
    CallbackWork,
    CallReason,
    count_callbacks_to_go,
    load_callback_work,
)
from app.data_book_import import import_book
from app.database import Database
from app.desk import Desk, open_desk
from app.settings_change import change_settings
from app.slip_close import CancelSlip, cancel_slip
from models.callback import CallbackMethod, CallbackResult
from models.data_book import BookRows, CallbackRow, SlipRow
from models.slip import OwnerOpinion, SlipState
from models.unit import AreaKind
from tests.app.slip_step import inspect
from tests.clock import Clock
from tests.data_book_maker import at, numbered, public_slip, unit_slip
from tests.makers import make_slip

PHONE = CallbackMethod.PHONE
REACHED, UNREACHABLE, _ = CallbackResult
SATISFIED, FAIR, DISSATISFIED = OwnerOpinion
R = CallReason


def work(database: Database, desk: Desk) -> CallbackWork:
    """The list; the figure beside the room is counted apart and must be the same."""
    found = database.read(load_callback_work, desk)
    assert database.read(count_callbacks_to_go, desk) == found.waiting
    return found


def why(found: CallbackWork) -> dict[str, CallReason]:
    return {row.number: row.reason for row in found.rows}


def say(
    database: Database,
    desk: Desk,
    slip_id: int,
    opinion: OwnerOpinion | None = SATISFIED,
) -> None:
    """Reach the owner, or with None nobody."""
    result = UNREACHABLE if opinion is None else REACHED
    order = CallBack(slip_id, PHONE, result, satisfaction=opinion)
    database.write(call_back, desk, order)


def back(database: Database, desk: Desk, kind: AreaKind = AreaKind.UNIT) -> int:
    return make_slip(database, desk, SlipState.RETURNED, area_kind=kind).id


def taken(
    database: Database,
    desk: Desk,
    slips: Iterable[SlipRow],
    calls: Iterable[CallbackRow] = (),
) -> None:
    rows = BookRows(tuple(slips), callbacks=tuple(calls))
    database.write(import_book, desk, numbered(rows))


def passed(number: str, returned: str, **more: object) -> SlipRow:
    facts = {"inspection": "合格", "inspected_at": at(returned)} | more
    return public_slip(number, "2026-02-20 09:00", returned_at=at(returned), **facts)


def test_every_unit_slip_stands_there_until_somebody_was_reached(
    database: Database, desk: Desk, clock: Clock
) -> None:
    first = back(database, desk)
    clock.advance(hours=1)
    second = back(database, desk)
    found = work(database, desk)

    assert [row.slip_id for row in found.rows] == [first, second]
    assert found.rows[0].due_at == desk.now() + timedelta(hours=23)
    assert (found.waiting, found.now.unit.missing) == (2, 2)
    clock.advance(hours=1)
    say(database, desk, first, None)
    row = work(database, desk).rows[0]
    assert (row.attempts, row.last_result) == (1, UNREACHABLE)
    assert row.last_called_at == desk.now()
    say(database, desk, first)
    found = work(database, desk)
    assert [row.slip_id for row in found.rows] == [second]
    assert (found.now.unit.done, found.waiting) == (1, 1)


def test_what_is_due_today_is_counted(
    database: Database, desk: Desk, clock: Clock
) -> None:
    back(database, desk)
    assert work(database, desk).due_today == 0
    clock.advance(hours=14)  # after midnight
    assert work(database, desk).due_today == 1


def test_so_many_public_slips_are_needed_as_are_missing(
    database: Database, desk: Desk, clock: Clock
) -> None:
    slips = [passed(f"P{n}", f"2026-02-21 1{n}:00") for n in range(5)]
    taken(database, desk, slips)
    found = work(database, desk)

    order = sorted((picking_key(1, "2026-03", row.number), row.number) for row in slips)
    needed = {number for _, number in order[:3]}
    assert {n for n, reason in why(found).items() if reason is R.NEEDED} == needed
    spare = [row.number for row in found.rows if row.reason is R.SPARE]
    assert spare == [number for _, number in order[3:]]
    assert (found.now.public.need, found.waiting) == (3, 3)
    # A spare one that is called counts as well: one fewer is needed.
    row = next(row for row in found.rows if row.number == spare[0])
    say(database, desk, row.slip_id)
    found = work(database, desk)
    assert found.waiting == 2
    assert {row.number for row in found.rows[:2]} == {n for _, n in order[:2]}


def test_the_same_seed_picks_the_same_and_another_picks_others(
    database: Database, desk: Desk
) -> None:
    taken(database, desk, [passed(f"P{n:02d}", "2026-02-21 10:00") for n in range(20)])

    def picked(desk: Desk) -> set[str]:
        found = why(work(database, desk))
        return {number for number, reason in found.items() if reason is R.NEEDED}

    first = picked(desk)
    assert len(first) == 12
    assert picked(desk) == first
    others = []
    for seed in (2, 3, 4):
        database.write(change_settings, desk, {"callback_seed": str(seed)})
        others.append(picked(database.read(open_desk, clock=desk.clock)))
    assert all(len(each) == 12 and each != first for each in others)
    assert all(one != other for one, other in pairwise(others))


def test_the_pick_is_what_it_says() -> None:
    # printf '1|2026-11|WX261101-003' | sha256sum
    found = picking_key(1, "2026-11", "WX261101-003")
    assert found[:32] == "4a55e3f92e7e65a6956aca6937cd610a"
    assert found[32:] == "dab06e8a9c2ae0bb96acd6e765582cdb"


def test_urgent_work_and_rework_are_picked_first(
    database: Database, desk: Desk
) -> None:
    taken(
        database,
        desk,
        [
            *(passed(f"P{n}", "2026-02-21 10:00") for n in range(8)),
            passed("URGENT", "2026-02-21 10:00", job_type="紧急"),
            passed("AGAIN", "2026-02-21 10:00", charge_class="返修"),
        ],
    )
    found = why(work(database, desk))
    assert found["URGENT"] is R.NEEDED
    assert found["AGAIN"] is R.NEEDED


def test_who_is_dissatisfied_stays_on_top_until_content(
    database: Database, desk: Desk, clock: Clock
) -> None:
    """S3-8.9: follow until satisfied."""
    early, angry = back(database, desk), back(database, desk)
    clock.advance(hours=1)
    say(database, desk, angry, DISSATISFIED)
    assert [row.slip_id for row in work(database, desk).rows] == [angry, early]
    clock.advance(hours=1)
    say(database, desk, angry, None)
    assert work(database, desk).rows[0].reason is R.DISSATISFIED
    clock.advance(days=70)  # two periods later
    assert work(database, desk).rows[0].slip_id == angry
    say(database, desk, angry, DISSATISFIED)
    assert work(database, desk).rows[0].due_at == desk.now() + timedelta(days=1)
    clock.advance(hours=1)
    say(database, desk, angry, FAIR)
    assert angry not in [row.slip_id for row in work(database, desk).rows]


def test_old_complaints_of_a_book_are_history(database: Database, desk: Desk) -> None:
    def angry(number: str, when: str) -> CallbackRow:
        return CallbackRow(
            number=number,
            at=at(when),
            method="电话",
            result="接通",
            opinion="不满意",
            called_by="演示管家",
        )

    taken(
        database,
        desk,
        [
            unit_slip("OLD", "2025-06-01 09:00", returned_at=at("2025-06-01 10:00")),
            unit_slip("NEW", "2026-02-20 09:00", returned_at=at("2026-02-20 10:00")),
        ],
        [angry("OLD", "2025-06-02 09:00"), angry("NEW", "2026-02-21 09:00")],
    )
    assert why(work(database, desk)) == {"NEW": R.DISSATISFIED}


def test_advice_over_the_telephone_is_followed_within_two_hours(
    database: Database, desk: Desk, clock: Clock
) -> None:
    back(database, desk)
    for reason in ("电话指导解决", "业户撤销"):
        slip = make_slip(database, desk, area_kind=AreaKind.UNIT)
        database.write(cancel_slip, desk, CancelSlip(slip.id, reason))
    first, second = work(database, desk).rows

    assert (first.reason, second.reason) == (R.PHONE_ADVICE, R.NEEDED)
    assert first.due_at == desk.now() + timedelta(hours=2)
    clock.advance(minutes=30)
    say(database, desk, first.slip_id)
    assert [row.reason for row in work(database, desk).rows] == [R.NEEDED]


def test_three_tries_on_two_days_are_told_apart(
    database: Database, desk: Desk, clock: Clock
) -> None:
    """4.9: not counted, and another public slip takes its place."""
    slip_id = back(database, desk)
    for _ in range(3):
        clock.advance(minutes=30)
        say(database, desk, slip_id, None)
    assert work(database, desk).rows[0].reason is R.NEEDED
    clock.advance(days=1)
    say(database, desk, slip_id, None)
    found = work(database, desk)
    assert found.rows[0].reason is R.UNREACHABLE
    assert (found.waiting, found.unreachable) == (0, 1)
    assert (found.now.unit.done, found.now.unit.missing) == (0, 1)
    # Reached after all, it counts.
    say(database, desk, slip_id)
    assert work(database, desk).now.unit.done == 1


def test_another_public_slip_takes_the_place_of_one_nobody_answers(
    database: Database, desk: Desk, clock: Clock
) -> None:
    clock.local("2026-02-22 10:00:00")
    taken(database, desk, [passed(f"P{n}", "2026-02-21 10:00") for n in range(5)])
    found = work(database, desk)
    silent, spare = found.rows[0], found.rows[3]
    assert (silent.reason, spare.reason) == (R.NEEDED, R.SPARE)
    for _ in range(3):
        clock.advance(days=1)
        say(database, desk, silent.slip_id, None)
    found = work(database, desk)
    assert why(found)[silent.number] is R.UNREACHABLE
    assert why(found)[spare.number] is R.NEEDED
    assert found.waiting == 3


def test_the_running_period_and_the_one_before(
    database: Database, desk: Desk, clock: Clock
) -> None:
    """[21st, 21st), and what is still due from before; older ones are over."""
    clock.local("2026-02-20 23:59:59")
    before = back(database, desk)
    clock.local("2026-02-21 00:00:00")
    now = back(database, desk)
    found = work(database, desk)
    assert [(row.slip_id, row.period) for row in found.rows] == [
        (before, "2026-02"),
        (now, "2026-03"),
    ]
    assert (found.before.unit.missing, found.now.unit.missing) == (1, 1)
    clock.local("2026-03-21 00:00:00")
    assert [row.slip_id for row in work(database, desk).rows] == [now]
    clock.local("2026-04-21 00:00:00")
    assert work(database, desk).rows == ()


def test_public_work_waits_for_its_inspection(database: Database, desk: Desk) -> None:
    slip_id = back(database, desk, AreaKind.PUBLIC)
    assert work(database, desk).rows == ()
    inspect(True)(database, desk, slip_id)
    assert [row.slip_id for row in work(database, desk).rows] == [slip_id]


def test_the_list_takes_three_statements_whatever_it_holds(
    database: Database, desk: Desk, clock: Clock, statements: list[str]
) -> None:
    asked = []
    for _ in range(2):
        for _ in range(4):
            slip_id = back(database, desk)
            say(database, desk, slip_id, DISSATISFIED)
            back(database, desk)
        clock.advance(hours=1)
        statements.clear()
        database.read(load_callback_work, desk)
        asked.append(len(statements))
    assert asked == [3, 3]
