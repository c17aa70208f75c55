"""A column of numbers pasted out of a sheet: which slips they are, which are none."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.desk import Desk
from app.slip_fields import clean
from app.slip_filter import Register, SlipFilter
from models.slip import Slip
from models.unit import AreaKind

MOST_PASTED = 5_000
_AT_ONCE = 500
_BETWEEN = re.compile(r"[\s,;、。，；|]+")
_NUMBER = re.compile(r"(?=.*[0-9]{3})[0-9A-Z一-鿿\-_/.]{4,30}")
_HEADINGS = frozenset(
    ("单号", "编号", "维修单号", "报修单号", "工单号", "单据号", "流水号", "序号")
)
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−", "-"))


@dataclass(frozen=True, slots=True)
class Pasted:
    """What became of the numbers: ids by register, in the order pasted, and those that
    no slip has.
    """

    numbers: tuple[str, ...]
    ids: Mapping[Register, tuple[int, ...]]
    missing: tuple[str, ...]

    def count(self, register: Register) -> int:
        """How many of them stand in a register."""
        return len(self.ids[register])


def pasted_numbers(text: str) -> tuple[str, ...]:
    """The numbers in ``text``, each once, in its order; none unless there are several
    and everything that stands there has the form of a number.

    They may lie under each other, or stand between commas, full-width or not.
    """
    said = [plain_dashes(word).upper() for word in words_pasted(text)]
    words = tuple(dict.fromkeys(said))
    if len(said) < 2 or len(words) > MOST_PASTED:
        return ()
    return words if all(map(_NUMBER.fullmatch, words)) else ()


def plain_dashes(word: str) -> str:
    """A number whose dashes an input method or a text program made longer."""
    return word.translate(_DASHES)


def words_pasted(text: str) -> list[str]:
    """What stands between blanks and commas, half-width, without the heading of the
    column it was copied from.
    """
    plain = unicodedata.normalize("NFKC", clean(text))
    words = [word for word in _BETWEEN.split(plain) if word]
    return words[1:] if len(words) > 2 and words[0] in _HEADINGS else words


def without_pasted(session: Session, desk: Desk, wanted: SlipFilter) -> SlipFilter:
    """The same question, where its words are pasted numbers: those slips of its
    register, whenever they were issued.
    """
    numbers = pasted_numbers(wanted.text)
    if not numbers or wanted.register is None:
        return wanted
    ids = find_pasted(session, desk, numbers).ids[wanted.register]
    return replace(wanted, text="", from_at=None, until_at=None, ids=ids)


def find_pasted(session: Session, desk: Desk, numbers: tuple[str, ...]) -> Pasted:
    """The slips with these numbers, in both registers, whenever they were issued.

    A number of an old sheet (原号) is found too where no slip has it as its own.
    """
    found: dict[str, list[tuple[int, AreaKind]]] = {}
    for column in (Slip.number, Slip.origin_number):
        forms = {
            form: number
            for number in numbers
            if number not in found
            for form in _forms(desk, number)
        }
        asked = list(forms)
        for start in range(0, len(asked), _AT_ONCE):
            for slip_id, kind, form in session.execute(
                select(Slip.id, Slip.area_kind, column)
                .where(
                    Slip.centre_id == desk.centre_id,
                    column.in_(asked[start : start + _AT_ONCE]),
                )
                .order_by(Slip.id)
            ):
                found.setdefault(forms[str(form)], []).append((slip_id, kind))
    ids: dict[Register, dict[int, None]] = {register: {} for register in Register}
    for number in numbers:
        for slip_id, kind in found.get(number, ()):
            here = Register.UNIT if kind is AreaKind.UNIT else Register.PUBLIC
            ids[here][slip_id] = None
    return Pasted(
        numbers,
        {register: tuple(each) for register, each in ids.items()},
        tuple(number for number in numbers if number not in found),
    )


def _forms(desk: Desk, number: str) -> set[str]:
    """A number in capitals as it may have been given: the template's own letters."""
    head = desk.settings.text("number_template").partition("{")[0]
    forms = {number, number.lower()}
    if number.startswith(head.upper()):
        forms.add(head + number[len(head) :])
    return forms
