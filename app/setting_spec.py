"""What a setting is: its key, default, choices or limits, and what it means."""

import re
from dataclasses import dataclass
from zoneinfo import available_timezones

Value = str | int


@dataclass(frozen=True, slots=True)
class SettingSpec:
    """One setting; the type of ``default`` is the setting's type."""

    key: str
    default: Value
    policy: str
    help: str
    choices: tuple[str, ...] = ()
    limits: tuple[int, int] | None = None
    pattern: str = ""

    def accepts(self, value: Value) -> bool:
        """Whether a value has the right type, choice, range or form."""
        if type(value) is not type(self.default):
            return False
        if isinstance(value, int):
            low, high = self.limits or (0, 2**31)
            return low <= value <= high
        if self.key == "zone":
            return value in available_timezones()
        if self.choices:
            return value in self.choices
        return re.fullmatch(self.pattern, value) is not None if self.pattern else True

    def parse(self, text: str) -> Value | None:
        """The value a stored or typed text stands for; None if it is no value."""
        value: Value = text
        if isinstance(self.default, int):
            if not re.fullmatch(r"-?[0-9]{1,9}", text.strip()):
                return None
            value = int(text)
        return value if self.accepts(value) else None
