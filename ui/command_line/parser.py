"""The words of the command line and their help; what each does stands in its file."""

import argparse
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, NoReturn

from app import VERSION
from models.text import QT_TRANSLATE_NOOP, Translate

Run = Callable[[Any], int]


@dataclass(frozen=True, slots=True)
class Argument:
    """One argument: its names and what argparse is told of it."""

    names: tuple[str, ...]
    help: str
    options: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Command:
    """One command: its words, what it does, an example, its arguments.

    ``run`` names the function as ``module:function`` below this package, imported
    when the command is used, so that a small command starts quickly.
    """

    words: tuple[str, ...]
    help: str
    example: str
    run: str
    arguments: tuple[Argument, ...] = ()
    has_json: bool = False


class BadUsage(Exception):
    """The command was typed wrongly; the message says how."""


Say = Callable[[str], str]


class _Parser(argparse.ArgumentParser):
    """A parser that speaks the language of ``say`` in its own words too."""

    def __init__(self, *, say: Say, **options: Any) -> None:
        super().__init__(add_help=False, allow_abbrev=False, **options)
        self._say = say
        self._positionals.title = say(QT_TRANSLATE_NOOP("Command", "arguments"))
        self._optionals.title = say(QT_TRANSLATE_NOOP("Command", "options"))
        text = QT_TRANSLATE_NOOP("Command", "show this help")
        self.add_argument("-h", "--help", action="help", help=say(text))

    def format_help(self) -> str:
        usage = self._say(QT_TRANSLATE_NOOP("Command", "usage:"))
        return super().format_help().replace("usage:", usage, 1)

    def error(self, message: str) -> NoReturn:
        raise BadUsage(self.prog, message)


_COMMON = (
    Argument(
        ("--db",),
        QT_TRANSLATE_NOOP("Command", "address of the database (default: SILIAN_DB)"),
        {"metavar": "URL"},
    ),
    Argument(
        ("--centre",),
        QT_TRANSLATE_NOOP("Command", "code of the centre (default: the first)"),
        {"metavar": "CODE"},
    ),
    Argument(
        ("--as",),
        QT_TRANSLATE_NOOP("Command", "who acts (default: SILIAN_AS)"),
        {"metavar": "NAME", "dest": "actor"},
    ),
)


def build_parser(commands: tuple[Command, ...], translate: Translate) -> _Parser:
    """The parser of all commands in one language."""

    def say(text: str) -> str:
        return translate("Command", text).replace("%", "%%")

    parser = _Parser(
        say=say,
        prog="silian",
        description=say(
            QT_TRANSLATE_NOOP(
                "Command",
                "The front office of a property-management centre. Without a command"
                " the window opens.",
            )
        ),
    )
    parser.add_argument(
        "--version",
        action="version",
        version=f"silian {VERSION}",
        help=say(QT_TRANSLATE_NOOP("Command", "show the version")),
    )
    _add(parser, _COMMON, say, default=None)
    branches: dict[tuple[str, ...], Any] = {
        (): parser.add_subparsers(metavar="COMMAND", dest="command")
    }
    for command in commands:
        *stem, word = command.words
        branch = branches.get(tuple(stem))
        if branch is None:
            parent = branches[()].add_parser(
                stem[0],
                say=say,
                help=say(QT_TRANSLATE_NOOP("Command", "issue, show or print a slip")),
            )
            branch = parent.add_subparsers(
                metavar="COMMAND", dest="step", required=True
            )
            branches[tuple(stem)] = branch
        sub = branch.add_parser(
            word,
            say=say,
            help=say(command.help),
            description=say(command.help),
            epilog=say(QT_TRANSLATE_NOOP("Command", "Example:"))
            + f" {command.example}",
        )
        _add(sub, _COMMON, say, default=argparse.SUPPRESS)
        if command.has_json:
            text = QT_TRANSLATE_NOOP("Command", "answer in JSON")
            sub.add_argument("--json", action="store_true", help=say(text))
        _add(sub, command.arguments, say)
        sub.set_defaults(run=command.run)
    return parser


def _add(
    parser: argparse.ArgumentParser,
    arguments: tuple[Argument, ...],
    say: Say,
    **more: Any,
) -> None:
    for argument in arguments:
        parser.add_argument(
            *argument.names, help=say(argument.help), **argument.options, **more
        )
