"""What the cards of the board say, written anew only where something changed.

Each step at any desk brings the whole board; of its hundred cards one is another.
"""

from dataclasses import dataclass
from datetime import datetime

from app.desk import Desk
from app.dispatch_board import Board
from app.dispatch_card import Card
from app.dispatch_standing import Counter, counters_of
from ui.kit.card import CardFace
from ui.slip.dispatch_face import CardFaces


@dataclass(slots=True)
class _Written:
    """One card as it was written; ``ground`` is all that was looked at for it."""

    ground: tuple[object, ...]
    counters: frozenset[Counter]
    face: CardFace | None = None


class WrittenCards:
    """Faces and counters of cards at a moment; clocks count whole minutes."""

    def __init__(self, faces: CardFaces) -> None:
        self._faces = faces
        self._kept: dict[int, _Written] = {}

    def counters(
        self, desk: Desk, card: Card, board: Board, now: datetime, *, is_fresh: bool
    ) -> frozenset[Counter]:
        """The counters a card belongs to."""
        return self._written(desk, card, board, now, is_fresh=is_fresh).counters

    def face(
        self, desk: Desk, card: Card, board: Board, now: datetime, *, is_fresh: bool
    ) -> CardFace:
        """The words of one card."""
        written = self._written(desk, card, board, now, is_fresh=is_fresh)
        if written.face is None:
            written.face = self._faces.face(card, board, now, is_fresh=is_fresh)
        return written.face

    def forget(self, board: Board) -> None:
        """Keep nothing of slips that have left the board."""
        here = {card.id for card in board.cards}
        self._kept = {key: each for key, each in self._kept.items() if key in here}

    def _written(
        self, desk: Desk, card: Card, board: Board, now: datetime, *, is_fresh: bool
    ) -> _Written:
        # Only a card that waits speaks of who has least to do.
        people = board.technicians if card.waits else None
        minute = int(now.timestamp()) // 60
        ground = (minute, is_fresh, desk, card, people)
        kept = self._kept.get(card.id)
        if kept is None or kept.ground != ground:
            kept = _Written(ground, counters_of(desk, card, now))
            self._kept[card.id] = kept
        return kept
