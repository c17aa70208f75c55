"""How the dashboard is pictured."""

from collections.abc import Iterator

from models.statistics import Dimension, FigureKey
from ui.dashboard.chosen import Reach
from ui.dashboard.page import CLERKS, OVERVIEW, TECHNICIANS, DashboardPage
from ui.scene import Stage, Step


def scenes(stage: Stage) -> Iterator[Step]:
    """The figures, lower down, people, the slips behind, an empty range, the paper."""
    page = stage.window.show_page("dashboard")
    assert isinstance(page, DashboardPage)
    yield stage.wait()
    page.chosen.choose_present(Reach.PERIOD)
    yield stage.wait()
    yield "dashboard", stage.whole
    page.overview.scroll_to_end()
    yield "dashboard-lower", stage.whole
    page.overview.open_figure(FigureKey.COMPLETION_RATE)
    yield stage.wait()
    yield "dashboard-behind", stage.whole
    page.leave_behind()
    page.overview.open_figure(FigureKey.UNPAID)
    yield stage.wait()
    yield "dashboard-owed", stage.whole
    page.leave_behind()
    page.overview.tell_apart(Dimension.BUILDING)
    for tab_id in (TECHNICIANS, CLERKS):
        page.enter(tab_id)
        yield f"dashboard-{tab_id}", stage.whole
    page.enter(OVERVIEW)
    page.print_page()
    yield stage.wait()
    yield "dashboard-paper", stage.dialog
    page.chosen.choose_present(Reach.WEEK)
    page.chosen.step(-1)
    yield stage.wait()
    yield "dashboard-week", stage.whole
    page.overview.open_figure(FigureKey.ARRIVAL)
    yield stage.wait()
    assert page.behind is not None
    page.behind.open_first_register()
    yield stage.wait()
    yield "dashboard-register", stage.whole
