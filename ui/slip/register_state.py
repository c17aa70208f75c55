"""What a register remembers on this computer: what it asks, and where one stood."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from app.slip_list import Register
from ui.slip.span import Span
from ui.window_state import WindowState

NAME = "register.state"
MOST_TICKS = 2_000


@dataclass(slots=True)
class RegisterState:
    """``questions`` are kept by register, as its headings give them, and ``views`` the
    view that was chosen last; ``left`` is how far the columns were scrolled, in px.
    """

    register: Register = Register.UNIT
    span: Span | None = Span.NINETY_DAYS
    words: str = ""
    is_pane_open: bool = True
    chosen: int | None = None
    top: int | None = None
    ticked_all: bool = False
    ticked: list[int] = field(default_factory=list)
    questions: dict[str, str] = field(default_factory=dict)
    left: int = 0
    views: dict[str, int] = field(default_factory=dict)


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
            _id(found["chosen"]),
            _id(found["top"]),
            bool(found["ticked_all"]),
            [int(each) for each in found["ticked"]],
            {str(name): str(text) for name, text in found["questions"].items()},
            int(found.get("left", 0)),
            {str(name): int(view) for name, view in found.get("views", {}).items()},
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
        "chosen": kept.chosen,
        "top": kept.top,
        "ticked_all": kept.ticked_all,
        "ticked": kept.ticked[:MOST_TICKS],
        "questions": kept.questions,
        "left": kept.left,
        "views": kept.views,
    }
    state.set_text(NAME, json.dumps(found, ensure_ascii=False))


def _id(found: Any) -> int | None:
    return None if found is None else int(found)
