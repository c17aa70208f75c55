"""Ten desks issue at once, each a process of its own (domain-model 4.3)."""

from multiprocessing.connection import Connection

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.database import Database
from app.desk import open_desk
from app.event_log import FIRST_HASH
from app.slip_issue import issue_slip
from models.event import EventHead
from models.slip import Slip
from tests.app.books import problems
from tests.app.issuing import desks
from tests.makers import PUBLIC_CALL

DESKS = 10
SLIPS = 20


def issue_many(url: str, start: Connection, done: Connection) -> None:
    """One desk: wait for the others, then issue; tells the numbers it was given."""
    database = Database(url)
    desk = database.read(open_desk)
    start.recv()
    given = []
    for _ in range(SLIPS):
        issued, _ = database.write(issue_slip, desk, PUBLIC_CALL)
        given.append(issued.number)
    database.close()
    done.send(given)


def test_ten_desks_at_once_get_each_number_once_and_none_is_missing(
    database_url: str,
) -> None:
    context = desks()
    working = []
    for _ in range(DESKS):
        here, there = context.Pipe()
        desk = context.Process(target=issue_many, args=(database_url, there, there))
        desk.start()
        working.append((desk, here))
    for _, pipe in working:
        pipe.send("go")
    given = [number for _, pipe in working for number in pipe.recv()]
    for desk, pipe in working:
        desk.join()
        pipe.close()
        assert desk.exitcode == 0
    assert len(given) == DESKS * SLIPS
    assert len(set(given)) == len(given)
    database = Database(database_url)

    def stored(session: Session) -> list[tuple[int | None, str]]:
        rows = session.execute(select(Slip.seq, Slip.number).order_by(Slip.seq))
        return [(seq, number) for seq, number in rows]

    rows = database.read(stored)
    assert [seq for seq, _ in rows] == list(range(1, len(given) + 1))
    assert {number for _, number in rows} == set(given)
    by_hand = database.read(open_desk)
    assert not problems(database, by_hand)
    head = database.read(lambda session: session.get_one(EventHead, 1).last_hash)
    assert head != FIRST_HASH
    database.close()
