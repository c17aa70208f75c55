"""The four ways work can end without an answer: refusal, trouble, cancelled, bug.

A refusal carries data, never prose: its sentence stands in ``ui/texts.py``.
"""


class Refusal(Exception):
    """The person can mend it; a rule said no. Keyword arguments become attributes
    and fill the placeholders of the sentence in ``ui/texts.py``.
    """

    def __init__(self, **facts: object) -> None:
        super().__init__(type(self).__name__, facts)
        self.facts = facts


class FieldRefusal(Refusal):
    """A refusal that belongs beside one field.

    ``field`` is the name of the order's attribute; give it as a keyword argument or
    as a class attribute of the subclass.
    """

    field: str = ""

    def __init__(self, **facts: object) -> None:
        super().__init__(**facts)
        given = facts.get("field")
        if isinstance(given, str):
            self.field = given


class Trouble(Exception):
    """The world can mend it: disk, lock, printer, network. Data as in ``Refusal``."""

    def __init__(self, **facts: object) -> None:
        super().__init__(type(self).__name__, facts)
        self.facts = facts


class Cancelled(Exception):
    """The person asked to stop; nothing is shown."""
