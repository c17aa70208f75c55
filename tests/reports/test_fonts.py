"""Fonts on paper: rare characters, hostile ones, a font file that is not there."""

import io
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from reports import fonts
from reports.box import A4
from reports.page import Page
from tests.reports.paper import copied_text, text_of
from tests.reports.slips import RARE_NAME


def _printed(text: str) -> bytes:
    out = io.BytesIO()
    page = Page(out, A4, title="演示")
    page.text(50, 50, text, 12)
    page.text(50, 80, text, 12, font=fonts.SEMIBOLD)
    page.close()
    return out.getvalue()


def test_rare_characters_of_names_are_copied_out_of_the_paper_as_they_are(
    tmp_path: Path,
) -> None:
    copied = copied_text(_printed(f"{RARE_NAME}（演示）"), tmp_path)
    assert copied.count(f"{RARE_NAME}（演示）") == 2


def test_every_character_comes_from_an_embedded_font() -> None:
    page: Any = PdfReader(io.BytesIO(_printed(f"漏水 {RARE_NAME} 8801"))).pages[0]
    fonts_of_page = page["/Resources"]["/Font"]
    embedded = [font.get_object() for font in fonts_of_page.values()]
    assert {font["/BaseFont"].split("+")[1] for font in embedded} == {
        fonts.REGULAR,
        fonts.SEMIBOLD,
        fonts.FALLBACK,
    }
    assert all("/FontFile2" in font["/FontDescriptor"] for font in embedded)


def test_a_rare_character_takes_only_itself_from_the_other_font() -> None:
    assert fonts.runs("张𠮷三", fonts.REGULAR) == (
        (fonts.REGULAR, "张"),
        (fonts.FALLBACK, "𠮷"),
        (fonts.REGULAR, "三"),
    )


def test_a_character_no_font_has_is_seen_and_copied_as_itself(tmp_path: Path) -> None:
    before = fonts.em_width("□", fonts.REGULAR)
    assert fonts.em_width("\U0001f600", fonts.REGULAR) == before
    assert "漏水\U0001f600" in copied_text(_printed("漏水\U0001f600"), tmp_path)


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("厨\x00房\x1b漏\x7f水", "厨房漏水"),
        ("张\u200b三\u202e李四", "张三李四"),
        ("龙\ufe00", "龙"),
        ("张\ud800三", "张\ufffd三"),
        ("第一行\n第二行\t完", "第一行 第二行 完"),
        ("", ""),
    ],
)
def test_signs_that_have_no_shape_are_not_printed(typed: str, printed: str) -> None:
    pieces = fonts.runs(typed, fonts.REGULAR)
    assert "".join(piece for _, piece in pieces) == printed


def test_a_hostile_text_prints_without_harm() -> None:
    text = ") Tj ET (% <<>> \\ 漏水"
    assert "".join(text.split()) in text_of(_printed(text))


def test_a_missing_font_file_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fonts, "FOLDER", tmp_path)
    fonts.open_font.cache_clear()
    with pytest.raises(fonts.FontMissing) as raised:
        fonts.load()
    assert raised.value.file == "NotoSansSC-Regular.ttf"


@pytest.mark.parametrize("content", [b"", b"<html>", bytes(4000)])
def test_a_font_file_that_is_no_font_is_named(
    content: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "NotoSansSC-Regular.ttf").write_bytes(content)
    monkeypatch.setattr(fonts, "FOLDER", tmp_path)
    fonts.open_font.cache_clear()
    with pytest.raises(fonts.FontMissing):
        fonts.load()


def test_a_font_that_is_back_is_used_again() -> None:
    fonts.load()
    assert fonts.em_width("水", fonts.REGULAR) == 1
