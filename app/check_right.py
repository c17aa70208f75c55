"""Asks a server who may do again what the program took from its own login (4.7-8).

Who owns the tables can give any right back, and nothing holds a superuser; both are
noticed here. Other logins are asked about too, whatever they got their rights through.
"""

from collections.abc import Iterator

from sqlalchemy import text
from sqlalchemy.orm import Session

from app.check_problem import Fault, Problem, ProblemKind
from app.database import is_on_server
from app.desk import Desk
from app.table_right import taken_rights
from models.base import Base

_LOGIN = text("SELECT rolname, rolsuper FROM pg_roles WHERE rolname = current_user")
_HELD = text(
    """
WITH asked AS (
    SELECT r.oid AS role, r.rolname, c.oid AS of_table, c.relname
    FROM pg_roles r CROSS JOIN pg_class c
    WHERE NOT r.rolsuper AND r.rolname NOT LIKE 'pg\\_%' AND c.relkind = 'r'
    AND c.relnamespace = 'public'::regnamespace AND c.relname = ANY(:every)
)
SELECT rolname, relname, 'TRUNCATE' AS held FROM asked
WHERE has_table_privilege(role, of_table, 'TRUNCATE')
UNION
SELECT rolname, relname, 'DELETE' FROM asked
WHERE relname = ANY(:kept) AND has_table_privilege(role, of_table, 'DELETE')
UNION
SELECT rolname, relname, 'UPDATE' FROM asked
JOIN pg_attribute a ON a.attrelid = of_table AND a.attnum > 0 AND NOT a.attisdropped
WHERE relname = ANY(:fixed) AND relname || '.' || a.attname <> ALL(:columns)
AND has_column_privilege(role, of_table, a.attnum, 'UPDATE')
ORDER BY 1, 2, 3
"""
)


def held_rights(session: Session, _: Desk) -> Iterator[Problem]:
    """Logins that may change, delete or empty what is only ever added to."""
    if not is_on_server(session):
        return
    login, is_superuser = session.execute(_LOGIN).one()
    if is_superuser:
        facts = {"login": login}
        yield Problem(ProblemKind.TRIGGER, login, Fault.LOGIN_UNBOUND, facts)
    taken = taken_rights()
    left = taken.columns.items()
    asked = {
        "every": list(Base.metadata.tables),
        "kept": sorted(taken.tables["DELETE"]),
        "fixed": sorted(taken.tables["UPDATE"]),
        "columns": [f"{table}.{name}" for table, names in left for name in names],
    }
    for login, table, right in session.execute(_HELD, asked):
        facts = {"login": login, "table": table, "right": right}
        yield Problem(ProblemKind.TRIGGER, f"{login}/{table}", Fault.RIGHT_GIVEN, facts)
