"""Views of the registers that people name."""

from dataclasses import replace

import pytest

from app.database import Database
from app.desk import Desk
from app.directory import NameTaken
from app.saved_view import SaveView, View, forget_view, list_views, save_view
from app.slip_refusals import FieldMissing, FieldTooLong


def _save(database: Database, desk: Desk, **order: object) -> View:
    view: View = database.write(save_view, desk, SaveView("unit", **order))[0]  # type: ignore[arg-type]
    return view


def _names(database: Database, desk: Desk, place: str = "unit") -> list[str]:
    return [view.name for view in database.read(list_views, desk, place)]


def test_a_view_belongs_to_its_person_and_its_list(
    database: Database, desk: Desk
) -> None:
    _save(database, desk, name=" 本期未收 ", body="{}")
    _save(database, desk, name="待料", body="{}")
    assert _names(database, desk) == ["本期未收", "待料"]
    assert _names(database, desk, "public") == []
    other = replace(desk, actor="演示中控")
    assert _names(database, other) == []
    _save(database, other, name="待料", body="{}")


def test_a_view_is_renamed_changed_and_thrown_away(
    database: Database, desk: Desk
) -> None:
    view = _save(database, desk, name="待料", body="a")
    _save(database, desk, view_id=view.id, name="缺料")
    _save(database, desk, view_id=view.id, body="b")
    assert database.read(list_views, desk, "unit") == (View(view.id, "缺料", "b"),)
    other = replace(desk, actor="演示中控")
    assert database.write(forget_view, other, view.id)[0] is None
    gone, _ = database.write(forget_view, desk, view.id)
    assert gone == View(view.id, "缺料", "b")
    assert _names(database, desk) == []


@pytest.mark.parametrize(
    ("name", "refusal"),
    [("", FieldMissing), ("字" * 41, FieldTooLong), ("待料", NameTaken)],
)
def test_a_name_is_there_short_and_its_own(
    name: str, refusal: type[Exception], database: Database, desk: Desk
) -> None:
    _save(database, desk, name="待料", body="a")
    with pytest.raises(refusal):
        _save(database, desk, name=name, body="b")
