"""A call is taken down and becomes a numbered slip."""

import json
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from app.database import Database
from app.desk import Desk, NotAllowed, open_desk
from app.errors import FieldRefusal
from app.settings_change import change_settings
from app.slip_draft import save_draft
from app.slip_issue import IssueSlip, issue_slip, issue_slip_anyway
from app.slip_refusals import (
    DuplicatesFound,
    FieldMissing,
    FieldTooLong,
    FieldTooShort,
    PhoneMalformed,
    TimeInFuture,
    TimeOrder,
    TradeUnknown,
    UnitUnknown,
)
from models.slip import ChargeClass, DutyPost, FeeBearer, JobType, ReporterKind
from models.staff import Department, Post
from models.unit import AreaKind
from tests.app.books import (
    books,
    changed_between,
    last_facts,
    problems,
    slip_of,
)
from tests.clock import Clock
from tests.makers import (
    PUBLIC_CALL,
    UNIT_CALL,
    make_slip,
    make_staff,
    make_unit,
)


def with_field(order: IssueSlip, field: str, typed: str) -> IssueSlip:
    fields: dict[str, Any] = {field: typed}
    return replace(order, **fields)


def issue(database: Database, desk: Desk, order: IssueSlip) -> int:
    issued, _ = database.write(issue_slip, desk, order)
    return issued.id


def test_a_call_of_a_unit_becomes_a_slip_with_its_facts(
    database: Database, desk: Desk
) -> None:
    """S4-4.1.2a, K-15, K-17: the five fields, who bears the cost, urgency."""
    make_unit(database, desk, "3-1502", "演示业主甲")
    order = replace(
        UNIT_CALL, unit="3-1502", reporter_name="演示租户", job_type=JobType.URGENT
    )
    slip = slip_of(database, issue(database, desk, order))
    assert slip.number == "WX260302-001"
    assert (slip.seq, slip.state.value) == (1, "issued")
    assert slip.unit_label == "3-1502"
    assert slip.owner_name == "演示业主甲"
    assert slip.reporter_name == "演示租户"
    assert slip.reporter_kind is ReporterKind.OWNER
    assert slip.charge_class is ChargeClass.PAID
    assert slip.fee_bearer is FeeBearer.OWNER
    assert slip.job_type is JobType.URGENT
    assert slip.duty_post is DutyPost.FRONT_DESK
    assert slip.issued_at == slip.reported_at == desk.now()


def test_a_public_slip_is_free_and_needs_no_phone(
    database: Database, desk: Desk
) -> None:
    """K-28: a patrol finding has no caller."""
    slip = slip_of(database, issue(database, desk, PUBLIC_CALL))
    assert slip.phone is None
    assert slip.charge_class is ChargeClass.FREE_PUBLIC
    assert slip.fee_bearer is FeeBearer.COMPANY
    assert slip.unit_id is None


def test_where_every_slip_needs_a_phone_a_public_one_does_too(
    database: Database, desk: Desk, clock: Clock
) -> None:
    database.write(change_settings, desk, {"phone_required": "ALL"})
    strict = database.read(open_desk, clock=clock)
    with pytest.raises(FieldMissing) as refused:
        issue(database, strict, PUBLIC_CALL)
    assert refused.value.field == "phone"


@pytest.mark.parametrize("field", ["area", "place", "reporter_name", "content"])
@pytest.mark.parametrize("typed", ["", "   ", "\u3000", "\n\t", "\ud800"])
def test_a_required_field_left_empty_is_named(
    database: Database, desk: Desk, field: str, typed: str
) -> None:
    before = books(database)
    with pytest.raises(FieldMissing) as refused:
        issue(database, desk, with_field(UNIT_CALL, field, typed))
    assert refused.value.field == field
    assert books(database) == before


@pytest.mark.parametrize(
    ("field", "limit"),
    [("area", 40), ("place", 80), ("reporter_name", 80), ("content", 300)],
)
def test_a_field_holds_its_limit_and_not_one_character_more(
    database: Database, desk: Desk, field: str, limit: int
) -> None:
    issue(database, desk, with_field(PUBLIC_CALL, field, "漏" * limit))
    before = books(database)
    with pytest.raises(FieldTooLong) as refused:
        issue(database, desk, with_field(PUBLIC_CALL, field, "漏" * (limit + 1)))
    assert refused.value.facts == {"field": field, "length": limit + 1, "limit": limit}
    assert books(database) == before


