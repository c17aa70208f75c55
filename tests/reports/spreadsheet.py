"""A workbook as an office program reckons and prints it."""

from pathlib import Path
from subprocess import run

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

ERRORS = ("###", "#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "#N/A", "Err:")
"""What a spreadsheet shows instead of a figure."""


def reckoned(content: bytes, folder: Path) -> dict[str, Worksheet]:
    """The sheets with every formula reckoned anew and saved as a value."""
    target = _convert(content, folder, "ods")
    again = _convert(target.read_bytes(), folder, "xlsx", source="again.ods")
    sheets = load_workbook(again, data_only=True).worksheets
    return {sheet.title: sheet for sheet in sheets}


def printed(content: bytes, folder: Path) -> str:
    """The text of the pages it would print."""
    pdf = _convert(content, folder, "pdf")
    command = ["pdftotext", "-layout", str(pdf), "-"]
    return run(command, check=True, capture_output=True).stdout.decode()


def _convert(
    content: bytes, folder: Path, kind: str, source: str = "book.xlsx"
) -> Path:
    file = folder / source
    file.write_bytes(content)
    home = f"-env:UserInstallation=file://{folder / 'home'}"
    words = ("--headless", "--convert-to", kind, "--outdir", str(folder))
    run(["libreoffice", home, *words, str(file)], check=True, capture_output=True)
    return file.with_suffix(f".{kind}")
