"""Breaking text into lines and fitting it: nothing is cut without a sign."""

from hypothesis import given
from hypothesis import strategies as st

from reports import fonts
from reports.paragraph import break_lines, fit, needed_height

CONTENT = "三楼公共卫生间水阀长流水（已拧紧），请联系王师傅 010-88881234 转 802。"


def test_a_line_begins_with_no_closing_sign_and_ends_with_no_opening_one() -> None:
    for ems in range(4, 30):
        lines = list(break_lines(CONTENT, ems))
        assert not any(line[0] in "，。）" for line in lines[1:])
        assert not any(line.endswith("（") for line in lines)


def test_a_number_is_not_torn_apart_where_it_fits_on_a_line() -> None:
    assert any("010-88881234" in line for line in break_lines(CONTENT, 9))


def test_a_word_longer_than_a_line_is_broken_all_the_same() -> None:
    lines = list(break_lines("WX261120-023-WX261120-024", 5))
    assert "".join(lines) == "WX261120-023-WX261120-024"
    assert all(fonts.em_width(line, fonts.REGULAR) <= 5 for line in lines)


def test_lines_that_were_typed_stay_lines() -> None:
    assert list(break_lines("先关总阀\n再报修", 40)) == ["先关总阀", "再报修"]


@given(st.text(st.characters(exclude_categories=["C", "Z"]), max_size=60))
def test_breaking_loses_no_character(text: str) -> None:
    assert "".join(break_lines(text, 7)) == text


def test_a_text_shrinks_only_as_far_as_it_must() -> None:
    assert fit("漏水", 100, 20, size=12, least=6).size == 12
    smaller = fit("漏水漏水漏水漏水漏水漏水", 80, 20, size=12, least=6)
    assert 6 < smaller.size < 12
    assert smaller.is_whole
    assert smaller.height <= 20


def test_what_does_not_fit_at_the_least_size_says_so() -> None:
    cut = fit("漏水" * 200, 80, 20, size=12, least=6)
    assert not cut.is_whole
    assert cut.lines[-1].endswith("…")
    assert cut.size == 6


def test_more_text_needs_more_height() -> None:
    assert needed_height("漏" * 40, 100, 10) > needed_height("漏" * 10, 100, 10) == 10
