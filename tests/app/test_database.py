"""The door to the database: all or nothing, one order, one consistent state."""

import threading
from collections.abc import Callable, Iterator

import pytest
from sqlalchemy import insert, select, text
from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlalchemy.orm import Session

from app.database import Database
from app.database_trouble import ChangedByOthers, DatabaseReadOnly
from app.desk import Desk
from app.errors import Refusal, Trouble
from app.settings_change import change_settings
from app.slip_amend import AmendSlip, amend_slip
from app.slip_close import CancelSlip, cancel_slip
from app.slip_copy_move import MoveCopies, PrintSlip, print_slip, put_copies
from app.slip_dispatch import DispatchSlip, dispatch_slip
from app.slip_issue import issue_slip
from app.staff_directory import SaveStaff, list_staff, save_staff
from app.unit_directory import SaveUnit, find_units, save_unit
from models.base import Base, table_of
from models.slip import Slip, SlipEvent, SlipState
from models.slip_copy import CopyPlace
from models.staff import Department, Post
from models.unit import Unit
from tests.app.books import books, changed_between, problems, slip_of, state_of
from tests.app.slip_step import STEPS
from tests.makers import PUBLIC_CALL, make_slip, make_staff, make_unit


@pytest.fixture
def other_desk(database: Database) -> Iterator[Database]:
    """A second desk's door to the same database."""
    other = Database(database.url)
    yield other
    other.close()


def count(session: Session) -> int:
    found = session.scalar(text("SELECT count(*) FROM slip"))
    assert isinstance(found, int)
    return found


def test_a_step_that_fails_leaves_nothing(database: Database, desk: Desk) -> None:
    def half(session: Session) -> None:
        issue_slip(session, desk, PUBLIC_CALL)
        session.execute(text("SELECT nonsense FROM nowhere"))

    before = books(database)
    with pytest.raises(DBAPIError):  # ours: a bug is not hidden as trouble
        database.write(half)
    assert books(database) == before


def test_a_question_sees_one_state_while_others_write(
    database: Database, other_desk: Database, desk: Desk
) -> None:
    """A statement of ten queries must not add up two moments."""
    make_slip(database, desk)

    def asked_twice(session: Session) -> tuple[int, int]:
        first = count(session)
        other_desk.write(issue_slip, desk, PUBLIC_CALL)
        return first, count(session)

    assert database.read(asked_twice) == (1, 1)
    assert database.read(count) == 2


def test_a_question_changes_nothing(database: Database, desk: Desk) -> None:
    before = books(database)

    def ask(session: Session) -> None:
        session.add(Unit(centre_id=1, label="9-0901"))
        session.flush()

    if database.url.startswith("postgresql"):  # which does not even try
        with pytest.raises(DatabaseReadOnly):
            database.read(ask)
    else:
        database.read(ask)
    assert books(database) == before


def test_of_two_desks_that_saw_the_same_slip_the_second_is_refused(
    database: Database, other_desk: Database, desk: Desk
) -> None:
    """architecture 5: the stale writer may look again."""
    slip = make_slip(database, desk)
    seen = slip_of(database, slip.id).version
    order = AmendSlip(slip.id, content="三盏灯不亮", version=seen)
    other_desk.write(amend_slip, desk, order)
    before = books(database)
    stale = AmendSlip(slip.id, content="五盏灯不亮", version=seen)
    with pytest.raises(ChangedByOthers) as refused:
        database.write(amend_slip, desk, stale)
    assert refused.value.facts["number"] == slip.number
    assert books(database) == before
    again = AmendSlip(slip.id, content="五盏灯不亮", version=seen + 1)
    database.write(amend_slip, desk, again)
    assert not problems(database, desk)


