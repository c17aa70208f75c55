"""The table of pages: which rooms the window has and how each is made.

A page's module is imported when the page is first entered, so that the window paints
before the rooms behind it are loaded.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module

from PySide6.QtCore import QCoreApplication

from models.text import QT_TRANSLATE_NOOP
from ui.shell.frame import Frame
from ui.shell.page import Page


@dataclass(frozen=True, slots=True)
class PageRow:
    """One room; without ``icon_name`` it does not stand in the rail."""

    id: str
    text: str
    module: str
    class_name: str
    keys: str = ""
    icon_name: str = ""
    stands_last: bool = False


_T = QT_TRANSLATE_NOOP

PAGES: tuple[PageRow, ...] = (
    PageRow(
        "intake",
        _T("Pages", "Front desk"),
        "ui.slip.intake_page",
        "IntakePage",
        "Ctrl+1",
        "phone-incoming",
    ),
    PageRow(
        "dispatch",
        _T("Pages", "Dispatch"),
        "ui.slip.dispatch_page",
        "DispatchPage",
        "Ctrl+2",
        "send",
    ),
    PageRow(
        "return",
        _T("Pages", "Returns"),
        "ui.slip.return_page",
        "ReturnPage",
        "Ctrl+3",
        "scan-line",
    ),
    PageRow(
        "register",
        _T("Pages", "Registers"),
        "ui.slip.register_page",
        "RegisterPage",
        "Ctrl+4",
        "table-2",
    ),
    PageRow("slip", _T("Pages", "Slip"), "ui.slip.slip_page", "SlipPage"),
    PageRow(
        "settings",
        _T("Pages", "Settings"),
        "ui.settings.page",
        "SettingsPage",
        "Ctrl+9",
        "settings",
        stands_last=True,
    ),
)

BY_ID: Mapping[str, PageRow] = {page.id: page for page in PAGES}


def page_text(page_id: str) -> str:
    """What a page is called in the window's language."""
    return QCoreApplication.translate("Pages", BY_ID[page_id].text)


def make_page(page_id: str, frame: Frame) -> Page:
    """Load and make a page."""
    row = BY_ID[page_id]
    page = getattr(import_module(row.module), row.class_name)(frame)
    assert isinstance(page, Page)
    return page
