"""``silian callbacks``: coverage to the letter, in words and as JSON."""

import json
from pathlib import Path
from typing import Any

import pytest

from app.data_book_import import import_book
from app.database import Database
from app.desk import Desk
from models.data_book import BookRows, CallbackRow
from tests.data_book_maker import NOW, at, numbered, public_slip, worked_book
from tests.reports.paper import text_of
from tests.ui.command_line.conftest import Silian

MONTH = ("callbacks", "--from", "2026-10-21", "--to", "2026-11-21")
CLOSE = ("--at", "2026-11-23 10:00:00")


def taken(books: Database, front: Desk, rows: BookRows) -> None:
    books.write(import_book, front.at(NOW), numbered(rows))


def public_books(returned: int, called: int) -> BookRows:
    """So many public slips that passed, and so many of them reached."""
    slips = tuple(
        public_slip(
            f"P{n:02d}",
            "2026-11-01 09:00",
            returned_at=at("2026-11-01 10:00"),
            inspection="合格",
            inspected_at=at("2026-11-01 11:00"),
        )
        for n in range(returned)
    )
    calls = tuple(
        CallbackRow(
            number=f"P{n:02d}",
            at=at("2026-11-02 10:00"),
            method="电话",
            result="接通",
            called_by="演示管家",
        )
        for n in range(called)
    )
    return BookRows(slips, callbacks=calls)


def answer(silian: Silian, *words: str) -> dict[str, Any]:
    ended = silian(*MONTH, *words, "--json")
    assert (ended.code, ended.err) == (0, "")
    found: dict[str, Any] = json.loads(ended.out)
    return found


def test_the_worked_month(silian: Silian, books: Database, front: Desk) -> None:
    """5.2, to the letter."""
    taken(books, front, worked_book())
    assert answer(silian, *CLOSE) == {
        "from": "2026-10-21 00:00:00",
        "to": "2026-11-21 00:00:00",
        "unit": {"base": 7, "need": 7, "done": 0, "rate": "0.00"},
        "public": {"base": 1, "need": 1, "done": 0, "rate": "0.00"},
        "overall": {"base": 8, "need": 8, "done": 0, "rate": "0.00"},
    }


@pytest.mark.parametrize(
    ("returned", "called", "need", "rate"),
    [
        (0, 0, 0, None),
        (1, 1, 1, "100.00"),
        (2, 1, 2, "50.00"),
        (3, 2, 2, "66.67"),
        (4, 0, 3, "0.00"),
        (5, 3, 3, "60.00"),
        (6, 1, 4, "16.67"),
        (7, 5, 5, "71.43"),
        (10, 6, 6, "60.00"),
        (10, 5, 6, "50.00"),
        (11, 7, 7, "63.64"),
    ],
)
def test_the_vectors_of_public_slips(
    silian: Silian,
    books: Database,
    front: Desk,
    returned: int,
    called: int,
    need: int,
    rate: str | None,
) -> None:
    """5.6."""
    taken(books, front, public_books(returned, called))
    found = answer(silian, *CLOSE)
    share = {"base": returned, "need": need, "done": called, "rate": rate}
    assert found["public"] == found["overall"] == share
    assert found["unit"] == {"base": 0, "need": 0, "done": 0, "rate": None}


def test_it_is_said_in_words(silian: Silian, books: Database, front: Desk) -> None:
    taken(books, front, public_books(10, 5))
    ended = silian(*MONTH, *CLOSE)
    assert (ended.code, ended.err) == (0, "")
    owners, public, overall = ended.out.splitlines()
    assert "—" in owners
    assert "50.00" in public
    assert "10" in overall


def test_without_a_moment_it_is_as_known_now(
    silian: Silian, books: Database, front: Desk
) -> None:
    taken(books, front, public_books(1, 1))
    # The real clock may stand before or after the data; both are an answer.
    assert answer(silian)["public"]["base"] in (0, 1)


def test_the_sheet_is_written_beside(
    silian: Silian, books: Database, front: Desk, tmp_path: Path
) -> None:
    taken(books, front, public_books(3, 2))
    file = tmp_path / "回访.pdf"
    assert silian(*MONTH, *CLOSE, "-o", str(file)).code == 0
    text = text_of(file.read_bytes())
    assert "回访记录表" in text
    assert "P00" in text
    assert "P02" not in text


def test_bad_usage_is_told_in_one_sentence(
    silian: Silian, books: Database, front: Desk, tmp_path: Path
) -> None:
    assert silian("callbacks", "--from", "2026-10-21").code == 2
    wrong = silian("callbacks", "--from", "2026-10-21", "--to", "gestern")
    assert wrong.code == 2
    assert "gestern" in wrong.complaint
    assert silian(*MONTH, "-o", str(tmp_path / "a.xlsx")).code == 2
