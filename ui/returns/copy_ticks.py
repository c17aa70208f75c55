"""Which copies are in hand: ticked by a press, or by scanning the copy."""

from PySide6.QtWidgets import QWidget

from app.slip_copy_move import NEEDED_BACK
from app.slip_view import CopyView, SlipView
from models.copy_scheme import CopyRole
from models.slip_copy import CopyPlace
from models.unit import AreaKind
from ui.kit.copy_labels import CopyTick
from ui.kit.flow_layout import FlowLayout
from ui.kit.tab_order import put_before
from ui.slip.copy_face import copy_faces
from ui.slip.moment import Moments

_NOT_BACK = frozenset({CopyPlace.OWNER, CopyPlace.FINANCE})


class CopyTicks(QWidget):
    """One tick for each printed copy.

    Typed by its number, a paper is taken to be there with all its copies. Once a copy
    was scanned, those that must come back are there only when they were scanned too.
    """

    def __init__(self, moments: Moments) -> None:
        super().__init__()
        self._moments = moments
        self._line = FlowLayout(self, 8, is_even=True)
        self._needed: frozenset[int] = frozenset()
        self._scanned: set[int] = set()
        self.ticks: list[CopyTick] = []

    def show_copies(self, view: SlipView) -> None:
        """The copies of another paper."""
        self.drop()
        is_unit = view.facts["area_kind"] is AreaKind.UNIT
        copies = {copy.copy_no: copy for copy in view.copies}
        for face in copy_faces(view, self._moments):
            copy = copies[face.number]
            if copy.place is None:
                continue
            tick = CopyTick(face)
            # The owner's copy of a unit stays with the owner.
            stays = is_unit and copy.role is CopyRole.OWNER
            tick.setChecked(not stays and copy.place not in _NOT_BACK)
            if stays:
                tick.say(self.tr("came back"), self.tr("left with the owner"))
                tick.is_calm = True
            elif copy.role is CopyRole.ENG:
                tick.say(self.tr("with Engineering"), self.tr("not here"))
            self.ticks.append(tick)
            self._line.addWidget(tick)
        put_before(self, self.ticks)
        self._needed = frozenset(
            number for number, copy in copies.items() if _must_be_scanned(copy)
        )

    def scan(self, copy_no: int) -> bool:
        """A copy was scanned; False if the slip has no such copy."""
        tick = next((t for t in self.ticks if t.face.number == copy_no), None)
        if tick is None:
            return False
        if not self._scanned:
            for other in self.ticks:
                if other.face.number in self._needed:
                    other.setChecked(False)
        self._scanned.add(copy_no)
        tick.setChecked(True)
        return True

    def in_hand(self) -> frozenset[int]:
        """The copies that are ticked."""
        return frozenset(t.face.number for t in self.ticks if t.isChecked())

    def missing(self) -> frozenset[int]:
        """Those that should be here and are not."""
        return frozenset(
            t.face.number for t in self.ticks if not t.isChecked() and not t.is_calm
        )

    def typed(self) -> list[int]:
        """What is ticked, for what is kept; JSON can hold it."""
        return sorted(self.in_hand())

    def set_typed(self, ticked: list[int]) -> None:
        """Tick these and no others."""
        for tick in self.ticks:
            tick.setChecked(tick.face.number in ticked)
        self._scanned = {number for number in ticked if number in self._needed}

    def drop(self) -> None:
        """No paper is in hand."""
        for tick in self.ticks:
            self._line.removeWidget(tick)
            tick.hide()
            tick.deleteLater()
        self.ticks = []
        self._scanned = set()
        self._needed = frozenset()


def _must_be_scanned(copy: CopyView) -> bool:
    away = (CopyPlace.FINANCE, CopyPlace.LOST, None)
    return copy.role in NEEDED_BACK and copy.place not in away
