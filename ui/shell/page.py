"""What every page has in common."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.errors import Trouble
from ui.shell.frame import Frame

if TYPE_CHECKING:
    from ui.scanner.code import Code


class Page(QWidget):
    """One room of the window; made when it is first entered."""

    subject_changed = Signal()
    """What the page is busy with is another thing now."""

    def __init__(self, frame: Frame, parent: QWidget | None = None) -> None:
        # Made where it stands: a page that is moved is styled once more, part by part.
        super().__init__(parent or frame.ground)
        self.frame = frame
        self.subject = ""
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("pane", "surface")

    def set_subject(self, subject: str) -> None:
        """What the page is busy with, such as a number; it joins the window's title."""
        if subject != self.subject:
            self.subject = subject
            self.subject_changed.emit()

    def arrive(self) -> None:
        """The page came to the front: put the keyboard where work begins."""

    def rest_to_make(self) -> Sequence[Callable[[], object]]:
        """Steps that make what the page is entered without, one at a time."""
        return ()

    def leave(self) -> None:
        """The window closes: keep what should be there next time."""

    def rescue(self) -> Trouble | None:
        """The program has a fault, or the window closes: save what was typed now. The
        answer is what kept it from being saved, if something did.

        Called on the screen's thread while it may be the last chance: it must not
        wait for an answer that comes home later.
        """
        return None

    def take_scan(self, codes: Sequence["Code"]) -> bool:
        """A code was scanned while this page was in front, which may mean any of
        ``codes``; False if the page has no use for it.
        """
        return False

    def look_at(self, thing: object) -> None:
        """Show the thing this page was opened for, such as the id of a slip."""
