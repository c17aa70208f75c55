"""What the return desk listens for before anybody has entered it."""

from ui.returns.reminder import Reminder
from ui.scanner.desk import ScanDesk
from ui.shell.frame import Frame


def begin(frame: Frame) -> None:
    """Listen from the start of the window on."""
    ScanDesk.of(frame)
    Reminder.of(frame).tick()
