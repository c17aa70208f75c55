"""Understands a call typed in one line: ``3-1502 厨房漏水 急``.

Nothing is looked up here and nothing is lost: what means nothing else is the fault.
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from app.one_line_place import (
    Where,
    find_public_place,
    find_room,
    parted_room,
    says_something,
)
from models.slip import JobType
from models.unit import AreaKind


class PartKind(StrEnum):
    """What a stretch of the line was understood as."""

    ROOM = "room"
    PLACE = "place"
    NAME = "name"
    PHONE = "phone"
    CONTENT = "content"
    URGENCY = "urgency"
    APPOINTMENT = "appointment"


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the line as it was typed; ``end`` is not included."""

    kind: PartKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class OneLine:
    """The facts of a line; what was not said is empty or None.

    ``clue`` is a word that may name whoever calls (a name, its pinyin, digits of a
    telephone, a room in parts such as ``3 1502``) where the line names no place: the
    directory knows, not the line.
    ``appointment_at`` is in the site's zone.
    """

    parts: tuple[Part, ...] = ()
    area_kind: AreaKind | None = None
    room: str = ""
    area: str = ""
    place: str = ""
    name: str = ""
    phone: str = ""
    content: str = ""
    is_urgent: bool = False
    appointment_at: datetime | None = None
    clue: str = ""

    @property
    def job_type(self) -> JobType:
        """Routine unless the line says 急."""
        return JobType.URGENT if self.is_urgent else JobType.ROUTINE


_GAP = " ，,。.;；、!！?？:：/|"
_URGENT = re.compile(
    r"[(\[【]特?(?:紧急|緊急|加急|急修|急+)[)\]】]"
    rf"|(?:(?<=[{re.escape(_GAP)}])|^)(?:特急|紧急|緊急|加急|急修|急+)"
    rf"(?=[{re.escape(_GAP)}]|$)"
    r"|(?:特急|紧急|緊急|加急)(?=[!！。 ]*$)"
    r"|(?<=[㐀-鿿])(?<![着著焦火应應很较較告危十太好挺不别別内內])急+(?=[!！。 ]*$)"
)
_NOT = re.compile(
    r"(?:不|非|没有?|別|别|无需|不用|不必|不需要?|不是)(?:很|太|算|那么|这么|怎么|特别)?$"
)
_PHONE = re.compile(
    r"(?:(?:联系电话|电话|座机|固话|手机号?|tel)[: ：]*)?(?<![0-9A-Za-z\-])"
    r"(?:\+?86[ \-]?(?=1))?"
    r"((?:1[3-9][0-9][ \-]?[0-9]{4}[ \-]?[0-9]{4}|[48]00[ \-]?[0-9]{3}[ \-]?[0-9]{4}"
    r"|(?:\(0[0-9]{2,3}\)|0[0-9]{2,3})[ \-]?[0-9]{7,8}|[0-9]{7,8})"
    r"(?:(?:转|x|-)[0-9]{1,6})?)(?![0-9])",
    re.IGNORECASE,
)
_OTHER_NUMBER = re.compile(
    r"(?:(?:[单票编房卡户表账帐型工学证箱件批货车]|订单|合同|序列|流水|资产|设备|车位)号码?"
    r"|订单|工单|运单|快递|发票|合同|编码|条码|电表|水表|气表)[是为:： #]*$"
)
"""Words that say that the number behind them is no telephone."""
_HAN_HOURS = "零一二三四五六七八九十"
_DAYS = {"今天": 0, "今日": 0, "今晚": 0, "明天": 1, "明日": 1, "后天": 2, "大后天": 3}
_MOMENT = re.compile(
    r"(?:预约|约在|约)?(?:(?P<day>大后天|今天|今日|今晚|明天|明日|后天) ?)?"
    r"(?:(?P<part>凌晨|早上|上午|中午|下午|傍晚|晚上) ?)?"
    r"(?P<hour>[0-9]{1,2}|十[一二]?|[一二两三四五六七八九])"
    r"(?: ?[点點时時](?:(?P<half>半)|(?P<minute>[0-9]{1,2})分?|钟|整)?"
    r"|[:：](?P<clock>[0-9]{2}))"
    # The end of a span goes along: only its begin is kept.
    r"(?: ?(?:-|到|至) ?(?:早上|上午|中午|下午|傍晚|晚上)? ?"
    r"(?:[0-9]{1,2}|十[一二]?|[一二两三四五六七八九])"
    r"(?: ?[点點时時](?:半|[0-9]{1,2}分?|钟|整)?|[:：][0-9]{2})(?:之间)?)?+"
    r"(?:上门|来修|来)?"
    r"(?!起|开始|左右开始|发现|[0-9])"
)
_HAN_WORD = re.compile("[㐀-鿿\U00020000-\U000323af]+")
_TITLED = re.compile(
    "[㐀-鿿]{1,3}(?:先生|女士|小姐|太太|阿姨|大爷|大妈|师傅|老师|经理)"
)
_LABEL = re.compile(
    "[㐀-鿿]{0,6}[A-Za-z]{0,4}-?[0-9][0-9A-Za-z]*"
    "(?:(?:号楼|栋|幢|座|单元|区|期|#|-)-?[0-9A-Za-z]+)*(?:号|室|房)?"
)
"""How a unit may be called that has not the form of a room: ``S12``, ``商铺12``."""
_SURNAMES = frozenset(
    "王李张刘陈杨黄赵周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏"
    "卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯"
    "邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申"
    "尤毕聂丛焦向柳邢路岳齐梅莫庄辛管祝左涂谷祁耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴"
    "席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边仇区朴盖"
)


