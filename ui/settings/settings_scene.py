"""How the settings are pictured."""

from collections.abc import Iterator

from ui.scene import Stage, Step
from ui.settings.page import COMPUTER, COPIES, POLICIES, TARIFF, SettingsPage


def scenes(stage: Stage) -> Iterator[Step]:
    """Every section, and the dialogs that change a row of it."""
    page = stage.window.show_page("settings")
    assert isinstance(page, SettingsPage)
    for section in ("units", "staff", "trades", "reasons"):
        page.look_at(section)
        yield f"settings-{section}", stage.whole
        page.edit.click()
        yield f"dialog-settings-{section}", stage.dialog
    page.look_at(TARIFF)
    yield "settings-tariff", stage.whole
    page.edit.click()
    yield "dialog-settings-tariff", stage.dialog
    page.close_row.click()
    yield "dialog-settings-tariff-end", stage.dialog
    page.look_at("holidays")
    yield "settings-holidays", stage.whole
    page.look_at(COPIES)
    yield stage.wait()
    yield "settings-copies", stage.whole
    page.schemes.cards[0].change.click()
    yield "dialog-settings-copies", stage.dialog
    page.look_at(POLICIES)
    yield stage.wait()
    page.policies.rows["return_deadline"].show_value("17:00")
    yield "settings-policies", stage.whole
    page.look_at(COMPUTER)
    yield "settings-computer", stage.whole
