"""What goes out comes back the same: cells of books, and of the program's own slips."""

import io
import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from openpyxl import load_workbook
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.check import check_books
from app.data_book_export import export_book, load_book
from app.data_book_import import import_book
from app.database import Database
from app.desk import Desk, NotAllowed, open_desk
from app.payment import PayBack, Share, TakePayment, pay_back, take_payment
from app.period_close import replay_close
from app.slip_close import InspectSlip, inspect_slip
from app.slip_escort import EscortSlip, escort_slip
from app.slip_line import Line
from app.slip_return import TakeBackSlip, take_back_slip
from app.slip_signature import Signature
from app.slip_work import (
    ReceiveSlip,
    ResumeSlip,
    StepSlip,
    arrive,
    receive_slip,
    resume_slip,
)
from app.waiver import ApplyWaiver, DecideWaiver, apply_waiver, decide_waiver
from models.data_book import BookRows
from models.event import Event
from models.ledger_entry import LedgerEntry, PayMethod
from models.slip import ChargeClass, Outcome, SignStatus, SlipState
from models.slip_line import LineKind
from models.staff import Post
from models.unit import AreaKind
from reports.data_book import read_xlsx
from tests.clock import Clock
from tests.data_book_maker import (
    NOW,
    ZONE,
    at,
    book_file,
    full_book,
    numbered,
    unit_slip,
    without_rows,
    worked_book,
    yuan,
)
from tests.makers import make_slip, make_staff, make_unit, paper_of


@pytest.fixture
def empty(new_database_url: Callable[[str], str]) -> Iterator[Database]:
    """A second database of the same engine, with nothing in it."""
    opened = Database(new_database_url("empty"))
    yield opened
    opened.close()


def cells(file: io.BytesIO) -> dict[str, list[tuple[Any, ...]]]:
    """Every cell of a workbook, as another program reads it."""
    file.seek(0)
    return {
        sheet.title: list(sheet.iter_rows(values_only=True))
        for sheet in load_workbook(file).worksheets
    }


def round_trip(database: Database, desk: Desk, empty: Database) -> BookRows:
    """Export, import into the empty database, export again; the first rows."""
    first = database.read(load_book, desk)
    file = book_file(first)
    rows, problems = read_xlsx(file, ZONE)
    assert not problems
    assert rows == numbered(first)
    other = empty.read(open_desk, clock=desk.clock)
    empty.write(import_book, other, rows)
    assert empty.read(check_books, other) == []
    second = empty.read(load_book, other)
    for one, two in zip(first.sheets().values(), second.sheets().values(), strict=True):
        assert without_rows(one) == without_rows(two)
    assert cells(book_file(second)) == cells(file)
    return first


@pytest.mark.parametrize("make", [full_book, worked_book])
def test_export_import_export_gives_the_same_cells(
    database: Database,
    desk: Desk,
    clock: Clock,
    empty: Database,
    make: Callable[[], BookRows],
) -> None:
    clock.at = NOW
    database.write(import_book, desk, numbered(make()))
    first = round_trip(database, desk, empty)

    for sheet, rows in make().sheets().items():
        assert len(first.sheets()[sheet]) == len(rows)


def test_a_book_with_every_cell_filled_comes_out_as_it_went_in(
    database: Database, desk: Desk, clock: Clock
) -> None:
    clock.at = NOW
    rows = full_book()
    database.write(import_book, desk, numbered(rows))
    found = database.read(load_book, desk)

    for sheet, before in rows.sheets().items():
        assert without_rows(found.sheets()[sheet]) == without_rows(before)


def test_what_a_book_leaves_open_gets_its_meaning(
    database: Database, desk: Desk, clock: Clock
) -> None:
    """Empty cells that mean something are written out; unknown ones stay empty."""
    clock.at = NOW
    slip = unit_slip(
        "A",
        "2026-11-20 09:00",
        unit="",
        job_type="",
        charge_class="",
        returned_at=at("2026-11-20 10:00"),
    )
    database.write(import_book, desk, numbered(BookRows(slips=(slip,))))
    found = database.read(load_book, desk).slips[0]

    assert found == replace(slip, job_type="日常", charge_class="有偿", outcome="完成")


STATES = [state for state in SlipState if state not in ("draft", "closed")]


