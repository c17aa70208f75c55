"""``silian slip issue``, ``show`` and ``pdf``."""

from decimal import Decimal
from pathlib import Path

from app.desk import Desk
from app.slip_copy_move import print_slips
from app.slip_issue import IssueSlip, issue_slip_anyway
from app.slip_refusals import CopiesUnknown
from app.slip_view import SlipView, load_slip_view_by_number
from models.slip import JobType
from models.text import QT_TRANSLATE_NOOP
from models.unit import AreaKind
from ui.command_line.session import CommandSession, local_text
from ui.labels import label
from ui.paper_draw import slip_pdf
from ui.whole_file import whole_file

ON_PLIES = ("half", "third")
"""Papers on which one strike makes every copy."""
UNCHECKED = "命令行未核对"
"""What stands as the reason where a command issued a possible duplicate."""


def issue(session: CommandSession) -> int:
    """Issue one slip; its number is printed after the commit is durable."""
    typed = session.arguments
    order = IssueSlip(
        area_kind=AreaKind(typed.area_kind),
        area=typed.area,
        place=typed.place,
        unit=typed.unit,
        reporter_name=typed.reporter,
        phone=typed.phone,
        content=typed.content,
        job_type=JobType.URGENT if typed.urgent else JobType.ROUTINE,
        anyway_reason=typed.anyway,
    )
    desk = session.desk_at(typed.at)
    (slip, found), _ = session.database.write(issue_slip_anyway, desk, order, UNCHECKED)
    for duplicate in found:
        text = QT_TRANSLATE_NOOP(
            "Command", "Possibly a duplicate of {number} ({why}): {content}"
        )
        session.warn(
            session.text(
                text,
                number=duplicate.number,
                why=label(duplicate.why, session.translate),
                content=duplicate.content,
            )
        )
    session.say(slip.number)
    return 0


def show(session: CommandSession) -> int:
    """One slip with its events, copies and money."""
    view = session.database.read(
        load_slip_view_by_number, session.desk, session.arguments.number
    )
    if session.wants_json:
        session.say_json(_as_json(session.desk, view))
    else:
        for line in _as_lines(session, view):
            session.say(line)
    return 0


def pdf(session: CommandSession) -> int:
    """Write the four-copy slips; it counts as a print of each copy written."""
    from reports.slip_form_load import load

    typed = session.arguments
    copies = _copy_numbers(typed.copies)
    printed = None if typed.paper in ON_PLIES else copies
    target = Path(typed.output)
    with whole_file(target) as partial:
        session.database.write(print_slips, session.desk, typed.numbers, printed)
        forms = session.database.read(load, session.desk, typed.numbers)
        partial.write_bytes(slip_pdf(forms, typed.paper, copies))
    text = QT_TRANSLATE_NOOP("Command", "{count} slips written to {file}")
    session.say(session.text(text, count=len(forms), file=target))
    return 0


def _copy_numbers(text: str | None) -> tuple[int, ...] | None:
    if text is None:
        return None
    words = [word.strip() for word in text.replace("，", ",").split(",")]
    if not all(word.isascii() and word.isdigit() for word in words):
        raise CopiesUnknown(copies=text, known="1,2,3,4")
    return tuple(sorted({int(word) for word in words}))


def _as_json(desk: Desk, view: SlipView) -> dict[str, object]:
    money = view.money
    return {
        "no": view.number,
        "state": view.facts["state"],
        "area_kind": view.facts["area_kind"],
        "issued_at": local_text(desk, view.facts["issued_at"]),  # type: ignore[arg-type]
        "copies": [
            {"copy": copy.copy_no, "where": copy.place}
            for copy in view.copies
            if copy.place is not None
        ],
        "events": [
            {
                "at": local_text(desk, event.happened_at),
                "what": event.what,
                "by": event.by,
            }
            for event in view.events
        ],
        **{
            name: f"{getattr(money, name):.2f}"
            for name in (
                "charged",
                "waived",
                "received",
                "refunded",
                "adjusted",
                "balance",
            )
        },
    }


def _as_lines(session: CommandSession, view: SlipView) -> list[str]:
    desk, translate, facts = session.desk, session.translate, view.facts
    state = label(facts["state"], translate)  # type: ignore[arg-type]
    kind = label(facts["area_kind"], translate)  # type: ignore[arg-type]
    job = label(facts["job_type"], translate)  # type: ignore[arg-type]
    parts = (facts["area"], facts["unit_label"], facts["place"])
    where = " ".join(dict.fromkeys(str(part) for part in parts if part))
    lines = [
        f"{view.number}  {state}  {kind}  {job}  {where}",
        f"{facts['reporter_name']}  {facts['phone'] or ''}  {facts['content']}",
        "",
    ]
    for event in view.events:
        at = local_text(desk, event.happened_at)
        lines.append(f"{at}  {label(event.what, translate)}  {event.by}")
    if view.events:
        lines.append("")
    for copy in view.copies:
        place = "—" if copy.place is None else label(copy.place, translate)
        lines.append(f"{copy.copy_no} {copy.label}（{copy.colour}）  {place}")
    balance: Decimal = view.money.balance
    lines.append("")
    lines.append(
        session.text(
            QT_TRANSLATE_NOOP(
                "Command",
                "Charged {charged}, waived {waived}, received {received},"
                " balance {balance}",
            ),
            charged=f"{view.money.charged:.2f}",
            waived=f"{view.money.waived:.2f}",
            received=f"{view.money.received:.2f}",
            balance=f"{balance:.2f}",
        )
    )
    return lines
