"""What is half typed about a slip is kept for whoever typed it, room by room."""

from dataclasses import replace
from typing import Any

from app.database import Database
from app.desk import Desk
from app.form_draft import load_form_drafts, save_form_drafts
from tests.makers import make_slip


def test_drafts_are_kept_by_person_room_and_slip(
    database: Database, desk: Desk
) -> None:
    first, second = make_slip(database, desk).id, make_slip(database, desk).id
    other = replace(desk, actor="演示管家")
    typed: dict[int, dict[str, Any]] = {
        first: {"comment": "等久了\ud800", "is_normal": False},
        second: {"a": 1},
    }
    database.write(save_form_drafts, desk, "callback", typed)
    database.write(save_form_drafts, other, "callback", {first: {"comment": "另一份"}})
    database.write(save_form_drafts, desk, "return", {first: {"comment": "返单"}})

    assert database.read(load_form_drafts, desk, "callback") == typed
    assert database.read(load_form_drafts, other, "callback") == {
        first: {"comment": "另一份"}
    }


def test_a_draft_is_written_over_and_thrown_away_when_empty(
    database: Database, desk: Desk
) -> None:
    slip_id = make_slip(database, desk).id
    for text in ("一", "二"):
        database.write(save_form_drafts, desk, "callback", {slip_id: {"comment": text}})
    kept = database.read(load_form_drafts, desk, "callback")
    assert kept == {slip_id: {"comment": "二"}}
    database.write(save_form_drafts, desk, "callback", {slip_id: {}})
    database.write(save_form_drafts, desk, "callback", {slip_id: {}})
    assert database.read(load_form_drafts, desk, "callback") == {}
