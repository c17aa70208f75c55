"""Makes the whole index of the search again from the slips and the directory."""

from sqlalchemy import Connection, delete, insert, select
from sqlalchemy.orm import Session

from app.progress import SILENT, Progress
from app.search_index import lock, settle
from app.search_people import index_units
from models.base import table_of
from models.centre import Centre
from models.search_name import SearchName, SearchPerson
from models.search_post import SearchBlock, SearchLoose, SearchPost
from models.slip import Slip
from models.unit import Unit

_DERIVED = (SearchPost, SearchBlock, SearchLoose, SearchPerson, SearchName)


def mend_search(session: Session, progress: Progress = SILENT) -> None:
    """Make an index again that does not fit the rows (``app/check_search.py``)."""
    rebuild_search(session.connection(), progress)


def rebuild_search(connection: Connection, progress: Progress = SILENT) -> None:
    """Index every centre of a database anew; some 50 s for a million slips."""
    centres = connection.scalars(select(Centre.id).order_by(Centre.id)).all()
    for entity in _DERIVED:
        connection.execute(delete(table_of(entity)))
    slip, loose = table_of(Slip), table_of(SearchLoose)
    for centre_id in centres:
        lock(connection, centre_id)
        connection.execute(
            insert(loose).from_select(
                ["centre_id", "slip_id"],
                select(slip.c.centre_id, slip.c.id).where(
                    slip.c.centre_id == centre_id
                ),
            )
        )
        settle(connection, centre_id, progress)
        units = connection.scalars(
            select(Unit.id).where(Unit.centre_id == centre_id).order_by(Unit.id)
        ).all()
        index_units(connection, centre_id, units)
