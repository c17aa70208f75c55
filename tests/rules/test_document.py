"""What the documents name is there: files, tests, settings, commands, links."""

import ast
import re
from collections.abc import Iterator
from functools import cache

from app.settings import SPECS
from tests.rules.source import ROOT, files
from ui.command_line.commands import COMMANDS

RULES = "resources/docs/rules.md"
READMES = ("README.md", "README.zh-CN.md")

_CODE = re.compile(r"`([^`\n]+)`")
_NAMED = re.compile(r"([\w./-]+\.py)(?:::(\w+(?:\.\w+)?))?")
_LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
_BAR = re.compile(r"(?<!\\)\|")
_RULE = re.compile(r"S[0-4][a-h]?-\w+([.-]\w+)*")
_COMMAND = re.compile(r"silian ([a-z-]+(?: (?:issue|show|pdf)\b)?)")
_OPTION = re.compile(r"(?<![\w-])--?[a-z][a-z-]*")


def text_of(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def documents() -> list[str]:
    """Every document that is kept, wherever it stands."""
    return [name for name in files() if name.endswith(".md")]


def rows(name: str, heading: str) -> Iterator[list[str]]:
    """The cells of every table below whose first heading is ``heading``."""
    is_inside = False
    for line in text_of(name).splitlines():
        if not line.startswith("|"):
            is_inside = False
            continue
        cells = [cell.strip() for cell in _BAR.split(line.strip("|"))]
        if cells[0] == heading:
            is_inside = True
        elif is_inside and set(cells[0]) != {"-"}:
            yield cells


@cache
def names_in(module: str) -> frozenset[str]:
    """What a module defines: functions, classes with their members, values."""
    found = set()
    for node in ast.parse(text_of(module)).body:
        found |= _defined(node)
        if isinstance(node, ast.ClassDef):
            members = {name for part in node.body for name in _defined(part)}
            found |= {f"{node.name}.{member}" for member in members}
    return frozenset(found)


def _defined(node: ast.stmt) -> set[str]:
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        return {node.name}
    targets: list[ast.expr] = []
    if isinstance(node, ast.Assign):
        targets = node.targets
    elif isinstance(node, ast.AnnAssign):
        targets = [node.target]
    return {target.id for target in targets if isinstance(target, ast.Name)}


def test_every_file_and_name_that_a_document_gives_is_there() -> None:
    kept = set(files())
    missing = []
    for document in documents():
        for code in _CODE.findall(text_of(document)):
            named = _NAMED.fullmatch(code)
            if named is None:
                continue
            module, name = named.groups()
            if module not in kept or (name and name not in names_in(module)):
                missing.append(f"{document}: {code}")
    assert not missing


def test_a_test_that_a_rule_names_is_one_that_runs() -> None:
    idle = [
        code
        for cells in rows(RULES, "rule")
        for code in _CODE.findall(cells[-1])
        if not re.fullmatch(r"tests/[\w/]*test_\w+\.py(::test_\w+)?", code)
    ]
    assert not idle


def test_every_rule_stands_once_and_says_where_it_is_kept() -> None:
    found = list(rows(RULES, "rule"))
    ids = [cells[0] for cells in found]
    assert len(ids) == len(set(ids)) == 254
    assert not [rule for rule in ids if not _RULE.fullmatch(rule)]
    for rule, scope, asks, kept, _ in found:
        assert scope in ("C", "W"), rule
        assert asks, rule
        assert "`" in kept or "not yet" in kept, rule


def test_every_conflict_between_the_procedures_has_its_setting() -> None:
    found = {cells[0]: cells[2] for cells in rows(RULES, "policy")}
    assert list(found) == [f"K-{number:02d}" for number in range(1, 31)]
    unknown = {
        policy: key
        for policy, setting in found.items()
        for key in _CODE.findall(setting) or [setting]
        if key not in SPECS and key != "fixed"
    }
    assert not unknown


def test_every_setting_of_a_policy_stands_in_its_row() -> None:
    found = {cells[0]: _CODE.findall(cells[2]) for cells in rows(RULES, "policy")}
    for key, spec in SPECS.items():
        if spec.policy.startswith("K-"):
            assert key in found[spec.policy]


def test_a_link_leads_to_a_file_that_is_kept_and_a_heading_it_has() -> None:
    kept = set(files())
    broken = []
    for document in documents():
        for target in _LINK.findall(text_of(document)):
            if re.match(r"[a-z]+:", target):
                continue
            place, _, heading = target.partition("#")
            path = (ROOT / document).parent / place if place else ROOT / document
            name = path.resolve().relative_to(ROOT).as_posix()
            if name not in kept or (heading and heading not in headings(name)):
                broken.append(f"{document}: {target}")
    assert not broken


def headings(document: str) -> set[str]:
    """The headings of a document as a link names them."""
    found = re.findall(r"^#+ (.+)$", text_of(document), re.M)
    return {re.sub(r"[^\w\- ]", "", each).lower().replace(" ", "-") for each in found}


def test_the_readme_lists_every_command_and_no_other() -> None:
    known = {" ".join(command.words): command for command in COMMANDS}
    for name, heading in zip(READMES, ("command", "命令"), strict=True):
        listed = set()
        for cells in rows(name, heading):
            typed = _CODE.findall(cells[0])[0]
            said = _COMMAND.match(typed)
            assert said is not None, typed
            words = said.group(1)
            listed.add(words)
            assert words in known, f"{name}: {typed}"
            options = {
                option for each in known[words].arguments for option in each.names
            }
            assert set(_OPTION.findall(typed)) <= options, f"{name}: {typed}"
        assert listed == set(known), name
