"""Takes staff from a centre's own sheet into the directory."""

from collections.abc import Iterator, Sequence

from sqlalchemy.orm import Session

from app.desk import SYSTEM, Desk
from app.progress import Progress
from app.sheet_row import ReadRow
from app.staff_directory import SaveStaff, StaffRow, list_staff, save_staff
from models.data_book_problem import CellFault, Problem
from models.sheet_target import DEPARTMENTS, POSTS, STAFF_HEADINGS
from models.staff import Department, Post

_TITLES = {heading.name: heading.title for heading in STAFF_HEADINGS}
_DEPARTMENTS = dict(
    zip(
        DEPARTMENTS,
        (
            Department.HOUSEKEEPING,
            Department.ENGINEERING,
            Department.FINANCE,
            Department.CONTROL,
            Department.MANAGEMENT,
        ),
        strict=True,
    )
)
_POSTS = dict(zip(POSTS, Post, strict=True))


def judge_staff(rows: Sequence[ReadRow]) -> Iterator[Problem]:
    """A name stands for one person, and none is called 系统."""
    seen: dict[str, int] = {}
    for row in rows:
        name = row.values.get("name", "")
        if not name:
            continue
        title = _TITLES["name"]
        if name == SYSTEM:
            facts = (("choices", "—"),)
            yield Problem("", row.number, title, name, CellFault.NOT_A_CHOICE, facts)
        elif name in seen:
            first = (("row", seen[name]),)
            yield Problem("", row.number, title, name, CellFault.REPEATED, first)
        else:
            seen[name] = row.number


def import_staff(
    session: Session, desk: Desk, rows: Sequence[ReadRow], progress: Progress
) -> tuple[int, int, int]:
    """Add and change staff by name; answers with (added, changed, as they were).

    Somebody who is known keeps the posts held so far beside the one of the sheet.
    """
    known = {
        member.name: member for member in list_staff(session, desk, with_gone=True)
    }
    added = changed = same = 0
    for done, row in enumerate(rows):
        progress.step(done, len(rows))
        before = known.get(row.values["name"])
        order = _order(before, row)
        if before is None:
            added += 1
        elif _is_same(before, order):
            same += 1
            continue
        else:
            changed += 1
        save_staff(session, desk, order)
    return added, changed, same


def _order(before: StaffRow | None, row: ReadRow) -> SaveStaff:
    values = row.values
    posts: tuple[Post, ...] = (_POSTS[values["post"]],)
    if before is not None:
        posts = tuple(dict.fromkeys((*before.posts, *posts)))
    return SaveStaff(
        name=values["name"],
        department=_DEPARTMENTS[values["department"]],
        posts=posts,
        trades=values.get("trades") or (before.trades if before else ()),
        badge_no=values.get("badge_no") or (before and before.badge_no) or "",
        phone=values.get("phone") or (before and before.phone) or "",
        staff_id=before.id if before else None,
        version=before.version if before else None,
    )


def _is_same(before: StaffRow, order: SaveStaff) -> bool:
    return before.is_active and (
        before.department,
        before.posts,
        before.trades,
        before.badge_no or "",
        before.phone or "",
    ) == (order.department, order.posts, order.trades, order.badge_no, order.phone)
