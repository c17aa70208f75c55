"""One search over the books: numbers, units, people, and what slips say."""

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from app.desk import Desk
from app.search_hit import Found, PersonHit, SearchField, SlipHit, UnitHit, Why
from app.slip_fields import clean
from app.unit_directory import find_units
from models.slip import Slip

_MOST = 2000


def find(session: Session, desk: Desk, text: str, limit: int = 8) -> Found:
    """What the books hold of ``text``, at most ``limit`` a group; never raises.

    Several pasted numbers are all answered, in the order pasted.
    """
    plain = clean(text)[:_MOST]
    if not plain:
        return Found()
    numbers = _slips(session, desk, [Slip.number.in_(plain.upper().split())], 500)
    order = {number: at for at, number in enumerate(plain.upper().split())}
    numbers.sort(key=lambda hit: order[hit.number])
    if numbers:
        return Found(numbers=numbers)
    units = [
        UnitHit(
            unit.id,
            unit.label,
            "、".join(owner.name for owner in unit.owners),
            (Why(SearchField.ROOM, unit.label),),
        )
        for unit in find_units(session, desk, plain, limit)
    ]
    slips = _slips(session, desk, slip_matches(session, desk, plain), limit)
    people = {
        (hit.name, hit.room): PersonHit(hit.name, "", hit.room, 1, hit.why)
        for hit in slips
        if plain in hit.name
    }
    return Found(units=units, people=list(people.values()), slips=slips)


def slip_matches(session: Session, desk: Desk, text: str) -> list[ColumnElement[bool]]:
    """Conditions on ``Slip`` that hold for the slips the words of ``text`` mean."""
    return [_holds(word) for word in clean(text)[:_MOST].split(" ") if word]


def _holds(word: str) -> ColumnElement[bool]:
    searched = (
        Slip.number,
        Slip.unit_label,
        Slip.place,
        Slip.area,
        Slip.owner_name,
        Slip.reporter_name,
        Slip.phone,
        Slip.content,
    )
    return or_(*(column.icontains(word, autoescape=True) for column in searched))


def _slips(
    session: Session, desk: Desk, conditions: list[ColumnElement[bool]], limit: int
) -> list[SlipHit]:
    rows = session.execute(
        select(
            Slip.id,
            Slip.number,
            Slip.unit_label,
            Slip.area,
            Slip.place,
            Slip.reporter_name,
            Slip.content,
            Slip.state,
            Slip.issued_at,
        )
        .where(Slip.centre_id == desk.centre_id, *conditions)
        .order_by(Slip.issued_at.desc(), Slip.id.desc())
        .limit(limit)
    )
    return [
        SlipHit(
            row.id,
            row.number,
            row.unit_label or f"{row.area} {row.place}",
            row.reporter_name,
            row.content,
            row.state,
            row.issued_at,
            (Why(SearchField.CONTENT, row.content),),
        )
        for row in rows
    ]
