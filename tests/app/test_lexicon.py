"""The lists of words say each thing once."""

from collections import Counter
from importlib import resources

import pytest

from app.fault_word import FIXTURES, INCIDENTS, OVERHEAD, WATER
from app.lexicon import Lexicon, Meaning
from app.place import ELSEWHERE, OF_A_BUILDING
from app.sound import hear


def rows(name: str) -> list[list[str]]:
    path = resources.files("resources") / "words" / f"{name}.txt"
    lines = path.read_text("utf-8").splitlines()
    return [
        [part.strip() for part in line.split("|")]
        for line in lines
        if line and not line.startswith("#")
    ]


@pytest.mark.parametrize("name", ["fault", "place"])
def test_no_word_means_two_things(name: str) -> None:
    words = Counter(word for row in rows(name) for word in row[2].split())
    assert not [word for word, times in words.items() if times > 1]
    assert {row[1] for row in rows(name)} <= {"0", "1", "2", "3"}


def test_the_meanings_that_rules_speak_of_have_words() -> None:
    meanings = {row[0] for row in rows("fault")}
    assert meanings >= WATER | FIXTURES | OVERHEAD | INCIDENTS
    groups = {row[0].partition(":")[0] for row in rows("place")} - {"-"}
    assert groups == {*OF_A_BUILDING, *ELSEWHERE} - {""}


def test_a_word_seen_goes_before_a_word_heard() -> None:
    lexicon = Lexicon([Meaning("lane", 3, ("车道",)), Meaning("road", 3, ("道路",))])
    read = [found.meaning for found in lexicon.read(hear("侧道路"))]
    assert [meaning and meaning.name for meaning in read] == [None, "road"]
    heard = [found.meaning for found in lexicon.read(hear("cedao"))]
    assert [meaning and meaning.name for meaning in heard] == ["lane"]
