"""The lists of the settings: what each asks for, shows, and opens."""

from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication, QLocale

from app.calendar_list import CalendarRow, list_days
from app.desk import Desk
from app.name_reading import name_matches
from app.staff_directory import StaffRow, list_staff
from app.unit_directory import UnitRow, find_units, load_units
from app.unit_list import list_unit_ids
from app.word_list import ReasonRow, TradeRow, list_reasons, list_trades
from models.calendar_day import DayKind
from models.phone import mask_phone
from models.sheet_target import Target
from models.text import QT_TRANSLATE_NOOP
from ui.kit.column import Column
from ui.kit.fields import NAME_MARK
from ui.kit.label import Tone
from ui.settings.tariff_section import load_tariff_rows, tariff_columns
from ui.words import word

MOST_FOUND = 500


@dataclass(frozen=True)
class Section:
    """One list. ``load(session, desk, text)`` answers with its rows.

    A long list has ``find`` (ids) and ``by_id`` (rows of some ids) instead.
    ``target``: what the assistant for sheets imports into it.
    """

    id: str
    title: str
    tables: frozenset[str]
    columns: Callable[[], list[Column[Any]]]
    load: Callable[..., Sequence[Any]] | None = None
    find: Callable[..., "array[int]"] | None = None
    by_id: Callable[..., Sequence[Any]] | None = None
    asked: str = ""
    can_add: bool = True
    target: Target | None = None

    def find_ids(self, session: Any, desk: Desk, text: str) -> "array[int]":
        """The ids of the rows, in order."""
        if self.find is not None:
            return self.find(session, desk, text)
        assert self.load is not None
        return array("q", [row.id for row in self.load(session, desk, text)])

    def load_rows(self, session: Any, desk: Desk, ids: Sequence[int]) -> list[Any]:
        """One row per id, in the order asked."""
        if self.by_id is not None:
            found = self.by_id(session, desk, ids)
        else:
            assert self.load is not None
            found = self.load(session, desk, "")
        rows = {row.id: row for row in found}
        return [rows.get(id_) for id_ in ids]


def is_out_of_use(row: Any) -> bool:
    """Whether a row is struck through."""
    return not row.is_active


_T = QT_TRANSLATE_NOOP
_TITLES = {
    "unit": _T("SettingsColumn", "Unit"),
    "area": _T("SettingsColumn", "Area"),
    "owners": _T("SettingsColumn", "Owners"),
    "phones": _T("SettingsColumn", "Telephones"),
    "note": _T("SettingsColumn", "Note"),
    "name": _T("SettingsColumn", "Name"),
    "department": _T("SettingsColumn", "Department"),
    "posts": _T("SettingsColumn", "Posts"),
    "trades": _T("SettingsColumn", "Trades"),
    "phone": _T("SettingsColumn", "Telephone"),
    "badge": _T("SettingsColumn", "Badge"),
    "trade": _T("SettingsColumn", "Trade"),
    "words": _T("SettingsColumn", "Suggested by"),
    "kind": _T("SettingsColumn", "Explains"),
    "text": _T("SettingsColumn", "Reason"),
    "day": _T("SettingsColumn", "Day"),
    "day_kind": _T("SettingsColumn", "Kind"),
}


def _column(
    key: str,
    text: Callable[[Any], str],
    width: int,
    *,
    is_strong: bool = False,
    takes_rest: bool = False,
    tone: Tone | Callable[[Any], Tone] = Tone.TEXT,
) -> Column[Any]:
    title = QCoreApplication.translate("SettingsColumn", _TITLES[key])
    return Column(
        key,
        title,
        text,
        width,
        tone=tone,
        is_strong=is_strong,
        takes_rest=takes_rest,
        may_cut=not is_strong,
    )


def _unit_columns() -> list[Column[Any]]:
    def owners(row: UnitRow) -> str:
        return NAME_MARK.join(owner.name for owner in row.owners)

    def phones(row: UnitRow) -> str:
        return NAME_MARK.join(mask_phone(o.phone) for o in row.owners if o.phone)

    return [
        _column("unit", lambda row: row.label, 136, is_strong=True),
        _column("area", lambda row: row.area or "", 120),
        _column("owners", owners, 200),
        _column("phones", phones, 240, tone=Tone.SECOND),
        _column("note", lambda row: row.note or "", 160, takes_rest=True),
    ]


def _staff_columns() -> list[Column[Any]]:
    def posts(row: StaffRow) -> str:
        return NAME_MARK.join(word(post) for post in row.posts)

    return [
        _column("name", lambda row: row.name, 136, is_strong=True),
        _column("department", lambda row: word(row.department), 176),
        _column("posts", posts, 200, takes_rest=True),
        _column("trades", lambda row: NAME_MARK.join(row.trades), 180),
        _column("phone", lambda row: mask_phone(row.phone), 148, tone=Tone.SECOND),
        _column("badge", lambda row: row.badge_no or "", 112, tone=Tone.SECOND),
    ]


