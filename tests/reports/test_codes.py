"""The bar codes: what a scanner reads at 180 dpi, and what cannot be one."""

import io
from pathlib import Path

import pytest

from reports.box import A4, MM, Box, Size
from reports.codes import CODE128_MODULE, code128_width, draw_code128, draw_qr
from reports.page import Page
from tests.reports.paper import scanned_codes


def _codes(numbers: list[str], side: float) -> bytes:
    """A page for each number with nothing but its QR, ``side`` mm wide."""
    out = io.BytesIO()
    page = Page(out, Size(50 * MM, 50 * MM), title="演示")
    for number in numbers:
        draw_qr(page, Box(10 * MM, 10 * MM, side * MM, side * MM), number)
        page.next()
    page.close()
    return out.getvalue()


@pytest.mark.parametrize("side", [15, 19.5, 25])
def test_every_number_of_a_day_is_read_from_its_qr(side: float, tmp_path: Path) -> None:
    numbers = [f"WX261120-{serial:03d}/{serial % 4 + 1}" for serial in range(1, 60)]
    found = scanned_codes(_codes(numbers, side), tmp_path)
    assert found == [{f"QR-Code:{number}"} for number in numbers]


@pytest.mark.parametrize("side", [15, 25])
def test_a_centres_old_numbers_are_read_from_their_qr(
    side: float, tmp_path: Path
) -> None:
    numbers = ["物业维修2026-000123号/2", "f1-2026/0007", "单" * 28 + "/4", "8"]
    found = scanned_codes(_codes(numbers, side), tmp_path)
    assert found == [{f"QR-Code:{number}"} for number in numbers]


@pytest.mark.parametrize(
    "number", ["WX261120-023", "WX261231-1000", "F1-0007", "060901020"]
)
def test_a_number_is_read_from_its_bars(number: str, tmp_path: Path) -> None:
    out = io.BytesIO()
    page = Page(out, A4, title="演示")
    draw_code128(page, 40 * MM, 40 * MM, 9 * MM, number)
    page.close()
    assert scanned_codes(out.getvalue(), tmp_path) == [{f"CODE-128:{number}"}]


def test_a_module_of_the_bars_is_a_third_of_a_millimetre() -> None:
    width = code128_width("WX261120-023")
    assert width is not None
    assert pytest.approx(0.34 * MM) == CODE128_MODULE
    assert width / CODE128_MODULE == pytest.approx(round(width / CODE128_MODULE))


@pytest.mark.parametrize("number", ["物业-001", "WX\x00", ""])
def test_a_number_that_cannot_be_bars_has_none(number: str) -> None:
    assert code128_width(number) is None
