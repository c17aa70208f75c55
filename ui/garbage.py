"""Collects Python's cyclic garbage on the screen's thread only.

A cycle may hold a widget. Collected by chance on the thread of a lane, the widget
would be destroyed there, and Qt crashes some time later.
"""

import gc

from PySide6.QtCore import QObject, QTimer, Slot

LOOK_EVERY_MS = 500


class Garbage(QObject):
    """Does on a timer what Python does by itself on whatever thread is running."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, interval=LOOK_EVERY_MS)
        self._timer.timeout.connect(self.collect)

    def take_over(self) -> None:
        """From now on nothing is collected but here, and nothing at all before
        ``spare`` is called: what is loaded meanwhile is kept anyway.
        """
        gc.disable()
        gc.freeze()

    @Slot()
    def spare(self) -> None:
        """Look no more at what is there by now: most of it is the program itself, and
        looking through it takes longer than a person lets pass unnoticed.
        """
        gc.freeze()
        self._timer.start()

    def give_back(self) -> None:
        """Leave collecting to Python again."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()

    @Slot()
    def collect(self) -> None:
        """Collect the generations that are due, the youngest by itself if it can be."""
        limits = gc.get_threshold()
        for generation in (2, 1, 0):
            if gc.get_count()[generation] > limits[generation]:
                gc.collect(generation)
                return
