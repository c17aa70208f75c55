"""When people call in the demonstration year, about what, and in which words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo

from app.demo_building import (
    ENTRANCES,
    FAILING_LIFT,
    LIFTS,
    STOREYS,
    Home,
    invented_phone,
)
from app.demo_words import MARK, ROOMS, SEASONS, Fault, faults, staff_names
from models.slip import Channel, ReporterKind
from models.unit import AreaKind

_NIGHT = (2, 1, 1, 1, 1, 2, 6, 14)
_DAY = (30, 40, 37, 26, 14, 15, 25, 25, 22, 20)
_EVENING = (17, 19, 16, 11, 7, 4)
_HOURS = (*_NIGHT, *_DAY, *_EVENING)
"""Calls in each hour of a day: mornings are busiest, nights nearly silent."""
_WEEKDAYS = (115, 105, 100, 100, 104, 96, 82)
_SHARES = {AreaKind.UNIT: 62, AreaKind.PUBLIC: 34, AreaKind.OFFICE: 4}
_FROST_CALLS = 14  # burst pipes on a day of hard frost
_LIFT_CALLS_A_YEAR = 40

_GROUNDS = (
    "中心花园",
    "东侧道路",
    "西侧道路",
    "北侧绿地",
    "水景广场",
    "南侧围墙",
    "环形消防车道",
    "宠物乐园",
)
_ELSEWHERE: Mapping[str, tuple[str, Sequence[str]]] = {
    "garage": ("地下车库", ("A区", "B区", "C区", "D区")),
    "gate": (
        "园区",
        ("东门入口", "东门出口", "南门入口", "南门出口", "北门人行口", "西门人行口"),
    ),
    "grounds": ("园区", _GROUNDS),
    "play": ("园区", ("儿童乐园", "老年健身区", "篮球场", "乒乓球台")),
    "plant": ("设备房", ("生活水泵房", "消防泵房", "换热站", "高区配电室")),
    "office": (
        "管理处",
        (
            "客服前台",
            "大会议室",
            "小会议室",
            "监控中心",
            "男更衣室",
            "女更衣室",
            "财务室",
            "员工食堂",
            "工程库房",
            "值班宿舍",
            "201办公室",
            "203办公室",
            "205办公室",
            "经理办公室",
        ),
    ),
}
_PASSERS = ("巡逻岗", "保洁员", "过路业主", "快递员", "访客")


@dataclass(frozen=True, slots=True)
class Call:
    """One call: when, about what and where, and who calls."""

    at: datetime
    fault: Fault
    area: str
    place: str
    content: str
    home: Home | None
    reporter_name: str
    reporter_kind: ReporterKind
    phone: str
    channel: Channel
    is_urgent: bool


def plan_calls(
    random: Random,
    homes: Sequence[Home],
    *,
    from_at: datetime,
    until: datetime,
    count: int,
    zone: ZoneInfo,
) -> list[Call]:
    """``count`` calls of a period in order of time."""
    days = _days(from_at, until, zone)
    moments = _special(random, days, from_at, until, zone)
    del moments[count // 4 :]
    weights = [_WEEKDAYS[day.weekday()] for day in days]
    while len(moments) < count:
        day = random.choices(days, weights)[0]
        at = _moment(random, day, zone)
        if from_at <= at <= until:
            moments.append((at, None))
    moments.sort(key=lambda moment: moment[0])
    return [_call(random, homes, at, key, zone) for at, key in moments]


def reworded(random: Random, call: Call) -> str:
    """The same fault in the words of somebody else."""
    return _wording(random, call.fault)


def _days(from_at: datetime, until: datetime, zone: ZoneInfo) -> list[date]:
    first = from_at.astimezone(zone).date()
    last = until.astimezone(zone).date()
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]


def _moment(random: Random, day: date, zone: ZoneInfo) -> datetime:
    hour = random.choices(range(24), _HOURS)[0]
    local = time(hour, random.randrange(60), random.randrange(60))
    return datetime.combine(day, local, zone).astimezone(UTC)


def _special(
    random: Random,
    days: Sequence[date],
    from_at: datetime,
    until: datetime,
    zone: ZoneInfo,
) -> list[tuple[datetime, str | None]]:
    """Burst pipes of a cold spell in January, and the lift that keeps failing."""
    cold = [day for day in days if day.month == 1 and 8 <= day.day <= 11]
    moments: list[tuple[datetime, str | None]] = [
        (_moment(random, day, zone), "burst_pipe")
        for day in cold
        for _ in range(random.randint(_FROST_CALLS - 3, _FROST_CALLS + 3))
    ]
    lift_calls = _LIFT_CALLS_A_YEAR * len(days) // 365
    moments += [
        (_moment(random, random.choice(days), zone), "failing_lift")
        for _ in range(lift_calls)
    ]
    return [moment for moment in moments if from_at <= moment[0] <= until]


def _call(
    random: Random,
    homes: Sequence[Home],
    at: datetime,
    key: str | None,
    zone: ZoneInfo,
) -> Call:
    fault = _fault(random, key, at.astimezone(zone).month)
    if fault.kind is AreaKind.UNIT:
        return _unit_call(random, random.choice(homes), fault, at)
    is_lift = key == "failing_lift"
    area, place = _lift(*FAILING_LIFT) if is_lift else _place(random, fault.where)
    if random.randrange(4) == 0:
        person = random.choice(staff_names())
        name, kind = person.name, ReporterKind.STAFF
        channel = Channel.PATROL
    else:
        name, kind = random.choice(_PASSERS) + MARK, ReporterKind.OTHER
        channel = random.choice((Channel.PHONE, Channel.PHONE, Channel.WECHAT))
    if fault.kind is AreaKind.OFFICE:
        name, kind = random.choice(staff_names()).name, ReporterKind.STAFF
    has_phone = channel is not Channel.PATROL
    return Call(
        at=at,
        fault=fault,
        area=area,
        place=place,
        content=_wording(random, fault),
        home=None,
        reporter_name=name,
        reporter_kind=kind,
        phone=invented_phone(random.randrange(8000, 9000)) if has_phone else "",
        channel=channel,
        is_urgent=random.randrange(100) < fault.urgent,
    )


def _unit_call(random: Random, home: Home, fault: Fault, at: datetime) -> Call:
    owner = random.choice(home.owners)
    is_owner = random.randrange(5) > 0
    name = owner.name if is_owner else owner.name.replace(MARK, "家属") + MARK
    return Call(
        at=at,
        fault=fault,
        area=f"{home.building}号楼",
        place=home.label,
        content=_wording(random, fault),
        home=home,
        reporter_name=name,
        reporter_kind=ReporterKind.OWNER if is_owner else ReporterKind.OTHER,
        phone=owner.phone or "",
        channel=random.choices(
            (Channel.PHONE, Channel.WECHAT, Channel.WALK_IN), (75, 15, 10)
        )[0],
        is_urgent=random.randrange(100) < fault.urgent,
    )


def _fault(random: Random, key: str | None, month: int) -> Fault:
    if key == "failing_lift":
        choice = [fault for fault in faults() if fault.where == "lift"]
        return random.choice(choice)
    if key is not None:
        return next(fault for fault in faults() if fault.key == key)
    kind = random.choices(tuple(_SHARES), tuple(_SHARES.values()))[0]
    here = [fault for fault in faults() if fault.kind is kind]
    return random.choices(
        here, [fault.weight * SEASONS[fault.season][month - 1] for fault in here]
    )[0]


def _wording(random: Random, fault: Fault) -> str:
    return random.choice(fault.wordings).replace("{room}", random.choice(ROOMS))


def _lift(building: str, number: int) -> tuple[str, str]:
    return f"{building}号楼", f"{building}号楼{number}号梯"


def _place(random: Random, where: str) -> tuple[str, str]:
    """Area and place of a public fault, as the desk writes them."""
    building = random.choice(tuple(STOREYS))
    floor = random.randint(1, STOREYS[building][0])
    entrance = random.choice(ENTRANCES)
    inside: Mapping[str, str] = {
        "floor": f"{entrance}单元{floor}层{random.choice(('电梯厅', '走廊'))}",
        "stairs": f"{entrance}单元{floor}层楼梯间",
        "entrance": f"{entrance}单元门",
        "lobby": f"{entrance}单元一层大堂",
        "shaft": f"{entrance}单元{floor}层水管井",
        "roof": f"{entrance}单元屋面",
        "building": "全楼",
    }
    if where in inside:
        return f"{building}号楼", f"{building}号楼{inside[where]}"
    if where == "lift":
        return _lift(building, random.choice(LIFTS))
    area, spots = _ELSEWHERE[where]
    spot = random.choice(spots)
    if where == "garage":
        spot = f"地下车库{spot}{random.randint(1, 60)}号车位旁"
    elif where == "grounds":
        spot = f"{spot}{random.randint(1, 12)}号点位"
    return area, spot
