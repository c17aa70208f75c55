"""Every setting can be understood, and begins with a value it accepts."""

from app.settings import SETTINGS, Settings

FIXED = {18, 27}
"""Policies that are decided for good and have no setting."""


def test_a_default_passes_its_own_check() -> None:
    refused = [spec.key for spec in SETTINGS if not spec.accepts(spec.default)]
    assert not refused


def test_a_default_is_read_back_as_it_was_written() -> None:
    changed = [
        spec.key for spec in SETTINGS if spec.parse(str(spec.default)) != spec.default
    ]
    assert not changed


def test_every_setting_says_what_it_means() -> None:
    silent = [spec.key for spec in SETTINGS if not spec.help.endswith(".")]
    assert not silent


def test_every_setting_limits_what_it_takes() -> None:
    # Else a typing mistake is kept and found out when somebody relies on it.
    free = [
        spec.key
        for spec in SETTINGS
        if not (spec.choices or spec.limits or spec.pattern) and spec.default
    ]
    assert free == ["zone"]


def test_a_setting_has_one_key() -> None:
    keys = [spec.key for spec in SETTINGS]
    assert len(keys) == len(set(keys))


def test_every_policy_that_is_not_fixed_has_a_setting() -> None:
    wanted = {f"K-{number:02}" for number in range(1, 31) if number not in FIXED}
    assert wanted <= {spec.policy for spec in SETTINGS}


def test_a_setting_nobody_changed_has_its_default() -> None:
    settings = Settings()
    for spec in SETTINGS:
        read = settings.number if isinstance(spec.default, int) else settings.text
        assert read(spec.key) == spec.default
