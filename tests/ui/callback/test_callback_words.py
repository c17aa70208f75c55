"""What the slip's life, its list and the meters say of callbacks."""

from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from app.callback import CallBack, call_back
from app.callback_work import CallReason, load_callback_work
from app.database import Database
from app.desk import Desk
from app.slip_list import SlipFilter, first_slip_rows
from app.slip_view import load_slip_view
from models.callback import CallbackMethod, CallbackResult
from models.callback_coverage import CallbackShare
from models.slip import OwnerOpinion, SlipState
from models.unit import AreaKind
from tests.clock import Clock
from tests.makers import make_slip
from ui.callback.face import CallbackFaces
from ui.callback.meter import ShareMeter
from ui.kit.label import Tone
from ui.slip.columns import UNIT_REGISTER, slip_columns
from ui.slip.event_text import event_entries
from ui.slip.moment import Moments
from ui.slip.register_columns import register_texts
from ui.slip.slip_facts import fact_text
from ui.work import Work


@pytest.fixture
def called(shop: Database, shop_desk: Desk, clock: Clock) -> int:
    """A slip whose owner was dissatisfied an hour after the return."""
    slip = make_slip(shop, shop_desk, SlipState.RETURNED, area_kind=AreaKind.UNIT)
    clock.advance(hours=1)
    order = CallBack(
        slip.id,
        CallbackMethod.VISIT,
        CallbackResult.REACHED,
        is_normal=False,
        satisfaction=OwnerOpinion.DISSATISFIED,
        comment="又漏了",
    )
    shop.write(call_back, shop_desk, order)
    return slip.id


def test_the_life_of_a_slip_tells_what_was_said(
    called: int, shop: Database, shop_desk: Desk, work: Work
) -> None:
    view = shop.read(load_slip_view, shop_desk, called)
    entry = event_entries(view.events, Moments(work))[-1]
    assert entry.when == "11:00"
    assert entry.text == "系统，Visit，Reached，does not work，Dissatisfied，又漏了"


def test_the_register_has_the_day_and_the_words(
    called: int, shop: Database, shop_desk: Desk, work: Work
) -> None:
    (row,) = shop.read(first_slip_rows, shop_desk, SlipFilter(), 9)
    moments = Moments(work)
    more = register_texts(moments)
    columns = {c.key: c for c in slip_columns(UNIT_REGISTER, moments.write, more=more)}
    assert columns["called"].text(row) == "11:00"
    assert columns["call_opinion"].text(row) == "Dissatisfied"


def test_a_card_says_why_and_since_when_it_is_late(
    called: int, shop: Database, shop_desk: Desk, work: Work, clock: Clock, qtbot: QtBot
) -> None:
    faces = CallbackFaces(Moments(work), work)
    (row,) = shop.read(load_callback_work, shop_desk).rows
    assert row.reason is CallReason.DISSATISFIED
    face = faces.face(row, clock.at)
    assert face.note == "Dissatisfied, follow until satisfied"
    assert face.status == "Reached, 1 call(s)"
    assert face.when_tone is Tone.SECOND
    late = faces.face(row, clock.at + timedelta(days=1))
    assert late.note == "Overdue，Dissatisfied, follow until satisfied"
    assert late.when_tone is Tone.BAD


@pytest.mark.parametrize(
    ("share", "words"),
    [
        (CallbackShare(0, 0, 0), "none to call back"),
        (CallbackShare(10, 6, 5), "5/6, 1 more"),
        (CallbackShare(10, 6, 6), "6 called, enough"),
        (CallbackShare(10, 6, 9), "9 called, enough"),
    ],
)
def test_a_meter_says_how_many_more(
    share: CallbackShare, words: str, qtbot: QtBot
) -> None:
    meter = ShareMeter("Public")
    qtbot.addWidget(meter)
    meter.show_share(share)
    assert meter.words() == words
    assert meter.accessibleName() == f"Public {words}"
    meter.resize(240, meter.sizeHint().height())
    assert not meter.grab().isNull()


def test_the_facts_of_a_slip_have_the_call_that_counts(
    called: int, shop: Database, shop_desk: Desk, work: Work, clock: Clock
) -> None:
    def facts() -> dict[str, str]:
        view = shop.read(load_slip_view, shop_desk, called)
        moments = Moments(work)
        names = ("callback_at", "callback_said")
        return {name: fact_text(view, name, moments) for name in names}

    before = facts()
    assert before["callback_at"] == "11:00"
    assert before["callback_said"].endswith("Dissatisfied，又漏了")
    clock.advance(hours=1)
    order = CallBack(called, CallbackMethod.PHONE, CallbackResult.UNREACHABLE)
    shop.write(call_back, shop_desk, order)
    assert facts() == before, "a try without an answer does not count"
