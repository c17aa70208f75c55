"""A table over pages: rows keep their lines, pages keep their rows."""

from hypothesis import given
from hypothesis import strategies as st

from reports.table import Table, TableColumn, paginate


def test_a_row_is_as_high_as_its_longest_cell() -> None:
    table = Table([TableColumn("内容", 1), TableColumn("备注", 1)], 100, 8)
    short = table.row(["漏水", ""])
    long = table.row(["漏水", "备注" * 10])
    assert long.height > short.height
    assert "".join(long.cells[1]) == "备注" * 10
    assert not table.has_cuts


def test_more_than_eight_lines_are_cut_with_a_sign() -> None:
    table = Table([TableColumn("内容", 1)], 40, 8)
    row = table.row(["漏水" * 100])
    assert len(row.cells[0]) == 8
    assert row.cells[0][-1].endswith("…")
    assert table.has_cuts


@given(st.lists(st.floats(1, 90), max_size=60))
def test_every_row_stands_on_one_page_in_order(heights: list[float]) -> None:
    pages = paginate(heights, 100)
    assert [index for page in pages for index in page] == list(range(len(heights)))
    for page in pages:
        assert sum(heights[index] for index in page) <= 100 + 1e-6


def test_a_row_higher_than_a_page_has_a_page_of_its_own() -> None:
    assert paginate([10, 200, 10], 100) == [range(0, 1), range(1, 2), range(2, 3)]


def test_no_rows_are_one_page() -> None:
    assert paginate([], 100) == [range(0, 0)]
