"""The short lists a centre keeps: trades, reason codes, copy schemes."""

import re
from dataclasses import dataclass

from sqlalchemy import delete, func, insert, select
from sqlalchemy.orm import Session

from app.desk import Desk
from app.directory import NameTaken, check_version, find_own, log_change, put
from app.errors import FieldRefusal
from app.settings import SPECS
from app.slip_fields import clean
from app.slip_refusals import FieldMissing, FieldTooLong
from models.base import table_of
from models.copy_scheme import CopyRole, CopyScheme, CopySchemeRow
from models.reason_code import ReasonCode, ReasonKind
from models.slip import Slip
from models.staff import Permission
from models.trade import Trade


class CodeMalformed(FieldRefusal):
    """``value`` holds more than capital letters, digits and ``_``."""

    field = "code"


class CopiesUnusable(FieldRefusal):
    """Copies are numbered 1 to 9, each once, and those in use stay as they are."""

    field = "copies"


@dataclass(frozen=True, slots=True)
class TradeRow:
    """One trade; ``words`` suggest it at intake."""

    id: int
    version: int
    name: str
    words: tuple[str, ...]
    is_active: bool


@dataclass(frozen=True, slots=True)
class SaveTrade:
    """Add (``trade_id`` None) or change a trade."""

    name: str
    words: tuple[str, ...] = ()
    is_active: bool = True
    trade_id: int | None = None
    version: int | None = None


@dataclass(frozen=True, slots=True)
class ReasonRow:
    """One reason code."""

    id: int
    version: int
    kind: ReasonKind
    code: str
    text: str
    is_active: bool


@dataclass(frozen=True, slots=True)
class SaveReason:
    """Add (``reason_id`` None) or change a reason; its code never changes."""

    kind: ReasonKind
    text: str
    is_active: bool = True
    reason_id: int | None = None
    version: int | None = None


@dataclass(frozen=True, slots=True)
class SchemeCopy:
    """One copy of a scheme."""

    copy_no: int
    role: CopyRole
    label: str
    colour: str


@dataclass(frozen=True, slots=True)
class SchemeRow:
    """One copy scheme with its copies."""

    code: str
    name: str
    copies: tuple[SchemeCopy, ...]


def list_trades(
    session: Session, desk: Desk, *, with_gone: bool = False
) -> list[TradeRow]:
    """The trades in their order."""
    asked = [Trade.centre_id == desk.centre_id]
    if not with_gone:
        asked.append(Trade.is_active.is_(True))
    trades = session.scalars(select(Trade).where(*asked).order_by(Trade.position))
    return [TradeRow(t.id, t.version, t.name, t.words, t.is_active) for t in trades]


def save_trade(session: Session, desk: Desk, order: SaveTrade) -> int:
    """Add or change a trade; its id."""
    desk.require(Permission.CHANGE_SETTINGS)
    name = _named(order.name, "name", 20)
    twin = session.scalar(
        select(Trade.id).where(Trade.centre_id == desk.centre_id, Trade.name == name)
    )
    if twin is not None and twin != order.trade_id:
        raise NameTaken(name=name)
    trade = find_own(session, desk, Trade, order.trade_id)
    if trade is None:
        count = session.scalar(select(func.count()).select_from(Trade)) or 0
        trade = Trade(centre_id=desk.centre_id, words=(), position=count)
        session.add(trade)
    else:
        check_version(trade.version, order.version)
    words = tuple(clean(word) for word in order.words if clean(word))
    values = {"name": name, "words": words, "is_active": order.is_active}
    changed = put(trade, values)
    session.flush()
    log_change(session, desk, "trade", trade.id, "save", changed)
    return trade.id


def list_reasons(
    session: Session, desk: Desk, kind: ReasonKind | None = None
) -> list[ReasonRow]:
    """The reasons of a kind (None: all), also those no longer used."""
    asked = [ReasonCode.centre_id == desk.centre_id]
    if kind is not None:
        asked.append(ReasonCode.kind == kind)
    reasons = session.scalars(
        select(ReasonCode)
        .where(*asked)
        .order_by(ReasonCode.kind, ReasonCode.position, ReasonCode.id)
    )
    return [
        ReasonRow(r.id, r.version, r.kind, r.code, r.text, r.is_active) for r in reasons
    ]


