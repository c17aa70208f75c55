"""One slip as it is called about: whom, what was done, and what was said before."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.desk import Desk
from app.ledger import load_account
from app.slip_record import get_slip
from models.callback import Callback, CallbackMethod, CallbackResult
from models.slip import OwnerOpinion, Slip, SlipEvent, SlipState, legal_events
from models.unit import AreaKind


@dataclass(frozen=True, slots=True)
class CallView:
    """One attempt of the past."""

    called_at: datetime
    called_by: str
    method: CallbackMethod
    result: CallbackResult
    is_normal: bool | None
    satisfaction: OwnerOpinion | None
    comment: str | None


@dataclass(frozen=True, slots=True)
class CallbackView:
    """What stands beside the form; ``method`` is how one would ask here (K-25), and
    ``fee`` what the work costs the owner.
    """

    slip_id: int
    number: str
    state: SlipState
    is_unit: bool
    area: str
    place: str
    unit_label: str | None
    owner_name: str | None
    reporter_name: str
    phone: str | None
    content: str
    trade: str | None
    supervisor: str | None
    technicians: tuple[str, ...]
    result_text: str | None
    fee: Decimal
    returned_at: datetime | None
    owner_opinion: OwnerOpinion | None
    ended_at: datetime | None
    end_reason: str | None
    method: CallbackMethod
    may_call: bool
    calls: tuple[CallView, ...]


_OF_SLIP = tuple(
    name
    for name in CallbackView.__dataclass_fields__
    if name not in ("slip_id", "is_unit", "fee", "method", "may_call", "calls")
)


def load_callback_view(session: Session, desk: Desk, slip_id: int) -> CallbackView:
    """A slip with its attempts, the first one first; raises ``SlipUnknown``."""
    slip = get_slip(session, desk, slip_id)
    calls = session.execute(
        select(*(getattr(Callback, name) for name in CallView.__dataclass_fields__))
        .where(Callback.slip_id == slip_id)
        .order_by(Callback.called_at, Callback.id)
    )
    return CallbackView(
        slip_id=slip.id,
        is_unit=slip.area_kind is AreaKind.UNIT,
        fee=load_account(session, slip.id).charged,
        method=proposed_method(desk, slip),
        may_call=SlipEvent.CALLBACK in legal_events(slip.state),
        calls=tuple(CallView(*call) for call in calls),
        **{name: getattr(slip, name) for name in _OF_SLIP},
    )


def proposed_method(desk: Desk, slip: Slip) -> CallbackMethod:
    """Owners are telephoned; of public work whoever reported it, if there is a number,
    else somebody looks at it (K-25).
    """
    if slip.area_kind is AreaKind.UNIT:
        return CallbackMethod.PHONE
    is_seen = desk.settings.text("public_callback_method") == "ONSITE"
    has_phone = bool(slip.phone) and not is_seen
    return CallbackMethod.PHONE if has_phone else CallbackMethod.ONSITE_CHECK
