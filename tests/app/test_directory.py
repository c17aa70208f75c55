"""Units, staff and the short lists: added, changed, found, never lost."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from app.database import Database
from app.database_trouble import ChangedByOthers
from app.desk import Desk, NotAllowed, open_desk
from app.directory import NameTaken
from app.errors import FieldRefusal, Refusal
from app.reason import reason_texts
from app.seed import seed_centre
from app.slip_refusals import (
    FieldMissing,
    FieldTooLong,
    PhoneMalformed,
    TradeUnknown,
    UnitClosed,
    UnitUnknown,
)
from app.staff_directory import SaveStaff, list_staff, save_staff
from app.unit_directory import Owner, SaveUnit, find_units, get_unit, save_unit
from app.word_list import (
    SaveReason,
    SaveTrade,
    SchemeCopy,
    SchemeRow,
    list_reasons,
    list_schemes,
    list_trades,
    save_reason,
    save_scheme,
    save_trade,
)
from models.copy_scheme import CopyRole
from models.reason_code import ReasonKind
from models.slip import SlipState
from models.staff import Department, Post
from models.unit import AreaKind
from tests.app.books import books, problems, slip_of
from tests.clock import Clock
from tests.makers import make_slip, make_staff, make_unit

STAFF = SaveStaff("演示前台", Department.HOUSEKEEPING, (Post.FRONT_DESK,))


def labels(database: Database, desk: Desk, text: str, **how: bool) -> list[str]:
    return [unit.label for unit in database.read(find_units, desk, text, **how)]


# Units.


def test_a_unit_is_found_by_room_owner_and_phone(
    database: Database, desk: Desk
) -> None:
    make_unit(database, desk, "3-1502", "演示𬭎业主", "13800001502")
    make_unit(database, desk, "3-0302", "演示乙", "010-88881234")
    make_unit(database, desk, "12-0101", "演示100%", None)
    assert labels(database, desk, "3-15") == ["3-1502"]
    assert labels(database, desk, "三栋1502") == ["3-1502"]
    assert labels(database, desk, "３－１５０２") == ["3-1502"]
    assert labels(database, desk, "𬭎") == ["3-1502"]
    assert labels(database, desk, "1234") == ["3-0302"]
    assert labels(database, desk, "8888") == []  # the end of a phone, not its middle
    assert labels(database, desk, "%") == ["12-0101"]
    assert labels(database, desk, "_") == []
    assert labels(database, desk, "' OR 1=1 --") == []
    assert labels(database, desk, "\ud800") == ["12-0101", "3-0302", "3-1502"]
    assert len(database.read(find_units, desk, "", 2)) == 2


def test_a_unit_keeps_several_owners_in_order(database: Database, desk: Desk) -> None:
    owners = (
        Owner("演示甲", "13800000001"),
        Owner(" "),
        Owner("演示乙\n", "８８０１"),
    )
    order = SaveUnit(
        "3-1502", "3栋", owners, warranty_until_on=date(2028, 5, 1), note="空置"
    )
    unit_id, _ = database.write(save_unit, desk, order)
    unit = database.read(get_unit, desk, unit_id)
    assert unit is not None
    assert unit.owners == (Owner("演示甲", "13800000001"), Owner("演示乙", "8801"))
    assert (unit.area, unit.note) == ("3栋", "空置")
    assert unit.warranty_until_on == date(2028, 5, 1)
    assert database.read(get_unit, desk, 4711) is None


@pytest.mark.parametrize(
    ("order", "refusal", "field"),
    [
        (SaveUnit(" "), FieldMissing, "label"),
        (SaveUnit("长" * 31), FieldTooLong, "label"),
        (SaveUnit("5-0501", area="长" * 41), FieldTooLong, "area"),
        (SaveUnit("5-0501", note="长" * 201), FieldTooLong, "note"),
        (SaveUnit("5-0501", owners=(Owner("长" * 81),)), FieldTooLong, "owner_name"),
        (SaveUnit("5-0501", owners=(Owner("", "8801"),)), FieldMissing, "owner_name"),
        (SaveUnit("5-0501", owners=(Owner("甲", "稍后"),)), PhoneMalformed, "phone"),
        (SaveUnit("3-1502"), NameTaken, "label"),
    ],
)
def test_a_unit_that_cannot_be_kept_is_refused_at_its_field(
    database: Database,
    desk: Desk,
    order: SaveUnit,
    refusal: type[FieldRefusal],
    field: str,
) -> None:
    make_unit(database, desk, "3-1502")
    before = books(database)
    with pytest.raises(refusal) as refused:
        database.write(save_unit, desk, order)
    assert refused.value.field == field
    assert books(database) == before


def test_a_unit_that_is_closed_takes_no_calls_but_is_not_gone(
    database: Database, desk: Desk
) -> None:
    unit_id = make_unit(database, desk, "3-1502", phone=None)
    make_unit(database, desk, "3-1602", phone=None)
    order = SaveUnit("3-1502", "3栋", unit_id=unit_id, is_active=False)
    database.write(save_unit, desk, order)
    assert labels(database, desk, "1502") == []
    assert labels(database, desk, "1502", with_closed=True) == ["3-1502"]
    for written in ("3-1502", "3栋1502"):
        with pytest.raises(UnitClosed) as refused:
            make_slip(database, desk, area_kind=AreaKind.UNIT, unit=written)
        assert refused.value.facts["value"] == "3-1502"
    with pytest.raises(UnitUnknown) as unknown:
        make_slip(database, desk, area_kind=AreaKind.UNIT, unit="3-1503")
    assert "3-1502" not in str(unknown.value.facts["near"]), "closed, so not meant"


def test_a_slip_keeps_the_owner_it_was_issued_with(
    database: Database, desk: Desk
) -> None:
    """domain-model 4.1: copied at issue, never re-read."""
    unit_id = make_unit(database, desk, "3-1502", "演示旧业主")
    slip = make_slip(database, desk, area_kind=AreaKind.UNIT)
    order = SaveUnit("3-1502", "3栋", (Owner("演示新业主"),), unit_id=unit_id)
    database.write(save_unit, desk, order)
    assert slip_of(database, slip.id).owner_name == "演示旧业主"
    later = make_slip(database, desk, area_kind=AreaKind.UNIT)
    assert slip_of(database, later.id).owner_name == "演示新业主"
    assert not problems(database, desk)


# Staff.


def test_staff_are_listed_by_post_and_those_who_left_on_request(
    database: Database, desk: Desk
) -> None:
    front = make_staff(database, desk, "演示前台")
    make_staff(database, desk, "演示两用", Post.DISPATCHER, Post.TECHNICIAN)
    gone = replace(STAFF, is_active=False, staff_id=front)
    database.write(save_staff, desk, gone)

    def names(**how: Any) -> list[str]:
        return [row.name for row in database.read(list_staff, desk, **how)]

    assert names() == ["演示两用"]
    assert names(with_gone=True) == ["演示前台", "演示两用"]
    assert names(post=Post.TECHNICIAN) == ["演示两用"]
    assert names(post=Post.FRONT_DESK) == []


@pytest.mark.parametrize(
    ("order", "refusal", "field"),
    [
        (replace(STAFF, name=""), FieldMissing, "name"),
        (replace(STAFF, name="长" * 41), FieldTooLong, "name"),
        (replace(STAFF, name="演示在职"), NameTaken, "name"),
        (replace(STAFF, name="系统"), NameTaken, "name"),
        (replace(STAFF, posts=()), FieldMissing, "posts"),
        (replace(STAFF, badge_no="9" * 21), FieldTooLong, "badge_no"),
        (replace(STAFF, phone="分机"), PhoneMalformed, "phone"),
    ],
)
def test_staff_that_cannot_be_kept_are_refused_at_their_field(
    database: Database,
    desk: Desk,
    order: SaveStaff,
    refusal: type[FieldRefusal],
    field: str,
) -> None:
    make_staff(database, desk, "演示在职")
    before = books(database)
    with pytest.raises(refusal) as refused:
        database.write(save_staff, desk, order)
    assert refused.value.field == field
    assert books(database) == before


def test_a_name_that_holds_the_sign_between_names_stays_one_name(
    database: Database, desk: Desk
) -> None:
    """Technicians are written 甲、乙; a trade or name with that sign would be two."""
    order = replace(STAFF, trades=("水工", "电工、弱电", " "))
    database.write(save_staff, desk, order)
    (row,) = database.read(list_staff, desk)
    assert row.trades == ("水工", "电工", "弱电")


# Trades, reasons, schemes.


def test_trades_are_added_renamed_and_retired(database: Database, desk: Desk) -> None:
    order = SaveTrade(" 木工 ", ("门", "柜", " "))
    trade_id, _ = database.write(save_trade, desk, order)
    trades = {row.name: row for row in database.read(list_trades, desk)}
    assert trades["木工"].words == ("门", "柜")
    assert list(trades)[-1] == "木工"
    with pytest.raises(NameTaken):
        database.write(save_trade, desk, SaveTrade("水工"))
    for name, refusal in (("", FieldMissing), ("长" * 21, FieldTooLong)):
        with pytest.raises(refusal):
            database.write(save_trade, desk, SaveTrade(name))
    version = trades["木工"].version
    retired = SaveTrade("木工", (), False, trade_id, version)
    database.write(save_trade, desk, retired)
    assert "木工" not in {row.name for row in database.read(list_trades, desk)}
    with pytest.raises(ChangedByOthers):
        database.write(save_trade, desk, retired)
    with pytest.raises(TradeUnknown):
        make_slip(database, desk, trade="木工")
    gone = database.read(list_trades, desk, with_gone=True)
    assert "木工" in {row.name for row in gone}


def test_reasons_are_added_and_retired_and_keep_their_code(
    database: Database, desk: Desk
) -> None:
    order = SaveReason(ReasonKind.VOID, "重复打印")
    reason_id, _ = database.write(save_reason, desk, order)
    texts = database.read(reason_texts, desk, ReasonKind.VOID)
    assert texts == ("录入错误", "单据损坏", "其他", "重复打印")
    with pytest.raises(NameTaken):
        database.write(save_reason, desk, SaveReason(ReasonKind.VOID, "其他"))
    rows = database.read(list_reasons, desk, ReasonKind.VOID)
    own = next(row for row in rows if row.id == reason_id)
    renamed = SaveReason(ReasonKind.VOID, "打重了", False, reason_id, own.version)
    database.write(save_reason, desk, renamed)
    rows = database.read(list_reasons, desk, ReasonKind.VOID)
    after = next(row for row in rows if row.id == reason_id)
    assert (after.code, after.text, after.is_active) == (own.code, "打重了", False)
    assert "打重了" not in database.read(reason_texts, desk, ReasonKind.VOID)
    with pytest.raises(ChangedByOthers):
        database.write(save_reason, desk, renamed)


def test_the_seeded_reasons_are_those_of_the_procedures(
    database: Database, desk: Desk
) -> None:
    """domain-model 4.1."""
    assert database.read(reason_texts, desk, ReasonKind.UNFINISHED) == (
        *("待料", "缺人手", "技术原因", "待厂家/保修", "返厂", "业户不便/改约"),
        *("未遇业户", "报价争议", "待审批", "单据遗失", "其他"),
    )


def test_the_shipped_schemes_are_those_of_the_policies(
    database: Database, desk: Desk
) -> None:
    """K-01; the colours are an assumption."""
    four, three = database.read(list_schemes, desk)
    assert [(c.copy_no, c.role, c.colour) for c in four.copies] == [
        (1, CopyRole.ENG, "白"),
        (2, CopyRole.FIN, "红"),
        (3, CopyRole.OWNER, "蓝"),
        (4, CopyRole.HK, "黄"),
    ]
    assert [copy.role for copy in three.copies] == [
        CopyRole.ENG,
        CopyRole.DEPT,
        CopyRole.TEAM,
    ]


FIVE = SchemeRow(
    "OURS_5",
    "本处五联",
    tuple(
        SchemeCopy(number, role, f"第{number}联", "白")
        for number, role in enumerate(
            (CopyRole.ENG, CopyRole.FIN, CopyRole.OWNER, CopyRole.HK, CopyRole.TEAM), 1
        )
    ),
)


def test_a_centre_makes_a_scheme_of_its_own(
    database: Database, desk: Desk, clock: Clock
) -> None:
    database.write(save_scheme, desk, FIVE)
    opened = database.read(open_desk, clock=clock)
    assert set(opened.schemes["OURS_5"]) == {1, 2, 3, 4, 5}
    assert FIVE in database.read(list_schemes, desk)


@pytest.mark.parametrize(
    "order",
    [
        replace(FIVE, code=""),
        replace(FIVE, code="lower case"),
        replace(FIVE, name=" "),
        replace(FIVE, name="长" * 41),
        replace(FIVE, copies=()),
        replace(FIVE, copies=(replace(FIVE.copies[0], label="长" * 21),)),
        replace(FIVE, copies=(replace(FIVE.copies[0], colour=""),)),
        replace(FIVE, copies=(FIVE.copies[0], FIVE.copies[0])),
        replace(FIVE, copies=(replace(FIVE.copies[0], copy_no=0),)),
        replace(FIVE, copies=(replace(FIVE.copies[0], copy_no=10),)),
    ],
)
def test_a_scheme_that_cannot_be_printed_is_refused(
    database: Database, desk: Desk, order: SchemeRow
) -> None:
    before = books(database)
    with pytest.raises(FieldRefusal):
        database.write(save_scheme, desk, order)
    assert books(database) == before


def test_labels_of_a_scheme_in_use_change_but_not_whose_copies_they_are(
    database: Database, desk: Desk, clock: Clock
) -> None:
    """A returned slip stands on its finance copy; that copy cannot become another's."""
    make_slip(database, desk, SlipState.RETURNED)
    four, _ = database.read(list_schemes, desk)
    pink = replace(four.copies[1], colour="粉", label="财务")
    fresh = replace(four, copies=(four.copies[0], pink, *four.copies[2:]))
    database.write(save_scheme, desk, fresh)
    assert fresh in database.read(list_schemes, desk)
    before = books(database)
    swapped = replace(
        four,
        copies=(
            replace(four.copies[0], role=CopyRole.HK),
            *four.copies[1:3],
            replace(four.copies[3], role=CopyRole.ENG),
        ),
    )
    for order in (swapped, replace(four, copies=four.copies[:3])):
        with pytest.raises(Refusal):
            database.write(save_scheme, desk, order)
    assert books(database) == before
    assert not problems(database, database.read(open_desk, clock=clock))


