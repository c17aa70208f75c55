"""Finds the slip of a paper: scanned, typed in full, or by its last digits."""

import re
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from app.errors import Refusal
from app.slip_list import SlipFilter, SlipOrder, SlipRow, first_slip_rows
from app.slip_scan import load_scanned_slip
from app.slip_view import SlipView, load_slip_view, load_slip_view_by_number
from app.usual_result import usual_results
from models.slip import OPEN_STATES, SlipState
from ui.scanner.code import Code
from ui.shell.frame import Frame
from ui.slip.desk_lists import DeskLists, load_desk_lists

MOST_LOOKED_AT = 200
MOST_OFFERED = 12
OUT_STATES = OPEN_STATES - {SlipState.ISSUED}
_LAST_DIGITS = re.compile(r"([0-9]+-)?[0-9]{1,4}")
"""The end of a number, with as much of its date as was typed."""
_COPY_DIGIT = re.compile(r"/([0-9])$")
"""What a code carries after the number: the copy it stands on."""


@dataclass(frozen=True, slots=True)
class Found:
    """A slip whose paper is on the desk, and what its form chooses from.

    ``copy_no`` is the copy that was scanned, ``is_scanned`` whether one was at all.
    """

    view: SlipView
    lists: DeskLists
    results: tuple[str, ...]
    copy_no: int | None = None
    is_scanned: bool = False


class Finding(QObject):
    """Looks slips up one after the other: papers come faster than answers."""

    found = Signal(object)
    """A ``Found``."""
    lost = Signal(str, bool)
    """The sentence why there is none, and whether it was scanned."""
    several = Signal(object)
    """The rows (``SlipRow``) that the digits may mean."""
    begun = Signal()
    """A slip is being looked up."""
    ended = Signal()
    """Nothing is looked up any more, and what was found has been told."""

    def __init__(self, frame: Frame, parent: QObject) -> None:
        super().__init__(parent)
        self._frame = frame
        self._waiting: deque[tuple[Code, ...]] = deque()
        self._is_looking = False
        self.is_held = False
        """A paper is being saved: what was scanned meanwhile waits."""

    def take_scan(self, codes: tuple[Code, ...]) -> None:
        """A code was scanned, which may mean any of these."""
        self._waiting.append(codes)
        self.go_on()

    def go_on(self) -> None:
        """The next scan that waits, if nothing is under way."""
        if self._is_looking or self.is_held or not self._waiting:
            return
        codes = self._waiting.popleft()
        numbers = tuple(code.number for code in codes)
        self._look(load_scanned_slip, numbers, codes)

    def take_id(self, slip_id: int) -> None:
        """A row was chosen."""
        self._look(load_slip_view, slip_id, ())

    def take_typed(self, text: str) -> None:
        """A number, or the end of one, was typed."""
        plain = "".join(text.split()).upper()
        match = _COPY_DIGIT.search(plain)
        typed = _COPY_DIGIT.sub("", plain)
        if not typed:
            return
        if _LAST_DIGITS.fullmatch(typed):
            self._find_ending(typed)
            return
        if match is None:
            self._look(load_slip_view_by_number, typed, ())
            return
        self._look(load_slip_view_by_number, typed, (Code(typed, int(match[1])),))

    def _find_ending(self, typed: str) -> None:
        ending = typed if "-" in typed else f"-{typed.zfill(3)}"
        wanted = SlipFilter(
            states=OUT_STATES, text=ending, order=SlipOrder.NEWEST_FIRST
        )
        self._begin()
        self._frame.work.look(
            self,
            first_slip_rows,
            wanted,
            MOST_LOOKED_AT,
            done=partial(self._choose, typed, ending),
            ended=self._after_looking,
        )

    def _choose(self, typed: str, ending: str, rows: Sequence[SlipRow]) -> None:
        # The words looked for may stand in the place or the fault as well.
        fitting = [row for row in rows if row.number.endswith(ending)]
        if len(fitting) == 1:
            self.take_id(fitting[0].id)
            return
        if fitting:
            self.several.emit(fitting[:MOST_OFFERED])
        else:
            text = self.tr("No paper that is out ends with {digits}.")
            self.lost.emit(text.format(digits=typed), False)

    def _look(self, load: Any, wanted: object, codes: tuple[Code, ...]) -> None:
        self._begin()
        is_scanned = load is load_scanned_slip
        self._frame.work.look(
            self,
            _load,
            load,
            wanted,
            done=partial(self._put, codes, is_scanned),
            refused=partial(self._lose, is_scanned),
            ended=self._after_looking,
        )

    def _begin(self) -> None:
        self._is_looking = True
        self.begun.emit()

    def _after_looking(self) -> None:
        # Told when the answer was: this is called before it, and for troubles alone.
        self._is_looking = False
        QTimer.singleShot(0, self, self._after_telling)

    def _after_telling(self) -> None:
        if not self._is_looking:
            self.ended.emit()

    def _put(
        self,
        codes: tuple[Code, ...],
        is_scanned: bool,
        loaded: tuple[SlipView, DeskLists, tuple[str, ...]],
    ) -> None:
        view = loaded[0]
        names = (view.number, view.facts["stock_no"])
        meant = next((code for code in codes if code.number in names), None)
        copy_no = meant.copy_no if meant else None
        self.found.emit(Found(*loaded, copy_no=copy_no, is_scanned=is_scanned))
        self.go_on()

    def _lose(self, is_scanned: bool, refusal: Refusal) -> None:
        self.lost.emit(self._frame.sentence(refusal), is_scanned)
        self.go_on()


def _load(
    session: Any, desk: Any, load: Any, wanted: object
) -> tuple[SlipView, DeskLists, tuple[str, ...]]:
    view: SlipView = load(session, desk, wanted)
    trade = view.facts["trade"]
    results = usual_results(session, desk, str(trade) if trade else None)
    return view, load_desk_lists(session, desk), results
