"""Copy schemes (联次方案): how many copies, whose, in which colour (K-01)."""

from enum import StrEnum

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Id


class CopyRole(StrEnum):
    """What a copy is for; rules speak of roles, never of copy numbers."""

    ENG = "eng"
    FIN = "fin"
    OWNER = "owner"
    HK = "hk"
    DEPT = "dept"
    TEAM = "team"


class CopyScheme(Base):
    """One scheme; a slip keeps the code of the scheme it was printed with."""

    __tablename__ = "copy_scheme"
    __table_args__ = (UniqueConstraint("centre_id", "code"),)

    id: Mapped[Id]
    centre_id: Mapped[int] = mapped_column(ForeignKey("centre.id"))
    code: Mapped[str] = mapped_column(String(20))
    name: Mapped[str] = mapped_column(String(40))


class CopySchemeRow(Base):
    """One copy of a scheme: its number, role, printed label and colour word."""

    __tablename__ = "copy_scheme_row"

    scheme_id: Mapped[int] = mapped_column(
        ForeignKey("copy_scheme.id"), primary_key=True
    )
    copy_no: Mapped[int] = mapped_column(primary_key=True)
    role: Mapped[CopyRole]
    label: Mapped[str] = mapped_column(String(20))
    colour: Mapped[str] = mapped_column(String(10))
