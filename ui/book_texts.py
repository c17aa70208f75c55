"""A sentence for everything that can be wrong with a data book (数据簿)."""

from models.data_book_problem import CellFault, FileFault, Problem, UnreadableBook
from models.text import QT_TRANSLATE_NOOP, Translate

_SHOWN = 60

CELL_SENTENCES: dict[CellFault, str] = {
    CellFault.UNKNOWN_SHEET: QT_TRANSLATE_NOOP(
        "Book", "The data book has no sheet of this name."
    ),
    CellFault.MISSING_SHEET: QT_TRANSLATE_NOOP("Book", "The sheet 维修单 is missing."),
    CellFault.NO_HEADINGS: QT_TRANSLATE_NOOP("Book", "Row 1 must hold the headings."),
    CellFault.UNKNOWN_HEADING: QT_TRANSLATE_NOOP(
        "Book", "The sheet has no such heading."
    ),
    CellFault.DUPLICATE_HEADING: QT_TRANSLATE_NOOP(
        "Book", "This heading stands in row 1 twice."
    ),
    CellFault.MISSING_HEADING: QT_TRANSLATE_NOOP(
        "Book", "This required heading is missing in row 1."
    ),
    CellFault.NO_HEADING: QT_TRANSLATE_NOOP(
        "Book", "There is no heading above this cell."
    ),
    CellFault.MERGED: QT_TRANSLATE_NOOP(
        "Book", "The cells {range} are merged; unmerge them."
    ),
    CellFault.FORMULA: QT_TRANSLATE_NOOP(
        "Book", "This is a formula; put its value in its place."
    ),
    CellFault.ERROR_VALUE: QT_TRANSLATE_NOOP(
        "Book", "This is an error value of the spreadsheet."
    ),
    CellFault.MISSING: QT_TRANSLATE_NOOP("Book", "This cell must be filled."),
    CellFault.NOT_TEXT: QT_TRANSLATE_NOOP(
        "Book", "This must be text; format the cell as text and type again."
    ),
    CellFault.UNPRINTABLE: QT_TRANSLATE_NOOP(
        "Book", "The text holds a sign that cannot be printed."
    ),
    CellFault.TOO_LONG: QT_TRANSLATE_NOOP(
        "Book", "The text has {length} signs; {limit} are allowed."
    ),
    CellFault.TOO_SHORT: QT_TRANSLATE_NOOP(
        "Book", "The text needs at least {limit} signs."
    ),
    CellFault.NOT_A_CHOICE: QT_TRANSLATE_NOOP(
        "Book", "This must be one of: {choices}."
    ),
    CellFault.NOT_A_TIME: QT_TRANSLATE_NOOP(
        "Book", "This is no time; write 2026-11-20 17:30:00 or 2026-11-20."
    ),
    CellFault.TIME_OUT_OF_RANGE: QT_TRANSLATE_NOOP(
        "Book", "The year must lie between {first} and {last}."
    ),
    CellFault.NOT_MONEY: QT_TRANSLATE_NOOP("Book", "This is no amount of money."),
    CellFault.MONEY_DECIMALS: QT_TRANSLATE_NOOP(
        "Book", "Money has at most two decimals."
    ),
    CellFault.MONEY_TOO_LARGE: QT_TRANSLATE_NOOP(
        "Book", "The amount is larger than {limit}."
    ),
    CellFault.MONEY_NEGATIVE: QT_TRANSLATE_NOOP(
        "Book", "The amount may not be below zero."
    ),
    CellFault.MONEY_NOT_POSITIVE: QT_TRANSLATE_NOOP(
        "Book", "The amount must be above zero."
    ),
    CellFault.MONEY_ZERO: QT_TRANSLATE_NOOP(
        "Book", "An adjustment of zero says nothing."
    ),
    CellFault.NOT_A_PERIOD: QT_TRANSLATE_NOOP(
        "Book", "This is no period; write it as 2026-11."
    ),
    CellFault.DUPLICATE_NUMBER: QT_TRANSLATE_NOOP(
        "Book", "The number stands in row {row} too."
    ),
    CellFault.REPEATED: QT_TRANSLATE_NOOP("Book", "This stands in row {row} already."),
    CellFault.NUMBER_TAKEN: QT_TRANSLATE_NOOP(
        "Book", "A slip with this number is in the database already."
    ),
    CellFault.PHONE_WRONG: QT_TRANSLATE_NOOP("Book", "This is no telephone number."),
    CellFault.IN_FUTURE: QT_TRANSLATE_NOOP("Book", "This time is later than now."),
    CellFault.EARLIER_THAN: QT_TRANSLATE_NOOP(
        "Book", "This cannot be earlier than {other}."
    ),
    CellFault.LATER_THAN: QT_TRANSLATE_NOOP(
        "Book", "This cannot be later than {other}."
    ),
    CellFault.NEEDED_WITH: QT_TRANSLATE_NOOP(
        "Book", "This is needed, since {other} is filled."
    ),
    CellFault.INSPECTION_ON_UNIT: QT_TRANSLATE_NOOP(
        "Book", "Only public and office slips are inspected."
    ),
    CellFault.SIGNED_BY_TECHNICIAN: QT_TRANSLATE_NOOP(
        "Book", "A technician cannot sign for the owner."
    ),
    CellFault.FEE_NOT_CHARGEABLE: QT_TRANSLATE_NOOP(
        "Book",
        "A fee is charged only when 计费类别 is 有偿 or 合同, not {charge_class}.",
    ),
    CellFault.FEE_ON_PUBLIC: QT_TRANSLATE_NOOP("Book", "A public slip has no fee."),
    CellFault.FEE_ON_ENDED: QT_TRANSLATE_NOOP(
        "Book", "A slip that ended as {ending} has no fee."
    ),
    CellFault.UNKNOWN_SLIP: QT_TRANSLATE_NOOP(
        "Book", "The sheet 维修单 has no slip of this number."
    ),
    CellFault.OWN_PARENT: QT_TRANSLATE_NOOP(
        "Book", "A slip cannot be its own original."
    ),
    CellFault.MONEY_ON_PUBLIC: QT_TRANSLATE_NOOP("Book", "A public slip has no money."),
    CellFault.MONEY_ON_ENDED: QT_TRANSLATE_NOOP(
        "Book", "A slip that ended as {ending} has no money."
    ),
    CellFault.BEFORE_ISSUE: QT_TRANSLATE_NOOP(
        "Book", "The slip was issued later, on {issued}."
    ),
    CellFault.NOT_OPEN: QT_TRANSLATE_NOOP(
        "Book", "The slip was not open any more at this time."
    ),
    CellFault.ENDED: QT_TRANSLATE_NOOP(
        "Book", "The slip had ended as {ending} at this time."
    ),
    CellFault.RECEIPT_TWICE: QT_TRANSLATE_NOOP(
        "Book", "This receipt was given to another payer or on another day (row {row})."
    ),
    CellFault.REFUND_OVER_PAYMENTS: QT_TRANSLATE_NOOP(
        "Book", "Only {paid} was paid until then; more cannot be refunded."
    ),
    CellFault.BALANCE_BELOW_ZERO: QT_TRANSLATE_NOOP(
        "Book", "With this the slip's balance falls below zero: {balance}."
    ),
    CellFault.WAIVER_LEVEL: QT_TRANSLATE_NOOP(
        "Book", "Waivers of {total} in all must be approved by 公司领导."
    ),
    CellFault.WAIVER_OVER_CHARGE: QT_TRANSLATE_NOOP(
        "Book", "Only {left} is left to waive."
    ),
    CellFault.APPLICANT_APPROVES: QT_TRANSLATE_NOOP(
        "Book", "Who applies for a waiver cannot approve it."
    ),
    CellFault.CLOSED_TOO_EARLY: QT_TRANSLATE_NOOP(
        "Book", "The period cannot be closed before {start}."
    ),
    CellFault.PERIOD_TWICE: QT_TRANSLATE_NOOP("Book", "The period is closed twice."),
    CellFault.PERIOD_ORDER: QT_TRANSLATE_NOOP(
        "Book", "An earlier period was closed later than this."
    ),
    CellFault.PERIOD_SKIPPED: QT_TRANSLATE_NOOP(
        "Book", "The period {missing} before it is not closed."
    ),
    CellFault.RANGE_BACKWARDS: QT_TRANSLATE_NOOP(
        "Book", "The upper end of the range lies below {labour}."
    ),
    CellFault.NIGHT_CHEAPER: QT_TRANSLATE_NOOP(
        "Book", "The night costs at least as much as the day, {labour}."
    ),
    CellFault.MATERIAL_NOT_EXTRA: QT_TRANSLATE_NOOP(
        "Book", "Only material that is charged extra has a price of its own."
    ),
    CellFault.MINUTES_WRONG: QT_TRANSLATE_NOOP(
        "Book", "This must be a whole number of minutes, {limit} at most."
    ),
    CellFault.DAY_OUT_OF_RANGE: QT_TRANSLATE_NOOP(
        "Book", "The day must lie between {first} and {last}."
    ),
    CellFault.ENDS_TOO_EARLY: QT_TRANSLATE_NOOP(
        "Book", "It must end later than it begins, {begins}."
    ),
    CellFault.TARIFF_OVERLAPS: QT_TRANSLATE_NOOP(
        "Book", "{code} has a price from {begins} to {ends} already."
    ),
    CellFault.TARIFF_IN_FORCE: QT_TRANSLATE_NOOP(
        "Book",
        "The price of {code} holds since {begins}; a new one needs a later day.",
    ),
}
"""What is wrong with a cell; ``Problem.facts`` fill the placeholders."""

