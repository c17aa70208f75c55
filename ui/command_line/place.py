"""Where the database is when nobody says so: the same for window and commands."""

import os
from pathlib import Path

from platformdirs import user_data_dir


def data_folder() -> Path:
    """The folder of this person's data."""
    return Path(user_data_dir("silian", appauthor=False))


def database_url(given: str | None) -> str:
    """``--db``, else ``SILIAN_DB``, else ``silian.db`` in the data folder.

    A plain path is taken as a SQLite file.
    """
    chosen = given or os.environ.get("SILIAN_DB")
    if not chosen:
        return f"sqlite:///{data_folder() / 'silian.db'}"
    return chosen if "://" in chosen else f"sqlite:///{Path(chosen).resolve()}"


def language() -> str:
    """The language commands speak: ``SILIAN_LANG``, else Chinese."""
    return (
        "en" if os.environ.get("SILIAN_LANG", "").lower().startswith("en") else "zh_CN"
    )
