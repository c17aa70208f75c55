"""The turn of the year as in worked-examples 5.3."""

from models.statement import Section, Statement
from models.year_end import YearEnd
from tests.reports.statements import local, make_slip, make_statement


def turn() -> Statement:
    """Statement 2027-01: 100.00 and 40.00 done in 2026, 60.00 in 2027."""
    done = ("2026-12-22 10:00", "2026-12-31 23:59", "2027-01-05 10:00")
    slips = [
        make_slip(
            f"WX261221-00{serial}",
            f"2026-12-21 0{serial}:00",
            "2027-01-06 17:00",
            fee,
            batch=1,
            done=at,
        )
        for serial, (at, fee) in enumerate(
            zip(done, ("100", "40", "60"), strict=True), start=1
        )
    ]
    waiting = make_slip(
        "WX261229-004",
        "2026-12-29 09:00",
        section=Section.C,
        expected="25",
        reason="未反馈",
        done="2026-12-30 15:00",
    )
    return make_statement("2027-01", "2027-01-21 10:00", slips=[*slips, waiting])


def year_end() -> YearEnd:
    """《年末截止清单》 of 2026: 140.00."""
    statement = turn()
    return YearEnd(
        year=2026,
        cut_at=local("2027-01-01 00:00"),
        statement=statement,
        done=statement.slips[:2],
        waiting=statement.section(Section.C),
    )
