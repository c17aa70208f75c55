"""The right of the statement: identities, balances, bundles; or what is behind a
figure.
"""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QWidget

from app.statement_figure import Figure
from models.statement import Statement
from ui.finance.bundle_lines import BundleFace, BundleLines
from ui.finance.identity_list import IdentityList
from ui.finance.slip_lines import SlipLines
from ui.finance.statement_lines import balance_lines, behind_lines
from ui.kit.button import Button, Look
from ui.kit.label import Hairline, Label, Tone
from ui.kit.layout import column, pane, row
from ui.slip.moment import Moments
from ui.theme.typeface import INPUT

MOST_ROWS = 14


class StatementSide(QStackedWidget):
    """``opened`` wants a slip; ``left`` says that the list behind a figure is gone."""

    opened = Signal(int)
    left = Signal()

    def __init__(self, moments: Moments, parent: QWidget) -> None:
        super().__init__(parent)
        self._moments = moments
        self._statement: Statement | None = None
        self._figure: Figure | None = None
        self._title = ""
        self.identities = IdentityList()
        self.balances = SlipLines(self.tr("What is owed at the end"))
        self._bundles = BundleLines(moments, can_open=False)
        self._no_bundle = Label("", tone=Tone.THIRD)
        whole = pane("surface")
        scroll = QScrollArea(widgetResizable=True)
        scroll.setWidget(whole)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setAccessibleName(self.tr("Identities, balances, bundles"))
        self.addWidget(scroll)
        column(
            self.identities,
            8,
            Hairline(),
            self.balances,
            8,
            Hairline(),
            8,
            Label(self.tr("Bundles handed over"), INPUT, is_strong=True),
            self._no_bundle,
            self._bundles,
            None,
            spacing=4,
            margins=(24, 16, 24, 16),
            on=whole,
        )
        self.behind = SlipLines(self.tr("Slips behind the figure"))
        self.back = Button(self.tr("Back"), Look.LINK, icon_name="arrow-left")
        self.back.clicked.connect(self.show_whole)
        listed = pane("surface")
        head = row(self.back, None, margins=(20, 12, 24, 4))
        lines = row(self.behind, margins=(16, 0, 16, 12))
        column(head, lines, spacing=0, on=listed).setStretch(1, 1)
        self.addWidget(listed)
        for each in (self.balances, self.behind):
            each.opened.connect(self.opened)
        self.behind.left.connect(self.show_whole)

    @property
    def shows_behind(self) -> bool:
        """Whether the slips behind a figure are shown."""
        return self._figure is not None

    def put(self, statement: Statement) -> None:
        """Show a statement; a figure that is looked behind stays so."""
        self._statement = statement
        self.identities.put(statement)
        self.balances.put(balance_lines(statement, self._moments))
        self.balances.fit(MOST_ROWS)
        self._show_bundles(statement)
        if self._figure is not None:
            self.show_behind(self._figure, self._title)

    def show_behind(self, figure: Figure, title: str) -> None:
        """The slips behind a figure take the place of the rest."""
        if self._statement is None:
            return
        self._figure, self._title = figure, title
        lines = behind_lines(self._statement, figure, title, self._moments)
        self.behind.put(lines)
        self.setCurrentIndex(1)

    @Slot()
    def show_whole(self) -> None:
        """Back to the identities."""
        if self._figure is not None:
            self._figure = None
            self.setCurrentIndex(0)
            self.left.emit()

    def _show_bundles(self, statement: Statement) -> None:
        self._bundles.put(
            [
                BundleFace(
                    each.batch_no, each.handed_at, each.copy_count, each.to_staff
                )
                for each in statement.batches
            ]
        )
        early = sum(slip.is_early for slip in statement.slips)
        parts = [self.tr("%n brought early by escort", "", early)] if early else []
        if not statement.batches:
            parts.insert(0, self.tr("No bundle was handed over yet."))
        self._no_bundle.say("　".join(parts))
        self._no_bundle.setVisible(bool(parts))
