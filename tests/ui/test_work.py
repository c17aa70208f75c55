"""The door from the screen to the desk."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from sqlalchemy.orm import Session

from app.database import Database
from app.database_trouble import DatabaseBusy
from app.desk import Desk
from app.errors import Refusal
from app.settings_change import change_settings
from app.slip_issue import issue_slip
from app.slip_list import SlipFilter, count_slips
from app.slip_refusals import FieldMissing
from tests.makers import PUBLIC_CALL
from ui.work import Work


def test_a_change_answers_and_tells_which_tables_it_touched(
    work: Work, qtbot: QtBot
) -> None:
    owner = QObject()
    numbers: list[str] = []
    touched: list[frozenset[str]] = []
    work.changed.connect(touched.append)
    work.change(
        owner, issue_slip, PUBLIC_CALL, done=lambda slip: numbers.append(slip.number)
    )
    qtbot.waitUntil(lambda: bool(touched))
    assert numbers == ["WX260302-001"]
    assert "slip" in touched[0]


def test_a_refusal_goes_to_who_waits_for_it_and_nothing_is_saved(
    work: Work, qtbot: QtBot
) -> None:
    owner = QObject()
    refusals: list[Refusal] = []
    ended: list[str] = []
    work.change(
        owner,
        issue_slip,
        replace(PUBLIC_CALL, content=" "),
        done=lambda _: ended.append("done"),
        refused=refusals.append,
        ended=lambda: ended.append("ended"),
    )
    qtbot.waitUntil(lambda: bool(refusals))
    assert isinstance(refusals[0], FieldMissing)
    assert ended == ["ended"]
    counts: list[int] = []
    work.look(owner, count_slips, SlipFilter(), done=counts.append)
    qtbot.waitUntil(lambda: counts == [0])


def test_a_refusal_that_nobody_waits_for_is_told_by_the_window(
    work: Work, qtbot: QtBot
) -> None:
    met: list[Refusal] = []
    work.refusal_met.connect(met.append)
    owner = QObject()
    order = replace(PUBLIC_CALL, area="")
    work.change(owner, issue_slip, order, done=lambda _: None)
    qtbot.waitUntil(lambda: bool(met))
    assert met[0].facts == {"field": "area"}


def test_a_trouble_can_be_tried_again(work: Work, qtbot: QtBot) -> None:
    tries: list[int] = []

    def step(session: Session, desk: Desk) -> str:
        tries.append(1)
        if len(tries) == 1:
            raise DatabaseBusy
        return "saved"

    troubles: list[Any] = []
    work.trouble_met.connect(lambda trouble, again: troubles.append((trouble, again)))
    answers: list[str] = []
    owner = QObject()
    work.change(owner, step, done=answers.append)
    qtbot.waitUntil(lambda: bool(troubles))
    assert not answers
    troubles[0][1]()
    qtbot.waitUntil(lambda: answers == ["saved"])


def test_a_change_is_told_also_when_its_dialog_has_closed(
    work: Work, qtbot: QtBot
) -> None:
    owner = QObject()
    touched: list[frozenset[str]] = []
    answers: list[object] = []
    work.changed.connect(touched.append)
    work.change(owner, issue_slip, PUBLIC_CALL, done=answers.append)
    owner.deleteLater()
    qtbot.waitUntil(lambda: bool(touched))
    assert "slip" in touched[0]


def test_a_changed_setting_holds_from_the_next_question_on(
    work: Work, qtbot: QtBot
) -> None:
    owner = QObject()
    heard: list[str] = []
    work.desk_changed.connect(
        lambda: heard.append(work.desk.settings.text("return_deadline"))
    )
    work.change(
        owner, change_settings, {"return_deadline": "17:00"}, done=lambda _: None
    )
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == ["17:00"]


def test_whoever_is_chosen_acts_from_then_on(
    work: Work, peopled: Database, qtbot: QtBot
) -> None:
    owner = QObject()
    chosen: list[str] = []
    work.choose_actor(owner, "演示主管", lambda: chosen.append(work.desk.actor))
    qtbot.waitUntil(lambda: bool(chosen))
    assert chosen == ["演示主管"]


def test_a_password_is_not_shown(work: Work) -> None:
    from ui.work import shown_place

    url = "postgresql+psycopg://desk:secret@server/silian"
    assert "secret" not in shown_place(url)
    assert shown_place(url).endswith("@server/silian")
    assert work.is_local
