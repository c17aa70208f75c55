"""What the closing tab lists: everything that stands open, the slips under each."""

from PySide6.QtCore import QCoreApplication

from app.close_room import CloseRoom
from models.text import QT_TRANSLATE_NOOP
from ui.finance.slip_line import SlipLine
from ui.kit.label import Tone
from ui.slip.moment import Moments

FEW = 5
"""So many slips of a group are shown before somebody asks for all."""
_T = QT_TRANSLATE_NOOP
_PARTS: tuple[tuple[str, str, str, Tone], ...] = (
    (
        "unbundled",
        _T("CloseLines", "Finance copies in hand, not handed over"),
        _T("CloseLines", "hand them over before the close"),
        Tone.BAD,
    ),
    (
        "open_bundles",
        _T("CloseLines", "Bundles that nobody has signed over"),
        _T("CloseLines", "sign them over before the close"),
        Tone.BAD,
    ),
    (
        "pending_waivers",
        _T("CloseLines", "Waivers nobody has decided"),
        _T("CloseLines", "what is decided later stands in the next period"),
        Tone.WARN,
    ),
    (
        "paid_unseen",
        _T("CloseLines", "Money received, paper not seen"),
        _T("CloseLines", "an exception; it stands below zero in the balances"),
        Tone.BAD,
    ),
    (
        "in_dispute",
        _T("CloseLines", "Quotes in dispute"),
        _T("CloseLines", "they do not hold the close back"),
        Tone.WARN,
    ),
    (
        "not_back",
        _T("CloseLines", "Section C: finance copies not in hand"),
        _T("CloseLines", "they go on into the next period"),
        Tone.SECOND,
    ),
    (
        "unpaid",
        _T("CloseLines", "Slips that owe"),
        _T("CloseLines", "what they owe goes on into the next period"),
        Tone.SECOND,
    ),
    (
        "gaps",
        _T("CloseLines", "Gap cases still open"),
        _T("CloseLines", "they stay on every statement until they are closed"),
        Tone.SECOND,
    ),
)


def close_lines(
    room: CloseRoom, moments: Moments, opened: frozenset[str]
) -> list[SlipLine]:
    """Groups that have something, the ones that hold the close back first; a long one
    is cut short unless it is ``opened``.
    """
    missing = room.missing
    lines: list[SlipLine] = []
    if missing is None:
        return lines
    for part, title, hint, tone in _PARTS:
        refs = getattr(missing, part)
        if not refs:
            continue
        text = QCoreApplication.translate("CloseLines", hint)
        head = QCoreApplication.translate("CloseLines", title)
        lines.append(SlipLine(part, f"{head}　{len(refs)}", text=text, tone=tone))
        is_cut = part not in opened and len(refs) > FEW + 1
        shown = refs[:FEW] if is_cut else refs
        lines += [
            _line(room, part, key, str(ref), moments) for key, ref in enumerate(shown)
        ]
        if is_cut:
            more = QCoreApplication.translate("CloseLines", "{count} more…")
            rest = more.format(count=len(refs) - FEW)
            lines.append(SlipLine(part, rest, 0, FEW, number_tone=Tone.ACCENT))
    return lines


def _line(room: CloseRoom, part: str, key: int, ref: str, moments: Moments) -> SlipLine:
    slip = room.slips.get(ref.split("/")[0])
    if slip is None:
        if part == "open_bundles":
            text = QCoreApplication.translate("CloseLines", "Bundle {number}")
            ref = text.format(number=ref)
        return SlipLine(part, ref, 0, key)
    return SlipLine(
        part,
        slip.number,
        slip.id,
        key,
        day=moments.write_day(slip.issued_at),
        room=slip.room,
        text=slip.content,
    )
