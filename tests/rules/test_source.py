"""Habits of the source that no linter knows."""

import ast
from collections.abc import Iterator

from tests.rules.source import Module, calls, dotted, modules, room_modules

LONGEST = 500
WORDS_THAT_SAY_NOTHING = {"utils", "util", "common", "helpers", "helper", "misc"}

CLOCKS = (
    "datetime.now",
    "datetime.utcnow",
    "datetime.today",
    "date.today",
    "time.time",
)
"""What asks the computer for the time; a desk asks ``desk.now()``."""

# Where a call may stand nevertheless, and why.
MAY_ASK_THE_TIME = {"app/desk.py": "the one clock"}
MAY_RUN_A_LOOP = {
    "ui/shell/window.py": "the application's own",
    "ui/pictures.py": "the same, for pictures of the pages",
}
MAY_CATCH_ALL = {
    "ui/tasks.py": "a worker carries everything home",
    "ui/command_line/run.py": "a command's bug goes to the log, not to the person",
}
MAY_START_THREADS = {"ui/tasks.py": "the lanes"}


def found(
    wanted: tuple[str, ...], allowed: dict[str, str] | None = None
) -> Iterator[str]:
    """Where the program calls one of ``wanted`` (``name`` or ``owner.name``)."""
    for module in room_modules():
        if module.name in (allowed or {}):
            continue
        for call, name in calls(module.tree):
            if any(name == each or name.endswith(f".{each}") for each in wanted):
                yield f"{module.name}:{call.lineno} calls {name}"


def test_only_the_desk_asks_what_time_it_is() -> None:
    assert not list(found(CLOCKS, MAY_ASK_THE_TIME))


def test_no_dialog_runs_a_loop_of_its_own() -> None:
    assert not list(found(("exec", "exec_"), MAY_RUN_A_LOOP))


def test_nothing_makes_the_loop_go_round_by_hand() -> None:
    assert not list(found(("processEvents",)))


def test_nothing_sleeps() -> None:
    assert not list(found(("sleep", "msleep", "usleep")))


def test_threads_are_started_in_one_place() -> None:
    starters = ("Thread", "QThread", "ThreadPoolExecutor", "Timer")
    assert not list(found(starters, MAY_START_THREADS))


def test_money_and_counts_are_never_floats() -> None:
    assert not list(found(("float",)))


def test_everything_is_caught_in_one_place_only() -> None:
    caught = [
        f"{module.name}:{node.lineno}"
        for module in room_modules()
        if module.name not in MAY_CATCH_ALL
        for node in ast.walk(module.tree)
        if isinstance(node, ast.ExceptHandler) and catches_all(node)
    ]
    assert not caught


def catches_all(handler: ast.ExceptHandler) -> bool:
    """Whether an ``except`` keeps every error; tidying up and raising again is fine."""
    last = handler.body[-1]
    if isinstance(last, ast.Raise) and last.exc is None:
        return False
    if handler.type is None:
        return True
    names = {node.id for node in ast.walk(handler.type) if isinstance(node, ast.Name)}
    return bool(names & {"Exception", "BaseException"})


def test_no_test_is_left_out_without_a_reason() -> None:
    """What the machine cannot do is skipped with a sentence; nothing else is."""
    left_out = [
        f"{module.name}:{node.lineno}"
        for module in modules()
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call)
        if isinstance(node.func, ast.Attribute)
        if node.func.attr in ("skip", "skipif", "xfail", "importorskip")
        if dotted(node.func.value) in ("pytest", "pytest.mark", "mark")
        if node.func.attr in ("xfail", "importorskip") or not _reason_of(node)
    ]
    assert not left_out


def _reason_of(call: ast.Call) -> str:
    said = [word.value for word in call.keywords if word.arg == "reason"]
    if isinstance(call.func, ast.Attribute) and call.func.attr == "skip":
        said += call.args[:1]
    return "".join(ast.unparse(each) for each in said)


def test_every_module_says_why_it_exists() -> None:
    silent = [
        module.name
        for module in modules()
        if module.tree.body and not ast.get_docstring(module.tree)
    ]
    assert not silent


def test_a_module_is_named_for_what_it_is_about() -> None:
    empty = [
        module.name
        for module in modules()
        if WORDS_THAT_SAY_NOTHING & set(words_of(module))
    ]
    assert not empty


def words_of(module: Module) -> list[str]:
    return module.name.removesuffix(".py").replace("/", "_").split("_")


def test_a_module_has_one_reason_to_change() -> None:
    long = {
        module.name: lines
        for module in room_modules()
        if (lines := max((n.end_lineno or 0 for n in module.tree.body), default=0))
        > LONGEST
        and "versions/" not in module.name
    }
    assert not long
