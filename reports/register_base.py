"""What a register's workbook knows of itself: a sheet nobody sees, beside the others.

Its first row says what the workbook was made from, its second the headings, and then
stands one row a slip: number, version, and what its cells said, as a JSON list. It
holds nothing that the sheets do not show. Spreadsheets keep hidden sheets when they
save; properties of the document and defined names some of them drop.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime

from sqlalchemy.orm import Session

from models.register_book import BASE_SHEET, BaseRow, BookOrigin, row_texts
from reports.register_load import StampedOffice, load
from reports.register_row import Register
from reports.sheet_stream import Row, StreamBook
from reports.workbook_cells import Row as ReadRow

_MARK = "silian register 1"
_UNIT, _PUBLIC = "unit", "public"
_KEPT = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def add_base(book: StreamBook, register: Register, style: int) -> None:
    """Add the hidden sheet; its rows are made when the book is saved."""
    sheet = book.add(BASE_SHEET, _rows(register, style), f"G{len(register.rows) + 2}")
    sheet.sheet_state = "veryHidden"


def _rows(register: Register, style: int) -> Iterator[Row]:
    origin, columns = register.origin, register.columns
    styles = (style,) * 7
    made_at = origin.made_at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    which = _UNIT if origin.is_unit else _PUBLIC
    yield Row(
        styles,
        (_MARK, made_at, origin.centre, which, str(origin.seq), origin.hash),
    )
    yield Row(styles, (_KEPT([column.title for column in columns]),))
    values = [column.value for column in columns]
    for row in register.rows:
        texts = row_texts([value(row) for value in values])
        yield Row(styles, (row.number, str(row.version), _KEPT(texts)))


def base_rows(
    session: Session, office: StampedOffice, is_unit: bool, numbers: Iterable[str]
) -> dict[str, BaseRow]:
    """The rows of these slips as the register says them now."""
    register = load(session, office, is_unit=is_unit, numbers=list(numbers))
    titles = [column.title for column in register.columns]
    return {
        row.number: BaseRow(
            row.version,
            dict(
                zip(
                    titles,
                    row_texts([column.value(row) for column in register.columns]),
                    strict=True,
                )
            ),
        )
        for row in register.rows
    }


def read_base(
    rows: Iterable[ReadRow],
) -> tuple[BookOrigin, Mapping[str, BaseRow]] | None:
    """What the hidden sheet says; None if it is not what this program wrote."""
    lines = iter(rows)
    try:
        mark, made_at, centre, which, seq, last = _texts(next(lines))
        if mark != _MARK or which not in (_UNIT, _PUBLIC):
            return None
        (heads,) = _texts(next(lines))
        origin = BookOrigin(
            datetime.strptime(made_at, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC),
            centre,
            which == _UNIT,
            int(seq),
            last,
        )
        titles = [str(title) for title in json.loads(heads)]
        base = {}
        known: dict[str, str] = {}
        for line in lines:
            number, version, kept = _texts(line)
            texts = json.loads(kept)
            if not all(isinstance(text, str) for text in texts):
                return None
            kept_once = (known.setdefault(text, text) for text in texts)
            told = dict(zip(titles, kept_once, strict=True))
            base[number] = BaseRow(int(version), told)
    except (ValueError, TypeError, StopIteration):
        return None
    return origin, base


def _texts(row: ReadRow) -> list[str]:
    return [cell.text for cell in row.cells]
