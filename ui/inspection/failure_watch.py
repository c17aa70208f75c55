"""Tells whoever manages of work that failed its inspection, on any page.

What was told stays in the list of the page and in its badge until it is seen there; a
message that is closed takes nothing away.
"""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Slot

from app.manager_notice import load_unseen
from models.inspection_day import Failure
from models.staff import Post
from ui.inspection.walk_row import Part
from ui.kit.fields import COMMA
from ui.notice import Notice
from ui.shell.frame import Frame, Kind, Offer
from ui.slip.room import room_text
from ui.tasks import Job

MANAGERS = frozenset({Post.DIRECTOR, Post.HOUSEKEEPING_SUPERVISOR})
_TABLES = frozenset({"manager_notice"})


class FailureWatch(QObject):
    """One for a window; ``told`` are the notices that were told here."""

    def __init__(self, frame: Frame, notice: Notice | None = None) -> None:
        super().__init__(frame.place)
        self._frame = frame
        self._notice = notice or Notice(frame.place)
        self._job: Job | None = None
        self._head = ""
        self._sits: tuple[str, frozenset[Post]] | None = None
        self.told: frozenset[int] = frozenset()
        frame.work.changed.connect(self._after_change)
        frame.work.desk_changed.connect(self._begin)
        self._begin()

    def is_for(self) -> bool:
        """Whether a manager sits here: by a post, not as one who may do everything."""
        posts = self._frame.work.desk.posts
        return bool(posts & MANAGERS) and len(posts) < len(Post)

    @Slot()
    def _begin(self) -> None:
        """Somebody else sits here, or with other posts: what waits is news again."""
        desk = self._frame.work.desk
        if self._sits == (desk.actor, desk.posts):
            return  # only the settings or the staff are others
        self._sits = desk.actor, desk.posts
        self.told = frozenset()
        self._withdraw()
        self._ask()

    @Slot(object)
    def _after_change(self, tables: frozenset[str]) -> None:
        if tables & _TABLES:
            self._ask()

    def _ask(self) -> None:
        if self._job is not None:
            self._job.drop()
            self._job = None
        if self.is_for():
            self._job = self._frame.work.look(self, load_unseen, done=self._put)

    def _put(self, failures: Sequence[Failure]) -> None:
        self._job = None
        ids = frozenset(one.notice_id for one in failures)
        actor = self._frame.work.desk.actor
        # Who failed it knows.
        fresh = [
            one
            for one in failures
            if one.notice_id not in self.told and one.by != actor
        ]
        self.told = self.told & ids | ids
        if not ids:
            self._withdraw()
        if fresh:
            self._withdraw()
            self._tell(fresh[-1], len(failures))

    def _tell(self, last: Failure, count: int) -> None:
        self._head = self.tr("%n failed inspection", "", count)
        place = room_text(None, last.area, last.place)
        text = f"{place} {last.content}{COMMA}{last.note}{COMMA}{last.by}"
        look = Offer(self.tr("Look"), self._look)
        self._frame.say(Kind.WAITS, self._head, text, [look])
        window = self._frame.place
        if not window.isActiveWindow() or window.isMinimized():
            self._notice.tell(self._head, text, self._look)

    def _withdraw(self) -> None:
        if self._head:
            self._frame.withdraw(self._head)
            self._head = ""

    def _look(self) -> None:
        self._frame.show_page("inspection", Part.FAILURE)


def begin(frame: Frame) -> None:
    """Listen from the start of the window on."""
    FailureWatch(frame)
