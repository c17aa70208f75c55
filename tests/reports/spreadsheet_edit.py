"""Types into the cells of a workbook in a real spreadsheet program, and saves it."""

from collections.abc import Sequence
from pathlib import Path
from subprocess import run
from typing import NamedTuple
from xml.sax.saxutils import escape

_LIBRARY = """\
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN"
 "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library"
 library:name="Standard" library:readonly="false" library:passwordprotected="false">
 <library:element library:name="Edit"/>
</library:library>
"""
_MODULE = """\
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN"
 "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script"
 script:name="Edit" script:language="StarBasic">{text}</script:module>
"""
_MAIN = """\
Sub Main
 Dim plain(0) As New com.sun.star.beans.PropertyValue
 plain(0).Name = "Hidden"
 plain(0).Value = True
 Dim book As Object
 book = StarDesktop.loadComponentFromURL("{url}", "_blank", 0, plain())
{steps}
 Dim form(0) As New com.sun.star.beans.PropertyValue
 form(0).Name = "FilterName"
 form(0).Value = "Calc MS Excel 2007 XML"
 book.storeToURL("{url}", form())
 book.close(True)
End Sub
"""


class Typed(NamedTuple):
    """What is typed into a cell; sheet, column and row counted from 0."""

    sheet: int
    column: int
    row: int
    text: str


def type_into(file: Path, cells: Sequence[Typed]) -> None:
    """Open ``file`` in LibreOffice, type as a person would, and save it as .xlsx."""
    home = file.parent / "home"
    # The first start puts the program's own macros into a new home.
    _start(home, "--terminate_after_init")
    steps = "\n".join(
        f" book.Sheets.getByIndex({cell.sheet})"
        f'.getCellByPosition({cell.column}, {cell.row}).FormulaLocal = "{cell.text}"'
        for cell in cells
    )
    text = escape(_MAIN.format(url=file.as_uri(), steps=steps))
    basic = home / "user" / "basic" / "Standard"
    (basic / "Edit.xba").write_text(_MODULE.format(text=text), "utf-8")
    (basic / "script.xlb").write_text(_LIBRARY, "utf-8")
    before = file.stat().st_mtime_ns
    _start(home, "macro:///Standard.Edit.Main")
    assert file.stat().st_mtime_ns != before, "nothing was saved"


def _start(home: Path, word: str) -> None:
    command = ["libreoffice", f"-env:UserInstallation={home.as_uri()}", "--headless"]
    run([*command, word], check=True, capture_output=True, timeout=120)
