"""Tells housekeeping on any page that an owner disputes a price: a technician waits."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Slot

from app.dispute import Dispute, load_disputes
from models.money import format_money
from models.staff import Post
from ui.kit.fields import COMMA
from ui.notice import Notice
from ui.shell.frame import Frame, Kind, Offer
from ui.slip.room import room_text
from ui.tasks import Job

NEGOTIATORS = frozenset(
    {
        Post.FRONT_DESK,
        Post.CONTROL_ROOM,
        Post.HOUSEKEEPER,
        Post.HOUSEKEEPING_SUPERVISOR,
    }
)
_TABLES = frozenset({"quote"})


class DisputeWatch(QObject):
    """One for a window; ``told`` are the slips whose dispute was told here."""

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
        """Whether somebody sits here who talks with owners: by a post, not as one who
        may do everything.
        """
        posts = self._frame.work.desk.posts
        return bool(posts & NEGOTIATORS) and len(posts) < len(Post)

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
            self._job = self._frame.work.look(self, load_disputes, done=self._put)

    def _put(self, disputes: Sequence[Dispute]) -> None:
        self._job = None
        ids = frozenset(one.slip_id for one in disputes)
        fresh = [one for one in disputes if one.slip_id not in self.told]
        self.told = ids
        if not ids:
            self._withdraw()
        if fresh:
            self._withdraw()
            self._tell(fresh[-1], len(disputes))

    def _tell(self, last: Dispute, count: int) -> None:
        self._head = self.tr("%n disputed price(s)", "", count)
        room = room_text(last.unit_label, last.area, last.place)
        amount = self.tr("{amount} yuan").format(amount=format_money(last.amount))
        text = COMMA.join((f"{room} {last.owner}", amount, last.note))
        look = partial(self._frame.show_page, "slip", last.slip_id)
        self._frame.say(Kind.WAITS, self._head, text, [Offer(self.tr("Look"), look)])
        window = self._frame.place
        if not window.isActiveWindow() or window.isMinimized():
            self._notice.tell(self._head, text, look)

    def _withdraw(self) -> None:
        if self._head:
            self._frame.withdraw(self._head)
            self._head = ""


def begin(frame: Frame) -> None:
    """Listen from the start of the window on."""
    DisputeWatch(frame)
