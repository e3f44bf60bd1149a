"""Brings a database to the newest form of the tables."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, inspect, text

from storage.address import DatabaseError
from storage.database import database_url, is_sqlite, sqlite_writer

_HERE = Path(__file__).parent / "migrations"
_VERSION_TABLE = "alembic_version"


def migrate(setting: str, now: datetime, steps: Path = _HERE) -> str | None:
    """Run the steps that are missing; answers where the old SQLite file was copied to first.

    A database that is up to date is left alone, without loading Alembic. One of a later version
    is left alone, too: DatabaseError.
    """
    url = database_url(setting)
    engine = sqlite_writer(url) if is_sqlite(url) else create_engine(url, hide_parameters=True)
    try:
        with engine.connect() as connection:
            before = revision(connection)
        ours = newest(steps)
        if before == ours:
            return None
        if before is not None and before > ours:
            raise DatabaseError(
                f"the database comes from a later version of the program ({before}, this one knows"
                f" {ours}): update the program, or restore a backup of its own time"
            )
        copy = None
        if before is not None and is_sqlite(url) and url.database:
            copy = _copy(Path(url.database), before, now)
        _upgrade(engine, steps)
        return copy
    finally:
        engine.dispose()


def newest(steps: Path = _HERE) -> str:
    """The revision this code is written for: the number of the newest step."""
    return max(step.name for step in (steps / "versions").glob("[0-9]*.py")).split("_")[0]


def revision(connection: Connection) -> str | None:
    """The revision of a database, None where there are no tables yet."""
    if not inspect(connection).has_table(_VERSION_TABLE):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def _upgrade(engine: Engine, steps: Path) -> None:
    # Imported here: an up-to-date database should not wait for it at every start.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(steps))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def _copy(database: Path, before: str, now: datetime) -> str:
    """Whole and of one moment, with what still stands in the write-ahead log."""
    copy = database.with_name(f"{database.stem}-{before}-{now:%Y%m%d-%H%M%S}.db")
    # What is in it is personal: nobody else may read it, not even while it grows.
    os.close(os.open(copy, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600))
    with closing(sqlite3.connect(database)) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)
        # One file without a log beside it: it can be carried away as it is.
        target.execute("PRAGMA journal_mode=DELETE")
    return str(copy)
