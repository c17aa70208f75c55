"""The tariff as a workbook, in the layout in which the assistant reads it back."""

from typing import BinaryIO

from models.sheet_target import MATERIAL_WORDS, SAMPLE, TARIFF_HEADINGS
from models.text import Translate
from reports.office import Office
from reports.price_list import TITLE, PriceItem, PriceList
from reports.sheet import Book, Column, Kind, Layout, Value

_KINDS = {
    "labour": Kind.MONEY,
    "labour_most": Kind.MONEY,
    "night_labour": Kind.MONEY,
    "material": Kind.MONEY,
    "minutes": Kind.WHOLE,
    "valid_from": Kind.DATE,
    "valid_until": Kind.DATE,
}


def write_xlsx(
    prices: PriceList, office: Office, out: BinaryIO, translate: Translate
) -> None:
    """Write every price with its validity; samples are named in title and rows."""
    has_samples = any(item.is_sample for item in prices.items)
    count = translate("TariffSheet", "{centre}　{count} prices").format(
        centre=prices.centre_name, count=len(prices.items)
    )
    layout = Layout(
        title="收费标准",
        lines=(f"{TITLE}（{SAMPLE}）" if has_samples else TITLE, count),
        columns=tuple(
            Column(heading.title, _KINDS.get(heading.name, Kind.TEXT), widest=36)
            for heading in TARIFF_HEADINGS
        ),
        foot=TITLE,
        page_number=translate("SheetErrors", "Page {number} of {count}"),
        frozen=3,
    )
    book = Book(office.zone)
    book.add(layout, [_cells(item) for item in prices.items])
    book.save(out)


def _cells(item: PriceItem) -> list[Value]:
    said: dict[str, Value] = {
        "item": item.name,
        "material_mode": MATERIAL_WORDS[item.material_mode],
        "is_sample": SAMPLE if item.is_sample else None,
        "note": item.note or None,
    }
    return [
        said[heading.name] if heading.name in said else getattr(item, heading.name)
        for heading in TARIFF_HEADINGS
    ]
