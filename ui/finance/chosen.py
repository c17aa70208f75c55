"""Which finance period the room looks at; every tab hears when it is another."""

from PySide6.QtCore import QObject, Signal

from app.period_list import PeriodRow, load_periods, period_to_begin_with
from models.period import period_of
from ui.kit.when_seen import WhenSeen
from ui.shell.frame import Frame
from ui.shell.page import Page
from ui.tasks import Job

TABLES = frozenset({"slip", "finance_period", "setting"})


class ChosenPeriod(QObject):
    """One for the room; ``row`` is None until the periods are known."""

    changed = Signal()
    """Another period is chosen, or the chosen one was proposed or closed."""
    listed = Signal()
    """The periods there are have been read again."""

    def __init__(self, frame: Frame, page: Page) -> None:
        super().__init__(page)
        self._frame = frame
        self._job: Job | None = None
        self.rows: tuple[PeriodRow, ...] = ()
        self.row: PeriodRow | None = None
        self._asking = WhenSeen(page, self.ask)
        frame.work.changed.connect(self._after_change)

    @property
    def code(self) -> str:
        """The chosen period, such as ``2026-11``; empty until it is known."""
        return self.row.code if self.row is not None else ""

    @property
    def present(self) -> str:
        """The period of this moment."""
        desk = self._frame.work.desk
        return period_of(desk.now(), desk.zone)

    def ask(self) -> None:
        """Read again which periods there are."""
        if self._job is not None:
            self._job.drop()
        self._job = self._frame.work.look(self, load_periods, done=self._put)

    def choose(self, code: str) -> None:
        """Look at another period; one that is not there is not chosen."""
        found = next((row for row in self.rows if row.code == code), None)
        if found is not None and found != self.row:
            self.row = found
            self.changed.emit()

    def step(self, by: int) -> None:
        """Go to the next period (1) or the one before (-1)."""
        codes = [row.code for row in self.rows]
        if self.code in codes:
            at = codes.index(self.code) + by
            if 0 <= at < len(codes):
                self.choose(codes[at])

    def _put(self, rows: tuple[PeriodRow, ...]) -> None:
        self.rows = rows
        self.listed.emit()
        self.choose(self.code or period_to_begin_with(rows, self.present))

    def _after_change(self, tables: frozenset[str]) -> None:
        if tables & TABLES:
            self._asking.do()
