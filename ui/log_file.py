"""The log file: the only place where a traceback is written."""

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

from platformdirs import user_log_dir

MEGABYTE = 1_000_000


def log_path() -> Path:
    """Where the log stands on this computer."""
    return Path(user_log_dir("silian", appauthor=False)) / "silian.log"


def start_log(path: Path | None = None) -> Path:
    """Write warnings and worse to the log, at most three files of a megabyte.

    A folder that cannot be written leaves the program without a log, not without work.
    """
    chosen = path or log_path()
    root = logging.getLogger()
    if any(_writes_to(handler, chosen) for handler in root.handlers):
        return chosen
    try:
        chosen.parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            chosen, maxBytes=MEGABYTE, backupCount=2, encoding="utf-8", delay=True
        )
    except OSError:
        root.addHandler(logging.NullHandler())
        return chosen
    handler.setFormatter(
        logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s")
    )
    root.addHandler(handler)
    return chosen


def _writes_to(handler: logging.Handler, path: Path) -> bool:
    if not isinstance(handler, RotatingFileHandler):
        return False
    return Path(handler.baseFilename) == path.absolute()
