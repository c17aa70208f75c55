"""Collects the texts of the program for translation, and compiles them for use.

`update` reads the sources into the .ts files, `missing` lists what has no Chinese
yet, `fill` takes translations from such a list, `compile` makes what the program
reads: .qm for widgets, .json for everything that speaks without Qt.
"""

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

ROOT = Path(__file__).resolve().parent.parent
I18N = ROOT / "resources" / "i18n"
ROOMS = ("models", "app", "reports", "ui")
LANGUAGES = ("zh_CN", "en")
PLURALS_ONLY = "en"

Texts = dict[str, dict[str, str | list[str]]]
"""Context → source → translation; a text with a count has a list of its forms."""


class Message(NamedTuple):
    """One text of a .ts file; ``element`` is its place there."""

    context: str
    source: str
    element: Element

    @property
    def has_count(self) -> bool:
        return self.element.get("numerus") == "yes"

    @property
    def is_finished(self) -> bool:
        translation = self._translation()
        return translation.get("type") is None and all(self.forms())

    def forms(self) -> list[str]:
        """The translation, one form or as many as the language has for counts."""
        translation = self._translation()
        if self.has_count:
            return [form.text or "" for form in translation.iter("numerusform")]
        return [translation.text or ""]

    def translate(self, forms: list[str]) -> None:
        """Set the translation; a finished text has all its forms."""
        translation = self._translation()
        translation.attrib.pop("type", None)
        if not self.has_count:
            translation.text = forms[0]
            return
        for place, form in zip(translation.iter("numerusform"), forms, strict=True):
            place.text = form

    def _translation(self) -> Element:
        found = self.element.find("translation")
        assert found is not None, self.source
        return found


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("update", help="read the sources into the .ts files")
    commands.add_parser("compile", help="make the .qm and .json files if they are old")
    missing = commands.add_parser("missing", help="print what is not yet translated")
    missing.add_argument("--language", choices=LANGUAGES, default="zh_CN")
    fill = commands.add_parser("fill", help="take translations from a JSON file")
    fill.add_argument("--language", choices=LANGUAGES, default="zh_CN")
    fill.add_argument("file", type=Path)
    asked = parser.parse_args(arguments)
    if asked.command == "update":
        with _alone():
            update()
    elif asked.command == "compile":
        compile_all()
    elif asked.command == "missing":
        print(json.dumps(untranslated(asked.language), ensure_ascii=False, indent=1))
    else:
        texts: Texts = json.loads(asked.file.read_text("utf-8"))
        with _alone():
            unknown = fill_in(asked.language, texts)
        for context, source in unknown:
            print(f"not in the sources: {context}: {source}", file=sys.stderr)
        return 1 if unknown else 0
    return 0


def update(folder: Path = I18N) -> None:
    """Read every marked text of the sources into the .ts files of ``folder``.

    The order depends on the texts alone, so that two people who add texts at the
    same time change different lines.
    """
    for language in LANGUAGES:
        command = [
            _tool("lupdate"),
            *("-silent", "-no-obsolete", "-sort-messages", "-extensions", "py"),
            *("-locations", "none", "-tr-function-alias", "QT_TRANSLATE_NOOP+=_T"),
            # a guessed translation is worse than none
            *("-disable-heuristic", "similartext", "-disable-heuristic", "sametext"),
            *("-source-language", "en", "-target-language", language),
            *(["-pluralonly"] if language == PLURALS_ONLY else []),
            *(str(ROOT / room) for room in ROOMS),  # read as the options before say
            *("-ts", str(folder / f"{language}.ts")),
        ]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def compile_all(folder: Path = I18N) -> None:
    """Make .qm and .json out of the .ts files where those have changed."""
    for language in LANGUAGES:
        ts = folder / f"{language}.ts"
        qm = ts.with_suffix(".qm")
        if _older(qm, ts):
            # A running window has the old file mapped: it must not change in place.
            fresh = qm.with_suffix(".qm.part")
            command = [_tool("lrelease"), "-silent", str(ts), "-qm", str(fresh)]
            subprocess.run(command, check=True)
            fresh.replace(qm)
    ts = folder / "zh_CN.ts"
    if _older(ts.with_suffix(".json"), ts):
        texts: dict[str, dict[str, str]] = {}
        for message in messages(read("zh_CN", folder)):
            text = message.forms()[0]
            if text and not message.has_count:
                texts.setdefault(message.context, {})[message.source] = text
        made = json.dumps(texts, ensure_ascii=False, indent=0, sort_keys=True)
        part = ts.with_suffix(".json.part")
        part.write_text(made, "utf-8")
        part.replace(ts.with_suffix(".json"))


def untranslated(language: str, folder: Path = I18N) -> Texts:
    """What has no finished translation, in the form that `fill` takes."""
    found: Texts = {}
    for message in messages(read(language, folder)):
        if not message.is_finished:
            forms = message.forms()
            texts = found.setdefault(message.context, {})
            texts[message.source] = forms if message.has_count else forms[0]
    return found


def fill_in(language: str, texts: Texts, folder: Path = I18N) -> list[tuple[str, str]]:
    """Set translations after an update; answers with those the sources do not have."""
    update(folder)
    root = read(language, folder)
    unknown = {(context, source) for context in texts for source in texts[context]}
    for message in messages(root):
        given = texts.get(message.context, {}).get(message.source)
        unknown.discard((message.context, message.source))
        if given:
            message.translate([given] if isinstance(given, str) else given)
    ElementTree.ElementTree(root).write(folder / f"{language}.ts", encoding="utf-8")
    update(folder)  # puts the file into lupdate's own form again
    return sorted(unknown)


def messages(root: Element) -> Iterator[Message]:
    """Every text of a .ts file."""
    for context in root.iter("context"):
        for element in context.iter("message"):
            yield Message(
                context.findtext("name", ""), element.findtext("source", ""), element
            )


def read(language: str, folder: Path = I18N) -> Element:
    """The .ts file of a language."""
    return ElementTree.parse(folder / f"{language}.ts").getroot()


@contextmanager
def _alone() -> Iterator[None]:
    """Wait until nobody else in this clone changes the .ts files."""
    import fcntl  # here, because Windows compiles texts too and does not have it

    folder = os.open(I18N, os.O_RDONLY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
        yield
    finally:
        os.close(folder)


def _older(made: Path, source: Path) -> bool:
    return not made.exists() or made.stat().st_mtime < source.stat().st_mtime


def _tool(name: str) -> str:
    return str(Path(sys.executable).with_name(f"pyside6-{name}"))


if __name__ == "__main__":
    sys.exit(main())