def at_the_same_moment(
    one: Callable[[], object], two: Callable[[], object]
) -> list[type[BaseException] | None]:
    """Run both on threads of their own; how each ended."""
    ended: list[type[BaseException] | None] = []
    both = threading.Barrier(2)

    def run(step: Callable[[], object]) -> None:
        both.wait()
        try:
            step()
        except (Refusal, Trouble, SQLAlchemyError) as error:
            ended.append(type(error))
        else:
            ended.append(None)

    threads = [threading.Thread(target=run, args=(step,)) for step in (one, two)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return ended


@pytest.mark.parametrize("round_", range(5))
def test_a_slip_is_dispatched_by_one_of_two_desks(
    database: Database, other_desk: Database, desk: Desk, round_: int
) -> None:
    slip = make_slip(database, desk)
    order = DispatchSlip(slip.id, "水工", f"演示主管{round_}", version=1)
    ended = at_the_same_moment(
        lambda: database.write(dispatch_slip, desk, order),
        lambda: other_desk.write(dispatch_slip, desk, order),
    )
    assert sorted(map(str, ended)) == sorted(map(str, [None, ChangedByOthers]))
    assert state_of(database, slip.id) is SlipState.DISPATCHED
    assert not problems(database, desk)


def test_two_desks_that_print_at_once_make_two_prints_or_one_is_refused(
    database: Database, other_desk: Database, desk: Desk
) -> None:
    slip = make_slip(database, desk, SlipState.DISPATCHED)
    for _ in range(5):
        ended = at_the_same_moment(
            lambda: database.write(print_slip, desk, PrintSlip(slip.id)),
            lambda: other_desk.write(print_slip, desk, PrintSlip(slip.id)),
        )
        assert set(ended) <= {None, ChangedByOthers}
        assert None in ended
        assert not problems(database, desk)


def test_two_desks_that_move_copies_at_once_leave_them_in_one_place(
    database: Database, other_desk: Database, desk: Desk
) -> None:
    slip = make_slip(database, desk, SlipState.DISPATCHED)
    places = [CopyPlace.SUPERVISOR, CopyPlace.TECHNICIAN, CopyPlace.DISPATCH]
    for one in places:
        for two in places:
            here = MoveCopies(slip.id, {1: one, 2: two})
            there = MoveCopies(slip.id, {2: one, 1: two})
            at_the_same_moment(
                lambda order=here: database.write(put_copies, desk, order),  # type: ignore[misc]
                lambda order=there: other_desk.write(put_copies, desk, order),  # type: ignore[misc]
            )
            assert not problems(database, desk)


def test_two_desks_that_add_the_same_unit_leave_one(
    database: Database, other_desk: Database, desk: Desk
) -> None:
    for floor in range(1, 6):
        order = SaveUnit(label=f"3-{floor:02}01")
        ended = at_the_same_moment(
            lambda order=order: database.write(save_unit, desk, order),  # type: ignore[misc]
            lambda order=order: other_desk.write(save_unit, desk, order),  # type: ignore[misc]
        )
        assert None in ended
        for error in ended:
            assert error is None or error.__module__.startswith("app.")
        units = database.read(find_units, desk, f"3-{floor:02}01")
        assert len(units) == 1


def test_a_directory_entry_changed_by_others_is_not_overwritten(
    database: Database, other_desk: Database, desk: Desk
) -> None:
    staff_id = make_staff(database, desk, "演示前台")
    unit_id = make_unit(database, desk)
    (member,) = database.read(list_staff, desk)
    (unit,) = database.read(find_units, desk, "3-1502")
    posts = (Post.HOUSEKEEPER,)
    by_first = SaveStaff(
        "演示前台甲",
        Department.HOUSEKEEPING,
        posts,
        staff_id=staff_id,
        version=member.version,
    )
    other_desk.write(save_staff, desk, by_first)
    with pytest.raises(ChangedByOthers):
        database.write(save_staff, desk, by_first)
    order = SaveUnit("3-1502", note="空置", unit_id=unit_id, version=unit.version)
    other_desk.write(save_unit, desk, order)
    with pytest.raises(ChangedByOthers):
        database.write(save_unit, desk, order)


def told_and_changed(
    database: Database, change: Callable[[], frozenset[str]]
) -> tuple[frozenset[str], set[str]]:
    before = books(database)
    told = change()
    return told, changed_between(before, books(database))


def test_the_tables_told_are_the_tables_changed(database: Database, desk: Desk) -> None:
    """A page refreshes for the tables it hears of; numbers and log go along."""
    slip = make_slip(database, desk)
    changes: list[Callable[[], frozenset[str]]] = [
        lambda: database.write(issue_slip, desk, PUBLIC_CALL)[1],
        lambda: database.write(
            dispatch_slip, desk, DispatchSlip(slip.id, "水工", "演示主管")
        )[1],
        lambda: database.write(print_slip, desk, PrintSlip(slip.id))[1],
        lambda: database.write(
            put_copies, desk, MoveCopies(slip.id, {1: CopyPlace.TECHNICIAN})
        )[1],
        lambda: database.write(cancel_slip, desk, CancelSlip(slip.id, "业户撤销"))[1],
        lambda: database.write(change_settings, desk, {"duplicate_days": "7"})[1],
        lambda: database.write(save_unit, desk, SaveUnit("5-0501", area="5栋"))[1],
        lambda: database.write(
            save_staff, desk, SaveStaff("演示甲", Department.FINANCE, (Post.FINANCE,))
        )[1],
        lambda: database.write(
            lambda session: session.execute(
                insert(table_of(Unit)).values(
                    centre_id=1, label="9-0901", is_active=True, version=1
                )
            )
        )[1],
    ]
    goes_along = {"number_series", "event", "event_head", "copy_move"}
    goes_along |= {name for name in Base.metadata.tables if name.startswith("search_")}
    for change in changes:
        told, changed = told_and_changed(database, change)
        assert told <= changed
        assert changed - told <= goes_along


def test_reading_tells_of_no_change_and_writing_nothing_neither(
    database: Database, desk: Desk
) -> None:
    make_slip(database, desk)
    _, told = database.write(lambda session: session.scalars(select(Slip)).all())
    assert told == frozenset()


def test_every_step_of_a_slip_tells_of_the_slip(database: Database, desk: Desk) -> None:
    slip = make_slip(database, desk)
    for event in (SlipEvent.AMEND, SlipEvent.DISPATCH, SlipEvent.ARRIVE):
        before = books(database)
        STEPS[event](database, desk, slip.id)
        assert "slip" in changed_between(before, books(database))
