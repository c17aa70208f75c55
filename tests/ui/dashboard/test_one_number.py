"""One number for one figure: on the screen, on paper, in the workbook, typed.

Each is read where a person reads it, on the demonstration year: the names that the
window's parts tell and the texts they paint, the text of the PDF, the cells of the
workbook as an office program reckons them, and what the command prints.
"""

import json
import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.database import Database
from models.statistics import FigureKey
from models.text import LANGUAGES, translator
from reports.statistics_face import COHORT, FLOW
from reports.statistics_words import name_of
from tests.clock import Clock
from tests.demo_books import END_OF_YEAR, DemoBooks
from tests.reports.paper import copied_text
from tests.reports.spreadsheet import reckoned
from tests.ui.answering import Answering
from tests.ui.dashboard.conftest import rest
from ui.dashboard.chosen import Days, Reach
from ui.dashboard.count_line import CountLine
from ui.dashboard.figure_cell import FigureCell
from ui.dashboard.page import DashboardPage
from ui.kit.button import Button
from ui.kit.painting import draw_text, with_gaps
from ui.language import Language
from ui.main import main
from ui.shell.main_window import MainWindow
from ui.window_state import WindowState
from ui.work import Work

_K = FigureKey

PAPERS = "zh_CN"
"""Papers and workbooks speak it whatever the window speaks."""
NOW = "2026-11-20 17:30"
RANGES = {
    "year": Days(Reach.YEAR, date(2026, 1, 1), date(2027, 1, 1)),
    "month": Days(Reach.MONTH, date(2026, 10, 1), date(2026, 11, 1)),
}
NUMBER = r"[−-]?[\d,]+(?:\.\d+)?"
PARTS = re.compile(rf"({NUMBER}) / ({NUMBER})")
Reading = tuple[Decimal | None, ...]
"""The number of a figure, None for "—"; of a rate also what was divided by what."""
Readings = dict[FigureKey, Reading]


@dataclass(frozen=True, slots=True)
class Told:
    """What is told of a range outside the window."""

    json: Mapping[str, Any]
    lines: Mapping[str, list[str]]
    paper: str
    sheet: Mapping[str, tuple[Any, ...]]


@pytest.fixture
def shop(demo_books: DemoBooks, tmp_path: Path) -> Iterator[Database]:
    """The demonstration year; a window keeps things in its database."""
    path = tmp_path / "demo.db"
    shutil.copy(demo_books.path, path)
    opened = Database(f"sqlite:///{path}")
    yield opened
    opened.close()


@pytest.fixture
def clock() -> Clock:
    """The last moment of the demonstration year."""
    made = Clock()
    made.at = END_OF_YEAR
    return made


