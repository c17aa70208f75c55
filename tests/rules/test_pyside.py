"""The PySide6 in use keeps its counts of references to True and None."""

import sys

import pytest
from PySide6.QtCore import QObject, Signal

SIGNALS = 5000


class Sender(QObject):
    """Sends one value of each kind."""

    told = Signal(bool)
    carried = Signal(object)


@pytest.mark.parametrize("value", [True, None])
def test_five_thousand_signals_lose_no_reference(value: bool | None) -> None:
    # 6.12.0 lost one with each signal on Python 3.10 and 3.11 and aborted later.
    sender, heard = Sender(), []
    sender.told.connect(lambda _: heard.append(1))
    sender.carried.connect(lambda _: heard.append(1))
    before = sys.getrefcount(value)
    for _ in range(SIGNALS):
        sender.told.emit(bool(value))
        sender.carried.emit(value)
    assert len(heard) == 2 * SIGNALS
    assert sys.getrefcount(value) > before - SIGNALS / 10
