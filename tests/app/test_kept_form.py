"""Half-typed forms of the return desk, beside the drafts of calls."""

from app.database import Database
from app.desk import Desk, open_desk
from app.kept_form import FormKind, forget_form, keep_forms, list_kept_forms
from app.slip_draft import list_drafts, save_draft

PAPER = (FormKind.RETURN, 7)
WHY_NOT = (FormKind.FEEDBACK, 7)


def test_a_half_typed_form_is_kept_with_its_slip(
    database: Database, desk: Desk
) -> None:
    database.write(keep_forms, desk, {PAPER: {"arrived_at": "14"}, WHY_NOT: {"a": [1]}})
    database.write(keep_forms, desk, {PAPER: {"arrived_at": "1410"}})
    assert database.read(list_kept_forms, desk) == {
        PAPER: {"arrived_at": "1410"},
        WHY_NOT: {"a": [1]},
    }
    database.write(forget_form, desk, PAPER)
    database.write(keep_forms, desk, {WHY_NOT: {}})
    assert database.read(list_kept_forms, desk) == {}


def test_forms_of_slips_and_drafts_of_calls_keep_out_of_each_other(
    database: Database, desk: Desk
) -> None:
    database.write(save_draft, desk, None, {"content": "漏水"})
    database.write(keep_forms, desk, {PAPER: {"arrived_at": "14"}})
    assert [row.fields["content"] for row in database.read(list_drafts, desk)] == [
        "漏水"
    ]
    assert list(database.read(list_kept_forms, desk)) == [PAPER]


def test_nobody_is_shown_what_another_person_has_typed(
    database: Database, desk: Desk
) -> None:
    database.write(keep_forms, desk, {PAPER: {"arrived_at": "14"}})
    other = database.read(open_desk, actor="演示管家", clock=desk.clock)
    assert database.read(list_kept_forms, other) == {}
