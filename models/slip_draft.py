"""Half-typed forms, so that nothing typed is lost."""

from datetime import datetime

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Id


class SlipDraft(Base):
    """One unfinished form: a call, which has no number yet (domain-model 4.2, rows
    1–2), or what a paper at the return desk says (``app/kept_form.py``).

    ``fields`` is JSON: field name → what stands in it.
    """

    __tablename__ = "slip_draft"

    id: Mapped[Id]
    centre_id: Mapped[int] = mapped_column(ForeignKey("centre.id"), index=True)
    typed_by: Mapped[str] = mapped_column(String(80))
    typed_at: Mapped[datetime]
    fields: Mapped[str] = mapped_column(Text)
