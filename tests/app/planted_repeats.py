"""Second calls about slips that exist, as other people would make and type them.

Made without looking at the program's own words: characters are exchanged by what
pypinyin and OpenCC know, and what people say instead stands in
``tests/data/retold_faults.csv``.
"""

import csv
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from pathlib import Path
from random import Random

from opencc import OpenCC  # type: ignore[import-untyped]
from pypinyin import lazy_pinyin
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.demo_words import ROOMS, faults
from app.desk import Desk
from models.slip import OPEN_STATES, Slip, SlipState
from models.unit import AreaKind

_RETOLD = Path(__file__).parents[1] / "data" / "retold_faults.csv"
_BEFORE = ("您好，", "师傅，", "麻烦看下", "我家", "还是那个", "")
_AFTER = ("，快来人吧", "，等了半天了", "，什么时候来修", "，昨天报过了", "！！", "")
_ABOVE = (
    "天花板往下滴水",
    "楼上漏水漏到我家了",
    "卫生间顶上渗水",
    "屋顶在漏水，楼上是不是爆管了",
    "楼上漏水，墙都湿了",
)
_BELOW = (
    "楼下说我家漏水",
    "楼下上来找，说漏水到他家",
    "漏水漏到楼下了",
)
_LEAKS = ("pipe_leak", "ceiling_leak", "heating_leak", "burst_pipe")
_SOUTHERN = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("ng", "n"))


@dataclass(frozen=True, slots=True)
class Reported:
    """What stands on the slip that is called about again."""

    number: str
    area_kind: AreaKind
    area: str
    place: str
    unit_label: str | None
    content: str


@dataclass(frozen=True, slots=True)
class Repeat:
    """The second call; ``way`` is how it differs."""

    number: str
    way: str
    area_kind: AreaKind
    area: str
    place: str
    content: str


def reported_lately(session: Session, desk: Desk) -> list[Reported]:
    """What was reported in the last thirty days and is not ended otherwise."""
    rows = session.execute(
        select(
            Slip.number,
            Slip.area_kind,
            Slip.area,
            Slip.place,
            Slip.unit_label,
            Slip.content,
        )
        .where(
            Slip.state.in_((*OPEN_STATES, SlipState.RETURNED, SlipState.CLOSED)),
            Slip.issued_at > desk.now() - timedelta(days=30),
        )
        .order_by(Slip.id)
    )
    return [Reported(*row) for row in rows]


def plant(random: Random, slips: Sequence[Reported], count: int) -> list[Repeat]:
    """``count`` second calls: every way in turn, one leak in six from next door."""
    leaks = [slip for slip in slips if fault_of(slip.content) in _LEAKS]
    repeats: list[Repeat] = []
    while len(repeats) < count:
        if len(repeats) % 6 == 0:
            repeat = _from_another_floor(random, random.choice(leaks))
        else:
            way = list(WAYS)[len(repeats) % len(WAYS)]
            repeat = _again(random, random.choice(slips), way)
        if repeat is not None:
            repeats.append(repeat)
    return repeats


@cache
def fault_of(content: str) -> str | None:
    """The kind of fault the demonstration meant; None for what it joined together."""
    for fault in faults():
        for wording in fault.wordings:
            if any(content == wording.replace("{room}", room) for room in ROOMS):
                return fault.key
    return None


def _again(random: Random, slip: Reported, way: str) -> Repeat | None:
    content = WAYS[way](random, slip.content)
    if content is None:
        return None
    place = slip.place
    if way == "traditional":
        place = _traditional().convert(place)
    elif way.endswith("pinyin") and random.randrange(2):
        place = "".join(lazy_pinyin(place))
    if slip.unit_label is not None:
        place = _room(random, slip.unit_label)
    area = "" if random.randrange(2) else slip.area
    return Repeat(slip.number, way, slip.area_kind, area, place, content)


