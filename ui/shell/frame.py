"""What a page may ask of the window around it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Protocol

from PySide6.QtWidgets import QWidget

from app.errors import Refusal, Trouble
from ui.kit.ask import Ask
from ui.theme.theme import Choice
from ui.window_state import WindowState
from ui.work import Work


class Kind(Enum):
    """How a message is meant."""

    DONE = "done"
    WAITS = "waits"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Offer:
    """Something to do next, standing in the message bar.

    With ``seconds`` it stands for so long, counting down: what can be taken back for
    a while. 0 stands as long as the message.
    """

    text: str
    take: Callable[[], object]
    keys: str = ""
    icon_name: str = ""
    seconds: int = 0


class Frame(Protocol):
    """The window as its pages see it."""

    @property
    def work(self) -> Work:
        """The door to what the desk does."""
        ...

    @property
    def state(self) -> WindowState:
        """What this computer remembers."""
        ...

    @property
    def ask(self) -> Ask:
        """The boxes that ask."""
        ...

    @property
    def place(self) -> QWidget:
        """The widget above which dialogs stand."""
        ...

    @property
    def ground(self) -> QWidget:
        """The widget that the pages stand on."""
        ...

    def say(
        self, kind: Kind, head: str, text: str = "", offers: Sequence[Offer] = ()
    ) -> None:
        """Tell quietly what happened, in the bar over the page."""
        ...

    def withdraw(self, head: str) -> None:
        """What a message waited for has happened: it need not be read any more."""
        ...

    def sentence(self, refusal: Refusal | Trouble) -> str:
        """A refusal or trouble in the window's language."""
        ...

    def refuse(self, refusal: Refusal) -> None:
        """Tell why a step was refused, in the bar over the page."""
        ...

    def show_page(self, page_id: str, thing: object = None) -> QWidget:
        """Bring a page to the front and have it look at ``thing``."""
        ...

    def front_page(self) -> QWidget | None:
        """The page in front."""
        ...

    def choose_look(self, choice: Choice) -> None:
        """Wear a palette from now on; this computer remembers it."""
        ...

    def choose_language(self, name: str) -> None:
        """Speak another language from now on; the window is built again."""
        ...

    def go_back(self) -> None:
        """Return to the page that was in front before."""
        ...
