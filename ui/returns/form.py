"""What a returned paper says, in one form."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtWidgets import QWidget

from app.slip_return import TakeBackSlip, done_since_return, is_said_anew
from app.slip_signature import Signature
from app.slip_view import SlipView
from models.quote import QuoteStatus
from models.reason_code import ReasonKind
from models.slip import ChargeClass, Outcome, OwnerOpinion, SignStatus
from models.unit import AreaKind
from ui.kit.field import NotReadable
from ui.kit.fields import MomentField, NamesField, TextField
from ui.kit.form import Form
from ui.kit.label import Label, Tone
from ui.kit.segmented import SegmentedField
from ui.returns.arrival_word import arrival_word
from ui.returns.copy_ticks import CopyTicks
from ui.returns.paper_moment import PaperMoment
from ui.returns.quote_field import QuoteField
from ui.returns.quote_word import quote_word
from ui.returns.result_field import ResultField
from ui.slip.desk_lists import DeskLists
from ui.slip.eta_choice import EtaChoice
from ui.slip.fact_word import fact_word
from ui.slip.field_flow import flow, high, said, together
from ui.slip.lines_field import LinesField
from ui.slip.moment import Moments
from ui.slip.reason_field import ReasonField
from ui.theme.typeface import CAPTION
from ui.words import options

UNFINISHED = "unfinished"
SIGNATURE = "signature"
PROXY = "proxy"
NOTE = "note"
MONEY = "money"


class _WideText(TextField):
    is_wide = True


class ReturnForm(Form):
    """Arrival, completion, result, signature, prices, copies."""

    def __init__(self, moments: Moments, parent: QWidget | None = None) -> None:
        super().__init__(gap=8, parent=parent)
        self._moments = moments
        self._view: SlipView | None = None
        self.copies = CopyTicks(moments)
        self.arrived_at = PaperMoment(moments.now, placeholder="14:47")
        self.done_at = PaperMoment(moments.now, placeholder="14:47")
        self.timely = Label("", CAPTION)
        self.technicians = NamesField()
        self.technicians.is_wide = True
        self.outcome = SegmentedField(options(*Outcome))
        self.result_text = ResultField()
        self.unfinished_reason = ReasonField(
            (), empty=self.tr("Choose by number or initials")
        )
        self.eta_at = MomentField(moments.now, placeholder="11-22 17:00")
        self.likely = EtaChoice(moments)
        self.likely.chosen.connect(self._take_time)
        self.sign_status = SegmentedField(options(*SignStatus))
        self.signed_by = TextField(width=132)
        self.owner_opinion = SegmentedField(
            [*options(*OwnerOpinion), (None, self.tr("Not given"))]
        )
        self.proxy_phone_at = PaperMoment(moments.now, placeholder="14:47")
        self.sign_note = _WideText()
        self.quote = QuoteField()
        self.quote_confirmed_by = TextField(width=132)
        self.lines = LinesField()
        self.lines.is_wide = True
        for name in (
            "arrived_at",
            "done_at",
            "technicians",
            "outcome",
            "result_text",
            "unfinished_reason",
            "eta_at",
            "sign_status",
            "signed_by",
            "owner_opinion",
            "proxy_phone_at",
            "sign_note",
            "quote",
            "quote_confirmed_by",
            "lines",
        ):
            self.name_field(name, fact_word(name), getattr(self, name))
        self._lay_out()
        self.arrived_at.edited.connect(self._show_timely)
        self.arrived_at.edited.connect(self.lines.price_anew)
        for part in (self.lines, self.quote, self.quote_confirmed_by):
            part.edited.connect(self._compare)
        self.quote.itemised.connect(self.itemise)
        self.outcome.edited.connect(self.show_rows)
        self.sign_status.edited.connect(self.show_rows)
        self.show_rows()

    def _lay_out(self) -> None:
        self.add_row(self.tr("In hand"), self.copies)
        self.add_row(
            fact_word("arrived_at"),
            flow(
                self.arrived_at,
                high(self.timely),
                said("done_at", self.done_at),
                technicians := said("technicians", self.technicians),
                wide=(technicians,),
            ),
        )
        self.add_row(
            fact_word("result_text"),
            flow(self.outcome, self.result_text, wide=(self.result_text,)),
        )
        self.add_row(
            fact_word("unfinished_reason"),
            flow(self.unfinished_reason, said("eta_at", self.eta_at), self.likely),
            key=UNFINISHED,
        )
        self._opinion = high(Label(fact_word("owner_opinion"), tone=Tone.SECOND))
        self.add_row(
            fact_word("sign_status"),
            flow(
                self.sign_status,
                self.signed_by,
                self._opinion,
                self.owner_opinion,
            ),
            key=SIGNATURE,
        )
        self.add_row(fact_word("proxy_phone_at"), self.proxy_phone_at, None, key=PROXY)
        self.add_row(fact_word("sign_note"), self.sign_note, key=NOTE)
        self.add_row(
            fact_word("quote"),
            flow(
                self.quote,
                together(
                    Label(self.tr("signed by"), tone=Tone.SECOND),
                    self.quote_confirmed_by,
                ),
                self.quote.itemise,
            ),
            key=MONEY,
        )
        self.add_row(fact_word("lines"), self.lines, key="lines")

    def show_slip(
        self, view: SlipView, lists: DeskLists, results: Sequence[str] = ()
    ) -> None:
        """Another paper lies on the desk: fill in what is known of it."""
        self.clear()
        self._view = view
        facts = view.facts
        self.copies.show_copies(view)
        for moment in (self.arrived_at, self.done_at, self.proxy_phone_at):
            moment.since = facts["dispatched_at"]  # type: ignore[assignment]
        self.arrived_at.set_value(facts["arrived_at"])  # type: ignore[arg-type]
        done_at, returned_at = facts["done_at"], facts["returned_at"]
        self.done_at.set_value(done_since_return(done_at, returned_at))  # type: ignore[arg-type]
        is_anew = is_said_anew(done_at, returned_at)  # type: ignore[arg-type]
        self.technicians.set_value(facts["technicians"])  # type: ignore[arg-type]
        self.technicians.suggest(lists.technicians(str(facts["trade"] or "")))
        result_text = None if is_anew else facts["result_text"]
        self.result_text.set_value(result_text)  # type: ignore[arg-type]
        self.result_text.offer(results)
        self.likely.renew()
        reasons = lists.reasons[ReasonKind.UNFINISHED]
        self.unfinished_reason.set_texts(reasons)
        signed = None if is_anew else facts["signed_by"]
        likely = signed or facts["owner_name"] or facts["reporter_name"]
        self.signed_by.set_value(str(likely or ""))
        if facts["sign_status"] is not None and not is_anew:
            self.sign_status.set_value(facts["sign_status"])
        self.owner_opinion.set_value(None if is_anew else facts["owner_opinion"])
        self.lines.tariff.use(lists.tariff, self._moments, self._begun_at)
        self.lines.set_value(view.lines)
        agreed = view.quotes[-1] if view.quotes else None
        self.quote.set_value(agreed.amount if agreed else None)
        if agreed is not None and agreed.status is QuoteStatus.AGREED:
            self.price_lines()
        confirmed = agreed.confirmed_by if agreed else None
        self.quote_confirmed_by.set_value(confirmed or str(facts["owner_name"] or ""))
        self.show_rows()

    def renew(self, view: SlipView) -> None:
        """The slip has another version; the fields stay as they are."""
        self._view = view

    def itemise(self) -> None:
        """To the first line of the bill, which holds the whole price until another
        is typed there.
        """
        self.price_lines()
        first = self.lines.rows()[0].price
        first.setFocus()
        first.selectAll()

    def is_empty(self, name: str) -> bool:
        """Whether nothing is said in a field yet."""
        if name == "lines":
            return self.lines.total() is None
        if name == "unfinished_reason":
            return self.unfinished_reason.value() is None
        return not str(self.field(name).typed() or "").strip()

    def price_lines(self) -> bool:
        """The price that was signed is labour where no line says otherwise; False where
        there is none, or a line says it.
        """
        try:
            quote = self.quote.value()
        except NotReadable:
            return False
        return quote is not None and self.lines.give_labour(quote)

    def _begun_at(self) -> datetime | None:
        """When the work was begun, as far as the paper says it."""
        try:
            return self.arrived_at.value()
        except NotReadable:
            return None

    def _take_time(self, at: datetime) -> None:
        self.eta_at.set_value(at)
        self.eta_at.edited.emit()
        self.eta_at.setFocus()

    def _show_timely(self) -> None:
        """How long it took until somebody was there, and whether that was in time."""
        view, text, tone = self._view, "", Tone.SECOND
        if view is not None:
            try:
                arrived = self.arrived_at.value()
            except NotReadable:
                arrived = None
            found = arrival_word(view.times, arrived, self._moments.desk)
            if found is not None:
                text, tone = found
        self.timely.say(text, tone)
        self.timely.setVisible(bool(text))

    def _compare(self) -> None:
        """Whether the lines come to the price that was signed."""
        is_signed = bool(self.quote_confirmed_by.value())
        try:
            quote = self.quote.value() if is_signed else None
        except NotReadable:
            quote = None
        self.lines.note.say(*quote_word(self.lines.total(), quote))

    def show_rows(self) -> None:
        """Only what this paper can say: its kind, its outcome, its signature."""
        facts = self._view.facts if self._view else {}
        is_unit = facts.get("area_kind") is AreaKind.UNIT
        is_paid = facts.get("charge_class") in (ChargeClass.PAID, ChargeClass.CONTRACT)
        is_done = self.outcome.value() is Outcome.COMPLETED
        status = self.sign_status.value()
        asks_signature = is_unit and is_done
        is_signed = status in (SignStatus.SIGNED, SignStatus.PROXY)
        self._show_timely()
        self._compare()
        self.show_row(UNFINISHED, not is_done)
        # The opinion stands beside the signature, or alone where nobody signs.
        caption = "sign_status" if asks_signature else "owner_opinion"
        self._rows[SIGNATURE][0].setText(fact_word(caption))
        self._opinion.setVisible(asks_signature)
        self.sign_status.setVisible(asks_signature)
        self.signed_by.setVisible(asks_signature and is_signed)
        self.show_row(PROXY, asks_signature and status is SignStatus.PROXY)
        self.show_row(NOTE, asks_signature and not is_signed)
        self.show_row(MONEY, is_paid)
        self.show_row("lines", is_paid)

    def order(self, lost: frozenset[int]) -> TakeBackSlip:
        """What the paper says; ``lost`` are copies declared lost."""
        view = self._view
        assert view is not None
        facts = view.facts
        is_done = self.outcome.value() is Outcome.COMPLETED
        is_paid = facts["charge_class"] in (ChargeClass.PAID, ChargeClass.CONTRACT)
        quote = self.quote.value() if is_paid else None
        last = view.quotes[-1] if view.quotes else None
        is_agreed = last is not None and last.status is QuoteStatus.AGREED
        known = last.amount if last is not None and is_agreed else None
        return TakeBackSlip(
            int(str(facts["id"])),
            outcome=self.outcome.value(),
            arrived_at=self.arrived_at.value(),
            done_at=self.done_at.value(),
            result_text=self.result_text.value(),
            owner_opinion=self.owner_opinion.value(),
            signature=self._signature() if is_done else Signature(),
            technicians=self.technicians.value(),
            lines=self.lines.value() if is_paid else None,
            quote=quote if quote != known else None,
            quote_confirmed_by=self.quote_confirmed_by.value(),
            unfinished_reason="" if is_done else self.unfinished_reason.value() or "",
            eta_at=None if is_done else self.eta_at.value(),
            copies_back=self.copies.in_hand(),
            copies_lost=lost,
            version=int(str(facts["version"])),
        )

    def clear(self) -> None:
        super().clear()
        self._view = None
        self.copies.drop()
        self.show_rows()

    def _signature(self) -> Signature:
        assert self._view is not None
        if self._view.facts["area_kind"] is not AreaKind.UNIT:
            return Signature()
        status = self.sign_status.value()
        is_signed = status in (SignStatus.SIGNED, SignStatus.PROXY)
        is_proxy = status is SignStatus.PROXY
        return Signature(
            status,
            signed_by=self.signed_by.value() if is_signed else "",
            proxy_phone_at=self.proxy_phone_at.value() if is_proxy else None,
            note="" if is_signed else self.sign_note.value(),
        )
