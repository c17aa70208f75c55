"""`silian slip issue`, `show` and `pdf` to the letter of interfaces.md."""

import json
import re
from datetime import timedelta
from pathlib import Path

import pytest
from pypdf import PdfReader

from app.database import Database
from app.desk import Desk
from app.slip_copy_move import MoveCopies, put_copies
from app.slip_return import TakeBackSlip, take_back_slip
from models.slip import SlipState
from models.slip_copy import CopyPlace
from models.unit import AreaKind
from tests.app.books import books as held_in
from tests.app.books import events_of, problems, slip_of
from tests.makers import make_slip, make_unit
from tests.ui.command_line.conftest import Silian

PUBLIC = (
    *("slip", "issue", "--area-kind", "public", "--area", "地下车库"),
    *("--place", "B1层12号柱", "--reporter", "演示保安", "--content", "照明灯不亮"),
)
UNIT = (
    *("slip", "issue", "--area-kind", "unit", "--area", "3栋", "--place", "厨房"),
    *("--unit", "3-1502", "--reporter", "演示业户", "--phone", "13800001502"),
    *("--content", "水龙头漏水"),
)
AT = ("--at", "2026-11-21 00:00:00")


def replaced(words: tuple[str, ...], option: str, value: str) -> tuple[str, ...]:
    """A command with another value of one of its options."""
    at = words.index(option)
    return (*words[: at + 1], value, *words[at + 2 :])


def test_a_slip_is_issued_and_its_number_printed(
    books: Database, front: Desk, silian: Silian
) -> None:
    answer = silian(*PUBLIC, *AT)
    assert (answer.code, answer.out, answer.err) == (0, "WX261121-001\n", "")
    answer = silian(*UNIT, "--urgent", "--at", "2026-11-21 09:30")
    assert (answer.code, answer.out) == (0, "WX261121-002\n")
    slip = slip_of(books, 2)
    assert slip.area_kind is AreaKind.UNIT
    assert (slip.unit_label, slip.phone) == ("3-1502", "13800001502")
    assert slip.job_type == "urgent"
    assert slip.duty_post == "housekeeper"
    assert slip.entered_by == "系统"
    assert not problems(books, front)


def test_a_possible_duplicate_is_named_and_the_slip_is_issued(
    books: Database, silian: Silian
) -> None:
    """interfaces.md 1: with REASON or 命令行未核对 recorded."""
    first = silian(*PUBLIC, *AT).out.strip()
    answer = silian(*PUBLIC, *AT)
    assert (answer.code, answer.out) == (0, "WX261121-002\n")
    assert first in answer.err
    assert len(answer.err.splitlines()) == 1
    assert slip_of(books, 2).anyway_reason == "命令行未核对"
    answer = silian(*PUBLIC, *AT, "--anyway", "另一盏灯")
    assert answer.out == "WX261121-003\n"
    assert slip_of(books, 3).anyway_reason == "另一盏灯"


@pytest.mark.parametrize(
    ("option", "value", "said"),
    [
        ("--phone", "电话稍后告知", "电话稍后告知"),
        ("--phone", "", "联系电话"),
        ("--content", "水管爆了" * 5000, "20000"),
        ("--content", "坏", "2"),
        ("--content", " ", "维修内容"),
        ("--area", "", "区域"),
        ("--place", "", "地点"),
        ("--reporter", "\u3000", "报修人"),
        ("--unit", "9-9999", "3-1502"),
    ],
)
def test_bad_input_ends_with_two_and_nothing_is_stored(
    books: Database, front: Desk, silian: Silian, option: str, value: str, said: str
) -> None:
    make_unit(books, front, "3-1502")
    before = held_in(books)
    answer = silian(*replaced(UNIT, option, value))
    assert answer.code == 2
    assert said in answer.complaint
    assert held_in(books) == before


@pytest.mark.parametrize(
    "phone", ["010-88881234转802", "8801", "１３８００００１５０２"]
)
def test_a_right_phone_is_right(books: Database, silian: Silian, phone: str) -> None:
    assert silian(*replaced(UNIT, "--phone", phone)).code == 0
    assert slip_of(books, 1).phone is not None


def test_a_clock_that_went_back_is_refused_by_a_rule(
    books: Database, silian: Silian
) -> None:
    silian(*PUBLIC, *AT)
    before = held_in(books)
    answer = silian(*PUBLIC, "--at", "2026-11-20 23:59:59")
    assert answer.code == 3
    assert "2026-11-21 00:00:00" in answer.complaint
    assert "2026-11-20 23:59:59" in answer.complaint
    assert held_in(books) == before


@pytest.mark.usefixtures("books")
def test_a_time_that_is_none_is_bad_input(silian: Silian) -> None:
    answer = silian(*PUBLIC, "--at", "tomorrow")
    assert answer.code == 2
    assert "tomorrow" in answer.complaint


