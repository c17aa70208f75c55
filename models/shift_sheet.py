"""The handover sheet of a shift (交接班表, S4c-4.5): on screen, on paper, as kept."""

import json
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime
from typing import Any

from models.slip import DutyPost, SlipState

_AT = "%Y-%m-%dT%H:%M:%SZ"


@dataclass(frozen=True, slots=True)
class SheetSlip:
    """An open slip as the next post is told of it."""

    number: str
    room: str
    content: str
    state: SlipState
    is_urgent: bool
    holder: str
    issued_at: datetime
    reason: str | None
    eta_at: datetime | None
    appointment_at: datetime | None


@dataclass(frozen=True, slots=True)
class SheetGap:
    """An open gap case."""

    kind: str
    ref: str
    cause: str | None
    owner: str | None


@dataclass(frozen=True, slots=True)
class ShiftSheet:
    """What one post tells the next; parts of ``slips`` are named by number.

    ``checked_on`` is the day of the last final return check, None if there was none;
    of one that is damaged nobody knows who was ``missing``. ``given_by`` is empty until
    it was handed over.
    """

    shift_at: datetime
    shift_until: datetime
    from_post: DutyPost
    to_post: DutyPost
    made_at: datetime
    slips: tuple[SheetSlip, ...]
    checked_on: date | None
    missing: tuple[str, ...]
    gaps: tuple[SheetGap, ...]
    given_by: str = ""
    taken_by: str = ""
    note: str | None = None
    is_check_damaged: bool = False

    @property
    def urgent(self) -> tuple[SheetSlip, ...]:
        """Those that may not wait."""
        return tuple(slip for slip in self.slips if slip.is_urgent)

    @property
    def appointments(self) -> tuple[SheetSlip, ...]:
        """Those with an appointment in the coming shift, in its order."""
        found = [
            slip
            for slip in self.slips
            if slip.appointment_at is not None
            and self.shift_at <= slip.appointment_at < self.shift_until
        ]
        return tuple(sorted(found, key=lambda slip: (slip.appointment_at, slip.number)))


def sheet_text(sheet: ShiftSheet) -> str:
    """The sheet as JSON with sorted keys, as it is kept."""
    return json.dumps(
        asdict(sheet),
        default=_plain,
        ensure_ascii=False,
        sort_keys=True,
        separators=(",", ":"),
    )


def sheet_from_text(text: str) -> ShiftSheet:
    """A kept sheet."""
    kept: dict[str, Any] = json.loads(text)
    kept["slips"] = tuple(_slip(each) for each in kept["slips"])
    kept["gaps"] = tuple(SheetGap(**each) for each in kept["gaps"])
    kept["missing"] = tuple(kept["missing"])
    for name in ("shift_at", "shift_until", "made_at"):
        kept[name] = _instant(kept[name])
    for name in ("from_post", "to_post"):
        kept[name] = DutyPost(kept[name])
    if kept["checked_on"] is not None:
        kept["checked_on"] = date.fromisoformat(kept["checked_on"])
    return ShiftSheet(**kept)


def _slip(kept: dict[str, Any]) -> SheetSlip:
    kept["state"] = SlipState(kept["state"])
    for name in ("issued_at", "eta_at", "appointment_at"):
        if kept[name] is not None:
            kept[name] = _instant(kept[name])
    return SheetSlip(**kept)


def _instant(text: str) -> datetime:
    return datetime.strptime(text, _AT).replace(tzinfo=UTC)


def _plain(value: object) -> str:
    if isinstance(value, datetime):
        return value.astimezone(UTC).strftime(_AT)
    assert isinstance(value, date), type(value).__name__
    return value.isoformat()
