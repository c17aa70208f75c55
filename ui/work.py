"""The one door from the screen to what the desk does.

``change`` runs a use case on the write lane and tells everybody which tables it
changed; ``look`` asks on the read lane; ``draw`` makes papers on their own lane.
"""

import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from app.errors import Refusal, Trouble
from app.progress import Progress
from ui.tasks import Job, Lane, Tasks

if TYPE_CHECKING:
    from app.database import Database
    from app.desk import Clock, Desk

Answer = TypeVar("Answer")
Refused = Callable[[Refusal], object]
Troubled = Callable[[Trouble, Callable[[], object]], object]

DESK_TABLES = frozenset(
    {"setting", "staff", "centre", "calendar_day", "copy_scheme", "copy_scheme_row"}
)
"""Whoever changes one of these changes what a desk is or may."""


class Work(QObject):
    """Use cases on one side, callbacks on the screen's thread on the other."""

    changed = Signal(object)
    """The tables (``frozenset[str]``) that a change touched."""
    desk_changed = Signal()
    """Somebody else acts now, or the settings are others."""
    refusal_met = Signal(object)
    """A refusal that no form was waiting for."""
    trouble_met = Signal(object, object)
    """A trouble, and a function without arguments that tries again."""

    def __init__(
        self,
        database: "Database",
        desk: "Desk",
        tasks: Tasks,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._database = database
        self._desk = desk
        self._tasks = tasks

    @property
    def desk(self) -> "Desk":
        """Who acts, where, and what time it is."""
        return self._desk

    @property
    def tasks(self) -> Tasks:
        """The lanes, for the job bar."""
        return self._tasks

    @property
    def is_local(self) -> bool:
        """Whether the data lie on this computer."""
        return self._database.url.startswith("sqlite")

    @property
    def where(self) -> str:
        """Where the data lie, without a password."""
        return shown_place(self._database.url)

    @property
    def address(self) -> str:
        """Where the data lie, for a command of this program that reads them too."""
        return self._database.url

    def change(
        self,
        owner: QObject,
        step: Callable[..., Answer],
        *args: Any,
        done: Callable[[Answer], object],
        refused: Refused | None = None,
        ended: Callable[[], object] | None = None,
        troubled: Troubled | None = None,
        title: str = "",
        wants_progress: bool = False,
    ) -> Job:
        """Run ``step(session, desk, *args)`` in one transaction.

        ``ended`` is called first, however it ended; ``refused`` takes a refusal,
        without it the message bar does. ``troubled`` takes a trouble and the way to try
        again, in place of the box: for what nobody pressed a key for.
        """
        database, desk = self._database, self._desk

        def work(progress: Progress) -> tuple[Answer, frozenset[str]]:
            more = {"progress": progress} if wants_progress else {}
            return database.write(step, desk, *args, **more)

        # The change was made: everybody hears of it, also when its dialog has closed.
        def home(answer: tuple[Answer, frozenset[str]]) -> None:
            if isValid(owner):
                if ended is not None:
                    ended()
                done(answer[0])
            self.tell_changed(answer[1])

        def again() -> None:
            self.change(
                owner,
                step,
                *args,
                done=done,
                refused=refused,
                ended=ended,
                troubled=troubled,
                title=title,
                wants_progress=wants_progress,
            )

        failed = self._failed(owner, refused, ended, again, troubled)
        return self._tasks.start(Lane.WRITE, None, work, home, failed, title)

    def change_now(
        self, step: Callable[..., Answer], *args: Any, desk: "Desk | None" = None
    ) -> Answer:
        """Run ``step`` at once on this thread: for what must not wait for an answer
        that comes home later, such as drafts in a crash. Raises what the step raises.

        ``desk`` is the one to act at where another person has taken the place since.
        """
        answer, _ = self._database.write(step, desk or self._desk, *args)
        return answer

    def look(
        self,
        owner: QObject,
        query: Callable[..., Answer],
        *args: Any,
        done: Callable[[Answer], object],
        refused: Refused | None = None,
        ended: Callable[[], object] | None = None,
        troubled: Troubled | None = None,
        title: str = "",
        lane: Lane = Lane.READ,
    ) -> Job:
        """Ask ``query(session, desk, *args)``; the rest is as in ``change``."""
        database, desk = self._database, self._desk

        def work(progress: Progress) -> Answer:
            return database.read(query, desk, *args)

        def home(answer: Answer) -> None:
            if ended is not None:
                ended()
            done(answer)

        def again() -> None:
            self.look(
                owner,
                query,
                *args,
                done=done,
                refused=refused,
                ended=ended,
                troubled=troubled,
                title=title,
                lane=lane,
            )

        failed = self._failed(owner, refused, ended, again, troubled)
        return self._tasks.start(lane, owner, work, home, failed, title)

    def look_quietly(
        self,
        owner: QObject,
        query: Callable[..., Answer],
        *args: Any,
        done: Callable[[Answer], object],
        failed: Callable[[Refusal | Trouble], object],
    ) -> Job:
        """Ask as ``look`` does; what goes wrong is told to ``failed`` and nobody else.

        For questions that nobody pressed a key for.
        """
        database, desk = self._database, self._desk

        def work(progress: Progress) -> Answer:
            return database.read(query, desk, *args)

        def sort_out(problem: Exception) -> None:
            if isinstance(problem, Refusal | Trouble):
                failed(problem)
            else:
                sys.excepthook(type(problem), problem, problem.__traceback__)

        return self._tasks.start(Lane.READ, owner, work, done, sort_out)

    def wrote(self, centre_id: int, seq: int) -> bool:
        """Whether this window wrote an entry of the log, not another desk."""
        return self._database.wrote(centre_id, seq)

    def draw(
        self,
        owner: QObject,
        work: Callable[[Progress], Answer],
        done: Callable[[Answer], object],
        *,
        refused: Refused | None = None,
        ended: Callable[[], object] | None = None,
        troubled: Troubled | None = None,
        title: str = "",
    ) -> Job:
        """Make a paper or a workbook on the paper lane; no database in between."""

        def home(answer: Answer) -> None:
            if ended is not None:
                ended()
            done(answer)

        def again() -> None:
            self.draw(
                owner,
                work,
                done,
                refused=refused,
                ended=ended,
                troubled=troubled,
                title=title,
            )

        failed = self._failed(owner, refused, ended, again, troubled)
        return self._tasks.start(Lane.PAPER, owner, work, home, failed, title)

    def back_up(
        self, owner: QObject, target: Path, done: Callable[[], object], title: str
    ) -> Job:
        """Write a verified copy of the database while everybody works, and note it."""
        url = self._database.url

        def work(_: Progress) -> None:
            from app.backup import back_up

            back_up(url, target)

        def note(_: None) -> None:
            from app.last_backup import note_backup

            def noted(_: None) -> None:
                done()
                # It is an entry of the log alone: no table tells it by itself.
                self.tell_changed(frozenset({"event"}))

            self.change(owner, note_backup, target.name, done=noted)

        return self.draw(owner, work, note, title=title)

    def close(self) -> None:
        """Stop accepting, stop what runs, wait, let the database go."""
        self._tasks.close()
        self._database.close()

    def choose_actor(
        self, owner: QObject, name: str | None, done: Callable[[], object]
    ) -> None:
        """Let ``name`` act from now on (None: 系统)."""

        def home(desk: "Desk") -> None:
            self._desk = desk
            done()
            self.desk_changed.emit()

        self._reopen(owner, name, home)

    def take_desk(self, desk: "Desk") -> None:
        """Work at this desk from now on, such as the same one at another moment."""
        self._desk = desk
        self.desk_changed.emit()

    def tell_changed(self, tables: frozenset[str]) -> None:
        """Have everybody hear that these tables changed, the desk first."""
        if not tables & DESK_TABLES:
            self.changed.emit(tables)
            return

        def home(desk: "Desk") -> None:
            self._desk = desk
            self.desk_changed.emit()
            self.changed.emit(tables)

        self._reopen(self, self._desk.actor, home)

    def _reopen(
        self, owner: QObject, name: str | None, home: Callable[["Desk"], object]
    ) -> None:
        from app.desk import open_desk

        database, desk = self._database, self._desk

        def work(progress: Progress) -> "Desk":
            return database.read(
                open_desk, centre=desk.centre_code, actor=name, clock=desk.clock
            )

        def again() -> None:
            self._reopen(owner, name, home)

        failed = self._failed(owner, None, None, again)
        self._tasks.start(Lane.READ, owner, work, home, failed)

    def _failed(
        self,
        owner: QObject,
        refused: Refused | None,
        ended: Callable[[], object] | None,
        again: Callable[[], object],
        troubled: Troubled | None = None,
    ) -> Callable[[Exception], object]:
        def failed(problem: Exception) -> None:
            is_there = isValid(owner)
            if ended is not None and is_there:
                ended()
            if isinstance(problem, Refusal):
                if refused is not None and is_there:
                    refused(problem)
                else:
                    self.refusal_met.emit(problem)
            elif isinstance(problem, Trouble):
                if troubled is not None and is_there:
                    troubled(problem, again)
                else:
                    self.trouble_met.emit(problem, again)
            else:
                sys.excepthook(type(problem), problem, problem.__traceback__)

        return failed


def open_work(
    database: "Database",
    tasks: Tasks,
    *,
    clock: "Clock",
    centre: str | None = None,
    actor: str | None = None,
) -> Work:
    """The work of one window; raises ``Refusal`` or ``Trouble`` as opening does."""
    from app.desk import open_desk

    desk = database.read(open_desk, centre=centre, actor=actor, clock=clock)
    return Work(database, desk, tasks)


def shown_place(url: str) -> str:
    """Where a database lies, as it may be shown: without the password."""
    return re.sub(r":[^:@/]*@", "@", url)
