"""The frame: rail, bars and the stack of pages. It holds no feature."""

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from app.errors import Refusal, Trouble
from app.staff_directory import StaffRow, list_staff
from models.staff import Post
from ui.kit.ask import Ask
from ui.kit.layout import column, row
from ui.language import spoken_language, translate
from ui.other_desk import OtherDesks
from ui.search.search_box import SearchBox
from ui.shell.actions import BY_ID as ACTIONS
from ui.shell.frame import Kind, Offer
from ui.shell.frame_facts import FrameFacts
from ui.shell.job_bar import JobBar
from ui.shell.message_bar import MessageBar
from ui.shell.page import Page
from ui.shell.pages import BY_ID as PAGES_BY_ID
from ui.shell.pages import PAGES, make_page, page_text, parts_of
from ui.shell.rail import WIDE_FROM, Rail
from ui.shell.status_bar import StatusBar
from ui.shell.top_bar import TopBar
from ui.theme.theme import Choice, Theme
from ui.window_state import WindowState
from ui.words import word
from ui.work import Work

if TYPE_CHECKING:
    from ui.shell.trouble_box import TroubleBox

MINIMUM = (1280, 720)


class MainWindow(QWidget):
    """One window, one job at a time."""

    language_wanted = Signal(str)
    """The window is to be built again in another language."""

    def __init__(self, work: Work, state: WindowState, ask: Ask) -> None:
        super().__init__()
        self._work = work
        self._state = state
        self._ask = ask
        self._pages: dict[str, Page] = {}
        self._before: list[str] = []
        self._front = ""
        self._is_leaving = False
        self._open_pages: frozenset[str] = frozenset()
        self._trouble: TroubleBox | None = None
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
        self.rail.wanted.connect(self._enter_room)
        self.rail.person.clicked.connect(self._offer_people)
        self.search = SearchBox(self)
        self._top = TopBar(self.search)
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
        work.desk_changed.connect(self._after_desk)
        self.others = OtherDesks(work, self)
        self._facts = FrameFacts(
            work, self.others, self.rail, self._top, self._status, self
        )
        self._bind("frame.keys", self.show_keys)
        self._bind("frame.full_screen", self._switch_full_screen)
        for part in (page for page in PAGES if page.part_of):
            key = QShortcut(QKeySequence(part.keys), self)
            key.activated.connect(partial(self._enter_part, part.id))
        self._show_desk()
        self._facts.begin()

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

    @property
    def ground(self) -> QWidget:
        return self._stack

    def say(
        self, kind: Kind, head: str, text: str = "", offers: Sequence[Offer] = ()
    ) -> None:
        self.messages.say(kind, head, text, offers)

    def withdraw(self, head: str) -> None:
        self.messages.withdraw(head)

    def sentence(self, refusal: Refusal | Trouble) -> str:
        # The sentences know every refusal, and with it half the program.
        from ui.texts import sentence

        return sentence(refusal, translate, self._work.desk.zone)

    @Slot(object)
    def refuse(self, refusal: Refusal) -> None:
        self.say(Kind.FAILED, self.tr("Not done"), self.sentence(refusal))

    def show_page(self, page_id: str, thing: object = None) -> Page:
        page = self.made_page(page_id)
        if self._front != page_id:
            if self._front:
                self._before = [*self._before[-8:], self._front]
            self._front = page_id
            self._stack.setCurrentWidget(page)
            self.rail.mark_current(PAGES_BY_ID[page_id].part_of or page_id)
            self._top.show_title(page_text(page_id))
            self._show_title()
        if thing is not None:
            page.look_at(thing)
        page.arrive()
        return page

    def made_page(self, page_id: str) -> Page:
        """A page, made if it is not there yet; it is not entered."""
        page = self._pages.get(page_id)
        if page is None:
            page = make_page(page_id, self)
            page.subject_changed.connect(self._show_title)
            self._pages[page_id] = page
            self._stack.addWidget(page)
        return page

    def page(self, page_id: str) -> Page:
        """A page that was entered before."""
        return self._pages[page_id]

    def open_pages(self) -> list[str]:
        """The pages whoever acts may enter, in order."""
        return [page.id for page in PAGES if page.id in self._open_pages]

    def rescue(self) -> Trouble | None:
        """Have every page save what was typed; one that fails stops no other.

        The answer is what kept one from it, if something did.
        """
        met: list[Trouble | None] = []
        with ExitStack() as pages:
            for page in self._pages.values():
                pages.callback(_rescue, page, met)
        return next((trouble for trouble in met if trouble is not None), None)

    def front_page(self) -> Page | None:
        """The page in front."""
        return self._pages.get(self._front)

    def front_page_id(self) -> str:
        """The id of the page in front."""
        return self._front

    def go_back(self) -> None:
        if self._before:
            self.show_page(self._before.pop())
            self._before.pop()

    def enter(self, page_id: str) -> None:
        """Begin on a page, or on the first room that may be entered instead."""
        self.show_page(page_id if page_id in self._open_pages else self.first_room())

    def first_room(self) -> str:
        """The first room whoever acts may enter."""
        return next(page.id for page in PAGES if page.id in self._open_pages)

    @Slot(str)
    def _enter_room(self, room_id: str) -> None:
        """Enter a room of the rail by the first of its pages that is open."""
        self.show_page(next(iter(parts_of(room_id, self._work.desk.permissions))))

    def _enter_part(self, page_id: str) -> None:
        if page_id in self._open_pages:
            self.show_page(page_id)

    def _bind(self, action_id: str, step: Callable[[], object]) -> None:
        key = QShortcut(QKeySequence(ACTIONS[action_id].keys), self)
        key.activated.connect(lambda: step())

    @Slot(object, object)
    def _tell_trouble(self, trouble: Trouble, again: Callable[[], object]) -> None:
        said = self.sentence(trouble)
        box = self._trouble
        if box is not None and box.sentence == said:
            # The same thing stopped several questions: one box tries all again.
            box.accepted.connect(again)
            return
        from ui.shell.trouble_box import TroubleBox

        self._trouble = box = TroubleBox(self, said, again)
        box.finished.connect(lambda _: self._forget_trouble(box))
        box.open()

    def _forget_trouble(self, box: "TroubleBox") -> None:
        if self._trouble is box:
            self._trouble = None

    @Slot()
    def _after_desk(self) -> None:
        self._show_desk()
        self._facts.count()

    def _show_desk(self) -> None:
        desk = self._work.desk
        posts = [word(post) for post in sorted(desk.posts)]
        is_somebody = len(posts) < len(Post)
        self.rail.person.show_person(desk.actor, posts if is_somebody else [])
        self.rail.set_centre(desk.centre_name)
        rooms = [page.id for page in PAGES if page.icon_name]
        parts = {room: parts_of(room, desk.permissions) for room in rooms}
        self._open_pages = frozenset().union(*parts.values())
        self.rail.show_rooms(frozenset(room for room in rooms if parts[room]))
        is_kept = any(page.id == self._front for page in PAGES if not page.rights)
        if self._front and not is_kept and self._front not in self._open_pages:
            self.show_page(self.first_room())
        self._show_title()

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

    def tick(self) -> None:
        """Show the time of this moment and what follows from it."""
        self._facts.tick()

    @Slot()
    def _offer_people(self) -> None:
        self._work.look(self, list_staff, done=self._show_people)

    def _show_people(self, people: Sequence[StaffRow]) -> None:
        from ui.shell.person_menu import PersonMenu

        menu = PersonMenu(
            self,
            people,
            self._work.desk.actor,
            act_as=self.act_as,
            add_people=lambda: self.show_page("settings"),
            show_keys=self.show_keys,
        )
        menu.offer_looks(self.choose_look)
        menu.offer_languages(spoken_language(), self.choose_language)
        menu.aboutToHide.connect(menu.deleteLater)
        corner = self.rail.person.mapToGlobal(QPoint(0, 0))
        menu.popup(corner - QPoint(0, menu.sizeHint().height()))

    def choose_look(self, choice: Choice) -> None:
        """Wear a palette from now on; this computer remembers it."""
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        Theme.of(app).choose(choice)
        self._state.set_text("look", choice.value)

    def choose_language(self, name: str) -> None:
        """Speak another language; the window is built again, drafts are kept."""
        if name == spoken_language():
            return
        if any(job.title for job in self._work.tasks.running()):
            self.say(
                Kind.WAITS,
                self.tr("Not yet"),
                self.tr(
                    "Work is still running; choose the language when it has ended."
                ),
            )
            return
        self._state.set_text("language", name)
        self.language_wanted.emit(name)

    def show_keys(self) -> None:
        """The keys of the page in front."""
        from ui.shell.key_sheet import KeySheet

        KeySheet(self, self._front, self._open_pages).open()

    def _switch_full_screen(self) -> None:
        if self.isFullScreen():
            self.showNormal()
        else:
            self.showFullScreen()

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

        def done() -> None:
            self._state.set_text("actor", name)
            self.messages.withdraw(self.tr("Who are you?"))

        self._work.choose_actor(self, name, done)

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
        trouble = None if self._is_leaving else self.rescue()
        if trouble is not None:
            event.ignore()
            self._ask.confirm(
                self,
                self.tr("What was typed is not saved"),
                self.sentence(trouble),
                self.tr("Close and lose it"),
                self._leave,
                is_dangerous=True,
            )
            return
        self.others.stop()
        self._facts.stop()
        for page in self._pages.values():
            page.leave()
        self._state.set_data("geometry", bytes(self.saveGeometry().data()))
        self._state.save()
        super().closeEvent(event)

    def shut(self) -> None:
        """Close without a question: everything typed is saved, nothing runs."""
        self._is_leaving = True
        self.close()

    def _leave(self) -> None:
        self._is_leaving = True
        # Not from inside the closing that asked.
        QTimer.singleShot(0, self, self.close)


def _rescue(page: Page, met: list[Trouble | None]) -> None:
    met.append(page.rescue())
