"""A workbook as an office program reckons and prints it."""

from collections.abc import Mapping
from pathlib import Path
from subprocess import run

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

ERRORS = ("###", "#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "#N/A", "Err:")
"""What a spreadsheet shows instead of a figure."""

Sheets = dict[str, Worksheet]
_RECKON_ANEW = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item
 oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop
 oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>
"""
"""The setting "recalculation on file load: always": no kept value is believed."""


def reckoned(books: Mapping[str, bytes], folder: Path) -> dict[str, Sheets]:
    """The sheets of each book with every formula reckoned anew and saved as a value.

    The office program takes its time to start, so it is started once for all of them.
    """
    made = _convert(books, folder, "xlsx")
    return {
        name: {sheet.title: sheet for sheet in load_workbook(file, data_only=True)}
        for name, file in made.items()
    }


def printed(content: bytes, folder: Path) -> str:
    """The text of the pages it would print."""
    pdf = _convert({"book": content}, folder, "pdf")["book"]
    command = ["pdftotext", "-layout", str(pdf), "-"]
    return run(command, check=True, capture_output=True).stdout.decode()


def _convert(books: Mapping[str, bytes], folder: Path, kind: str) -> dict[str, Path]:
    home, made = folder / "home", folder / "made"
    settings = home / "user" / "registrymodifications.xcu"
    settings.parent.mkdir(parents=True)
    settings.write_text(_RECKON_ANEW)
    files = []
    for name, content in books.items():
        files.append(folder / f"{name}.xlsx")
        files[-1].write_bytes(content)
    words = (f"-env:UserInstallation=file://{home}", "--headless")
    target = ("--convert-to", kind, "--outdir", str(made))
    command = ["libreoffice", *words, *target, *map(str, files)]
    run(command, check=True, capture_output=True)
    return {name: made / f"{name}.{kind}" for name in books}