@pytest.mark.parametrize("area_kind", [AreaKind.UNIT, AreaKind.PUBLIC])
def test_the_programs_own_slips_of_every_state_make_a_good_book(
    database: Database, desk: Desk, clock: Clock, empty: Database, area_kind: AreaKind
) -> None:
    make_unit(database, desk)
    wanted = [
        state
        for state in STATES
        if area_kind is AreaKind.UNIT or state not in ("quoted", "disputed")
    ]
    for state in wanted:
        clock.advance(minutes=7)
        make_slip(database, desk, state, area_kind=area_kind)
    clock.advance(days=2)
    first = round_trip(database, desk, empty)

    assert len(first.slips) == len(wanted)
    assert {slip.ending for slip in first.slips} == {"", "作废", "销单"}
    assert len(first.feedback) == 1


SIGNED = Signature(SignStatus.SIGNED, signed_by="演示业户")


def test_a_slip_that_went_out_again_makes_a_good_book(
    database: Database, desk: Desk, clock: Clock, empty: Database
) -> None:
    """Reached a second time after its first return (续修): the first time counts."""
    slip = make_slip(database, desk, SlipState.ON_SITE, area_kind=AreaKind.UNIT)
    first_there = clock.at
    clock.advance(hours=1)
    unfinished = TakeBackSlip(
        slip.id,
        outcome=Outcome.UNFINISHED,
        unfinished_reason="待料",
        eta_at=clock.at + timedelta(days=1),
    )
    database.write(take_back_slip, desk, unfinished)
    clock.advance(hours=20)
    database.write(resume_slip, desk, ResumeSlip(slip.id))
    clock.advance(minutes=5)
    database.write(receive_slip, desk, ReceiveSlip(slip.id))
    clock.advance(minutes=5)
    database.write(arrive, desk, StepSlip(slip.id))
    first = round_trip(database, desk, empty)

    row = first.slips[0]
    assert row.outcome == "未完成"
    assert row.returned_at is not None
    assert row.arrived_at == first_there


def test_a_public_slip_that_failed_makes_a_good_book(
    database: Database, desk: Desk, clock: Clock, empty: Database
) -> None:
    slip = make_slip(database, desk, SlipState.RETURNED)
    clock.advance(hours=1)
    database.write(inspect_slip, desk, InspectSlip(slip.id, False, "仍不亮"))
    clock.advance(hours=1)
    database.write(arrive, desk, StepSlip(slip.id))
    first = round_trip(database, desk, empty)

    assert first.slips[0].inspection == "不合格"
    assert first.slips[0].arrived_at is None


def test_material_of_free_work_is_no_fee_in_the_book(
    database: Database, desk: Desk, clock: Clock, empty: Database
) -> None:
    lines = (
        Line(LineKind.LABOUR, "换阀芯", yuan("30"), yuan("2")),
        Line(LineKind.MATERIAL, "阀芯", yuan("12.50")),
        Line(LineKind.MATERIAL, "软管", yuan("8")),
    )
    for charge_class in (ChargeClass.PAID, ChargeClass.FREE_WARRANTY):
        slip = make_slip(
            database,
            desk,
            SlipState.ON_SITE,
            area_kind=AreaKind.UNIT,
            charge_class=charge_class,
        )
        clock.advance(hours=1)
        is_paid = charge_class is ChargeClass.PAID
        order = TakeBackSlip(
            slip.id,
            signature=SIGNED,
            lines=lines,
            quote=yuan("80.50") if is_paid else None,
        )
        database.write(take_back_slip, desk, order)
    first = round_trip(database, desk, empty)

    fees = [(slip.labour_fee, slip.material_fee) for slip in first.slips]
    assert fees == [(yuan("60"), yuan("20.50")), (None, None)]


# a part of the books


def test_a_range_takes_what_was_issued_in_it_and_names_originals_outside(
    database: Database, desk: Desk, clock: Clock
) -> None:
    clock.at = NOW
    database.write(import_book, desk, numbered(full_book()))
    found = database.read(load_book, desk, date(2026, 11, 4), date(2026, 11, 8))

    assert [slip.number for slip in found.slips] == [
        "WX261104-001",
        "WX261105-001",
        "老单-17",
        "WX261107-003",
    ]
    assert "WX261102-001" in {slip.parent_number for slip in found.slips}
    numbers = {slip.number for slip in found.slips}
    assert {row.number for row in found.money} <= numbers
    assert [row.number for row in found.feedback] == ["WX261104-001", "WX261107-003"]
    assert found.closings == ()


