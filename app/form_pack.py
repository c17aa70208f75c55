"""What each pack of forms (预印单据) holds: used, spoiled, missing, unused."""

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.desk import Desk
from models.form_stock import FormStock, SpoiledForm
from models.slip import Slip


@dataclass(frozen=True, slots=True)
class PackRow:
    """A pack and its forms: unused ones are those after the last that left it."""

    id: int
    first: str
    last: str
    received_on: date
    received_by: str
    total: int
    used: int
    spoiled: int
    missing: tuple[tuple[int, int], ...]
    unused: int
    prefix: str
    digits: int

    @property
    def missing_count(self) -> int:
        """How many forms nobody can tell of."""
        return sum(last - first + 1 for first, last in self.missing)


def find_pack_ids(session: Session, desk: Desk, _: object = None) -> "array[int]":
    """The packs, the latest first."""
    ids = session.scalars(
        select(FormStock.id)
        .where(FormStock.centre_id == desk.centre_id)
        .order_by(FormStock.received_on.desc(), FormStock.id.desc())
    )
    return array("q", ids)


def load_pack_rows(
    session: Session, desk: Desk, ids: Sequence[int] | None = None
) -> list[PackRow | None]:
    """What each pack holds, in the order asked; without ids every pack."""
    wanted = find_pack_ids(session, desk) if ids is None else ids
    packs = session.scalars(
        select(FormStock).where(FormStock.centre_id == desk.centre_id)
    ).all()
    used = session.scalars(
        select(Slip.stock_no).where(
            Slip.centre_id == desk.centre_id, Slip.stock_no.is_not(None)
        )
    ).all()
    spoiled = session.scalars(
        select(SpoiledForm.stock_no).where(SpoiledForm.centre_id == desk.centre_id)
    ).all()
    found = {
        pack.id: _row(
            pack,
            {each for no in used if (each := serial_in(pack, no or "")) is not None},
            {each for no in spoiled if (each := serial_in(pack, no)) is not None},
        )
        for pack in packs
    }
    return [found.get(each) for each in wanted]


def format_forms(prefix: str, digits: int, first: int, last: int) -> str:
    """A run of forms as a gap case names it: ``A0003``, of several ``A0003…0007``."""
    head = form_text(prefix, first, digits)
    return head if first == last else f"{head}…{last:0{digits}d}"


def runs_of(numbers: Iterable[int]) -> list[tuple[int, int]]:
    """Numbers as runs without holes."""
    runs: list[tuple[int, int]] = []
    for number in sorted(numbers):
        if runs and number == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    return runs


def _row(pack: FormStock, used: set[int], spoiled: set[int]) -> PackRow:
    gone = used | spoiled
    reached = max(gone, default=pack.first_no - 1)
    missing = set(range(pack.first_no, reached + 1)) - gone
    return PackRow(
        id=pack.id,
        first=form_text(pack.prefix, pack.first_no, pack.digits),
        last=form_text(pack.prefix, pack.last_no, pack.digits),
        received_on=pack.received_on,
        received_by=pack.received_by,
        total=pack.last_no - pack.first_no + 1,
        used=len(used),
        spoiled=len(spoiled),
        missing=tuple(runs_of(missing)),
        unused=pack.last_no - reached,
        prefix=pack.prefix,
        digits=pack.digits,
    )


def form_text(prefix: str, serial: int, digits: int) -> str:
    """The number of a form as it is printed."""
    return f"{prefix}{serial:0{digits}d}"


def serial_in(pack: FormStock, stock_no: str) -> int | None:
    """The serial of a form that came with this pack."""
    end = stock_no.removeprefix(pack.prefix)
    if not stock_no.startswith(pack.prefix) or not end.isascii() or not end.isdigit():
        return None
    serial = int(end)
    is_in = pack.first_no <= serial <= pack.last_no
    same = form_text(pack.prefix, serial, pack.digits) == stock_no
    return serial if is_in and same else None
