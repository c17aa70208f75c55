"""A slip of a data book as the columns, lines and quote the program keeps."""

from decimal import Decimal

from app.data_book_history import state_of
from app.data_book_word import (
    AREA_KINDS,
    CHARGE_CLASSES,
    INSPECTIONS,
    JOB_TYPES,
    OPINIONS,
    OUTCOMES,
    SIGN_STATUSES,
    channel_of,
)
from app.desk import Desk
from app.likeness import place_key
from models.data_book import (
    CANCELLED,
    COMPLETED,
    FAILED,
    FREE,
    PAID,
    FeedbackRow,
    SlipRow,
)
from models.quote import QuoteStatus
from models.slip import (
    FeeBearer,
    InspectStatus,
    JobType,
    LinkKind,
    ReporterKind,
    SlipState,
)
from models.slip_line import LineKind
from models.unit import AreaKind

_ONE = Decimal("1.00")


def slip_columns(
    row: SlipRow, desk: Desk, unit_id: int | None, told: FeedbackRow | None
) -> dict[str, object]:
    """The columns of ``slip`` but for its id and its parent.

    ``told`` is the slip's latest feedback, if it has any.
    """
    assert row.issued_at is not None
    kind = AREA_KINDS[row.area_kind]
    is_unit = kind is AreaKind.UNIT
    state = state_of(row)
    charge = row.charge_class or (PAID if is_unit else FREE)
    bearer = desk.settings.text("fee_bearer_unit" if is_unit else "fee_bearer_public")
    is_cancelled = row.ending == CANCELLED
    link = LinkKind.DUPLICATE if is_cancelled else LinkKind.REWORK
    scheme = None if state is SlipState.ISSUED else desk.settings.text("copy_scheme")
    return {
        "centre_id": desk.centre_id,
        "number": row.number,
        "origin_number": row.parent_number or None,
        "is_imported": True,
        "is_late_entry": False,
        "area_kind": kind,
        "area": row.area,
        "place": row.place,
        "place_key": place_key(row.unit or row.place, row.area)[:200],
        "unit_id": unit_id,
        "unit_label": row.unit or None,
        "owner_name": row.owner_name or None,
        "reporter_name": row.reporter,
        "reporter_kind": ReporterKind.OWNER if is_unit else ReporterKind.STAFF,
        "report_dept": row.report_dept or None,
        "phone": row.phone or None,
        "content": row.content,
        "channel": channel_of(row.channel),
        "job_type": JOB_TYPES.get(row.job_type, JobType.ROUTINE),
        "charge_class": CHARGE_CLASSES[charge],
        "fee_bearer": FeeBearer(bearer.lower()),
        "remark": row.remark or None,
        "reported_at": row.reported_at,
        "issued_at": row.issued_at,
        "duty_post": desk.duty_post(row.issued_at),
        "entered_by": row.taken_by or None,
        "is_bounced": False,
        "needs_reprint": False,
        "copy_scheme": scheme,
        "trade": row.trade or None,
        "dispatched_at": row.dispatched_at,
        "supervisor": row.supervisor or None,
        "supervisor_received_at": row.received_at,
        "technicians": row.technicians,
        "appointment_at": row.appointment_at,
        "arrived_at": row.arrived_at,
        "done_at": row.done_at,
        "unfinished_reason": told.reason if told else None,
        "eta_at": told.eta_at if told else None,
        "returned_at": row.returned_at,
        "outcome": OUTCOMES.get(row.outcome or _usual_outcome(row)),
        "result_text": row.result_text or None,
        "owner_opinion": OPINIONS.get(row.opinion),
        "sign_status": SIGN_STATUSES.get(row.sign_status),
        "signed_by": row.signed_by or None,
        "inspect_status": _inspect_status(row, kind, state),
        "inspected_by": row.inspected_by or None,
        "inspected_at": row.inspected_at,
        "finance_early_at": row.escorted_at,
        "escort": row.escort or None,
        "ended_at": row.ended_at,
        "end_reason": row.end_reason or None,
        "rework_no": int(row.inspection == FAILED),
        "link_kind": link if row.parent_number else None,
        "state": state,
        "version": 1,
    }


def slip_lines(row: SlipRow) -> list[dict[str, object]]:
    """The two fees of a book as lines, without the slip's id."""
    fees = (
        (LineKind.LABOUR, "人工费", row.labour_fee),
        (LineKind.MATERIAL, "材料费", row.material_fee),
    )
    return [
        {
            "position": position,
            "kind": kind,
            "name": name,
            "quantity": _ONE,
            "price": fee,
            "amount": fee,
        }
        for position, (kind, name, fee) in enumerate(fees, start=1)
        if fee is not None
    ]


def slip_quote(row: SlipRow) -> dict[str, object] | None:
    """The quote the owner agreed to, without the slip's id."""
    if row.quote is None:
        return None
    return {"position": 1, "amount": row.quote, "status": QuoteStatus.AGREED}


def _usual_outcome(row: SlipRow) -> str:
    """维修结果 empty on a returned slip counts as 完成."""
    return COMPLETED if row.returned_at is not None else ""


def _inspect_status(
    row: SlipRow, kind: AreaKind, state: SlipState
) -> InspectStatus | None:
    if row.inspection:
        return INSPECTIONS[row.inspection]
    is_waiting = kind is not AreaKind.UNIT and state is SlipState.RETURNED
    return InspectStatus.PENDING if is_waiting else None
