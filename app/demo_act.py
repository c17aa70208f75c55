"""One dated act of the demonstration: who does what to which slip, and when."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any


@dataclass(frozen=True, slots=True)
class Act:
    """A use case to run at a moment.

    ``slip`` counts the slips of the plan from 0. The order's ``slip_id`` is filled in
    when the slip has its id, and so is ``duplicate_of`` where ``twin`` names one.
    """

    at: datetime
    by: str
    slip: int
    step: Callable[..., Any]
    order: Any
    twin: int | None = None
