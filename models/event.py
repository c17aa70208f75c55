"""Who changed what and when: one hash chain a centre, never changed, never deleted."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base


class Event(Base):
    """One entry of the log. ``seq`` counts from 1 without holes within a centre.

    ``facts`` is JSON with sorted keys: what the event set. ``hash`` is SHA-256 over
    the previous hash and this entry (``app/event_log.py``).
    """

    __tablename__ = "event"
    __table_args__ = (Index("ix_event_entity", "entity", "entity_id", "seq"),)

    centre_id: Mapped[int] = mapped_column(ForeignKey("centre.id"), primary_key=True)
    seq: Mapped[int] = mapped_column(primary_key=True)
    happened_at: Mapped[datetime]
    by: Mapped[str] = mapped_column(String(80))
    entity: Mapped[str] = mapped_column(String(24))
    entity_id: Mapped[int]
    what: Mapped[str] = mapped_column(String(24))
    facts: Mapped[str] = mapped_column(Text)
    hash: Mapped[str] = mapped_column(String(64))


class EventHead(Base):
    """The end of a centre's chain; its row is locked while entries are added."""

    __tablename__ = "event_head"

    centre_id: Mapped[int] = mapped_column(ForeignKey("centre.id"), primary_key=True)
    last_seq: Mapped[int]
    last_hash: Mapped[str] = mapped_column(String(64))
