"""A sound is heard with whatever the computer has, and at least a beep."""

import sys
import wave
from importlib import resources
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui.notice import Notice, Sound

SOUNDS = Path(str(resources.files("resources"))) / "sounds"
pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="Windows plays by itself, without a program"
)


@pytest.fixture
def ringing(qtbot: QtBot, heard: list[str], monkeypatch: pytest.MonkeyPatch) -> Notice:
    """The real edge, on a window that is not shown."""
    monkeypatch.undo()
    window = QWidget()
    qtbot.addWidget(window)
    return Notice(window)


def _program(folder: Path, text: str) -> str:
    path = folder / "player"
    path.write_text(f"#!/bin/sh\n{text}\n")
    path.chmod(0o755)
    return str(path)


@pytest.mark.parametrize("sound", list(Sound))
def test_every_sound_is_a_short_file_with_its_licence_beside_it(sound: Sound) -> None:
    with wave.open(str(SOUNDS / sound.value)) as opened:
        seconds = opened.getnframes() / opened.getframerate()
        assert opened.getnchannels() == 1
    assert 0.3 < seconds < 2
    assert sound.value in (SOUNDS / "LICENSE.txt").read_text("utf-8")


def test_the_file_is_handed_to_the_player_of_the_system(
    ringing: Notice, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    told = tmp_path / "told"
    player = _program(tmp_path, f'echo "$@" > {told}')
    monkeypatch.setattr(
        QStandardPaths,
        "findExecutable",
        lambda name: player if name == "aplay" else "",
    )
    ringing.ring(Sound.URGENT)
    qtbot.waitUntil(lambda: told.exists() and told.read_text() != "")
    assert told.read_text().split() == ["-q", str(SOUNDS / "urgent_slip.wav")]
    qtbot.waitUntil(lambda: ringing._player is None)


def test_without_a_player_or_with_a_broken_one_there_is_a_beep(
    ringing: Notice, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    beeps: list[str] = []
    monkeypatch.setattr(QApplication, "beep", lambda: beeps.append("beep"))
    monkeypatch.setattr(QStandardPaths, "findExecutable", lambda _: "")
    ringing.ring(Sound.NEW)
    assert len(beeps) == 1
    player = _program(tmp_path, "exit 3")
    monkeypatch.setattr(QStandardPaths, "findExecutable", lambda _: player)
    ringing.ring(Sound.NEW)
    qtbot.waitUntil(lambda: len(beeps) == 2)


def test_a_note_where_there_is_no_place_for_one_still_marks_the_window(
    ringing: Notice, monkeypatch: pytest.MonkeyPatch
) -> None:
    marked: list[QWidget] = []
    monkeypatch.setattr(QApplication, "alert", lambda window: marked.append(window))
    ringing.tell("新单待派", "3-1502", lambda: None)
    assert len(marked) == 1
    ringing.rest()
