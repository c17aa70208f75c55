"""Makes `.venv` ready in a clone and says which Debian packages the machine lacks.

It runs on the bare machine's own Python: standard library only, and nothing that an
older Python could not even read, so that it can say that it is too old.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve()
ROOT = HERE.parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
STAMP = VENV / "setup.stamp"
LOCK = ROOT / "requirements-test.txt"
OLDEST = (3, 11)

# Debian package → any one of these shows that it is there: a shared library, a
# command or a file. Asked this way, another distribution's names do no harm.
PACKAGES = {
    # Qt without a screen
    "libgl1": ("libGL.so.1",),
    "libegl1": ("libEGL.so.1",),
    "libfontconfig1": ("libfontconfig.so.1",),
    "libxkbcommon0": ("libxkbcommon.so.0",),
    "libdbus-1-3": ("libdbus-1.so.3",),
    "libglib2.0-0": ("libglib-2.0.so.0",),
    # a real X window
    "libxcb-cursor0": ("libxcb-cursor.so.0",),
    "libxcb-icccm4": ("libxcb-icccm.so.4",),
    "libxcb-image0": ("libxcb-image.so.0",),
    "libxcb-keysyms1": ("libxcb-keysyms.so.1",),
    "libxcb-randr0": ("libxcb-randr.so.0",),
    "libxcb-render-util0": ("libxcb-render-util.so.0",),
    "libxcb-shape0": ("libxcb-shape.so.0",),
    "libxcb-xinerama0": ("libxcb-xinerama.so.0",),
    "libxkbcommon-x11-0": ("libxkbcommon-x11.so.0",),
    # printing: without it Qt shows no printers and says nothing
    "libcups2": ("libcups.so.2",),
    # the tests
    "postgresql": ("/usr/lib/postgresql/*/bin/initdb", "initdb"),
    "xvfb": ("Xvfb",),
    "xdotool": ("xdotool",),
    "poppler-utils": ("pdftotext",),
    "zbar-tools": ("zbarimg",),
    "libreoffice-calc-nogui": ("/usr/lib/libreoffice/program/libsclo.so", "localc"),
    "at-spi2-core": ("/usr/libexec/at-spi-bus-launcher",),
    "dbus-daemon": ("dbus-daemon",),
    "python3-pyatspi": ("/usr/lib/python3/dist-packages/pyatspi/__init__.py",),
    "gir1.2-atspi-2.0": ("/usr/lib/*/girepository-1.0/Atspi-2.0.typelib",),
}


def main() -> int:
    """Bring the clone to the state its lock file describes; 0 when it stands there."""
    if sys.version_info < OLDEST:
        say(
            "Silian needs Python 3.11 or newer; name one with "
            "`make setup PYTHON=python3.11` (this one is "
            f"{sys.version.split()[0]})."
        )
        return 1
    provide_packages()
    if not is_installed():
        if not venv_works():
            if not has_module("ensurepip"):
                return 1  # said by provide_packages
            say("Making .venv")
            run(sys.executable, "-m", "venv", "--clear", str(VENV))
        install()
    run(str(PYTHON), str(HERE.parent / "translations.py"), "compile")
    return 0


def provide_packages() -> None:
    """Install the Debian packages that are missing, or say in one sentence which."""
    missing = missing_packages()
    if missing and os.geteuid() == 0 and shutil.which("apt-get"):
        say("Installing Debian packages: " + " ".join(missing))
        quiet = {**environment(), "DEBIAN_FRONTEND": "noninteractive"}
        install = ["apt-get", "install", "-qq", "-y", "--no-install-recommends"]
        subprocess.call(["apt-get", "update", "-qq"], env=quiet)
        subprocess.call([*install, *missing], env=quiet, stdout=subprocess.DEVNULL)
        missing = missing_packages()
    if missing:
        stops = "python3-venv" in missing
        say(
            "Debian packages are missing, so "
            + (".venv can not be made" if stops else "a part will not work")
            + ": as root, run `apt-get install --no-install-recommends "
            + f"{' '.join(missing)}` and then `make setup` again."
        )


def missing_packages() -> list[str]:
    """The Debian packages that the machine shows no sign of."""
    libraries = known_libraries()
    missing = [name for name, signs in PACKAGES.items() if not seen(signs, libraries)]
    if not has_module("ensurepip") and not PYTHON.exists():
        missing.insert(0, "python3-venv")
    return missing


def known_libraries() -> str:
    """What the dynamic linker knows, as `ldconfig -p` lists it."""
    ldconfig = shutil.which("ldconfig", path="/sbin:/usr/sbin")
    if ldconfig is None:
        return ""
    return subprocess.check_output([ldconfig, "-p"], text=True)


def seen(signs: tuple[str, ...], libraries: str) -> bool:
    """Whether any one sign of a package is there."""
    for sign in signs:
        if sign.startswith("/"):
            there = any(Path("/").glob(sign[1:]))
        elif ".so." in sign:
            there = f"\t{sign} " in libraries
        else:
            there = shutil.which(sign) is not None
        if there:
            return True
    return False


def has_module(name: str) -> bool:
    return importlib.util.find_spec(name) is not None


def is_installed() -> bool:
    """Whether the last set-up ended well and nothing it depends on has changed."""
    return STAMP.is_file() and STAMP.read_text("utf-8") == stamp() and PYTHON.exists()


def stamp() -> str:
    """Where the clone stands and what its environment is made from."""
    made_from = hashlib.sha256()
    for path in (LOCK, ROOT / "pyproject.toml", HERE):
        made_from.update(path.read_bytes())
    return f"{ROOT}\n{made_from.hexdigest()}\n"


def venv_works() -> bool:
    """Whether `.venv` can be kept: made here, not elsewhere, by a Python that runs."""
    if not PYTHON.exists():
        return False
    if STAMP.is_file() and not STAMP.read_text("utf-8").startswith(f"{ROOT}\n"):
        return False
    question = f"import sys, pip; sys.exit(sys.version_info < {OLDEST})"
    answer = subprocess.call([str(PYTHON), "-c", question], stderr=subprocess.DEVNULL)
    return answer == 0


def install() -> None:
    """The pinned packages, then the project itself, with bytecode for a quick start."""
    say("Installing the pinned packages")
    pip = (str(PYTHON), "-m", "pip", "-qq", "--disable-pip-version-check")
    run(*pip, "install", "--compile", "--require-hashes", "-r", str(LOCK))
    # A plain path file instead of an import hook: the program starts 10 ms sooner.
    editable = ("--config-settings", "editable_mode=compat", "-e", str(ROOT))
    run(*pip, "install", "--no-deps", "--no-build-isolation", *editable)
    rooms = [str(ROOT / room) for room in ("app", "models", "reports", "ui")]
    run(str(PYTHON), "-m", "compileall", "-q", *rooms)
    STAMP.write_text(stamp(), "utf-8")
    say("Ready: .venv/bin/silian")


def run(*command: str) -> None:
    """Run one step; its failure ends the set-up with one sentence."""
    code = subprocess.call(command, env=environment(), cwd=ROOT)
    if code:
        sys.exit(f"make setup stopped: `{' '.join(command)}` ended with {code}.")


def environment() -> dict[str, str]:
    """The shell's environment without what would change what is installed."""
    kept = dict(os.environ)
    for name in ("PYTHONDONTWRITEBYTECODE", "PYTHONPATH", "PYTHONHOME", "PIP_USER"):
        kept.pop(name, None)
    return kept


def say(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
