"""Sentences of registers that come back: why a cell is not taken, why nothing is."""

from collections.abc import Callable

from app.errors import Refusal
from app.register_compare import RegisterOfOtherBooks, RegisterTooDifferent
from app.register_take import RegisterRowRefused
from models.register_book import BookFault, BookProblem
from models.slip import SlipState
from models.text import QT_TRANSLATE_NOOP, Translate
from ui.labels import label

REGISTER_SENTENCES: dict[type[Exception], str] = {
    RegisterOfOtherBooks: QT_TRANSLATE_NOOP(
        "Refusal",
        "{name} was not exported from these books, or from a later state of them;"
        " export the register again and edit that.",
    ),
    RegisterTooDifferent: QT_TRANSLATE_NOOP(
        "Refusal",
        "{count} cells of {name} differ; at most {limit} are taken in one go. Is it"
        " the right file?",
    ),
    RegisterRowRefused: QT_TRANSLATE_NOOP(
        "Refusal", "{number}, {headings}: {refusal} Nothing was written."
    ),
}

BOOK_SENTENCES: dict[BookFault, str] = {
    BookFault.SHEET_UNKNOWN: QT_TRANSLATE_NOOP(
        "RegisterBook", "This sheet has no heading 单号; it was not read."
    ),
    BookFault.NUMBER_MISSING: QT_TRANSLATE_NOOP(
        "RegisterBook", "There is no number; new slips are issued, not imported here."
    ),
    BookFault.NUMBER_CHANGED: QT_TRANSLATE_NOOP(
        "RegisterBook", "The number was {was}; a number never changes."
    ),
    BookFault.NUMBER_UNKNOWN: QT_TRANSLATE_NOOP(
        "RegisterBook", "No slip of this number was exported into this file."
    ),
    BookFault.NUMBER_TWICE: QT_TRANSLATE_NOOP(
        "RegisterBook", "The number stands in several rows; none of them was read."
    ),
    BookFault.ROW_GONE: QT_TRANSLATE_NOOP(
        "RegisterBook",
        "{count} exported row(s) are gone, {number} the first; their slips stay.",
    ),
    BookFault.COLUMN_GONE: QT_TRANSLATE_NOOP(
        "RegisterBook", "This column is gone or has another name; its cells stay."
    ),
    BookFault.COLUMN_UNKNOWN: QT_TRANSLATE_NOOP(
        "RegisterBook", "The register has no such column; it was not read."
    ),
    BookFault.COLUMN_TWICE: QT_TRANSLATE_NOOP(
        "RegisterBook", "This heading stands there twice; neither was read."
    ),
    BookFault.FORMULA: QT_TRANSLATE_NOOP(
        "RegisterBook", "This is a formula; type the value in its place."
    ),
    BookFault.ERROR_VALUE: QT_TRANSLATE_NOOP(
        "RegisterBook", "This is an error value of the spreadsheet."
    ),
    BookFault.DERIVED: QT_TRANSLATE_NOOP(
        "RegisterBook", "The program works this out; it is never typed in."
    ),
    BookFault.OTHER_ROAD: QT_TRANSLATE_NOOP(
        "RegisterBook", "This has a step of its own on the slip; it is not edited here."
    ),
    BookFault.MASKED: QT_TRANSLATE_NOOP(
        "RegisterBook", "A masked telephone is never read; type the whole number."
    ),
    BookFault.STATE: QT_TRANSLATE_NOOP(
        "RegisterBook", "Cannot be put right while the slip is: {state}."
    ),
    BookFault.NO_RIGHT: QT_TRANSLATE_NOOP(
        "RegisterBook", "{actor} holds no post that may put this right."
    ),
    BookFault.EMPTIED: QT_TRANSLATE_NOOP(
        "RegisterBook", "This can be changed, not emptied."
    ),
    BookFault.NOT_A_TIME: QT_TRANSLATE_NOOP(
        "RegisterBook", "This is no time; write 2026-11-20 17:30."
    ),
    BookFault.NOT_A_CHOICE: QT_TRANSLATE_NOOP(
        "RegisterBook", "This must be one of: {choices}."
    ),
    BookFault.OTHER_PART: QT_TRANSLATE_NOOP(
        "RegisterBook", "“{part}” in this cell must stay as it is."
    ),
    BookFault.REFUSED: "{refusal}",
}


def book_sentence(
    problem: BookProblem, translate: Translate, refused: Callable[[Refusal], str]
) -> str:
    """Why something is not taken; ``refused`` says what a refusal says."""
    facts: dict[str, object] = {"was": problem.was, **dict(problem.facts)}
    for name, value in facts.items():
        if isinstance(value, Refusal):
            facts[name] = refused(value)
        elif isinstance(value, SlipState):
            facts[name] = label(value, translate)
    text = BOOK_SENTENCES[problem.fault]
    if problem.fault is not BookFault.REFUSED:
        text = translate("RegisterBook", text)
    return text.format(**facts)
