"""How the page of returns is pictured."""

from collections.abc import Iterator

from ui.scene import UNDER_WAY, Stage, Step


def scenes(stage: Stage) -> Iterator[Step]:
    """Nothing scanned yet, then a slip whose paper is back."""
    page = stage.window.show_page("return")
    yield "return-empty", stage.whole
    found = stage.row_in(UNDER_WAY, of_unit=True)
    if found is not None:
        page.look_at(found.id)
        yield "return", stage.whole
