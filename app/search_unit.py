"""Units that were meant by what was typed, as the search shows them."""

from collections.abc import Sequence

from sqlalchemy import Connection, select

from app.prepared import Prepared
from app.search_hit import UnitHit
from app.search_key import SlipTexts
from app.search_name import Known, unit_ids
from app.search_word import Word
from models.base import table_of
from models.id_list import is_listed, listed
from models.unit import Unit, UnitOwner

_unit = table_of(Unit).c
_owner = table_of(UnitOwner).c
_UNITS = Prepared(
    select(_unit.id, _unit.label, _owner.name, _owner.phone)
    .join_from(
        table_of(Unit),
        table_of(UnitOwner),
        _owner.unit_id == _unit.id,
        isouter=True,
    )
    .where(is_listed(_unit.id, "ids"))
    .order_by(_unit.id, _owner.position)
)


def find_unit_hits(
    connection: Connection,
    centre_id: int,
    names: Sequence[Known],
    words: Sequence[Word],
    limit: int,
) -> tuple[UnitHit, ...]:
    """The units meant, an exact room first, then by building, floor and door.

    ``words`` are what tells why.
    """
    asked = [name.word for name in names if name.has_units]
    ids = unit_ids(connection, centre_id, asked, limit)
    if not ids:
        return ()
    said: dict[int, list[SlipTexts]] = {}
    for unit_id, label, name, phone in _UNITS.rows(connection, ids=listed(ids)):
        said.setdefault(unit_id, []).append(_texts_of(label, name, phone))
    return tuple([_hit(unit_id, said[unit_id], words) for unit_id in ids])


def _texts_of(label: str, name: str | None, phone: str | None) -> SlipTexts:
    """A unit as a slip of an owner would say it."""
    return SlipTexts("", None, label, label, "", None, name or "", phone, "")


def _hit(unit_id: int, said: Sequence[SlipTexts], words: Sequence[Word]) -> UnitHit:
    why = [found for word in words for each in said if (found := word.why(each))]
    owners = "、".join([each.reporter_name for each in said if each.reporter_name])
    return UnitHit(unit_id, said[0].place, owners, tuple(dict.fromkeys(why)))
