"""Hears of what other desks changed, and of a database that went away and came back."""

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.errors import Refusal, Trouble
from app.news import News, load_news, tables_of
from ui.work import Work

LOOK_EVERY_MS = 2_000


class OtherDesks(QObject):
    """Asks for the end of the log every few seconds; ``work.changed`` tells the rest.

    One question is under way at a time. A database that does not answer is no box: it
    is told once, asked again until it answers, and told again.
    """

    connection_changed = Signal(bool)
    """Whether the database answers."""

    def __init__(self, work: Work, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._seen: int | None = None
        self._is_on = False
        self.is_connected = True
        self._timer = QTimer(self, interval=LOOK_EVERY_MS, singleShot=True)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Look now and then from now on."""
        self._is_on = True
        self.look()

    def stop(self) -> None:
        """Look no more; an answer under way is dropped."""
        self._is_on = False
        self._timer.stop()

    @Slot()
    def look(self) -> None:
        """Ask once, now."""
        self._timer.stop()
        self._work.look_quietly(
            self, load_news, self._seen, done=self._hear, failed=self._hear_nothing
        )

    def _hear(self, news: News) -> None:
        if not self._is_on:
            return
        before, self._seen = self._seen, news.last_seq
        self._say_connected(True)
        self._timer.start()
        if before is None or news.entries == ():
            return
        if news.entries is None:
            self._work.tell_changed(tables_of(None))
            return
        wrote, centre = self._work.wrote, self._work.desk.centre_id
        theirs = {entity for seq, entity in news.entries if not wrote(centre, seq)}
        if theirs:
            self._work.tell_changed(tables_of(theirs))

    def _hear_nothing(self, problem: Refusal | Trouble) -> None:
        if self._is_on:
            self._say_connected(False)
            self._timer.start()

    def _say_connected(self, is_connected: bool) -> None:
        if is_connected != self.is_connected:
            self.is_connected = is_connected
            self.connection_changed.emit(is_connected)
