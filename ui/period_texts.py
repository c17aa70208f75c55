"""Sentences of counting and closing finance periods, and of what check finds."""

from app.check_problem import Fault
from app.database_trouble import PeriodClosed
from app.period_close import (
    BundleOpen,
    CloseNotProposed,
    CloseProposedAlready,
    EarlierPeriodOpen,
    LaterPeriodClosed,
    PeriodClosedAlready,
    PeriodNotOver,
    ProposerConfirms,
)
from app.statement import PeriodMalformed, StatementDamaged
from models.text import QT_TRANSLATE_NOOP

PERIOD_SENTENCES: dict[type[Exception], str] = {
    PeriodMalformed: QT_TRANSLATE_NOOP(
        "Refusal", "“{value}” is no finance period; write 2026-11."
    ),
    StatementDamaged: QT_TRANSLATE_NOOP(
        "Refusal",
        "The stored statement of {period} is not what was closed; run “silian check”"
        " and put a copy back.",
    ),
    PeriodClosed: QT_TRANSLATE_NOOP(
        "Refusal",
        "This would change a closed period; put it right with an adjustment in the"
        " open one.",
    ),
    BundleOpen: QT_TRANSLATE_NOOP(
        "Refusal",
        "To close {period} you must hand over bundle {batch_no} or take its {count}"
        " copies out.",
    ),
    PeriodNotOver: QT_TRANSLATE_NOOP(
        "Refusal",
        "{period} can be closed from {from_at} on; until then numbers are issued in"
        " it.",
    ),
    PeriodClosedAlready: QT_TRANSLATE_NOOP(
        "Refusal",
        "{period} is closed since {at} (by {by}); what comes now stands in the next"
        " one.",
    ),
    EarlierPeriodOpen: QT_TRANSLATE_NOOP(
        "Refusal", "To close {period} you must close {earlier} first."
    ),
    LaterPeriodClosed: QT_TRANSLATE_NOOP(
        "Refusal",
        "{later} is closed, so {period} before it can not be closed any more.",
    ),
    CloseNotProposed: QT_TRANSLATE_NOOP(
        "Refusal",
        "To close {period} housekeeping must propose it first; then Finance confirms"
        " it.",
    ),
    CloseProposedAlready: QT_TRANSLATE_NOOP(
        "Refusal",
        "{by} has proposed to close {period} at {at}; Finance can confirm it now.",
    ),
    ProposerConfirms: QT_TRANSLATE_NOOP(
        "Refusal",
        "{by} proposed to close {period}, so somebody else must confirm it.",
    ),
}

PERIOD_FAULTS: dict[Fault, str] = {
    Fault.STATEMENT_CHANGED: QT_TRANSLATE_NOOP(
        "Fault", "The closed statement of {period} is not what was closed."
    ),
    Fault.STATEMENT_GONE: QT_TRANSLATE_NOOP(
        "Fault", "The statement of {period} was closed, says the log, and is gone."
    ),
    Fault.STATEMENT_PAPER: QT_TRANSLATE_NOOP(
        "Fault", "The stored paper ({file}) of {period} is not what was closed."
    ),
    Fault.STATEMENT_FACTS: QT_TRANSLATE_NOOP(
        "Fault", "The books do not give “{fact}” of the closed statement of {period}."
    ),
    Fault.STATEMENT_CARRIED: QT_TRANSLATE_NOOP(
        "Fault", "What the statement of {period} hands on to the next was changed."
    ),
    Fault.STATEMENT_UNTIED: QT_TRANSLATE_NOOP(
        "Fault", "The statement of {period} does not tie: {fact}."
    ),
    Fault.TRIGGER_GONE: QT_TRANSLATE_NOOP(
        "Fault", "The guard of closed periods has lost {name}."
    ),
    Fault.TRIGGER_CHANGED: QT_TRANSLATE_NOOP(
        "Fault", "{name} of the guard of closed periods was changed or switched off."
    ),
    Fault.RIGHT_GIVEN: QT_TRANSLATE_NOOP(
        "Fault",
        "The login {login} has been given {right} on {table} of the server again;"
        " the program had taken it.",
    ),
    Fault.LOGIN_UNBOUND: QT_TRANSLATE_NOOP(
        "Fault",
        "The login {login} is a superuser of the server, so no right is kept from it;"
        " the program needs an ordinary login that owns its database.",
    ),
}