FILE_SENTENCES: dict[FileFault, str] = {
    FileFault.NOT_THERE: QT_TRANSLATE_NOOP("Book", "There is no file {file}."),
    FileFault.UNREADABLE: QT_TRANSLATE_NOOP("Book", "The file {file} cannot be read."),
    FileFault.EMPTY: QT_TRANSLATE_NOOP("Book", "The file {file} is empty."),
    FileFault.TOO_LARGE: QT_TRANSLATE_NOOP(
        "Book", "The file {file} is larger than {limit} MB; split it."
    ),
    FileFault.UNPACKS_TOO_LARGE: QT_TRANSLATE_NOOP(
        "Book", "The file {file} unpacks to more than {limit} MB; it is not read."
    ),
    FileFault.ENCRYPTED: QT_TRANSLATE_NOOP(
        "Book", "The file {file} is protected by a password; save it without one."
    ),
    FileFault.OLD_FORMAT: QT_TRANSLATE_NOOP(
        "Book", "The file {file} is an old .xls workbook; save it as .xlsx."
    ),
    FileFault.NOT_A_WORKBOOK: QT_TRANSLATE_NOOP(
        "Book", "The file {file} is no .xlsx workbook."
    ),
    FileFault.DAMAGED: QT_TRANSLATE_NOOP(
        "Book", "The file {file} is damaged or cut short."
    ),
    FileFault.FORBIDDEN_XML: QT_TRANSLATE_NOOP(
        "Book", "The file {file} holds definitions that no workbook needs; not read."
    ),
    FileFault.TOO_MANY: QT_TRANSLATE_NOOP(
        "Book", "The file {file} holds more cells than can be checked."
    ),
    FileFault.NO_REGISTER: QT_TRANSLATE_NOOP(
        "Book", "The file {file} has no sheet with the heading 单号."
    ),
}
"""Why a file is not read at all; ``UnreadableBook.facts`` fill the placeholders."""


