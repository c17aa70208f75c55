"""What a paper asks of the desk it is printed for: the centre, its clock, its settings.

The desk itself belongs to another room; whatever has these attributes will do.
"""

from datetime import datetime
from typing import Protocol
from zoneinfo import ZoneInfo

PROCEDURE = "ML-CS-016"
"""The number of the governing procedure (S4-0.1)."""


class Settings(Protocol):
    """The settings of a centre."""

    def text(self, key: str) -> str:
        """A setting that is text."""

    def number(self, key: str) -> int:
        """A setting that is a whole number."""

    def minute_of_day(self, key: str) -> int:
        """A clock time as minutes since midnight."""


class Office(Protocol):
    """The centre that prints."""

    @property
    def centre_id(self) -> int:
        """Key of the centre."""

    @property
    def centre_name(self) -> str:
        """What stands at the head of a paper."""

    @property
    def zone(self) -> ZoneInfo:
        """The zone in which people read times."""

    @property
    def settings(self) -> Settings:
        """The centre's settings."""


def local_time(office: Office, at: datetime | None) -> datetime | None:
    """An instant as the site's clock shows it, naive, for paper and spreadsheets."""
    return None if at is None else at.astimezone(office.zone).replace(tzinfo=None)


def moment_text(office: Office, at: datetime | None, beside: datetime) -> str:
    """``11-20 17:30``, with its year where that of ``beside`` is another."""
    local, near = local_time(office, at), local_time(office, beside)
    if local is None or near is None:
        return ""
    form = "%m-%d %H:%M" if local.year == near.year else "%Y-%m-%d %H:%M"
    return local.strftime(form)


def procedure(office: Office) -> str:
    """The procedure a footer names, with the version where the centre gave one."""
    return f"{PROCEDURE} {office.settings.text('procedure_version')}".strip()