def test_twenty_thousand_characters_are_refused_and_nothing_is_stored(
    database: Database, desk: Desk
) -> None:
    before = books(database)
    for step in (issue_slip, lambda s, d, o: issue_slip_anyway(s, d, o, "已核对")):
        order = replace(UNIT_CALL, content="水管爆了" * 5000, anyway_reason="")
        with pytest.raises(FieldTooLong) as refused:
            database.write(step, desk, order)
        assert refused.value.facts["length"] == 20_000
    assert books(database) == before


def test_one_character_tells_nobody_what_is_wrong(
    database: Database, desk: Desk
) -> None:
    with pytest.raises(FieldTooShort):
        issue(database, desk, replace(PUBLIC_CALL, content="坏"))


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("010-88881234转802", "010-88881234转802"),
        ("8801", "8801"),
        ("１３８１２３４５６７８", "13812345678"),
        ("+86 138 1234 5678", "+86 138 1234 5678"),
        ("(010) 8888-1234x12", "(010) 8888-1234x12"),
        ("（０１０）８８８８１２３４", "(010)88881234"),
        (" 13812345678\n", "13812345678"),
    ],
)
def test_a_telephone_number_is_taken_as_people_write_it(
    database: Database, desk: Desk, typed: str, kept: str
) -> None:
    slip = slip_of(database, issue(database, desk, replace(UNIT_CALL, phone=typed)))
    assert slip.phone == kept


@pytest.mark.parametrize(
    "typed",
    ["电话稍后告知", "12", "1381234567a", "138-1234-5678转", "1" * 21, "见备注"],
)
def test_what_is_no_telephone_number_is_refused(
    database: Database, desk: Desk, typed: str
) -> None:
    before = books(database)
    with pytest.raises(PhoneMalformed) as refused:
        issue(database, desk, replace(UNIT_CALL, phone=typed))
    assert refused.value.field == "phone"
    assert refused.value.facts["value"] == typed
    assert books(database) == before


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("第一行\n第二行", "第一行 第二行"),
        ("制表\t符\r\n换行", "制表 符 换行"),
        ("响\x07铃\x00空\x1b[31m", "响 铃 空 [31m"),
        ("半个\ud83d字符", "半个 字符"),
        ("段\u2028落\u2029符\ufeff", "段 落 符"),
        ("𬭎𠮷𡈽𰻝 😀👨‍👩‍👧 é", "𬭎𠮷𡈽𰻝 😀👨‍👩‍👧 é"),
        ("'; DROP TABLE slip; --", "'; DROP TABLE slip; --"),
        ("=1+1 %s {0} \\n", "=1+1 %s {0} \\n"),
    ],
)
def test_what_was_typed_is_kept_as_it_can_be_printed(
    database: Database, desk: Desk, typed: str, kept: str
) -> None:
    order = replace(PUBLIC_CALL, content=typed, reporter_name=typed, remark=typed)
    slip = slip_of(database, issue(database, desk, order))
    assert (slip.content, slip.reporter_name, slip.remark) == (kept, kept, kept)
    assert not problems(database, desk)


def test_half_characters_are_no_trouble_in_any_field(
    database: Database, desk: Desk
) -> None:
    half = "半\udc80字"
    order = replace(PUBLIC_CALL, area=half, place=half, content=half, report_dept=half)
    (issued, _), _ = database.write(
        issue_slip_anyway, desk, replace(order, anyway_reason=""), half
    )
    assert slip_of(database, issued.id).place == "半 字"
    unit = replace(UNIT_CALL, unit=half, anyway_reason="")
    (issued, _), _ = database.write(issue_slip_anyway, desk, unit, half)
    assert slip_of(database, issued.id).unit_label == "半 字"


def test_a_room_that_does_not_exist_is_refused_with_the_nearest_names(
    database: Database, desk: Desk
) -> None:
    make_unit(database, desk, "3-1502")
    make_unit(database, desk, "5-0101")
    with pytest.raises(UnitUnknown) as refused:
        issue(database, desk, replace(UNIT_CALL, unit="3-1503"))
    assert refused.value.facts["value"] == "3-1503"
    assert "3-1502" in str(refused.value.facts["near"])
    with pytest.raises(UnitUnknown):
        issue(database, desk, replace(UNIT_CALL, place="3-9999"))


