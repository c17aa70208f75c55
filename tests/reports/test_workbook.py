"""Files that are no honest workbook: one kind of error, each with its own reason."""

import io
import random
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.data_book_problem import FileFault, UnreadableBook
from reports.data_book import read_xlsx
from reports.workbook_package import MOST_PACKED_MB
from tests.data_book_maker import (
    ZONE,
    at,
    book_file,
    full_book,
    numbered,
    raw_book,
    raw_file,
    worked_book,
)

SHEET = "xl/worksheets/sheet1.xml"
BOOK = "xl/workbook.xml"
TOP = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
MOST_MB = 200
MB = 1024 * 1024


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


def with_parts(**changed: bytes) -> bytes:
    """A small good book with some parts put in its place."""
    parts = parts_of(book_file(worked_book()).getvalue())
    for name, data in changed.items():
        parts[name] = data
    return packed(parts)


def fault_of(data: bytes) -> FileFault:
    with pytest.raises(UnreadableBook) as refused:
        read_xlsx(io.BytesIO(data), ZONE)
    return refused.value.fault


def encrypted() -> bytes:
    ooxml = import_module("msoffcrypto.format.ooxml")  # it has no types
    out = io.BytesIO()
    book = ooxml.OOXMLFile(book_file(worked_book()))
    book.encrypt("secret", out)
    return out.getvalue()


def locked_entries() -> bytes:
    """A zip whose entries say that they need a password."""
    data = bytearray(book_file(worked_book()).getvalue())
    place = 0
    while (place := data.find(b"PK\x01\x02", place)) >= 0:
        data[place + 8] |= 1
        place += 4
    return bytes(data)


def other_office_file() -> bytes:
    parts = parts_of(book_file(worked_book()).getvalue())
    types = parts["[Content_Types].xml"]
    word = types.replace(b"spreadsheetml.sheet.main", b"wordprocessingml.document.main")
    return packed(parts | {"[Content_Types].xml": word})


def without(part: str) -> bytes:
    parts = parts_of(book_file(worked_book()).getvalue())
    del parts[part]
    return packed(parts)


def bomb() -> bytes:
    """A small file whose sheet unpacks to 300 MB."""
    return with_parts(**{SHEET: b"<a>" + b"0" * (300 * MB)})


ENTITIES = (
    b'<!DOCTYPE a [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;">]>'
    + TOP
    + b"<sheetData><row><c><v>&b;</v></c></row></sheetData></worksheet>"
)

FILES: dict[str, tuple[Callable[[], bytes], FileFault]] = {
    "empty": (lambda: b"", FileFault.EMPTY),
    "too large": (lambda: b"PK" * (11 * MB), FileFault.TOO_LARGE),
    "text": (lambda: "单号,地点\n".encode(), FileFault.NOT_A_WORKBOOK),
    "page": (lambda: b"<html><table></table></html>", FileFault.NOT_A_WORKBOOK),
    "password": (encrypted, FileFault.ENCRYPTED),
    "locked zip": (locked_entries, FileFault.ENCRYPTED),
    "old": (
        lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000),
        FileFault.OLD_FORMAT,
    ),
    "very old": (lambda: b"\x09\x08\x10\x00" + bytes(2000), FileFault.OLD_FORMAT),
    "word": (other_office_file, FileFault.NOT_A_WORKBOOK),
    "any zip": (lambda: packed({"a.txt": b"a"}), FileFault.NOT_A_WORKBOOK),
    "cut": (
        lambda: book_file(worked_book()).getvalue()[:-200],
        FileFault.DAMAGED,
    ),
    "head only": (
        lambda: book_file(worked_book()).getvalue()[:2000],
        FileFault.DAMAGED,
    ),
    "no sheet": (lambda: without(SHEET), FileFault.DAMAGED),
    "no links": (lambda: without("xl/_rels/workbook.xml.rels"), FileFault.DAMAGED),
    "bad xml": (lambda: with_parts(**{SHEET: TOP + b"<row>"}), FileFault.DAMAGED),
    "zip bomb": (bomb, FileFault.UNPACKS_TOO_LARGE),
    "entities": (lambda: with_parts(**{SHEET: ENTITIES}), FileFault.FORBIDDEN_XML),
    "entities in the workbook": (
        lambda: with_parts(**{BOOK: ENTITIES}),
        FileFault.FORBIDDEN_XML,
    ),
}


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_is_no_workbook_is_refused_for_its_own_reason(name: str) -> None:
    make, fault = FILES[name]
    assert fault_of(make()) is fault


