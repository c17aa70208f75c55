"""Public trouble near a unit that may be what its owner calls about.

``find_duplicates`` knows the incidents that many units call about (停电, 停水 …), and
they want an answer before a slip is issued. Water that comes out of a riser, a shaft
or the roof is only shown: whether the call is about it, the desk decides.
"""

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.desk import Desk
from app.duplicate import (
    DuplicateQuestion,
    DuplicateRow,
    DuplicateWhy,
    find_duplicates,
)
from app.fault_word import WATER
from app.gist import gist_of
from app.likeness import gist_likeness
from app.place import keys_of_incidents, place_of
from models.slip import OPEN_STATES, Slip
from models.unit import AreaKind

MOST = 3
_CARRIES_WATER = (
    "立管",
    "管井",
    "水井",
    "管道",
    "主管",
    "屋面",
    "楼顶",
    "天台",
    "外墙",
)
"""Public parts out of which water comes into rooms of several floors."""


def find_twins(
    session: Session, desk: Desk, question: DuplicateQuestion
) -> list[DuplicateRow]:
    """All that a desk is shown while a call is typed: possible duplicates, then open
    public water trouble of the same building.
    """
    found = find_duplicates(session, desk, question)
    known = {row.id for row in found}
    near = find_water_nearby(session, desk, question)
    return [*found, *(row for row in near if row.id not in known)]


def find_water_nearby(
    session: Session, desk: Desk, question: DuplicateQuestion
) -> list[DuplicateRow]:
    """Open public slips of the unit's building that tell of water from its pipes or
    its outside, the newest first; none unless the call tells of water too.
    """
    if question.area_kind is not AreaKind.UNIT or not question.content.strip():
        return []
    gist = gist_of(question.content)
    building = place_of(question.unit_label or question.place, question.area).building
    if not building or not gist.says(WATER):
        return []
    rows = session.execute(
        select(
            Slip.id,
            Slip.number,
            Slip.state,
            Slip.area_kind,
            Slip.area,
            Slip.place,
            Slip.unit_label,
            Slip.content,
            Slip.issued_at,
        )
        .where(
            Slip.centre_id == desk.centre_id,
            Slip.state.in_(sorted(OPEN_STATES)),
            Slip.area_kind != AreaKind.UNIT,
            Slip.place_key.in_(keys_of_incidents(building)),
        )
        .order_by(Slip.issued_at.desc(), Slip.id.desc())
    )
    found = []
    for row in rows:
        theirs = gist_of(row.content)
        where = f"{row.area}{row.place}{row.content}"
        is_here = place_of(row.place, row.area).building == building
        carries = any(word in where for word in _CARRIES_WATER)
        if is_here and carries and theirs.says(WATER):
            why = DuplicateWhy.INCIDENT
            alike = gist_likeness(gist, theirs)
            found.append(DuplicateRow(*row, why=why, likeness=alike))
        if len(found) == MOST:
            break
    return found
