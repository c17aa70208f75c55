"""Which course a slip of the demonstration takes: plain, waiting, disputed, ended."""

from datetime import datetime, timedelta

from app.demo_call import Call
from app.demo_life import Life, World
from models.slip import ChargeClass, SlipState

_WAITS = ("待料", "待料", "待料", "缺人手", "技术原因", "待厂家/保修", "待审批")

_PRICED = (SlipState.QUOTED, SlipState.DISPUTED)
_TAIL = (
    SlipState.ISSUED,
    SlipState.DISPATCHED,
    SlipState.ON_SITE,
    SlipState.QUOTED,
    SlipState.SUSPENDED,
    SlipState.DONE,
    SlipState.RETURNED,
    SlipState.DISPUTED,
    SlipState.WORKING,
    SlipState.ISSUED,
    SlipState.DISPATCHED,
)
TAIL = _TAIL * 3
"""The states in which the last slips of the year are left."""


def end_state(wanted: list[SlipState], call: Call) -> SlipState:
    """Take from ``wanted`` a state that a slip of this call can be left in."""
    has_price = call.fault.charge == ChargeClass.PAID
    fitting = (state for state in wanted if (state in _PRICED) == has_price)
    state = next(fitting, wanted[0])
    wanted.remove(state)
    return state


def live(world: World, slip: int, call: Call) -> Life:
    """A whole life, issue to return."""
    life = Life(world, slip, call)
    throw = world.random.randrange(1000)
    if throw < 100 and life.is_unit and not call.is_urgent:
        _by_appointment(world, life)
        return life
    life.issue()
    if _ended_at_the_desk(life, throw):
        return life
    if throw < 185:
        _bounced_or_amended(life, throw)
    life.dispatch()
    if throw % 40 == 7:
        life.wait(2, 6)
        life.reassign()
    elif throw % 60 == 11:
        life.wait(2, 10)
        life.amend()
        life.wait(1, 4)
        life.reprint()
    course = world.random.randrange(1000)
    if course < 60:
        _wait_for_something(world, life, course)
    elif course < 80:
        day = world.hours.day(life.at) + timedelta(days=2)
        eta = world.hours.spoken(world.hours.on(day, "09:30", "17:00"))
        life.take_back_unfinished(world.random.choice(_WAITS), eta)
        _go_on(world, life, eta)
    elif course < 300:
        if not _step_by_step(life, course):
            return life
    else:
        life.work()
    life.take_back()
    _inspected(world, life)
    return life


def live_until(world: World, slip: int, call: Call, state: SlipState) -> Life:
    """A life that stands in ``state`` at the end of the year; quick steps."""
    life = Life(world, slip, call)
    life.issue()
    if state is SlipState.ISSUED:
        if world.random.randrange(4) == 0:
            life.wait(1, 3)
            life.bounce()
        return life
    life.dispatch(is_at_once=True)
    if state is SlipState.DISPATCHED:
        return life
    if state is SlipState.SUSPENDED:
        life.wait(1, 3)
        day = world.hours.day(life.at) + timedelta(days=2)
        eta = world.hours.spoken(world.hours.on(day, "09:30", "16:30"))
        life.suspend(world.random.choice(_WAITS), eta)
        return life
    life.wait(1, 3)
    life.receive()
    life.wait(1, 3)
    life.arrive()
    if state is SlipState.ON_SITE:
        return life
    life.wait(1, 3)
    if life.is_paid:
        life.quote(30 if state is SlipState.DISPUTED else 0)
        if state is SlipState.QUOTED:
            return life
        life.wait(1, 2)
        if state is SlipState.DISPUTED:
            life.dispute()
            return life
        life.agree()
    else:
        life.start()
    if state in (SlipState.DONE, SlipState.RETURNED):
        life.wait(1, 4)
        life.complete()
    if state is SlipState.RETURNED:
        life.wait(1, 3)
        life.take_back(is_at_once=True)
    return life


