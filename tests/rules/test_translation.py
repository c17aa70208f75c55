"""Every text can be translated, and every text is in Chinese."""

import ast
import re
import shutil
from pathlib import Path

from installer.translations import (
    I18N,
    LANGUAGES,
    Message,
    Texts,
    compile_all,
    fill_in,
    messages,
    read,
    untranslated,
    update,
)
from tests.rules.source import calls, dotted, room_modules

TRANSLATORS = {"tr", "translate", "QT_TRANSLATE_NOOP", "_T", "_t"}


def all_messages() -> list[tuple[str, Message]]:
    return [(name, text) for name in LANGUAGES for text in messages(read(name))]


def test_the_collected_texts_are_those_of_the_sources(tmp_path: Path) -> None:
    for language in LANGUAGES:
        shutil.copy(I18N / f"{language}.ts", tmp_path)
    update(tmp_path)
    for language in LANGUAGES:
        name = f"{language}.ts"
        assert (tmp_path / name).read_text() == (I18N / name).read_text(), (
            "run: python installer/translations.py update"
        )


def test_a_text_of_a_screen_belongs_to_the_class_that_shows_it() -> None:
    # lupdate files what `other.tr` marks under whatever class it saw last.
    strays = [
        f"{module.name}:{call.lineno} calls {name}"
        for module in room_modules()
        for call, name in calls(module.tree)
        if name.endswith(".tr") and name != "self.tr"
    ]
    assert not strays
    assert all(text.context for _, text in all_messages())


def test_no_text_is_left_unfinished() -> None:
    for language in LANGUAGES:
        assert not untranslated(language)


def test_a_translation_has_the_placeholders_of_its_source() -> None:
    wrong = [
        (language, text.source, form)
        for language, text in all_messages()
        for form in text.forms()
        if form and placeholders(form) != placeholders(text.source)
    ]
    assert not wrong


def placeholders(text: str) -> list[str]:
    """What is put into a text when it is shown: ``{name}`` and ``%n``."""
    return sorted(set(re.findall(r"\{[^{}]*\}|%n|%L?\d", text)))


def test_a_translation_has_a_key_to_press_where_its_source_has_one() -> None:
    wrong = [
        (language, text.source, form)
        for language, text in all_messages()
        for form in text.forms()
        if form and mnemonics(form) != mnemonics(text.source)
    ]
    assert not wrong


def mnemonics(text: str) -> int:
    """How many letters are marked with ``&`` as a key to press."""
    return len(re.findall(r"(?<!&)&(?![&\s])", text))


def test_no_text_is_translated_inside_an_f_string() -> None:
    lost = [
        f"{module.name}:{call.lineno}"
        for module in room_modules()
        for node in ast.walk(module.tree)
        if isinstance(node, ast.JoinedStr)
        for call, name in calls(node)
        if name.split(".")[-1] in TRANSLATORS
    ]
    assert not lost, "the texts are not found inside f-strings"


def test_no_text_to_translate_is_put_together_first() -> None:
    made = [
        f"{module.name}:{call.lineno}"
        for module in room_modules()
        for call, name in calls(module.tree)
        if name.split(".")[-1] in TRANSLATORS
        for argument in call.args[:2]
        if is_put_together(argument)
    ]
    assert not made, "translate whole sentences first, fill them after"


def is_put_together(argument: ast.expr) -> bool:
    """Whether a text is made while the program runs, so that lupdate can not see it."""
    if isinstance(argument, ast.Call):
        return dotted(argument.func).split(".")[-1] not in TRANSLATORS
    return isinstance(argument, ast.JoinedStr | ast.BinOp)


def test_translations_that_are_filled_in_reach_the_compiled_files(
    tmp_path: Path,
) -> None:
    for language in LANGUAGES:
        shutil.copy(I18N / f"{language}.ts", tmp_path)
    first = next(text for text in messages(read("zh_CN")) if not text.has_count)
    given: Texts = {first.context: {first.source: "新译", "no such text": "无"}}
    assert fill_in("zh_CN", given, tmp_path) == [(first.context, "no such text")]
    compile_all(tmp_path)
    assert "新译" in (tmp_path / "zh_CN.json").read_text("utf-8")
    assert (tmp_path / "zh_CN.qm").stat().st_size > 100
