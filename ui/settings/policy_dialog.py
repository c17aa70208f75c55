"""One policy of the centre, made from its row in the table of settings."""

from PySide6.QtWidgets import QWidget

from app.settings import SettingSpec
from ui.kit.fields import ChoiceField, TextField
from ui.kit.form_dialog import FormDialog
from ui.language import translate
from ui.settings.choice_word import choice_word, value_word


class PolicyDialog(FormDialog[dict[str, str]]):
    """Another value for one setting; old and new stand in the log."""

    def __init__(
        self, spec: SettingSpec, value: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._spec = spec
        default = value_word(spec, str(spec.default)) or "—"
        self.name(
            translate("Settings", spec.help),
            self.tr("Save"),
            self.tr("Default: {default}").format(default=default),
        )
        self.field: ChoiceField | TextField
        if spec.choices:
            self.field = ChoiceField([(c, choice_word(c)) for c in spec.choices])
        else:
            self.field = TextField(width=240)
        self.add(spec.key, self.tr("Value"), self.field)
        self.field.set_value(value)

    def order(self) -> dict[str, str]:
        return {self._spec.key: str(self.field.value() or "")}


class CentreDialog(FormDialog[str]):
    """The name that is printed on the centre's papers."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name(self.tr("Name of the centre"), self.tr("Save"))
        self.field = self.add("name", self.tr("Name"), TextField())
        self.field.set_value(name)

    def order(self) -> str:
        return self.field.value()
