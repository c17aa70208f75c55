"""Which field Enter goes on to: the next one the paper has something to say in."""

from collections.abc import Iterator

from ui.kit.field import Field
from ui.returns.form import ReturnForm

ORDER = (
    "arrived_at",
    "done_at",
    "technicians",
    "result_text",
    "unfinished_reason",
    "eta_at",
    "signed_by",
    "proxy_phone_at",
    "sign_note",
    "quote",
    "lines",
)
"""As the paper is read; the rest is filled in already or seldom said."""

_STANDS_BEHIND = {
    "outcome": "technicians",
    "sign_status": "eta_at",
    "owner_opinion": "sign_note",
    "quote_confirmed_by": "quote",
}
"""What Enter passes over, each with the one before it."""


def next_empty(form: ReturnForm, after: str | None = None) -> Field | None:
    """The first empty field behind ``after`` (None: of all); None at the end."""
    return next(_empty(form, after), None)


def _empty(form: ReturnForm, after: str | None) -> Iterator[Field]:
    name = _STANDS_BEHIND.get(after, after) if after else None
    begin = 0 if name is None else ORDER.index(name) + 1
    for name in ORDER[begin:]:
        field = form.field(name)
        is_asked = field.isVisibleTo(form) and field.isEnabled()
        if is_asked and form.is_empty(name):
            yield field


def name_with_keyboard(form: ReturnForm) -> str | None:
    """The name of the field that has the keyboard."""
    held = form.window().focusWidget() if form.window() else None
    if held is None:
        return None
    for name, field in form.fields().items():
        if field is held or field.isAncestorOf(held):
            return name
    return None
