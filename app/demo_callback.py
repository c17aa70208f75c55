"""Whom the desk of the demonstration calls back, and what the owners say."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from random import Random

from app.callback import PHONE_ADVICE, CallBack, call_back
from app.demo_act import Act
from app.demo_day import Hours
from app.demo_life import Life, World
from app.slip_close import CancelSlip, InspectSlip
from app.slip_return import TakeBackSlip
from models.callback import CallbackMethod, CallbackResult
from models.slip import Outcome, OwnerOpinion

_PHONE, _, _ONSITE = CallbackMethod
_REACHED, _UNREACHABLE, _REFUSED = CallbackResult
_GOOD = ("", "", "", "师傅很快", "收拾得很干净", "谢谢")
_FAIR = ("等的时间有点长", "希望提前打电话", "")
_BAD = ("又开始滴水，要求再来", "地面没收拾干净", "换的配件颜色不一样")
_PUBLIC_SHARE = 68
"""Percent of the public slips that are called about: a little more than must be."""


def callbacks_of(world: World, slip: int, life: Life) -> list[Act]:
    """The calls about one slip; drawn apart, so that all else stays as it was."""
    draw = Random(f"callbacks of {slip}")
    back_at = _back_at(life)
    if back_at is None:
        return []
    share = 96 if life.is_unit or _is_advice(life) else _PUBLIC_SHARE
    if draw.randrange(100) >= share:
        return []
    hours = world.hours.drawn_from(draw)
    at = hours.later(back_at, 25, 110)
    if not _is_advice(life):
        at = _next_morning(hours, back_at)
    return [
        Act(at, world.crew.at_the_desk(at), slip, call_back, order)
        for at, order in _calls(draw, hours, life, at)
    ]


def _next_morning(hours: Hours, at: datetime) -> datetime:
    """When most calls are made, while the memory is fresh."""
    return hours.on(hours.day(at) + timedelta(days=1), "09:20", "11:40")


def _calls(
    draw: Random, hours: Hours, life: Life, at: datetime
) -> Iterator[tuple[datetime, CallBack]]:
    has_phone = life.is_unit or bool(life.call.phone)
    method = _PHONE if has_phone else _ONSITE
    while method is _PHONE and draw.randrange(8) == 0:
        yield at, CallBack(0, method, _UNREACHABLE)
        at = (
            hours.later(at, 240, 360) if draw.randrange(2) else _next_morning(hours, at)
        )
    if method is _PHONE and draw.randrange(50) == 0:
        yield at, CallBack(0, method, _REFUSED, comment="业主称不便接听")
        return
    opinion = draw.choices(tuple(OwnerOpinion), (86, 11, 3))[0]
    yield at, _answered(draw, method, opinion)
    if opinion is OwnerOpinion.DISSATISFIED:  # it is followed until it is mended
        at = _next_morning(hours, at + timedelta(days=draw.randrange(1, 12)))
        yield at, _answered(draw, method, OwnerOpinion.FAIR)


def _answered(draw: Random, method: CallbackMethod, opinion: OwnerOpinion) -> CallBack:
    said = {OwnerOpinion.SATISFIED: _GOOD, OwnerOpinion.FAIR: _FAIR}.get(opinion, _BAD)
    return CallBack(
        0,
        method,
        _REACHED,
        is_normal=opinion is not OwnerOpinion.DISSATISFIED,
        satisfaction=opinion,
        comment=draw.choice(said),
    )


def _is_advice(life: Life) -> bool:
    order = life.acts[-1].order
    return isinstance(order, CancelSlip) and order.reason == PHONE_ADVICE


def _back_at(life: Life) -> datetime | None:
    """From when on there is something to call about; None for never."""
    last = life.acts[-1]
    if _is_advice(life):
        return last.at
    if isinstance(last.order, InspectSlip):
        return last.at if last.order.is_passed else None
    is_back = isinstance(last.order, TakeBackSlip) and life.is_unit
    is_done = is_back and last.order.outcome is Outcome.COMPLETED
    return last.at if is_done else None
