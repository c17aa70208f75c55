"""Reads what printed repair slips say: a few statements for any number of them."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.copy_scheme import CopyRole, CopyScheme, CopySchemeRow
from models.quote import Quote, QuoteStatus
from models.slip import SignStatus, Slip, SlipState
from models.slip_copy import SlipCopy
from models.slip_line import LineKind, SlipLine
from models.unit import AreaKind
from reports.office import Office, local_time, procedure
from reports.slip_paper import CopyMark, Material, SlipForm
from reports.slip_words import CHANNELS, CHARGES, POSTS, SIGNATURES, STATES

ENDED = (SlipState.VOID, SlipState.CANCELLED)


def load(session: Session, office: Office, numbers: Sequence[str]) -> list[SlipForm]:
    """The forms of slips, in the order of their numbers as asked.

    Each copy carries its live print; what is not printed yet is a preview. Raises
    ``LookupError`` for a number that the centre does not have.
    """
    slips = {
        slip.number: slip
        for slip in session.scalars(
            select(Slip).where(
                Slip.centre_id == office.centre_id, Slip.number.in_(numbers)
            )
        )
    }
    unknown = [number for number in numbers if number not in slips]
    if unknown:
        raise LookupError(unknown)
    ids = [slip.id for slip in slips.values()]
    lines, quotes = _lines(session, ids), _quotes(session, ids)
    copies = _Copies(session, office, ids)
    return [
        _form(
            office, slip, copies.of(slip), lines.get(slip.id, []), quotes.get(slip.id)
        )
        for slip in (slips[number] for number in dict.fromkeys(numbers))
    ]


def _form(
    office: Office,
    slip: Slip,
    copies: tuple[CopyMark, ...],
    lines: Sequence[SlipLine],
    quote: Quote | None,
) -> SlipForm:
    def at(instant: datetime | None) -> datetime | None:
        return local_time(office, instant)

    labour = [line.amount for line in lines if line.kind is LineKind.LABOUR]
    is_agreed = quote is not None and quote.status is QuoteStatus.AGREED
    return SlipForm(
        number=slip.number,
        centre=office.centre_name,
        copies=copies,
        hotline=office.settings.text("repair_phone"),
        ended=STATES[slip.state] if slip.state in ENDED else "",
        has_stamp=office.settings.text("urgent_stamp") == "PRINT_BOX",
        procedure=procedure(office),
        area_kind=slip.area_kind,
        area=slip.area,
        place=slip.place,
        unit=slip.unit_label or "",
        owner=slip.owner_name or "",
        reporter=slip.reporter_name,
        report_dept=slip.report_dept or "",
        phone=slip.phone or "",
        content=slip.content,
        job_type=slip.job_type,
        reported_at=at(slip.reported_at or slip.issued_at),
        post=POSTS[slip.duty_post],
        received_by=slip.entered_by or "",
        channel=CHANNELS[slip.channel] if slip.channel else "",
        charge=CHARGES[slip.charge_class],
        trade=slip.trade or "",
        dispatched_at=at(slip.dispatched_at),
        dispatcher=slip.dispatcher or "",
        supervisor=slip.supervisor or "",
        technicians=slip.technicians,
        appointment_at=at(slip.appointment_at),
        appointment_reason=slip.appointment_reason or "",
        materials=tuple(
            Material(line.name, line.uom or "", line.quantity, line.price, line.amount)
            for line in lines
            if line.kind is LineKind.MATERIAL
        ),
        labour=sum(labour, Decimal(0)) if labour else None,
        total=sum((line.amount for line in lines), Decimal(0)) if lines else None,
        quote=quote.amount if quote is not None else None,
        quote_signed_by=(quote.confirmed_by or "") if quote and is_agreed else "",
        quote_signed_at=at(quote.confirmed_at) if quote and is_agreed else None,
        arrived_at=at(slip.arrived_at),
        done_at=at(slip.done_at),
        outcome=slip.outcome,
        result=slip.result_text or "",
        unfinished_reason=slip.unfinished_reason or "",
        eta_at=at(slip.eta_at),
        opinion=slip.owner_opinion,
        signed_by=slip.signed_by or "",
        sign_note=_sign_note(office, slip),
        signed_at=at(slip.signed_at),
        returned_to=slip.returned_to or "",
        returned_at=at(slip.returned_at),
        paid_at=at(slip.finance_early_at),
    )


def _sign_note(office: Office, slip: Slip) -> str:
    """How it was signed, where that is not simply by the owner (K-19)."""
    notes = []
    if slip.sign_status not in (None, SignStatus.SIGNED):
        notes.append(SIGNATURES[slip.sign_status])
    notes += filter(None, (slip.signer_role, slip.sign_note))
    agreed_at = local_time(office, slip.proxy_phone_at)
    if agreed_at is not None:
        notes.append(f"电话同意 {agreed_at:%m-%d %H:%M}")
    return "，".join(dict.fromkeys(notes))


def _lines(session: Session, ids: Sequence[int]) -> dict[int, list[SlipLine]]:
    lines = defaultdict(list)
    for line in session.scalars(
        select(SlipLine).where(SlipLine.slip_id.in_(ids)).order_by(SlipLine.position)
    ):
        lines[line.slip_id].append(line)
    return lines


def _quotes(session: Session, ids: Sequence[int]) -> dict[int, Quote]:
    """The latest quote of each slip."""
    quotes = session.scalars(
        select(Quote).where(Quote.slip_id.in_(ids)).order_by(Quote.position)
    )
    return {quote.slip_id: quote for quote in quotes}


class _Copies:
    """The copies of slips: the rows of their schemes and their live prints."""

    def __init__(self, session: Session, office: Office, ids: Sequence[int]) -> None:
        self._office = office
        self._prints = {
            (copy.slip_id, copy.copy_no): copy
            for copy in session.scalars(
                select(SlipCopy).where(SlipCopy.slip_id.in_(ids), SlipCopy.is_live)
            )
        }
        self._schemes: dict[str, list[CopySchemeRow]] = defaultdict(list)
        for code, row in session.execute(
            select(CopyScheme.code, CopySchemeRow)
            .join(CopySchemeRow, CopySchemeRow.scheme_id == CopyScheme.id)
            .where(CopyScheme.centre_id == office.centre_id)
            .order_by(CopySchemeRow.copy_no)
        ):
            self._schemes[code].append(row)

    def of(self, slip: Slip) -> tuple[CopyMark, ...]:
        settings = self._office.settings
        rows = self._schemes[slip.copy_scheme or settings.text("copy_scheme")]
        if (
            slip.area_kind is not AreaKind.UNIT
            and settings.text("public_copy3") == "NOT_PRINTED"
        ):
            rows = [row for row in rows if row.role is not CopyRole.OWNER]
        return tuple(self._mark(slip, row) for row in rows)

    def _mark(self, slip: Slip, row: CopySchemeRow) -> CopyMark:
        live = self._prints.get((slip.id, row.copy_no))
        if live is None:
            return CopyMark(row.copy_no, row.label, row.colour)
        return CopyMark(
            row.copy_no,
            row.label,
            row.colour,
            live.print_seq - 1,
            local_time(self._office, live.printed_at),
        )
