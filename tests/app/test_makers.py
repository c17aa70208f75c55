"""What the tests make is what they ask for."""

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.check import check_books
from app.database import Database
from app.desk import Desk, open_desk
from models.slip import Slip, SlipState
from models.staff import Permission, Post
from models.unit import AreaKind
from tests.clock import Clock
from tests.makers import make_slip, make_staff, make_unit

LATER_PARTS = {SlipState.DRAFT, SlipState.CLOSED}


@pytest.mark.parametrize("area_kind", [AreaKind.UNIT, AreaKind.PUBLIC])
def test_a_slip_is_made_in_the_state_asked_for(
    database: Database, desk: Desk, area_kind: AreaKind
) -> None:
    wanted = [state for state in SlipState if state not in LATER_PARTS]
    if area_kind is AreaKind.PUBLIC:
        wanted = [s for s in wanted if s not in {SlipState.QUOTED, SlipState.DISPUTED}]
    made = [make_slip(database, desk, state, area_kind=area_kind) for state in wanted]
    assert [slip.number for slip in made] == [
        f"WX260302-{serial:03}" for serial in range(1, len(wanted) + 1)
    ]
    assert database.read(states) == wanted
    assert not database.read(check_books, desk)


def states(session: Session) -> list[SlipState]:
    return list(session.scalars(select(Slip.state).order_by(Slip.id)))


def test_a_member_of_staff_may_do_what_the_post_may(
    database: Database, desk: Desk, clock: Clock
) -> None:
    make_staff(database, desk, "演示前台", Post.FRONT_DESK)
    someone = database.read(open_desk, actor="演示前台", clock=clock)
    assert someone.may(Permission.ISSUE_SLIP)
    assert not someone.may(Permission.VOID_SLIP)


def test_a_unit_slip_names_the_unit_of_the_directory(
    database: Database, desk: Desk
) -> None:
    unit_id = make_unit(database, desk)
    slip = make_slip(database, desk, area_kind=AreaKind.UNIT)
    found = database.read(lambda session: session.get_one(Slip, slip.id).unit_id)
    assert found == unit_id