@pytest.fixture
def told(
    shop: Database,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> Mapping[str, Told]:
    """Both ranges as the command prints and writes them."""

    def run(days: Days, *words: str, language: str = PAPERS) -> str:
        monkeypatch.setenv("SILIAN_LANG", language)
        capsys.readouterr()
        span = ("--from", f"{days.from_on}", "--to", f"{days.until_on}", "--at", NOW)
        assert main(["stats", *span, *words, "--db", shop.url]) == 0
        return capsys.readouterr().out

    books, papers = {}, {}
    for name, days in RANGES.items():
        pdf, xlsx = (tmp_path / f"{name}.{kind}" for kind in ("pdf", "xlsx"))
        run(days, "-o", str(pdf))
        run(days, "-o", str(xlsx))
        books[name] = xlsx.read_bytes()
        papers[name] = copied_text(pdf.read_bytes(), tmp_path)
    reckoned_books = reckoned(books, tmp_path / "office")
    return {
        name: Told(
            json=json.loads(run(days, "--json")),
            lines={
                language: run(days, language=language).splitlines()
                for language in LANGUAGES
            },
            paper=papers[name],
            sheet={
                str(row[0]): row
                for row in next(iter(reckoned_books[name].values())).values
            },
        )
        for name, days in RANGES.items()
    }


@pytest.fixture
def opened(
    work: Work, ask: Answering, tmp_path: Path, qapp: QApplication, qtbot: QtBot
) -> Iterator[Callable[[str, Days], QWidget]]:
    """Opens the dashboard on a range in a language."""
    language = Language(qapp)
    windows: list[MainWindow] = []

    def open_it(spoken: str, days: Days) -> QWidget:
        language.speak(spoken)
        while windows:
            windows.pop().close()
        state = WindowState(tmp_path / f"{spoken}.ini")
        window = MainWindow(work, state, ask)
        windows.append(window)
        qtbot.addWidget(window)
        window.resize(1920, 1080)
        window.show()
        page = window.show_page("dashboard")
        assert isinstance(page, DashboardPage)
        page.chosen.choose(days)
        rest(window, qtbot)
        return window

    yield open_it
    for window in windows:
        window.close()
    language.fall_silent()


def test_a_figure_is_one_number_wherever_it_is_read(
    opened: Callable[[str, Days], QWidget],
    told: Mapping[str, Told],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for (name, days), language in product(RANGES.items(), LANGUAGES):
        window = opened(language, days)
        shown = _cells(window, language, monkeypatch) | _counts(window, language)
        assert len(shown) == 28
        nothing = [key for key, each in shown.items() if each[0] is None]
        assert nothing == [_K.COMPLAINTS]
        assert sum(len(each) == 3 for each in shown.values()) == 13
        said = told[name]
        assert shown == _typed(said.lines[language], language, shown), name
        assert shown == _on_paper(said.paper, shown), name
        assert shown == _in_sheet(said.sheet, shown), name
        rate = shown[_K.COMPLETION_RATE][0]
        assert rate is not None
        shown[_K.UNFINISHED_RATE] = (100 - rate,)
        for key, answer in _in_json(said.json).items():
            assert shown[key][: len(answer)] == answer, (name, key)


def _named(key: FigureKey, language: str) -> str:
    return name_of(key, translator(language))


def _number(text: str) -> Decimal | None:
    found = re.match(NUMBER, text)
    return Decimal(found[0].replace("−", "-").replace(",", "")) if found else None


def _reading(text: str, made_of: str = "") -> Reading:
    parts = PARTS.match(made_of)
    return (_number(text), *map(_number, parts.groups() if parts else ()))


def _heard(widget: QWidget) -> str:
    """What a screen reader says of a part."""
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def _cells(window: QWidget, language: str, monkeypatch: pytest.MonkeyPatch) -> Readings:
    """The figures as they are painted; a screen reader says the same."""
    painted: list[str] = []

    def record(painter: Any, box: Any, text: str, *more: Any, **how: Any) -> float:
        painted.append(text)
        return draw_text(painter, box, text, *more, **how)

    found = {}
    for cell in window.findChildren(FigureCell):
        painted.clear()
        with monkeypatch.context() as patched:
            patched.setattr("ui.dashboard.figure_cell.draw_text", record)
            cell.grab()
        name, value, *rest_of_it = painted
        if cell.key is _K.ARRIVAL:
            assert "20" in name
        else:
            assert name == with_gaps(_named(cell.key, language))
        heard = with_gaps(_heard(cell))
        assert heard.startswith(f"{name} {value}"), heard
        made_of = next(filter(PARTS.match, rest_of_it), "")
        assert made_of in heard
        found[cell.key] = _reading(value, made_of)
    return found


def _counts(window: QWidget, language: str) -> Readings:
    """The numbers of both sums."""
    keys = {_named(key, language): key for _, key in (*COHORT, *FLOW)}
    found: Readings = {}
    for line in window.findChildren(CountLine):
        for button in line.findChildren(Button):
            name, _, value = _heard(button).rpartition(" ")
            reading = _reading(value)
            assert found.setdefault(keys[name], reading) == reading
    return found


def _typed(lines: list[str], language: str, keys: Readings) -> Readings:
    """The lines of the command."""
    texts = dict(line.split(": ", 1) for line in lines if ": " in line)
    found = {}
    for key in keys:
        value, _, parts = texts[_named(key, language)].partition("  (")
        found[key] = _reading(value, parts)
    return found


def _on_paper(text: str, keys: Readings) -> Readings:
    """The rows of the table of figures, as a viewer copies them."""
    found = {}
    for key, reading in keys.items():
        name = re.escape(_named(key, PAPERS))
        row = re.search(rf"^{name} (.*)$", text, re.MULTILINE)
        assert row is not None, key
        parts = PARTS.search(row[1]) if len(reading) > 1 else None
        found[key] = _reading(row[1], parts[0] if parts else "")
    return found


def _in_sheet(rows: Mapping[str, tuple[Any, ...]], keys: Readings) -> Readings:
    """The cells of the sheet of figures."""
    found = {}
    for key, reading in keys.items():
        _, value, _, *parts = rows[_named(key, PAPERS)][:5]
        cells = [value, *parts][: len(reading)]
        found[key] = tuple(
            None if isinstance(cell, str) else Decimal(str(cell)) for cell in cells
        )
    return found


def _in_json(answer: Mapping[str, Any]) -> Readings:
    """What other programs are told."""
    found: Readings = {}
    for key in FigureKey:
        said = answer.get(key.value)
        if isinstance(said, dict):
            above, below, rate = said.values()
            found[key] = (Decimal(rate), Decimal(above), Decimal(below))
        elif said is not None:
            found[key] = (Decimal(said),)
    assert len(found) == 14
    return found
