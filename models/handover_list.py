"""What is handed over to Finance in a period (财务联移交清单): counted in app, drawn
elsewhere.
"""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from models.money import ZERO
from models.slip import SlipState


@dataclass(frozen=True, slots=True)
class BundleCopy:
    """One finance copy: in a bundle, waiting for one, or brought by an escort.

    ``arrived_at``: it came in hand; of one that an escort brought, it came to Finance.
    ``charged``: what the slip's statement charges on it. ``is_earlier``: the slip was
    issued before the period (section B). ``is_photocopy``: the copy itself is lost.
    """

    slip_id: int
    number: str
    room: str
    owner_name: str
    content: str
    state: SlipState
    issued_at: datetime
    arrived_at: datetime
    charged: Decimal
    is_earlier: bool
    is_photocopy: bool
    scanned_at: datetime | None = None
    escort: str = ""


@dataclass(frozen=True, slots=True)
class Bundle:
    """One bundle with its copies in the order they were scanned."""

    id: int
    period: str
    batch_no: int
    begun_at: datetime
    begun_by: str
    handed_at: datetime | None
    from_staff: str
    to_staff: str
    printed_at: datetime | None
    copies: tuple[BundleCopy, ...]

    @property
    def is_open(self) -> bool:
        """Whether copies are still scanned into it."""
        return self.handed_at is None

    @property
    def amount(self) -> Decimal:
        """What is charged on its copies together."""
        return sum((copy.charged for copy in self.copies), ZERO)


@dataclass(frozen=True, slots=True)
class HandoverList:
    """The bundles of a period, and what of it is not in one, as known at ``at``.

    ``early`` (已先交) were brought to Finance by an escort and are in no bundle;
    ``number_only`` ended before they were printed and have no paper.
    """

    period: str
    starts_at: datetime
    ends_at: datetime
    at: datetime
    is_closed: bool
    bundles: tuple[Bundle, ...]
    waiting: tuple[BundleCopy, ...]
    early: tuple[BundleCopy, ...]
    number_only: tuple[BundleCopy, ...]

    @property
    def open_bundle(self) -> Bundle | None:
        """The bundle that is being built."""
        return next((bundle for bundle in self.bundles if bundle.is_open), None)

    def bundle(self, batch_no: int) -> Bundle | None:
        """A bundle by its number."""
        return next((each for each in self.bundles if each.batch_no == batch_no), None)
