"""Brings a scanned paper to where it is worked on, whatever is in front.

A code that arrives while a box is open waits until the box is closed; it is said so.
"""

from collections import deque

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication

from app.errors import Refusal
from app.slip_scan import load_scanned_slip
from app.slip_view import SlipView
from models.staff import Permission
from ui.kit.popup import Popup
from ui.notice import Notice, Sound
from ui.scanner.code import Code
from ui.scanner.scanner import Misread, Scanner
from ui.shell.frame import Frame, Kind
from ui.shell.page import Page

LOOK_AGAIN_MS = 100
"""How soon a code that waits finds out that the box has closed."""


class ScanDesk(QObject):
    """One for a window."""

    def __init__(self, frame: Frame, notice: Notice | None = None) -> None:
        super().__init__(frame.place)
        self._frame = frame
        self._notice = notice or Notice.of(frame.place)
        self._waiting: deque[tuple[Code, ...]] = deque()
        self.scanner = Scanner(self)
        self.scanner.scanned.connect(self._take)
        self.scanner.misread.connect(self._misread)
        frame.work.desk_changed.connect(self._learn_prefix)
        self._learn_prefix()
        self._again = QTimer(self, singleShot=True, interval=LOOK_AGAIN_MS)
        self._again.timeout.connect(self._deliver)

    @classmethod
    def of(cls, frame: Frame) -> "ScanDesk":
        """The one of a window, begun at first asking."""
        found = frame.place.findChild(cls)
        return found if isinstance(found, cls) else cls(frame)

    @Slot()
    def _learn_prefix(self) -> None:
        template = self._frame.work.desk.settings.text("number_template")
        self.scanner.prefix = template.partition("{")[0].upper()

    def refuse(self, sentence: str) -> None:
        """The paper in hand cannot be worked on: say it, and be heard."""
        self._notice.ring(Sound.REFUSED)
        self._frame.say(Kind.FAILED, self.tr("Scanned"), sentence)

    def ring_refused(self) -> None:
        """The sound alone: the words stand where the paper is worked on."""
        self._notice.ring(Sound.REFUSED)

    @Slot(object)
    def _take(self, codes: tuple[Code, ...]) -> None:
        self._waiting.append(codes)
        if self._is_blocked():
            self._notice.ring(Sound.REFUSED)
            self._frame.say(
                Kind.WAITS,
                self.tr("Scanned {number}").format(number=codes[0].number),
                self.tr("It is taken up when the open box is closed."),
            )
        self._deliver()

    @Slot()
    def _deliver(self) -> None:
        while self._waiting:
            if self._is_blocked():
                self._again.start()
                return
            self._bring(self._waiting.popleft())

    def _is_blocked(self) -> bool:
        if QApplication.activeModalWidget() or QApplication.activePopupWidget():
            return True
        popups = self._frame.place.findChildren(Popup)
        return any(popup.isVisible() for popup in popups)

    def _bring(self, codes: tuple[Code, ...]) -> None:
        front = self._frame.front_page()
        if isinstance(front, Page) and front.take_scan(codes):
            return
        if self._frame.work.desk.may(Permission.TAKE_BACK_SLIP):
            page = self._frame.show_page("return")
            assert isinstance(page, Page)
            page.take_scan(codes)
            return
        self._frame.work.look(
            self,
            load_scanned_slip,
            tuple(code.number for code in codes),
            done=self._open,
            refused=self._unknown,
        )

    def _open(self, view: SlipView) -> None:
        self._frame.show_page("slip", int(str(view.facts["id"])))

    def _unknown(self, refusal: Refusal) -> None:
        self.refuse(self._frame.sentence(refusal))

    @Slot(object, str)
    def _misread(self, why: Misread, text: str) -> None:
        sentences = {
            Misread.LAYOUT: self.tr(
                "The scanner's keyboard layout does not fit: “{text}” arrived. Set the "
                "scanner, or this computer's keyboard, to English (US)."
            ),
            Misread.INPUT_METHOD: self.tr(
                "The input method kept a part of the code (“{text}” arrived). Switch "
                "it to English and scan again."
            ),
            Misread.NO_SLIP: self.tr("“{text}” is not the code of a slip."),
        }
        self.refuse(sentences[why].format(text=text))