def cell_sentence(problem: Problem, translate: Translate) -> str:
    """Why a cell is wrong: the comment of an annotated book."""
    sentence = translate("Book", CELL_SENTENCES[problem.fault])
    return sentence.format(**dict(problem.facts))


def file_sentence(error: UnreadableBook, translate: Translate) -> str:
    """Why a file was not read, and what to do."""
    return translate("Book", FILE_SENTENCES[error.fault]).format(**error.facts)


def problem_line(problem: Problem, translate: Translate) -> str:
    """One line of the list of bad cells: sheet, row, heading, value, reason."""
    known = {
        "sheet": problem.sheet,
        "row": problem.row,
        "heading": problem.heading or dict(problem.facts).get("column", ""),
        "value": problem.value.replace("\n", " ")[:_SHOWN],
        "reason": cell_sentence(problem, translate),
    }
    if not problem.row:
        line = QT_TRANSLATE_NOOP("Book", "Sheet {sheet}: {reason}")
    elif problem.value:
        line = QT_TRANSLATE_NOOP(
            "Book", "Sheet {sheet}, row {row}, {heading}, “{value}”: {reason}"
        )
    else:
        line = QT_TRANSLATE_NOOP(
            "Book", "Sheet {sheet}, row {row}, {heading}: {reason}"
        )
    return translate("Book", line).format(**known)
