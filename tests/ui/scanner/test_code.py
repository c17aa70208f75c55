"""What a scanner's keys mean, on whatever keyboard the computer believes in."""

import pytest

from ui.scanner.code import Code, has_foreign_signs, meanings

NUMBER = "WX260302-001"
_AZERTY = str.maketrans("WwQqZzAa0123456789-/", "ZzAaWwQqà&é\"'(-è_ç)!")
_GERMAN = str.maketrans("YyZz-/", "ZzYyß-")
_ITALIAN = str.maketrans("-/", "'-")


@pytest.mark.parametrize(
    ("keys", "copy_no"),
    [
        (NUMBER, None),
        ("wx260302-001/4", 4),
        (f" {NUMBER}/2", 2),
        ("ＷＸ２６０３０２－００１／３", 3),
        ("WX260302—001、4", 4),
        (f"{NUMBER}/4".translate(_AZERTY), 4),
        (f"{NUMBER}/4".translate(_GERMAN), 4),
        (NUMBER.translate(_GERMAN), None),
        (f"{NUMBER}/1".translate(_ITALIAN), 1),
    ],
)
def test_a_number_is_read_from_every_keyboard(keys: str, copy_no: int | None) -> None:
    assert Code(NUMBER, copy_no) in meanings(keys)


def test_a_number_of_a_preprinted_form_is_a_code_too() -> None:
    assert meanings("0012345") == (Code("0012345"),)
    assert meanings("A-00123/2")[0] == Code("A-00123", 2)


@pytest.mark.parametrize(
    "keys", ["", "001", "WX-AB", "你好世界再见", "3-15/", "(({{}}"]
)
def test_what_is_no_code_means_nothing(keys: str) -> None:
    assert meanings(keys) == ()


def test_signs_of_another_keyboard_are_told_from_a_code_of_something_else() -> None:
    assert has_foreign_signs("ж260302ж001")
    assert not has_foreign_signs("https://example.org/")
