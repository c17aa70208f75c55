"""What can be refused has a sentence, and what can be chosen has a name."""

import ast
import importlib
import re
from collections.abc import Iterator
from enum import StrEnum

from app.check_problem import Fault
from app.errors import FieldRefusal, Refusal, Trouble
from tests.rules.source import calls, dotted, room_modules
from ui.book_texts import CELL_SENTENCES, FILE_SENTENCES
from ui.field_labels import FIELDS
from ui.register_texts import BOOK_SENTENCES
from ui.texts import FAULTS, LABELS, SENTENCES

ROOTS = {Refusal, FieldRefusal, Trouble}
GIVEN_BY_THE_CLASS = {"field"}
NEVER_SHOWN = {
    "CellKind": "how a cell of a data book is read",
    "ColumnKind": "how a cell of a register is read",
}


def import_everything() -> None:
    """Load every module of the program, so that no class is missed."""
    for module in room_modules():
        if "migrations" not in module.name and not module.name.endswith("__main__.py"):
            importlib.import_module(
                module.name.removesuffix(".py")
                .removesuffix("/__init__")
                .replace("/", ".")
            )


def below(cls: type) -> Iterator[type]:
    """Every class derived from ``cls`` in the program."""
    each: type
    for each in cls.__subclasses__():
        if each.__module__.split(".")[0] != "tests":
            yield each
        yield from below(each)


def ways_to_refuse() -> set[type]:
    import_everything()
    return {*below(Refusal), *below(Trouble)} - ROOTS


def placeholders(sentence: str) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", sentence))


def test_every_refusal_and_trouble_has_a_sentence() -> None:
    silent = {cls.__name__ for cls in ways_to_refuse() if cls not in SENTENCES}
    assert not silent


def test_a_sentence_is_one_that_can_be_said() -> None:
    for said in (SENTENCES, FAULTS, CELL_SENTENCES, FILE_SENTENCES):
        assert not [text for text in said.values() if not text.endswith((".", "?"))]


def test_no_sentence_is_kept_for_a_refusal_that_is_gone() -> None:
    known = ways_to_refuse()
    assert not [cls.__name__ for cls in SENTENCES if cls not in known]


def test_a_refusal_brings_the_facts_its_sentence_names() -> None:
    asked = {cls.__name__: placeholders(text) for cls, text in SENTENCES.items()}
    short = []
    for module in room_modules():
        for name, given, line in raised(module.tree):
            missing = asked.get(name, set()) - given - GIVEN_BY_THE_CLASS
            if missing:
                short.append(f"{module.name}:{line} {name} without {missing}")
    assert not short


def raised(tree: ast.AST) -> Iterator[tuple[str, set[str], int]]:
    """What is made or raised by name, with its keywords; ``**facts`` gives all."""
    for call, name in calls(tree):
        given = {keyword.arg for keyword in call.keywords if keyword.arg is not None}
        if len(given) == len(call.keywords):
            yield name.split(".")[-1], given, call.lineno
    for node in ast.walk(tree):
        if isinstance(node, ast.Raise) and node.exc is not None:
            yield dotted(node.exc).split(".")[-1], set(), node.lineno


def test_every_field_a_refusal_names_has_a_label() -> None:
    refusals = {cls.__name__ for cls in below(FieldRefusal)}
    nameless = [
        f"{module.name}:{call.lineno} {keyword.value.value!r}"
        for module in room_modules()
        for call, name in calls(module.tree)
        if name.split(".")[-1] in refusals
        for keyword in call.keywords
        if keyword.arg == "field" and isinstance(keyword.value, ast.Constant)
        if keyword.value.value not in FIELDS
    ]
    assert not nameless


def test_every_word_a_person_can_meet_has_a_label() -> None:
    # Members of different enums may be equal as text, so each is known by its enum.
    worded = {(cls, cls(word).name) for cls, said in LABELS.items() for word in said}
    for member in (*CELL_SENTENCES, *FILE_SENTENCES, *BOOK_SENTENCES, *FAULTS):
        worded.add((type(member), member.name))
    import_everything()
    nameless = {
        f"{cls.__name__}.{member.name}"
        for cls in words_of_the_business()
        for member in cls
        if (cls, member.name) not in worded
    }
    assert not nameless


def words_of_the_business() -> Iterator[type[StrEnum]]:
    """The enums of `models`, and what an integrity check can find."""
    yield Fault
    for cls in StrEnum.__subclasses__():
        if cls.__module__.startswith("models.") and cls.__name__ not in NEVER_SHOWN:
            yield cls
