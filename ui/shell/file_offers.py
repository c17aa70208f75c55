"""What long work ends with when it has made a file: open it, or open its folder."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices

from ui.shell.frame import Offer


def file_offers(path: Path, *, can_open: bool = True) -> list[Offer]:
    """Offers for the message that says that ``path`` was written.

    ``can_open`` False for a file that no program on a desk opens, such as a backup.
    """
    folder = Offer(
        QCoreApplication.translate("FileOffers", "Open the folder"),
        partial(open_file, path.parent),
    )
    if not can_open:
        return [folder]
    whole = Offer(
        QCoreApplication.translate("FileOffers", "Open"), partial(open_file, path)
    )
    return [whole, folder]


def open_file(path: Path) -> None:
    """Have the system open a file or a folder with what it has for it."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
