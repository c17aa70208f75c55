"""What the labels of the paper copies say: holder, place, since when."""

from typing import TYPE_CHECKING

from models.slip_copy import CopyPlace
from models.text import QT_TRANSLATE_NOOP
from ui.kit.copy_labels import CopyFace
from ui.language import translate
from ui.slip.moment import Moments
from ui.words import word

if TYPE_CHECKING:
    from app.slip_view import CopyView, SlipView

_NOT_PRINTED = QT_TRANSLATE_NOOP("CopyFace", "not printed")
_OUT = frozenset({CopyPlace.TECHNICIAN, CopyPlace.SUPERVISOR, CopyPlace.DISPATCH})


def copy_faces(view: "SlipView", moments: Moments) -> list[CopyFace]:
    """A face for every copy of the slip's scheme."""
    return [_face(copy, moments) for copy in view.copies]


def _face(copy: "CopyView", moments: Moments) -> CopyFace:
    place = copy.place
    return CopyFace(
        copy.copy_no,
        copy.label,
        copy.colour,
        word(place) if place else translate("CopyFace", _NOT_PRINTED),
        moments.write(copy.place_since),
        moments.write_short(copy.place_since),
        is_away=place is None or place in _OUT,
        is_lost=place is CopyPlace.LOST,
    )
