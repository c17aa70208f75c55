"""How the settings are pictured."""

from collections.abc import Iterator

from ui.scene import Stage, Step
from ui.settings.page import SettingsPage
from ui.settings.section import SECTIONS


def scenes(stage: Stage) -> Iterator[Step]:
    """Every list, and the dialog that changes a row of it."""
    page = stage.window.show_page("settings")
    assert isinstance(page, SettingsPage)
    for section in SECTIONS:
        page.look_at(section.id)
        yield f"settings-{section.id}", stage.whole
        page.edit.click()
        yield f"dialog-settings-{section.id}", stage.dialog
