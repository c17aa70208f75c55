"""Words typed rightly and wrongly: help, languages, exit codes (interfaces.md 1)."""

import json
import logging
from pathlib import Path

import pytest
from platformdirs import user_data_dir

import ui.command_line.roster
from app import VERSION
from app.database import Database
from app.desk import Desk
from app.staff_directory import SaveStaff, save_staff
from models.staff import Department, Post
from tests.makers import make_staff
from tests.ui.command_line.conftest import Silian
from ui.command_line.commands import COMMANDS
from ui.command_line.parser import Command
from ui.log_file import log_path

NOW = ("roster", "2026-11-20 10:00:00")


def test_the_version_is_one_line(silian: Silian) -> None:
    answer = silian("--version")
    assert (answer.code, answer.err) == (0, "")
    assert answer.out == f"silian {VERSION}\n"


@pytest.mark.parametrize("command", COMMANDS, ids=lambda c: " ".join(c.words))
@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_every_command_explains_itself_with_an_example(
    silian: Silian, monkeypatch: pytest.MonkeyPatch, command: Command, language: str
) -> None:
    monkeypatch.setenv("SILIAN_LANG", language)
    answer = silian(*command.words, "--help")
    assert (answer.code, answer.err) == (0, "")
    flat = " ".join(answer.out.split())
    assert " ".join(command.example.split()) in flat
    assert command.example.startswith("silian " + " ".join(command.words))
    for option in ("--db", "--centre", "--as"):
        assert option in answer.out
    assert ("--json" in answer.out) is command.has_json
    if language == "zh_CN":
        for word in ("例", "用法", "选项"):
            assert word in answer.out
        for word in ("usage", "options", "show this", "arguments"):
            assert word not in answer.out
    else:
        assert answer.out.isascii() or command.words == ("slip", "issue")


def test_the_commands_of_this_part_are_there(silian: Silian) -> None:
    """Issue: `init demo import export slip issue|show|pdf register check roster
    backup restore`.
    """
    assert {" ".join(command.words) for command in COMMANDS} == {
        *("init", "demo", "import", "export", "register", "check", "roster"),
        *("backup", "restore", "slip issue", "slip show", "slip pdf"),
        *("return-check", "callbacks", "statement", "close", "stats", "due-reports"),
    }
    answer = silian("--help")
    assert answer.code == 0
    for word in ("init", "demo", "import", "export", "slip", "register", "check"):
        assert word in answer.out


@pytest.mark.parametrize(
    "words",
    [
        ("nonsense",),
        ("slip",),
        ("slip", "nonsense"),
        ("init", "surplus"),
        ("init", "--nonsense"),
        ("init", "--json"),
        ("roster",),
        ("slip", "issue"),
        ("slip", "issue", "--area-kind", "garden"),
        ("slip", "show"),
        ("slip", "pdf", "WX261121-001"),
        ("slip", "pdf", "-o", "x.pdf"),
        ("slip", "pdf", "WX261121-001", "-o", "x.pdf", "--paper", "a5"),
        ("register", "both", "-o", "x.xlsx"),
        ("register", "unit"),
        ("demo", "--months", "many"),
        ("--db",),
        ("check", "--d", "x"),
    ],
    ids=" ".join,
)
@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_what_cannot_be_understood_ends_with_two_and_one_sentence(
    silian: Silian,
    monkeypatch: pytest.MonkeyPatch,
    words: tuple[str, ...],
    language: str,
) -> None:
    monkeypatch.setenv("SILIAN_LANG", language)
    answer = silian(*words)
    assert answer.code == 2
    assert "--help" in answer.complaint
    assert answer.complaint.isascii() is False  # quotation marks at least
    chinese = [sign for sign in answer.complaint if "一" <= sign <= "鿿"]
    assert bool(chinese) is (language == "zh_CN")


@pytest.mark.parametrize(
    "words",
    [
        ("slip", "issue", "--area-kind", "garden"),
        ("slip", "pdf", "WX261121-001", "-o", "x.pdf", "--paper", "a5"),
        ("demo", "--months", "many"),
        ("--db",),
        ("nonsense",),
        ("slip",),
    ],
    ids=" ".join,
)
def test_a_complaint_in_chinese_holds_no_english_sentence(
    silian: Silian, words: tuple[str, ...]
) -> None:
    complaint = silian(*words).complaint
    for english in ("invalid", "expected", "choose from", "required", "argument"):
        assert english not in complaint


