"""Runs a command and turns however it ends into one sentence and an exit code."""

import argparse
import importlib
import logging
import re
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from app.errors import Cancelled, FieldRefusal, Refusal, Trouble
from models.text import QT_TRANSLATE_NOOP, Translate, translator
from ui.command_line.commands import COMMANDS
from ui.command_line.parser import BadUsage, build_parser
from ui.command_line.place import language
from ui.log_file import log_path, start_log
from ui.paper_trouble import FileNotRead, problem_of

if TYPE_CHECKING:
    from ui.command_line.session import CommandSession

DONE, FOUND_WRONG, BAD_INPUT, REFUSED, UNUSABLE, BUG = range(6)
"""Exit codes (interfaces.md 1)."""

_log = logging.getLogger(__name__)


def parse(arguments: Sequence[str]) -> argparse.Namespace | int:
    """What was typed, understood; or the exit code after saying what is wrong."""
    translate = translator(language())
    try:
        return build_parser(COMMANDS, translate).parse_args(arguments)
    except BadUsage as error:
        command, detail = error.args
        text = translate(
            "Command",
            QT_TRANSLATE_NOOP(
                "Command",
                "This command can not be understood: {detail}. See “{command} --help”.",
            ),
        )
        _complain(text.format(detail=_said(detail, translate), command=command))
        return BAD_INPUT
    except SystemExit as asked:  # --help and --version
        return int(asked.code or 0)


def run(parsed: argparse.Namespace) -> int:
    """Run a parsed command; the exit code."""
    from ui.command_line.session import CommandSession

    start_log()
    session = CommandSession(parsed)
    try:
        return _run_step(session)
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # Who was reading has gone; there is nobody left to tell.
        sys.stderr.close()
        return DONE
    except Exception:  # noqa: BLE001 - the outermost door: a bug goes to the log
        _log.exception("command failed")
        text = session.translate(
            "Command",
            QT_TRANSLATE_NOOP(
                "Command",
                "Silian met an error of its own; nothing was saved. Details: {log}",
            ),
        )
        _complain(text.format(log=log_path()))
        return BUG
    finally:
        session.close()


def _run_step(session: "CommandSession") -> int:
    module, name = session.arguments.run.split(":")
    step: Callable[[CommandSession], int] = getattr(
        importlib.import_module(f"ui.command_line.{module}"), name
    )
    try:
        return step(session)
    except (Refusal, Trouble) as error:
        return explain(error, session)
    except Cancelled:
        return DONE
    except BrokenPipeError:
        raise
    except OSError as error:
        path = str(error.filename or "")
        return explain(FileNotRead(path=path, detail=problem_of(error)), session)


def explain(error: Refusal | Trouble, session: "CommandSession") -> int:
    """Say what was refused; the exit code."""
    from ui.texts import sentence

    if isinstance(error, Trouble):
        error.facts.setdefault("place", session.place)
    _complain(sentence(error, session.translate, session.zone()))
    if isinstance(error, Trouble):
        return UNUSABLE
    return BAD_INPUT if is_bad_input(error) else REFUSED


def is_bad_input(error: Refusal) -> bool:
    """Whether a refusal is about what was typed rather than about a rule."""
    from app.desk import ActorUnknown, CentreUnknown
    from app.slip_refusals import SlipUnknown

    return isinstance(error, (FieldRefusal, ActorUnknown, CentreUnknown, SlipUnknown))


def _complain(line: str) -> None:
    sys.stderr.write(line + "\n")


_ARGPARSE = (
    (
        r"the following arguments are required: (?P<detail>.+)",
        QT_TRANSLATE_NOOP("Command", "missing: {detail}"),
    ),
    (
        r"unrecognized arguments: (?P<detail>.+)",
        QT_TRANSLATE_NOOP("Command", "unknown: {detail}"),
    ),
    (
        r"argument (?P<name>.+): invalid choice: (?P<value>.+) "
        r"\(choose from (?P<known>.+)\)",
        QT_TRANSLATE_NOOP("Command", "{name} can not be {value}; it is one of {known}"),
    ),
    (
        r"argument (?P<name>.+): invalid int value: (?P<value>.+)",
        QT_TRANSLATE_NOOP("Command", "{name} must be a whole number, not {value}"),
    ),
    (
        r"argument (?P<name>.+): expected .*argument",
        QT_TRANSLATE_NOOP("Command", "{name} needs a value"),
    ),
)
"""What argparse says in English, and how we say it."""


def _said(message: str, translate: Translate) -> str:
    for pattern, text in _ARGPARSE:
        found = re.fullmatch(pattern, message, re.DOTALL)
        if found is not None:
            facts = {
                name: said.replace("'", "") for name, said in found.groupdict().items()
            }
            return translate("Command", text).format(**facts)
    return message
