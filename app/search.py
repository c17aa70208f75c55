"""One search over the books: numbers, units, people, and what slips say."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import islice

from sqlalchemy import ColumnElement, Connection, bindparam, select
from sqlalchemy.orm import Session

from app.desk import Desk
from app.pasted_number import plain_dashes, words_pasted
from app.prepared import Prepared
from app.search_block import SearchIndex
from app.search_hit import Found, SearchField, SlipHit, Why
from app.search_index import FOUND_BEFORE
from app.search_key import TEXT_COLUMNS, SlipTexts, digits_of
from app.search_name import find_people, names_known, names_meant
from app.search_slip import FoundSlip, SlipSearch
from app.search_unit import find_unit_hits
from app.search_word import Asked, Query, words_of
from models.base import table_of
from models.id_list import in_ids, is_listed, listed
from models.slip import Slip
from models.unit import room_name

MOST_PASTED = 2000
"""Numbers that may be pasted at once."""

_MOST_LOOKED_AT = 2000
"""Slips that a search in the box looks at before it gives up: some 20 ms."""
_NUMBERS_AT_ONCE = 500
_slip = table_of(Slip).c
_NUMBERED = Prepared(
    select(_slip.id, _slip.issued_at, _slip.state, *TEXT_COLUMNS).where(
        _slip.centre_id == bindparam("centre"), is_listed(_slip.number, "numbers")
    )
)


def find(session: Session, desk: Desk, text: str, limit: int = 8) -> Found:
    """What the books hold of ``text``, at most ``limit`` a group; never raises.

    Several pasted numbers are all answered, in the order pasted.
    """
    connection = _connection_of(session)
    numbers = _exact(connection, desk, text)
    if len(numbers) > 1:
        return Found(numbers=numbers)
    words = words_of(text)
    is_one_word = len(words) == 1
    query = Query(words, Asked.OTHERS if is_one_word else Asked.ALL)
    parts = Query(words if is_one_word and not numbers else (), Asked.NUMBERS)
    if query.is_empty and parts.is_empty:
        return Found(numbers=numbers)
    index = SearchIndex(connection, desk.centre_id, query.keys | parts.keys)
    names = names_known(connection, desk.centre_id, names_meant(words))
    return Found(
        numbers=numbers or _newest(index, parts, limit),
        units=find_unit_hits(connection, desk.centre_id, names, query.words, limit),
        people=find_people(connection, desk.centre_id, names, limit, index.loose_texts),
        slips=_newest(index, query, limit),
    )


def slip_matches(session: Session, desk: Desk, text: str) -> list[ColumnElement[bool]]:
    """Conditions on ``Slip`` that hold for the slips ``find`` means by ``text``.

    Nothing typed holds for all; a column of pasted numbers holds for those slips.
    """
    words = words_of(text)
    if not words:
        return []
    # One question of a list takes several statements; nothing changes between them.
    known = session.info.setdefault(FOUND_BEFORE, {})
    if text not in known:
        connection = session.connection()
        exact = _exact(connection, desk, text)
        query = Query(words)
        index = SearchIndex(connection, desk.centre_id, query.keys)
        known[text] = (
            [hit.id for hit in exact]
            if len(exact) > 1
            else SlipSearch(index, query).ids()
        )
    return [in_ids(_slip.id, known[text])]


def newest_matches(
    session: Session, desk: Desk, text: str, from_at: datetime | None = None
) -> Iterator[int]:
    """The ids of the same slips one by one, by time of issue, the newest first.

    ``from_at`` ends them with the first that was issued before.
    """
    connection = session.connection()
    words = words_of(text)
    if not words:
        yield from _every_slip(connection, desk)
        return
    exact = _exact(connection, desk, text)
    found: Iterable[SlipHit | FoundSlip]
    if len(exact) > 1:
        found = sorted(exact, key=lambda hit: (hit.issued_at, hit.id), reverse=True)
    else:
        query = Query(words)
        index = SearchIndex(connection, desk.centre_id, query.keys)
        found = SlipSearch(index, query).newest()
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


def _newest(index: SearchIndex, query: Query, limit: int) -> tuple[SlipHit, ...]:
    search = SlipSearch(index, query, _MOST_LOOKED_AT)
    found = islice(search.newest(), limit)
    return tuple([_hit(each, query.why(each.texts)) for each in found])


def _connection_of(session: Session) -> Connection:
    """The connection of a session that only asks: it need not begin anything."""
    bind = session.get_bind()
    return bind if isinstance(bind, Connection) else session.connection()


def _exact(connection: Connection, desk: Desk, text: str) -> tuple[SlipHit, ...]:
    """The slips whose whole numbers were typed or pasted, in that order.

    None if several words are pasted of which one has not even the form of a number.
    """
    words = dict.fromkeys(words_pasted(text))
    if not 0 < len(words) <= MOST_PASTED or not all(map(_may_be_number, words)):
        return ()
    asked = list(
        dict.fromkeys(
            form for w in words for form in (w, w.upper(), plain_dashes(w).upper())
        )
    )
    found: dict[str, SlipHit] = {}
    for at in range(0, len(asked), _NUMBERS_AT_ONCE):
        some = listed(asked[at : at + _NUMBERS_AT_ONCE])
        for slip_id, issued_at, state, *texts in _NUMBERED.rows(
            connection, centre=desk.centre_id, numbers=some
        ):
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
        room=room_name(texts.unit_label, texts.area, texts.place),
        name=texts.reporter_name,
        content=texts.content,
        state=found.state,
        issued_at=found.issued_at,
        why=why,
    )
