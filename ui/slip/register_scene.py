"""How the registers and the page of one slip are pictured."""

from collections.abc import Iterator

from app.listing import HasWords, IsOneOf
from models.slip import SlipEvent, SlipState
from ui.scene import Stage, Step
from ui.slip.register_page import RegisterPage
from ui.slip.slip_neighbours import Neighbours
from ui.slip.slip_page import SlipPage


def scenes(stage: Stage) -> Iterator[Step]:
    """The register as it opens, asked, ticked and empty; a slip; its paper."""
    page = stage.window.show_page("register")
    assert isinstance(page, RegisterPage)
    yield "register", stage.whole
    table = page.table
    found = stage.row_in({SlipState.RETURNED}, of_unit=True)
    question = page.list.question
    question.ask("state", IsOneOf((SlipState.RETURNED, SlipState.WORKING)))
    question.sort_by("unit")
    yield stage.wait()
    table.choose_position(2)
    for position in (1, 2, 4):
        row_id = table.id_at(position)
        if row_id is not None:
            page.list.ticks.turn(row_id)
    yield "register-ticked", stage.whole
    page.columns.click()
    yield "register-columns", stage.popup
    table.choose_position(0)
    table.setCurrentIndex(table.model_of_rows.index(0, 1))
    table.open_filter()
    yield "register-choice", stage.popup
    table.setCurrentIndex(table.model_of_rows.index(0, 2))
    table.open_filter()
    yield "register-days", lambda: table.filters.popup
    if table.filters.popup is not None:
        table.filters.popup.close()
    page.list.ticks.clear()
    question.ask("owner", HasWords("没有这个人"))
    yield "register-empty", stage.whole
    page.clear_filters()
    stage.window.messages.clear()
    yield stage.wait()
    if found is None:
        return
    slip = stage.window.show_page("slip", Neighbours(found.id, table))
    assert isinstance(slip, SlipPage)
    yield "slip", stage.whole
    for event in (SlipEvent.ESCORT, SlipEvent.CLOSE, SlipEvent.REOPEN):
        slip.moves.start(event, found.id)
        yield f"slip-{event.value}", stage.dialog
    waiting = stage.row_in({SlipState.WORKING, SlipState.QUOTED}, of_unit=True)
    if waiting is not None:
        stage.window.show_page("slip", Neighbours(waiting.id, table))
        yield "slip-open", stage.whole
    slip.moves.show_paper(found.number)
    yield "", stage.dialog
    yield "paper", stage.dialog
