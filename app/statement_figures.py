"""The figures of a statement by which one is held against another (interfaces.md 3)."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from models.money import format_plain
from models.slip import SlipState
from models.statement import Section, Statement


def figures(statement: Statement) -> dict[str, object]:
    """Counts, lists of numbers in order of issue, and money as text."""
    return {
        "issued": statement.issued,
        **{f"section_{each}": _numbers(statement, each) for each in Section},
        "void": _ended(statement, SlipState.VOID),
        "cancelled": _ended(statement, SlipState.CANCELLED),
        "opening": format_plain(statement.opening),
        "charged": format_plain(statement.charged.total),
        "waived": format_plain(statement.waived.total),
        "waived_by_level": _money(statement.waived_by_level),
        "adjusted": format_plain(statement.adjusted.total),
        "received": format_plain(statement.received.total),
        "received_by_method": _money(statement.received_by_method),
        "refunded": format_plain(statement.refunded.total),
        "closing": format_plain(statement.closing),
        "charged_a": format_plain(statement.charged.own),
        "charged_b": format_plain(statement.charged.earlier),
        "balances": [
            {"no": each.number, "amount": format_plain(each.amount)}
            for each in statement.balances
        ],
    }


def _numbers(statement: Statement, section: Section) -> list[str]:
    return [slip.number for slip in statement.section(section)]


def _ended(statement: Statement, state: SlipState) -> list[str]:
    """In order of issue, whichever section they stand in."""
    slips = sorted(statement.slips, key=lambda slip: (slip.issued_at, slip.id))
    return [slip.number for slip in slips if slip.state is state]


def _money(sums: Mapping[Any, Decimal]) -> dict[str, str]:
    return {str(key): format_plain(amount) for key, amount in sums.items()}
