"""Kills desks at random moments of their work, and what is left in the books then.

A desk is a process that issues slips, hands some out and takes them back, and tells
each step on a pipe after its commit. In memory that it shares with the one who kills
it stands whether a transaction is open.
"""

import os
import signal
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection
from multiprocessing.sharedctypes import Synchronized
from random import Random
from time import sleep
from typing import Any

from sqlalchemy import Engine, event, select
from sqlalchemy.orm import Session

from app.database import Database
from app.desk import open_desk
from app.slip_dispatch import DispatchSlip, dispatch_slip
from app.slip_issue import issue_slip
from app.slip_return import TakeBackSlip, take_back_slip
from models.slip import Slip, SlipState
from tests.app.issuing import desks
from tests.makers import PUBLIC_CALL

_LONGEST_LIFE = 0.03
"""Seconds a desk works at most before it is killed."""
_ORDER = (SlipState.ISSUED, SlipState.DISPATCHED, SlipState.RETURNED)
IDLE, OPEN, COMMITTING = range(3)


@dataclass(frozen=True, slots=True)
class Killed:
    """What many kills came to."""

    kills: int = 0
    in_transaction: int = 0
    in_commit: int = 0
    told: int = 0
    untold: int = 0


@dataclass(frozen=True, slots=True)
class _Death:
    doing: int
    told: dict[str, SlipState]


Work = Callable[[str, Connection, "Synchronized[int]"], None]


def kill_desks(url: str, kills: int, random: Random, work: Work) -> Killed:
    """Kill one desk after the other at its ``work``; raises ``AssertionError`` for
    what is lost.
    """
    database = Database(url)
    known: dict[str, SlipState] = {}
    sum_ = Killed()
    for _ in range(kills):
        death = _live_and_die(url, random.random() * _LONGEST_LIFE, work)
        known |= death.told
        sum_ = replace(
            sum_,
            kills=sum_.kills + 1,
            in_transaction=sum_.in_transaction + (death.doing != IDLE),
            in_commit=sum_.in_commit + (death.doing == COMMITTING),
        )
        stored = database.read(_stored)
        _compare(known, stored)
    database.close()
    return replace(sum_, told=len(known), untold=len(stored) - len(known))


def _compare(known: dict[str, SlipState], stored: list[tuple[int, str, Any]]) -> None:
    states = {number: state for _, number, state in stored}
    lost = known.keys() - states.keys()
    assert not lost, f"told and lost: {sorted(lost)}"
    assert len(states) == len(stored), "a number twice"
    assert [seq for seq, _, _ in stored] == list(range(1, len(stored) + 1))
    undone = [
        number
        for number, state in known.items()
        if _ORDER.index(states[number]) < _ORDER.index(state)
    ]
    assert not undone, f"told and undone: {undone}"


def _stored(session: Session) -> list[tuple[int, str, Any]]:
    rows = session.execute(select(Slip.seq, Slip.number, Slip.state).order_by(Slip.seq))
    return [(seq or 0, number, state) for seq, number, state in rows]


def _live_and_die(url: str, seconds: float, work: Work) -> _Death:
    context = desks()
    doing: Synchronized[int] = context.RawValue("b", IDLE)
    heard, tells = context.Pipe(duplex=False)
    desk = context.Process(target=work, args=(url, tells, doing))
    desk.start()
    tells.close()
    try:
        said = os.read(heard.fileno(), 1)  # it has begun
        sleep(seconds)
        assert desk.pid is not None
        os.kill(desk.pid, signal.SIGKILL)
        desk.join()
        while more := os.read(heard.fileno(), 65536):
            said += more
    finally:
        heard.close()
    assert desk.exitcode == -signal.SIGKILL, "the desk ended by itself"
    told = {}
    for line in said.decode().splitlines():
        number, state = line.split()
        told[number] = SlipState(state)
    return _Death(doing.value, told)


def issue(url: str, tells: Connection, doing: "Synchronized[int]") -> None:
    """What a desk does until it is killed; each step is told after its commit."""
    database = Database(url)
    _watch(doing)
    desk = database.read(open_desk)
    for turn in _forever():
        issued, _ = database.write(issue_slip, desk, PUBLIC_CALL)
        _tell(tells, issued.number, SlipState.ISSUED)
        if turn % 3:
            continue
        order = DispatchSlip(issued.id, "电工", "演示主管", ("演示技工",))
        database.write(dispatch_slip, desk, order)
        _tell(tells, issued.number, SlipState.DISPATCHED)
        database.write(take_back_slip, desk, TakeBackSlip(issued.id))
        _tell(tells, issued.number, SlipState.RETURNED)


def issue_carelessly(url: str, tells: Connection, doing: "Synchronized[int]") -> None:
    """What no desk does: tell a number before it is kept."""
    database = Database(url)
    _watch(doing)
    desk = database.read(open_desk)

    def tell_first(session: Session) -> None:
        issued = issue_slip(session, desk, PUBLIC_CALL)
        _tell(tells, issued.number, SlipState.ISSUED)

    for _ in _forever():
        database.write(tell_first)


def _forever() -> Iterator[int]:
    turn = 0
    while True:
        yield (turn := turn + 1)


def _tell(tells: Connection, number: str, state: SlipState) -> None:
    # One small write to a pipe is never cut in two, not even by SIGKILL.
    os.write(tells.fileno(), f"{number} {state}\n".encode())


def _watch(doing: "Synchronized[int]") -> None:
    """Keep in shared memory whether a transaction is open or being committed."""

    def put(state: int) -> Any:
        def note(*_: object) -> None:
            doing.value = state

        return note

    event.listen(Engine, "begin", put(OPEN))
    event.listen(Engine, "commit", put(COMMITTING))
    event.listen(Engine, "checkin", put(IDLE))
