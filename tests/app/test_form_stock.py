"""Packs of pre-printed forms: received, used, spoiled; each form is accounted for."""

from dataclasses import replace

import pytest

from app.database import Database
from app.desk import Desk
from app.errors import FieldRefusal
from app.form_pack import PackRow, load_pack_rows
from app.form_stock import (
    FormNumberMalformed,
    FormSpoiled,
    FormUnknown,
    FormUsed,
    PackMismatch,
    PackOverlaps,
    PackTooLarge,
    ReceivePack,
    SpoilForm,
    receive_pack,
    spoil_form,
)
from app.slip_amend import AmendSlip, CorrectSlip, amend_slip, correct_slip
from app.slip_issue import issue_slip
from app.slip_refusals import FieldMissing, FieldTooLong
from models.slip import SlipState
from tests.app.books import books, problems, slip_of
from tests.makers import PUBLIC_CALL, make_slip


def receive(database: Database, desk: Desk, first: str, last: str) -> None:
    database.write(receive_pack, desk, ReceivePack(first, last))


def packs(database: Database, desk: Desk) -> list[PackRow]:
    return [row for row in database.read(load_pack_rows, desk) if row is not None]


def test_a_pack_tells_what_became_of_its_forms(database: Database, desk: Desk) -> None:
    receive(database, desk, "A0001", "A0010")
    make_slip(database, desk, SlipState.VOID, stock_no="A0002")
    database.write(spoil_form, desk, SpoilForm("A0003", "写错"))
    make_slip(database, desk, stock_no="A0006")
    (pack,) = packs(database, desk)
    assert (pack.first, pack.last, pack.total) == ("A0001", "A0010", 10)
    assert (pack.used, pack.spoiled, pack.missing_count, pack.unused) == (2, 1, 3, 4)
    assert pack.missing == ((1, 1), (4, 5))
    total = pack.used + pack.spoiled + pack.missing_count + pack.unused
    assert total == pack.total


def test_an_untouched_pack_is_unused(database: Database, desk: Desk) -> None:
    receive(database, desk, "0001", "0100")
    (pack,) = packs(database, desk)
    assert (pack.used, pack.missing, pack.unused) == (0, (), 100)


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("A0005", "A0015"),
        ("A0001", "A0010"),
        ("A0010", "A0010"),
        ("A0000", "A0099"),
        ("Ａ０００５", "Ａ０００６"),
        ("a0005", "a0006"),
    ],
)
def test_packs_do_not_overlap(
    database: Database, desk: Desk, first: str, last: str
) -> None:
    receive(database, desk, "A0001", "A0010")
    before = books(database)
    with pytest.raises(PackOverlaps):
        receive(database, desk, first, last)
    assert books(database) == before
    receive(database, desk, "A0011", "A0020")
    receive(database, desk, "B0001", "B0010")
    assert len(packs(database, desk)) == 3


@pytest.mark.parametrize(
    ("first", "last", "refusal"),
    [
        ("", "A0010", FieldMissing),
        ("A0001", "", FieldMissing),
        ("甲", "A0010", FormNumberMalformed),
        ("A0001", "A10甲", FormNumberMalformed),
        ("A0010", "A0001", PackMismatch),
        ("A0001", "B0010", PackMismatch),
        ("A0001", "A010", PackMismatch),
        ("A01", "A00010", PackMismatch),
        ("0", "999999", PackTooLarge),
        ("A" * 28, "A0010", FieldTooLong),
        ("A" * 19 + "1", "A" * 19 + "9", FormNumberMalformed),
    ],
)
def test_a_pack_that_makes_no_sense_is_refused(
    database: Database, desk: Desk, first: str, last: str, refusal: type[FieldRefusal]
) -> None:
    with pytest.raises(refusal) as refused:
        receive(database, desk, first, last)
    assert refused.value.field in ("first", "last")
    assert packs(database, desk) == []


def test_unpadded_numbers_may_grow_by_a_digit(database: Database, desk: Desk) -> None:
    receive(database, desk, "8", "101")
    make_slip(database, desk, stock_no="100")
    (pack,) = packs(database, desk)
    assert (pack.total, pack.used) == (94, 1)


def test_a_form_number_typed_in_full_width_is_the_same_form(
    database: Database, desk: Desk
) -> None:
    receive(database, desk, "A0001", "A0010")
    slip = make_slip(database, desk, stock_no="ａ０００２")
    assert slip_of(database, slip.id).stock_no == "A0002"
    with pytest.raises(FormUsed) as refused:
        order = replace(PUBLIC_CALL, stock_no="A0002")
        database.write(issue_slip, desk, order)
    assert refused.value.facts["number"] == slip.number
    with pytest.raises(FormUsed):
        database.write(spoil_form, desk, SpoilForm("Ａ０００２", "写错"))


def test_a_spoiled_form_becomes_no_slip_and_is_spoiled_once(
    database: Database, desk: Desk
) -> None:
    receive(database, desk, "A0001", "A0010")
    database.write(spoil_form, desk, SpoilForm("A0003", "写错"))
    before = books(database)
    with pytest.raises(FormSpoiled):
        database.write(issue_slip, desk, replace(PUBLIC_CALL, stock_no="A0003"))
    with pytest.raises(FormSpoiled):
        database.write(spoil_form, desk, SpoilForm("A0003", "再写错"))
    with pytest.raises(FormUnknown):
        database.write(spoil_form, desk, SpoilForm("A0011", "写错"))
    with pytest.raises(FieldMissing):
        database.write(spoil_form, desk, SpoilForm("A0004", ""))
    assert books(database) == before


@pytest.mark.parametrize("state", [SlipState.DISPATCHED, SlipState.RETURNED])
def test_a_form_number_is_put_right_on_an_open_and_on_a_returned_slip(
    database: Database, desk: Desk, state: SlipState
) -> None:
    receive(database, desk, "A0001", "A0010")
    slip = make_slip(database, desk, state, stock_no="A0002")
    other = make_slip(database, desk, stock_no="A0004")

    def put_right(stock_no: str) -> None:
        if state is SlipState.RETURNED:
            order = CorrectSlip(slip.id, "单号写错", stock_no=stock_no)
            database.write(correct_slip, desk, order)
        else:
            database.write(amend_slip, desk, AmendSlip(slip.id, stock_no=stock_no))

    put_right("Ａ０００１")
    assert slip_of(database, slip.id).stock_no == "A0001"
    assert not slip_of(database, slip.id).needs_reprint
    put_right("A0001")
    with pytest.raises(FormUsed) as refused:
        put_right("A0004")
    assert refused.value.facts["number"] == other.number
    put_right("")
    assert slip_of(database, slip.id).stock_no is None
    assert problems(database, desk) == []
