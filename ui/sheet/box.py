"""A column of widgets whose rows come and go."""

from PySide6.QtWidgets import QVBoxLayout


def empty_box(box: QVBoxLayout) -> None:
    """Take every widget out of a column, for good."""
    while (item := box.takeAt(0)) is not None:
        old = item.widget()
        if old is not None:
            old.hide()
            old.deleteLater()
