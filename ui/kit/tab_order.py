"""Where Tab comes to what is made while its page is shown."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def put_before(anchor: QWidget, parts: Sequence[QWidget]) -> None:
    """Have Tab reach ``parts`` just before ``anchor``: Qt puts what is made later at
    the end.
    """
    before = _before(anchor)
    # Tab cannot be put after what it never stops at.
    while before.focusPolicy() == Qt.FocusPolicy.NoFocus and before is not anchor:
        before = _before(before)
    for part in parts:
        QWidget.setTabOrder(before, part)
        before = part


def _before(part: QWidget) -> QWidget:
    return part.previousInFocusChain() or part
