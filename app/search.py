"""One search over the books: numbers, units, people, and what slips say."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import islice

from sqlalchemy import ColumnElement, Connection, select
from sqlalchemy.orm import Session

from app.desk import Desk
from app.search_hit import Found, SearchField, SlipHit, UnitHit, Why
from app.search_index import FOUND_BEFORE
from app.search_key import TEXT_COLUMNS, SlipTexts, digits_of
from app.search_name import find_people, find_unit_ids
from app.search_slip import FoundSlip, SearchIndex, SlipSearch
from app.search_word import Asked, Query, words_of
from app.slip_fields import clean
from app.unit_directory import UnitRow, load_units
from models.base import table_of
from models.id_list import in_ids
from models.slip import Slip

MOST_PASTED = 2000
"""Numbers that may be pasted at once."""

_MOST_LOOKED_AT = 2000
"""Slips that a search in the box looks at before it gives up: some 20 ms."""
_NUMBERS_AT_ONCE = 500
_BETWEEN = re.compile(r"[\s,;、。，；]+")
_slip = table_of(Slip).c


def find(session: Session, desk: Desk, text: str, limit: int = 8) -> Found:
    """What the books hold of ``text``, at most ``limit`` a group; never raises.

    Several pasted numbers are all answered, in the order pasted.
    """
    index = SearchIndex(session.connection(), desk.centre_id)
    numbers = _exact(index.connection, desk, text)
    if len(numbers) > 1:
        return Found(numbers=numbers)
    query = Query(text)
    if query.is_empty:
        return Found(numbers=numbers)
    is_one_word = len(query.ways) == 1 and len(query.ways[0]) == 1
    if is_one_word:
        parts = Query(text, Asked.NUMBERS)
        if not numbers and not parts.is_empty:
            numbers = _newest(index, parts, limit)
        query = Query(text, Asked.OTHERS)
    return Found(
        numbers=numbers,
        units=find_unit_hits(session, desk, text, limit),
        people=find_people(
            index.connection, desk.centre_id, text, limit, index.loose_texts
        ),
        slips=_newest(index, query, limit),
    )


def slip_matches(session: Session, desk: Desk, text: str) -> list[ColumnElement[bool]]:
    """Conditions on ``Slip`` that hold for the slips ``find`` means by ``text``.

    Nothing typed holds for all; a column of pasted numbers holds for those slips.
    """
    if not words_of(text):
        return []
    # One question of a list takes several statements; nothing changes between them.
    known = session.info.setdefault(FOUND_BEFORE, {})
    if text not in known:
        connection = session.connection()
        exact = _exact(connection, desk, text)
        index = SearchIndex(connection, desk.centre_id)
        known[text] = (
            [hit.id for hit in exact]
            if len(exact) > 1
            else SlipSearch(index, Query(text)).ids()
        )
    return [in_ids(_slip.id, known[text])]


def newest_matches(
    session: Session, desk: Desk, text: str, from_at: datetime | None = None
) -> Iterator[int]:
    """The ids of the same slips one by one, by time of issue, the newest first.

    ``from_at`` ends them with the first that was issued before.
    """
    connection = session.connection()
    if not words_of(text):
        yield from _every_slip(connection, desk)
        return
    exact = _exact(connection, desk, text)
    found: Iterable[SlipHit | FoundSlip]
    if len(exact) > 1:
        found = sorted(exact, key=lambda hit: (hit.issued_at, hit.id), reverse=True)
    else:
        index = SearchIndex(connection, desk.centre_id)
        found = SlipSearch(index, Query(text)).newest()
    for slip in found:
        if from_at is not None and slip.issued_at < from_at:
            return
        yield slip.id


def _every_slip(connection: Connection, desk: Desk) -> Iterator[int]:
    """What nothing but signs between words asks for."""
    yield from connection.scalars(
        select(_slip.id)
        .where(_slip.centre_id == desk.centre_id)
        .order_by(_slip.issued_at.desc(), _slip.id.desc())
    )


def find_unit_hits(
    session: Session, desk: Desk, text: str, limit: int
) -> tuple[UnitHit, ...]:
    """The units meant, an exact room first, then by building, floor and door."""
    ids = find_unit_ids(session.connection(), desk.centre_id, text, limit)
    words = [word for way in Query(text, Asked.OTHERS).ways for word in way]
    hits = []
    for unit in load_units(session, desk, ids):
        texts = _texts_of(unit)
        why = [found for word in words for each in texts if (found := word.why(each))]
        hits.append(
            UnitHit(
                unit.id,
                unit.label,
                "、".join(owner.name for owner in unit.owners),
                tuple(dict.fromkeys(why)),
            )
        )
    return tuple(hits)


def _texts_of(unit: UnitRow) -> list[SlipTexts]:
    """A unit as slips of its owners would say it."""
    owners = [(owner.name, owner.phone) for owner in unit.owners] or [("", None)]
    return [
        SlipTexts("", None, unit.label, unit.label, "", None, name, phone, "")
        for name, phone in owners
    ]


def _newest(index: SearchIndex, query: Query, limit: int) -> tuple[SlipHit, ...]:
    search = SlipSearch(index, query, _MOST_LOOKED_AT)
    found = islice(search.newest(), limit)
    return tuple(_hit(each, query.why(each.texts)) for each in found)


def _exact(connection: Connection, desk: Desk, text: str) -> tuple[SlipHit, ...]:
    """The slips whose whole numbers were typed or pasted, in that order.

    None if several words are pasted of which one has not even the form of a number.
    """
    typed = unicodedata.normalize("NFKC", clean(text))
    words = dict.fromkeys(filter(None, _BETWEEN.split(typed)))
    if not 0 < len(words) <= MOST_PASTED or not all(map(_may_be_number, words)):
        return ()
    asked = list(dict.fromkeys(form for w in words for form in (w, w.upper())))
    found: dict[str, SlipHit] = {}
    for at in range(0, len(asked), _NUMBERS_AT_ONCE):
        rows = connection.execute(
            select(_slip.id, _slip.issued_at, _slip.state, *TEXT_COLUMNS).where(
                _slip.centre_id == desk.centre_id,
                _slip.number.in_(asked[at : at + _NUMBERS_AT_ONCE]),
            )
        )
        for slip_id, issued_at, state, *texts in rows:
            of_slip = SlipTexts(*texts)
            why = (Why(SearchField.NUMBER, of_slip.number),)
            hit = _hit(FoundSlip(slip_id, issued_at, state, of_slip), why)
            found[hit.number] = hit
    hits = (found.get(form) for form in asked)
    return tuple(dict.fromkeys(hit for hit in hits if hit is not None))


def _may_be_number(word: str) -> bool:
    return 4 <= len(word) <= 30 and len(digits_of(word)) >= 3


def _hit(found: FoundSlip, why: tuple[Why, ...]) -> SlipHit:
    texts = found.texts
    return SlipHit(
        id=found.id,
        number=texts.number,
        room=texts.unit_label or f"{texts.area} {texts.place}",
        name=texts.reporter_name,
        content=texts.content,
        state=found.state,
        issued_at=found.issued_at,
        why=why,
    )
