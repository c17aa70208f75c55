"""A centre moves in with its own sheet, on a real display and by keyboard alone."""

from pathlib import Path

import pytest

from app.unit_directory import find_units
from tests.flows.books import Books
from tests.flows.screen import Screen, missing_tools, running, wait_until
from tests.own_sheet_maker import own_file

pytestmark = pytest.mark.skipif(
    bool(missing_tools()), reason=f"not installed: {', '.join(missing_tools())}"
)


def test_the_list_of_owners_is_imported_from_the_settings_by_keyboard(
    screen: Screen, books: Books, tmp_path: Path
) -> None:
    path = own_file("units", tmp_path)

    def labels() -> set[str]:
        units = books.database.read(find_units, books.desk, "")
        return {unit.label for unit in units}

    before = labels()
    with running(screen.start_program(books.url)):
        screen.wait_for_window("四联")
        screen.keys("ctrl+9")
        screen.wait_for_window("设置")
        screen.keys("ctrl+i")
        screen.wait_for_window("导入表格")
        screen.keys("ctrl+o")
        screen.wait_for_window("选择表格")
        screen.keys("ctrl+a")
        screen.types(str(path))
        screen.keys("Return")
        screen.wait_for_window("导入表格 units.xlsx")
        screen.keys("ctrl+Return")
        wait_until(lambda: _presses(screen, labels, before), "the units are there")
    assert labels() - before == {"3-1-1502", "3-1-1602", "5-2-301"}


def _presses(screen: Screen, labels: object, before: set[str]) -> bool:
    """Press on until the list has grown: the check may take a moment."""
    assert callable(labels)
    screen.keys("ctrl+Return")
    return bool(labels() - before)
