"""How the frame around the pages is pictured: its messages and its boxes."""

from collections.abc import Iterator

from ui.scene import Stage, Step
from ui.shell.frame import Kind


def scenes(stage: Stage) -> Iterator[Step]:
    """A message that waits."""
    window = stage.window
    window.show_page("dispatch")
    window.say(Kind.WAITS, "WX261120-022", window.work.desk.centre_name)
    yield "frame-message", stage.whole
    window.messages.clear()
