"""How the page of inspections is pictured."""

from collections.abc import Iterator

from ui.inspection.page import InspectionPage
from ui.inspection.walk_row import Part
from ui.scene import Stage, Step


def scenes(stage: Stage) -> Iterator[Step]:
    """What waits, several ticked, a reason being given, what was inspected."""
    page = stage.window.show_page("inspection")
    assert isinstance(page, InspectionPage)
    yield stage.wait()
    yield "inspection", stage.whole
    page.list.tick_all()
    yield "inspection-ticked", stage.whole
    page.list.tick_all()
    page.answer.begin_failing()
    page.answer.reason.set_value("灯罩未装回")
    page.fail_chosen()
    yield stage.wait()
    yield "inspection-failed", stage.whole
    for part, name in ((Part.WAITING, "reason"), (Part.INSPECTED, "inspected")):
        found = [(row.part, row.key) for row in page.list.rows() if row.part is part]
        if found:
            page.list.choose(found[-1])
            page.list.chosen_changed.emit(found[-1])
            yield stage.wait()
            page.answer.begin_failing()
            yield f"inspection-{name}", stage.whole
            page.answer.stop_failing()
    for button, name in ((page.printed, "paper"), (page.report, "report")):
        button.click()
        yield f"inspection-{name}", stage.dialog