def test_a_small_zip_that_unpacks_to_300_mb_is_small() -> None:
    assert len(bomb()) < 400_000


def test_a_directory_that_lies_about_sizes_does_not_help() -> None:
    honest = with_parts(**{SHEET: TOP + b" " * (9 * MB) + b"</worksheet>"})
    size = (9 * MB + len(TOP) + len(b"</worksheet>")).to_bytes(4, "little")
    assert honest.count(size) == 2
    lying = honest.replace(size, (1000).to_bytes(4, "little"))

    assert fault_of(lying) is FileFault.DAMAGED


def test_a_file_that_is_not_there_or_is_a_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnreadableBook) as refused:
        read_xlsx(tmp_path / "none.xlsx", ZONE)
    assert refused.value.fault is FileFault.NOT_THERE
    assert "none.xlsx" in str(refused.value.facts["file"])

    with pytest.raises(UnreadableBook) as refused:
        read_xlsx(tmp_path, ZONE)
    assert refused.value.fault is FileFault.UNREADABLE


def test_the_limit_is_named_in_megabytes() -> None:
    with pytest.raises(UnreadableBook) as refused:
        read_xlsx(io.BytesIO(b"PK" + bytes(MOST_PACKED_MB * MB)), ZONE)
    assert refused.value.facts["limit"] == MOST_PACKED_MB


def test_dates_of_chinese_excel_are_told_by_the_number_of_their_format() -> None:
    parts = parts_of(raw_file(raw_book(worked_book())).getvalue())
    styles = parts["xl/styles.xml"].replace(b'numFmtId="164"', b'numFmtId="31"')
    assert styles != parts["xl/styles.xml"]
    styles = styles.replace(
        b'<numFmt numFmtId="31" formatCode="yyyy-mm-dd h:mm:ss"', b"<numFmt"
    )
    assert styles.count(b'numFmtId="31"') > 0

    rows, problems = read_xlsx(
        io.BytesIO(packed(parts | {"xl/styles.xml": styles})), ZONE
    )

    assert not problems
    assert rows.slips[1].issued_at == at("2026-10-21 00:00:00")


def test_a_rich_text_is_read_without_its_reading_aids() -> None:
    parts = parts_of(book_file(full_book()).getvalue())
    sheet = parts[SHEET].decode()
    words = "厨房水龙头漏水".encode("ascii", "xmlcharrefreplace").decode()
    plain = f"<is><t>{words}</t></is>"
    assert plain in sheet
    rich = (
        "<is><r><t>厨房</t></r><r><rPr><b/></rPr><t>水龙头漏水</t></r>"
        "<rPh sb='0' eb='1'><t>chufang</t></rPh></is>"
    )
    parts[SHEET] = sheet.replace(plain, rich, 3).encode()

    assert read_xlsx(io.BytesIO(packed(parts)), ZONE) == (numbered(full_book()), ())


def test_texts_shared_between_cells_are_read() -> None:
    """As Excel writes them: each text once, cells naming its place."""
    parts = parts_of(book_file(full_book()).getvalue())
    texts: list[bytes] = []

    def share(found: re.Match[bytes]) -> bytes:
        texts.append(found[1])
        return b't="s"><v>%d</v></c>' % (len(texts) - 1)

    for name in [name for name in parts if name.startswith("xl/worksheets/")]:
        inline = rb't="inlineStr"><is>(.*?)</is></c>'
        parts[name] = re.sub(inline, share, parts[name])
    items = b"".join(b"<si>" + text + b"</si>" for text in texts)
    parts["xl/sharedStrings.xml"] = b"<sst>" + items + b"</sst>"
    links = parts["xl/_rels/workbook.xml.rels"]
    link = b'<Relationship Id="s" Type="x/sharedStrings" Target="sharedStrings.xml"/>'
    parts["xl/_rels/workbook.xml.rels"] = links.replace(
        b"</Relationships>", link + b"</Relationships>"
    )

    assert len(texts) > 200
    assert read_xlsx(io.BytesIO(packed(parts)), ZONE) == (numbered(full_book()), ())


