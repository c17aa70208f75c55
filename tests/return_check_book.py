"""The data book of worked example 5.4: the return check of Tuesday, 8 December 2026."""

from models.data_book import BookRows, FeedbackRow, SlipRow
from tests.data_book_maker import at, public_slip

DAY = "2026-12-08"
_CARRIED = (
    ("WX261203-002", "2026-12-03 10:00"),
    ("WX261205-004", "2026-12-05 11:00"),
    ("WX261207-006", "2026-12-07 15:00"),
)
_BACK = {
    "001": "16:10",
    "002": "17:05",
    "003": "17:29:30",
    "005": "17:30:59",
    "006": "17:15",
    "004": "17:34",
}


def check_book() -> BookRows:
    """Eight slips of the day, three carried over, one issued at 17:31."""
    slips = [_slip(number, issued) for number, issued in _CARRIED]
    for serial in range(1, 8):
        number = f"{serial:03d}"
        back = _BACK.get(number)
        more = {"returned_at": at(f"{DAY} {back}")} if back else {}
        slips.append(_slip(f"WX261208-{number}", f"{DAY} 09:0{serial}", **more))
    slips += [
        _slip("WX261208-008", f"{DAY} 17:30:40"),
        public_slip("WX261208-009", f"{DAY} 17:31:00"),
    ]
    feedback = (
        FeedbackRow(
            number="WX261208-007",
            at=at(f"{DAY} 17:38"),
            reason="待料",
            eta_at=at("2026-12-10 12:00"),
        ),
        FeedbackRow(
            number="WX261203-002",
            at=at(f"{DAY} 17:39"),
            reason="报价争议",
            eta_at=at("2026-12-09 18:00"),
        ),
        FeedbackRow(
            number="WX261207-006",
            at=at(f"{DAY} 17:41"),
            reason="缺人手",
            eta_at=at("2026-12-09 18:00"),
        ),
    )
    return BookRows(slips=tuple(slips), feedback=feedback)


def _slip(number: str, issued: str, **facts: object) -> SlipRow:
    return public_slip(
        number,
        issued,
        dispatched_at=at(issued),
        supervisor="演示主管",
        technicians=("演示技工",),
        **facts,
    )
