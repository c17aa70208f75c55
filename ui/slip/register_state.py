"""What a register remembers on this computer: what it asks, and where one stood."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from app.slip_list import Register
from ui.slip.span import Span
from ui.window_state import WindowState

NAME = "register.state"
MOST_TICKS = 2_000


@dataclass(slots=True)
class Place:
    """Where one stood in a register: the row, what stood at the top, the ticks, and
    how far the columns were scrolled (px). While all is ticked, ``asked`` says all of
    what.
    """

    chosen: int | None = None
    top: int | None = None
    ticked_all: bool = False
    ticked: list[int] = field(default_factory=list)
    left: int = 0
    asked: str = ""


@dataclass(slots=True)
class RegisterState:
    """By register: ``questions`` as its headings give them, ``views`` the view that was
    chosen last, and ``places``.
    """

    register: Register = Register.UNIT
    span: Span | None = Span.NINETY_DAYS
    words: str = ""
    is_pane_open: bool = True
    questions: dict[str, str] = field(default_factory=dict)
    views: dict[str, int] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)


def load_state(state: WindowState) -> RegisterState:
    """What was kept; the usual where nothing was, or nothing that can be read."""
    try:
        found: Mapping[str, Any] = json.loads(state.text(NAME))
        span = found["span"]
        return RegisterState(
            Register(found["register"]),
            None if span is None else Span(span),
            str(found["words"]),
            bool(found["pane"]),
            {str(name): str(text) for name, text in found["questions"].items()},
            {str(name): int(view) for name, view in found["views"].items()},
            {str(name): _place(each) for name, each in found["places"].items()},
        )
    except (ValueError, TypeError, KeyError, AttributeError):
        return RegisterState()


def keep_state(state: WindowState, kept: RegisterState) -> None:
    """Keep it for the next start."""
    found = {
        "register": kept.register,
        "span": kept.span,
        "words": kept.words,
        "pane": kept.is_pane_open,
        "questions": kept.questions,
        "views": kept.views,
        "places": {name: asdict(place) for name, place in kept.places.items()},
    }
    state.set_text(NAME, json.dumps(found, ensure_ascii=False))


def _place(found: Mapping[str, Any]) -> Place:
    return Place(
        _id(found["chosen"]),
        _id(found["top"]),
        bool(found["ticked_all"]),
        [int(each) for each in found["ticked"]],
        int(found["left"]),
        str(found.get("asked", "")),
    )


def _id(found: Any) -> int | None:
    return None if found is None else int(found)
