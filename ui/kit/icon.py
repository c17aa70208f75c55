"""Icons: lucide pictures that take the colour of the theme, sharp at every scale."""

from functools import lru_cache
from importlib import resources
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from ui.theme.theme import tokens

BRAND = "brand"
"""The mark of the program: four stacked sheets, drawn for it."""


def icon_folder() -> Path:
    """The folder with one ``.svg`` an icon."""
    return Path(str(resources.files("resources"))) / "icons"


@lru_cache(maxsize=256)
def _renderer(name: str, colour: str, paper: str) -> QSvgRenderer:
    text = (icon_folder() / f"{name}.svg").read_text("utf-8")
    text = text.replace("currentColor", colour).replace('"paper"', f'"{paper}"')
    text = text.replace('stroke-width="2"', 'stroke-width="1.75"')
    return QSvgRenderer(QByteArray(text.encode()))


@lru_cache(maxsize=512)
def _pixmap(name: str, colour: str, paper: str, size: int, ratio: float) -> QPixmap:
    pixmap = QPixmap(QSize(size, size) * ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    _renderer(name, colour, paper).render(painter)
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def draw_icon(
    painter: QPainter, name: str, x: float, y: float, size: int, colour: str
) -> None:
    """Draw an icon of ``size`` px with its left upper corner at (x, y)."""
    ratio = painter.device().devicePixelRatioF()
    pixmap = _pixmap(name, colour, tokens().surface, size, ratio)
    # Pixel on pixel: at 125 % a picture between two pixels would be blurred.
    place = QRectF(
        round(x * ratio) / ratio,
        round(y * ratio) / ratio,
        pixmap.width() / ratio,
        pixmap.height() / ratio,
    )
    painter.drawPixmap(place, pixmap, QRectF(pixmap.rect()))


def icon(name: str, colour: str | None = None, size: int = 16) -> QIcon:
    """An icon for menus, in the colours of this moment."""
    chosen = QIcon()
    for ratio in (1.0, 2.0):
        chosen.addPixmap(
            _pixmap(name, colour or tokens().text_second, tokens().surface, size, ratio)
        )
    return chosen


def app_icon() -> QIcon:
    """The window's icon, in the sizes a desktop asks for."""
    chosen = QIcon()
    for size in (16, 24, 32, 48, 64, 128, 256):
        chosen.addPixmap(_pixmap(BRAND, "#1B1D20", "#FFFFFF", size, 1.0))
    return chosen
