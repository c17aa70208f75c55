"""Draws papers for window and commands alike: their language, and a missing font."""

from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING

from models.text import translator
from ui.paper_trouble import FontFileMissing

if TYPE_CHECKING:
    from app.desk import Desk
    from models.day_check import DayCheck
    from reports.slip_paper import SlipForm

PAPER_LANGUAGE = "zh_CN"
"""Papers are filled in and kept in Chinese, whatever the window speaks."""


def slip_pdf(
    forms: Sequence["SlipForm"],
    paper: str = "a4",
    copies: Collection[int] | None = None,
    step: Callable[[int, int], None] | None = None,
) -> bytes:
    """The four-copy slips as PDF; ``copies`` None is all. Raises ``FontFileMissing``.

    The drawing library is imported here: the first slip of a day pays for it, not the
    start of the program.
    """
    from reports.slip_form import write_pdf
    from reports.slip_paper import Paper

    out = BytesIO()
    with fonts_at_hand():
        write_pdf(
            forms, out, translator(PAPER_LANGUAGE), Paper(paper), copies, step=step
        )
    return out.getvalue()


def return_check_pdf(check: "DayCheck", desk: "Desk") -> bytes:
    """《每日返单核对表》 as PDF. Raises ``FontFileMissing``."""
    from reports.return_check_sheet import write_pdf

    out = BytesIO()
    with fonts_at_hand():
        write_pdf(check, desk, out, translator(PAPER_LANGUAGE))
    return out.getvalue()


def chase_pdf(check: "DayCheck", desk: "Desk") -> bytes:
    """《追查单》, the slips nobody explained, as PDF. Raises ``FontFileMissing``."""
    from reports.chase_sheet import write_pdf

    out = BytesIO()
    with fonts_at_hand():
        write_pdf(check, desk, out, translator(PAPER_LANGUAGE))
    return out.getvalue()


@contextmanager
def fonts_at_hand() -> Iterator[None]:
    """Turn a missing font into a trouble with a sentence."""
    from reports.fonts import FontMissing

    try:
        yield
    except FontMissing as problem:
        raise FontFileMissing(file=problem.file) from problem
