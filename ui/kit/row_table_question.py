"""What the headings of a table ask: an order, and a filter in every column."""

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QObject, Signal

from app.listing import (
    ColumnFilter,
    HasWords,
    IsAtLeast,
    IsOneOf,
    IsWithin,
    Sort,
)
from ui.kit.column import Asks, Column

ONE_DAY = timedelta(days=1)


class TableQuestion(QObject):
    """Order and filters of one table; both of its headers paint and change them.

    ``captions`` are words that stand in a heading's filter although it was not set
    there, such as the span chosen above the table; ``let_go`` tells that somebody
    wants such a caption away.
    """

    changed = Signal()
    """What is asked is something else now."""
    told = Signal()
    """Something to paint changed."""
    let_go = Signal(str)

    def __init__(self, sort: Sort, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.sort = sort
        self.filters: dict[str, ColumnFilter] = {}
        self.captions: dict[str, str] = {}
        self.seen_elsewhere: frozenset[str] = frozenset()
        """Columns whose filter can be seen and taken away beside the table too."""
        self.today: Callable[[], date] | None = None
        """The day at the site; where it is known its year is not written out."""

    def sort_by(self, key: str, *, is_descending: bool | None = None) -> None:
        """Order by a column; asked again without a direction, the other way round."""
        if is_descending is None:
            is_same = self.sort.key == key
            is_descending = is_same and not self.sort.is_descending
        self._set_sort(Sort(key, is_descending))

    def _set_sort(self, sort: Sort) -> None:
        if sort != self.sort:
            self.sort = sort
            self.told.emit()
            self.changed.emit()

    def ask(self, key: str, asked: ColumnFilter | None) -> None:
        """Set what a heading asks; None asks nothing."""
        if self.filters.get(key) == asked:
            return
        if asked is None:
            del self.filters[key]
        else:
            self.filters[key] = asked
        self.told.emit()
        self.changed.emit()

    def drop(self, key: str) -> None:
        """Take away what stands in a heading's filter."""
        if key in self.filters:
            self.ask(key, None)
        elif key in self.captions:
            self.let_go.emit(key)

    def is_asked(self, key: str) -> bool:
        """Whether something stands in the filter of a heading."""
        return key in self.filters or key in self.captions

    def caption(self, key: str, text: str) -> None:
        """Let words stand in a heading's filter; empty takes them away."""
        if self.captions.get(key, "") != text:
            self.captions[key] = text
            if not text:
                del self.captions[key]
            self.told.emit()

    def clear(self) -> None:
        """Ask nothing in any heading."""
        if self.filters:
            self.filters.clear()
            self.told.emit()
            self.changed.emit()

    def days_text(self, asked: IsWithin) -> str:
        """``11-20``, ``11-20–12-01``; with the years where one is not today's."""
        first, last = asked.from_on, asked.until_on and asked.until_on - ONE_DAY
        years = {day.year for day in (first, last) if day is not None}
        if self.today is not None:
            years.add(self.today().year)
        form = "%m-%d" if len(years) == 1 else "%Y-%m-%d"
        texts = ["" if day is None else day.strftime(form) for day in (first, last)]
        return texts[0] if texts[0] == texts[1] else "–".join(texts)

    def columns(self) -> tuple[tuple[str, ColumnFilter], ...]:
        """The filters as a list is asked for them."""
        return tuple(self.filters.items())

    def kept(self) -> str:
        """Order and filters as text, to be read by ``restore``."""
        return json.dumps(
            {
                "sort": [self.sort.key, self.sort.is_descending],
                "filters": {key: _kept(each) for key, each in self.filters.items()},
            },
            ensure_ascii=False,
        )

    def restore(self, kept: str, columns: Sequence[Column[Any]]) -> None:
        """Take up what ``kept`` gave, silently; what ``columns`` no longer ask or know
        is left out.
        """
        known = {column.key: column for column in columns}
        try:
            found = json.loads(kept)
            key, is_descending = found["sort"]
            filters = {
                name: _restored(each, known[name])
                for name, each in found["filters"].items()
                if name in known
            }
        except (ValueError, TypeError, KeyError, AttributeError, ArithmeticError):
            return
        if key in known and known[key].is_sortable:
            self.sort = Sort(key, bool(is_descending))
        self.filters = {
            name: asked for name, asked in filters.items() if asked is not None
        }


def _kept(asked: ColumnFilter) -> dict[str, Any]:
    match asked:
        case HasWords():
            return {"words": asked.words}
        case IsOneOf():
            return {"members": list(asked.members)}
        case IsWithin():
            return {"days": [_day_kept(asked.from_on), _day_kept(asked.until_on)]}
        case IsAtLeast():
            return {"least": str(asked.least)}


def _day_kept(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _restored(found: Mapping[str, Any], column: Column[Any]) -> ColumnFilter | None:
    match column.asks:
        case Asks.WORDS:
            return HasWords(str(found["words"]))
        case Asks.CHOICE:
            known = {stored for stored, _ in column.choices}
            members = tuple(each for each in found["members"] if each in known)
            return IsOneOf(members) if members else None
        case Asks.DAYS:
            first, last = (
                None if day is None else date.fromisoformat(day)
                for day in found["days"]
            )
            return IsWithin(first, last)
        case Asks.MONEY | Asks.MINUTES:
            return IsAtLeast(Decimal(found["least"]))
        case Asks.NOTHING:
            return None
