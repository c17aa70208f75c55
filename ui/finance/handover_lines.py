"""What the handover tab lists: the bundle, what waits, what an escort brought."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from models.handover_list import BundleCopy, HandoverList
from models.money import ZERO
from models.slip import SlipState
from ui.finance.count_words import CountWords
from ui.finance.slip_line import SlipLine
from ui.kit.label import Tone
from ui.slip.moment import Moments
from ui.words import word

BUNDLE, WAITING, EARLY, ENDED = "bundle", "waiting", "early", "ended"


def handover_lines(found: HandoverList, moments: Moments) -> list[SlipLine]:
    """The last copy scanned stands first: it is the one in hand."""
    lines: list[SlipLine] = []
    bundle = found.open_bundle
    if bundle is not None:
        title = QCoreApplication.translate(
            "HandoverLines", "Bundle {number}, being scanned"
        )
        lines += _group(
            BUNDLE,
            title.format(number=bundle.batch_no),
            tuple(reversed(bundle.copies)),
            moments,
            always=True,
        )
    groups = (
        (
            WAITING,
            QCoreApplication.translate("HandoverLines", "In hand, not scanned yet"),
            found.waiting,
        ),
        (
            EARLY,
            QCoreApplication.translate(
                "HandoverLines", "Brought early by escort, in no bundle"
            ),
            found.early,
        ),
        (
            ENDED,
            QCoreApplication.translate("HandoverLines", "Without paper, number only"),
            found.number_only,
        ),
    )
    for part, title, copies in groups:
        lines += _group(part, title, copies, moments, always=part == WAITING)
    return lines


def _group(
    part: str,
    title: str,
    copies: tuple[BundleCopy, ...],
    moments: Moments,
    *,
    always: bool,
) -> Iterable[SlipLine]:
    if copies or always:
        count = CountWords().copies(len(copies))
        total = sum((copy.charged for copy in copies), ZERO)
        tone = Tone.WARN if part == WAITING and copies else Tone.SECOND
        yield SlipLine(part, title, text=count, amount=total, tone=tone)
    for copy in copies:
        mark, tone = _mark(copy)
        yield SlipLine(
            part,
            copy.number,
            copy.slip_id,
            day=moments.write_day(copy.issued_at),
            room=copy.room,
            text=copy.content,
            mark=mark,
            tone=tone,
            amount=copy.charged,
        )


def _mark(copy: BundleCopy) -> tuple[str, Tone]:
    if copy.is_photocopy:
        text = QCoreApplication.translate("HandoverLines", "photocopy, copy is lost")
        return text, Tone.WARN
    if copy.state in (SlipState.VOID, SlipState.CANCELLED):
        return word(copy.state), Tone.SECOND
    if copy.is_earlier:
        text = QCoreApplication.translate("HandoverLines", "earlier period")
        return text, Tone.SECOND
    if copy.escort:
        return copy.escort, Tone.SECOND
    return "", Tone.SECOND
