"""What papers usually say of finished work (维修结果): the words a desk types most."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.desk import Desk
from models.slip import Slip

MOST = 9
"""As many as there are digits to choose them by."""
_LOOKED_AT = 400
"""So many of a trade's last slips are counted."""

USUAL = (
    "已修复，试用正常",
    "更换配件，试用正常",
    "疏通后排水正常",
    "紧固后正常",
    "复位后正常",
    "检查无异常",
)
"""What a centre begins with."""


def usual_results(session: Session, desk: Desk, trade: str | None) -> tuple[str, ...]:
    """The results typed most for a trade of late, then those of every centre."""
    last = (
        select(Slip.result_text)
        .where(Slip.centre_id == desk.centre_id, Slip.trade == trade)
        .order_by(Slip.id.desc())
        .limit(_LOOKED_AT)
        .subquery()
    )
    count = func.count()
    typed = session.scalars(
        select(last.c.result_text)
        .where(last.c.result_text.is_not(None))
        .group_by(last.c.result_text)
        .having(count > 1)
        .order_by(count.desc(), last.c.result_text)
        .limit(MOST)
    ).all()
    return tuple(dict.fromkeys((*typed, *USUAL)))[:MOST]
