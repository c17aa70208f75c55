"""Random books for the search: calls, changes, imports, and a plain scan of it all.

The scan is what the index is held against: it looks at every slip and every person,
and knows nothing of keys and blocks.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from random import Random

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.data_book_import import import_book
from app.database import Database
from app.desk import Desk
from app.duplicate import JoinSlip, join_slip
from app.name_reading import readings
from app.search_text import fold
from app.slip_amend import AmendSlip, CorrectSlip, amend_slip, correct_slip
from app.slip_close import CancelSlip, VoidSlip, cancel_slip, void_slip
from app.slip_dispatch import BounceSlip, bounce_slip
from app.slip_issue import IssueSlip, issue_slip
from app.unit_directory import Owner, SaveUnit, find_units, get_unit, save_unit
from models.data_book import BookRows, SlipRow
from models.slip import Slip, SlipState
from models.unit import AreaKind, Unit, UnitOwner, parse_room
from tests.clock import Clock
from tests.data_book_maker import numbered

SURNAMES = ("单", "仇", "区", "查", "解", "翟", "朴", "曾", "王", "張", "𬭎", "欧阳")
GIVEN = ("伟", "淑敏", "小明", "国庆", "重", "𠮷", "丽 娜", "乐乐")
ROOMS = ("1-101", "3-1502", "3-0502", "12-0101", "3-2-1502", "31-502")
FAULTS = (
    "厨房漏水",
    "水龙头漏水，急",
    "漏",
    "跳闸100%",
    "WiFi没信号",
    "電梯異響",
    "灯_不亮",
    "It's wet",
    "马桶堵了😀",
    "３号柱渗水",
    "水水水",
)
PLACES = (("地下车库", "B1层12号柱"), ("3栋", "2单元电梯厅"), ("园区", "南门 岗亭"))
PHONES = (
    "13800001502",
    "010-88881234转802",
    "8801",
    "139 0000 2345",
    "802",
    "88881234",
)
HOSTILE = ("%", "_", "'", "' OR 1=1 --", "😀", "\ud800", "漏\ud800水", "\0", "\\", '"')


@dataclass(slots=True)
class RandomBooks:
    """Books that change at random; ``live`` are the slips that may still change."""

    database: Database
    desk: Desk
    clock: Clock
    random: Random
    live: list[int] = field(default_factory=list)
    imported: int = 0

    def begin(self) -> None:
        """Write the directory."""
        for label in ROOMS:
            owner = Owner(self.name(), self.random.choice(PHONES))
            self.database.write(save_unit, self.desk, SaveUnit(label, "3栋", (owner,)))

    def change(self) -> None:
        """Do one thing that somebody may do."""
        self.clock.advance(minutes=self.random.randrange(0, 90))
        steps: Sequence[Callable[[], None]] = (
            *[self._issue] * 12,
            *[self._amend] * 4,
            self._correct,
            self._end,
            self._bounce,
            self._join,
            *[self._change_unit] * 2,
            self._import,
        )
        self.random.choice(steps)()

    def name(self) -> str:
        pick = self.random.choice
        form = pick(("{}{}", "演示{}{}", "{}{}（演示）", "{}{}/李芳"))
        return form.format(pick(SURNAMES), pick(GIVEN))

    def _issue(self) -> None:
        pick = self.random.choice
        area, place = pick(PLACES)
        order = IssueSlip(
            area_kind=AreaKind.PUBLIC,
            area=area,
            place=place,
            reporter_name=self.name(),
            content=pick(FAULTS) + pick(("", "第2次")) + pick(("呀", "，", "了")),
            phone=pick(("", *PHONES)),
            stock_no=pick(("", f"№{self.random.getrandbits(40):013}")),
            anyway_reason="已核对",
        )
        if self.random.getrandbits(1):
            order = IssueSlip(
                area_kind=AreaKind.UNIT,
                area="3栋",
                place=pick(ROOMS),
                reporter_name=self.name(),
                content=order.content,
                phone=pick(PHONES),
                anyway_reason="已核对",
            )
        issued, _ = self.database.write(issue_slip, self.desk, order)
        self.live.append(issued.id)

    def _amend(self) -> None:
        pick = self.random.choice
        if not self.live:
            return
        order = AmendSlip(
            pick(self.live),
            content=pick((None, pick(FAULTS) + "改")),
            reporter_name=pick((None, self.name())),
            phone=pick((None, pick(PHONES))),
            place=pick((None, "南侧围墙")),
        )
        self.database.write(amend_slip, self.desk, order)

    def _correct(self) -> None:
        returned = self.database.read(_returned)
        if returned:
            order = CorrectSlip(
                self.random.choice(returned), "录入有误", result_text="换了漏水的阀"
            )
            self.database.write(correct_slip, self.desk, order)

    def _end(self) -> None:
        if self.live:
            slip_id = self.live.pop(self.random.randrange(len(self.live)))
            if self.random.getrandbits(1):
                self.database.write(void_slip, self.desk, VoidSlip(slip_id, "录入错误"))
            else:
                order = CancelSlip(slip_id, "业户撤销")
                self.database.write(cancel_slip, self.desk, order)

    def _bounce(self) -> None:
        self._issue()
        order = BounceSlip(self.live[-1], "内容不清")
        self.database.write(bounce_slip, self.desk, order)

    def _join(self) -> None:
        if self.live:
            order = JoinSlip(self.random.choice(self.live), self.name(), "又来电")
            self.database.write(join_slip, self.desk, order)

    def _change_unit(self) -> None:
        label = self.random.choice(ROOMS)
        known = self.database.read(find_units, self.desk, label, 1, with_closed=True)
        same = [unit for unit in known if unit.label == label]
        owners = tuple(
            Owner(self.name(), self.random.choice((None, *PHONES)))
            for _ in range(self.random.randrange(3))
        )
        order = SaveUnit(label, "3栋", owners, unit_id=same[0].id if same else None)
        unit_id, _ = self.database.write(save_unit, self.desk, order)
        assert self.database.read(get_unit, self.desk, unit_id)

    def _import(self) -> None:
        rows = []
        for _ in range(self.random.randrange(1, 12)):
            self.imported += 1
            issued = self.clock.at - timedelta(minutes=self.random.randrange(90_000))
            back = issued + timedelta(minutes=30)
            rows.append(
                SlipRow(
                    number=f"旧-{self.imported:06}",
                    area_kind="业户单元",
                    area="9栋",
                    place=f"9-0{self.imported % 5 + 1}01",
                    unit=f"9-0{self.imported % 5 + 1}01",
                    owner_name=self.name(),
                    reporter=self.name(),
                    phone=self.random.choice(PHONES),
                    content=self.random.choice(FAULTS) + "呀",
                    issued_at=issued.replace(second=0),
                    arrived_at=back if back < self.clock.at else None,
                    returned_at=back if back < self.clock.at else None,
                )
            )
        self.database.write(import_book, self.desk, numbered(BookRows(tuple(rows))))

    def questions(self) -> list[str]:
        """What somebody may type now: parts of what there is, and nonsense."""
        pick, random = self.random.choice, self.random
        slips = self.database.read(all_slips)
        asked = [pick(HOSTILE), pick(("zhang", "ss", "q", "没有", "9999", "lhw"))]
        for _ in range(14):
            slip = pick(slips)
            texts = [
                slip.content,
                slip.reporter_name,
                slip.owner_name or slip.place,
                slip.unit_label or slip.area,
                slip.number,
                slip.phone or slip.place,
                slip.stock_no or slip.number,
                *readings(slip.reporter_name),
                (slip.unit_label or "3-1502").replace("-", pick(("栋", "", "#"))),
            ]
            text = pick(texts)
            start = random.randrange(len(text))
            part = text[start : start + random.randrange(1, 8)]
            tail = (slip.phone or "8801")[-random.randrange(3, 11) :]
            asked.append(
                pick((text, part, part.upper(), tail, f"{part} {pick(texts)}"))
            )
        return asked


def _returned(session: Session) -> Sequence[int]:
    return session.scalars(
        select(Slip.id).where(Slip.state == SlipState.RETURNED).order_by(Slip.id)
    ).all()


def all_slips(session: Session) -> list[Slip]:
    """Every slip, the newest first."""
    rows = list(session.scalars(select(Slip)))
    session.expunge_all()
    return sorted(rows, key=lambda slip: (slip.issued_at, slip.id), reverse=True)


def fits(slip: Slip, typed: str) -> bool:
    """Whether ``typed`` means a slip, said as plainly as possible."""
    words = words_of(typed)
    joined = "".join(words)
    ways = [words] + ([[joined]] if len(words) > 1 and joined.isascii() else [])
    return bool(words) and any(
        all(has_number(slip, word) or says(slip, word) for word in way) for way in ways
    )


def words_of(typed: str) -> list[str]:
    """The words of what was typed."""
    plain = fold(typed)
    for sign in ",;、。":
        plain = plain.replace(sign, " ")
    return list(dict.fromkeys(plain.split()))


def has_number(slip: Slip, word: str) -> bool:
    """Whether a number of the slip has the word in it."""
    return (
        len(word) >= 3
        and any(sign.isdecimal() for sign in word)
        and any(word in fold(number or "") for number in (slip.number, slip.stock_no))
    )


def says(slip: Slip, word: str) -> bool:
    """Whether anything else of the slip fits the word."""
    texts = (slip.unit_label, slip.content, slip.place, slip.area)
    people = (slip.reporter_name, slip.owner_name)
    room = parse_room(slip.unit_label or slip.place)
    rooms = [parse_room(word)]
    if word.isdecimal() and len(word) in (5, 6):
        rooms += [parse_room(f"{word[:1]}-{word[1:]}")]
        rooms += [parse_room(f"{word[:2]}-{word[2:]}")]
    return (
        any(word in fold(text) for text in texts if text)
        or any(is_called(name, word) for name in people if name)
        or has_tail(slip.phone, word)
        or (room is not None and room in rooms)
    )


def is_called(name: str, word: str) -> bool:
    """Whether a name fits a word: in characters, full pinyin or initials."""
    letters = word.replace("'", "")
    return word in fold(name) or (
        letters.isascii()
        and letters.isalpha()
        and any(reading.startswith(letters) for reading in readings(name))
    )


def has_tail(phone: str | None, word: str) -> bool:
    """Whether a word is the last four digits or more of a phone, or all of it."""
    if not phone or not set(word) <= set("0123456789()+-"):
        return False
    digits = "".join(filter(str.isdecimal, word))
    line = fold(phone)
    lines = ["".join(filter(str.isdecimal, line))]
    if "转" in line:
        lines.append("".join(filter(str.isdecimal, line.partition("转")[0])))
    return bool(digits) and any(
        line == digits or (len(digits) >= 4 and line.endswith(digits))
        for line in lines
        if line
    )


def people_meant(slips: Sequence[Slip], word: str) -> Counter[tuple[str, str, str]]:
    """Who slips speak of and a word means: name, phone, unit → how many slips."""
    people: Counter[tuple[str, str, str]] = Counter()
    for slip in slips:
        unit = slip.unit_label or ""
        people[slip.reporter_name, slip.phone or "", unit] += 1
        if slip.owner_name and slip.owner_name != slip.reporter_name:
            people[slip.owner_name, "", unit] += 1
    return Counter(
        {
            (name, phone, unit): count
            for (name, phone, unit), count in people.items()
            if is_called(name, word) or has_tail(phone, word)
        }
    )


def units_meant(session: Session, word: str) -> set[str]:
    """The labels of the units that a word means."""
    found = set()
    for unit_id, label in session.execute(select(Unit.id, Unit.label)):
        owners = session.execute(
            select(UnitOwner.name, UnitOwner.phone).where(UnitOwner.unit_id == unit_id)
        ).all()
        slip = Slip(unit_label=label, content="", place="", area="", phone=None)
        if says(slip, word) or any(
            is_called(name, word) or has_tail(phone, word) for name, phone in owners
        ):
            found.add(label)
    return found
