"""``silian statement`` and ``silian close``, to the letter of interfaces.md."""

import io
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from app.database import Database
from app.desk import Desk
from app.period_close import propose_close
from models.data_book import BookRows, ClosingRow
from tests.data_book_maker import at, book_file, numbered, unit_slip, worked_book, yuan
from tests.makers import make_staff
from tests.ui.command_line.conftest import Silian

NOW = "2027-01-10 09:00"
NOVEMBER = {
    "period": "2026-11",
    "from": "2026-10-21 00:00:00",
    "to": "2026-11-21 00:00:00",
    "state": "closed",
    "closed_at": "2026-11-23 10:00:00",
    "issued": 14,
    "section_a": [
        "WX261021-001",
        "WX261025-004",
        "WX261025-005",
        "WX261028-002",
        "WX261101-003",
        "WX261105-001",
        "WX261107-002",
        "WX261110-005",
        "WX261115-002",
        "WX261119-004",
        "WX261120-009",
    ],
    "section_b": ["WX261020-031"],
    "section_c": ["WX261103-006", "WX261112-004", "WX261118-003"],
    "void": ["WX261105-001"],
    "cancelled": ["WX261107-002"],
    "opening": "0.00",
    "charged": "1785.49",
    "waived": "999.99",
    "waived_by_level": {"director": "499.99", "leader": "500.00"},
    "adjusted": "0.00",
    "received": "485.00",
    "received_by_method": {
        "cash": "180.00",
        "transfer": "120.00",
        "wechat": "185.00",
        "alipay": "0.00",
        "card": "0.00",
        "other": "0.00",
    },
    "refunded": "0.00",
    "closing": "300.50",
    "charged_a": "1705.49",
    "charged_b": "80.00",
    "balances": [
        {"no": "WX261028-002", "amount": "200.00"},
        {"no": "WX261112-004", "amount": "-35.00"},
        {"no": "WX261119-004", "amount": "75.50"},
        {"no": "WX261120-009", "amount": "60.00"},
    ],
}
DECEMBER = {
    "period": "2026-12",
    "from": "2026-11-21 00:00:00",
    "to": "2026-12-21 00:00:00",
    "state": "closed",
    "closed_at": "2026-12-21 10:00:00",
    "issued": 1,
    "section_a": ["WX261121-001"],
    "section_b": ["WX261103-006", "WX261112-004", "WX261118-003"],
    "section_c": [],
    "void": [],
    "cancelled": [],
    "opening": "300.50",
    "charged": "370.00",
    "waived": "0.00",
    "waived_by_level": {"director": "0.00", "leader": "0.00"},
    "adjusted": "-50.00",
    "received": "505.00",
    "received_by_method": {
        "cash": "0.00",
        "transfer": "505.00",
        "wechat": "0.00",
        "alipay": "0.00",
        "card": "0.00",
        "other": "0.00",
    },
    "refunded": "50.00",
    "closing": "165.50",
    "charged_a": "45.00",
    "charged_b": "325.00",
    "balances": [
        {"no": "WX261118-003", "amount": "90.00"},
        {"no": "WX261119-004", "amount": "75.50"},
    ],
}
BookOf = Callable[[BookRows], str]


@pytest.fixture
def book_of(tmp_path: Path) -> BookOf:
    """Writes a data book and names its file."""

    def make(rows: BookRows) -> str:
        path = tmp_path / "book.xlsx"
        path.write_bytes(book_file(numbered(rows)).read())
        return str(path)

    return make


@pytest.fixture
def worked(books: Database, silian: Silian, book_of: BookOf) -> Database:
    """The book of worked-examples 5.2, typed in."""
    assert silian("import", book_of(worked_book()), "--now", NOW).code == 0
    return books


def told(silian: Silian, *words: str) -> dict[str, Any]:
    answer = silian("statement", *words, "--json")
    assert answer.code == 0, answer.err
    said: dict[str, Any] = json.loads(answer.out)
    return said


def test_the_statements_of_the_worked_example(worked: Database, silian: Silian) -> None:
    assert told(silian, "2026-11") == NOVEMBER
    assert list(told(silian, "2026-11")) == list(NOVEMBER)
    assert told(silian, "2026-12") == DECEMBER
    october = told(silian, "2026-10")
    assert (october["issued"], october["section_a"], october["closing"]) == (
        1,
        [],
        "0.00",
    )
    assert october["section_c"] == ["WX261020-031"]
    assert silian("check").code == 0


