"""The tariff as the lines of a form ask it: at the time the work was begun."""

from collections.abc import Callable
from datetime import datetime

from app.desk import Desk
from app.tariff_book import TariffBook
from app.tariff_price import TariffPrice
from app.tariff_row import TariffRow
from models.slip_line import LineKind
from ui.slip.moment import Moments

OFFERED = 6


class LineTariff:
    """Nothing is offered until ``use`` was told what holds."""

    def __init__(self) -> None:
        self._book = TariffBook()
        self._moments: Moments | None = None
        self._begun: Callable[[], datetime | None] = lambda: None

    def use(
        self,
        book: TariffBook,
        moments: Moments,
        begun: Callable[[], datetime | None],
    ) -> None:
        """``begun`` answers with when the work was begun; None: it begins now."""
        self._book = book
        self._moments = moments
        self._begun = begun

    def find(self, typed: str) -> list[TariffRow]:
        """The items that may be meant, the likeliest first."""
        desk = self._desk()
        if desk is None:
            return []
        day = desk.local(self._at(desk)).date()
        return self._book.find(typed, day, OFFERED)

    def row(self, code: str) -> TariffRow | None:
        """An item as it holds when the work begins."""
        desk = self._desk()
        if desk is None or not code:
            return None
        return self._book.row(code, desk.local(self._at(desk)).date())

    def price(self, code: str, kind: LineKind) -> TariffPrice | None:
        """What an item may cost then."""
        desk = self._desk()
        if desk is None or not code:
            return None
        return self._book.price(desk, code, kind, self._at(desk))

    def _desk(self) -> Desk | None:
        return None if self._moments is None else self._moments.desk

    def _at(self, desk: Desk) -> datetime:
        return self._begun() or desk.now()