@pytest.mark.usefixtures("books")
def test_the_language_is_chinese_unless_asked_otherwise(
    silian: Silian, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert silian(*NOW).out == "前台\n"
    monkeypatch.setenv("SILIAN_LANG", "en")
    assert silian(*NOW).out == "Front desk\n"
    monkeypatch.setenv("SILIAN_LANG", "fr")
    assert silian(*NOW).out == "前台\n"
    monkeypatch.setenv("SILIAN_LANG", "en_GB.UTF-8")
    assert silian(*NOW).out == "Front desk\n"


@pytest.mark.parametrize("place", ["before", "after"])
def test_the_common_options_stand_before_or_after_the_command(
    books: Database, front: Desk, silian: Silian, place: str, tmp_path: Path
) -> None:
    make_staff(books, front, "演示前台")
    options = ("--db", books.url, "--centre", "01", "--as", "演示前台")
    words = (*options, *NOW) if place == "before" else (*NOW, *options)
    assert silian(*words).out == "前台\n"
    wrong = ("--db", f"sqlite:///{tmp_path / 'nothing.db'}")
    assert silian(*wrong, *NOW, "--db", books.url).code == 0  # the later one counts
    for option, value in (("--centre", "99"), ("--as", "演示无人")):
        wrongly = [option, value]
        answer = silian(*([*wrongly, *NOW] if place == "before" else [*NOW, *wrongly]))
        assert answer.code == 2
        assert value in answer.complaint


def test_the_database_is_found_by_option_then_environment_then_in_its_folder(
    new_sqlite: object, silian: Silian, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert callable(new_sqlite)
    url = new_sqlite("silian")
    assert silian(*NOW).code == 4
    monkeypatch.setenv("SILIAN_DB", url)
    assert silian(*NOW).code == 0
    assert silian(*NOW, "--db", f"sqlite:///{tmp_path / 'no.db'}").code == 4
    assert silian(*NOW, "--db", url.removeprefix("sqlite:///")).code == 0
    monkeypatch.delenv("SILIAN_DB")
    place = Path(user_data_dir("silian", appauthor=False)) / "silian.db"
    assert silian("init").code == 0
    assert place.is_file()
    assert silian(*NOW).code == 0
    place.unlink()


def test_who_acts_is_found_by_option_then_environment(
    books: Database, front: Desk, silian: Silian, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_staff(books, front, "演示前台")
    technician = SaveStaff("演示技工", Department.ENGINEERING, (Post.TECHNICIAN,))
    books.write(save_staff, front, technician)
    issue = (
        *("slip", "issue", "--area-kind", "public", "--area", "车库"),
        *("--place", "12号柱", "--reporter", "演示", "--content", "灯不亮"),
    )
    monkeypatch.setenv("SILIAN_AS", "演示技工")
    answer = silian(*issue)
    assert answer.code == 3
    assert "演示技工" in answer.complaint
    given = silian(*issue, "--as", "演示前台")
    assert given.code == 0
    shown = json.loads(silian("slip", "show", given.out.strip(), "--json").out)
    assert [event["by"] for event in shown["events"]] == ["演示前台"]


@pytest.mark.parametrize(
    ("typed", "post"),
    [
        ("2026-11-20", "control_room"),
        ("2026-11-20 09:00", "front_desk"),
        ("2026-11-20 09:00:00", "front_desk"),
        (" 2026-11-20 17:59:59 ", "front_desk"),
        ("2026-11-20 18:00:00", "control_room"),
        ("2026-11-21 12:00", "housekeeper"),
    ],
)
@pytest.mark.usefixtures("books")
def test_a_time_is_local_to_the_site_and_a_date_is_its_first_second(
    silian: Silian, typed: str, post: str
) -> None:
    answer = silian("roster", typed, "--json")
    assert (answer.code, answer.err) == (0, "")
    assert json.loads(answer.out) == {"post": post}


@pytest.mark.parametrize(
    "typed",
    [
        *("", "gestern", "2026-13-01", "2026-02-30", "20261120", "2026/11/20"),
        *("2026-11-20T09:00:00", "2026-11-20 25:00", "2026-11-20 09:00:00+08:00"),
        *("0001-01-01", "9999-12-31 23:59:59", "半\udc80个", "-1"),
    ],
)
@pytest.mark.usefixtures("books")
def test_what_is_no_time_is_bad_input(silian: Silian, typed: str) -> None:
    answer = silian("roster", "--", typed)
    assert answer.code in (0, 2)
    if answer.code == 2:
        assert answer.complaint
    else:
        assert typed.startswith("9999")


@pytest.mark.usefixtures("books")
def test_a_year_whose_holidays_nobody_loaded_is_said_aloud(silian: Silian) -> None:
    """K-09: a visible warning, and an answer nevertheless."""
    answer = silian("roster", "2027-10-01 10:00:00")
    assert (answer.code, answer.out) == (0, "前台\n")
    assert "2027" in answer.err
    assert silian("roster", "2026-10-01 10:00:00").err == ""
    asked = silian("roster", "2027-10-01 10:00:00", "--json")
    assert json.loads(asked.out) == {"post": "front_desk"}
    assert "2027" in asked.err


@pytest.mark.usefixtures("books")
def test_an_error_of_the_program_ends_with_five_and_its_traceback_in_the_log(
    silian: Silian, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def stumble(_: object) -> int:
        raise ZeroDivisionError(f"left over of {tmp_path.name}")

    monkeypatch.setattr(ui.command_line.roster, "roster", stumble)
    for language in ("zh_CN", "en"):
        monkeypatch.setenv("SILIAN_LANG", language)
        answer = silian(*NOW)
        assert answer.code == 5
        assert "left over" not in answer.complaint
        assert str(log_path()) in answer.complaint
    for handler in logging.getLogger().handlers:
        if isinstance(handler, logging.FileHandler):
            handler.close()
            written = Path(handler.baseFilename).read_text("utf-8")
    assert f"ZeroDivisionError: left over of {tmp_path.name}" in written


@pytest.mark.usefixtures("books")
def test_whoever_stops_a_command_gets_no_traceback(
    silian: Silian, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(ui.command_line.roster, "roster", interrupted)
    answer = silian(*NOW)
    assert answer.code == 130
    assert "Traceback" not in answer.err
