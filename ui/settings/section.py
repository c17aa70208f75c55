"""The lists of the settings: what each asks for, shows, and opens."""

from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication

from app.desk import Desk
from app.settings import SETTINGS, SettingSpec
from app.staff_directory import StaffRow, list_staff
from app.unit_directory import UnitRow, find_units
from app.word_list import ReasonRow, TradeRow, list_reasons, list_trades
from models.phone import mask_phone
from models.text import QT_TRANSLATE_NOOP
from ui.kit.column import Column
from ui.kit.fields import NAME_MARK
from ui.kit.label import Tone
from ui.language import translate
from ui.settings.choice_word import value_word
from ui.words import word

MOST_UNITS = 20_000


@dataclass(frozen=True, slots=True)
class PolicyRow:
    """One setting with its value now; its id is its place in the table."""

    id: int
    spec: SettingSpec
    value: str

    @property
    def is_active(self) -> bool:
        """A policy always holds."""
        return True


@dataclass(frozen=True)
class Section:
    """One list. ``load(session, desk, text)`` answers with its rows."""

    id: str
    title: str
    tables: frozenset[str]
    load: Callable[..., Sequence[Any]]
    columns: Callable[[], list[Column[Any]]]
    can_add: bool = True
    can_find: bool = False

    def find_ids(self, session: Any, desk: Desk, text: str) -> "array[int]":
        """The ids of the rows, in order."""
        return array("q", [row.id for row in self.load(session, desk, text)])

    def load_rows(self, session: Any, desk: Desk, ids: Sequence[int]) -> list[Any]:
        """One row per id, in the order asked."""
        rows = {row.id: row for row in self.load(session, desk, "")}
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
    "meaning": _T("SettingsColumn", "What it means"),
    "value": _T("SettingsColumn", "Value"),
    "default": _T("SettingsColumn", "Default"),
    "policy": _T("SettingsColumn", "Policy"),
}


def _column(
    key: str,
    text: Callable[[Any], str],
    width: int,
    *,
    is_strong: bool = False,
    takes_rest: bool = False,
    tone: Tone = Tone.TEXT,
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
        _column("department", lambda row: word(row.department), 120),
        _column("posts", posts, 240, takes_rest=True),
        _column("trades", lambda row: NAME_MARK.join(row.trades), 180),
        _column("phone", lambda row: mask_phone(row.phone), 130, tone=Tone.SECOND),
        _column("badge", lambda row: row.badge_no or "", 90, tone=Tone.SECOND),
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


def _policy_columns() -> list[Column[Any]]:
    def meaning(row: PolicyRow) -> str:
        return translate("Settings", row.spec.help)

    return [
        _column("meaning", meaning, 360, takes_rest=True),
        _column("value", lambda row: value_word(row.spec, row.value), 210),
        _column(
            "default",
            lambda row: value_word(row.spec, str(row.spec.default)),
            210,
            tone=Tone.SECOND,
        ),
        _column("policy", lambda row: row.spec.policy, 100, tone=Tone.SECOND),
    ]


def _load_units(session: Any, desk: Desk, text: str) -> Sequence[UnitRow]:
    return find_units(session, desk, text, MOST_UNITS, with_closed=True)


def _load_staff(session: Any, desk: Desk, _: str) -> Sequence[StaffRow]:
    return list_staff(session, desk, with_gone=True)


def _load_trades(session: Any, desk: Desk, _: str) -> Sequence[TradeRow]:
    return list_trades(session, desk, with_gone=True)


def _load_reasons(session: Any, desk: Desk, _: str) -> Sequence[ReasonRow]:
    return list_reasons(session, desk)


def _load_policies(_session: Any, desk: Desk, _: str) -> Sequence[PolicyRow]:
    return [
        PolicyRow(number, spec, str(desk.settings.changed.get(spec.key, spec.default)))
        for number, spec in enumerate(SETTINGS, start=1)
    ]


SECTIONS: tuple[Section, ...] = (
    Section(
        "units",
        _T("SettingsSection", "Units"),
        frozenset({"unit", "unit_owner"}),
        _load_units,
        _unit_columns,
        can_find=True,
    ),
    Section(
        "staff",
        _T("SettingsSection", "Staff"),
        frozenset({"staff"}),
        _load_staff,
        _staff_columns,
    ),
    Section(
        "trades",
        _T("SettingsSection", "Trades"),
        frozenset({"trade"}),
        _load_trades,
        _trade_columns,
    ),
    Section(
        "reasons",
        _T("SettingsSection", "Reasons"),
        frozenset({"reason_code"}),
        _load_reasons,
        _reason_columns,
    ),
    Section(
        "policies",
        _T("SettingsSection", "Policies"),
        frozenset({"setting"}),
        _load_policies,
        _policy_columns,
        can_add=False,
    ),
)


def section_title(section: Section) -> str:
    """What a section is called in the window's language."""
    return QCoreApplication.translate("SettingsSection", section.title)
