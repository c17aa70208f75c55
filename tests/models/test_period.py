"""The finance period, line by line as the worked examples have it (5.1)."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from models.period import is_period, next_period, period_bounds, period_of

SHANGHAI = ZoneInfo("Asia/Shanghai")


def local(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=SHANGHAI).astimezone(UTC)


@pytest.mark.parametrize(
    ("issued", "period", "days"),
    [
        ("2026-10-20 23:59:59", "2026-10", 30),
        ("2026-10-21 00:00:00", "2026-11", 31),
        ("2026-11-20 23:59:59", "2026-11", 31),
        ("2026-11-21 00:00:00", "2026-12", 30),
        ("2026-12-20 23:59:59", "2026-12", 30),
        ("2026-12-21 00:00:00", "2027-01", 31),
        ("2026-12-31 23:59:59", "2027-01", 31),
        ("2027-01-01 00:00:00", "2027-01", 31),
        ("2027-01-20 23:59:59", "2027-01", 31),
        ("2026-02-20 23:59:59", "2026-02", 31),
        ("2026-02-21 00:00:00", "2026-03", 28),
        ("2026-02-28 23:59:59", "2026-03", 28),
        ("2026-03-20 23:59:59", "2026-03", 28),
        ("2028-02-29 12:00:00", "2028-03", 29),
    ],
)
def test_a_slip_belongs_to_the_period_of_its_issue(
    issued: str, period: str, days: int
) -> None:
    at = local(issued)
    from_at, until_at = period_bounds(period, SHANGHAI)

    assert period_of(at, SHANGHAI) == period
    assert from_at <= at < until_at
    assert until_at - from_at == timedelta(days=days)


def test_a_period_is_named_for_the_month_in_which_it_ends() -> None:
    from_at, until_at = period_bounds("2027-01", SHANGHAI)

    assert from_at == local("2026-12-21 00:00:00")
    assert until_at == local("2027-01-21 00:00:00")


def test_the_periods_edge_is_midnight_at_the_site_not_in_utc() -> None:
    edge = local("2026-11-21 00:00:00")

    assert period_of(edge, SHANGHAI) == "2026-12"
    assert period_of(edge, ZoneInfo("UTC")) == "2026-11"


def test_december_is_followed_by_january() -> None:
    assert next_period("2026-11") == "2026-12"
    assert next_period("2026-12") == "2027-01"


@pytest.mark.parametrize(
    "text", ["2026-13", "2026-00", "2026-1", "26-11", "2026/11", "2026-11 ", ""]
)
def test_only_a_year_and_a_month_name_a_period(text: str) -> None:
    assert not is_period(text)
    assert is_period("2026-11")
