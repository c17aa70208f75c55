"""What the fault, the policies and the past of the place advise beside the fields."""

from PySide6.QtCore import QObject

from app.place_history import PlaceHistory
from models.slip import ChargeClass, JobType
from ui.slip.desk_lists import DeskLists
from ui.slip.intake_form import IntakeForm
from ui.slip.intake_limit import limit_words
from ui.slip.intake_origin import Origins
from ui.work import Work


class Advice(QObject):
    """A trade, limits in words, a charge: what a person chose stands."""

    def __init__(self, work: Work, form: IntakeForm, origins: Origins) -> None:
        super().__init__(form)
        self._work = work
        self._form = form
        self._origins = origins
        self._lists: DeskLists | None = None

    def offer_lists(self, lists: DeskLists) -> None:
        """Trades to choose from, and words that suggest one."""
        self._lists = lists
        self._form.trade.set_options([(name, name) for name in lists.trades])
        self.suggest_trade()

    def suggest_trade(self) -> None:
        """The trade whose words stand in the fault, unless somebody chose one."""
        if self._lists is None or self._origins.is_by_hand("trade"):
            self._form.trade_hint.hide()
            return
        suggested = self._lists.suggested_trade(self._form.content.value())
        self._form.trade.set_value(suggested)
        self._form.trade_hint.setVisible(suggested is not None)

    def show_limits(self) -> None:
        """The limits of the chosen type in words."""
        form = self._form
        form.limits.say(
            limit_words(
                self._work.desk,
                JobType(form.job_type.value()),
                is_unit=form.is_unit,
                has_appointment=bool(form.appointment_at.typed()),
            )
        )

    def show_past(self, history: PlaceHistory | None) -> None:
        """A repair that is still guaranteed is done again free of charge."""
        form = self._form
        rework = history.rework if history is not None else None
        form.rework_slip_id = rework.id if rework is not None else None
        form.guarantee.say("")
        form.warranty.say("")
        if rework is not None:
            text = self.tr("rework of {day}, free until {until}")
            until = rework.until_on.isoformat()
            form.guarantee.say(text.format(day=f"{rework.done_on:%m-%d}", until=until))
        elif history is not None and history.unit and history.is_in_warranty:
            day = history.unit.warranty_until_on
            until = day.isoformat() if day else ""
            form.warranty.say(self.tr("under warranty until {day}").format(day=until))
        if not self._origins.is_by_hand("charge_class"):
            charge = ChargeClass.FREE_REWORK if rework else ChargeClass.PAID
            form.charge_class.set_value(charge)
