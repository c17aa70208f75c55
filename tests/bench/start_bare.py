"""The floor of starting: Qt and SQLAlchemy imported, a bare table with a first page.

`python -m tests.bench.start_bare FILE` says when its first row was painted.
"""

import sys

from tests.bench.start_painted import say_painted

_PAGE = (
    "SELECT number, issued_at, unit_label, owner_name, content, trade, state FROM slip"
    " WHERE centre_id = 1 AND area_kind = 'unit' ORDER BY issued_at DESC, id DESC"
    " LIMIT 100"
)


def main(path: str) -> int:
    """Show one page of one list."""
    import sqlalchemy.orm
    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QPaintEvent, QStandardItem, QStandardItemModel
    from PySide6.QtWidgets import QApplication, QTableView
    from pysqlite3 import dbapi2  # type: ignore[import-untyped]

    class Bare(QTableView):
        def paintEvent(self, event: QPaintEvent) -> None:
            super().paintEvent(event)
            QTimer.singleShot(0, painted)

    def painted() -> None:
        say_painted()
        app.quit()

    app = QApplication(sys.argv[:1])
    engine = sqlalchemy.create_engine(f"sqlite:///{path}", module=dbapi2)
    model = QStandardItemModel()
    with sqlalchemy.orm.Session(engine) as session:
        for row in session.execute(sqlalchemy.text(_PAGE)):
            model.appendRow([QStandardItem(cell) for cell in row])
    table = Bare()
    table.setModel(model)
    table.resize(1440, 900)
    table.show()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
