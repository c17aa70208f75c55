"""The five tie-out identities of a statement (4.7-10).

Both sides of each are counted on their own: what stands in the lists against what the
database sums, so that a difference in the books shows.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from app.statement_sum import Sums
from models.ledger_entry import EntryKind
from models.money import ZERO, format_plain
from models.statement import Identity, Section, StatementBalance, StatementSlip

ISSUED = "issued"
MONEY = "money"
METHODS = "methods"
COPIES = "copies"
BALANCES = "balances"
KEYS = (ISSUED, MONEY, METHODS, COPIES, BALANCES)
"""(i) to (v) in order."""


def identities(
    sums: Sums,
    slips: Sequence[StatementSlip],
    balances: Sequence[StatementBalance],
    copies_in_bundles: int,
    issued_from: Mapping[Section, int],
) -> tuple[Identity, ...]:
    """(i) to (v); ``issued_from``: how many of A and C were issued in the period."""
    total = {kind: split.total for kind, split in sums.splits.items()}
    should_be = (
        sums.opening
        + total[EntryKind.CHARGE]
        - total[EntryKind.WAIVE]
        + total[EntryKind.ADJUST]
        - total[EntryKind.PAY]
        + total[EntryKind.REFUND]
    )
    by_method = sum(sums.received_by_method.values(), ZERO)
    early = sum(each.is_early for each in slips)
    with_copy = sum(each.has_paper for each in slips if each.section is not Section.C)
    return (
        _counts(ISSUED, sums.issued, issued_from[Section.A] + issued_from[Section.C]),
        _amounts(MONEY, should_be, sums.closing),
        _amounts(METHODS, by_method, total[EntryKind.PAY]),
        _counts(COPIES, copies_in_bundles + early, with_copy),
        _amounts(BALANCES, sums.closing, sum((each.amount for each in balances), ZERO)),
    )


def _counts(key: str, left: int, right: int) -> Identity:
    return Identity(key, str(left), str(right))


def _amounts(key: str, left: Decimal, right: Decimal) -> Identity:
    return Identity(key, format_plain(left), format_plain(right))
