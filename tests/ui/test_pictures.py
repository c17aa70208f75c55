"""Every screen and dialog can be pictured, and nothing on them is cut."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot
from sqlalchemy import text

from app.database import Database
from app.desk import open_desk
from models.slip import SlipState
from models.staff import Department, Post
from models.unit import AreaKind
from tests.clock import Clock
from tests.makers import make_slip, make_staff, make_unit
from ui.cut_text import Cut
from ui.pictures import Variant, take
from ui.returns import return_scene


@pytest.fixture
def url(new_sqlite: Callable[[str], str], clock: Clock) -> str:
    """A centre with a slip in every state."""
    address = new_sqlite("pictured")
    database = Database(address)
    desk = database.read(open_desk, clock=clock)
    make_unit(database, desk)
    make_staff(database, desk, "主管", Post.SUPERVISOR)
    engineering = Department.ENGINEERING
    make_staff(database, desk, "技工", Post.TECHNICIAN, department=engineering)
    unit = AreaKind.UNIT
    states = [
        SlipState.ISSUED,
        SlipState.DISPATCHED,
        SlipState.ON_SITE,
        SlipState.QUOTED,
        SlipState.DISPUTED,
        SlipState.WORKING,
        SlipState.SUSPENDED,
        SlipState.DONE,
        SlipState.RETURNED,
        SlipState.CANCELLED,
        SlipState.VOID,
    ]
    for state in states:
        make_slip(database, desk, state, area_kind=unit)
    database.close()
    return address


WANTED = {
    "intake",
    "intake-duplicate",
    "dispatch",
    "return",
    "register",
    "slip",
    "paper",
    "settings-units",
    "settings-policies",
    "dialog-dispatch",
    "dialog-suspend",
    "dialog-void",
}


@pytest.mark.parametrize(
    "variant",
    [
        Variant("light"),
        Variant("dark", 1280, 720, is_dark=True),
        Variant("en", 1280, 720, language="en"),
        Variant("doubled", 1280, 720, language="en", is_doubled=True),
    ],
    ids=lambda variant: variant.name,
)
def test_every_screen_is_pictured_no_text_is_cut_and_nothing_changes(
    variant: Variant,
    url: str,
    clock: Clock,
    tmp_path: Path,
) -> None:
    before = counts(url)
    cut: list[Cut] = []
    broken: list[str] = []
    taken = take(
        url, tmp_path, clock=clock, variants=[variant], cuts=cut, broken=broken
    )
    assert not broken
    names = {path.stem.removesuffix(f"-{variant.name}") for path in taken}
    assert names >= WANTED
    whole = QImage(str(tmp_path / f"register-{variant.name}.png"))
    assert (whole.width(), whole.height()) == (variant.width, variant.height)
    assert not cut
    assert counts(url) == before


def counts(url: str) -> list[int]:
    """How many rows stand where pictures might have written."""
    database = Database(url)
    tables = ("slip", "slip_copy", "event", "slip_draft", "staff", "unit")
    with database.connect(writing=False) as connection:
        found = [
            connection.scalar(text(f"SELECT count(*) FROM {table}")) for table in tables
        ]
    database.close()
    return [int(count or 0) for count in found]


def test_a_part_with_a_fault_is_named_and_the_others_are_pictured(
    url: str,
    clock: Clock,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    def fail(stage: object) -> Iterator[object]:
        yield "return-empty", lambda: None
        raise KeyError("a fault of the page")

    monkeypatch.setattr(return_scene, "scenes", fail)
    broken: list[str] = []
    parts = ["ui.returns.return_scene", "ui.shell.frame_scene"]
    with qtbot.capture_exceptions() as caught:
        taken = take(
            url,
            tmp_path,
            clock=clock,
            variants=[Variant()],
            modules=parts,
            broken=broken,
        )
    assert len(caught) == 1
    assert broken == ["ui.returns.return_scene"]
    assert "frame-search-light" in {path.stem for path in taken}


def test_the_picture_of_a_scaled_screen_has_more_pixels(tmp_path: Path) -> None:
    """200 % is asked for at start, so it is a process of its own."""
    command = [sys.executable, "-m", "ui.pictures", "ui.shell.frame_scene"]
    where = {**os.environ, "SILIAN_PICTURES": str(tmp_path)}
    done = subprocess.run(
        command, env=where, check=False, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr
    whole = QImage(str(tmp_path / "frame-search-scaled.png"))
    assert (whole.width(), whole.height()) == (2880, 1800)
    assert {path.stem.rsplit("-", 1)[1] for path in tmp_path.iterdir()} == {
        "light",
        "dark",
        "doubled",
        "scaled",
    }