def read_one_line(
    typed: str,
    now: datetime | None = None,
    known: frozenset[str] = frozenset(),
    label: str = "",
) -> OneLine:
    """What a line says. ``now`` is the site's local time: without it no appointment is
    read; ``known`` are words that the directory knows to mean whoever calls, ``label``
    one that is how it calls a unit.
    """
    line = _half_width(typed)
    taken: list[Part] = []
    facts: dict[str, object] = {}
    where = find_room(line)
    if where is not None:
        taken.append(Part(PartKind.ROOM, where.start, where.end))
    unit_at = _said_at(line, label) if label and where is None else -1
    if unit_at >= 0:
        taken.append(Part(PartKind.ROOM, unit_at, unit_at + len(label)))
    _take_appointment(line, now, taken, facts)
    _take_phone(line, taken, facts)
    _take_urgency(line, taken, facts)
    _take_known(line, known, taken, facts)
    if where is None and unit_at < 0:
        where = _public_place(line, taken)
        if where is not None:
            taken.append(Part(PartKind.PLACE, where.start, where.end))
    if where is not None:
        facts.update(
            area_kind=where.area_kind,
            room=where.label,
            area=where.area,
            place=where.place,
        )
    if "name" not in facts:
        _take_name(line, taken, facts)
    rest = _rest(line, taken)
    if where is None and unit_at < 0:
        facts["clue"] = parted_room(line, rest[0].start) if rest else ""
        if "name" not in facts:
            facts["clue"] = facts["clue"] or _clue(line, rest)
        facts["clue"] = (
            facts.get("clue") or facts.get("phone") or facts.get("name") or ""
        )
    says = _readable(typed)
    facts["content"] = "，".join(
        " ".join(says[part.start : part.end].split()) for part in rest
    )
    parts = sorted([*taken, *rest], key=lambda part: part.start)
    return OneLine(parts=tuple(parts), **facts)  # type: ignore[arg-type]


def _half_width(typed: str) -> str:
    """Sign for sign the ordinary form of what was typed, as it is searched."""
    return "".join(map(_plain_sign, typed))


def _plain_sign(sign: str) -> str:
    if sign in "‐‑‒–—―−－~～":
        return "-"
    plain = unicodedata.normalize("NFKC", sign)
    if plain == "樓":
        return "楼"
    if len(plain) != 1 or plain.isspace() or not plain.isprintable():
        return " " if sign.isspace() or not sign.isprintable() else sign
    return plain


def _readable(typed: str) -> str:
    """The same sign for sign as it is kept: only digits, letters and blanks change."""
    return "".join(
        plain if plain == " " or (plain.isascii() and plain.isalnum()) else sign
        for sign, plain in zip(typed, _half_width(typed), strict=True)
    )


