"""Remembers how a sheet's headings were mapped, so that the next one maps itself."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, delete, select
from sqlalchemy.orm import Session

from app.desk import Desk
from models.sheet_mapping import SheetMapping, SheetMemory, shape_of
from models.sheet_target import Target
from models.staff import Permission


@dataclass(frozen=True, slots=True)
class Remembered:
    """One remembered mapping; ``name`` is the file it was last used with."""

    id: int
    target: Target
    shape: str
    name: str
    mapping: SheetMapping
    used_by: str
    used_at: datetime


def permission_for(target: Target) -> Permission:
    """What somebody must be allowed to import into a target."""
    if target is Target.SLIPS:
        return Permission.IMPORT_BOOK
    if target is Target.TARIFF:
        return Permission.CHANGE_TARIFF
    return Permission.CHANGE_SETTINGS


def list_mappings(session: Session, desk: Desk) -> list[Remembered]:
    """Every remembered mapping, the one used last first."""
    rows = session.scalars(
        select(SheetMemory)
        .where(SheetMemory.centre_id == desk.centre_id)
        .order_by(SheetMemory.used_at.desc(), SheetMemory.id.desc())
    )
    return [_remembered(row) for row in rows]


def find_mapping(
    session: Session, desk: Desk, target: Target, headings: Iterable[str]
) -> Remembered | None:
    """How a sheet with exactly these headings was mapped before."""
    row = session.scalar(_asked(desk, target, shape_of(headings)))
    return _remembered(row) if row is not None else None


def remember_mapping(
    session: Session,
    desk: Desk,
    target: Target,
    headings: Iterable[str],
    mapping: SheetMapping,
    name: str,
) -> None:
    """Keep a mapping for sheets with these headings, in place of an earlier one."""
    shape = shape_of(headings)
    row = session.scalar(_asked(desk, target, shape))
    if row is None:
        row = SheetMemory(centre_id=desk.centre_id, target=target.value, shape=shape)
        session.add(row)
    row.name = name[-120:]
    row.mapping = mapping.to_text()
    row.used_by = desk.actor
    row.used_at = desk.now()


def forget_mapping(session: Session, desk: Desk, memory: Remembered) -> None:
    """Forget one; sheets with its headings are guessed again."""
    desk.require(permission_for(memory.target))
    session.execute(
        delete(SheetMemory).where(
            SheetMemory.centre_id == desk.centre_id, SheetMemory.id == memory.id
        )
    )


def restore_mapping(session: Session, desk: Desk, memory: Remembered) -> None:
    """Take back that a mapping was forgotten."""
    desk.require(permission_for(memory.target))
    if session.scalar(_asked(desk, memory.target, memory.shape)) is not None:
        return
    session.add(
        SheetMemory(
            centre_id=desk.centre_id,
            target=memory.target.value,
            shape=memory.shape,
            name=memory.name,
            mapping=memory.mapping.to_text(),
            used_by=memory.used_by,
            used_at=memory.used_at,
        )
    )


def _asked(desk: Desk, target: Target, shape: str) -> Select[SheetMemory]:
    return select(SheetMemory).where(
        SheetMemory.centre_id == desk.centre_id,
        SheetMemory.target == target.value,
        SheetMemory.shape == shape,
    )


def _remembered(row: SheetMemory) -> Remembered:
    return Remembered(
        row.id,
        Target(row.target),
        row.shape,
        row.name,
        SheetMapping.from_text(row.mapping),
        row.used_by,
        row.used_at,
    )