HOSTILE: dict[str, Callable[[], dict[str, bytes]]] = {
    "deep": lambda: {SHEET: TOP + b"<a>" * 3_000_000},
    "names": lambda: {SHEET: TOP + b"".join(b"<n%d/>" % i for i in range(900_000))},
    "attribute": lambda: {SHEET: TOP + b'<row a="' + b"x" * (9 * MB) + b'"/>'},
    "one row": lambda: {
        SHEET: TOP + b'<row r="1">' + b'<c r="A1"><v>1</v></c>' * 400_000
    },
    "far cell": lambda: {
        SHEET: TOP + b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
        b"</worksheet>"
    },
    "beyond": lambda: {SHEET: TOP + b'<row r="1"><c r="ZZZ1"><v>1</v></c></row>'},
    "merged": lambda: {
        SHEET: TOP + b'<mergeCells><mergeCell ref="A1:XFD1048576"/>' + b""
        b'<mergeCell ref="A1:XFD1048576"/>' * 250_000
    },
    "formats": lambda: {
        "xl/styles.xml": b"<s><cellXfs>" + b'<xf numFmtId="14"/>' * 450_000
    },
    "links": lambda: {
        "xl/_rels/workbook.xml.rels": b"<r>"
        + b"".join(b'<Relationship Id="r%d"/>' % i for i in range(300_000))
    },
}

RUN = """
import sys
from pathlib import Path
from zoneinfo import ZoneInfo
from models.data_book_problem import UnreadableBook
from reports.data_book import read_xlsx
try:
    read_xlsx(Path(sys.argv[1]), ZoneInfo("Asia/Shanghai"))
    print("read")
except UnreadableBook as refused:
    print(refused.fault)
status = Path("/proc/self/status").read_text()
print(int(status.split("VmHWM:")[1].split()[0]) // 1024)
"""


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_workbook_ends_in_one_error_and_little_memory(
    name: str, tmp_path: Path
) -> None:
    path = tmp_path / "hostile.xlsx"
    path.write_bytes(with_parts(**HOSTILE[name]()))
    root = Path(__file__).resolve().parent.parent.parent
    done = subprocess.run(
        [sys.executable, "-c", RUN, str(path)],
        cwd=root,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    answer, memory = done.stdout.split()

    assert answer in {"read", *FileFault}
    assert int(memory) < MOST_MB


def survives(data: bytes) -> None:
    """Reading ends with rows and problems, or with the one error; nothing else."""
    try:
        read_xlsx(io.BytesIO(data), ZONE)
    except UnreadableBook as refused:
        assert refused.fault in FileFault


@given(st.data())
@settings(
    max_examples=300,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
def test_bytes_changed_anywhere_give_one_kind_of_error(data: st.DataObject) -> None:
    book = bytearray(SMALL)
    for _ in range(data.draw(st.integers(1, 8))):
        place = data.draw(st.integers(0, len(book) - 1))
        match data.draw(st.sampled_from(("flip", "cut", "double", "zero"))):
            case "flip":
                book[place] ^= 1 << data.draw(st.integers(0, 7))
            case "cut":
                del book[place : place + data.draw(st.integers(1, 400))]
            case "double":
                book[place:place] = book[place : place + 200]
            case _:
                book[place : place + 4] = b"\xff\xff\xff\xff"
        if not book:
            break
    survives(bytes(book))


TOKENS = (
    b"",
    b"0",
    b"-1",
    b"1e308",
    b"NaN",
    b"99999999999999999999",
    b"XFE1048577",
    b"\xff\xfe",
    b"&lt;",
    b"&#0;",
    b"<c>",
    b"</row>",
    b"<f>1+1</f>",
    b't="s"',
    b't="e"',
    b't="d"',
    b"_x0000_",
    b"]]>",
    b"<![CDATA[x]]>",
    b"<!-- -->",
    "１２".encode(),
)


def test_mutants_that_know_the_structure_give_one_kind_of_error() -> None:
    chance = random.Random(20261120)
    parts = parts_of(SMALL)
    names = sorted(parts)
    for _ in range(400):
        mutant = dict(parts)
        for _ in range(chance.randint(1, 3)):
            name = chance.choice(names)
            mutant[name] = mutated(mutant.get(name, b""), chance)
            if chance.random() < 0.05:
                mutant.pop(name)
        survives(packed(mutant))


def mutated(part: bytes, chance: random.Random) -> bytes:
    """A part with a tag dropped, doubled or swapped, or a value put in its place."""
    edges = [i for i, sign in enumerate(part) if sign in b'<>"']
    if len(edges) < 4:
        return part
    first = chance.randrange(len(edges) - 2)
    left, right = edges[first], edges[first + chance.randint(1, 2)]
    match chance.randrange(4):
        case 0:
            return part[:left] + part[right:]
        case 1:
            return (
                part[:right] + part[left:right] * chance.randint(1, 50) + part[right:]
            )
        case 2:
            return part[: left + 1] + chance.choice(TOKENS) + part[right:]
        case _:
            return part[:left] + chance.choice(TOKENS) + part[left:]


SMALL = book_file(worked_book()).getvalue()