def _is_free(found: "re.Match[str] | Part", taken: list[Part]) -> bool:
    """Whether nothing else was understood of that stretch."""
    start, end = (found.start, found.end) if isinstance(found, Part) else found.span()
    return all(end <= part.start or part.end <= start for part in taken)


def _without(line: str, taken: list[Part]) -> str:
    """The line sign for sign, blank where something was understood."""
    for part in taken:
        line = line[: part.start] + " " * (part.end - part.start) + line[part.end :]
    return line


def _take_phone(line: str, taken: list[Part], facts: dict[str, object]) -> None:
    free = _without(line, taken)
    may_be = (each for each in _PHONE.finditer(free) if not _is_other(free, each))
    found = next(may_be, None)
    if found is None:
        return
    taken.append(Part(PartKind.PHONE, found.start(), found.end()))
    number = found.group(1)
    for separator in (") ", ")-", ")"):
        number = number.replace(separator, "-")
    number = number.removeprefix("(")
    if number.startswith("0"):
        number = number.replace(" ", "-")
    number = number.replace(" ", "")
    if number.startswith("1") and len(number.replace("-", "")) == 11:
        number = number.replace("-", "")
    facts["phone"] = number


def _is_other(line: str, found: re.Match[str]) -> bool:
    """Whether the words before a short number say that it is no telephone."""
    is_short = re.fullmatch("[0-9]{7,8}", found.group(1)) is not None
    return is_short and _OTHER_NUMBER.search(line[: found.start(1)]) is not None


def _take_urgency(line: str, taken: list[Part], facts: dict[str, object]) -> None:
    rest = _without(line, taken)
    for found in _URGENT.finditer(rest):
        if not _NOT.search(rest[: found.start()]):
            taken.append(Part(PartKind.URGENCY, found.start(), found.end()))
            facts["is_urgent"] = True
            return


def _take_appointment(
    line: str, now: datetime | None, taken: list[Part], facts: dict[str, object]
) -> None:
    if now is None:
        return
    for found in _MOMENT.finditer(line):
        at = _moment(found, now)
        # What lies behind us is no appointment: 今天早上9点就漏了.
        if at is not None and at > now and _is_free(found, taken):
            taken.append(Part(PartKind.APPOINTMENT, found.start(), found.end()))
            facts["appointment_at"] = at
            return


def spoken_moment(text: str, now: datetime) -> datetime | None:
    """The moment that ``text`` says and nothing else, as 明天上午10点, in the zone of
    ``now``, the site's local time; None where it says none.
    """
    found = _MOMENT.fullmatch(_half_width(text).strip())
    return None if found is None else _moment(found, now)


def _moment(found: re.Match[str], now: datetime) -> datetime | None:
    day, part = found["day"], found["part"]
    if not day and not part:
        return None
    said = found["hour"].replace("两", "二")
    hour = int(said) if said.isdigit() else _han_hour(said)
    minute = int(found["minute"] or found["clock"] or (30 if found["half"] else 0))
    is_late = part in ("下午", "傍晚", "晚上") or day == "今晚"
    if hour < 12 and (is_late or (part == "中午" and hour < 3)):
        hour += 12
    if hour > 23 or minute > 59:
        return None
    on = now + timedelta(days=_DAYS.get(day or "今天", 0))
    return on.replace(hour=hour, minute=minute, second=0, microsecond=0)


def _han_hour(said: str) -> int:
    tens, ten, ones = said.rpartition("十")
    if not ten:
        return _HAN_HOURS.index(said)
    return 10 * (_HAN_HOURS.index(tens) if tens else 1) + (
        _HAN_HOURS.index(ones) if ones else 0
    )


def _take_known(
    line: str, known: frozenset[str], taken: list[Part], facts: dict[str, object]
) -> None:
    """Words of the directory, by themselves or as characters the line goes on from."""
    folded = line.casefold()
    for word in sorted(filter(None, known), key=len, reverse=True):
        at = folded.find(word.casefold())
        while at >= 0:
            part = Part(
                PartKind.PHONE if word.isdigit() else PartKind.NAME, at, at + len(word)
            )
            is_word = _stands_alone(line, part) or not word.isascii()
            if is_word and _is_free(part, taken):
                taken.append(part)
                facts["name"] = "" if word.isdigit() else line[at : at + len(word)]
                return
            at = folded.find(word.casefold(), at + 1)


