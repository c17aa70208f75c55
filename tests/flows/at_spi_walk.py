"""Says what AT-SPI shows of the program: a line of JSON for each line it reads.

It runs on the machine's own Python, where Debian keeps the bindings of AT-SPI, and
knows nothing of the program but its name.
"""

import json
import sys
import time
from typing import Any

MANY = 60
"""So many cells of a list are looked at; the others are like them."""
MOST_WALKS = 20
TABLES = ("table", "list", "tree", "tree table", "list box")


def main(name: str) -> None:
    """Wait for the program, then answer until nobody asks."""
    import pyatspi  # type: ignore[import-not-found]

    application = None
    while application is None:
        desktop = pyatspi.Registry.getDesktop(0)
        found = [child for child in desktop if child is not None]
        application = next((child for child in found if child.name == name), None)
        time.sleep(0.05)
    say([])
    for _ in sys.stdin:
        say(walk(pyatspi, application))


def walk(pyatspi: Any, application: Any) -> list[object]:
    """Everything that shows. What goes away meanwhile has it begun anew."""
    from gi.repository import GLib  # type: ignore[import-not-found]

    for left in reversed(range(MOST_WALKS)):
        things: list[object] = []
        try:
            for window in application:
                if window is not None:
                    look(pyatspi, window, "", things)
        except GLib.GError as error:
            if "No such object" not in str(error) or not left:
                raise
            time.sleep(0.1)
        else:
            break
    return things


def look(pyatspi: Any, thing: Any, inside: str, things: list[object]) -> None:
    """Add a thing that shows, and what is in it."""
    states = thing.getState()
    if not states.contains(pyatspi.STATE_SHOWING):
        return
    role = thing.getRoleName()
    things.append(
        {
            "role": role,
            "name": thing.name or "",
            "inside": inside,
            "is_focusable": states.contains(pyatspi.STATE_FOCUSABLE),
        }
    )
    count = thing.childCount
    if role in TABLES:
        count = min(count, MANY)
    for index in range(count):
        child = thing.getChildAtIndex(index)
        if child is not None:
            look(pyatspi, child, f"{inside}/{role} {thing.name}".strip("/ "), things)


def say(things: list[object]) -> None:
    """One line of JSON."""
    sys.stdout.write(json.dumps(things) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1])
