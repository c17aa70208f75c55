"""`silian import`, `export` and `register`: files in and out, all or nothing."""

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook

from app.database import Database
from app.desk import Desk, open_desk
from app.staff_directory import SaveStaff, save_staff
from models.data_book import BookRows
from models.slip import SlipState
from models.staff import Department, Post
from models.unit import AreaKind
from tests.app.books import books as held_in
from tests.app.books import problems
from tests.data_book_maker import (
    book_file,
    full_book,
    numbered,
    public_slip,
    raw_book,
    raw_file,
)
from tests.makers import make_slip
from tests.ui.command_line.conftest import Silian

NOW = ("--now", "2027-01-10 09:00:00")


def book_at(path: Path) -> Path:
    """A sound data book of every feature."""
    path.write_bytes(book_file(full_book()).getvalue())
    return path


def spoiled_book_at(path: Path) -> Path:
    """The same with two wrong cells."""
    raw = raw_book(full_book())
    slips = raw["维修单"]
    headings = slips[0]
    slips[1][headings.index("区域类别")] = "花园"
    slips[2][headings.index("单号*" if "单号*" in headings else "单号")] = None
    path.write_bytes(raw_file(raw).getvalue())
    return path


def cells(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every cell of a workbook."""
    book = load_workbook(path)
    return {s.title: list(s.iter_rows(values_only=True)) for s in book.worksheets}


def test_a_book_is_imported_and_comes_out_with_the_same_cells(
    empty_database_url: str, silian: Silian, tmp_path: Path
) -> None:
    """interfaces.md 1: import makes the database; nothing is lost on the way."""
    book = book_at(tmp_path / "book.xlsx")
    where = ("--db", empty_database_url)
    answer = silian("import", str(book), *NOW, *where)
    assert (answer.code, answer.err) == (0, "")
    assert str(len(full_book().slips)) in answer.out
    assert silian("check", *where).code == 0
    first = tmp_path / "first.xlsx"
    assert silian("export", str(first), *where).code == 0
    again = f"sqlite:///{tmp_path / 'again.db'}"
    assert silian("import", str(first), *NOW, "--db", again).code == 0
    second = tmp_path / "second.xlsx"
    assert silian("export", str(second), "--db", again).code == 0
    assert cells(first) == cells(second)
    assert silian("check", "--db", again).code == 0


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_bad_cells_are_listed_all_at_once_and_nothing_is_written(
    books: Database,
    silian: Silian,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    language: str,
) -> None:
    monkeypatch.setenv("SILIAN_LANG", language)
    book = spoiled_book_at(tmp_path / "book.xlsx")
    before, content = held_in(books), book.read_bytes()
    marked = tmp_path / "marked.xlsx"
    answer = silian("import", str(book), *NOW, "--errors", str(marked))
    assert (answer.code, answer.out) == (2, "")
    assert "Traceback" not in answer.err
    wrong = [line for line in answer.err.splitlines() if "维修单" in line]
    assert any("花园" in line and "区域类别" in line and "2" in line for line in wrong)
    assert any("单号" in line and "3" in line for line in wrong)
    assert held_in(books) == before
    comments = [
        cell.comment.text
        for sheet in load_workbook(marked).worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.comment
    ]
    assert len(comments) >= 2
    assert book.read_bytes() == content


def test_a_bad_book_makes_no_database(silian: Silian, tmp_path: Path) -> None:
    book = spoiled_book_at(tmp_path / "book.xlsx")
    place = tmp_path / "folder" / "silian.db"
    answer = silian("import", str(book), *NOW, "--db", f"sqlite:///{place}")
    assert answer.code == 2
    assert not place.parent.exists()


def test_a_dry_run_writes_nothing(
    books: Database, silian: Silian, tmp_path: Path
) -> None:
    book = book_at(tmp_path / "book.xlsx")
    before = held_in(books)
    answer = silian("import", str(book), *NOW, "--dry-run")
    assert (answer.code, answer.err) == (0, "")
    assert held_in(books) == before
    place = tmp_path / "none.db"
    answer = silian("import", str(book), *NOW, "--dry-run", "--db", str(place))
    assert answer.code == 0
    assert not place.exists()


@pytest.mark.usefixtures("books")
def test_a_fact_later_than_now_is_an_error_unless_the_present_is_given(
    silian: Silian, tmp_path: Path
) -> None:
    """interfaces.md 1: --now takes T as the present."""
    book = book_at(tmp_path / "book.xlsx")
    early = silian("import", str(book), "--now", "2026-10-01 00:00:00")
    assert early.code == 2
    assert silian("import", str(book), "--now", "tomorrow").code == 2
    assert silian("import", str(book), *NOW).code == 0


@pytest.mark.parametrize("content", [None, b"", b"shopping list", b"PK\x03\x04" * 99])
def test_what_is_no_workbook_is_refused_in_one_sentence(
    books: Database, silian: Silian, tmp_path: Path, content: bytes | None
) -> None:
    path = tmp_path / "book.xlsx"
    if content is not None:
        path.write_bytes(content)
    before = held_in(books)
    answer = silian("import", str(path), *NOW)
    assert answer.code in (2, 4)
    assert answer.complaint
    assert held_in(books) == before


def test_only_who_may_imports_a_book_or_takes_one_out(
    books: Database, front: Desk, silian: Silian, tmp_path: Path
) -> None:
    for name, post in (("演示技工", Post.TECHNICIAN), ("演示主任", Post.ADMIN)):
        order = SaveStaff(name, Department.ENGINEERING, (post,))
        books.write(save_staff, front, order)
    book = book_at(tmp_path / "book.xlsx")
    spoiled = spoiled_book_at(tmp_path / "spoiled.xlsx")
    out = tmp_path / "out.xlsx"
    for words in (
        ("import", str(book), *NOW),
        ("import", str(book), *NOW, "--dry-run"),
        ("import", str(spoiled), *NOW),
        ("export", str(out)),
        ("register", "unit", "-o", str(out)),
    ):
        answer = silian(*words, "--as", "演示技工")
        assert answer.code == 3
        assert "演示技工" in answer.complaint
        assert not out.exists()
    assert silian("import", str(book), *NOW, "--as", "演示主任").code == 0


@pytest.fixture
def lived(books: Database, front: Desk) -> Database:
    """One slip in each register."""
    make_slip(books, front, SlipState.RETURNED, area_kind=AreaKind.UNIT)
    make_slip(books, front, SlipState.VOID)
    return books


@pytest.mark.usefixtures("lived")
@pytest.mark.parametrize("which", ["public", "unit"])
@pytest.mark.parametrize("suffix", [".xlsx", ".pdf", ".XLSX"])
def test_a_register_is_written_as_its_name_says(
    silian: Silian, tmp_path: Path, which: str, suffix: str
) -> None:
    path = tmp_path / f"register{suffix}"
    answer = silian("register", which, "-o", str(path))
    assert (answer.code, answer.err) == (0, "")
    assert str(path) in answer.out
    content = path.read_bytes()
    assert content.startswith(b"%PDF" if suffix == ".pdf" else b"PK")
    assert not list(tmp_path.glob(".register*"))


@pytest.mark.usefixtures("lived")
@pytest.mark.parametrize("name", ["register.csv", "register", "register.xls"])
def test_a_register_of_another_kind_is_bad_input(
    silian: Silian, tmp_path: Path, name: str
) -> None:
    answer = silian("register", "unit", "-o", str(tmp_path / name))
    assert answer.code == 2
    assert name in answer.complaint
    assert not (tmp_path / name).exists()


@pytest.mark.usefixtures("lived")
def test_a_span_of_a_register_takes_its_first_day_and_not_its_last(
    silian: Silian, tmp_path: Path, front: Desk
) -> None:
    today = front.today().isoformat()
    found = []
    for span in (("--from", today), ("--to", today), ("--from", "2020-01-01")):
        path = tmp_path / "register.xlsx"
        assert silian("register", "unit", *span, "-o", str(path)).code == 0
        text = str(cells(path))
        found.append("演示业户" in text)
    assert found == [True, False, True]
    path.unlink()
    turned = ("--from", "2026-11-20", "--to", "2026-11-01")
    answer = silian("register", "unit", *turned, "-o", str(path))
    assert (answer.code, "结束时间" in answer.complaint) == (2, True)
    assert not path.exists()
    answer = silian("register", "unit", "--from", "soon", "-o", str(path))
    assert answer.code == 2


@pytest.mark.usefixtures("lived")
@pytest.mark.parametrize("words", [("register", "unit", "-o"), ("export",)])
def test_registers_and_books_are_taken_by_whole_days(
    silian: Silian, tmp_path: Path, words: tuple[str, ...]
) -> None:
    path = tmp_path / "taken.xlsx"
    midnight = ("--from", "2020-01-01 00:00:00")
    assert silian(*words, str(path), *midnight).code == 0
    path.unlink()
    for span in (
        ("--from", "2020-01-01 10:00:00"),
        ("--to", "2026-11-20 17:30:00"),
    ):
        answer = silian(*words, str(path), *span)
        assert (answer.code, "整日" in answer.complaint) == (2, True)
    turned = ("--from", "2026-11-20", "--to", "2026-11-01")
    assert silian(*words, str(path), *turned).code == 2
    assert not path.exists()


@pytest.mark.usefixtures("lived")
@pytest.mark.parametrize("words", [("register", "unit", "-o"), ("export",)])
def test_a_file_that_cannot_be_written_is_told(
    silian: Silian, tmp_path: Path, words: tuple[str, ...]
) -> None:
    folder = tmp_path / "folder.xlsx"
    folder.mkdir()
    for target in (tmp_path / "nowhere" / "x.xlsx", folder):
        answer = silian(*words, str(target))
        assert answer.code in (2, 4)
        assert str(tmp_path) in answer.complaint
    assert not list(folder.iterdir())


def test_a_second_import_of_the_same_numbers_is_refused(
    new_sqlite: Callable[[str], str], silian: Silian, tmp_path: Path
) -> None:
    url = new_sqlite("twice")
    book = book_at(tmp_path / "book.xlsx")
    assert silian("import", str(book), *NOW, "--db", url).code == 0
    database = Database(url)
    before = held_in(database)
    answer = silian("import", str(book), *NOW, "--db", url)
    assert answer.code == 2
    assert held_in(database) == before
    desk = database.read(open_desk)
    assert not problems(database, desk)
    database.close()


def test_numbers_go_on_after_the_highest_imported(
    books: Database, silian: Silian, tmp_path: Path
) -> None:
    """domain-model 4.3."""
    slip = public_slip("WX261201-041", "2026-12-01 09:00")
    book = tmp_path / "one.xlsx"
    book.write_bytes(book_file(numbered(BookRows(slips=(slip,)))).getvalue())
    assert silian("import", str(book), *NOW).code == 0
    issue = (
        *("slip", "issue", "--area-kind", "public", "--area", "车库"),
        *("--place", "12号柱", "--reporter", "演示", "--content", "灯不亮"),
    )
    number = silian(*issue, "--at", "2026-12-01 10:00:00").out.strip()
    assert number == "WX261201-042"
    assert books.url


@pytest.mark.usefixtures("lived")
@pytest.mark.parametrize(("by", "sheets"), [("all", 1), ("week", 3), ("period", 2)])
def test_a_register_is_written_on_sheets_of_weeks_or_periods(
    silian: Silian, tmp_path: Path, by: str, sheets: int
) -> None:
    path = tmp_path / "register.xlsx"
    span = ("--from", "2020-02-20", "--to", "2020-03-03")
    answer = silian("register", "unit", *span, "--by", by, "-o", str(path))
    assert (answer.code, answer.err) == (0, "")
    book = load_workbook(path)
    shown = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    assert len(shown) == sheets
    assert all("0" in str(sheet["A2"].value) for sheet in shown)
    assert silian("register", "unit", "--by", "month", "-o", str(path)).code == 2