def is_said(typed: str, word: str) -> bool:
    """Whether a line says ``word``, not a longer one: ``S12`` does not say ``S1``."""
    return _said_at(_half_width(typed), word) >= 0


def _said_at(line: str, word: str) -> int:
    """Where the line says a word; -1 if it does not."""
    before = r"(?<![0-9A-Za-z])(?<![0-9A-Za-z]-)" if word[:1].isascii() else ""
    after = r"(?!-?[0-9A-Za-z])" if word[-1:].isascii() else ""
    found = re.search(before + re.escape(word) + after, line, re.IGNORECASE)
    return -1 if found is None else found.start()


def _stands_alone(line: str, part: Part) -> bool:
    before = line[part.start - 1] if part.start else " "
    after = line[part.end] if part.end < len(line) else " "
    return not (
        (before.isascii() and before.isalnum()) or (after.isascii() and after.isalnum())
    )


def _public_place(line: str, taken: list[Part]) -> Where | None:
    """A place is said first: before it stand at most a name, a number or 急."""
    start = 0
    for part in sorted(taken, key=lambda each: each.start):
        if line[start : part.start].strip(_GAP):
            break
        start = part.end
    while start < len(line) and line[start] in _GAP:
        start += 1
    where = find_public_place(line, start)
    if where is None:
        return None
    part = Part(PartKind.PLACE, where.start, where.end)
    return where if _is_free(part, taken) else None


def _take_name(line: str, taken: list[Part], facts: dict[str, object]) -> None:
    words = _words(line, taken)
    phones = [part for part in taken if part.kind is PartKind.PHONE]
    has_more = len(words) > 1
    for part in words:
        word = line[part.start : part.end]
        if _HAN_WORD.fullmatch(word) is None or says_something(word):
            continue
        is_titled = _TITLED.fullmatch(word) is not None and word[0] in _SURNAMES
        is_named = word[0] in _SURNAMES and (
            (len(word) in (2, 3) and any(_touches(line, part, one) for one in phones))
            or (len(word) == 3 and has_more)
        )
        if is_titled or is_named:
            taken.append(Part(PartKind.NAME, part.start, part.end))
            facts["name"] = word
            return


def _touches(line: str, one: Part, other: Part) -> bool:
    low, high = sorted((one, other), key=lambda part: part.start)
    return not line[low.end : high.start].strip(_GAP)


def _clue(line: str, rest: list[Part]) -> str:
    """The first word, if it may name who calls: a name, its pinyin, a few digits; else
    what may be how the directory calls a unit.
    """
    words = [line[p.start : p.end] for part in rest for p in _split(line, part)]
    first = words[0] if words else ""
    if first.isascii():
        is_pinyin = first.isalpha() and 2 <= len(first) <= 20
        if is_pinyin or (first.isdigit() and len(first) >= 3):
            return first
    elif (
        _HAN_WORD.fullmatch(first) is not None
        and 2 <= len(first) <= 4
        and not says_something(first)
    ):
        return first
    begun = _LABEL.match(first)
    if begun is not None and not begun.group().isdigit():
        return begun.group()
    labels = (each for each in words[1:] if _LABEL.fullmatch(each))
    return next((each for each in labels if not each.isdigit()), "")


def _rest(line: str, taken: list[Part]) -> list[Part]:
    """What nothing was understood of: the fault."""
    found = []
    start = 0
    for part in [*sorted(taken, key=lambda each: each.start), None]:
        end = len(line) if part is None else part.start
        text = line[start:end]
        left = start + len(text) - len(text.lstrip(_GAP))
        right = end - (len(text) - len(text.rstrip(_GAP)))
        if left < right:
            found.append(Part(PartKind.CONTENT, left, right))
        if part is not None:
            start = part.end
    return found


def _words(line: str, taken: list[Part]) -> list[Part]:
    return [word for part in _rest(line, taken) for word in _split(line, part)]


def _split(line: str, part: Part) -> list[Part]:
    pattern = re.compile(f"[^{re.escape(_GAP)}]+")
    return [
        Part(part.kind, found.start(), found.end())
        for found in pattern.finditer(line, part.start, part.end)
    ]
