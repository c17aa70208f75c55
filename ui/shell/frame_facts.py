"""What the frame says at every moment: time, duty, what waits, the data, the backup."""

from datetime import datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLocale, QObject, QTimer, Slot

from app.desk import SYSTEM, Desk
from app.last_backup import last_backup
from ui.kit.fields import write_moment
from ui.other_desk import OtherDesks
from ui.shell.check_countdown import countdown
from ui.shell.pages import PAGES, badge_word
from ui.shell.rail import Badge, Rail
from ui.shell.status_bar import StatusBar
from ui.shell.top_bar import TopBar
from ui.tasks import Lane
from ui.words import word
from ui.work import Work

if TYPE_CHECKING:
    from app.room_count import RoomCount

FIRST_MS = 120
"""Between two looks whether the first list has its answer: the first paint needs none
of what the badges count.
"""
TICK_MS = 5_000
COUNT_MS = 150
"""Changes that come so close together are counted once."""
_COUNTED = frozenset(
    {
        "slip",
        "callback",
        "feedback",
        "manager_notice",
        "return_check",
        "finance_copy",
        "handover_batch",
        "handover_copy",
        "finance_period",
        "waiver",
        "event",
    }
)
"""What the badges and the line of the return check are counted from; ``event``: another
desk wrote.
"""


class FrameFacts(QObject):
    """Keeps the badges of the rail, the clock and the status line true."""

    def __init__(
        self,
        work: Work,
        others: OtherDesks,
        rail: Rail,
        top: TopBar,
        status: StatusBar,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._work = work
        self._others = others
        self._rail = rail
        self._top = top
        self._status = status
        self._count: RoomCount | None = None
        self._last_backup: datetime | None = None
        work.changed.connect(self._after_change)
        others.connection_changed.connect(self._after_connection)
        self._counter = QTimer(self, singleShot=True, interval=COUNT_MS)
        self._counter.timeout.connect(self.count)
        self._first = QTimer(self, interval=FIRST_MS)
        self._first.timeout.connect(self._count_first)
        self._ticker = QTimer(self, interval=TICK_MS)
        self._ticker.timeout.connect(self.tick)
        self._ticker.start()

    def begin(self) -> None:
        """Show the time, and what waits once the first list is there."""
        self._first.start()
        self.tick()

    def stop(self) -> None:
        """Ask nothing more: the window closes."""
        for timer in (self._first, self._counter, self._ticker):
            timer.stop()

    @Slot()
    def _count_first(self) -> None:
        if not any(job.lane is Lane.READ for job in self._work.tasks.running()):
            self._first.stop()
            self.count()

    @Slot()
    def count(self) -> None:
        """Ask what waits now."""
        self._work.look_quietly(
            self, _load_counts, done=self._put_counts, failed=lambda _: None
        )
        self.tick()

    @Slot(object)
    def _after_change(self, tables: frozenset[str]) -> None:
        if tables & _COUNTED:
            self._counter.start()

    @Slot(bool)
    def _after_connection(self, is_connected: bool) -> None:
        self.tick()
        if is_connected:
            self.count()

    def _put_counts(self, counts: "tuple[RoomCount, datetime | None]") -> None:
        self._count, self._last_backup = counts
        for page in PAGES:
            if page.badge:
                count = getattr(self._count, page.badge)
                badge = Badge(count, badge_word(page), page.badge_tone)
                self._rail.item(page.id).set_badge(badge)
        self.tick()

    @Slot()
    def tick(self) -> None:
        """Show the time of this moment and what follows from it."""
        desk = self._work.desk
        now = desk.now()
        local = desk.local(now)
        day = QLocale().dayName(local.isoweekday(), QLocale.FormatType.ShortFormat)
        self._top.show_clock(f"{local:%m-%d} {day} {local:%H:%M}")
        self._show_post(desk, now)
        count = self._count
        out = 0 if count is None else count.not_back
        is_final = count is not None and count.is_checked
        self._status.show_check(*countdown(desk, now, out, is_final=is_final))
        self._show_notice(desk, local.year)
        self._show_place()
        self._show_backup(local)

    def _show_post(self, desk: Desk, now: datetime) -> None:
        post = desk.duty_post(now)
        on_duty = word(post)
        if desk.actor != SYSTEM and post.value in desk.posts:
            on_duty = f"{on_duty} {desk.actor}"
        self._status.show_post(self.tr("On duty: {post}").format(post=on_duty))

    def _show_notice(self, desk: Desk, year: int) -> None:
        is_loaded = desk.calendar.has_year(year)
        wants = desk.settings.text("holiday_mode") == "STATE_CALENDAR"
        self._status.show_notice(
            ""
            if is_loaded or not wants
            else self.tr(
                "The holidays of {year} are missing; duty follows the plain week. "
                "Import them in the settings."
            ).format(year=year)
        )

    def _show_place(self) -> None:
        is_local = self._work.is_local
        is_connected = self._others.is_connected
        if is_connected:
            text = self.tr("This computer") if is_local else self.tr("Server connected")
        elif is_local:
            text = self.tr("The database file is missing, looking for it")
        else:
            text = self.tr("Server lost, trying again")
        self._status.show_place(text, self._work.where, is_connected=is_connected)

    def _show_backup(self, local: datetime) -> None:
        made = self._last_backup
        if made is None:
            tip = self.tr(
                "One is made in the settings, or by “silian backup FILE”, while "
                "everybody works."
            )
            self._status.show_backup(self.tr("No backup yet"), tip)
            return
        at = write_moment(made.replace(second=0), local)
        self._status.show_backup(self.tr("Last backup {time}").format(time=at), "")


def _load_counts(session: Any, desk: Desk) -> "tuple[RoomCount, datetime | None]":
    from app.room_count import count_rooms

    return count_rooms(session, desk), last_backup(session, desk)
