"""``silian init``, ``check``, ``backup`` and ``restore``."""

from contextlib import suppress
from pathlib import Path

from app.backup import back_up
from app.backup import restore as put_back
from app.check import check_books
from app.check_search import is_search_right
from app.errors import Refusal, Trouble
from app.last_backup import note_backup
from app.schema import create_or_upgrade
from app.search_rebuild import mend_search
from models.staff import Permission
from models.text import QT_TRANSLATE_NOOP
from ui.command_line.progress_line import progress_line
from ui.command_line.session import CommandSession
from ui.texts import problem_sentence

FOUND_WRONG = 1


def init(session: CommandSession) -> int:
    """Create the database or bring it to the newest form; mend its search."""
    if create_or_upgrade(session.url, progress_line()):
        text = QT_TRANSLATE_NOOP("Command", "The database is ready: {place}")
    else:
        if not session.database.read(is_search_right, session.desk):
            session.database.write(mend_search, progress_line())
        text = QT_TRANSLATE_NOOP("Command", "The database is up to date: {place}")
    session.say(session.text(text, place=session.place))
    return 0


def check(session: CommandSession) -> int:
    """Check the books; 1 with a list if anything is wrong."""
    problems = session.database.read(check_books, session.desk)
    said = [problem_sentence(problem, session.translate) for problem in problems]
    if session.wants_json:
        session.say_json(
            {
                "ok": not problems,
                "problems": [
                    {"kind": problem.kind.value, "ref": problem.ref, "text": text}
                    for problem, text in zip(problems, said, strict=True)
                ],
            }
        )
    elif problems:
        for text in said:
            session.say(text)
    else:
        session.say(session.text(QT_TRANSLATE_NOOP("Command", "Everything is sound.")))
    return FOUND_WRONG if problems else 0


def backup(session: CommandSession) -> int:
    """Write a verified copy while the database is in use."""
    _ = session.database
    target = Path(session.arguments.file)
    back_up(session.url, target)
    # The copy stands, also where a note of it cannot be left for the desks.
    with suppress(Refusal, Trouble):
        session.database.write(note_backup, session.desk, target.name)
    text = QT_TRANSLATE_NOOP("Command", "The verified copy is {file}")
    session.say(session.text(text, file=target))
    return 0


def restore(session: CommandSession) -> int:
    """Put a copy back; the present database is kept aside."""
    # With nothing usable there is nobody to ask who may: that is what copies are for.
    with suppress(Trouble):
        session.desk.require(Permission.RESTORE)
    session.close()
    kept = put_back(session.url, Path(session.arguments.file))
    text = QT_TRANSLATE_NOOP("Command", "Restored: {place}")
    session.say(session.text(text, place=session.place))
    if kept is not None:
        text = QT_TRANSLATE_NOOP("Command", "The database before is kept as {file}")
        session.say(session.text(text, file=kept))
    return 0
