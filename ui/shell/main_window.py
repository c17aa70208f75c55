"""The frame: rail, bars and the stack of pages. It holds no feature."""

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from functools import partial

from PySide6.QtCore import QLocale, QPoint, QTimer, Slot
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QStackedWidget, QWidget

from app.errors import Refusal, Trouble
from app.staff_directory import StaffRow, list_staff
from models.staff import Post
from ui.kit.ask import Ask
from ui.kit.icon import app_icon
from ui.kit.layout import column, row
from ui.language import translate
from ui.shell.frame import Kind, Offer
from ui.shell.job_bar import JobBar
from ui.shell.message_bar import MessageBar
from ui.shell.page import Page
from ui.shell.pages import PAGES, make_page, page_text
from ui.shell.rail import WIDE_FROM, Rail
from ui.shell.status_bar import StatusBar, TopBar
from ui.shell.trouble_box import TroubleBox
from ui.texts import sentence
from ui.window_state import WindowState
from ui.words import word
from ui.work import Work

TICK_MS = 5_000
MINIMUM = (1280, 720)


class MainWindow(QWidget):
    """One window, one job at a time."""

    def __init__(self, work: Work, state: WindowState, ask: Ask) -> None:
        super().__init__()
        self._work = work
        self._state = state
        self._ask = ask
        self._pages: dict[str, Page] = {}
        self._before: list[str] = []
        self._front = ""
        self._is_leaving = False
        self.setWindowIcon(app_icon())
        self.setMinimumSize(*MINIMUM)
        rows = [page for page in PAGES if page.icon_name]
        items = [
            (page.id, page_text(page.id), page.icon_name, page.keys) for page in rows
        ]
        last = {page.id for page in rows if page.stands_last}
        self.rail = Rail(
            [item for item in items if item[0] not in last],
            [item for item in items if item[0] in last],
        )
        self.rail.wanted.connect(lambda page_id: self.show_page(page_id))
        self.rail.person.clicked.connect(self._offer_people)
        self._top = TopBar()
        self.messages = MessageBar()
        self._stack = QStackedWidget()
        self.jobs = JobBar(work.tasks)
        self._status = StatusBar()
        right = column(self._top, self.messages, self._stack, self.jobs, spacing=0)
        right.setStretch(2, 1)
        main = row(self.rail, right, spacing=0)
        main.setStretch(1, 1)
        whole = column(main, self._status, spacing=0, on=self)
        whole.setStretch(0, 1)
        work.refusal_met.connect(self.refuse)
        work.trouble_met.connect(self._tell_trouble)
        work.desk_changed.connect(self._show_desk)
        self._show_desk()
        self._ticker = QTimer(self, interval=TICK_MS)
        self._ticker.timeout.connect(self.tick)
        self._ticker.start()

    @property
    def work(self) -> Work:
        return self._work

    @property
    def state(self) -> WindowState:
        return self._state

    @property
    def ask(self) -> Ask:
        return self._ask

    @property
    def place(self) -> QWidget:
        return self

    def say(
        self, kind: Kind, head: str, text: str = "", offers: Sequence[Offer] = ()
    ) -> None:
        self.messages.say(kind, head, text, offers)

    def sentence(self, refusal: Refusal | Trouble) -> str:
        return sentence(refusal, translate, self._work.desk.zone)

    @Slot(object)
    def refuse(self, refusal: Refusal) -> None:
        self.say(Kind.FAILED, self.tr("Not done"), self.sentence(refusal))

    def show_page(self, page_id: str, thing: object = None) -> Page:
        page = self._pages.get(page_id)
        if page is None:
            page = make_page(page_id, self)
            page.subject_changed.connect(self._show_title)
            self._pages[page_id] = page
            self._stack.addWidget(page)
        if self._front != page_id:
            if self._front:
                self._before = [*self._before[-8:], self._front]
            self._front = page_id
            self._stack.setCurrentWidget(page)
            self.rail.mark_current(page_id)
            self._top.title.say(page_text(page_id))
            self._show_title()
        if thing is not None:
            page.look_at(thing)
        page.arrive()
        return page

    def page(self, page_id: str) -> Page:
        """A page that was entered before."""
        return self._pages[page_id]

    def rescue(self) -> None:
        """Have every page save what was typed; one that fails stops no other."""
        with ExitStack() as pages:
            for page in self._pages.values():
                pages.callback(page.rescue)

    def front_page_id(self) -> str:
        """The id of the page in front."""
        return self._front

    def go_back(self) -> None:
        if self._before:
            self.show_page(self._before.pop())
            self._before.pop()

    @Slot(object, object)
    def _tell_trouble(self, trouble: Trouble, again: Callable[[], object]) -> None:
        TroubleBox(self, self.sentence(trouble), again).open()

    @Slot()
    def _show_desk(self) -> None:
        desk = self._work.desk
        posts = [word(post) for post in sorted(desk.posts)]
        is_somebody = len(posts) < len(Post)
        self.rail.person.show_person(
            desk.actor, "、".join(posts) if is_somebody else ""
        )
        self.rail.set_centre(desk.centre_name)
        self._show_title()
        self.tick()

    def _show_title(self) -> None:
        program = self.tr("Silian, {centre}").format(centre=self._work.desk.centre_name)
        if self._front:
            subject = self._pages[self._front].subject
            room = f"{page_text(self._front)} {subject}".strip()
            program = self.tr("{room}, {program}").format(room=room, program=program)
        self.setWindowTitle(program)

    def status_texts(self) -> list[str]:
        """What the line at the bottom says."""
        return self._status.texts()

    @Slot()
    def tick(self) -> None:
        """Show the time of this moment and what follows from it."""
        desk = self._work.desk
        local = desk.local(desk.now())
        day = QLocale().dayName(local.isoweekday(), QLocale.FormatType.ShortFormat)
        self._top.clock.say(f"{local:%m-%d} {day} {local:%H:%M}")
        post = word(desk.duty_post(desk.now()))
        self._status.show_post(self.tr("On duty: {post}").format(post=post))
        is_loaded = desk.calendar.has_year(local.year)
        wants = desk.settings.text("holiday_mode") == "STATE_CALENDAR"
        self._status.show_notice(
            ""
            if is_loaded or not wants
            else self.tr(
                "The holidays of {year} are missing; duty follows the plain week. "
                "Import them in the settings."
            ).format(year=local.year)
        )
        self._status.show_place(
            self.tr("This computer") if self._work.is_local else self.tr("Server"),
            self._work.where,
        )

    @Slot()
    def _offer_people(self) -> None:
        self._work.look(self, list_staff, done=self._show_people)

    def _show_people(self, people: Sequence[StaffRow]) -> None:
        menu = QMenu(self)
        for person in people:
            posts = "、".join(word(post) for post in person.posts)
            entry = menu.addAction(f"{person.name}  {posts}")
            entry.triggered.connect(partial(self.act_as, person.name))
        if not people:
            nobody = menu.addAction(
                self.tr("Nobody is in the directory yet: add staff in the settings.")
            )
            nobody.triggered.connect(lambda: self.show_page("settings"))
        corner = self.rail.person.mapToGlobal(QPoint(0, 0))
        menu.popup(corner - QPoint(0, menu.sizeHint().height()))

    def ask_who_acts(self) -> None:
        """Nobody has said who sits here: say that it matters, once there are people."""

        def tell(people: Sequence[StaffRow]) -> None:
            if people:
                self.say(
                    Kind.WAITS,
                    self.tr("Who are you?"),
                    self.tr("Every step is recorded with a name."),
                    [Offer(self.tr("Choose"), self._offer_people)],
                )

        self._work.look(self, list_staff, done=tell)

    def act_as(self, name: str) -> None:
        """Let somebody act from now on; the computer remembers it."""
        self._work.choose_actor(self, name, lambda: self._state.set_text("actor", name))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.rail.set_compact(self.width() < WIDE_FROM)

    def closeEvent(self, event: QCloseEvent) -> None:
        running = [job for job in self._work.tasks.running() if job.title]
        if running and not self._is_leaving:
            event.ignore()
            self._ask.confirm(
                self,
                self.tr("Work is still running"),
                self.tr(
                    "{title} has not ended. Closing stops it; nothing half done "
                    "is kept."
                ).format(title=running[0].title),
                self.tr("Stop it and close"),
                self._leave,
                is_dangerous=True,
            )
            return
        for page in self._pages.values():
            page.leave()
        self._state.set_data("geometry", bytes(self.saveGeometry().data()))
        self._state.save()
        super().closeEvent(event)

    def _leave(self) -> None:
        self._is_leaving = True
        self.close()
