"""An action has one name and one key, and no key does two things at one place."""

import itertools
from collections import defaultdict

from PySide6.QtGui import QKeySequence

from ui.shell.actions import ACTIONS, Action
from ui.shell.pages import PAGES, PageRow

EVERYWHERE = "window"


def test_an_action_or_page_has_one_name() -> None:
    for rows in (ACTIONS, PAGES):
        names = [row.id for row in rows]
        assert len(names) == len(set(names))


def test_a_shortcut_is_one_that_can_be_pressed() -> None:
    rows: list[Action | PageRow] = [*ACTIONS, *PAGES]
    for row in rows:
        if row.keys:
            pressed = QKeySequence(row.keys).toString(
                QKeySequence.SequenceFormat.PortableText
            )
            assert pressed == row.keys, row.id


def test_no_shortcut_does_two_things_at_one_place() -> None:
    keys = [(page.keys, EVERYWHERE, page.id) for page in PAGES]
    keys += [(action.keys, action.where, action.id) for action in ACTIONS]
    places: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for key, where, name in keys:
        if key:
            places[key].append((where, name))
    for key, users in places.items():
        for (where, name), (other_where, other) in itertools.combinations(users, 2):
            meets = where == other_where or EVERYWHERE in (where, other_where)
            assert not meets, f"{key}: {name} and {other}"
