"""The limits of a job in words, as the policies of the centre set them."""

from app.desk import Desk
from models.slip import JobType
from ui.language import translate


def limit_words(
    desk: Desk, job_type: JobType, *, is_unit: bool, has_appointment: bool
) -> str:
    """Until when somebody is sent and on site (K-03, K-05): what a caller is told."""
    said = []
    if job_type is JobType.URGENT:
        text = translate("IntakeLimit", "sent within {minutes} minutes")
        said.append(text.format(minutes=desk.settings.number("urgent_response_min")))
    if has_appointment:
        said.append(translate("IntakeLimit", "on site by the appointment"))
    elif is_unit:
        text = translate("IntakeLimit", "on site within {minutes} minutes")
        said.append(text.format(minutes=desk.settings.number("unit_onsite_min")))
    elif job_type is JobType.ROUTINE:
        days = desk.settings.number("routine_finish_days")
        if days == 1:
            said.append(translate("IntakeLimit", "done by the end of tomorrow"))
        else:
            text = translate("IntakeLimit", "done within {days} days")
            said.append(text.format(days=days))
    return translate("IntakeLimit", ", ").join(said)
