"""The source tree as the tests of habits read it."""

import ast
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("models", "app", "reports", "ui")


@dataclass(frozen=True)
class Module:
    """One Python file: where it stands (``app/desk.py``) and what it says."""

    name: str
    tree: ast.Module

    @property
    def room(self) -> str:
        return self.name.split("/")[0]


@cache
def files() -> tuple[str, ...]:
    """Every file that is kept or about to be, relative to the root."""
    listed = subprocess.run(
        # In a container the clone may belong to somebody else.
        [
            *("git", "-c", "safe.directory=*", "ls-files", "-z"),
            *("--cached", "--others", "--exclude-standard"),
        ],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    names = listed.stdout.decode().split("\0")
    return tuple(sorted(name for name in names if name and (ROOT / name).is_file()))


@cache
def modules() -> tuple[Module, ...]:
    """Every Python file of the tree, read."""
    return tuple(
        Module(name, ast.parse((ROOT / name).read_text("utf-8")))
        for name in files()
        if name.endswith(".py")
    )


def room_modules() -> Iterator[Module]:
    """The modules of the program itself, without tests and installer."""
    return (module for module in modules() if module.room in ROOMS)


@cache
def calls(tree: ast.AST) -> tuple[tuple[ast.Call, str], ...]:
    """Every call below a node and the dotted end of what it calls: ``desk.now``."""
    return tuple(
        (node, dotted(node.func))
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
    )


def dotted(node: ast.expr) -> str:
    """``a.b.c`` as text; what is not a plain name stands as nothing: ``.c``."""
    if isinstance(node, ast.Attribute):
        return f"{dotted(node.value)}.{node.attr}"
    return node.id if isinstance(node, ast.Name) else ""