# Whose directory it is.


def test_only_who_may_keeps_the_directories(
    database: Database, desk: Desk, clock: Clock
) -> None:
    make_staff(database, desk, "演示前台")
    front = database.read(open_desk, actor="演示前台", clock=clock)
    before = books(database)
    for step, order in (
        (save_unit, SaveUnit("5-0501")),
        (save_staff, replace(STAFF, name="演示乙")),
        (save_trade, SaveTrade("木工")),
        (save_reason, SaveReason(ReasonKind.VOID, "重打")),
        (save_scheme, FIVE),
    ):
        with pytest.raises(NotAllowed):
            database.write(step, front, order)  # type: ignore[arg-type]
    assert books(database) == before


def test_one_centre_does_not_change_the_directory_of_another(
    database: Database, desk: Desk, clock: Clock
) -> None:
    with database.connect(writing=True) as connection:
        seed_centre(connection, "02", "二期服务中心")
    second = database.read(open_desk, centre="02", clock=clock)
    unit_id = make_unit(database, desk, "3-1502")
    staff_id = make_staff(database, desk, "演示前台")
    trade_id = database.read(list_trades, desk)[0].id
    reason_id = database.read(list_reasons, desk)[0].id
    before = books(database)
    for step, order in (
        (save_unit, SaveUnit("9-0909", unit_id=unit_id)),
        (save_staff, replace(STAFF, name="演示乙", staff_id=staff_id)),
        (save_trade, SaveTrade("木工", trade_id=trade_id)),
        (save_reason, SaveReason(ReasonKind.VOID, "重打", reason_id=reason_id)),
    ):
        with pytest.raises(Refusal):
            database.write(step, second, order)  # type: ignore[arg-type]
    assert books(database) == before
    assert labels(database, second, "") == []


def test_a_change_of_a_directory_stands_in_the_log(
    database: Database, desk: Desk
) -> None:
    unit_id = make_unit(database, desk, "3-1502", "演示甲")
    entries = len(books(database)["event"])
    order = SaveUnit(
        "3-1502", "3栋", (Owner("演示甲", "13800001502"),), unit_id=unit_id
    )
    database.write(save_unit, desk, order)
    assert len(books(database)["event"]) == entries  # nothing changed
    database.write(save_unit, desk, replace(order, note="空置"))
    assert len(books(database)["event"]) == entries + 1
    assert not problems(database, desk)
