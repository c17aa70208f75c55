"""The stored papers of a closed statement: a reprint is those bytes (4.7-8)."""

import hashlib

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.desk import Desk
from app.statement import StatementDamaged
from models.base import table_of
from models.finance_period import FileKind, FinancePeriod, StatementFile

_FILE = table_of(StatementFile)
_PERIOD = table_of(FinancePeriod)


def load_file(
    session: Session, desk: Desk, period: str, kind: FileKind
) -> bytes | None:
    """The bytes that were stored at the close, None where none were (a data book).

    Raises ``StatementDamaged`` if they are not what was stored.
    """
    row = session.execute(
        select(_FILE.c.content, _FILE.c.hash)
        .join(_PERIOD, _PERIOD.c.id == _FILE.c.period_id)
        .where(
            _PERIOD.c.centre_id == desk.centre_id,
            _PERIOD.c.code == period,
            _FILE.c.kind == kind,
        )
    ).one_or_none()
    if row is None:
        return None
    content = bytes(row.content)
    if hashlib.sha256(content).hexdigest() != row.hash:
        raise StatementDamaged(period=period)
    return content
