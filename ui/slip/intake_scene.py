"""How the front desk is pictured."""

from collections.abc import Iterator

from models.slip import SlipState
from ui.scene import Stage, Step
from ui.slip.intake_page import IntakePage

OPEN = frozenset({SlipState.WORKING, SlipState.ON_SITE, SlipState.DISPATCHED})
DONE = frozenset({SlipState.RETURNED, SlipState.CLOSED})


def scenes(stage: Stage) -> Iterator[Step]:
    """The empty form, calls typed in one line, two drafts, a possible duplicate."""
    page = stage.window.show_page("intake")
    assert isinstance(page, IntakePage)
    yield "intake", stage.whole
    _type(page, "12栋大堂 门禁刷卡不开")
    yield "intake-public", stage.whole
    done = stage.row_in(DONE, of_unit=True)
    if done is not None:
        page.new_draft()
        _type(page, f"{done.unit_label} {done.content}")
        yield stage.wait()
        page.questions.ask()
        page.form.more.click()
        yield "intake-rework", stage.whole
    found = stage.row_in(OPEN, of_unit=True)
    if found is not None:
        page.new_draft()
        _type(page, f"{found.unit_label} {found.content} 急")
        yield stage.wait()
        page.questions.ask()
        yield stage.wait()
        page.card.ask_reason()
        page.form.entry.setFocus()
        yield "intake-duplicate", stage.whole
    # Nothing is left behind in the database.
    page.drafts.save()
    yield stage.wait()
    while not page.drafts.front.is_blank:
        page.discard()
    stage.window.messages.hide()
    yield stage.wait()


def _type(page: IntakePage, line: str) -> None:
    page.form.entry.set_value(line)
    page.form.entry.edited.emit()
    page.filling.hurry()
