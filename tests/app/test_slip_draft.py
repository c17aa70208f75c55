"""Half-typed forms are kept until they are issued or thrown away."""

from dataclasses import replace

import pytest

from app.database import Database
from app.desk import Desk, open_desk
from app.seed import seed_centre
from app.slip_draft import KEY, discard_draft, list_drafts, save_draft
from app.slip_issue import issue_slip
from tests.app.books import books
from tests.clock import Clock
from tests.makers import PUBLIC_CALL


def test_what_was_typed_comes_back_as_it_was_typed(
    database: Database, desk: Desk, clock: Clock
) -> None:
    """Nothing typed is lost, however odd: a draft is no slip yet."""
    fields = {
        "content": " 漏\n水 𬭎😀 ",
        "phone": "电话稍后告知",
        "area": "",
        "remark": "半个\ud83d字符\x00\x1b",
        "place": "长" * 20_000,
    }
    draft_id, _ = database.write(save_draft, desk, None, fields)
    (draft,) = database.read(list_drafts, desk)
    assert draft.fields == fields
    assert (draft.id, draft.typed_by, draft.typed_at) == (
        draft_id,
        desk.actor,
        clock.at,
    )


def test_a_draft_typed_on_is_the_same_draft_and_takes_no_number(
    database: Database, desk: Desk, clock: Clock
) -> None:
    """4.2 row 2."""
    first, _ = database.write(save_draft, desk, None, {"content": "漏"})
    clock.advance(minutes=1)
    second, _ = database.write(save_draft, desk, first, {"content": "漏水"})
    assert second == first
    (draft,) = database.read(list_drafts, desk)
    assert (draft.fields, draft.typed_at) == ({"content": "漏水"}, clock.at)
    held = books(database)
    assert not held["number_series"]
    assert not held["event"]


def test_a_draft_thrown_away_is_gone_and_once_only(
    database: Database, desk: Desk
) -> None:
    draft_id, _ = database.write(save_draft, desk, None, {"content": "漏"})
    database.write(discard_draft, desk, draft_id)
    database.write(discard_draft, desk, draft_id)
    assert database.read(list_drafts, desk) == []


def test_a_draft_that_is_gone_is_begun_anew(database: Database, desk: Desk) -> None:
    draft_id, _ = database.write(save_draft, desk, None, {"content": "漏"})
    database.write(discard_draft, desk, draft_id)
    database.write(save_draft, desk, draft_id, {"content": "漏水"})
    (draft,) = database.read(list_drafts, desk)
    assert draft.fields == {"content": "漏水"}


@pytest.mark.parametrize("step", ["save", "discard", "issue"])
def test_a_window_that_knows_a_draft_by_a_number_given_again_leaves_the_other_alone(
    database: Database, desk: Desk, step: str
) -> None:
    """Two windows took up one draft; the other issued it, and took the next call."""
    ours, theirs = {KEY: "first", "content": "漏"}, {KEY: "next", "content": "灯坏"}
    gone, _ = database.write(save_draft, desk, None, ours)
    database.write(discard_draft, desk, gone, "first")
    again, _ = database.write(save_draft, desk, None, theirs)
    if step == "save":
        database.write(save_draft, desk, again, {**ours, "content": "漏水"})
    elif step == "discard":
        database.write(discard_draft, desk, again, "first")
    else:
        order = replace(PUBLIC_CALL, draft_id=again, draft_key="first")
        database.write(issue_slip, desk, order)
    found = [draft.fields for draft in database.read(list_drafts, desk)]
    assert theirs in found
    assert len(found) == (2 if step == "save" else 1)


def test_everybody_sees_their_own_drafts(
    database: Database, desk: Desk, clock: Clock
) -> None:
    other = database.read(open_desk, actor="演示乙", clock=clock)
    mine, _ = database.write(save_draft, desk, None, {"content": "我的"})
    database.write(save_draft, other, None, {"content": "他的"})
    assert [d.fields["content"] for d in database.read(list_drafts, desk)] == ["我的"]
    assert [d.fields["content"] for d in database.read(list_drafts, other)] == ["他的"]
    assert mine


@pytest.mark.parametrize("step", ["save", "discard"])
def test_a_draft_of_another_centre_is_not_touched(
    database: Database, desk: Desk, clock: Clock, step: str
) -> None:
    with database.connect(writing=True) as connection:
        seed_centre(connection, "02", "二期服务中心")
    second = database.read(open_desk, centre="02", clock=clock)
    draft_id, _ = database.write(save_draft, desk, None, {"content": "一期"})
    if step == "save":
        database.write(save_draft, second, draft_id, {"content": "二期"})
    else:
        database.write(discard_draft, second, draft_id)
    (draft,) = database.read(list_drafts, desk)
    assert draft.fields == {"content": "一期"}
