"""The menu of the person at the desk: who acts, and how this computer shows it."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from app.staff_directory import StaffRow
from models.text import LANGUAGES
from ui.shell.actions import BY_ID as ACTIONS
from ui.shell.actions import action_text
from ui.theme.theme import Choice, Theme
from ui.words import word

LANGUAGE_NAMES = {"zh_CN": "中文", "en": "English"}
"""Each language calls itself by its own name."""


class PersonMenu(QMenu):
    """Built anew each time it opens."""

    def __init__(
        self,
        parent: QWidget,
        people: Sequence[StaffRow],
        actor: str,
        *,
        act_as: Callable[[str], object],
        add_people: Callable[[], object],
        show_keys: Callable[[], object],
    ) -> None:
        super().__init__(parent)
        whose = QActionGroup(self)
        for person in people:
            posts = "、".join(word(post) for post in person.posts)
            entry = self.addAction(f"{person.name}  {posts}")
            entry.setCheckable(True)
            entry.setChecked(person.name == actor)
            entry.triggered.connect(partial(act_as, person.name))
            whose.addAction(entry)
        if not people:
            nobody = self.addAction(
                self.tr("Nobody is in the directory yet: add staff in the settings.")
            )
            nobody.triggered.connect(add_people)
        self.addSeparator()
        self.looks = self.addMenu(self.tr("Light and dark"))
        self.languages = self.addMenu(self.tr("Language"))
        keys = self.addAction(action_text("frame.keys"))
        keys.setShortcut(ACTIONS["frame.keys"].keys)
        keys.triggered.connect(show_keys)

    def offer_looks(self, choose: Callable[[Choice], object]) -> None:
        """The palettes to choose from."""
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        worn = Theme.of(app).choice
        self._offer(
            self.looks,
            {
                Choice.SYSTEM: self.tr("As the system"),
                Choice.LIGHT: self.tr("Light"),
                Choice.DARK: self.tr("Dark"),
            },
            worn,
            choose,
        )

    def offer_languages(self, spoken: str, choose: Callable[[str], object]) -> None:
        """The languages to choose from."""
        names = {language: LANGUAGE_NAMES[language] for language in LANGUAGES}
        self._offer(self.languages, names, spoken, choose)

    def _offer(
        self,
        menu: QMenu,
        names: dict[str, str] | dict[Choice, str],
        chosen: str,
        choose: Callable[..., object],
    ) -> None:
        group = QActionGroup(menu)
        for value, name in names.items():
            entry = menu.addAction(name)
            entry.setCheckable(True)
            entry.setChecked(value == chosen)
            entry.triggered.connect(partial(choose, value))
            group.addAction(entry)
