"""Masked telephone numbers: the vectors of worked-examples 5.11 and their edges."""

import pytest

from models.phone import mask_phone


@pytest.mark.parametrize(
    ("phone", "masked"),
    [
        ("13812345678", "138****5678"),
        ("010-88881234", "***-****1234"),
        ("8801", "****"),
        ("", ""),
        (None, ""),
        ("138 1234 5678", "138 **** 5678"),
        ("010-88881234转802", "***-****1234转***"),
        ("010-88881234-802", "***-****1234-***"),
        ("(010) 88881234", "(***) ****1234"),
        ("+86 13812345678", "+** *******5678"),
        ("88001100", "****1100"),
        ("110", "***"),
    ],
)
def test_a_list_shows_only_part_of_a_telephone_number(
    phone: str | None, masked: str
) -> None:
    assert mask_phone(phone) == masked
