"""How the front desk is pictured."""

from collections.abc import Iterator

from models.slip import SlipState
from models.unit import AreaKind
from ui.scene import Stage, Step
from ui.slip.intake_page import IntakePage


def scenes(stage: Stage) -> Iterator[Step]:
    """The empty form, then a call that may be a duplicate."""
    page = stage.window.show_page("intake")
    assert isinstance(page, IntakePage)
    yield "intake", stage.whole
    found = stage.row_in({SlipState.WORKING}, of_unit=True)
    found = found or stage.row_in(of_unit=True)
    if found is None:
        return
    page.form.set_typed(
        {
            "area_kind": AreaKind.UNIT,
            "unit": found.unit_label,
            "area": found.area,
            "place": found.place,
            "reporter_name": found.reporter_name,
            "phone": found.phone,
            "content": found.content,
        }
    )
    page.form.unit.wanted.emit(found.unit_label)
    page.look_for_duplicates()
    yield "intake-duplicate", stage.whole
    page.form.clear()
    page.card.clear()
