"""How money, instants and names lie in the database; what is refused at the border."""

from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy.dialects import postgresql, sqlite

from models.column_types import Fen, Instant, Words

DIALECTS: list[Any] = [sqlite.dialect(), postgresql.dialect()]


@pytest.mark.parametrize("dialect", DIALECTS, ids=lambda d: d.name)
@pytest.mark.parametrize(
    ("yuan", "fen"),
    [
        ("0", 0),
        ("0.01", 1),
        ("1785.49", 178549),
        ("-50.00", -5000),
        ("99999999.99", 9999999999),
        ("1E+2", 10000),
    ],
)
def test_money_is_whole_fen_in_the_database(dialect: Any, yuan: str, fen: int) -> None:
    stored = Fen().process_bind_param(Decimal(yuan), dialect)
    assert stored == fen
    back = Fen().process_result_value(stored, dialect)
    assert back == Decimal(yuan)
    assert back is not None
    assert back.as_tuple().exponent == -2


@pytest.mark.parametrize("value", [1.5, 1, "1.50", True])
def test_money_that_is_no_decimal_is_an_error(value: Any) -> None:
    with pytest.raises(TypeError):
        Fen().process_bind_param(value, DIALECTS[0])


def test_a_third_decimal_of_money_is_an_error() -> None:
    with pytest.raises(ValueError, match="two decimals"):
        Fen().process_bind_param(Decimal("0.001"), DIALECTS[0])


@pytest.mark.parametrize("dialect", DIALECTS, ids=lambda d: d.name)
def test_an_instant_is_aware_in_python_and_utc_in_the_database(dialect: Any) -> None:
    shanghai = timezone(timedelta(hours=8))
    at = datetime(2026, 11, 21, 0, 0, tzinfo=shanghai)
    stored = Instant().process_bind_param(at, dialect)
    assert stored is not None
    back = Instant().process_result_value(stored, dialect)
    assert back == at
    assert back is not None
    assert back.tzinfo is UTC
    with pytest.raises(ValueError, match="aware"):
        Instant().process_bind_param(at.replace(tzinfo=None), dialect)


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("2026-11-21 08:30:05.000000", datetime(2026, 11, 21, 8, 30, 5, tzinfo=UTC)),
        ("2026-11-21 08:30:05", datetime(2026, 11, 21, 8, 30, 5, tzinfo=UTC)),
        ("2026-11-21", datetime(2026, 11, 21, tzinfo=UTC)),
        (None, None),
    ],
)
def test_an_instant_is_read_from_the_text_of_a_file(
    text: str | None, at: datetime | None
) -> None:
    read = Instant().result_processor(DIALECTS[0], None)
    assert read is not None
    back = read(text)
    assert back == at
    assert back is None or back.tzinfo is UTC


def test_names_are_written_as_the_desk_writes_them() -> None:
    stored = Words().process_bind_param(("刘志强", "马俊"), DIALECTS[0])
    assert stored == "刘志强、马俊"
    assert Words().process_result_value(stored, DIALECTS[0]) == ("刘志强", "马俊")
    assert Words().process_result_value("", DIALECTS[0]) == ()


def test_nothing_is_nothing() -> None:
    for kind in (Fen(), Instant(), Words()):
        assert kind.process_bind_param(None, DIALECTS[0]) is None
        assert kind.process_result_value(None, DIALECTS[0]) is None
