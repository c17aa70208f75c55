"""How the frame around the pages is pictured: search, messages, keys, menus, boxes."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.database import place_of
from app.database_trouble import DatabaseBusy
from app.schema import UpgradePart
from ui.crash import CrashWindow
from ui.log_file import log_path
from ui.scene import Find, Stage, Step
from ui.shell.frame import Kind, Offer
from ui.shell.upgrade_window import UpgradeWindow
from ui.tasks import Tasks


def scenes(stage: Stage) -> Iterator[Step]:
    """Everything that may stand around or over a page."""
    window = stage.window
    window.show_page("register")
    yield stage.wait()
    yield from _search(stage)
    yield from _messages(stage)
    window.show_keys()
    yield "frame-keys", stage.dialog
    window.rail.person.click()
    yield stage.wait()
    yield "frame-person", stage.popup
    window.work.trouble_met.emit(DatabaseBusy(), lambda: None)
    yield "frame-trouble", stage.dialog
    window.ask.confirm(
        window,
        QCoreApplication.translate("FrameScene", "Work is still running"),
        QCoreApplication.translate(
            "FrameScene", "Closing stops it; nothing half done is kept."
        ),
        QCoreApplication.translate("FrameScene", "Stop it and close"),
        lambda: None,
        is_dangerous=True,
    )
    yield "frame-question", stage.dialog
    crash = CrashWindow("", log_path())
    crash.open()
    yield "frame-crash", lambda: crash
    yield from _upgrade(stage)


def _upgrade(stage: Stage) -> Iterator[Step]:
    place = place_of(stage.window.work.address)
    for name, part, done, total in (
        ("frame-upgrade-copy", UpgradePart.COPY, 0, 0),
        ("frame-upgrade", UpgradePart.INDEX, 36_864, 100_000),
        ("frame-upgrade-trouble", "", 0, 0),
    ):
        box = UpgradeWindow(lambda _: None, place, Tasks())
        if part:
            box.show_part(part, done, total)
        else:
            box.tell_trouble(stage.window.sentence(DatabaseBusy()))
        box.open()
        yield name, partial(_as_it_is, box)


def _as_it_is(box: QWidget) -> QWidget:
    return box


def _search(stage: Stage) -> Iterator[Step]:
    window = stage.window
    box = window.search
    row = stage.row_in(of_unit=True)
    for name, words in (
        ("frame-search", row.room if row is not None else "3"),
        ("frame-search-name", row.reporter_name[:2] if row is not None else "陈"),
        ("frame-search-nothing", "%_'"),
    ):
        box.come_here()
        box.line.setText(words)
        box.ask()
        yield "", lambda: box.popup
        yield name, stage.whole
        box.leave()


def _messages(stage: Stage) -> Iterator[Step]:
    window = stage.window
    number = stage.rows[0].number if stage.rows else "WX261120-022"
    row = stage.rows[0].content if stage.rows else ""
    undo = Offer(
        QCoreApplication.translate("FrameScene", "Undo"), lambda: None, seconds=48
    )
    window.say(Kind.DONE, number, row, [undo])
    yield "frame-message-undo", _bar(stage)
    window.say(Kind.WAITS, number, row)
    yield "frame-message", stage.whole
    window.say(Kind.FAILED, number, row)
    yield "frame-message-failed", _bar(stage)
    window.messages.clear()


def _bar(stage: Stage) -> Find:
    def find() -> QWidget:
        return stage.window.messages

    return find