def _trade_columns() -> list[Column[Any]]:
    def words(row: TradeRow) -> str:
        return NAME_MARK.join(row.words)

    return [
        _column("trade", lambda row: row.name, 160, is_strong=True),
        _column("words", words, 320, takes_rest=True, tone=Tone.SECOND),
    ]


def _reason_columns() -> list[Column[Any]]:
    def text(row: ReasonRow) -> str:
        return row.text

    return [
        _column("kind", lambda row: word(row.kind), 160, tone=Tone.SECOND),
        _column("text", text, 320, takes_rest=True),
    ]


def _day_columns() -> list[Column[Any]]:
    def day(row: CalendarRow) -> str:
        name = QLocale().dayName(
            row.day_on.isoweekday(), QLocale.FormatType.ShortFormat
        )
        return f"{row.day_on:%Y-%m-%d}  {name}"

    def tone(row: CalendarRow) -> Tone:
        return Tone.WARN if row.kind is DayKind.WORKDAY else Tone.TEXT

    return [
        _column("day", day, 180, is_strong=True),
        _column("day_kind", lambda row: word(row.kind), 200, tone=tone),
        _column("note", lambda row: row.note, 240, takes_rest=True),
    ]


def _find_units(session: Any, desk: Desk, text: str) -> "array[int]":
    if not text:
        return array("q", list_unit_ids(session, desk))
    found = find_units(session, desk, text, MOST_FOUND, with_closed=True)
    return array("q", [row.id for row in found])


def _load_staff(session: Any, desk: Desk, text: str) -> Sequence[StaffRow]:
    def fits(row: StaffRow) -> bool:
        said = (row.phone or "", row.badge_no or "", *row.trades, *map(word, row.posts))
        return name_matches(row.name, text) or any(text in each for each in said)

    rows = list_staff(session, desk, with_gone=True)
    return [row for row in rows if not text or fits(row)]


def _load_trades(session: Any, desk: Desk, text: str) -> Sequence[TradeRow]:
    rows = list_trades(session, desk, with_gone=True)
    return [row for row in rows if any(text in each for each in (row.name, *row.words))]


def _load_reasons(session: Any, desk: Desk, text: str) -> Sequence[ReasonRow]:
    rows = list_reasons(session, desk)
    return [row for row in rows if text in row.text or text in word(row.kind)]


def _load_days(session: Any, desk: Desk, text: str) -> Sequence[CalendarRow]:
    rows = list_days(session, desk)
    return [row for row in rows if text in f"{row.day_on} {row.note}"]


SECTIONS: tuple[Section, ...] = (
    Section(
        "units",
        _T("SettingsSection", "Units"),
        frozenset({"unit", "unit_owner"}),
        _unit_columns,
        find=_find_units,
        by_id=load_units,
        asked=_T("SettingsSection", "Room, owner, pinyin, telephone"),
        target=Target.UNITS,
    ),
    Section(
        "staff",
        _T("SettingsSection", "Staff"),
        frozenset({"staff"}),
        _staff_columns,
        _load_staff,
        asked=_T("SettingsSection", "Name, pinyin, post, trade"),
        target=Target.STAFF,
    ),
    Section(
        "trades",
        _T("SettingsSection", "Trades"),
        frozenset({"trade"}),
        _trade_columns,
        _load_trades,
        asked=_T("SettingsSection", "Trade or word of a fault"),
    ),
    Section(
        "reasons",
        _T("SettingsSection", "Reasons"),
        frozenset({"reason_code"}),
        _reason_columns,
        _load_reasons,
        asked=_T("SettingsSection", "Reason or its use"),
    ),
    Section(
        "tariff",
        _T("SettingsSection", "Tariff"),
        frozenset({"tariff_item"}),
        tariff_columns,
        load_tariff_rows,
        asked=_T("SettingsSection", "Code, item, pinyin, category"),
        target=Target.TARIFF,
    ),
    Section(
        "holidays",
        _T("SettingsSection", "Holidays"),
        frozenset({"calendar_day"}),
        _day_columns,
        _load_days,
        asked=_T("SettingsSection", "Day or name of the holiday"),
        can_add=False,
    ),
)
"""The sections that are lists; the others are panels of their own."""


def asked_for(section: Section) -> str:
    """What may be typed to find rows of a section."""
    return QCoreApplication.translate("SettingsSection", section.asked)


def section_title(section: Section) -> str:
    """What a section is called in the window's language."""
    return QCoreApplication.translate("SettingsSection", section.title)
