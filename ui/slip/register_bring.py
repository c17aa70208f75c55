"""What may be brought into a register: a sheet of one's own, or a register that was
exported and edited.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtWidgets import QMenu, QWidget

from models.text import QT_TRANSLATE_NOOP
from ui.shell.frame import Frame

_OWN = QT_TRANSLATE_NOOP("RegisterBring", "A sheet of your own…")
_EDITED = QT_TRANSLATE_NOOP("RegisterBring", "An exported register that was edited…")


def offer_to_bring(frame: Frame, button: QWidget) -> Callable[[], None]:
    """A slot that opens the menu under the button."""

    def offer() -> None:
        # It knows every kind of sheet, which the first list is painted without.
        from models.sheet_target import Target

        menu = QMenu(button)
        menu.aboutToHide.connect(menu.deleteLater)
        own = menu.addAction(QCoreApplication.translate("RegisterBring", _OWN))
        own.triggered.connect(partial(frame.show_page, "sheet", Target.SLIPS))
        edited = menu.addAction(QCoreApplication.translate("RegisterBring", _EDITED))
        edited.triggered.connect(partial(frame.show_page, "register_book"))
        menu.setActiveAction(own)
        menu.popup(button.mapToGlobal(QPoint(0, button.height() + 2)))

    return offer
