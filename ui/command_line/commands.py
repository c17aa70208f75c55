"""The table of commands (interfaces.md 1)."""

from models.text import QT_TRANSLATE_NOOP
from ui.command_line.parser import Argument, Command

_FROM = Argument(
    ("--from",),
    QT_TRANSLATE_NOOP("Command", "slips issued from this day on"),
    {"metavar": "D", "dest": "from_"},
)
_TO = Argument(
    ("--to",),
    QT_TRANSLATE_NOOP("Command", "slips issued before this day"),
    {"metavar": "D"},
)

_PERIOD = Argument(
    ("period",),
    QT_TRANSLATE_NOOP("Command", "the period, named for the month it ends in"),
    {"metavar": "YYYY-MM"},
)


def _out(text: str) -> Argument:
    return Argument(("-o", "--output"), text, {"metavar": "FILE", "required": True})


COMMANDS: tuple[Command, ...] = (
    Command(
        ("init",),
        QT_TRANSLATE_NOOP("Command", "create the database or upgrade it"),
        "silian init --db sqlite:///silian.db",
        "database:init",
    ),
    Command(
        ("demo",),
        QT_TRANSLATE_NOOP(
            "Command", "a demonstration building with realistic months of work"
        ),
        "silian demo --out demo --months 3",
        "demo:demo",
        (
            Argument(
                ("--out",),
                QT_TRANSLATE_NOOP("Command", "folder for the demonstration"),
                {"metavar": "DIR"},
            ),
            Argument(
                ("--months",),
                QT_TRANSLATE_NOOP("Command", "months of work (default 12)"),
                {"type": int, "metavar": "N"},
            ),
            Argument(
                ("--slips",),
                QT_TRANSLATE_NOOP("Command", "how many slips (default 500 a month)"),
                {"type": int, "metavar": "N"},
            ),
            Argument(
                ("--seed",),
                QT_TRANSLATE_NOOP("Command", "another number makes another year"),
                {"type": int, "metavar": "N"},
            ),
        ),
    ),
    Command(
        ("import",),
        QT_TRANSLATE_NOOP("Command", "load a data book, all or nothing"),
        "silian import book.xlsx --errors book-errors.xlsx",
        "book:import_",
        (
            Argument(("book",), QT_TRANSLATE_NOOP("Command", "the data book (.xlsx)")),
            Argument(
                ("--dry-run",),
                QT_TRANSLATE_NOOP("Command", "only check, write nothing"),
                {"action": "store_true"},
            ),
            Argument(
                ("--errors",),
                QT_TRANSLATE_NOOP(
                    "Command", "write the book back with bad cells marked"
                ),
                {"metavar": "OUT.xlsx"},
            ),
            Argument(
                ("--now",),
                QT_TRANSLATE_NOOP("Command", "take this time as the present"),
                {"metavar": "T"},
            ),
        ),
    ),
    Command(
        ("export",),
        QT_TRANSLATE_NOOP("Command", "write a data book"),
        "silian export book.xlsx --from 2026-10-21 --to 2026-11-21",
        "book:export",
        (
            Argument(("book",), QT_TRANSLATE_NOOP("Command", "the file to write")),
            _FROM,
            _TO,
        ),
    ),
    Command(
        ("slip", "issue"),
        QT_TRANSLATE_NOOP("Command", "issue one slip and print its number"),
        "silian slip issue --area-kind unit --area 3栋 --place 厨房 --unit 3-1502"
        " --reporter 陈淑敏 --phone 13812345678 --content 厨房漏水",
        "slip:issue",
        (
            Argument(
                ("--area-kind",),
                QT_TRANSLATE_NOOP("Command", "unit, public or office"),
                {"choices": ("unit", "public", "office"), "required": True},
            ),
            Argument(
                ("--area",),
                QT_TRANSLATE_NOOP("Command", "area"),
                {"required": True},
            ),
            Argument(
                ("--place",),
                QT_TRANSLATE_NOOP("Command", "place within the area"),
                {"required": True},
            ),
            Argument(
                ("--unit",),
                QT_TRANSLATE_NOOP("Command", "room, for example 3-1502"),
                {"metavar": "U", "default": ""},
            ),
            Argument(
                ("--reporter",),
                QT_TRANSLATE_NOOP("Command", "who reports"),
                {"required": True},
            ),
            Argument(
                ("--phone",),
                QT_TRANSLATE_NOOP("Command", "telephone of the reporter"),
                {"metavar": "N", "default": ""},
            ),
            Argument(
                ("--content",),
                QT_TRANSLATE_NOOP("Command", "what is wrong"),
                {"required": True},
            ),
            Argument(
                ("--urgent",),
                QT_TRANSLATE_NOOP("Command", "an urgent job"),
                {"action": "store_true"},
            ),
            Argument(
                ("--anyway",),
                QT_TRANSLATE_NOOP(
                    "Command", "why it is issued although it may be a duplicate"
                ),
                {"metavar": "REASON", "default": ""},
            ),
            Argument(
                ("--at",),
                QT_TRANSLATE_NOOP("Command", "take this time as the present"),
                {"metavar": "T"},
            ),
        ),
    ),
    Command(
        ("slip", "show"),
        QT_TRANSLATE_NOOP("Command", "one slip with its events, copies and money"),
        "silian slip show WX261121-001 --json",
        "slip:show",
        (Argument(("number",), QT_TRANSLATE_NOOP("Command", "the slip's number")),),
        has_json=True,
    ),
    Command(
        ("slip", "pdf"),
        QT_TRANSLATE_NOOP("Command", "the four-copy slip; counts as a print"),
        "silian slip pdf WX261121-001 -o slip.pdf --paper half",
        "slip:pdf",
        (
            Argument(
                ("numbers",),
                QT_TRANSLATE_NOOP("Command", "the slips' numbers"),
                {"nargs": "+", "metavar": "NO"},
            ),
            _out(QT_TRANSLATE_NOOP("Command", "the PDF to write")),
            Argument(
                ("--paper",),
                QT_TRANSLATE_NOOP("Command", "a4, a4-2up, half or third"),
                {"choices": ("a4", "a4-2up", "half", "third"), "default": "a4"},
            ),
            Argument(
                ("--copies",),
                QT_TRANSLATE_NOOP("Command", "which copies, for example 1,2,3,4"),
                {"metavar": "1,2,3,4"},
            ),
        ),
    ),
    Command(
        ("register",),
        QT_TRANSLATE_NOOP("Command", "one of the two registers"),
        "silian register unit --from 2026-10-21 --to 2026-11-21 -o register.xlsx",
        "register:register",
        (
            Argument(
                ("which",),
                QT_TRANSLATE_NOOP("Command", "public or unit"),
                {"choices": ("public", "unit")},
            ),
            _FROM,
            _TO,
            Argument(
                ("--by",),
                QT_TRANSLATE_NOOP(
                    "Command", "one sheet a week or a finance period (default: all)"
                ),
                {"choices": ("all", "week", "period"), "default": "all"},
            ),
            Argument(
                ("--wanted",),
                QT_TRANSLATE_NOOP(
                    "Command", "only the slips a list asks for, as the window wrote it"
                ),
                {"metavar": "FILE"},
            ),
            Argument(
                ("--asked",),
                QT_TRANSLATE_NOOP("Command", "words that say how they were chosen"),
                {"metavar": "TEXT", "default": ""},
            ),
            Argument(
                ("--sorted-by",),
                QT_TRANSLATE_NOOP("Command", "words that say how they are sorted"),
                {"metavar": "TEXT", "default": ""},
            ),
            _out(QT_TRANSLATE_NOOP("Command", "the .xlsx or .pdf to write")),
        ),
    ),
    Command(
        ("return-check",),
        QT_TRANSLATE_NOOP("Command", "the 17:30 and 17:40 check of a day"),
        "silian return-check 2026-12-08 --final -o return-check.pdf",
        "return_check:return_check",
        (
            Argument(
                ("date",), QT_TRANSLATE_NOOP("Command", "the day"), {"metavar": "DATE"}
            ),
            Argument(
                ("--at",),
                QT_TRANSLATE_NOOP(
                    "Command",
                    "moment of the run (default: the recorded run, else now for today,"
                    " else 17:40:59)",
                ),
                {"metavar": "T"},
            ),
            Argument(
                ("--final",),
                QT_TRANSLATE_NOOP("Command", "record the run as the final one"),
                {"action": "store_true"},
            ),
            Argument(
                ("-o", "--output"),
                QT_TRANSLATE_NOOP("Command", "the PDF to write"),
                {"metavar": "FILE.pdf"},
            ),
        ),
        has_json=True,
    ),
    Command(
        ("statement",),
        QT_TRANSLATE_NOOP(
            "Command", "the finance statement, as closed or as it would close"
        ),
        "silian statement 2026-11 -o statement.xlsx",
        "statement:statement",
        (
            _PERIOD,
            Argument(
                ("--at",),
                QT_TRANSLATE_NOOP(
                    "Command", "as it would close at this time (default: now)"
                ),
                {"metavar": "T"},
            ),
            Argument(
                ("-o", "--output"),
                QT_TRANSLATE_NOOP("Command", "also write it (.xlsx or .pdf)"),
                {"metavar": "FILE"},
            ),
        ),
        has_json=True,
    ),
    Command(
        ("close",),
        QT_TRANSLATE_NOOP("Command", "close a finance period for good"),
        "silian close 2026-11",
        "statement:close",
        (
            _PERIOD,
            Argument(
                ("--at",),
                QT_TRANSLATE_NOOP("Command", "take this time as the present"),
                {"metavar": "T"},
            ),
        ),
    ),
    Command(
        ("stats",),
        QT_TRANSLATE_NOOP(
            "Command", "weekly or monthly statistics of the slips issued in a span"
        ),
        "silian stats --from 2026-11-16 --to 2026-11-23 -o week.pdf",
        "stats:stats",
        (
            Argument(
                ("--from",),
                QT_TRANSLATE_NOOP("Command", "slips issued from this time on"),
                {"metavar": "D", "dest": "from_", "required": True},
            ),
            Argument(
                ("--to",),
                QT_TRANSLATE_NOOP("Command", "slips issued before this time"),
                {"metavar": "D", "required": True},
            ),
            Argument(
                ("--at",),
                QT_TRANSLATE_NOOP("Command", "as known at this time (default: now)"),
                {"metavar": "T"},
            ),
            Argument(
                ("-o", "--output"),
                QT_TRANSLATE_NOOP("Command", "also write it (.xlsx or .pdf)"),
                {"metavar": "FILE"},
            ),
        ),
        has_json=True,
    ),
    Command(
        ("due-reports",),
        QT_TRANSLATE_NOOP(
            "Command", "write the statistics reports that are due and not written yet"
        ),
        "silian due-reports /srv/reports",
        "stats:due",
        (
            Argument(
                ("folder",),
                QT_TRANSLATE_NOOP("Command", "where to (default: the setting)"),
                {"metavar": "DIR", "nargs": "?"},
            ),
            Argument(
                ("--at",),
                QT_TRANSLATE_NOOP("Command", "take this time as the present"),
                {"metavar": "T"},
            ),
        ),
    ),
    Command(
        ("callbacks",),
        QT_TRANSLATE_NOOP("Command", "how many of the returned slips were called back"),
        "silian callbacks --from 2026-10-21 --to 2026-11-21 --json",
        "callbacks:callbacks",
        (
            Argument(
                ("--from",),
                QT_TRANSLATE_NOOP("Command", "slips returned from this time on"),
                {"metavar": "D", "dest": "from_", "required": True},
            ),
            Argument(
                ("--to",),
                QT_TRANSLATE_NOOP("Command", "slips returned before this time"),
                {"metavar": "D", "required": True},
            ),
            Argument(
                ("--at",),
                QT_TRANSLATE_NOOP("Command", "as known at this time (default: now)"),
                {"metavar": "T"},
            ),
            Argument(
                ("-o", "--output"),
                QT_TRANSLATE_NOOP("Command", "also write the callback sheet (.pdf)"),
                {"metavar": "FILE"},
            ),
        ),
        has_json=True,
    ),
    Command(
        ("roster",),
        QT_TRANSLATE_NOOP("Command", "the duty post at a moment"),
        'silian roster "2026-11-20 18:00:00"',
        "roster:roster",
        (Argument(("time",), QT_TRANSLATE_NOOP("Command", "the moment")),),
        has_json=True,
    ),
    Command(
        ("check",),
        QT_TRANSLATE_NOOP("Command", "check that the books are sound"),
        "silian check --json",
        "database:check",
        has_json=True,
    ),
    Command(
        ("backup",),
        QT_TRANSLATE_NOOP("Command", "a verified copy while in use"),
        "silian backup silian-20261121.db",
        "database:backup",
        (Argument(("file",), QT_TRANSLATE_NOOP("Command", "the copy to write")),),
    ),
    Command(
        ("restore",),
        QT_TRANSLATE_NOOP(
            "Command", "put a copy back; the present database is kept aside"
        ),
        "silian restore silian-20261121.db",
        "database:restore",
        (Argument(("file",), QT_TRANSLATE_NOOP("Command", "the copy to put back")),),
    ),
)
