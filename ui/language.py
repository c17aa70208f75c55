"""Which language the window speaks, and a switch that shows layouts that would break.

Widgets read ``.qm`` files; everything that must also speak without Qt reads the
``.json`` made of the same texts, through ``translate``.
"""

from importlib import resources
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from models.text import LANGUAGES, Translate, translator, untranslated

_spoken: list[Translate] = [untranslated]
_name: list[str] = ["en"]


class _Doubled(QTranslator):
    """Says every text twice, so that a layout without room shows itself."""

    def __init__(self, inner: QTranslator, app: QApplication) -> None:
        super().__init__(app)
        self._inner = inner

    def isEmpty(self) -> bool:
        return False

    def translate(
        self,
        context: str,
        sourceText: str,
        disambiguation: str | None = None,
        n: int = -1,
    ) -> str:
        text = self._inner.translate(context, sourceText, disambiguation, n)
        text = text or sourceText
        return f"{text} {text}"


class Language:
    """Installs the texts of a language on the application."""

    def __init__(self, app: QApplication) -> None:
        self._app = app
        self._installed: list[QTranslator] = []
        self.name = "en"

    def speak(self, name: str, *, is_doubled: bool = False) -> None:
        """Speak ``zh_CN`` or ``en`` from now on; windows are built again after it."""
        chosen = name if name in LANGUAGES else LANGUAGES[0]
        self.fall_silent()
        self.name = _name[0] = chosen
        locale = QLocale(chosen)
        QLocale.setDefault(locale)
        qt_texts = QTranslator(self._app)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if qt_texts.load(f"qtbase_{chosen}", folder):
            self._install(qt_texts)
        ours = QTranslator(self._app)
        ours.load(str(_texts_folder() / f"{chosen}.qm"))
        self._install(_Doubled(ours, self._app) if is_doubled else ours)
        spoken = translator(chosen)
        if is_doubled:

            def spoken_twice(context: str, source: str) -> str:
                text = spoken(context, source)
                return f"{text} {text}"

            _spoken[0] = spoken_twice
        else:
            _spoken[0] = spoken

    def fall_silent(self) -> None:
        """Take every text away again; what is left is English."""
        for old in self._installed:
            self._app.removeTranslator(old)
        self._installed = []
        _spoken[0] = untranslated
        _name[0] = "en"

    def _install(self, one: QTranslator) -> None:
        self._app.installTranslator(one)
        self._installed.append(one)


def translate(context: str, source: str) -> str:
    """A text of ``ui/texts.py`` or of the tables in ``app``, in the window's language.

    Never called with literals of this room: widgets say ``self.tr``.
    """
    return _spoken[0](context, source)


def spoken_language() -> str:
    """The language the window speaks now: ``zh_CN`` or ``en``."""
    return _name[0]


def _texts_folder() -> Path:
    return Path(str(resources.files("resources"))) / "i18n"