def _from_another_floor(random: Random, slip: Reported) -> Repeat | None:
    building, _, room = (slip.unit_label or "").partition("-")
    floor, door = int(room[:-2]), room[-2:]
    # Who speaks of the ceiling lives below the leak, and the leak lives above.
    is_seen_from_below = fault_of(slip.content) == "ceiling_leak"
    floor += 1 if is_seen_from_below else -1
    if not 1 <= floor <= 15:
        return None
    content = random.choice(_BELOW if is_seen_from_below else _ABOVE)
    label = f"{building}-{floor}{door}"
    return Repeat(slip.number, "next floor", slip.area_kind, "", label, content)


def _room(random: Random, label: str) -> str:
    building, _, room = label.partition("-")
    wide = label.translate({ord(c): ord(c) + 0xFEE0 for c in "0123456789-"})
    han = "零一二三四五六"[int(building)]
    forms = (label, wide, f"{building}栋{room}", f"{han}棟{room}", f"{building}#{room}")
    return random.choice((*forms, f"{building}号楼{room}室"))


def _retold(random: Random, content: str) -> str | None:
    for room in ("", *ROOMS):
        ways = _retellings().get(content.removeprefix(room))
        if ways and content.startswith(room):
            told = random.choice(ways)
            return told if not room or random.randrange(3) == 0 else room + told
    return None


def _in_traditional(random: Random, content: str) -> str | None:
    converted: str = _traditional().convert(content)
    return converted if converted != content else None


def _in_pinyin(random: Random, content: str) -> str:
    syllables = lazy_pinyin(content)
    between = random.choice(("", " "))
    return between.join(syllables)


def _in_southern_pinyin(random: Random, content: str) -> str:
    typed = " ".join(lazy_pinyin(content))
    for full, flat in _SOUTHERN:
        typed = typed.replace(full, flat)
    return typed


def _by_ear(random: Random, content: str) -> str | None:
    """Up to three characters taken for others of their sound."""
    signs = list(content)
    places = [at for at, sign in enumerate(signs) if len(_alike(sign)) > 1]
    if not places:
        return None
    for at in random.sample(places, min(len(places), random.choice((1, 1, 2, 2, 3)))):
        signs[at] = random.choice(
            [one for one in _alike(signs[at]) if one != signs[at]]
        )
    return "".join(signs)


def _with_slips(random: Random, content: str) -> str:
    """A character left out, typed twice, or two in the wrong order."""
    at = random.randrange(len(content) - 1)
    kind = random.randrange(3)
    if kind == 0 and len(content) > 4:
        return content[:at] + content[at + 1 :]
    if kind == 1:
        return content[: at + 1] + content[at:]
    return content[:at] + content[at + 1] + content[at] + content[at + 2 :]


def _with_more_words(random: Random, content: str) -> str:
    return random.choice(_BEFORE) + content + random.choice(_AFTER)


def _turned_round(random: Random, content: str) -> str | None:
    head, _, tail = content.partition("，")
    if tail:
        return f"{tail}，{head}"
    for room in ROOMS:
        if content.startswith(room):
            return f"{content.removeprefix(room)}，{room}的"
    return None


WAYS: dict[str, Callable[[Random, str], str | None]] = {
    "retold": _retold,
    "traditional": _in_traditional,
    "pinyin": _in_pinyin,
    "by ear": _by_ear,
    "retold again": _retold,
    "slips of the finger": _with_slips,
    "southern pinyin": _in_southern_pinyin,
    "more words": _with_more_words,
    "turned round": _turned_round,
}


@cache
def _traditional() -> OpenCC:
    return OpenCC("s2t")


@cache
def _retellings() -> dict[str, list[str]]:
    with _RETOLD.open(encoding="utf-8") as lines:
        return {
            row["wording"]: row["retold"].split("/") for row in csv.DictReader(lines)
        }


@cache
def _by_sound() -> dict[str, list[str]]:
    """The 3,755 common characters of GB 2312 by their sound."""
    table: dict[str, list[str]] = {}
    for row in range(0xB0, 0xD8):
        for cell in range(0xA1, 0xFF):
            try:
                sign = bytes((row, cell)).decode("gb2312")
            except UnicodeDecodeError:
                continue
            table.setdefault(lazy_pinyin(sign)[0], []).append(sign)
    return table


@cache
def _alike(sign: str) -> tuple[str, ...]:
    return tuple(_by_sound().get(lazy_pinyin(sign)[0], ()))
