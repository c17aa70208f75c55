"""The two lists of 《年末截止清单》 and the texts around them."""

from datetime import datetime, timedelta

from models.money import format_money
from models.text import QT_TRANSLATE_NOOP, Translate
from models.year_end import YearEnd
from reports.office import Office
from reports.statement_column import (
    StatementList,
    moment_column,
    money_column,
    text_column,
)
from reports.statement_frame import Frame
from reports.statement_slip_columns import CHARGED, ISSUED, which_columns

TITLE = "年末截止清单"
"""The title of the controlled document."""

_CONTENT = text_column(
    "content",
    QT_TRANSLATE_NOOP("Statement", "What was asked"),
    30,
    lambda row, _: row.content,
)
_DONE = moment_column(
    "done", QT_TRANSLATE_NOOP("Statement", "Done"), lambda row, _: row.done_at
)
_ISSUED = moment_column("issued", ISSUED, lambda row, _: row.issued_at)
_ARRIVED = moment_column(
    "arrived",
    QT_TRANSLATE_NOOP("Statement", "Copy in hand"),
    lambda row, _: row.arrived_at,
)

DONE = StatementList(
    TITLE,
    lambda words: words.translate("YearEnd", "Charged, done by 31 December"),
    (
        *which_columns(),
        _CONTENT,
        _ISSUED,
        _DONE,
        _ARRIVED,
        money_column(
            "labour",
            QT_TRANSLATE_NOOP("Statement", "Labour"),
            lambda row, _: row.labour,
        ),
        money_column(
            "material",
            QT_TRANSLATE_NOOP("Statement", "Material"),
            lambda row, _: row.material,
        ),
        money_column("charged", CHARGED, lambda row, _: row.charged),
    ),
    lambda year_end: year_end.done,
)
WAITING = StatementList(
    "未到财务联",
    lambda words: words.translate(
        "YearEnd", "Done by 31 December, finance copy not in hand (not in the total)"
    ),
    (
        *which_columns(),
        _CONTENT,
        _ISSUED,
        _DONE,
        text_column(
            "reason",
            QT_TRANSLATE_NOOP("Statement", "Why not back"),
            16,
            lambda row, _: row.reason,
        ),
        money_column(
            "expected",
            QT_TRANSLATE_NOOP("Statement", "Expected"),
            lambda row, _: row.expected,
        ),
    ),
    lambda year_end: year_end.waiting,
)
YEAR_END_LISTS = (DONE, WAITING)


class YearEndFrame(Frame):
    """What stands around the lists: as a statement, but for the year."""

    def __init__(self, year_end: YearEnd, office: Office, translate: Translate) -> None:
        super().__init__(year_end.statement, office, translate)
        self.year_end = year_end

    @property
    def title(self) -> str:
        """Centre and document, with its year."""
        return f"{self.statement.centre_name}　{self.year_end.year} {TITLE}"

    @property
    def period(self) -> str:
        """The period that the charges stand in, and where the year is cut."""
        text = self.translate(
            "YearEnd",
            "Charged in period {period} ({first} to {last}), work done before {cut}",
        )
        return text.format(
            period=self.statement.period,
            first=self.when(self.statement.starts_at),
            last=self.when(self.statement.ends_at),
            cut=self.when(self.year_end.cut_at),
        )

    @property
    def basis(self) -> str:
        """Until when it is counted."""
        text = self.translate("YearEnd", "as known at {time}")
        return text.format(time=self.when(self.statement.at, seconds=True))

    @property
    def beside(self) -> datetime:
        """The year that ends."""
        return self.year_end.cut_at - timedelta(seconds=1)

    @property
    def has_two_years(self) -> bool:
        """A finance copy comes in hand after the turn of the year."""
        return True

    @property
    def summary(self) -> str:
        """How the statement's charges fall to both years."""
        text = self.translate(
            "YearEnd",
            "Statement {period} charges {whole} = done in {year} {total} "
            "+ done later {after}",
        )
        return text.format(
            period=self.statement.period,
            whole=format_money(self.statement.charged.total),
            year=self.year_end.year,
            total=format_money(self.year_end.total),
            after=format_money(self.year_end.after),
        )
