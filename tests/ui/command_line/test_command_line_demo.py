"""What ``silian demo --out`` writes of the money."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from app.database import Database
from app.demo_year import build_demo
from app.desk import open_desk
from app.period_list import load_periods
from tests.reports.paper import text_of
from ui.command_line.demo_paper import draw_money_papers

UNTIL = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
HEADS = {
    "arrears": "欠费清单",
    "takings": "日收款明细",
    "receipt": "收款单",
    "waiver": "签免审批单",
}


def test_the_papers_of_money_are_written(
    new_sqlite: Callable[[str], str], tmp_path: Path
) -> None:
    database = Database(new_sqlite("demo"))
    build_demo(database, until=UNTIL, months=1, slips=60)
    desk = database.read(open_desk, clock=lambda: UNTIL)
    periods = database.read(load_periods, desk)
    made = draw_money_papers(database, desk, periods, tmp_path)
    database.close()
    kinds = {name.partition(".")[0].partition("-")[0]: name for name in made}
    assert set(kinds) == set(HEADS)
    for kind, head in HEADS.items():
        assert head in text_of((tmp_path / kinds[kind]).read_bytes())