def save_reason(session: Session, desk: Desk, order: SaveReason) -> int:
    """Add or change a reason; its id."""
    desk.require(Permission.CHANGE_SETTINGS)
    text = _named(order.text, "text", 40)
    twin = session.scalar(
        select(ReasonCode.id).where(
            ReasonCode.centre_id == desk.centre_id,
            ReasonCode.kind == order.kind,
            ReasonCode.text == text,
        )
    )
    if twin is not None and twin != order.reason_id:
        raise NameTaken(field="text", name=text)
    reason = find_own(session, desk, ReasonCode, order.reason_id)
    if reason is None:
        count = session.scalar(select(func.count()).select_from(ReasonCode)) or 0
        reason = ReasonCode(
            centre_id=desk.centre_id,
            kind=order.kind,
            code=f"OWN_{count}",
            position=count,
        )
        session.add(reason)
    else:
        check_version(reason.version, order.version)
    changed = put(reason, {"text": text, "is_active": order.is_active})
    session.flush()
    log_change(session, desk, "reason_code", reason.id, "save", changed)
    return reason.id


def list_schemes(session: Session, desk: Desk) -> list[SchemeRow]:
    """The copy schemes of the centre."""
    copies: dict[int, list[SchemeCopy]] = {}
    rows = session.execute(
        select(
            CopySchemeRow.scheme_id,
            CopySchemeRow.copy_no,
            CopySchemeRow.role,
            CopySchemeRow.label,
            CopySchemeRow.colour,
        ).order_by(CopySchemeRow.scheme_id, CopySchemeRow.copy_no)
    )
    for scheme_id, copy_no, role, label, colour in rows:
        copy = SchemeCopy(copy_no, role, label, colour)
        copies.setdefault(scheme_id, []).append(copy)
    schemes = session.scalars(
        select(CopyScheme)
        .where(CopyScheme.centre_id == desk.centre_id)
        .order_by(CopyScheme.id)
    )
    return [SchemeRow(s.code, s.name, tuple(copies.get(s.id, ()))) for s in schemes]


def save_scheme(session: Session, desk: Desk, order: SchemeRow) -> None:
    """Add a scheme or change labels and colours; slips keep the code they have.

    Once slips were printed with it, its copies keep their numbers and roles: a return
    stands on them.
    """
    desk.require(Permission.CHANGE_SETTINGS)
    code = _named(order.code, "code", 20)
    if not re.fullmatch(SPECS["copy_scheme"].pattern, code):
        raise CodeMalformed(value=code)
    name = _named(order.name, "name", 40)
    if not order.copies:
        raise FieldMissing(field="copies")
    roles = {copy.copy_no: copy.role for copy in order.copies}
    is_used = session.scalar(
        select(Slip.id)
        .where(Slip.centre_id == desk.centre_id, Slip.copy_scheme == code)
        .limit(1)
    )
    if (
        len(roles) != len(order.copies)
        or not roles.keys() <= set(range(1, 10))
        or (is_used is not None and roles != desk.schemes.get(code))
    ):
        raise CopiesUnusable
    scheme = session.scalars(
        select(CopyScheme).where(
            CopyScheme.centre_id == desk.centre_id, CopyScheme.code == code
        )
    ).one_or_none()
    if scheme is None:
        scheme = CopyScheme(centre_id=desk.centre_id, code=code, name=name)
        session.add(scheme)
        session.flush()
    scheme.name = name
    session.execute(
        delete(table_of(CopySchemeRow)).where(CopySchemeRow.scheme_id == scheme.id)
    )
    rows = [
        {
            "scheme_id": scheme.id,
            "copy_no": copy.copy_no,
            "role": copy.role,
            "label": _named(copy.label, "label", 20),
            "colour": _named(copy.colour, "colour", 10),
        }
        for copy in order.copies
    ]
    session.execute(insert(table_of(CopySchemeRow)), rows)
    said = [[c.copy_no, c.role.value, c.label, c.colour] for c in order.copies]
    facts = {"name": name, "copies": said}
    log_change(session, desk, "copy_scheme", scheme.id, "save", facts)


def _named(text: str, field: str, limit: int) -> str:
    plain = clean(text)
    if not plain:
        raise FieldMissing(field=field)
    if len(plain) > limit:
        raise FieldTooLong(field=field, length=len(plain), limit=limit)
    return plain
