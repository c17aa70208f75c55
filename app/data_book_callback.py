"""Callbacks of a data book (回访) as the program keeps them, and back again."""

from collections.abc import Iterator

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from app.data_book_word import (
    CALLBACK_METHODS,
    CALLBACK_RESULTS,
    OPINIONS,
    YES_OR_NO,
    word_of,
)
from models.callback import Callback
from models.data_book import CallbackRow
from models.slip import Slip


def callback_facts(row: CallbackRow) -> dict[str, object]:
    """What a row says of the call, but for who called and when."""
    return {
        "method": CALLBACK_METHODS[row.method],
        "result": CALLBACK_RESULTS[row.result],
        "is_normal": YES_OR_NO.get(row.works),
        "satisfaction": OPINIONS.get(row.opinion),
        "comment": row.comment or None,
    }


def callback_rows(
    session: Session, wanted: ColumnElement[bool]
) -> Iterator[CallbackRow]:
    """The callbacks of the slips that are wanted, in order of time.

    A book tells one return of a slip: who was called about an earlier one is left
    out, as the steps before it are.
    """
    rows = session.execute(
        select(
            Slip.number,
            Callback.called_at,
            Callback.method,
            Callback.result,
            Callback.is_normal,
            Callback.satisfaction,
            Callback.comment,
            Callback.called_by,
        )
        .join(Slip, Slip.id == Callback.slip_id)
        .where(
            wanted,
            or_(Slip.returned_at.is_(None), Callback.called_at >= Slip.returned_at),
        )
        .order_by(Callback.called_at, Callback.id)
    )
    words: dict[bool | None, str] = {is_yes: word for word, is_yes in YES_OR_NO.items()}
    for number, at, method, result, is_normal, opinion, comment, by in rows:
        yield CallbackRow(
            number=number,
            at=at,
            method=word_of(CALLBACK_METHODS, method),
            result=word_of(CALLBACK_RESULTS, result),
            works=words.get(is_normal, ""),
            opinion=word_of(OPINIONS, opinion),
            comment=comment or "",
            called_by=by,
        )
