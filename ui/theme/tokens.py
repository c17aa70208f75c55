"""The palette: one record of colour tokens for light, one for dark.

Colours are names of what they are for; nothing else in the program writes a colour.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CopyColours:
    """The colour of one paper copy (联) and of the ink that stays legible on it."""

    paper: str
    ink: str


@dataclass(frozen=True, slots=True)
class Tokens:
    """Every colour the window may use, as ``#RRGGBB``."""

    is_dark: bool
    bg: str
    surface: str
    sunken: str
    hover: str
    chosen: str
    line: str
    line_strong: str
    field: str
    text: str
    text_second: str
    text_third: str
    accent: str
    accent_fill: str
    accent_hover: str
    on_accent: str
    ok: str
    ok_soft: str
    warn: str
    warn_soft: str
    bad: str
    bad_soft: str
    track: str
    raised: str
    copies: tuple[CopyColours, CopyColours, CopyColours, CopyColours]


LIGHT = Tokens(
    is_dark=False,
    bg="#F2F2EF",
    surface="#FFFFFF",
    sunken="#F9F9F7",
    hover="#F1F1EE",
    chosen="#E4EEF7",
    line="#E6E6E2",
    line_strong="#C9C9C4",
    field="#92959A",
    text="#1B1D20",
    text_second="#51555C",
    text_third="#666A71",
    accent="#17588F",
    accent_fill="#17588F",
    accent_hover="#114773",
    on_accent="#FFFFFF",
    ok="#1B6E43",
    ok_soft="#E3F1E8",
    warn="#8A5200",
    warn_soft="#FBEFD8",
    bad="#B5281A",
    bad_soft="#FBE8E4",
    track="#E6E6E2",
    raised="#FFFFFF",
    copies=(
        CopyColours("#FFFFFF", "#51555C"),
        CopyColours("#F7CFCB", "#8E1F16"),
        CopyColours("#CFE0F3", "#164A80"),
        CopyColours("#F6E7A6", "#6A5200"),
    ),
)

DARK = Tokens(
    is_dark=True,
    bg="#151618",
    surface="#1C1E21",
    sunken="#181A1C",
    hover="#26292D",
    chosen="#1E3347",
    line="#2C2F34",
    line_strong="#464A51",
    field="#6E737B",
    text="#E7E8E6",
    text_second="#B0B4BA",
    text_third="#969BA3",
    accent="#78B4EA",
    accent_fill="#2A6CAB",
    accent_hover="#3379BD",
    on_accent="#FFFFFF",
    ok="#6CC495",
    ok_soft="#1B3427",
    warn="#E3AE5C",
    warn_soft="#3A2D17",
    bad="#F28B7D",
    bad_soft="#43221E",
    track="#2F3338",
    raised="#464A51",
    copies=(
        CopyColours("#3A3D42", "#D6D8DB"),
        CopyColours("#5A2B29", "#F6B5AE"),
        CopyColours("#23405E", "#A9CFF5"),
        CopyColours("#51451C", "#EED98A"),
    ),
)
