"""``silian``: the window, or a command; the only place that joins the rooms."""

import gc
import sys
from collections.abc import Sequence
from importlib import import_module

from models.text import QT_TRANSLATE_NOOP, translator

_BEFORE_QT = ("app.schema", "app.desk", "app.slip_list", "sqlalchemy.dialects.sqlite")


def main(arguments: Sequence[str] | None = None) -> int:
    """Start what was asked for; the exit code."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")
    typed = sys.argv[1:] if arguments is None else arguments
    if not typed:
        # Nothing to understand: the window need not wait for what would understand it.
        return _open_window(None, None, None)
    from ui.command_line.run import parse, run

    parsed = parse(typed)
    if isinstance(parsed, int):
        return parsed
    if parsed.command is not None:
        return run(parsed)
    return _open_window(parsed.db, parsed.centre, parsed.actor)


def _open_window(db: str | None, centre: str | None, actor: str | None) -> int:
    from ui.command_line.place import database_url, language
    from ui.display import has_display

    if not has_display():
        text = QT_TRANSLATE_NOOP(
            "Command",
            "There is no display to open the window on; use a command, see"
            " “silian --help”.",
        )
        sys.stderr.write(translator(language())("Command", text) + "\n")
        return 2
    # The window collects garbage on its own thread only (``ui/garbage.py``); hundreds
    # of collections while modules load find nothing and take a tenth of the start.
    gc.disable()
    # Once PySide is there, it reads the source of every module that follows.
    for name in _BEFORE_QT:
        import_module(name)
    from ui.shell.window import open_window

    return open_window(database_url(db), centre=centre, actor=actor)


if __name__ == "__main__":
    sys.exit(main())
