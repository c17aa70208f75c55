"""The lines of the search's answer: headings, hits, and what leads to the register."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from app.search_hit import Found, PersonHit, SlipHit, UnitHit
from models.text import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class Heading:
    """The name of a group; the keyboard passes it by."""

    text: str


@dataclass(frozen=True, slots=True)
class InRegister:
    """Everything the words mean, as a list: ``words`` go into the register."""

    text: str
    words: str


Hit = SlipHit | UnitHit | PersonHit | InRegister
Line = Heading | Hit

_T = QT_TRANSLATE_NOOP
_NUMBERS = _T("Search", "Slips by number")
_UNITS = _T("Search", "Units")
_PEOPLE = _T("Search", "People")
_SLIPS = _T("Search", "Slips by what they say")
_ALL = _T("Search", "All {count} numbers in the register")
_IN_REGISTER = _T("Search", "Look for “{words}” in the register")
_LONGEST = 40
"""So much of what was typed is repeated; the rest is meant all the same."""


def lines_of(found: Found, words: str) -> list[Line]:
    """The answer to ``words``, group by group; the last line looks further."""
    lines: list[Line] = []
    groups: tuple[tuple[str, Sequence[SlipHit | UnitHit | PersonHit]], ...] = (
        (_NUMBERS, found.numbers),
        (_UNITS, found.units),
        (_PEOPLE, found.people),
        (_SLIPS, found.slips),
    )
    for title, hits in groups:
        if hits:
            lines += [Heading(_say(title)), *hits]
    count = len(found.numbers)
    if count > 1:
        numbers = " ".join(hit.number for hit in found.numbers)
        lines.append(InRegister(_say(_ALL).format(count=count), numbers))
        return lines
    short = words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
    lines.append(InRegister(_say(_IN_REGISTER).replace("{words}", short), words))
    return lines


def spoken(line: Line, state_word: Callable[[SlipHit], str]) -> str:
    """A line as it is read aloud."""
    if isinstance(line, SlipHit):
        parts = (line.number, state_word(line), line.room, line.name, line.content)
        return " ".join(part for part in parts if part)
    if isinstance(line, UnitHit):
        return f"{line.label} {line.owners}"
    if isinstance(line, PersonHit):
        return f"{line.name} {line.unit}"
    return line.text


def _say(source: str) -> str:
    return QCoreApplication.translate("Search", source)
