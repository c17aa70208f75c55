"""A real X display and a keyboard for it: Xvfb and xdotool."""

import os
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

TOOLS = ("Xvfb", "xdotool", "xkbcomp")
PATIENCE_SECONDS = 30.0
CHINESE = "厨房水龙头漏还在客厅灯不亮入户门锁坏了更换软管，试正常马桶堵"
"""What can be typed besides ASCII: each has a key of its own before the program starts.

xdotool would put a letter on a key for as long as it presses it, and a busy program
asks too late what that key says.
"""
_FREE_KEYS = range(147, 191)
_KEYBOARD = """xkb_keymap {{
  xkb_keycodes {{ include "evdev+aliases(qwerty)" }};
  xkb_types {{ include "complete" }};
  xkb_compat {{ include "complete" }};
  xkb_symbols {{ include "pc+us+inet(evdev)" {keys} }};
}};
"""


def missing_tools() -> list[str]:
    """What a story on a real display needs and this computer lacks."""
    return [tool for tool in TOOLS if shutil.which(tool) is None]


def wait_until(is_so: Callable[[], object], what: str) -> None:
    """Wait for something that another process brings about."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not is_so():
        if time.monotonic() > deadline:
            raise AssertionError(f"waited in vain until {what}")
        time.sleep(0.05)


class Screen:
    """One display with the program on it; keys go to whatever has the keyboard."""

    def __init__(self, display: str, home: Path) -> None:
        self.home = home
        self.environment = {
            **os.environ,
            "DISPLAY": display,
            "HOME": str(home),
            "XDG_CONFIG_HOME": str(home / "config"),
            "XDG_STATE_HOME": str(home / "state"),
            "SILIAN_LANG": "zh_CN",
            "QT_QPA_PLATFORM": "xcb",
            # No printer of whoever runs the tests is ever printed on.
            "CUPS_SERVER": "localhost:9",
        }

    def answers(self) -> bool:
        """Whether there is a display that takes keys."""
        return bool(self._xdotool("getdisplaygeometry", is_asking=True))

    def start_program(self, url: str) -> "subprocess.Popen[bytes]":
        """Open the window on a database."""
        return subprocess.Popen(
            [sys.executable, "-m", "ui", "--db", url], env=self.environment
        )

    def keys(self, *names: str) -> None:
        """Press keys one after the other: ``Return``, ``ctrl+2``."""
        self._xdotool("key", "--delay", "40", *names)

    def scans(self, code: str) -> None:
        """What a scanner sends: five milliseconds a key, and Enter."""
        typing = ("type", "--delay", "5", "--args", "1", code)
        self._xdotool(*typing, "key", "Return")

    def types(self, text: str) -> None:
        """Type a text of ASCII and ``CHINESE``."""
        lacking = {letter for letter in text if not letter.isascii()} - set(CHINESE)
        assert not lacking, f"no key says {lacking}"
        # What comes faster than fingers is a scanner's; half the delay is the release.
        self._xdotool("type", "--delay", "120", text)

    def wait_for_window(self, title: str) -> None:
        """Wait until a window shows whose title holds ``title``."""
        wait_until(lambda: self._shows(title), f"a window “{title}” shows")

    def wait_until_gone(self, title: str) -> None:
        """Wait until no window shows whose title holds ``title``."""
        wait_until(lambda: not self._shows(title), f"the window “{title}” is gone")

    def _shows(self, title: str) -> bool:
        return bool(
            self._xdotool(
                "search", "--onlyvisible", "--name", title, is_asking=True
            ).strip()
        )

    def _xdotool(self, *words: str, is_asking: bool = False) -> str:
        ended = subprocess.run(
            ["xdotool", *words],
            env=self.environment,
            capture_output=True,
            text=True,
            check=not is_asking,
        )
        return ended.stdout


@contextmanager
def private_screen(home: Path, size: str = "1440x900") -> Iterator[Screen]:
    """A display of the test's own, on a number that nobody else uses.

    The number is drawn: servers that look for the lowest free one take each other's
    sockets away when two tests begin and end at one moment.
    """
    number = random.SystemRandom().randint(1000, 9999)
    words = ["Xvfb", f":{number}", "-screen", "0", f"{size}x24", "-noreset"]
    server = subprocess.Popen(words, stderr=subprocess.DEVNULL)
    try:
        screen = Screen(f":{number}", home)
        wait_until(screen.answers, "the display is there")
        _give_keyboard(screen)
        yield screen
    finally:
        server.terminate()
        server.wait()


def _give_keyboard(screen: Screen) -> None:
    keys = " ".join(
        f"key <I{key}> {{ [ U{ord(letter):04X} ] }};"
        for key, letter in zip(_FREE_KEYS, CHINESE, strict=False)
    )
    assert len(CHINESE) <= len(_FREE_KEYS)
    subprocess.run(
        ["xkbcomp", "-w0", "-", screen.environment["DISPLAY"]],
        input=_KEYBOARD.format(keys=keys),
        check=True,
        text=True,
    )


@contextmanager
def running(program: "subprocess.Popen[Any]") -> Iterator[None]:
    """Ends the program however the test ended."""
    try:
        yield
    finally:
        with suppress(ProcessLookupError):
            program.terminate()
        program.wait()
