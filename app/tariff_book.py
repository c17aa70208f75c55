"""Finds an item of the tariff by code, name, pinyin or initials while it is typed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from app.desk import Desk
from app.name_reading import readings
from app.search_text import fold
from app.tariff_price import TariffPrice, is_night, price_of
from app.tariff_row import TariffRow, list_tariff
from models.slip_line import LineKind

MOST_OFFERED = 8


@dataclass(frozen=True, slots=True)
class TariffBook:
    """All prices of a centre, to be asked without the database; none while empty."""

    rows: tuple[TariffRow, ...] = ()

    def find(self, typed: str, on: date, most: int = MOST_OFFERED) -> list[TariffRow]:
        """The items that hold on a day and may be meant, the likeliest first."""
        plain = fold(typed).strip()
        if not plain:
            return []
        ranked = [
            (rank, at, row)
            for at, row in enumerate(self.rows)
            if row.holds_on(on) and (rank := item_rank(row, plain)) is not None
        ]
        ranked.sort(key=lambda found: found[:2])
        return [row for _, _, row in ranked[:most]]

    def row(self, code: str, on: date) -> TariffRow | None:
        """An item as it holds on a day."""
        found = (row for row in self.rows if row.code == code and row.holds_on(on))
        return next(found, None)

    def price(
        self, desk: Desk, code: str, kind: LineKind, at: datetime
    ) -> TariffPrice | None:
        """What an item costs for work begun at ``at``; None where it does not hold."""
        row = self.row(code, desk.local(at).date())
        return None if row is None else price_of(row, kind, in_night=is_night(desk, at))


def load_tariff_book(session: Session, desk: Desk) -> TariffBook:
    """The whole tariff with how its names are read, so that typing never waits."""
    book = TariffBook(tuple(list_tariff(session, desk)))
    for row in book.rows:
        _starts(row.name)
    return book


def item_rank(row: TariffRow, plain: str) -> int | None:
    """How well folded words fit an item: 0 best, None not at all.

    The code, its beginning, the name's beginning, what is read from its beginning,
    then anywhere inside.
    """
    code, name = fold(row.code), fold(row.name)
    if plain == code:
        return 0
    if code.startswith(plain):
        return 1
    if name.startswith(plain):
        return 2
    letters = plain.replace(" ", "").replace("'", "")
    spoken = _starts(row.name) if letters.isascii() and letters.isalpha() else ()
    for at, starts in enumerate(spoken):
        if any(reading.startswith(letters) for reading in starts):
            return 3 if at == 0 else 5
    if plain in name or plain in fold(row.category):
        return 4 if plain in name else 6
    return None


def _starts(name: str) -> list[frozenset[str]]:
    """How a name is read from each of its characters on."""
    return [readings(name[at:]) for at in range(len(name))]


def tariff_matches(rows: Iterable[TariffRow], typed: str) -> list[TariffRow]:
    """The rows that fit what was typed, in their order; all where nothing was."""
    plain = fold(typed).strip()
    return [row for row in rows if not plain or item_rank(row, plain) is not None]
