"""What belongs to this computer alone: language, light and dark, sound, the data."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from models.text import LANGUAGES
from ui.kit.button import Button, Look
from ui.kit.fields import CheckField
from ui.kit.label import Hairline, Label, Tone
from ui.kit.layout import column, row
from ui.kit.segmented import SegmentedField
from ui.language import spoken_language
from ui.shell.file_offers import file_offers
from ui.shell.frame import Frame, Kind
from ui.shell.person_menu import LANGUAGE_NAMES
from ui.slip.dispatch_watch import DispatchWatch
from ui.theme.theme import Choice, Theme
from ui.theme.typeface import CAPTION, CARD
from ui.window_state import state_path

WIDEST = 900
SQLITE = "sqlite:///"
"""What stands before the path of a file; people know the path alone."""


class ComputerPanel(QWidget):
    """Every choice holds at once and on this computer only."""

    def __init__(self, frame: Frame) -> None:
        super().__init__()
        self._frame = frame
        self.language = SegmentedField(
            [(each, LANGUAGE_NAMES[each]) for each in LANGUAGES]
        )
        self.language.set_name(self.tr("Language"))
        self.language.edited.connect(
            lambda: frame.choose_language(self.language.value())
        )
        self.look = SegmentedField(
            [
                (Choice.SYSTEM, self.tr("As the system")),
                (Choice.LIGHT, self.tr("Light")),
                (Choice.DARK, self.tr("Dark")),
            ]
        )
        self.look.set_name(self.tr("Light and dark"))
        self.look.edited.connect(lambda: frame.choose_look(self.look.value()))
        self.sound = CheckField(self.tr("Ring when a slip waits for dispatch"))
        self.sound.edited.connect(
            lambda: DispatchWatch.of(frame).set_sound(self.sound.value())
        )
        self.backup = Button(
            self.tr("Make a backup now"), Look.PLAIN, icon_name="hard-drive"
        )
        self.backup.clicked.connect(self._choose_backup)
        inner = QWidget()
        inner.setMaximumWidth(WIDEST)
        where = self.tr("Choices are kept in {file}").format(file=str(state_path()))
        column(
            Label(self.tr("This window"), CARD, is_strong=True),
            self._line(
                self.tr("Language"),
                self.tr("The window is built again; what was typed stays."),
                self.language,
            ),
            Hairline(),
            self._line(
                self.tr("Light and dark"),
                self.tr("Dark colours spare the eyes at night."),
                self.look,
            ),
            Hairline(),
            self._line(
                self.tr("Sound"),
                self.tr("An urgent slip rings until somebody opens it."),
                self.sound,
            ),
            24,
            Label(self.tr("Where things lie"), CARD, is_strong=True),
            self._line(
                self.tr("Backup"),
                self.tr("A checked copy of everything, made while everybody works."),
                self.backup,
            ),
            Hairline(),
            self._fact(self.tr("Data"), frame.work.where.removeprefix(SQLITE)),
            self._fact(self.tr("Choices"), where),
            None,
            spacing=6,
            margins=24,
            on=inner,
        )
        line = row(inner, None, spacing=0, on=self)
        line.setStretch(0, 1000)
        line.setAlignment(inner, Qt.AlignmentFlag.AlignTop)
        self.show_values()

    def show_values(self) -> None:
        """Show what holds now."""
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self.language.set_value(spoken_language())
        self.look.set_value(Theme.of(app).choice)
        self.sound.set_value(DispatchWatch.of(self._frame).has_sound)

    def focus_first(self) -> None:
        """Put the keyboard on the language."""
        self.language.setFocus()

    def _choose_backup(self) -> None:
        desk = self._frame.work.desk
        day = desk.local(desk.now())
        ending = ".db" if self._frame.work.is_local else ".dump"
        self._frame.ask.save_file(
            self._frame.place,
            self.tr("Where to put the backup"),
            f"silian-{day:%Y%m%d-%H%M}{ending}",
            self.tr("Backups (*.db *.dump)"),
            self._back_up,
        )

    def _back_up(self, path: Path) -> None:
        self._frame.work.back_up(
            self,
            path,
            lambda: self._frame.say(
                Kind.DONE,
                self.tr("Backup made"),
                str(path),
                file_offers(path, can_open=False),
            ),
            self.tr("Making a backup"),
        )

    def _line(self, title: str, explained: str, field: QWidget) -> QWidget:
        holder = QWidget()
        words = column(
            Label(title),
            Label(explained, CAPTION, tone=Tone.THIRD, may_wrap=True),
            spacing=2,
        )
        line = row(words, field, spacing=20, margins=(0, 10, 0, 10), on=holder)
        line.setStretch(0, 1)
        return holder

    def _fact(self, title: str, text: str) -> QWidget:
        holder = QWidget()
        name = Label(title, tone=Tone.SECOND)
        name.setMinimumWidth(96)
        said = Label(text, may_wrap=True)
        said.setAccessibleName(f"{title} {text}")
        said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        line = row(name, said, spacing=12, margins=(0, 4, 0, 4), on=holder)
        line.setStretch(1, 1)
        return holder
