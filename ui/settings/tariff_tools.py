"""What the settings do with the tariff: its dialogs, its workbook, its price list."""

from functools import partial
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.desk import Desk
from app.progress import Progress
from app.tariff import EndTariffItem, end_tariff_item, save_tariff_item
from app.tariff_row import TariffRow, list_tariff
from models.text import translator
from ui.day.day_paper import DayPaper, Write
from ui.paper_draw import PAPER_LANGUAGE
from ui.printing import write_file
from ui.settings.tariff_dialog import EndDialog, TariffDialog
from ui.shell.dialog_run import run_dialog
from ui.shell.file_offers import file_offers
from ui.shell.frame import Frame, Kind, Offer
from ui.slip.moment import Moments

if TYPE_CHECKING:
    from reports.price_list import PriceList


class TariffTools(QObject):
    """Adds, prices anew, ends, exports and prints."""

    def __init__(self, frame: Frame, parent: QWidget) -> None:
        super().__init__(parent)
        self._frame = frame
        self._paper = DayPaper(frame, parent)

    def open(self, item: TariffRow | None) -> None:
        """Show the form of an item, an empty one for None."""
        self._frame.work.look(self, list_tariff, done=partial(self._show_form, item))

    def _show_form(self, item: TariffRow | None, rows: list[TariffRow]) -> None:
        categories = list(dict.fromkeys(row.category for row in rows))
        moments = Moments(self._frame.work)
        dialog = TariffDialog(moments, item, categories, self._frame.place)
        run_dialog(
            self._frame,
            dialog,
            save_tariff_item,
            lambda _: self._say(self.tr("Saved"), dialog.item_name.value()),
        )

    def end_or_reopen(self, item: TariffRow) -> None:
        """Ask from when it ends, or let one that has ended go on."""
        if not item.is_active:
            self._send(self.tr("In use again"), item, EndTariffItem(item.id, None))
            return
        dialog = EndDialog(Moments(self._frame.work), item, self._frame.place)

        def done(_: object) -> None:
            back = EndTariffItem(item.id, item.valid_until)
            undo = partial(self._send, self.tr("Taken back"), item, back)
            offer = Offer(self.tr("Undo"), undo, icon_name="undo-2")
            self._say(self.tr("Ended"), item.name, offer)

        run_dialog(self._frame, dialog, end_tariff_item, done)

    def _send(self, head: str, item: TariffRow, order: EndTariffItem) -> None:
        self._frame.work.change(
            self,
            end_tariff_item,
            order,
            done=lambda _: self._say(head, item.name),
        )

    def _say(self, head: str, text: str, *offers: Offer) -> None:
        self._frame.say(Kind.DONE, head, text, list(offers))

    def export(self) -> None:
        """Write every price into a workbook that can be imported again."""
        day = self._frame.work.desk.today().isoformat()
        name = self.tr("Tariff")
        self._frame.ask.save_file(
            self._frame.place,
            self.tr("Export the tariff"),
            f"{name} {day}.xlsx",
            self.tr("Excel workbooks (*.xlsx)"),
            self._load,
        )

    def _load(self, path: Path) -> None:
        self._frame.work.look(self, _load_all, done=partial(self._write, path))

    def _write(self, path: Path, prices: "PriceList") -> None:
        desk = self._frame.work.desk
        self._frame.work.draw(
            self,
            partial(_write, prices, desk, path),
            partial(self._tell, len(prices.items)),
            title=self.tr("Writing the tariff"),
        )

    def _tell(self, count: int, path: Path) -> None:
        self._frame.say(
            Kind.DONE,
            self.tr("%n price(s) exported", "", count),
            str(path),
            file_offers(path),
        )

    def show_list(self) -> None:
        """Show the price list of today, to be printed."""
        self._paper.show(self.tr("Price list"), _load_list)


def _load_all(session: Any, desk: Desk) -> "PriceList":
    from reports.price_list import load

    return load(session, desk)


def _load_list(session: Any, desk: Desk) -> Write:
    from reports.price_list import load, write_pdf

    return partial(write_pdf, load(session, desk, desk.today()))


def _write(prices: "PriceList", desk: Desk, path: Path, _: Progress) -> Path:
    from reports.tariff_sheet import write_xlsx

    out = BytesIO()
    write_xlsx(prices, desk, out, translator(PAPER_LANGUAGE))
    return write_file(out.getvalue(), path)
