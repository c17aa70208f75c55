"""How the page of callbacks is pictured."""

from collections.abc import Iterator

from models.slip import OwnerOpinion
from ui.callback.page import CallbackPage
from ui.scene import Stage, Step


def scenes(stage: Stage) -> Iterator[Step]:
    """The list with a slip to call about, a dissatisfied owner, the menu of sheets."""
    page = stage.window.show_page("callback")
    assert isinstance(page, CallbackPage)
    yield stage.wait()
    yield "callback", stage.whole
    tried = [row for row in page.list.rows() if row.attempts]
    if tried:
        page.look_at(tried[0].slip_id)
        yield stage.wait()
    if page.view is not None:
        page.form.answer("is_normal", False)
        page.form.answer("satisfaction", OwnerOpinion.DISSATISFIED)
        page.form.comment.set_value("水龙头又开始滴水，请师傅明天上午再来一趟")
        yield "callback-dissatisfied", stage.whole
        page.drafts.forget(page.view.slip_id)
    page.list.sheet.click()
    yield "callback-sheets", stage.popup
