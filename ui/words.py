"""Labels in the window's language: of enum members and of fields."""

from enum import StrEnum
from typing import TypeVar

from ui.field_labels import field_label
from ui.labels import label
from ui.language import translate

Member = TypeVar("Member", bound=StrEnum)


def word(member: StrEnum) -> str:
    """The label of an enum member."""
    return label(member, translate)


def field_word(name: str) -> str:
    """The label of a field."""
    return field_label(name, translate)


def options(*members: Member) -> list[tuple[Member, str]]:
    """Members with their labels, for a choice."""
    return [(member, word(member)) for member in members]
