"""Opens a workbook from outside without trusting it: sizes, parts, plain XML.

Nothing is kept as a tree: parts are streamed, so that memory stays small whatever
the file holds (R12: a small file can unpack to gigabytes).
"""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO
from xml.parsers import expat

from models.data_book_problem import FileFault, UnreadableBook

MOST_PACKED_MB = 20
MOST_UNPACKED_MB = 100

_MB = 1024 * 1024
_CHUNK = 64 * 1024
_MOST_PARTS = 2_000
_MOST_NAMES = 5_000
_DEEPEST = 64
_LONGEST_TOKEN = _MB
# A sheet packs to a tenth or a twentieth; nothing honest and large to a hundredth.
_BOMB_RATIO = 100
_BOMB_FROM = 10 * _MB

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLDER_XLS = (b"\x09\x08", b"\x09\x04", b"\x09\x02", b"\x09\x00")
_PASSWORD = "EncryptedPackage".encode("utf-16-le")
_CENTRAL_ENTRY = b"PK\x01\x02"
_SECRET_FLAG = 0x1
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    RuntimeError,
    ValueError,
    OverflowError,
    LookupError,
    OSError,
)

Start = Callable[[str, dict[str, str]], None]
End = Callable[[str], None]
Text = Callable[[str], None]


class Package:
    """The parts of one .xlsx file; every error is an ``UnreadableBook``."""

    def __init__(self, source: Path | BinaryIO) -> None:
        self.name, data = _load(source)
        self._archive = self._open(data)
        self._left = MOST_UNPACKED_MB * _MB

    def fault(self, fault: FileFault, **facts: object) -> UnreadableBook:
        """The error of this file."""
        return UnreadableBook(fault, file=self.name, **facts)

    def has(self, part: str) -> bool:
        """Whether the file holds a part of this name."""
        return part in self._archive.NameToInfo

    def parse(
        self, part: str, start: Start, end: End | None = None, text: Text | None = None
    ) -> Iterator[None]:
        """Stream a part through the handlers, a piece at each step.

        The handlers are told names without their namespace prefix. Definitions of
        entities, too deep nesting and endless names are refused.
        """
        names: dict[str, str] = {}
        parser = expat.ParserCreate(intern=names)
        parser.buffer_text = True
        depth = 0

        def started(name: str, attributes: dict[str, str]) -> None:
            nonlocal depth
            depth += 1
            if depth > _DEEPEST:
                raise self.fault(FileFault.DAMAGED)
            start(name.rpartition(":")[2], attributes)

        def ended(name: str) -> None:
            nonlocal depth
            depth -= 1
            if end is not None:
                end(name.rpartition(":")[2])

        def defined(*_: object) -> None:
            raise self.fault(FileFault.FORBIDDEN_XML)

        parser.StartElementHandler = started
        parser.EndElementHandler = ended
        parser.CharacterDataHandler = text
        parser.StartDoctypeDeclHandler = defined
        fed = 0
        try:
            for chunk in self._chunks(part):
                parser.Parse(chunk, False)
                fed += len(chunk)
                unread = fed - parser.CurrentByteIndex
                if unread > _LONGEST_TOKEN or len(names) > _MOST_NAMES:
                    raise self.fault(FileFault.DAMAGED)
                yield
            parser.Parse(b"", True)
        except (expat.ExpatError, *_BROKEN) as error:
            raise self.fault(FileFault.DAMAGED) from error
        yield

    def parse_whole(self, part: str, start: Start) -> None:
        """Stream a small part to its end."""
        for _ in self.parse(part, start):
            pass

    def _chunks(self, part: str) -> Iterator[bytes]:
        with self._archive.open(part) as stream:
            while chunk := stream.read(_CHUNK):
                self._left -= len(chunk)
                if self._left < 0:
                    raise self.fault(
                        FileFault.UNPACKS_TOO_LARGE, limit=MOST_UNPACKED_MB
                    )
                yield chunk

    def _open(self, data: bytes) -> zipfile.ZipFile:
        if not data:
            raise self.fault(FileFault.EMPTY)
        if len(data) > MOST_PACKED_MB * _MB:
            raise self.fault(FileFault.TOO_LARGE, limit=MOST_PACKED_MB)
        if data.startswith(_OLE):
            secret = _PASSWORD in data
            raise self.fault(FileFault.ENCRYPTED if secret else FileFault.OLD_FORMAT)
        if data.startswith(_OLDER_XLS):
            raise self.fault(FileFault.OLD_FORMAT)
        if not data.startswith(b"PK"):
            raise self.fault(FileFault.NOT_A_WORKBOOK)
        if data.count(_CENTRAL_ENTRY) > _MOST_PARTS:
            raise self.fault(FileFault.TOO_MANY)
        try:
            archive = zipfile.ZipFile(io.BytesIO(data))
        except _BROKEN as error:
            raise self.fault(FileFault.DAMAGED) from error
        self._refuse_bomb(archive.infolist())
        return archive

    def _refuse_bomb(self, parts: list[zipfile.ZipInfo]) -> None:
        if any(part.flag_bits & _SECRET_FLAG for part in parts):
            raise self.fault(FileFault.ENCRYPTED)
        unpacked = sum(part.file_size for part in parts)
        packed = sum(part.compress_size for part in parts)
        if unpacked > MOST_UNPACKED_MB * _MB or (
            unpacked > _BOMB_FROM and unpacked > packed * _BOMB_RATIO
        ):
            raise self.fault(FileFault.UNPACKS_TOO_LARGE, limit=MOST_UNPACKED_MB)
        known = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
        if any(part.compress_type not in known for part in parts):
            raise self.fault(FileFault.DAMAGED)


def _load(source: Path | BinaryIO) -> tuple[str, bytes]:
    """The name a person knows the file by, and at most a little too much of it."""
    most = MOST_PACKED_MB * _MB + 1
    if not isinstance(source, Path):
        return getattr(source, "name", "") or "", source.read(most)
    try:
        with source.open("rb") as file:
            return str(source), file.read(most)
    except FileNotFoundError as error:
        raise UnreadableBook(FileFault.NOT_THERE, file=str(source)) from error
    except OSError as error:
        raise UnreadableBook(FileFault.UNREADABLE, file=str(source)) from error
