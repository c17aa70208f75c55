"""How the registers and the page of one slip are pictured."""

from collections.abc import Iterator

from models.slip import SlipState
from ui.scene import Stage, Step
from ui.slip.slip_page import SlipPage


def scenes(stage: Stage) -> Iterator[Step]:
    """The register, a slip that came back, and its paper."""
    stage.window.show_page("register")
    yield "register", stage.whole
    found = stage.row_in({SlipState.RETURNED}, of_unit=True)
    if found is None:
        return
    page = stage.window.show_page("slip", found.id)
    assert isinstance(page, SlipPage)
    yield "slip", stage.whole
    page.moves.show_paper(found.number)
    yield "", stage.dialog
    yield "paper", stage.dialog
