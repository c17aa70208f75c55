"""Reads the calls of a time for the 《回访记录表》, in one statement."""

from typing import Any

from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from models.callback import Callback, CallbackMethod, CallbackResult
from models.callback_coverage import CallbackCoverage
from models.slip import OwnerOpinion, Slip
from models.unit import room_name
from reports.callback_sheet import CallbackSheet, CallLine
from reports.office import Office, procedure
from reports.slip_words import CALL_METHODS, CALL_RESULTS

_LETTERS = {
    OwnerOpinion.SATISFIED: "A",
    OwnerOpinion.FAIR: "B",
    OwnerOpinion.DISSATISFIED: "C",
}


def load(session: Session, office: Office, coverage: CallbackCoverage) -> CallbackSheet:
    """The calls made in the window of ``coverage`` by its moment, in order of time."""
    calls = session.execute(
        select(
            Callback.called_at,
            Callback.called_by,
            Callback.method,
            Callback.result,
            Callback.is_normal,
            Callback.satisfaction,
            Callback.comment,
            Slip.number,
            Slip.unit_label,
            Slip.area,
            Slip.place,
            Slip.reporter_name,
        )
        .join(Slip, Slip.id == Callback.slip_id)
        .where(
            Callback.centre_id == office.centre_id,
            Callback.called_at >= coverage.from_at,
            Callback.called_at < coverage.until_at,
            Callback.called_at <= coverage.at,
        )
        .order_by(Callback.called_at, Callback.id)
    )
    zone = office.zone
    return CallbackSheet(
        centre=office.centre_name,
        procedure=procedure(office),
        from_at=coverage.from_at.astimezone(zone),
        until_at=coverage.until_at.astimezone(zone),
        known_at=coverage.at.astimezone(zone),
        unit=coverage.unit,
        public=coverage.public,
        lines=tuple(_line(office, call) for call in calls),
    )


def _line(office: Office, call: Row[*tuple[Any, ...]]) -> CallLine:
    return CallLine(
        called_at=call.called_at.astimezone(office.zone),
        number=call.number,
        room=room_name(call.unit_label, call.area, call.place),
        who=call.reporter_name,
        opinion=_LETTERS.get(call.satisfaction, ""),
        called_by=call.called_by,
        remark="，".join(_remarks(call)),
    )


def _remarks(call: Row[*tuple[Any, ...]]) -> list[str]:
    """How it was asked if not by telephone, what did not work, what was said."""
    parts = []
    if call.method is not CallbackMethod.PHONE:
        parts.append(CALL_METHODS[call.method])
    if call.result is not CallbackResult.REACHED:
        parts.append(CALL_RESULTS[call.result])
    if call.is_normal is not None:
        parts.append("使用正常" if call.is_normal else "使用不正常")
    if call.comment:
        parts.append(call.comment)
    return parts
