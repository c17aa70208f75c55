"""Marks texts for translation without Qt, and reads the translations back.

Source texts are English; ``resources/i18n/zh_CN.json`` is compiled from
``zh_CN.ts`` by ``installer/translations.py`` and maps context → source → text.
"""

import json
from collections.abc import Callable
from functools import cache
from importlib import resources

Translate = Callable[[str, str], str]
"""A function of (context, source text) that answers with the text to show."""

LANGUAGES = ("zh_CN", "en")


def QT_TRANSLATE_NOOP(context: str, source: str) -> str:
    """Mark ``source`` for lupdate; answers with it unchanged."""
    return source


def untranslated(context: str, source: str) -> str:
    """The ``Translate`` that leaves every text in English."""
    return source


@cache
def translator(language: str) -> Translate:
    """The ``Translate`` of a language; a text without translation stays English."""
    path = resources.files("resources") / "i18n" / f"{language}.json"
    if language == "en" or not path.is_file():
        return untranslated
    texts: dict[str, dict[str, str]] = json.loads(path.read_text("utf-8"))

    def translate(context: str, source: str) -> str:
        return texts.get(context, {}).get(source) or source

    return translate
