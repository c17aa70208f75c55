"""What a list asks for reaches another process unchanged."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from app.listing import HasWords, IsAtLeast, IsOneOf, IsWithin, Sort
from app.slip_filter import Register, SlipFilter, SlipOrder
from app.slip_filter_text import filter_of, filter_text
from models.slip import SlipState

_AT = datetime(2026, 11, 20, 16, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    "wanted",
    [
        SlipFilter(),
        SlipFilter(
            register=Register.UNIT,
            states=frozenset({SlipState.ISSUED, SlipState.VOID}),
            from_at=_AT,
            until_at=_AT.replace(year=2027),
            text="漏水 “1502”",
            order=SlipOrder.URGENT_FIRST,
            sort=Sort("unit", is_descending=True),
            columns=(
                ("content", HasWords("锁\n坏")),
                ("state", IsOneOf(("issued", "void"))),
                ("issued", IsWithin(date(2026, 10, 21), None)),
                ("unpaid", IsAtLeast(Decimal("0.01"))),
            ),
            ids=(3, 1, 2),
            without=frozenset({7}),
        ),
    ],
)
def test_a_question_is_read_as_it_was_written(wanted: SlipFilter) -> None:
    assert filter_of(filter_text(wanted)) == wanted