def test_a_moment_before_the_close_is_open(worked: Database, silian: Silian) -> None:
    said = told(silian, "2026-11", "--at", "2026-11-23 09:00")
    assert (said["state"], said["closed_at"]) == ("open", None)
    assert "WX261119-004" in said["section_c"]
    assert told(silian, "2026-11", "--at", "2026-11-23 10:00:00") == NOVEMBER
    assert told(silian, "2026-11", "--at", "2026-12-31") == NOVEMBER


def test_the_statement_is_told_in_words(
    worked: Database, silian: Silian, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = silian("statement", "2026-11").out
    assert "期末未收：300.50" in said or "期末未收: 300.50" in said
    assert "WX261112-004" in said
    assert "−35.00" in said
    monkeypatch.setenv("SILIAN_LANG", "en")
    assert "Owed after: 300.50" in silian("statement", "2026-11").out


@pytest.mark.parametrize("word", ["2026", "2026-13", "2026-11-20", "11月"])
def test_what_names_no_period_is_bad_input(
    books: Database, silian: Silian, word: str
) -> None:
    for command in ("statement", "close"):
        answer = silian(command, word)
        assert answer.code == 2
        assert word in answer.complaint


def test_no_database_is_trouble(silian: Silian, tmp_path: Path) -> None:
    for command in ("statement", "close"):
        answer = silian(command, "2026-11", "--db", f"sqlite:///{tmp_path / 'no.db'}")
        assert answer.code == 4


def test_a_bad_time_and_a_bad_file_are_bad_input(
    books: Database, silian: Silian, tmp_path: Path
) -> None:
    assert silian("statement", "2026-11", "--at", "gestern").code == 2
    target = tmp_path / "statement.docx"
    answer = silian("statement", "2026-11", "-o", str(target))
    assert answer.code == 2
    assert ".xlsx" in answer.complaint
    assert not target.exists()


def two_months() -> BookRows:
    """Two periods that nobody has closed yet."""

    def back(number: str, issued: str, returned: str) -> Any:
        return unit_slip(
            number,
            issued,
            returned_at=at(returned),
            outcome="完成",
            labour_fee=yuan("60"),
        )

    return BookRows(
        slips=(
            back("WX261002-001", "2026-10-02 09:00", "2026-10-02 17:00"),
            back("WX261018-001", "2026-10-18 09:00", "2026-10-21 10:00"),
            back("WX261102-001", "2026-11-02 09:00", "2026-11-02 17:00"),
        )
    )


@pytest.fixture
def unclosed(books: Database, silian: Silian, book_of: BookOf) -> Database:
    """Books of two months in a file or on a server."""
    assert silian("import", book_of(two_months()), "--now", NOW).code == 0
    return books


def propose(database: Database, desk: Desk, period: str, moment: str) -> None:
    """The other half, which a server asks for."""
    other = replace(desk.at(at(moment)), actor="演示主管")
    database.write(propose_close, other, period)


def test_a_period_is_closed_by_a_command(
    unclosed: Database, desk: Desk, silian: Silian
) -> None:
    is_server = unclosed.url.startswith("postgresql")
    if is_server:
        answer = silian("close", "2026-10", "--at", "2026-10-21 10:00")
        assert answer.code == 3
        assert "2026-10" in answer.complaint
        propose(unclosed, desk, "2026-10", "2026-10-21 09:00")
    answer = silian("close", "2026-10", "--at", "2026-10-21 10:00")
    assert answer.code == 0, answer.err
    assert "2026-10" in answer.out
    said = told(silian, "2026-10")
    assert (said["state"], said["closed_at"]) == ("closed", "2026-10-21 10:00:00")
    # A copy that arrives at the very second of a close belongs to the next.
    assert said["section_a"] == ["WX261002-001"]
    assert said["section_c"] == ["WX261018-001"]
    november = told(silian, "2026-11")
    assert november["section_b"] == ["WX261018-001"]
    assert (november["charged_a"], november["charged_b"]) == ("60.00", "60.00")
    assert silian("check").code == 0


def test_what_a_close_is_refused_for(
    unclosed: Database, desk: Desk, silian: Silian
) -> None:
    early = silian("close", "2026-10", "--at", "2026-10-20 23:59:59")
    assert early.code == 3
    assert "2026-10-21 00:00" in early.complaint
    order = silian("close", "2026-11", "--at", "2026-11-23 10:00")
    assert order.code == 3
    assert "2026-10" in order.complaint
    if unclosed.url.startswith("postgresql"):
        propose(unclosed, desk, "2026-10", "2026-10-21 00:00")
    assert silian("close", "2026-10", "--at", "2026-10-21 00:00:00").code == 0
    twice = silian("close", "2026-10", "--at", "2026-10-22")
    assert twice.code == 3
    assert "2026-10-21 00:00" in twice.complaint


def test_a_close_by_somebody_unknown_is_bad_input(
    unclosed: Database, silian: Silian, desk: Desk
) -> None:
    make_staff(unclosed, desk, "演示前台")
    assert silian("close", "2026-10", "--as", "别人").code == 2
    assert silian("close", "2026-10", "--as", "演示前台").code == 3


def test_the_papers_of_a_closed_period_are_the_stored_bytes(
    unclosed: Database, desk: Desk, silian: Silian, tmp_path: Path
) -> None:
    propose(unclosed, desk, "2026-10", "2026-10-21 10:00")
    assert silian("close", "2026-10", "--at", "2026-10-21 10:00").code == 0
    with unclosed.connect(writing=False) as connection:
        stored = {
            kind: bytes(content)
            for kind, content in connection.exec_driver_sql(
                "SELECT kind, content FROM statement_file"
            )
        }
    assert stored["pdf"].startswith(b"%PDF")
    assert stored["xlsx"].startswith(b"PK")
    for kind, content in stored.items():
        target = tmp_path / f"statement.{kind}"
        answer = silian("statement", "2026-10", "-o", str(target))
        assert answer.code == 0
        assert str(target) in answer.err
        assert target.read_bytes() == content


def test_an_open_period_is_drawn_as_it_stands(
    unclosed: Database, silian: Silian, tmp_path: Path
) -> None:
    for ending in ("xlsx", "PDF"):
        target = tmp_path / f"open.{ending}"
        assert silian("statement", "2026-11", "-o", str(target)).code == 0
        assert target.stat().st_size > 1000
    book = load_workbook(io.BytesIO((tmp_path / "open.xlsx").read_bytes()))
    assert "汇总" in book.sheetnames


def test_a_file_in_no_folder_is_trouble_and_closes_nothing(
    unclosed: Database, silian: Silian, tmp_path: Path
) -> None:
    target = tmp_path / "nowhere" / "statement.pdf"
    answer = silian("statement", "2026-11", "-o", str(target))
    assert answer.code == 4
    assert not target.parent.exists()


def test_a_period_in_which_nothing_happened_is_told(
    books: Database, silian: Silian
) -> None:
    said = told(silian, "2030-01")
    assert said["issued"] == 0
    assert said["balances"] == []
    assert said["received_by_method"] == dict.fromkeys(
        ("cash", "transfer", "wechat", "alipay", "card", "other"), "0.00"
    )


def test_a_close_before_a_book_came_in_is_kept(
    books: Database, desk: Desk, silian: Silian, book_of: BookOf
) -> None:
    """A second book goes to the periods that are still open."""
    close = ClosingRow(period="2026-11", at=at("2026-11-23 10:00"))
    rows = replace(two_months(), closings=(close,))
    assert silian("import", book_of(rows), "--now", NOW).code == 0
    before = told(silian, "2026-11")
    late = BookRows(
        slips=(
            unit_slip(
                "WX261103-001",
                "2026-11-03 09:00",
                returned_at=at("2026-12-03 09:00"),
                labour_fee=yuan("10"),
            ),
        )
    )
    assert silian("import", book_of(late), "--now", NOW).code == 0
    assert told(silian, "2026-11") == before
    december = told(silian, "2026-12", "--at", NOW)
    assert december["section_b"] == ["WX261103-001"]
    assert silian("check").code == 0


def test_both_commands_help_with_an_example(silian: Silian) -> None:
    for command in ("statement", "close"):
        answer = silian(command, "--help")
        assert answer.code == 0
        assert f"silian {command} 2026-11" in answer.out
