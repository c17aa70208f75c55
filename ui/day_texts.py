"""A sentence for every refusal of the day's chasing, following up and handing over."""

from app.daily_review import DayReviewed
from app.follow_up import SideOfOthers
from app.form_stock import (
    FormNumberMalformed,
    FormSpoiled,
    FormUnknown,
    FormUsed,
    PackMismatch,
    PackOverlaps,
    PackTooLarge,
)
from app.gap import GapIsClosed, GapIsOpen, GapNoCopy
from app.shift_handover import (
    HandoverBackwards,
    HandoverOver,
    HandoverTooEarly,
    HandoverToOneself,
    ShiftHandedOver,
)
from app.staff_directory import PersonUnknown
from models.text import QT_TRANSLATE_NOOP

DAY_SENTENCES: dict[type[Exception], str] = {
    GapIsClosed: QT_TRANSLATE_NOOP(
        "Refusal", "The case {ref} is closed; open it again before you change it."
    ),
    GapIsOpen: QT_TRANSLATE_NOOP("Refusal", "The case {ref} is open already."),
    GapNoCopy: QT_TRANSLATE_NOOP(
        "Refusal",
        "{ref} is no copy, so it lies nowhere; say in the result how it ended.",
    ),
    SideOfOthers: QT_TRANSLATE_NOOP(
        "Refusal",
        "{actor} does not belong to that side; choose your own or let 系统 record it.",
    ),
    DayReviewed: QT_TRANSLATE_NOOP(
        "Refusal", "{supervisor} has looked through {day} already."
    ),
    FormNumberMalformed: QT_TRANSLATE_NOOP(
        "Refusal", "“{value}” must end with the digits that count the forms: A0001."
    ),
    PackMismatch: QT_TRANSLATE_NOOP(
        "Refusal",
        "{first} and {last} are not the two ends of one pack; the last must be as "
        "long as the first and not before it.",
    ),
    PackTooLarge: QT_TRANSLATE_NOOP(
        "Refusal", "That would be {count} forms; a pack holds {limit} at most."
    ),
    PackOverlaps: QT_TRANSLATE_NOOP(
        "Refusal",
        "Some of these came with the pack {first} to {last}; look at the numbers.",
    ),
    FormUsed: QT_TRANSLATE_NOOP(
        "Refusal", "The form {stock_no} became slip {number}; look at the number."
    ),
    FormSpoiled: QT_TRANSLATE_NOOP(
        "Refusal", "The form {stock_no} was spoiled ({reason}); take another."
    ),
    FormUnknown: QT_TRANSLATE_NOOP(
        "Refusal", "No pack with the form {stock_no} was received; receive it first."
    ),
    PersonUnknown: QT_TRANSLATE_NOOP(
        "Refusal", "Nobody called {name} works here. Do you mean {near}?"
    ),
    HandoverToOneself: QT_TRANSLATE_NOOP(
        "Refusal", "{name} can not hand over to {name}; name who takes over."
    ),
    HandoverTooEarly: QT_TRANSLATE_NOOP(
        "Refusal",
        "The shift of {shift} is handed over from {opens} on; wait until then.",
    ),
    HandoverOver: QT_TRANSLATE_NOOP(
        "Refusal",
        "The shift of {shift} is over; hand over to the present one, the missed one "
        "stays marked.",
    ),
    ShiftHandedOver: QT_TRANSLATE_NOOP(
        "Refusal",
        "The shift of {shift} was handed over to {taken_by} already; print its sheet "
        "from the list.",
    ),
    HandoverBackwards: QT_TRANSLATE_NOOP(
        "Refusal",
        "The last handover was at {last}, but the clock says {now}; put the clock "
        "right, then hand over.",
    ),
}
"""As ``ui.texts.SENTENCES``, which takes them in."""
