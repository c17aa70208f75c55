"""What no kept file may hold: places of one machine, addresses of registries."""

import re

from tests.rules.source import ROOT, files

# In pieces, so that this file does not hold them itself.
_MACHINE = r"(?<![\w.:])/(?:" + "|".join(("work", "farm", "root", "opt")) + ")/"
_HOSTS = "|".join(
    re.escape(".".join(parts))
    for parts in (
        ("pypi", "org"),
        ("files", "python" + "hosted"),
        ("registry", "npmjs"),
        ("deb", "debian", "org"),
        ("crates", "io"),
        ("proxy", "golang", "org"),
    )
)
_WHERE_TO_LOAD = re.compile(
    r"^\s*(?:-i|--(?:extra-)?index-url|-f|--find-links)\b", re.M
)
_PINNED = re.compile(r"[a-z0-9][a-z0-9.-]*==\S+( ; [^\\]+)? \\\n(    --hash=sha256:)")


def text_files() -> dict[str, str]:
    """The text of every kept file that is text."""
    texts = {}
    for name in files():
        content = (ROOT / name).read_bytes()
        if b"\0" not in content[:8000]:
            texts[name] = content.decode("utf-8")
    return texts


def test_no_file_names_a_place_of_one_machine_or_a_registry() -> None:
    unwanted = re.compile(f"{_MACHINE}|{_HOSTS}")
    hits = [
        f"{name}:{text.count(chr(10), 0, hit.start()) + 1}: {hit.group()}"
        for name, text in text_files().items()
        for hit in unwanted.finditer(text)
    ]
    assert not hits


def test_every_requirement_is_pinned_with_its_hashes() -> None:
    for name in ("requirements.txt", "requirements-test.txt"):
        text = (ROOT / name).read_text("utf-8")
        assert not _WHERE_TO_LOAD.search(text)
        wanted = re.findall(r"^[A-Za-z0-9].*$", text, re.M)
        assert len(wanted) > 20
        assert len(_PINNED.findall(text)) == len(wanted)
