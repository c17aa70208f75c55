"""The strip of tabs that joins the pages of the day: 返单 跟进 追查 交接班."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtWidgets import QWidget

from app.day_count import DayCount, count_day
from models.text import QT_TRANSLATE_NOOP
from ui.kit.layout import row
from ui.kit.segmented import Segment, SegmentedField
from ui.kit.when_seen import WhenSeen
from ui.shell.frame import Frame
from ui.shell.pages import BY_ID, page_text

ROOM = "return"
_T = QT_TRANSLATE_NOOP
TABS: Mapping[str, tuple[str, str]] = {
    "return": (_T("DayTabs", "Returns"), "out"),
    "follow_up": (_T("DayTabs", "Follow-up"), "to_follow_up"),
    "gap": (_T("DayTabs", "Gaps"), "open_gaps"),
    "handover": (_T("DayTabs", "Handover"), "missed_handovers"),
}
"""Each page with its word and the figure of ``DayCount`` that stands beside it."""
TABLES = frozenset(
    {"slip", "follow_up", "gap_case", "shift_handover", "setting", "staff"}
)


class DayTabs(QWidget):
    """Stands at the top of each of these pages; left and right arrows turn them.

    ``page_id`` is the page it stands on, which is always the one marked. Pages that
    whoever acts may not enter are not there.
    """

    def __init__(self, frame: Frame, page_id: str) -> None:
        super().__init__()
        self._frame = frame
        self._page_id = page_id
        options = [(each, self._word(each, 0)) for each in TABS]
        self.pages = SegmentedField(options)
        self.pages.set_name(self.tr("Pages of the day"))
        self.pages.set_value(page_id)
        self.pages.edited.connect(self._turn)
        row(self.pages, on=self)
        self.setFocusProxy(self.pages)
        self._counting = WhenSeen(self, self._count)
        frame.work.changed.connect(self._after_change)
        frame.work.desk_changed.connect(self._show_allowed)
        self._show_allowed()

    def tab(self, page_id: str) -> Segment:
        """The segment of a page."""
        return next(each for each in self.pages.segments() if each.value == page_id)

    @Slot()
    def _turn(self) -> None:
        wanted = str(self.pages.value())
        by_keys = self.tab(wanted).hasFocus()
        # This strip goes on marking the page it stands on.
        self.pages.set_value(self._page_id)
        if wanted == self._page_id:
            return
        page = self._frame.show_page(wanted)
        # Who turns pages by keys stays on the strip; a click goes on to the work.
        tabs = page.findChild(DayTabs) if by_keys else None
        if isinstance(tabs, DayTabs):
            tabs.setFocus()

    @Slot()
    def _show_allowed(self) -> None:
        permissions = self._frame.work.desk.permissions
        for page_id in TABS:
            self.tab(page_id).setVisible(BY_ID[page_id].may_enter(permissions))
        self._counting.do()

    @Slot(object)
    def _after_change(self, tables: frozenset[str]) -> None:
        if tables & TABLES:
            self._counting.do()

    def _count(self) -> None:
        self._frame.work.look_quietly(
            self, count_day, done=self._show_counts, failed=lambda _: None
        )

    def _show_counts(self, counts: DayCount) -> None:
        for page_id, (_, figure) in TABS.items():
            tab = self.tab(page_id)
            tab.setText(self._word(page_id, getattr(counts, figure)))
            tab.setAccessibleName(tab.text())
            tab.setToolTip(f"{page_text(page_id)}  {BY_ID[page_id].keys}")
            tab.updateGeometry()

    @staticmethod
    def _word(page_id: str, count: int) -> str:
        word = QCoreApplication.translate("DayTabs", TABS[page_id][0])
        return f"{word} {count}" if count else word


def strip(frame: Frame, page_id: str, *beside: QWidget | None) -> QWidget:
    """The tabs with what stands at the right of them, as the first line of a page."""
    line = QWidget()
    row(
        DayTabs(frame, page_id),
        None,
        *beside,
        spacing=12,
        margins=(24, 10, 24, 10),
        on=line,
    )
    return line
