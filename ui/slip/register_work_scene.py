"""How the work of the registers is pictured: both of them, views, pasted numbers, many
slips changed together, a cell put right.
"""

from collections.abc import Iterator

from app.listing import HasWords
from app.slip_bulk import BulkAction
from app.slip_list import Register
from models.slip import SlipState
from ui.scene import Stage, Step
from ui.slip.register_bulk import RegisterBulk
from ui.slip.register_page import RegisterPage
from ui.slip.register_views import ViewDialog
from ui.slip.span import Span

_WORKED_ON = {SlipState.WORKING, SlipState.DISPATCHED, SlipState.ISSUED}


def scenes(stage: Stage) -> Iterator[Step]:
    """What a clerk does with a list, step by step."""
    page = stage.window.show_page("register")
    assert isinstance(page, RegisterPage)
    yield stage.wait()
    page.register.set_value(Register.PUBLIC)
    page.register.edited.emit()
    yield "register-public", stage.whole
    page.register.set_value(Register.UNIT)
    page.register.edited.emit()
    yield stage.wait()
    bar = page.table.horizontalScrollBar()
    bar.setValue(bar.maximum() // 2)
    yield "register-middle", stage.whole
    bar.setValue(bar.maximum())
    yield "register-right", stage.whole
    bar.setValue(0)
    yield from _views(stage, page)
    yield from _pasted(stage, page)
    yield from _edited(stage, page)
    yield from _together(stage, page)
    page.list.ticks.clear()


def _views(stage: Stage, page: RegisterPage) -> Iterator[Step]:
    for name, words in (("厨房", "厨房"), ("空调", "空调")):
        page.list.question.ask("content", HasWords(words))
        yield stage.wait()
        page.views.keep()
        box = stage.dialog()
        if not isinstance(box, ViewDialog):
            return
        box.view_name.set_value(name)
        box.submit()
        yield stage.wait()
    stage.window.messages.clear()
    page.list.question.sort_by("unit")
    yield "register-view-changed", stage.whole
    page.views.keep()
    yield "view-keep", stage.dialog
    page.bar.days.click()
    yield "register-any-days", lambda: page.table.filters.popup
    if page.table.filters.popup is not None:
        page.table.filters.popup.close()
    page.clear_filters()
    page.list.question.sort_by("issued", is_descending=True)
    stage.window.messages.clear()
    yield stage.wait()


def _pasted(stage: Stage, page: RegisterPage) -> Iterator[Step]:
    numbers = [row.number for row in stage.rows[:9]] + ["WX991231-001", "WX991231-002"]
    page.words.set_value(" ".join(numbers))
    page.words.edited.emit()
    page.words.left.emit()
    yield "", stage.whole
    yield "register-pasted", stage.whole
    page.words.set_value("")
    page.words.edited.emit()
    page.words.left.emit()
    yield stage.wait()


def _edited(stage: Stage, page: RegisterPage) -> Iterator[Step]:
    page.period.chips[Span.ALL].click()
    yield stage.wait()
    model = page.table.model_of_rows
    keys = [each.key for each in model.columns()]
    wanted = (
        (_WORKED_ON, "content", "cell-edit"),
        (_WORKED_ON, "unfinished_reason", "cell-told"),
        ({SlipState.RETURNED, SlipState.CLOSED}, "arrived", "cell-correct"),
        ({SlipState.RETURNED, SlipState.CLOSED}, "content", "cell-not"),
    )
    for states, key, name in wanted:
        for place in range(min(model.rowCount(), 100)):
            row = model.row_at(place)
            if row is not None and row.state in states:
                index = model.index(place, keys.index(key))
                page.table.setCurrentIndex(index)
                page.table.edit_wanted.emit(index)
                yield stage.wait()
                yield name, stage.whole
                break
        page.steps[page.list].editing.stop()
    bar = page.table.horizontalScrollBar()
    bar.setValue(0)


def _together(stage: Stage, page: RegisterPage) -> Iterator[Step]:
    ids = [page.table.id_at(place) for place in range(14)]
    page.list.ticks.tick([each for each in ids if each is not None])
    page.list.selection.more.click()
    yield "bulk-menu", stage.popup
    menu = stage.popup()
    if menu is not None:
        menu.close()
    bulk = RegisterBulk(page.frame, page)
    for action in BulkAction:
        wanted = page.list.ticked()
        assert wanted is not None
        bulk.start(action, wanted)
        yield "", stage.dialog
        yield f"bulk-{action.value}", stage.dialog
        box = stage.dialog()
        if box is not None:
            box.close()
        yield stage.wait()
