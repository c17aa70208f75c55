"""How the pages of the day are pictured."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from app.desk import Desk
from app.form_stock import ReceivePack, SpoilForm, receive_pack, spoil_form
from app.gap import ExplainGap, explain_gap
from app.gap_list import GapFilter, find_gap_ids
from app.slip_copy_move import MoveCopies, live_copies, put_copies
from models.slip_copy import CopyPlace
from ui.day.gap_page import CLOSED, FORMS, OPEN
from ui.scene import UNDER_WAY, Stage, Step


def scenes(stage: Stage) -> Iterator[Step]:
    """Follow-ups, open cases, packs of forms, the handover before and after."""
    window = stage.window
    found = stage.row_in(UNDER_WAY)
    ids = () if found is None else (found.id,)
    window.work.change_now(_lose, ids)
    page: Any = window.show_page("follow_up")
    yield "follow-up", stage.whole
    page.form.note.set_value("厂家答应周五到货，到货当天装")
    page.form.report_to.set_value("物业总监")
    yield "follow-up-typed", stage.whole
    page = window.show_page("gap")
    page.look_at(OPEN)
    yield "gap", stage.whole
    page.submit()
    yield "gap-refused", stage.whole
    page.look_at(CLOSED)
    yield "gap-closed", stage.whole
    page.look_at(FORMS)
    yield "gap-forms", stage.whole
    page = window.show_page("handover")
    yield "handover", stage.whole
    page.form.note.set_value("3栋停水到21点，业户来电请解释。消防泵房钥匙在中控抽屉。")
    page.submit()
    yield "handover-refused", stage.whole


def _lose(session: Any, desk: Desk, slip_ids: tuple[int, ...]) -> None:
    """Something to chase: two copies lost, a pack with a hole."""
    for slip_id in slip_ids:
        copies = [no for no in live_copies(session, slip_id) if no in (2, 4)]
        lost = dict.fromkeys(copies, CopyPlace.LOST)
        put_copies(session, desk, MoveCopies(slip_id, lost))
    session.flush()
    for case_id in find_gap_ids(session, desk, GapFilter())[:1]:
        explain_gap(session, desk, ExplainGap(case_id, "遗失", "前台"))
    day = desk.today() - timedelta(days=3)
    receive_pack(session, desk, ReceivePack("B00001", "B00500", day))
    spoil_form(session, desk, SpoilForm("B00004", "写错房号"))
