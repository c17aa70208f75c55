"""What a card of the dispatcher's board says at a moment."""

from datetime import datetime, timedelta

from PySide6.QtCore import QObject

from app.dispatch_board import Board
from app.dispatch_card import (
    Card,
    came_late,
    is_loud,
    response_clock,
    running_clocks,
)
from app.limit_clock import Clock, whole_minutes
from app.time_limit import LimitKey, LimitUnit
from models.money import format_money
from models.slip import SlipState
from models.staff import Permission
from models.unit import AreaKind
from ui.kit.card import CardFace
from ui.kit.fields import COMMA, NAME_MARK
from ui.kit.glyph import Shape
from ui.kit.label import Tone
from ui.slip.limit_word import (
    limit_tone,
    short_words,
    span_words,
    tell_supervisor,
)
from ui.slip.moment import Moments
from ui.slip.room import room_text
from ui.slip.status import status_of
from ui.words import word
from ui.work import Work

_HOUR = 60
_KEEPS_ITS_WORD = frozenset({SlipState.QUOTED, SlipState.DISPUTED, SlipState.SUSPENDED})
"""States that say more than a clock; what is late stands in the note under them."""
_OF_WAITING = frozenset({LimitKey.URGENT_RESPONSE, LimitKey.UNIT_ONSITE})


def room_of(card: Card) -> str:
    """How the desk names the place of a card."""
    return room_text(card.unit_label, card.area, card.place)


