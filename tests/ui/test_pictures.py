"""Every screen and dialog can be pictured, and nothing on them is cut."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from app.database import Database
from app.desk import open_desk
from models.slip import SlipState
from models.staff import Department, Post
from models.unit import AreaKind
from tests.clock import Clock
from tests.makers import make_slip, make_staff, make_unit
from ui.cut_text import Cut
from ui.pictures import Variant, take


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
    ],
    ids=lambda variant: variant.name,
)
def test_every_screen_is_pictured_and_no_text_is_cut(
    variant: Variant,
    url: str,
    clock: Clock,
    tmp_path: Path,
) -> None:
    cut: list[Cut] = []
    taken = take(url, tmp_path, clock=clock, variants=[variant], cuts=cut)
    names = {path.stem.removesuffix(f"-{variant.name}") for path in taken}
    assert names >= WANTED
    whole = QImage(str(tmp_path / f"register-{variant.name}.png"))
    assert (whole.width(), whole.height()) == (variant.width, variant.height)
    assert not cut


def test_taking_pictures_changes_nothing(
    url: str, clock: Clock, tmp_path: Path
) -> None:
    from sqlalchemy import text

    def counts() -> list[int]:
        database = Database(url)
        tables = ("slip", "slip_copy", "event", "slip_draft", "staff", "unit")
        with database.connect(writing=False) as connection:
            found = [
                connection.scalar(text(f"SELECT count(*) FROM {table}"))
                for table in tables
            ]
        database.close()
        return [int(count or 0) for count in found]

    before = counts()
    take(url, tmp_path, clock=clock, variants=[Variant()])
    assert counts() == before
