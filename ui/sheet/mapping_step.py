"""Second step: what each heading is read as, and what the sheet leaves unsaid."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QWidget

from app.sheet_memory import Remembered
from app.sheet_open import OpenSheet, is_data_book, mapping_faults, unsaid, with_mapping
from models.sheet_mapping import PREFIX, SheetMapping
from models.sheet_target import PARTS, TARGETS, Target, heading_of
from ui.kit.button import Button, Look
from ui.kit.field import NotReadable
from ui.kit.fields import CheckField, ChoiceField, NumberField, TextField
from ui.kit.label import ElidedLabel, Hairline, Label, Tone
from ui.kit.layout import column, pane, row
from ui.sheet.box import empty_box
from ui.sheet.mapping_row import FIELD_WIDTH, ColumnRow, UnsaidRow, fix_width
from ui.sheet.raw_view import RawView
from ui.sheet.target_word import made_word
from ui.theme.typeface import INPUT

LEAST_WIDTH = 600


class MappingStep(QWidget):
    """The mapping at the left, the sheet as it is at the right."""

    edited = Signal()
    guess_wanted = Signal()
    """Let go of the remembered mapping and guess anew."""

    def __init__(self) -> None:
        super().__init__()
        self._opened: OpenSheet | None = None
        self._fixed: dict[str, str] = {}
        self._added: list[str] = []
        self.rows: dict[str, ColumnRow] = {}
        self.unsaid: dict[str, UnsaidRow] = {}
        self._note = Label("", tone=Tone.SECOND, may_wrap=True)
        self._again = Button(self.tr("Guess anew"), Look.LINK)
        self._again.clicked.connect(self.guess_wanted.emit)
        self._columns = column(spacing=0)
        self._unsaid_head = Label(
            self.tr("What the sheet does not say"), INPUT, is_strong=True
        )
        self._unsaid_rows = column(spacing=0)
        self.prefix = TextField(width=FIELD_WIDTH)
        self.prefix.set_name(self.tr("What made numbers begin with"))
        self.prefix.edited.connect(self.edited.emit)
        self._prefix_row = self._labelled(
            "单号", self.tr("Made of the day, beginning with"), self.prefix
        )
        self.year = NumberField(width=FIELD_WIDTH)
        self.year.set_name(self.tr("The year of days without one"))
        self.year.edited.connect(self.edited.emit)
        self._year_row = self._labelled(
            self.tr("Year"), self.tr("Of days that are written without one"), self.year
        )
        self.is_back = CheckField(self.tr("The paper of finished slips is back"))
        self.is_back.edited.connect(self.edited.emit)
        self.more = ChoiceField(empty=self.tr("One more"), width=FIELD_WIDTH)
        self.more.set_name(self.tr("Say one more thing for every row"))
        self.more.edited.connect(self._add_unsaid)
        inner = QWidget()
        column(
            row(
                Label(self.tr("What each heading means"), INPUT, is_strong=True),
                None,
                self._again,
            ),
            self._note,
            4,
            self._columns,
            20,
            self._unsaid_head,
            self._unsaid_rows,
            self._prefix_row,
            self._year_row,
            self.is_back,
            row(
                Label(self.tr("Something else for every row"), tone=Tone.SECOND),
                None,
                self.more,
                margins=(0, 3, 0, 3),
            ),
            None,
            spacing=4,
            margins=(24, 16, 24, 24),
            on=inner,
        )
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setMinimumWidth(LEAST_WIDTH)
        scroll.setWidget(inner)
        self.raw = RawView()
        side = pane("sunken")
        column(self.raw, spacing=0, on=side)
        whole = row(scroll, side, spacing=0, on=self)
        whole.setStretch(0, 11)
        whole.setStretch(1, 9)

    def show_sheet(self, opened: OpenSheet, memory: Remembered | None) -> None:
        """Show a sheet; ``memory`` is what its mapping was taken from, if it was."""
        self._opened = opened
        self._fixed = dict(opened.mapping.fixed)
        self._added = [
            name
            for name in self._fixed
            if name not in unsaid(opened.target, opened.mapping)
        ]
        if memory is not None:
            note = self.tr("Read as the last time, with {name}.").format(
                name=memory.name
            )
        else:
            note = self.tr("Guessed by the words and the cells: look it over.")
        if is_data_book(opened):
            note = self.tr(
                "This is a data book. Only its sheet 维修单 is read here; the command "
                "silian import takes all of its sheets."
            )
        if opened.hidden:
            hidden = self.tr(
                "%n row(s) are hidden or filtered out in the sheet; they are taken"
                " along. Take them out of the file if they are not meant.",
                "",
                len(opened.hidden),
            )
            note = f"{note}\n{hidden}"
        self._note.say(note, Tone.WARN if opened.hidden else Tone.SECOND)
        self._again.setVisible(memory is not None)
        empty_box(self._columns)
        self.rows.clear()
        meant = dict(opened.mapping.columns)
        options = [
            (
                heading.name,
                f"{heading.title} *" if heading.is_required else heading.title,
            )
            for heading in TARGETS[opened.target]
        ]
        for each in opened.shape.columns:
            line = ColumnRow(each, options, meant.get(each.key))
            line.edited.connect(self._after_edit)
            self.rows[each.key] = line
            self._columns.addWidget(line)
            self._columns.addWidget(Hairline())
        self.prefix.set_value(opened.mapping.prefix)
        self.year.set_value(opened.year)
        self.is_back.set_value(opened.mapping.is_back)
        self.raw.show_sheet(opened)
        self._show_unsaid()
        self._show_faults()

    def focus_first(self) -> None:
        """Put the keyboard on the first heading."""
        for line in self.rows.values():
            line.field.setFocus()
            return

    def mapping(self) -> SheetMapping:
        """What is chosen now."""
        assert self._opened is not None
        self._keep_fixed()
        columns = tuple(
            (key, name)
            for key, line in self.rows.items()
            if (name := line.field.value()) is not None
        )
        given = {name for _, name in columns}
        fixed = tuple(
            (name, value)
            for name, value in self._fixed.items()
            if value and name not in given
        )
        return replace(
            self._opened.mapping,
            columns=columns,
            fixed=fixed,
            prefix=self.prefix.value() or PREFIX,
            is_back=self._opened.target is Target.SLIPS
            and "returned_at" not in given
            and self.is_back.value(),
        )

    def sheet(self) -> OpenSheet | None:
        """The sheet with what is chosen; None while something must be mended here."""
        assert self._opened is not None
        if self._show_faults():
            return None
        try:
            year = self.year.value()
        except NotReadable as problem:
            self.year.set_problem(str(problem))
            self.year.setFocus()
            return None
        return replace(with_mapping(self._opened, self.mapping()), year=year)

    def _after_edit(self) -> None:
        self._show_unsaid()
        self._show_faults()
        self.edited.emit()

    def _show_faults(self) -> bool:
        """Say which headings cannot both be read as one thing; whether any cannot."""
        assert self._opened is not None
        mapping = self.mapping()
        faults = mapping_faults(self._opened.target, mapping)
        for key, line in self.rows.items():
            line.field.set_problem(
                self.tr("Another heading is read as this too.")
                if key in faults
                else None
            )
        for key in faults:
            self.rows[key].field.setFocus()
            return True
        return False

    def _show_unsaid(self) -> None:
        assert self._opened is not None
        mapping = self.mapping()
        target = self._opened.target
        given = {name for _, name in mapping.columns}
        wanted = unsaid(target, mapping)
        wanted += [n for n in self._added if n not in wanted and n not in given]
        names = [name for name in wanted if name != "number"]
        if list(self.unsaid) != names:
            empty_box(self._unsaid_rows)
            self.unsaid.clear()
            for name in names:
                heading = heading_of(target, name)
                line = UnsaidRow(
                    heading, made_word(target, name), self._fixed.get(name, "")
                )
                line.edited.connect(self.edited.emit)
                self.unsaid[name] = line
                self._unsaid_rows.addWidget(line)
        is_slip = target is Target.SLIPS
        self._prefix_row.setVisible(is_slip and "number" not in given)
        self._year_row.setVisible(self._opened.lacks_year)
        self.is_back.setVisible(
            is_slip
            and "returned_at" not in given
            and bool(given & {"done_at", "outcome"})
        )
        self.more.set_options(
            [
                (heading.name, heading.title)
                for heading in TARGETS[target]
                if heading.name not in given
                and heading.name not in names
                and heading not in PARTS
                and heading.name != "number"
            ]
        )
        self.more.set_value(None)

    def _add_unsaid(self) -> None:
        name = self.more.value()
        if name is None:
            return
        self._added.append(name)
        self._show_unsaid()
        self.unsaid[name].field.setFocus()

    def _keep_fixed(self) -> None:
        for name, line in self.unsaid.items():
            self._fixed[name] = line.value()

    def _labelled(
        self, title: str, how: str, field: TextField | NumberField
    ) -> QWidget:
        holder = QWidget()
        name = ElidedLabel(title, is_strong=True)
        fix_width(name)
        line = row(
            name,
            ElidedLabel(how, tone=Tone.SECOND),
            field,
            spacing=12,
            margins=(0, 3, 0, 3),
            on=holder,
        )
        line.setStretch(1, 1)
        return holder