def test_while_the_directory_is_empty_a_named_unit_is_added_to_it(
    database: Database, desk: Desk
) -> None:
    order = replace(UNIT_CALL, unit="3-1502", place="厨房")
    first = slip_of(database, issue(database, desk, order))
    assert first.unit_label == "3-1502"
    assert first.unit_id is not None
    second = slip_of(database, issue(database, desk, replace(order, place="卫生间")))
    assert second.unit_id == first.unit_id
    with pytest.raises(UnitUnknown):
        issue(database, desk, replace(order, unit="3-1503"))


@pytest.mark.parametrize(
    "written", ["3-1502", "３-１５０２", "三栋1502", "3号楼1502室"]
)
def test_a_room_is_found_however_it_is_written(
    database: Database, desk: Desk, written: str
) -> None:
    unit_id = make_unit(database, desk, "3-1502")
    named = issue(database, desk, replace(UNIT_CALL, unit=written, place="厨房"))
    assert slip_of(database, named).unit_id == unit_id
    placed = issue(database, desk, replace(UNIT_CALL, unit="", place=written))
    assert slip_of(database, placed).unit_id == unit_id


def test_a_trade_is_one_of_the_list(database: Database, desk: Desk) -> None:
    slip_id = issue(database, desk, replace(PUBLIC_CALL, trade=" 电工 "))
    assert slip_of(database, slip_id).trade == "电工"
    with pytest.raises(TradeUnknown) as refused:
        issue(database, desk, replace(PUBLIC_CALL, trade="木工"))
    assert "水工" in str(refused.value.facts["known"])


def test_a_call_of_this_morning_may_be_typed_in_now_but_none_of_tomorrow(
    database: Database, desk: Desk
) -> None:
    earlier = desk.now() - timedelta(hours=2)
    slip_id = issue(database, desk, replace(PUBLIC_CALL, reported_at=earlier))
    assert slip_of(database, slip_id).reported_at == earlier
    later = desk.now() + timedelta(seconds=1)
    with pytest.raises(TimeInFuture) as refused:
        issue(database, desk, replace(PUBLIC_CALL, reported_at=later))
    assert refused.value.field == "reported_at"


def test_an_appointment_lies_after_the_issue(database: Database, desk: Desk) -> None:
    """interfaces.md 2: 派发 ≤ 预约."""
    before = desk.now() - timedelta(minutes=1)
    with pytest.raises(TimeOrder) as refused:
        issue(database, desk, replace(PUBLIC_CALL, appointment_at=before))
    assert refused.value.field == "appointment_at"
    later = desk.now() + timedelta(hours=3)
    slip_id = issue(database, desk, replace(PUBLIC_CALL, appointment_at=later))
    assert slip_of(database, slip_id).appointment_at == later


def test_a_form_number_used_twice_is_refused_in_a_sentence(
    database: Database, desk: Desk
) -> None:
    """domain-model 4.1: stock numbers are unique."""
    issue(database, desk, replace(PUBLIC_CALL, stock_no="A0001"))
    before = books(database)
    with pytest.raises(FieldRefusal) as refused:
        issue(database, desk, replace(PUBLIC_CALL, stock_no="A0001"))
    assert refused.value.field == "stock_no"
    assert books(database) == before


def test_a_possible_duplicate_is_answered_before_a_slip_is_issued(
    database: Database, desk: Desk
) -> None:
    """S4-4.1.6: open the old one, join it, or issue anyway with a reason."""
    first = make_slip(database, desk)
    before = books(database)
    again = replace(PUBLIC_CALL, anyway_reason="")
    with pytest.raises(DuplicatesFound) as refused:
        issue(database, desk, again)
    assert first.number in str(refused.value.facts["numbers"])
    assert books(database) == before
    with pytest.raises(DuplicatesFound):  # to have seen them is no answer
        issue(database, desk, replace(again, duplicates_seen=(first.number,)))
    answered = replace(again, duplicates_seen=(first.number,), anyway_reason="另一盏灯")
    second = issue(database, desk, answered)
    assert slip_of(database, second).anyway_reason == "另一盏灯"
    facts = json.loads(last_facts(database, second))
    assert facts["duplicates"] == [first.number]


