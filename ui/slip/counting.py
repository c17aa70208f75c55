"""Counts a print when it is printed or saved, not when it is only looked at."""

from collections.abc import Callable, Collection
from functools import partial
from typing import Any

from PySide6.QtCore import QObject

from app.errors import Refusal
from app.progress import Progress
from ui.paper_draw import slip_pdf
from ui.shell.frame import Frame, Kind

Pages = Callable[[bytes], object]


class Counting(QObject):
    """One print of one or several slips: the pages are drawn again once it is counted,
    so that they say what the books say, whatever another desk printed meanwhile.

    It outlives the dialog that shows the pages: what was counted is printed.
    """

    def __init__(
        self,
        frame: Frame,
        step: Callable[..., object],
        *args: object,
        numbers: tuple[str, ...],
        copies: Collection[int] | None = None,
    ) -> None:
        super().__init__(frame.place)
        self._frame = frame
        self._step = step
        self._args = args
        self._numbers = numbers
        self._copies = copies
        self._is_counted = False

    def count(
        self,
        then: Pages,
        refused: Callable[[Refusal], object],
        ended: Callable[[], object],
    ) -> None:
        """Count it, once; ``then`` takes the pages as they are counted. ``ended`` is
        called however the counting ended, also where the disk failed.
        """
        if self._is_counted:
            ended()
            self._load(then)
            return
        self._frame.work.change(
            self,
            self._step,
            *self._args,
            done=partial(self._after_count, then),
            refused=refused,
            ended=ended,
        )

    def tell_unused(self) -> None:
        """The pages were closed without being printed or saved."""
        first = self._numbers[0]
        more = len(self._numbers) - 1
        head = (
            self.tr("{number} and %n more not printed", "", more)
            if more
            else self.tr("{number} not printed")
        )
        text = self.tr("The pages were neither printed nor saved; no print is counted.")
        self._frame.say(Kind.WAITS, head.format(number=first), text)
        self.deleteLater()

    def _after_count(self, then: Pages, _: object) -> None:
        self._is_counted = True
        self._load(then)

    def _load(self, then: Pages) -> None:
        self._frame.work.look(
            self, load_forms, self._numbers, done=partial(self._draw, then)
        )

    def _draw(self, then: Pages, forms: Any) -> None:
        self._frame.work.draw(
            self,
            partial(write_forms, forms, self._copies),
            then,
            title=self.tr("Drawing {number}").format(number=self._numbers[0]),
        )


def load_forms(session: Any, desk: Any, numbers: tuple[str, ...]) -> Any:
    """What the papers of these slips say."""
    # The first slip of a day pays for it, not the start of the program.
    from reports.slip_form_load import load

    return load(session, desk, numbers)


def load_next_prints(
    session: Any, desk: Any, numbers: tuple[str, ...], copies: Collection[int] | None
) -> Any:
    """What the next print of these slips will say, before it is counted."""
    from reports.office import local_time
    from reports.slip_paper import as_next_print

    at = local_time(desk, desk.now())
    assert at is not None
    return [
        as_next_print(form, copies, at) for form in load_forms(session, desk, numbers)
    ]


def write_forms(
    forms: Any, copies: Collection[int] | None, progress: Progress
) -> bytes:
    """The pages of slips: one for each of ``copies`` (None: all)."""
    return slip_pdf(forms, copies=copies, step=progress.step)
