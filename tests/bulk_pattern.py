"""Texts of the template with blanks in them, filled differently at each repetition.

A pattern is a tuple of pieces. A piece that begins with ``BLANK`` is looked up in the
repetition's table, every other one stands for itself. Cells of tables and the JSON of
entries are cut in the same places, so that the one goes on telling of the other.
"""

import re

BLANK = "\x00"
Pattern = tuple[str, ...]

_FIELDS = r"(?:^|(?<=\"area\":\")|(?<=\"place\":\")|(?<=\"unit_label\":\"))"
_CUT = rf"""
    (?P<day>\d{{4}}-\d\d-\d\d)(?=[T\ ]\d\d:)
  | (?P<number>WX\d{{6}}-\d{{3,}})
  | (?:^|(?<="))(?P<phone>1380000)(?=\d{{4}})
  | {_FIELDS}(?P<building>\d)(?=号楼|-\d)
  | (?<="seq":)(?P<seq>\d+)
  | (?<="unit_id":)(?P<unit>\d+)
  | (?<="parent_slip_id":)(?P<slip>\d+)
  | (?<="arrives":")(?P<period>\d{{4}}-\d\d)(?=")
"""
_SHARED = ("day", "number", "slip")


def blank(kind: str, key: object) -> str:
    """The blank for ``key``: a day, number or slip of the template, or, for what
    differs from slip to slip, the slip's own id.
    """
    return f"{BLANK}{kind}{key}"


class Blanks:
    """What is blank in the texts about one slip."""

    def __init__(self, slip: int, names: tuple[str, ...], content: str) -> None:
        """``names`` are the people of its room, without marks; ``content`` is "" if
        it stays as it is.
        """
        self._slip = slip
        self._names = names
        people = "|".join(map(re.escape, names)) or "(?!)"
        words = re.escape(content) or "(?!)"
        self._cut = re.compile(
            rf"{_CUT} | (?P<name>{people})"
            rf' | (?:^|(?<="content":"))(?P<content>{words})(?=$|")',
            re.VERBOSE,
        )

    def pattern(self, text: str) -> Pattern:
        """A text cut at its blanks."""
        pieces = []
        end = 0
        for found in self._cut.finditer(text):
            pieces += [text[end : found.start()], self._blank(found)]
            end = found.end()
        pieces.append(text[end:])
        return tuple(filter(None, pieces))

    def _blank(self, found: re.Match[str]) -> str:
        kind = found.lastgroup or ""
        if kind in _SHARED:
            return blank(kind, found[0])
        if kind == "name":
            return blank(f"name{self._names.index(found[0])}/", self._slip)
        return blank(kind, self._slip)
