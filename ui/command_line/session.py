"""What every command is given: its arguments, the language, a database and a desk."""

import argparse
import json
import os
import sys
from datetime import UTC, datetime
from functools import cached_property
from zoneinfo import ZoneInfo

from app.database import Database, place_of
from app.desk import Clock, Desk, open_desk, system_clock
from app.schema import require_current
from app.slip_refusals import TimeMalformed
from models.text import Translate, translator
from ui.command_line.place import database_url, language

_FORMS = ("%Y-%m-%d %H:%M:%S", "%Y-%m-%d %H:%M", "%Y-%m-%d")


class CommandSession:
    """One command under way. The database is opened when it is first asked for."""

    def __init__(self, arguments: argparse.Namespace) -> None:
        self.arguments = arguments
        self.translate: Translate = translator(language())
        self.url = database_url(getattr(arguments, "db", None))
        self._clock: Clock = system_clock
        self._opened: Database | None = None

    @property
    def wants_json(self) -> bool:
        """Whether the answer is for a program."""
        return bool(getattr(self.arguments, "json", False))

    @cached_property
    def database(self) -> Database:
        """The database, which must exist and have the form this program knows."""
        self.close()  # one that was found missing may have been made since
        self._opened = Database(self.url)
        require_current(self._opened)
        return self._opened

    @cached_property
    def desk(self) -> Desk:
        """Who acts, at which centre."""
        return self.database.read(
            open_desk,
            centre=getattr(self.arguments, "centre", None),
            actor=getattr(self.arguments, "actor", None) or os.environ.get("SILIAN_AS"),
            clock=self._clock,
        )

    def desk_at(self, text: str | None) -> Desk:
        """The desk with its clock at a typed time; None: the real clock."""
        moment = self.moment(text)
        return self.desk if moment is None else self.desk.at(moment)

    def moment(self, text: str | None) -> datetime | None:
        """A typed local time as an instant; raises ``TimeMalformed``."""
        return None if text is None else typed_time(text, self.desk.zone)

    @property
    def place(self) -> str:
        """The database's address without its password, as people are told it."""
        return place_of(self.url)

    def zone(self) -> ZoneInfo | None:
        """The site's zone if the desk is open, for times in sentences."""
        desk = self.__dict__.get("desk")
        return desk.zone if isinstance(desk, Desk) else None

    def text(self, source: str, **facts: object) -> str:
        """A marked text of context ``Command`` in the command's language."""
        return self.translate("Command", source).format(**facts)

    def say(self, line: str) -> None:
        """One line of the answer."""
        sys.stdout.write(line + "\n")

    def warn(self, line: str) -> None:
        """One line beside the answer, on standard error."""
        sys.stderr.write(line + "\n")

    def say_json(self, answer: object) -> None:
        """The answer for a program."""
        self.say(json.dumps(answer, ensure_ascii=False, indent=1))

    def close(self) -> None:
        """Let go of the database."""
        if self._opened is not None:
            self._opened.close()


def local_text(desk: Desk, at: datetime | None) -> str | None:
    """An instant as commands print it: local ``YYYY-MM-DD HH:MM:SS``."""
    return None if at is None else desk.local(at).strftime("%Y-%m-%d %H:%M:%S")


def typed_time(text: str, zone: ZoneInfo) -> datetime:
    """A typed local time as an instant; raises ``TimeMalformed``."""
    for form in _FORMS:
        try:
            # The zone follows: a typed time is local to the site.
            local = datetime.strptime(text.strip(), form)  # noqa: DTZ007
        except ValueError:
            continue
        try:
            return local.replace(tzinfo=zone).astimezone(UTC)
        except OverflowError:
            break
    raise TimeMalformed(value=text)
