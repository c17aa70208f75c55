"""How the front desk is pictured."""

from collections.abc import Iterator

from models.slip import SlipState
from ui.scene import Stage, Step
from ui.slip.intake_page import IntakePage

OPEN = frozenset({SlipState.WORKING, SlipState.ON_SITE, SlipState.DISPATCHED})


def scenes(stage: Stage) -> Iterator[Step]:
    """The empty form, a call typed in one line, two drafts, a possible duplicate."""
    page = stage.window.show_page("intake")
    assert isinstance(page, IntakePage)
    yield "intake", stage.whole
    found = stage.row_in(OPEN, of_unit=True) or stage.row_in(of_unit=True)
    if found is None:
        return
    _type(page, "12栋大堂 门禁刷卡不开")
    yield "intake-public", stage.whole
    page.new_draft()
    _type(page, f"{found.unit_label} {found.content} 急")
    yield stage.wait()
    page.questions.ask()
    yield "intake-duplicate", stage.whole
    for draft in page.drafts.all():
        draft.is_blank = True
    page.drafts.discard_front()
    page.filling.clear()
    page.card.clear()


def _type(page: IntakePage, line: str) -> None:
    page.form.entry.set_value(line)
    page.form.entry.edited.emit()
    page.filling.hurry()
