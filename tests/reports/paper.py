"""Reads back what was printed: the text of a PDF, the codes a scanner finds on it."""

import io
import subprocess
from pathlib import Path

from pypdf import PdfReader

SCANNER_DPI = 180
"""A 24-pin head prints so many dots an inch, black or white."""


def pages_of(pdf: bytes) -> list[str]:
    """The text of each page."""
    return [page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages]


def text_of(pdf: bytes) -> str:
    """All text without the breaks between lines and fields."""
    return "".join("".join(pages_of(pdf)).split())


def size_of(pdf: bytes) -> tuple[float, float]:
    """Width and height of the first page in pt."""
    box = PdfReader(io.BytesIO(pdf)).pages[0].mediabox
    return float(box.width), float(box.height)


def laid_out(pdf: bytes, folder: Path) -> list[str]:
    """The lines as they lie on the pages: what overlaps is mixed up."""
    file = folder / "laid_out.pdf"
    file.write_bytes(pdf)
    command = ["pdftotext", "-layout", str(file), "-"]
    shown = subprocess.run(command, capture_output=True, check=True).stdout.decode()
    return shown.splitlines()


def copied_text(pdf: bytes, folder: Path) -> str:
    """The text as a viewer copies it."""
    file = folder / "copied.pdf"
    file.write_bytes(pdf)
    command = ["pdftotext", "-raw", str(file), "-"]
    return subprocess.run(command, capture_output=True, check=True).stdout.decode()


def scanned_codes(pdf: bytes, folder: Path) -> list[set[str]]:
    """The codes on each page, ``QR-Code:…`` and ``CODE-128:…``, at 180 dpi in
    black and white.
    """
    file = folder / "scanned.pdf"
    file.write_bytes(pdf)
    picture = folder / "page"
    dpi = str(SCANNER_DPI)
    command = ["pdftoppm", "-r", dpi, "-mono", str(file), str(picture)]
    subprocess.run(command, check=True)
    found = []
    for page in sorted(folder.glob("page-*.pbm")):
        scan = subprocess.run(["zbarimg", "-q", str(page)], capture_output=True)
        found.append(set(scan.stdout.decode().split("\n")) - {""})
        page.unlink()
    return found
