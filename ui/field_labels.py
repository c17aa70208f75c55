"""A label for every field an order may be refused for."""

from collections.abc import Mapping

from models.text import QT_TRANSLATE_NOOP, Translate

FIELDS: Mapping[str, str] = {
    "area": QT_TRANSLATE_NOOP("Field", "Area"),
    "place": QT_TRANSLATE_NOOP("Field", "Place"),
    "unit": QT_TRANSLATE_NOOP("Field", "Unit"),
    "label": QT_TRANSLATE_NOOP("Field", "Unit"),
    "reporter_name": QT_TRANSLATE_NOOP("Field", "Reporter"),
    "phone": QT_TRANSLATE_NOOP("Field", "Telephone"),
    "content": QT_TRANSLATE_NOOP("Field", "What is wrong"),
    "report_dept": QT_TRANSLATE_NOOP("Field", "Department"),
    "remark": QT_TRANSLATE_NOOP("Field", "Remark"),
    "stock_no": QT_TRANSLATE_NOOP("Field", "Form number"),
    "anyway_reason": QT_TRANSLATE_NOOP("Field", "Reason"),
    "reason": QT_TRANSLATE_NOOP("Field", "Reason"),
    "note": QT_TRANSLATE_NOOP("Field", "Note"),
    "trade": QT_TRANSLATE_NOOP("Field", "Trade"),
    "supervisor": QT_TRANSLATE_NOOP("Field", "Supervisor"),
    "technicians": QT_TRANSLATE_NOOP("Field", "Technicians"),
    "answered_by": QT_TRANSLATE_NOOP("Field", "Answered by"),
    "dispatcher_answered_by": QT_TRANSLATE_NOOP("Field", "Answered by"),
    "reported_at": QT_TRANSLATE_NOOP("Field", "Time of report"),
    "issued_at": QT_TRANSLATE_NOOP("Field", "Time of issue"),
    "dispatched_at": QT_TRANSLATE_NOOP("Field", "Time of dispatch"),
    "supervisor_received_at": QT_TRANSLATE_NOOP("Field", "Received by supervisor"),
    "arrived_at": QT_TRANSLATE_NOOP("Field", "Arrival"),
    "done_at": QT_TRANSLATE_NOOP("Field", "Completion"),
    "returned_at": QT_TRANSLATE_NOOP("Field", "Return"),
    "eta_at": QT_TRANSLATE_NOOP("Field", "Expected completion"),
    "now": QT_TRANSLATE_NOOP("Field", "now"),
    "appointment_at": QT_TRANSLATE_NOOP("Field", "Appointment"),
    "result_text": QT_TRANSLATE_NOOP("Field", "Result"),
    "cause_code": QT_TRANSLATE_NOOP("Field", "Cause"),
    "accepted_by": QT_TRANSLATE_NOOP("Field", "Accepted by"),
    "sign_status": QT_TRANSLATE_NOOP("Field", "Signature"),
    "signed_by": QT_TRANSLATE_NOOP("Field", "Signed by"),
    "signer_role": QT_TRANSLATE_NOOP("Field", "Signer's role"),
    "sign_note": QT_TRANSLATE_NOOP("Field", "Supervisor's note"),
    "proxy_phone_at": QT_TRANSLATE_NOOP("Field", "Time of the owner's call"),
    "unfinished_reason": QT_TRANSLATE_NOOP("Field", "Reason unfinished"),
    "lines": QT_TRANSLATE_NOOP("Field", "Labour and materials"),
    "amount": QT_TRANSLATE_NOOP("Field", "Amount"),
    "quote": QT_TRANSLATE_NOOP("Field", "Quote"),
    "copies": QT_TRANSLATE_NOOP("Field", "Copies"),
    "to_whom": QT_TRANSLATE_NOOP("Field", "To whom"),
    "binder_no": QT_TRANSLATE_NOOP("Field", "Binder"),
    "name": QT_TRANSLATE_NOOP("Field", "Name"),
    "text": QT_TRANSLATE_NOOP("Field", "Text"),
    "code": QT_TRANSLATE_NOOP("Field", "Code"),
    "colour": QT_TRANSLATE_NOOP("Field", "Colour"),
    "posts": QT_TRANSLATE_NOOP("Field", "Posts"),
    "badge_no": QT_TRANSLATE_NOOP("Field", "Badge"),
    "owner_name": QT_TRANSLATE_NOOP("Field", "Owner"),
    "file": QT_TRANSLATE_NOOP("Field", "File"),
    "time": QT_TRANSLATE_NOOP("Field", "Time"),
    "at": QT_TRANSLATE_NOOP("Field", "Time"),
    "value": QT_TRANSLATE_NOOP("Field", "Value"),
}


def field_label(name: str, translate: Translate) -> str:
    """The word for a field; a setting's key stands for itself."""
    return translate("Field", FIELDS[name]) if name in FIELDS else name
