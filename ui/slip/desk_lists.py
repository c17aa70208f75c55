"""The short lists a form chooses from, asked for in one look."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.desk import Desk
from app.reason import reason_texts
from app.staff_directory import StaffRow, list_staff
from app.tariff_book import TariffBook, load_tariff_book
from app.word_list import list_trades
from models.reason_code import ReasonKind
from models.staff import Post


@dataclass(frozen=True, slots=True)
class DeskLists:
    """Trades, people, reasons and prices as they may be chosen now."""

    trades: tuple[str, ...]
    trade_words: Mapping[str, tuple[str, ...]]
    staff: tuple[StaffRow, ...]
    reasons: Mapping[ReasonKind, tuple[str, ...]]
    tariff: TariffBook = TariffBook()  # noqa: RUF009 - frozen, shared safely

    def supervisors(self, trade: str = "") -> list[str]:
        """Those who may take a slip over, people of the trade first."""
        return self._named(Post.SUPERVISOR, trade)

    def technicians(self, trade: str = "") -> list[str]:
        """Those who do the work, people of the trade first."""
        return self._named(Post.TECHNICIAN, trade)

    def technicians_of(self, trade: str) -> list[str]:
        """Only the technicians of a trade; all of them when the trade has none."""
        people = [p for p in self.staff if Post.TECHNICIAN in p.posts]
        mine = [person.name for person in people if trade in person.trades]
        return mine or [person.name for person in people]

    def _named(self, post: Post, trade: str) -> list[str]:
        people = [person for person in self.staff if post in person.posts]
        people.sort(key=lambda person: trade not in person.trades)
        return [person.name for person in people]

    def suggested_trade(self, content: str) -> str | None:
        """The first trade one of whose words stands in ``content``."""
        for trade, words in self.trade_words.items():
            if any(word in content for word in words):
                return trade
        return None


def load_desk_lists(session: Any, desk: Desk) -> DeskLists:
    """Everything a form of slips chooses from."""
    trades = list_trades(session, desk)
    return DeskLists(
        tuple(trade.name for trade in trades),
        {trade.name: trade.words for trade in trades},
        tuple(list_staff(session, desk)),
        {kind: reason_texts(session, desk, kind) for kind in ReasonKind},
        load_tariff_book(session, desk),
    )
