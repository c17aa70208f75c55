"""Any text may be asked for: each question answers, on both databases."""

from collections.abc import Callable

import pytest

from app.database import Database
from app.desk import Desk
from app.duplicate import DuplicateQuestion, find_duplicates
from app.listing import HasWords
from app.place_history import PlaceQuestion, load_place_history
from app.search import find
from app.slip_draft import list_drafts, save_draft
from app.slip_list import SlipFilter, find_slip_ids
from app.slip_refusals import SlipUnknown
from app.slip_view import load_slip_view_by_number
from app.unit_directory import find_units
from models.unit import AreaKind
from tests.makers import make_slip, make_unit

TEXTS = {
    "percent": "%",
    "underscore": "_",
    "apostrophe": "'",
    "backslash": "\\",
    "family": "👨‍👩‍👧",
    "nul": "3-15\x0002",
    "half a character": "漏\ud83d水",
    "ten thousand": "漏水" * 5000,
    "ten thousand digits": "1" * 10_000,
    "ten thousand words": " ".join(f"漏{number}" for number in range(10_000)),
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_any_text_may_be_asked_for(database: Database, desk: Desk, text: str) -> None:
    make_unit(database, desk)
    make_slip(database, desk, area_kind=AreaKind.UNIT)
    unit = AreaKind.UNIT
    asked: list[Callable[[], object]] = [
        lambda: database.read(find, desk, text),
        lambda: database.read(find_units, desk, text),
        lambda: database.read(find_slip_ids, desk, SlipFilter(text=text)),
        lambda: database.read(
            load_place_history,
            desk,
            PlaceQuestion(unit, unit_label=text, place=text, content=text),
        ),
        lambda: database.read(
            find_duplicates,
            desk,
            DuplicateQuestion(unit, text, text, unit_label=text, area=text),
        ),
    ]
    for ask in asked:
        ask()
    for column in ("owner", "content", "number", "unit", "technicians"):
        wanted = SlipFilter(columns=((column, HasWords(text)),))
        database.read(find_slip_ids, desk, wanted)
    with pytest.raises(SlipUnknown):
        database.read(load_slip_view_by_number, desk, text)


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_any_text_is_kept_in_a_draft(database: Database, desk: Desk, text: str) -> None:
    database.write(save_draft, desk, None, {"entry": text})
    (draft,) = database.read(list_drafts, desk)
    assert draft.fields["entry"] == text
