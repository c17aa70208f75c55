"""``silian roster``: the duty post at a moment."""

from models.text import QT_TRANSLATE_NOOP
from ui.command_line.session import CommandSession
from ui.labels import label


def roster(session: CommandSession) -> int:
    """Say who takes calls then; a year without holidays is said aloud (K-09)."""
    moment = session.moment(session.arguments.time)
    assert moment is not None
    desk = session.desk
    post = desk.duty_post(moment)
    year = desk.local(moment).year
    is_asked = desk.settings.text("holiday_mode") == "STATE_CALENDAR"
    if is_asked and not desk.calendar.has_year(year):
        session.warn(
            session.text(
                QT_TRANSLATE_NOOP(
                    "Command",
                    "The holidays of {year} are not loaded; a plain Monday-to-Friday"
                    " week is assumed.",
                ),
                year=year,
            )
        )
    if session.wants_json:
        session.say_json({"post": post.value})
    else:
        session.say(label(post, session.translate))
    return 0
