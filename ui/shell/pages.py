"""The table of pages: which rooms the window has and how each is made.

A page's module is imported when the page is first entered, so that the window paints
before the rooms behind it are loaded.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module

from PySide6.QtCore import QCoreApplication

from models.staff import Permission
from models.text import QT_TRANSLATE_NOOP
from ui.kit.label import Tone
from ui.shell.frame import Frame
from ui.shell.page import Page


@dataclass(frozen=True, slots=True)
class PageRow:
    """One room; without ``icon_name`` it does not stand in the rail.

    Who has any of ``rights`` may enter; without rights everybody. ``badge`` names the
    figure of ``app.room_count.RoomCount`` that waits there. ``watch`` is a module whose
    ``begin(frame)`` listens for the room before anybody has entered it. ``part_of``
    names the room whose strip of tabs leads to it.
    """

    id: str
    text: str
    module: str
    class_name: str
    keys: str = ""
    icon_name: str = ""
    stands_last: bool = False
    rights: tuple[Permission, ...] = ()
    badge: str = ""
    badge_word: str = ""
    badge_tone: Tone = Tone.WARN
    watch: str = ""
    part_of: str = ""

    def may_enter(self, permissions: frozenset[Permission]) -> bool:
        """Whether somebody with these rights has work in the room."""
        return not self.rights or not permissions.isdisjoint(self.rights)


_T = QT_TRANSLATE_NOOP

PAGES: tuple[PageRow, ...] = (
    PageRow(
        "intake",
        _T("Pages", "Front desk"),
        "ui.slip.intake_page",
        "IntakePage",
        "Ctrl+1",
        "phone-incoming",
        rights=(Permission.ISSUE_SLIP,),
        badge="bounced",
        badge_word=_T("Pages", "bounced"),
    ),
    PageRow(
        "dispatch",
        _T("Pages", "Dispatch"),
        "ui.slip.dispatch_page",
        "DispatchPage",
        "Ctrl+2",
        "send",
        rights=(Permission.DISPATCH_SLIP, Permission.WORK_SLIP),
        badge="to_dispatch",
        badge_word=_T("Pages", "waiting"),
        watch="ui.slip.limit_watch",
    ),
    PageRow(
        "return",
        _T("Pages", "Returns"),
        "ui.returns.page",
        "ReturnPage",
        "Ctrl+3",
        "scan-line",
        rights=(Permission.TAKE_BACK_SLIP,),
        badge="not_back",
        badge_word=_T("Pages", "out"),
        badge_tone=Tone.BAD,
        watch="ui.returns.watch",
    ),
    PageRow(
        "follow_up",
        _T("Pages", "Follow-up"),
        "ui.day.follow_up_page",
        "FollowUpPage",
        "Ctrl+Shift+F",
        rights=(Permission.FOLLOW_UP,),
        part_of="return",
    ),
    PageRow(
        "gap",
        _T("Pages", "Gaps"),
        "ui.day.gap_page",
        "GapPage",
        "Ctrl+Shift+G",
        rights=(Permission.CHASE_GAP,),
        part_of="return",
    ),
    PageRow(
        "handover",
        _T("Pages", "Shift handover"),
        "ui.day.handover_page",
        "HandoverPage",
        "Ctrl+Shift+H",
        rights=(Permission.HAND_OVER_SHIFT,),
        part_of="return",
    ),
    PageRow(
        "register",
        _T("Pages", "Registers"),
        "ui.slip.register_page",
        "RegisterPage",
        "Ctrl+4",
        "table-2",
        watch="ui.slip.dispute_watch",
    ),
    PageRow(
        "callback",
        _T("Pages", "Callbacks"),
        "ui.callback.page",
        "CallbackPage",
        "Ctrl+5",
        "message-square-text",
        rights=(Permission.CALL_BACK,),
        badge="to_call",
        badge_word=_T("Pages", "to call"),
    ),
    PageRow(
        "inspection",
        _T("Pages", "Inspection"),
        "ui.inspection.page",
        "InspectionPage",
        "Ctrl+6",
        "badge-check",
        rights=(Permission.INSPECT_SLIP, Permission.SEE_FAILURE),
        badge="to_inspect",
        badge_word=_T("Pages", "to inspect"),
        watch="ui.inspection.failure_watch",
    ),
    PageRow(
        "finance",
        _T("Pages", "Finance"),
        "ui.finance.page",
        "FinancePage",
        "Ctrl+7",
        "wallet",
        rights=(
            Permission.RECORD_MONEY,
            Permission.APPLY_WAIVER,
            Permission.APPROVE_WAIVER,
            Permission.HAND_OVER_COPY,
            Permission.ACCEPT_COPY,
            Permission.PROPOSE_CLOSE,
            Permission.CONFIRM_CLOSE,
        ),
        badge="in_finance",
        badge_word=_T("Pages", "to do"),
        watch="ui.finance.handover_watch",
    ),
    PageRow(
        "dashboard",
        _T("Pages", "Dashboard"),
        "ui.dashboard.page",
        "DashboardPage",
        "Ctrl+8",
        "chart-column",
        rights=(Permission.READ_BOOKS,),
    ),
    PageRow("slip", _T("Pages", "Slip"), "ui.slip.slip_page", "SlipPage"),
    PageRow("sheet", _T("Pages", "Import a sheet"), "ui.sheet.page", "SheetPage"),
    PageRow(
        "register_book",
        _T("Pages", "Edited register"),
        "ui.register_book.page",
        "RegisterBookPage",
    ),
    PageRow(
        "settings",
        _T("Pages", "Settings"),
        "ui.settings.page",
        "SettingsPage",
        "Ctrl+9",
        "settings",
        stands_last=True,
        rights=(Permission.CHANGE_SETTINGS, Permission.CHANGE_TARIFF),
        watch="ui.statistics_watch",
    ),
)

BY_ID: Mapping[str, PageRow] = {page.id: page for page in PAGES}


def parts_of(room_id: str, permissions: frozenset[Permission]) -> list[str]:
    """The pages of a room that somebody with these rights may enter, its own first."""
    return [
        page.id
        for page in PAGES
        if room_id in (page.id, page.part_of) and page.may_enter(permissions)
    ]


def page_text(page_id: str) -> str:
    """What a page is called in the window's language."""
    return QCoreApplication.translate("Pages", BY_ID[page_id].text)


def badge_word(row: PageRow) -> str:
    """What waits in a room, in the window's language."""
    return QCoreApplication.translate("Pages", row.badge_word)


def make_page(page_id: str, frame: Frame) -> Page:
    """Load and make a page."""
    row = BY_ID[page_id]
    page = getattr(import_module(row.module), row.class_name)(frame)
    assert isinstance(page, Page)
    return page


def watches() -> Iterator[Callable[[Frame], object]]:
    """What listens for each room that wants it, loaded when its turn comes."""
    for row in PAGES:
        if row.watch:
            yield import_module(row.watch).begin


def begin_watches(frame: Frame) -> None:
    """Listen for every room that wants it."""
    for begin in watches():
        begin(frame)