def test_half_characters_from_a_terminal_do_no_harm(
    books: Database, front: Desk, silian: Silian
) -> None:
    words = replaced(
        replaced(PUBLIC, "--place", "半\udc80个"), "--content", "灯\udcff坏"
    )
    answer = silian(*words, "--anyway", "无\udc81妨", "--as", "某\udc82人")
    assert answer.code == 0
    assert slip_of(books, 1).place == "半 个"
    assert not problems(books, front)


def test_one_slip_is_shown_with_events_copies_and_money(
    books: Database, front: Desk, silian: Silian
) -> None:
    number = make_slip(books, front, SlipState.RETURNED, area_kind=AreaKind.UNIT).number
    answer = silian("slip", "show", number, "--json")
    assert (answer.code, answer.err) == (0, "")
    shown = json.loads(answer.out)
    assert list(shown) == [
        *("no", "state", "area_kind", "issued_at", "copies", "events"),
        *("charged", "waived", "received", "refunded", "adjusted", "balance"),
    ]
    assert (shown["no"], shown["state"]) == (number, "returned")
    assert shown["area_kind"] == "unit"
    assert re.fullmatch(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d", shown["issued_at"])
    assert shown["copies"] == [
        {"copy": 1, "where": "eng_file"},
        {"copy": 2, "where": "hk_desk"},
        {"copy": 3, "where": "owner"},
        {"copy": 4, "where": "hk_desk"},
    ]
    assert [event["what"] for event in shown["events"]] == [
        "issue",
        "dispatch",
        "return",
    ]
    for event in shown["events"]:
        assert list(event) == ["at", "what", "by"]
        assert event["by"] == "系统"
        assert re.fullmatch(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d", event["at"])
    assert shown["charged"] == shown["balance"] == "85.00"
    for money in ("waived", "received", "refunded", "adjusted"):
        assert shown[money] == "0.00"


def test_times_are_shown_local_to_the_site(books: Database, silian: Silian) -> None:
    number = silian(*PUBLIC, *AT).out.strip()
    shown = json.loads(silian("slip", "show", number, "--json").out)
    assert shown["issued_at"] == "2026-11-21 00:00:00"
    assert shown["events"][0]["at"] == "2026-11-21 00:00:00"


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_one_slip_is_shown_to_a_person(
    books: Database,
    front: Desk,
    silian: Silian,
    monkeypatch: pytest.MonkeyPatch,
    language: str,
) -> None:
    monkeypatch.setenv("SILIAN_LANG", language)
    slip = make_slip(books, front, SlipState.RETURNED, area_kind=AreaKind.UNIT)
    answer = silian("slip", "show", slip.number)
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.startswith(slip.number)
    expected = ("已返单", "派工") if language == "zh_CN" else ("Returned", "ispatch")
    for word in (*expected, "厨房水龙头漏水"):
        assert word in answer.out
    assert "{" not in answer.out


def test_copies_that_were_not_printed_are_not_listed(
    books: Database, front: Desk, silian: Silian
) -> None:
    slip = make_slip(books, front)
    shown = json.loads(silian("slip", "show", slip.number, "--json").out)
    assert shown["copies"] == []
    lost = make_slip(books, front, SlipState.DISPATCHED)
    books.write(put_copies, front, MoveCopies(lost.id, {3: CopyPlace.LOST}))
    shown = json.loads(silian("slip", "show", lost.number, "--json").out)
    assert shown["copies"][2] == {"copy": 3, "where": "lost"}


@pytest.mark.usefixtures("books")
@pytest.mark.parametrize("number", ["WX991231-999", "", "半\udc80个", "' OR 1=1"])
def test_a_slip_that_is_not_there_is_bad_input(silian: Silian, number: str) -> None:
    for words in (("show", number), ("pdf", number, "-o", "/nowhere/x.pdf")):
        answer = silian("slip", *words)
        assert answer.code in (2, 4)
        assert answer.complaint


def pages(path: Path) -> int:
    """How many pages a PDF has."""
    return len(PdfReader(path).pages)


def test_the_four_copies_are_written_and_count_as_a_print(
    books: Database, front: Desk, silian: Silian, tmp_path: Path
) -> None:
    slip = make_slip(books, front)
    path = tmp_path / "单.pdf"
    answer = silian("slip", "pdf", slip.number, "-o", str(path))
    assert (answer.code, answer.err) == (0, "")
    assert pages(path) == 4
    assert events_of(books, slip.id) == ["issue", "print"]
    assert slip_of(books, slip.id).state is SlipState.ISSUED
    shown = json.loads(silian("slip", "show", slip.number, "--json").out)
    assert [copy["where"] for copy in shown["copies"]] == ["dispatch"] * 4
    assert not problems(books, front)


@pytest.mark.parametrize(
    ("paper", "copies", "expected", "printed"),
    [
        ("a4", "2", 1, {2}),
        ("a4", "1,4", 2, {1, 4}),
        ("a4", "4，2，2", 2, {2, 4}),
        ("a4-2up", "1,2,3,4", 2, {1, 2, 3, 4}),
        ("a4-2up", "1,2,3", 2, {1, 2, 3}),
        ("half", "1", 1, {1, 2, 3, 4}),
        ("third", "2,3", 1, {1, 2, 3, 4}),
    ],
)
def test_each_paper_takes_the_copies_asked_for(
    books: Database,
    front: Desk,
    silian: Silian,
    tmp_path: Path,
    paper: str,
    copies: str,
    expected: int,
    printed: set[int],
) -> None:
    """interfaces.md 1: on plies one page a slip whatever --copies says."""
    slip = make_slip(books, front)
    path = tmp_path / "slip.pdf"
    options = ("--paper", paper, "--copies", copies)
    answer = silian("slip", "pdf", slip.number, "-o", str(path), *options)
    assert (answer.code, answer.err) == (0, "")
    assert pages(path) == expected
    shown = json.loads(silian("slip", "show", slip.number, "--json").out)
    assert {copy["copy"] for copy in shown["copies"]} == printed


def test_several_slips_go_into_one_file(
    books: Database, front: Desk, silian: Silian, tmp_path: Path
) -> None:
    slips = [make_slip(books, front) for _ in range(3)]
    path = tmp_path / "slips.pdf"
    numbers = [slip.number for slip in slips]
    assert silian("slip", "pdf", *numbers, "-o", str(path)).code == 0
    assert pages(path) == 12


@pytest.mark.parametrize("copies", ["", "5", "0", "1,9", "one", "1;2", "-1", "²"])
def test_a_copy_there_is_none_of_is_bad_input(
    books: Database, front: Desk, silian: Silian, tmp_path: Path, copies: str
) -> None:
    slip = make_slip(books, front)
    before = held_in(books)
    path = tmp_path / "slip.pdf"
    answer = silian("slip", "pdf", slip.number, "-o", str(path), f"--copies={copies}")
    assert answer.code == 2
    assert answer.complaint
    assert not list(tmp_path.glob("*.p*"))
    assert held_in(books) == before


def test_one_unknown_number_among_several_prints_none(
    books: Database, front: Desk, silian: Silian, tmp_path: Path
) -> None:
    slip = make_slip(books, front)
    before = held_in(books)
    path = tmp_path / "slip.pdf"
    answer = silian("slip", "pdf", slip.number, "WX991231-001", "-o", str(path))
    assert answer.code == 2
    assert "WX991231-001" in answer.complaint
    assert not list(tmp_path.glob("*.p*"))
    assert held_in(books) == before


@pytest.mark.parametrize("place", ["nowhere/slip.pdf", "."])
def test_a_file_that_cannot_be_written_counts_no_print(
    books: Database, front: Desk, silian: Silian, tmp_path: Path, place: str
) -> None:
    slip = make_slip(books, front)
    before = held_in(books)
    answer = silian("slip", "pdf", slip.number, "-o", str(tmp_path / place))
    assert answer.code == 4
    assert str(tmp_path) in answer.complaint
    assert held_in(books) == before


@pytest.mark.parametrize("place", ["", ".", "/"])
@pytest.mark.parametrize("words", [("slip", "pdf", "{}", "-o"), ("export",)])
def test_a_name_that_is_no_files_name_is_told(
    books: Database, front: Desk, silian: Silian, words: tuple[str, ...], place: str
) -> None:
    number = make_slip(books, front).number
    answer = silian(*(each.format(number) for each in words), place)
    assert (answer.code, "文件夹" in answer.complaint) == (4, True)


def test_a_file_that_was_there_is_replaced_whole(
    books: Database, front: Desk, silian: Silian, tmp_path: Path
) -> None:
    slip = make_slip(books, front)
    path = tmp_path / "slip.pdf"
    path.write_text("old")
    assert silian("slip", "pdf", slip.number, "-o", str(path)).code == 0
    assert pages(path) == 4
    assert [other.name for other in tmp_path.glob("*slip*")] == ["slip.pdf"]


def test_a_slip_that_came_back_late_is_told_by_the_command_too(
    books: Database, front: Desk, silian: Silian
) -> None:
    slip = make_slip(books, front, SlipState.DISPATCHED)
    later = front.at(front.now() + timedelta(hours=1))
    books.write(take_back_slip, later, TakeBackSlip(slip.id))
    shown = json.loads(silian("slip", "show", slip.number, "--json").out)
    assert shown["events"][-1]["what"] == "return"