def test_a_reason_does_not_answer_a_duplicate_that_nobody_was_shown(
    database: Database, desk: Desk
) -> None:
    """The reason was typed about one slip; another desk took the same call since."""
    first = make_slip(database, desk)
    other = make_slip(database, desk)
    order = replace(
        PUBLIC_CALL, duplicates_seen=(first.number,), anyway_reason="另一盏灯"
    )
    with pytest.raises(DuplicatesFound) as refused:
        issue(database, desk, order)
    assert refused.value.facts["numbers"] == other.number
    both = replace(order, duplicates_seen=(first.number, other.number))
    third = issue(database, desk, both)
    assert slip_of(database, third).anyway_reason == "另一盏灯"


def test_issuing_without_asking_keeps_the_reason_only_where_there_was_a_duplicate(
    database: Database, desk: Desk
) -> None:
    order = replace(PUBLIC_CALL, anyway_reason="")
    (first, none), _ = database.write(issue_slip_anyway, desk, order, "命令行未核对")
    assert not none
    assert slip_of(database, first.id).anyway_reason is None
    (second, found), _ = database.write(issue_slip_anyway, desk, order, "命令行未核对")
    assert [row.number for row in found] == [first.number]
    assert slip_of(database, second.id).anyway_reason == "命令行未核对"
    own = replace(order, anyway_reason="不是同一盏")
    (third, _), _ = database.write(issue_slip_anyway, desk, own, "命令行未核对")
    assert slip_of(database, third.id).anyway_reason == "不是同一盏"


def test_a_slip_issued_from_a_draft_ends_the_draft(
    database: Database, desk: Desk
) -> None:
    draft_id, _ = database.write(save_draft, desk, None, {"content": "漏水"})
    before = books(database)
    issue(database, desk, replace(PUBLIC_CALL, draft_id=draft_id))
    after = books(database)
    assert before["slip_draft"]
    assert not after["slip_draft"]


def test_a_refused_slip_leaves_its_draft(database: Database, desk: Desk) -> None:
    draft_id, _ = database.write(save_draft, desk, None, {"content": "漏水"})
    before = books(database)
    with pytest.raises(FieldMissing):
        issue(database, desk, replace(PUBLIC_CALL, content="", draft_id=draft_id))
    assert books(database) == before


def test_the_control_room_takes_calls_unless_the_house_says_otherwise(
    database: Database, desk: Desk, clock: Clock
) -> None:
    """K-10."""
    make_staff(
        database, desk, "演示中控", Post.CONTROL_ROOM, department=Department.CONTROL
    )
    night = database.read(open_desk, actor="演示中控", clock=clock)
    issue(database, night, PUBLIC_CALL)
    only_desk = {"intake_posts": "FRONT_DESK_AND_HOUSEKEEPER"}
    database.write(change_settings, desk, only_desk)
    night = database.read(open_desk, actor="演示中控", clock=clock)
    with pytest.raises(NotAllowed):
        issue(database, night, PUBLIC_CALL)


@pytest.mark.parametrize("post", [Post.DISPATCHER, Post.TECHNICIAN, Post.FINANCE])
def test_only_the_desk_issues_slips(
    database: Database, desk: Desk, clock: Clock, post: Post
) -> None:
    make_staff(database, desk, "演示某人", post)
    somebody = database.read(open_desk, actor="演示某人", clock=clock)
    before = books(database)
    with pytest.raises(NotAllowed):
        issue(database, somebody, PUBLIC_CALL)
    assert books(database) == before


def test_issuing_writes_the_slip_its_number_and_its_entry_and_nothing_else(
    database: Database, desk: Desk
) -> None:
    before = books(database)
    _, told = database.write(issue_slip, desk, PUBLIC_CALL)
    changed = changed_between(before, books(database))
    own = {"slip", "number_series", "event", "event_head"}
    assert changed == own | {"search_loose"}
    assert told >= {"slip"}
    assert told <= changed


def test_an_office_counts_as_public(database: Database, desk: Desk) -> None:
    """domain-model 4.1."""
    order = replace(PUBLIC_CALL, area_kind=AreaKind.OFFICE, area="管理处")
    slip = slip_of(database, issue(database, desk, order))
    assert slip.charge_class is ChargeClass.FREE_PUBLIC
    assert slip.area_kind is AreaKind.OFFICE
