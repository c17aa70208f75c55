"""What waits at the desk because the dispatcher sent it back (退回补正)."""

from app.database import Database
from app.desk import Desk
from app.slip_bounced import list_bounced
from app.slip_dispatch import BounceSlip, ResendSlip, bounce_slip, resend_slip
from models.slip import SlipState
from tests.clock import Clock
from tests.makers import make_slip


def test_slips_sent_back_are_named_with_their_reason_the_oldest_first(
    database: Database, desk: Desk, clock: Clock
) -> None:
    first = make_slip(database, desk)
    clock.advance(days=2)
    second = make_slip(database, desk)
    make_slip(database, desk)
    make_slip(database, desk, SlipState.DISPATCHED)
    database.write(bounce_slip, desk, BounceSlip(second.id, "内容不清"))
    database.write(bounce_slip, desk, BounceSlip(first.id, "栏目内容不全"))
    rows = database.read(list_bounced, desk)
    assert [(row.number, row.reason) for row in rows] == [
        (first.number, "栏目内容不全"),
        (second.number, "内容不清"),
    ]
    assert rows[0].room == "地下车库 B1层12号柱"


def test_a_slip_sent_out_again_waits_no_more(database: Database, desk: Desk) -> None:
    slip = make_slip(database, desk)
    database.write(bounce_slip, desk, BounceSlip(slip.id, "内容不清"))
    database.write(resend_slip, desk, ResendSlip(slip.id))
    assert database.read(list_bounced, desk) == []
