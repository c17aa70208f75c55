"""Closes finance periods (关账): housekeeping proposes, Finance confirms (4.7-4)."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from app.desk import Desk
from app.errors import Refusal
from models.statement import Statement

Draw = Callable[[Statement], bytes]


class PeriodNotOver(Refusal):
    """The period ``period`` can be closed from ``from_at`` on, the 21st 00:00."""


class PeriodClosedAlready(Refusal):
    """``period`` was closed at ``at`` by ``by``."""


class EarlierPeriodOpen(Refusal):
    """``earlier`` must be closed before ``period``."""


class CloseNotProposed(Refusal):
    """Nobody of housekeeping has proposed to close ``period`` yet."""


class CloseProposedAlready(Refusal):
    """``by`` has proposed to close ``period`` already, at ``at``."""


class ProposerConfirms(Refusal):
    """``by`` proposed to close ``period``; somebody else confirms it."""


@dataclass(frozen=True, slots=True)
class Papers:
    """How the PDF and the workbook of a statement are drawn; ``ui`` hands them in."""

    pdf: Draw
    xlsx: Draw


@dataclass(frozen=True, slots=True)
class Missing:
    """What stands open before a period is closed: numbers of slips, and dates.

    Nothing of it forbids the close (4.7-5); it is shown to both who close.

    ``not_back``: slips without their finance copy; ``unbundled``: copies in hand that
    are in no bundle; ``open_bundles``: bundles that were begun and not handed over;
    ``pending_waivers``: waivers nobody has decided; ``in_dispute``: quotes the owner
    disputes; ``unpaid``: slips that owe; ``paid_unseen``: money without its paper;
    ``gaps``: what open gap cases ask for. ``act_on``: the day of the handover.
    """

    period: str
    at: datetime
    not_back: tuple[str, ...]
    unbundled: tuple[str, ...]
    open_bundles: tuple[int, ...]
    pending_waivers: tuple[str, ...]
    in_dispute: tuple[str, ...]
    unpaid: tuple[str, ...]
    paid_unseen: tuple[str, ...]
    gaps: tuple[str, ...]
    act_on: date
    is_handed_over: bool
    closes_from: datetime
    closes_normally_on: date
    earlier_open: str | None
    proposed_by: str
    proposed_at: datetime | None


def what_is_missing(session: Session, desk: Desk, period: str) -> Missing:
    """What a person should look at before the period is closed."""
    raise NotImplementedError


def propose_close(session: Session, desk: Desk, period: str) -> None:
    """Housekeeping's half; the other is ``confirm_close``."""
    raise NotImplementedError


def confirm_close(
    session: Session, desk: Desk, period: str, papers: Papers | None
) -> Statement:
    """Finance's half: count the statement, store it with its papers, close for good."""
    raise NotImplementedError


def close_alone(
    session: Session, desk: Desk, period: str, papers: Papers | None
) -> Statement:
    """Both halves in one step: the command on a database in a file."""
    raise NotImplementedError


def replay_close(session: Session, desk: Desk, period: str) -> Statement:
    """Close as a data book says it was, at the desk's moment, without papers.

    What was in hand is taken to have been handed over in one bundle.
    """
    raise NotImplementedError