class CardFaces(QObject):
    """Writes cards; a moment is handed in, so that all cards speak of the same one."""

    def __init__(self, work: Work, parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self._moments = Moments(work)

    def face(
        self, card: Card, board: Board, now: datetime, *, is_fresh: bool = False
    ) -> CardFace:
        """The words of one card."""
        status = status_of(card.state, is_bounced=card.is_bounced)
        shape, shape_tone = status.shape, status.glyph_tone
        text, tone = status.word, status.word_tone
        per_mille: int | None = None
        desk = self._work.desk
        clocks = running_clocks(desk, card, now)
        clock = self._shown(card, clocks)
        if clock is not None:
            text = self.clock_words(clock)
            per_mille = clock.per_mille
            tone = limit_tone(clock)
            shape_tone = Tone.ACCENT if tone is Tone.SECOND else tone
        elif card.state is SlipState.ON_SITE and card.arrival_minutes is not None:
            text = self._arrived(card)
            shape, shape_tone = Shape.TICK, Tone.OK
            if came_late(desk, card):
                shape, shape_tone = Shape.ALARM, Tone.WARN
        who, who_tone = NAME_MARK.join(card.technicians), Tone.TEXT
        if card.waits and desk.may(Permission.DISPATCH_SLIP):
            who, who_tone = self.tr("Dispatch"), Tone.ACCENT
        elif not who:
            who = card.supervisor or ""
        waits = response_clock(desk, card, now)
        note, note_tone = self._note(card, board, now)
        others = [each for each in clocks if each is not clock]
        note, note_tone = _with_clocks(note, note_tone, clock, others)
        return CardFace(
            card.id,
            room_of(card),
            card.content,
            self.age_words(card.issued_at, now),
            text,
            shape,
            shape_tone,
            tone,
            per_mille,
            who,
            who_tone,
            note,
            note_tone,
            self.tr("Urgent") if card.is_urgent else "",
            self.tr("New") if is_fresh else "",
            Tone.SECOND if waits is None else limit_tone(waits),
        )

    def _shown(self, card: Card, clocks: list[Clock]) -> Clock | None:
        """The clock that takes the place of the state's word: the most pressing one,
        but a calm day's limit gives way to the state.
        """
        if card.state in _KEEPS_ITS_WORD or card.is_bounced:
            return None
        if card.waits:
            clocks = [one for one in clocks if one.limit.key in _OF_WAITING]
        first = next(iter(clocks), None)
        if first is None:
            return None
        is_short = first.limit.unit in (LimitUnit.MINUTES, LimitUnit.HOURS)
        return first if is_short or is_loud(first) else None

    def clock_words(self, clock: Clock) -> str:
        """``已 8 分，余 12`` or ``超 6 分未到场``, ``完工余 35 分``."""
        if clock.limit.key is not LimitKey.UNIT_ONSITE:
            return short_words(clock)
        if clock.is_late:
            text = self.tr("{span} late").format(span=span_words(clock.over))
            told = self.tr("{late}, told").format(late=text)
            return text if clock.told_at is None else told
        if clock.is_by_appointment:
            return self.tr("Due {time}, {span} left").format(
                time=self._moments.write(clock.due_at),
                span=span_words(clock.left),
            )
        return self.tr("{passed} min gone, {left} left").format(
            passed=clock.used, left=clock.left
        )

    def response_words(self, card: Card, now: datetime) -> tuple[str, Tone]:
        """``急修，余 14 分``: how long an urgent slip may still wait."""
        clock = response_clock(self._work.desk, card, now)
        if clock is None:
            return "", Tone.SECOND
        span = span_words(abs(clock.left))
        if clock.is_late:
            text = self.tr("Urgent, {span} too late")
        else:
            text = self.tr("Urgent, {span} left")
        return text.format(span=span), Tone.BAD

    def age_words(self, since: datetime, now: datetime) -> str:
        """How long ago: minutes, hours, yesterday, else the day."""
        desk = self._work.desk
        days = (desk.local(now).date() - desk.local(since).date()).days
        minutes = max(0, whole_minutes(since, now))
        if days < 1 or minutes < _HOUR:
            return span_words(minutes)
        if days == 1:
            return self.tr("Yesterday")
        return self._moments.write_short(since)

    def _arrived(self, card: Card) -> str:
        took = span_words(card.arrival_minutes or 0)
        late = came_late(self._work.desk, card)
        if late:
            return self.tr("There after {span}, {late} late").format(
                span=took, late=span_words(late)
            )
        return self.tr("There after {span}").format(span=took)

    def _note(self, card: Card, board: Board, now: datetime) -> tuple[str, Tone]:
        if card.is_bounced:
            return card.bounce_reason or "", Tone.SECOND
        if card.waits:
            return self._waiting_note(card, board), Tone.SECOND
        if card.state is SlipState.SUSPENDED:
            return self._suspended_note(card, now)
        if card.state is SlipState.DONE and card.done_at is not None:
            when = self._moments.write(card.done_at)
            return self.tr("Done {time}").format(time=when), Tone.SECOND
        return self._price_note(card), Tone.SECOND

    def _waiting_note(self, card: Card, board: Board) -> str:
        if card.visit is not None and card.visit.arrived_at is not None:
            return self.tr("{names} was there {day}").format(
                names=NAME_MARK.join(card.visit.technicians),
                day=self._moments.write_short(card.visit.arrived_at),
            )
        mine = [one for one in board.technicians if card.column in one.trades]
        if len(mine) > 1:
            least = min(mine, key=lambda one: one.today)
            return self.tr("{name} has least today").format(name=least.name)
        return "" if card.area_kind is AreaKind.UNIT else word(card.area_kind)

    def _suspended_note(self, card: Card, now: datetime) -> tuple[str, Tone]:
        parts = [card.unfinished_reason or ""]
        is_over = False
        if card.eta_at is not None:
            eta = self._moments.write(card.eta_at)
            parts.append(self.tr("expected {time}").format(time=eta))
            is_over = card.eta_at < now - timedelta(minutes=1)
        text = COMMA.join(part for part in parts if part)
        return text, Tone.BAD if is_over else Tone.SECOND

    def _price_note(self, card: Card) -> str:
        if card.quote is None:
            is_there = card.state is SlipState.WORKING and card.arrived_at is not None
            return self._arrived(card) if is_there else ""
        amount = format_money(card.quote)
        if card.state is SlipState.DISPUTED:
            return self.tr("Quote {amount}, housekeeping talks").format(amount=amount)
        if card.state is SlipState.QUOTED:
            return self.tr("Quote {amount}, owner decides").format(amount=amount)
        return self.tr("Quote {amount}, owner agreed").format(amount=amount)


def _with_clocks(
    note: str, tone: Tone, shown: Clock | None, others: list[Clock]
) -> tuple[str, Tone]:
    """The note with what else is late or stands still before it."""
    told = [clock for clock in others if is_loud(clock) or clock.is_paused]
    parts = [short_words(clock) for clock in told]
    if shown is not None and shown.must_escalate:
        parts.insert(0, tell_supervisor())
    tones = [tone, *map(limit_tone, told)]
    loudest = next((each for each in (Tone.BAD, Tone.WARN) if each in tones), tone)
    return COMMA.join(filter(None, (*parts, note))), loudest
