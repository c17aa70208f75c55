"""Money: every vector of worked-examples 5.10, rounding, what is no amount."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.money import (
    NegativeAmount,
    NotMoney,
    TooManyDecimals,
    format_capitals,
    format_money,
    format_plain,
    format_quantity,
    multiply,
    parse_money,
    to_fen,
)

CAPITALS = {
    "0.00": "零元整",
    "0.01": "壹分",
    "0.10": "壹角整",
    "499.99": "肆佰玖拾玖元玖角玖分",
    "500.00": "伍佰元整",
    "1409.50": "壹仟肆佰零玖元伍角整",
    "6007.14": "陆仟零柒元壹角肆分",
    "1680.32": "壹仟陆佰捌拾元零叁角贰分",
    "107000.53": "壹拾万柒仟元零伍角叁分",
    "16409.02": "壹万陆仟肆佰零玖元零贰分",
    "325.04": "叁佰贰拾伍元零肆分",
    "10001.00": "壹万零壹元整",
    "1000000.00": "壹佰万元整",
    "1785.49": "壹仟柒佰捌拾伍元肆角玖分",
    "100000001.00": "壹亿零壹元整",
    "1000000000000.00": "壹万亿元整",
    "20.05": "贰拾元零伍分",
    "-50.00": "负伍拾元整",
}


@pytest.mark.parametrize(("amount", "words"), CAPITALS.items())
def test_an_amount_in_capitals_reads_as_the_bank_wants_it(
    amount: str, words: str
) -> None:
    assert format_capitals(Decimal(amount)) == "人民币" + words


def _value_of(words: str) -> int:
    """Fen from capitals, read as a cashier reads them."""
    digits = {digit: value for value, digit in enumerate("零壹贰叁肆伍陆柒捌玖")}
    places = {"拾": 10, "佰": 100, "仟": 1000}
    groups = {"万": 10**4, "亿": 10**8}
    total = group = digit = fen = 0
    for word in words.removeprefix("人民币").rstrip("整"):
        if word in digits:
            digit = digits[word]
        elif word in places:
            group, digit = group + digit * places[word], 0
        elif word == "亿":
            total, group, digit = (total + group + digit) * groups[word], 0, 0
        elif word == "万":
            total, group, digit = total + (group + digit) * groups[word], 0, 0
        elif word == "元":
            fen, total, group, digit = (total + group + digit) * 100, 0, 0, 0
        else:
            fen, digit = fen + digit * {"角": 10, "分": 1}[word], 0
    return fen


@given(st.integers(min_value=0, max_value=10**16 - 1))
def test_capitals_say_the_same_amount_as_the_figures(fen: int) -> None:
    words = format_capitals(Decimal(fen) / 100)
    assert _value_of(words) == fen
    assert "零零" not in words
    assert not words.endswith("分整")


@pytest.mark.parametrize(
    ("exact", "rounded"),
    [("0.125", "0.13"), ("0.124", "0.12"), ("-0.125", "-0.13"), ("2.675", "2.68")],
)
def test_half_a_fen_is_rounded_away_from_zero(exact: str, rounded: str) -> None:
    assert to_fen(Decimal(exact)) == Decimal(rounded)


def test_a_line_is_quantity_times_price_rounded_to_the_fen() -> None:
    assert multiply(Decimal("2.35"), Decimal("1.50")) == Decimal("3.53")


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("1785.49", "1785.49"),
        ("1,785.49", "1785.49"),
        (" ¥80 ", "80.00"),
        ("１２．５", "12.50"),
        ("500", "500.00"),
        ("5.", "5.00"),
        (500, "500.00"),
        (Decimal("499.9"), "499.90"),
        ("-0", "0.00"),
    ],
)
def test_an_amount_is_read_as_it_is_written_at_the_desk(
    typed: object, amount: str
) -> None:
    parsed = parse_money(typed)
    assert str(parsed) == amount


def test_an_adjustment_may_be_below_zero() -> None:
    assert parse_money("−50", may_be_negative=True) == Decimal("-50.00")


@pytest.mark.parametrize("typed", ["1.005", "12.340", Decimal("0.001")])
def test_a_third_decimal_is_refused(typed: object) -> None:
    with pytest.raises(TooManyDecimals):
        parse_money(typed)


@pytest.mark.parametrize("typed", ["-1", -1, Decimal("-0.01")])
def test_a_fee_below_zero_is_refused(typed: object) -> None:
    with pytest.raises(NegativeAmount):
        parse_money(typed)


@pytest.mark.parametrize(
    "typed",
    [
        *("", "八十", "1,78", "1e3", "NaN", ".", "80元", "1 000", "=1+1"),
        *(80.5, True, None, 10**14, Decimal("Infinity"), Decimal("NaN")),
    ],
)
def test_what_is_no_amount_is_refused(typed: object) -> None:
    with pytest.raises(NotMoney):
        parse_money(typed)


def test_figures_for_people_have_commas_and_a_true_minus() -> None:
    assert format_money(Decimal("1785.49")) == "1,785.49"
    assert format_money(Decimal("-50")) == "−50.00"


def test_figures_for_programs_have_neither() -> None:
    assert format_plain(Decimal("1785.49")) == "1785.49"
    assert format_plain(Decimal("-50")) == "-50.00"


def test_no_figure_is_written_of_less_than_a_fen() -> None:
    with pytest.raises(TooManyDecimals):
        format_money(Decimal("0.001"))


@pytest.mark.parametrize(
    ("quantity", "text"), [("2.00", "2"), ("1.50", "1.5"), ("100", "100")]
)
def test_a_quantity_has_no_empty_decimals(quantity: str, text: str) -> None:
    assert format_quantity(Decimal(quantity)) == text
