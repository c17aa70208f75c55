"""What some meanings in ``resources/words/fault.txt`` imply."""

WATER = frozenset({"leak"})
"""Meanings that pass through a ceiling: above and below may be one leak."""

FIXTURES = frozenset(
    {
        "tap",
        "toilet",
        "urinal",
        "basin",
        "shower",
        "heater",
        "heating",
        "valve",
        "meter",
        "pipe",
        "aircon",
    }
)
"""Things that leak where they stand."""

OVERHEAD = frozenset({"ceiling", "above", "below", "wall"})
"""Meanings that tell of water from another floor."""

INCIDENTS = frozenset(
    {"no power", "no water", "not hot", "trapped", "lift", "heating", "gas", "network"}
)
"""Meanings that, in a public area, many units call about."""
