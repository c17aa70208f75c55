"""Offers a supervisor to confirm the clock after it went back (domain-model 4.3)."""

from functools import partial

from PySide6.QtCore import QCoreApplication, QObject

from app.errors import Refusal
from app.numbering import ClockWentBack, confirm_clock
from models.staff import Permission
from ui.shell.frame import Frame, Kind, Offer


def offer_clock(frame: Frame, owner: QObject, refusal: Refusal) -> bool:
    """Offer it in the message bar where the refusal is of that kind and the person
    may; whether it was offered.
    """
    if not isinstance(refusal, ClockWentBack):
        return False
    if not frame.work.desk.may(Permission.CONFIRM_CLOCK):
        return False
    done = partial(_confirmed, frame)
    frame.say(
        Kind.FAILED,
        QCoreApplication.translate("ClockConfirmation", "Not issued"),
        frame.sentence(refusal),
        [
            Offer(
                QCoreApplication.translate("ClockConfirmation", "The clock is right"),
                partial(frame.work.change, owner, confirm_clock, done=done),
            )
        ],
    )
    return True


def _confirmed(frame: Frame, _: None) -> None:
    frame.say(
        Kind.DONE,
        QCoreApplication.translate("ClockConfirmation", "Clock confirmed"),
        QCoreApplication.translate("ClockConfirmation", "Issue the slip again."),
    )
