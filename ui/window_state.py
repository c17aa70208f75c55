"""What this computer remembers of the window: size, columns, who acted, language."""

from pathlib import Path

from platformdirs import user_config_dir
from PySide6.QtCore import QByteArray, QSettings


def state_path() -> Path:
    """Where it is kept."""
    return Path(user_config_dir("silian", appauthor=False)) / "window.ini"


class WindowState:
    """Texts and bytes by name, in one small file; a lost file loses no work."""

    def __init__(self, path: Path | None = None) -> None:
        chosen = path or state_path()
        self._store = QSettings(str(chosen), QSettings.Format.IniFormat)

    def text(self, name: str) -> str:
        """A text; empty when it is not known."""
        return str(self._store.value(name, "") or "")

    def set_text(self, name: str, value: str) -> None:
        """Remember a text."""
        self._store.setValue(name, value)

    def data(self, name: str) -> bytes:
        """Bytes; empty when they are not known."""
        found = self._store.value(name)
        return bytes(found.data()) if isinstance(found, QByteArray) else b""

    def set_data(self, name: str, value: bytes) -> None:
        """Remember bytes."""
        self._store.setValue(name, QByteArray(value))

    def save(self) -> None:
        """Write what was remembered."""
        self._store.sync()
