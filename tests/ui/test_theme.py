"""Colours, letters and pictures of the window."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QRawFont
from PySide6.QtWidgets import QApplication

from ui.kit.icon import BRAND, icon, icon_folder
from ui.theme.theme import Theme, tokens
from ui.theme.tokens import DARK, LIGHT, Tokens
from ui.theme.typeface import CAPTION, FAMILIES, typeface

UI = Path(__file__).resolve().parents[2] / "ui"


def _share(channel: int) -> float:
    part = channel / 255
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def _contrast(one: str, other: str) -> float:
    """The WCAG ratio of two colours."""
    lights = []
    for colour in (one, other):
        red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
        lights.append(
            0.2126 * _share(red) + 0.7152 * _share(green) + 0.0722 * _share(blue)
        )
    high, low = max(lights), min(lights)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_every_word_can_be_read_on_its_ground(colours: Tokens) -> None:
    pairs = [
        (colours.text, colours.surface),
        (colours.text_second, colours.bg),
        (colours.text_third, colours.surface),
        (colours.text_third, colours.chosen),
        (colours.accent, colours.surface),
        (colours.on_accent, colours.accent_fill),
        (colours.on_accent, colours.accent_hover),
        (colours.ok, colours.ok_soft),
        (colours.warn, colours.warn_soft),
        (colours.bad, colours.bad_soft),
        *((copy.ink, copy.paper) for copy in colours.copies),
    ]
    weak = [pair for pair in pairs if _contrast(*pair) < 4.5]
    assert not weak


def test_the_rare_characters_of_names_are_in_the_bundled_fonts(
    qapp: QApplication,
) -> None:
    for weight in (False, True):
        fonts = []
        for family in FAMILIES:
            font = typeface(CAPTION, is_strong=weight)
            font.setFamilies([family])
            fonts.append(QRawFont.fromFont(font))
        for character in "𬭎𠮷𡈽𰻝单仇翟":
            assert any(font.supportsCharacter(ord(character)) for font in fonts), (
                character
            )


def test_figures_of_one_weight_are_equally_wide(qapp: QApplication) -> None:
    for is_strong in (False, True):
        metrics = QFontMetrics(typeface(CAPTION, is_strong=is_strong))
        assert len({metrics.horizontalAdvance(figure) for figure in "0123456789"}) == 1


def test_the_window_follows_the_scheme_of_the_system(qapp: QApplication) -> None:
    theme = Theme.of(qapp)
    heard: list[Tokens] = []
    theme.changed.connect(lambda: heard.append(tokens()))
    hints = qapp.styleHints()
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert heard == [DARK, LIGHT]


def test_every_picture_that_is_kept_is_used_and_the_other_way_round(
    qapp: QApplication,
) -> None:
    kept = {path.stem for path in icon_folder().glob("*.svg")}
    source = "\n".join(path.read_text("utf-8") for path in UI.rglob("*.py"))
    quoted = set(re.findall(r'"([a-z0-9]+(?:-[a-z0-9]+)*)"', source))
    unused = kept - quoted - {BRAND}
    assert not unused
    for name in kept:
        assert not icon(name).isNull()
    assert (icon_folder() / "LUCIDE-LICENSE.txt").is_file()


def test_no_colour_is_written_outside_the_palette() -> None:
    strays = [
        f"{path.name}: {found}"
        for path in UI.rglob("*.py")
        if path.parent.name != "theme"
        for found in re.findall(r'"#[0-9A-Fa-f]{6}"', path.read_text("utf-8"))
    ]
    # Paper is white and its mark is black whatever the palette; nothing else is.
    assert {stray.split(": ")[1] for stray in strays} <= {'"#FFFFFF"', '"#1B1D20"'}
