"""The type scale and the fonts that are bundled, so Han shows on a bare machine."""

import logging
from functools import lru_cache
from importlib import resources
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

KEYCAP = 11
CAPTION = 12
BODY = 13
INPUT = 14
CARD = 15
TITLE = 17
OBJECT = 20
FIGURE = 28
"""Sizes in pixels at 96 dpi; Han is never set below ``CAPTION``."""

FAMILIES = ("Noto Sans SC", "HanaMinB")
"""The second one holds the rare characters of names that the first one lacks."""

FONT_FILES = ("NotoSansSC-Regular.ttf", "NotoSansSC-SemiBold.ttf", "HanaMinB.ttf")


def load_fonts() -> list[str]:
    """Register the bundled fonts; answers with the names of files that are missing."""
    folder = Path(str(resources.files("resources"))) / "fonts"
    missing = []
    for name in FONT_FILES:
        if QFontDatabase.addApplicationFont(str(folder / name)) == -1:
            logging.getLogger(__name__).error("Font file cannot be read: %s", name)
            missing.append(name)
    return missing


def typeface(pixels: int = BODY, *, is_strong: bool = False) -> QFont:
    """The program's font in ``pixels``, regular or semi-bold."""
    # A copy: whoever asks may strike it out, and what Qt found for it is shared.
    return QFont(_face(pixels, is_strong))


@lru_cache(maxsize=64)
def _face(pixels: int, is_strong: bool) -> QFont:
    chosen = QFont()
    chosen.setFamilies(list(FAMILIES))
    chosen.setPixelSize(pixels)
    chosen.setWeight(QFont.Weight.DemiBold if is_strong else QFont.Weight.Normal)
    # Hinting thickens the stems of Han unevenly in the semi-bold.
    chosen.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return chosen
