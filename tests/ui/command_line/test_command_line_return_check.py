"""`silian return-check`: worked example 5.4 to the letter, and what is refused."""

import json
from pathlib import Path

import pytest
from sqlalchemy import text

from app.database import Database
from app.desk import Desk
from app.gap_list import list_gaps
from app.staff_directory import SaveStaff, save_staff
from models.staff import Department, Post
from tests.app.books import books as rows_of
from tests.app.books import by_hand, take_away
from tests.data_book_maker import at, book_file
from tests.makers import make_slip
from tests.reports.paper import text_of
from tests.return_check_book import check_book
from tests.ui.command_line.conftest import Silian

DAY = "2026-12-08"
EXAMPLE = {
    "date": DAY,
    "set": 11,
    "on_time": [f"WX261208-{each}" for each in ("001", "002", "003", "005", "006")],
    "late": ["WX261208-004"],
    "feedback": ["WX261203-002", "WX261208-007"],
    "late_feedback": ["WX261207-006"],
    "missing": ["WX261205-004", "WX261208-008"],
    "return_rate": "83.33",
    "feedback_rate": "40.00",
}


@pytest.fixture
def example(books: Database, silian: Silian, tmp_path: Path) -> Database:
    """The books of worked example 5.4."""
    book = tmp_path / "book.xlsx"
    book.write_bytes(book_file(check_book()).getvalue())
    answer = silian("import", str(book), "--now", "2027-01-10 09:00:00")
    assert answer.code == 0, answer.err
    return books


def runs(database: Database) -> list[tuple[object, ...]]:
    """What was made final."""
    with database.connect(writing=False) as connection:
        found = connection.execute(
            text("SELECT run_no, set_size, missing FROM return_check ORDER BY run_no")
        )
        return [tuple(row) for row in found]


@pytest.mark.usefixtures("example")
def test_the_worked_example_to_the_letter(silian: Silian) -> None:
    answer = silian("return-check", DAY, "--json")
    assert answer.code == 0
    assert json.loads(answer.out) == EXAMPLE
    assert list(json.loads(answer.out)) == list(EXAMPLE)


@pytest.mark.usefixtures("example")
def test_the_same_for_people(silian: Silian) -> None:
    answer = silian("return-check", DAY)
    assert answer.code == 0
    for words in (
        "2026-12-08 17:40:59",
        "应核对 11 张",
        "按时返单 5",
        "83.33 %",
        "40.00 %",
        "未定稿",
    ):
        assert words in answer.out
    chased = [line for line in answer.out.splitlines() if line.startswith("失联")]
    assert [line.split()[1] for line in chased] == EXAMPLE["missing"]
    assert "演示技工" in chased[0]


@pytest.mark.usefixtures("example")
def test_another_moment_is_asked_for_with_at(silian: Silian) -> None:
    answer = silian("return-check", DAY, "--at", f"{DAY} 17:29:29", "--json")
    told = json.loads(answer.out)
    assert told["on_time"] == [f"WX261208-{each}" for each in ("001", "002", "006")]
    assert "WX261208-008" not in told["missing"], "it was not issued yet"
    assert told["return_rate"] == "100.00"


@pytest.mark.usefixtures("example")
def test_a_day_without_slips_has_no_rates(silian: Silian) -> None:
    told = json.loads(silian("return-check", "2026-11-01", "--json").out)
    assert told["set"] == 0
    assert (told["return_rate"], told["feedback_rate"]) == (None, None)
    assert "—" in silian("return-check", "2026-11-01").out


def test_without_final_nothing_is_written(example: Database, silian: Silian) -> None:
    before = rows_of(example)
    assert silian("return-check", DAY, "--json").code == 0
    assert rows_of(example) == before


def test_a_run_is_recorded_and_its_moment_is_the_default_then(
    example: Database, silian: Silian
) -> None:
    at = ("--at", f"{DAY} 17:33:00")
    answer = silian("return-check", DAY, *at, "--final")
    assert answer.code == 0, answer.err
    assert "已定稿：第 1 次" in answer.out
    assert runs(example) == [(1, 11, 3)]

    told = json.loads(silian("return-check", DAY, "--json").out)
    assert told["late"] == []
    assert told["missing"] == ["WX261205-004", "WX261208-004", "WX261208-008"]
    # Back at 17:34 after the run of the 8th: on time the day after.
    after = json.loads(silian("return-check", "2026-12-09", "--json").out)
    assert after["on_time"] == ["WX261208-004"]
    again = silian("return-check", DAY, "--final")
    assert again.code == 0
    assert "没有变化" in again.out
    assert [run[0] for run in runs(example)] == [1, 2]
    assert silian("check").code == 0


