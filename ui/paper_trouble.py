"""What can be wrong with printers and files that papers go to."""

from app.errors import Trouble


class NoPrinter(Trouble):
    """No printer is set up on this computer."""


class PrinterGone(Trouble):
    """The printer ``printer`` is not there, or takes no job."""


class FileNotWritten(Trouble):
    """The file ``path`` could not be written: ``detail``."""


class FileNotRead(Trouble):
    """The file ``path`` could not be read: ``detail``."""


class FontFileMissing(Trouble):
    """The font ``file`` that papers are written with is not there."""
