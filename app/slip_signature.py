"""Whose signature a slip needs, and who may never give it (K-19, S3-8.5…8.8)."""

from dataclasses import dataclass
from datetime import datetime

from app.desk import Desk
from app.slip_fields import clean_optional
from app.slip_refusals import FieldMissing
from models.slip import SignStatus, Slip
from models.unit import AreaKind


@dataclass(frozen=True, slots=True)
class Signature:
    """How the owner's second signature came about; ``status`` None: not said."""

    status: SignStatus | None = None
    signed_by: str = ""
    signer_role: str = ""
    proxy_phone_at: datetime | None = None
    note: str = ""


def signature_facts(
    desk: Desk,
    slip: Slip,
    signature: Signature,
    at: datetime,
) -> dict[str, object]:
    """The facts of a signature. A unit's slip must say how it was signed.

    SIGNED and PROXY need a name (SIGNED: the reporter's by default), PROXY the time
    of the owner's phone call, ABSENT and REFUSED the supervisor's note. That nobody
    signs who did the work is kept by ``change_slip``.
    """
    status = signature.status
    if status is None:
        if slip.area_kind is AreaKind.UNIT:
            raise FieldMissing(field="sign_status")
        return {}
    name = clean_optional(signature.signed_by, "signed_by", 80) or ""
    note = clean_optional(signature.note, "sign_note", 200)
    if status is SignStatus.SIGNED and not name:
        name = slip.owner_name or slip.reporter_name
    if status is SignStatus.PROXY:
        if not name:
            raise FieldMissing(field="signed_by")
        if signature.proxy_phone_at is None:
            raise FieldMissing(field="proxy_phone_at")
    if status in (SignStatus.ABSENT, SignStatus.REFUSED):
        name = ""
        asked = desk.settings.text("absent_signature") == "SUPERVISOR_NOTE"
        if asked and note is None:
            raise FieldMissing(field="sign_note")
    return {
        "sign_status": status,
        "signed_by": name or None,
        "signer_role": clean_optional(signature.signer_role, "signer_role", 40),
        "signed_at": at if name else None,
        "proxy_phone_at": signature.proxy_phone_at,
        "sign_note": note,
    }