def test_what_is_missing_of_the_day_is_asked_after(
    books: Database, front: Desk, silian: Silian
) -> None:
    for _ in range(3):
        make_slip(books, front.at(at("2026-03-02 10:00")))
    take_away(books, "WX260302-002")
    day = ("return-check", "2026-03-02", "--at", "2026-03-02 17:42:00")
    assert "异常 0" in silian(*day).out
    answer = silian(*day, "--final")
    assert answer.code == 0, answer.err
    refs = {row.ref for row in books.read(list_gaps, front)}
    assert refs == {"#2", "WX260302-002"}


@pytest.mark.parametrize(
    "words",
    [
        ("2026-12-08x",),
        ("2026-02-30",),
        ("昨天",),
        ("0001-01-02",),
        ("9999-12-31",),
        (DAY, "--at", "17:30"),
        (DAY, "-o", "check.docx"),
        (DAY, "--nonsense"),
        (),
    ],
)
@pytest.mark.usefixtures("example")
def test_what_is_typed_wrongly_ends_with_2(
    silian: Silian, words: tuple[str, ...]
) -> None:
    answer = silian("return-check", *words)
    assert answer.code == 2
    assert answer.complaint


@pytest.mark.usefixtures("example")
def test_a_time_of_the_day_is_no_day(silian: Silian) -> None:
    answer = silian("return-check", f"{DAY} 10:00:00")
    assert answer.code == 2
    assert f"{DAY} 10:00:00" in answer.complaint
    assert silian("return-check", f"{DAY} 00:00:00").code == 0


def test_what_a_rule_forbids_ends_with_3(example: Database, silian: Silian) -> None:
    for words in (
        ("2099-01-01",),
        (DAY, "--at", f"{DAY} 17:29:59"),
        (DAY, "--at", "2026-12-09 17:30:00"),
    ):
        answer = silian("return-check", *words, "--final")
        assert answer.code == 3
        assert answer.complaint
    assert runs(example) == []


def test_a_right_that_is_missing_ends_with_3(
    example: Database, front: Desk, silian: Silian
) -> None:
    order = SaveStaff("演示技工", Department.ENGINEERING, (Post.TECHNICIAN,))
    example.write(save_staff, front, order)
    answer = silian("--as", "演示技工", "return-check", DAY, "--final")
    assert answer.code == 3
    assert "演示技工" in answer.complaint
    assert runs(example) == []
    assert silian("--as", "演示技工", "return-check", DAY).code == 0


@pytest.mark.usefixtures("example")
def test_a_day_to_come_is_told_with_a_word_of_warning(silian: Silian) -> None:
    answer = silian("return-check", "2099-01-01", "--json")
    assert answer.code == 0
    assert json.loads(answer.out)["missing"][0] == "WX261203-002"
    assert "2099-01-01" in answer.err


def test_a_moment_to_come_is_taken_as_the_present(
    example: Database, silian: Silian
) -> None:
    """Books prepared ahead and training, as with `slip issue --at`."""
    day = "2099-01-01"
    answer = silian("return-check", day, "--at", f"{day} 17:45:00", "--final")
    assert answer.code == 0, answer.err
    assert "2099-01-01 17:45:00" in answer.out
    assert len(runs(example)) == 1


@pytest.mark.usefixtures("example")
def test_the_paper_is_written(silian: Silian, tmp_path: Path) -> None:
    paper = tmp_path / "check.pdf"
    answer = silian("return-check", DAY, "-o", str(paper), "--json")
    assert answer.code == 0
    assert json.loads(answer.out) == EXAMPLE
    assert str(paper) in answer.err
    assert "未定稿" in text_of(paper.read_bytes())


def test_the_final_paper_stays_what_it_was(
    example: Database, silian: Silian, tmp_path: Path
) -> None:
    paper = tmp_path / "check.pdf"
    at = ("--at", f"{DAY} 17:40:59")
    made = silian("return-check", DAY, *at, "--final", "-o", str(paper))
    assert made.code == 0
    first = paper.read_bytes()
    by_hand(example, "DELETE FROM feedback")

    assert silian("return-check", DAY, "-o", str(paper)).code == 0
    assert paper.read_bytes() == first
    # The figures told are those of the books as they are now.
    told = json.loads(silian("return-check", DAY, "--json").out)
    assert told["feedback"] == []
    assert "不是定稿" in silian("return-check", DAY).out


def test_a_paper_that_cannot_be_written_makes_nothing_final(
    example: Database, silian: Silian, tmp_path: Path
) -> None:
    answer = silian(
        "return-check", DAY, "--final", "-o", str(tmp_path / "no" / "c.pdf")
    )
    assert answer.code == 4
    assert answer.complaint
    assert runs(example) == []