def test_a_range_is_half_open_at_the_sites_midnight(
    database: Database, desk: Desk, clock: Clock
) -> None:
    clock.at = NOW
    database.write(import_book, desk, numbered(worked_book()))
    found = database.read(load_book, desk, date(2026, 11, 20), date(2026, 11, 21))
    after = database.read(load_book, desk, date(2026, 11, 21), None)

    assert [slip.number for slip in found.slips] == ["WX261120-009"]
    assert [slip.number for slip in after.slips] == ["WX261121-001"]
    assert [row.period for row in after.closings] == ["2026-11", "2026-12"]


def test_a_part_of_the_books_can_be_imported_by_itself(
    database: Database, desk: Desk, clock: Clock, empty: Database
) -> None:
    clock.at = NOW
    database.write(import_book, desk, numbered(full_book()))
    part = database.read(load_book, desk, date(2026, 11, 4), date(2026, 11, 8))
    other = empty.read(open_desk, clock=clock)
    summary, _ = empty.write(import_book, other, numbered(part))

    assert summary.slips == 4


# who may


def test_taking_the_books_out_stands_in_the_log(
    database: Database, desk: Desk, clock: Clock
) -> None:
    clock.at = NOW
    database.write(import_book, desk, numbered(full_book()))
    rows, _ = database.write(export_book, desk, date(2026, 11, 1), None)

    def ask(session: Session) -> Any:
        columns = (Event.by, Event.what, Event.facts)
        return session.execute(
            select(*columns).order_by(Event.seq.desc()).limit(1)
        ).one()

    by, what, facts = database.read(ask)
    assert (by, what) == (desk.actor, "export")
    assert json.loads(facts) == {"from": "2026-11-01", "slips": 11, "until": None}
    assert rows.slips[0].phone == "13800000001"


def test_full_telephone_numbers_go_out_only_by_right(
    database: Database, desk: Desk, clock: Clock
) -> None:
    make_staff(database, desk, "演示前台", Post.FRONT_DESK)
    someone = database.read(open_desk, actor="演示前台", clock=clock)

    with pytest.raises(NotAllowed):
        database.write(export_book, someone)


def test_money_taken_here_makes_a_good_book(
    database: Database, desk: Desk, clock: Clock, empty: Database
) -> None:
    """Escort, payment, waiver, price cut, a month that was closed."""
    clock.local("2026-10-15 09:00:00")
    make_unit(database, desk)
    slips = [
        make_slip(database, desk, SlipState.DONE, area_kind=AreaKind.UNIT).id
        for _ in range(3)
    ]
    clock.advance(hours=1)
    database.write(escort_slip, desk, EscortSlip(slips[0], "演示管家"))
    share = Share(slips[0], yuan("85"))
    order = TakePayment((share,), PayMethod.CASH, "S-1", escort="演示管家")
    database.write(take_payment, desk, order)
    for slip_id in slips[:2]:
        clock.advance(minutes=5)
        database.write(take_back_slip, desk, paper_of(database, slip_id))
    asked, _ = database.write(
        apply_waiver, desk, ApplyWaiver(slips[1], yuan("15"), "客诉", "演示管家")
    )
    director = database.read(open_desk, actor="演示总监", clock=clock)
    database.write(decide_waiver, director, DecideWaiver(asked.id, True))
    clock.local("2026-10-21 10:00:00")
    database.write(replay_close, desk, "2026-10")
    clock.advance(days=2)
    database.write(take_back_slip, desk, paper_of(database, slips[2]))
    cut = PayBack(slips[0], yuan("5"), PayMethod.CASH, "降价", is_price_cut=True)
    database.write(pay_back, desk, cut)
    assert database.read(check_books, desk) == []
    first = round_trip(database, desk, empty)

    assert [(row.kind, row.amount) for row in first.money] == [
        ("收款", yuan("85")),
        ("退款", yuan("5")),
        ("调整", yuan("-5")),
    ]
    assert [row.level for row in first.waivers] == ["物业总监"]
    assert [row.period for row in first.closings] == ["2026-10"]

    def posted(session: Session) -> list[tuple[Any, ...]]:
        columns = (LedgerEntry.posting_period, LedgerEntry.kind, LedgerEntry.amount)
        return sorted(tuple(row) for row in session.execute(select(*columns)))

    assert database.read(posted) == empty.read(posted)
