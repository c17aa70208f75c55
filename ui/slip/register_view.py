"""What a named view of a register holds, as text and as a question."""

import json
from dataclasses import dataclass
from typing import Any

from app.desk import Desk
from app.slip_list import Register, SlipFilter
from ui.kit.row_table_question import TableQuestion
from ui.slip.slip_table import NEWEST_FIRST, RegisterTable
from ui.slip.span import Span, span_bounds


@dataclass(frozen=True, slots=True)
class ViewBody:
    """``question`` is what the headings keep, ``columns`` which are shown, in order.

    ``span`` None: days that the heading of the issue asks for.
    """

    span: Span | None
    words: str
    question: str
    columns: tuple[str, ...]

    def to_text(self) -> str:
        """As JSON of plain letters, for the database: half a character that somebody
        pasted is no text there.
        """
        return json.dumps(
            {
                "span": self.span,
                "words": self.words,
                "question": json.loads(self.question),
                "columns": self.columns,
            }
        )

    def is_like(self, text: str) -> bool:
        """Whether a kept view is just this one."""
        other = read_view(text)
        return other is not None and json.loads(other.to_text()) == json.loads(
            self.to_text()
        )


def read_view(text: str) -> ViewBody | None:
    """A kept view; None where nothing can be read."""
    try:
        found: dict[str, Any] = json.loads(text)
        span = found["span"]
        return ViewBody(
            None if span is None else Span(span),
            str(found["words"]),
            json.dumps(found["question"], ensure_ascii=False),
            tuple(str(each) for each in found["columns"]),
        )
    except (ValueError, TypeError, KeyError):
        return None


def asked_by(
    body: ViewBody, register: Register, table: RegisterTable, desk: Desk
) -> SlipFilter:
    """The slips that a view would show now."""
    question = TableQuestion(NEWEST_FIRST)
    question.restore(body.question, table.model_of_rows.columns())
    from_at, until_at = (
        (None, None) if body.span is None else span_bounds(body.span, desk)
    )
    return SlipFilter(
        register=register,
        from_at=from_at,
        until_at=until_at,
        text=body.words,
        sort=question.sort,
        columns=question.columns(),
    )