def _by_appointment(world: World, life: Life) -> None:
    """The owner names a time; now and then another one."""
    day = world.hours.day(life.at) + timedelta(days=world.random.randint(1, 2))
    evening = world.random.randrange(2)
    at = world.hours.on(day, *(("18:00", "19:30") if evening else ("09:30", "16:00")))
    at = at.replace(second=0)
    life.issue(appointment_at=at)
    life.dispatch()
    if world.random.randrange(5) == 0:
        life.wait(20, 60)
        at += timedelta(days=1)
        life.reschedule(at)
    late = world.random.randrange(10) == 0
    life.wait_until(at + timedelta(minutes=world.random.randint(-4, 12 if late else 0)))
    life.arrive()
    if life.is_paid:
        life.wait(3, 10)
        life.quote()
        life.wait(1, 5)
        life.agree()
    else:
        life.wait(1, 5)
        life.start()
    life.wait(15, 70)
    life.complete()
    life.take_back()
    _inspected(world, life)


def _ended_at_the_desk(life: Life, throw: int) -> bool:
    if throw < 100 or throw >= 145:
        return False
    if throw < 112:
        life.wait(2, 25)
        life.void()
        return True
    life.wait(5, 20)
    if throw < 124 and not life.call.is_urgent:
        life.cancel("电话指导解决", "指导业主复位，2小时内回访")
    elif throw < 135:
        life.cancel("业户撤销", "业主来电称已自行处理")
    elif throw < 140 and life.is_unit:
        life.cancel("非本处范围", "运营商设备，已转运营商客服")
    else:
        return False
    return True


def _bounced_or_amended(life: Life, throw: int) -> None:
    if 145 <= throw < 165:
        life.wait(3, 10)
        life.bounce()
        life.wait(5, 20)
        life.resend()
    elif throw >= 165:
        life.wait(3, 15)
        life.amend()


def _wait_for_something(world: World, life: Life, course: int) -> None:
    """Put aside with a reason and an expected time, taken up again."""
    life.wait(20, 70)
    day = world.hours.day(life.at)
    life.wait_until(world.hours.on(day, "16:50", "17:37"))
    reason = world.random.choice(_WAITS)
    if life.is_unit and course < 20:
        reason = "未遇业户" if course < 12 else "业户不便/改约"
    days = world.random.choice((1, 1, 2, 2, 3, 4, 6, 9))
    day = world.hours.day(life.at) + timedelta(days=days)
    eta = world.hours.spoken(world.hours.on(day, "09:00", "17:00"))
    life.suspend(reason, eta)
    if days > 3:
        life.wait(24 * 60, 48 * 60)
        life.escalate()
    _go_on(world, life, eta)


def _go_on(world: World, life: Life, eta: datetime) -> None:
    life.wait_until(world.hours.on(world.hours.day(eta), "08:40", "10:30"))
    life.resume()
    life.work()


def _step_by_step(life: Life, course: int) -> bool:
    """Every step as it happens; whether there is a paper to take back."""
    life.wait(1, 6)
    life.receive()
    life.wait(5, 17)
    life.arrive()
    life.wait(2, 10)
    if not life.is_paid:
        life.start()
    elif course < 100:
        life.quote(20 + course // 4 * 2)
        life.wait(3, 8)
        life.dispute()
        life.wait(10, 50)
        if course < 86:
            life.cancel("业户不修", "协商后业主自行找人维修")
            return False
        life.resolve()
    else:
        life.quote()
        life.wait(1, 6)
        life.agree()
    life.wait(15, 80)
    life.complete()
    return True


def _inspected(world: World, life: Life) -> None:
    """Public work is looked at the same afternoon or the next morning."""
    if life.is_unit:
        return
    _wait_for_inspection(world, life)
    if world.random.randrange(25) == 0:
        life.inspect(is_passed=False)
        day = world.hours.day(life.at) + timedelta(days=1)
        life.wait_until(world.hours.on(day, "09:00", "15:00"))
        life.is_read_by_the_manager()
        life.work()
        life.take_back()
        _wait_for_inspection(world, life)
    life.inspect(is_passed=True)


def _wait_for_inspection(world: World, life: Life) -> None:
    day = world.hours.day(life.at)
    if world.hours.minute(life.at) < 16 * 60:
        life.wait_until(world.hours.on(day, "16:20", "17:25"))
    else:
        life.wait_until(world.hours.on(day + timedelta(days=1), "09:10", "11:00"))
