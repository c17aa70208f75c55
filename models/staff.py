"""Staff, the posts they hold, and what each post may do."""

from enum import StrEnum

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Id


class Department(StrEnum):
    """Departments that exist (S4-0.3)."""

    HOUSEKEEPING = "housekeeping"
    ENGINEERING = "engineering"
    FINANCE = "finance"
    CONTROL = "control"
    MANAGEMENT = "management"


class Post(StrEnum):
    """What somebody works as (domain-model 4.13)."""

    FRONT_DESK = "front_desk"
    CONTROL_ROOM = "control_room"
    HOUSEKEEPER = "housekeeper"
    HOUSEKEEPING_SUPERVISOR = "housekeeping_supervisor"
    DISPATCHER = "dispatcher"
    SUPERVISOR = "supervisor"
    TECHNICIAN = "technician"
    FINANCE = "finance"
    DIRECTOR = "director"
    LEADER = "leader"
    ADMIN = "admin"


class Permission(StrEnum):
    """What a use case asks for before it does anything."""

    ISSUE_SLIP = "issue_slip"
    PRINT_SLIP = "print_slip"
    DISPATCH_SLIP = "dispatch_slip"
    WORK_SLIP = "work_slip"
    NEGOTIATE_SLIP = "negotiate_slip"
    TAKE_BACK_SLIP = "take_back_slip"
    INSPECT_SLIP = "inspect_slip"
    SEE_FAILURE = "see_failure"
    CANCEL_SLIP = "cancel_slip"
    VOID_SLIP = "void_slip"
    CORRECT_SLIP = "correct_slip"
    CLOSE_SLIP = "close_slip"
    CALL_BACK = "call_back"
    CHECK_RETURNS = "check_returns"
    CHASE_GAP = "chase_gap"
    FOLLOW_UP = "follow_up"
    HAND_OVER_SHIFT = "hand_over_shift"
    MOVE_COPY = "move_copy"
    RECORD_MONEY = "record_money"
    APPLY_WAIVER = "apply_waiver"
    APPROVE_WAIVER = "approve_waiver"
    HAND_OVER_COPY = "hand_over_copy"
    ACCEPT_COPY = "accept_copy"
    PROPOSE_CLOSE = "propose_close"
    CONFIRM_CLOSE = "confirm_close"
    CHANGE_TARIFF = "change_tariff"
    CONFIRM_CLOCK = "confirm_clock"
    READ_BOOKS = "read_books"
    IMPORT_BOOK = "import_book"
    EXPORT_BOOK = "export_book"
    CHANGE_SETTINGS = "change_settings"
    RESTORE = "restore"


_DESK = frozenset(
    {
        Permission.ISSUE_SLIP,
        Permission.PRINT_SLIP,
        Permission.NEGOTIATE_SLIP,
        Permission.TAKE_BACK_SLIP,
        Permission.INSPECT_SLIP,
        Permission.CANCEL_SLIP,
        Permission.CALL_BACK,
        Permission.CHECK_RETURNS,
        Permission.CHASE_GAP,
        Permission.FOLLOW_UP,
        Permission.HAND_OVER_SHIFT,
        Permission.MOVE_COPY,
        Permission.APPLY_WAIVER,
        Permission.HAND_OVER_COPY,
        Permission.READ_BOOKS,
    }
)
_ENGINEERING = frozenset(
    {
        Permission.WORK_SLIP,
        Permission.PRINT_SLIP,
        Permission.MOVE_COPY,
        Permission.CHASE_GAP,
        Permission.FOLLOW_UP,
    }
)

RIGHTS: dict[Post, frozenset[Permission]] = {
    Post.FRONT_DESK: _DESK,
    Post.CONTROL_ROOM: _DESK,
    Post.HOUSEKEEPER: _DESK,
    Post.HOUSEKEEPING_SUPERVISOR: _DESK
    | {
        Permission.SEE_FAILURE,
        Permission.VOID_SLIP,
        Permission.CORRECT_SLIP,
        Permission.CLOSE_SLIP,
        Permission.CONFIRM_CLOCK,
        Permission.PROPOSE_CLOSE,
        Permission.IMPORT_BOOK,
        Permission.EXPORT_BOOK,
    },
    Post.DISPATCHER: _ENGINEERING | {Permission.DISPATCH_SLIP},
    Post.SUPERVISOR: _ENGINEERING | {Permission.DISPATCH_SLIP},
    Post.TECHNICIAN: frozenset({Permission.WORK_SLIP}),
    Post.FINANCE: frozenset(
        {
            Permission.READ_BOOKS,
            Permission.EXPORT_BOOK,
            Permission.MOVE_COPY,
            Permission.RECORD_MONEY,
            Permission.ACCEPT_COPY,
            Permission.CONFIRM_CLOSE,
            Permission.CHANGE_TARIFF,
        }
    ),
    Post.DIRECTOR: frozenset(
        {
            Permission.READ_BOOKS,
            Permission.EXPORT_BOOK,
            Permission.SEE_FAILURE,
            Permission.APPROVE_WAIVER,
        }
    ),
    Post.LEADER: frozenset(
        {
            Permission.READ_BOOKS,
            Permission.EXPORT_BOOK,
            Permission.APPROVE_WAIVER,
        }
    ),
    Post.ADMIN: frozenset(
        {
            Permission.READ_BOOKS,
            Permission.IMPORT_BOOK,
            Permission.EXPORT_BOOK,
            Permission.CHANGE_TARIFF,
            Permission.CHANGE_SETTINGS,
            Permission.RESTORE,
        }
    ),
}
"""Which post may do what (domain-model 4.13); somebody may hold several posts."""


class Staff(Base):
    """One member of staff."""

    __tablename__ = "staff"
    __table_args__ = (UniqueConstraint("centre_id", "name"),)

    id: Mapped[Id]
    centre_id: Mapped[int] = mapped_column(ForeignKey("centre.id"))
    name: Mapped[str] = mapped_column(String(40))
    department: Mapped[Department]
    posts: Mapped[tuple[str, ...]]
    trades: Mapped[tuple[str, ...]]
    badge_no: Mapped[str | None] = mapped_column(String(20))
    phone: Mapped[str | None] = mapped_column(String(30))
    is_active: Mapped[bool] = mapped_column(default=True)
    version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - SQLAlchemy's form
