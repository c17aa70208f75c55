"""The sheet as it stands in the file, with its headings marked."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.sheet_open import OpenSheet
from app.sheet_shape import letters_of, why_left_out
from ui.kit.fields import ChoiceField
from ui.kit.label import Label, Tone
from ui.kit.layout import column, row
from ui.sheet.cell_table import CellLine, CellTable
from ui.theme.typeface import INPUT

SHOWN = 40
HEADS = 15
MOST_SHOWN_COLUMNS = 40
LABEL_WIDTH = 72


class RawView(QWidget):
    """Which sheet, which row holds the headings, and the rows below."""

    other_wanted = Signal(object, object)
    """Another sheet (index) and heading rows (empty: to be found)."""

    def __init__(self) -> None:
        super().__init__()
        self.sheet = ChoiceField()
        self.sheet.set_name(self.tr("Sheet of the file"))
        self.sheet.edited.connect(
            lambda: self.other_wanted.emit(self.sheet.value(), ())
        )
        self.head = ChoiceField()
        self.head.set_name(self.tr("Where the headings stand"))
        self.head.edited.connect(
            lambda: self.other_wanted.emit(self.sheet.value(), self.head.value())
        )
        self.table = CellTable(self.tr("The sheet as it is"))
        self._note = Label("", tone=Tone.SECOND)
        self._sheet_line = QWidget()
        self._sheet_line.setLayout(self._choice(self.tr("Sheet"), self.sheet))
        box = column(
            row(
                Label(self.tr("The sheet as it is"), INPUT, is_strong=True),
                None,
                self._note,
                margins=(24, 0, 24, 0),
            ),
            self._sheet_line,
            self._choice(self.tr("Headings"), self.head),
            self.table,
            spacing=10,
            margins=(0, 16, 0, 0),
            on=self,
        )
        box.setStretch(3, 1)

    def _choice(self, title: str, field: ChoiceField) -> QHBoxLayout:
        name = Label(title, tone=Tone.SECOND)
        name.setMinimumWidth(LABEL_WIDTH)
        line = row(name, field, margins=(24, 0, 24, 0))
        line.setStretch(1, 1)
        return line

    def show_sheet(self, opened: OpenSheet) -> None:
        """Show another sheet, or the same with other headings."""
        grids = opened.book.grids
        self.sheet.set_options([(i, grid.title) for i, grid in enumerate(grids)])
        self.sheet.set_value(opened.index)
        self._sheet_line.setVisible(len(grids) > 1)
        rows = opened.grid.rows
        options: list[tuple[tuple[int, ...], str]] = []
        for place, each in enumerate(rows[:HEADS]):
            text = self.tr("Row {number}").format(number=each.number)
            options.append(((each.number,), text))
            if place + 1 < len(rows):
                both = (each.number, rows[place + 1].number)
                text = self.tr("{first} and {second}")
                options.append((both, text.format(first=both[0], second=both[1])))
        head = opened.shape.head
        if head not in [value for value, _ in options]:
            options.append((head, self.tr("Row {number}").format(number=head[0])))
        self.head.set_options(options)
        self.head.set_value(head)
        self._note.say(self.tr("%n row(s)", "", opened.count))
        width = min(opened.grid.width, MOST_SHOWN_COLUMNS)
        titles = frozenset(opened.shape.keys())
        lines = []
        for each in rows[:SHOWN]:
            cells = [each.cell(index) for index in range(width)]
            is_head = each.number in head
            texts = [cell.shown() if cell is not None else "" for cell in cells]
            if not is_head:
                # A merged cell is shown once, as it is seen in the spreadsheet.
                for place in range(width - 1, 0, -1):
                    if cells[place] is not None and cells[place] is cells[place - 1]:
                        texts[place] = ""
            is_below = each.number > max(head)
            is_aside = not is_head and (
                not is_below or bool(why_left_out(each, titles))
            )
            lines.append(
                CellLine(
                    (str(each.number), *texts), is_aside=is_aside, is_strong=is_head
                )
            )
        letters = [letters_of(index) for index in range(width)]
        self.table.show_lines(["", *letters], lines)
