"""Every policy by subject: searched by words, changed in its place, taken back."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QScrollArea, QWidget

from app.desk import Desk
from app.errors import Refusal
from app.settings_change import change_settings, rename_centre
from app.word_list import SchemeRow, list_schemes
from ui.kit.fields import TextField
from ui.kit.label import Hairline, Label, Tone
from ui.kit.layout import column, row
from ui.kit.segmented import Chip
from ui.language import translate
from ui.settings.policy_row import CHOICE_WIDTH, PolicyRow, choice_width
from ui.settings.subject import subjects
from ui.shell.frame import Frame, Kind, Offer
from ui.theme.typeface import CARD

WIDEST = 1040


class PolicyPanel(QWidget):
    """One scrolling page; what differs from its default has a bar and a way back."""

    def __init__(self, frame: Frame) -> None:
        super().__init__()
        self._frame = frame
        self.rows: dict[str, PolicyRow] = {}
        self._groups: list[tuple[QWidget, list[PolicyRow]]] = []
        self.only_changed = Chip(self.tr("Only what was changed"))
        self.only_changed.clicked.connect(self.sift)
        self._words = ""
        self._none = Label(
            self.tr("No policy speaks of this."), tone=Tone.SECOND, may_wrap=True
        )
        self.centre = TextField(width=CHOICE_WIDTH)
        self.centre.set_name(self.tr("Name of the centre"))
        self.centre.line.editingFinished.connect(self._rename)
        self._known_name = ""
        self._inner = QWidget()
        self._inner.setMaximumWidth(WIDEST)
        self._box = column(spacing=0, margins=(24, 8, 24, 24), on=self._inner)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        holder = QWidget()
        line = row(self._inner, None, spacing=0, on=holder)
        line.setStretch(0, 1000)
        line.setAlignment(self._inner, Qt.AlignmentFlag.AlignTop)
        self._scroll.setWidget(holder)
        column(self._scroll, spacing=0, on=self)
        frame.work.desk_changed.connect(self._show_values)
        frame.work.look(self, list_schemes, done=self._build)

    def minimumSizeHint(self) -> QSize:
        return QSize(400, 200)

    def _build(self, schemes: list[SchemeRow]) -> None:
        names = {scheme.code: scheme.name for scheme in schemes}
        width = choice_width()
        self.centre.line.setFixedWidth(width)
        for place, (title, specs) in enumerate(subjects()):
            made = []
            group = QWidget()
            box = column(spacing=0, on=group)
            box.addSpacing(16)
            box.addWidget(Label(title, CARD, is_strong=True))
            box.addSpacing(4)
            if place == 0:
                box.addWidget(self._centre_row())
                box.addWidget(Hairline())
            for spec in specs:
                choices = names if spec.key == "copy_scheme" else {}
                line = PolicyRow(spec, choices, width)
                line.committed.connect(self._change)
                self.rows[spec.key] = line
                made.append(line)
                box.addWidget(line)
            self._groups.append((group, made))
            self._box.addWidget(group)
        self._box.addWidget(self._none)
        self._box.addStretch(1)
        self._show_values()
        self.sift()

    def _centre_row(self) -> QWidget:
        holder = QWidget()
        line = row(
            Label(self.tr("Name of the centre, printed on its papers."), may_wrap=True),
            self.centre,
            spacing=20,
            margins=(14, 8, 0, 8),
            on=holder,
        )
        line.setStretch(0, 1)
        line.setAlignment(self.centre, Qt.AlignmentFlag.AlignTop)
        return holder

    def look_for(self, words: str) -> None:
        """Show the policies whose meaning, key or number holds every word."""
        self._words = words.lower()
        self.sift()

    def count(self) -> int:
        """How many policies are shown."""
        return sum(not line.isHidden() for line in self.rows.values())

    def sift(self) -> None:
        """Show what was asked for; a group with nothing goes too."""
        words = self._words.split()
        only = self.only_changed.isChecked()
        shown = 0
        for group, lines in self._groups:
            here = 0
            for line in lines:
                fits = all(word in line.words for word in words)
                fits = fits and (line.is_changed or not only)
                line.setVisible(fits)
                here += fits
            group.setVisible(here > 0)
            shown += here
        self._none.setVisible(not shown and bool(self.rows))

    def focus_first(self) -> None:
        """Put the keyboard into the first field that is shown."""
        for line in self.rows.values():
            if not line.isHidden():
                line.field.setFocus()
                return

    def _show_values(self) -> None:
        desk: Desk = self._frame.work.desk
        # What somebody is typing here is left alone unless it is out of date.
        if desk.centre_name != self._known_name:
            self._known_name = desk.centre_name
            self.centre.set_problem(None)
            self.centre.set_value(desk.centre_name)
        for key, line in self.rows.items():
            value = str(desk.settings.changed.get(key, line.spec.default))
            if value != line.value:
                line.show_value(value)

    def _change(self, key: str, value: str) -> None:
        line = self.rows[key]
        before = line.value

        def refused(refusal: Refusal) -> None:
            line.refuse(self._frame.sentence(refusal))

        def done(_: object) -> None:
            line.show_value(value)
            self._tell(
                translate("Settings", line.spec.help),
                self.tr("{before} → {after}").format(
                    before=line.word_of(before), after=line.word_of(value)
                ),
                partial(self._change, key, before),
            )

        self._frame.work.change(
            self, change_settings, {key: value}, done=done, refused=refused
        )

    def _rename(self, name: str | None = None) -> None:
        before = self._frame.work.desk.centre_name
        wanted = self.centre.value() if name is None else name
        if wanted == before:
            return

        def refused(refusal: Refusal) -> None:
            self.centre.set_problem(self._frame.sentence(refusal))

        def done(_: object) -> None:
            self._tell(
                self.tr("Name of the centre"),
                self.tr("{before} → {after}").format(before=before, after=wanted),
                partial(self._rename, before),
            )

        self._frame.work.change(self, rename_centre, wanted, done=done, refused=refused)

    def _tell(self, what: str, how: str, undo: Callable[[], object]) -> None:
        offer = Offer(self.tr("Undo"), undo, icon_name="undo-2")
        text = f"{what.rstrip('.。')}  {how}"
        self._frame.say(Kind.DONE, self.tr("Saved"), text, [offer])
