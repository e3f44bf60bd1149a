"""Opens SQLite or PostgreSQL the way we measured them to be safe."""

from __future__ import annotations

import sqlite3
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Engine, Table, create_engine, event
from sqlalchemy.dialects import sqlite
from sqlalchemy.engine import URL, make_url

from storage.address import read_address
from storage.prepared import Prepared
from storage.private import make_database_file
from storage.readers import READERS

if TYPE_CHECKING:
    from sqlalchemy.dialects import postgresql
    from sqlalchemy.ext.asyncio import AsyncEngine

# SQLite before this version can, rarely, corrupt a WAL that two connections reset at once.
SAFE_SQLITE = (3, 51, 3)

_WRITER_PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",  # an acknowledged message survives a power cut
    "busy_timeout=5000",
    "temp_store=MEMORY",  # else every unit's savepoint spills the pages it touched to a file
    "foreign_keys=ON",  # SQLite checks no foreign key unless each connection asks for it
    "secure_delete=ON",  # erased means erased from the file
)
_READER_PRAGMAS = ("query_only=ON", "busy_timeout=5000")


def database_url(setting: str) -> URL:
    """The setting as a URL; `sqlite:///relative/path` or `postgresql://…`."""
    address = read_address(setting)
    return make_url(setting).set(drivername="sqlite" if address.file else "postgresql+psycopg")


def is_sqlite(url: URL) -> bool:
    return url.get_backend_name() == "sqlite"


def sqlite_writer(url: URL) -> Engine:
    """One connection, for the writer thread alone. BEGIN IMMEDIATE: a read never has to upgrade.

    Raises DatabaseError where the file can neither be opened nor made.
    """
    make_database_file(Path(url.database or ""))
    engine = create_engine(
        url,
        hide_parameters=True,  # or a phone number stands in the text of an exception
        connect_args={"check_same_thread": False},
    )

    @event.listens_for(engine, "connect")
    def prepare(connection: sqlite3.Connection, record: Any) -> None:
        connection.isolation_level = None  # the driver's own transactions start too late
        for pragma in _WRITER_PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine


def sqlite_readers(url: URL) -> Engine:
    """A small pool that cannot write, for threads: a report never stands in the writer's way."""
    engine = create_engine(
        url,
        hide_parameters=True,
        pool_size=READERS,
        max_overflow=0,
        # Each thread of ours has a connection to itself, but not always the same.
        connect_args={"check_same_thread": False},
    )
    _begin_as_readers(engine)
    return engine


def sqlite_glances(url: URL) -> AsyncEngine:
    """One connection that cannot write, for looks that are to wait behind no report."""
    # Imported here: it brings the whole ORM along, which nothing of ours uses.
    from sqlalchemy.ext.asyncio import create_async_engine

    engine = create_async_engine(
        url.set(drivername="sqlite+aiosqlite"), hide_parameters=True, pool_size=1, max_overflow=0
    )
    _begin_as_readers(engine.sync_engine)
    return engine


def _begin_as_readers(engine: Engine) -> None:
    """Each connection sees one moment from its first statement on, and changes nothing."""

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, record: Any) -> None:
        connection.isolation_level = None
        cursor = connection.cursor()
        for pragma in _READER_PRAGMAS:
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN")


def postgres_engine(url: URL) -> AsyncEngine:
    from sqlalchemy.ext.asyncio import create_async_engine

    return create_async_engine(url, hide_parameters=True, pool_size=12, max_overflow=4)


def insert_once(connection: Connection, table: Table, row: dict[str, Any]) -> int | None:
    """Insert a row unless a unique key of it stands already. Answers the new id, or None."""
    new_id: int | None = _insert_once(connection.dialect.name, table).scalar(connection, **row)
    return new_id


def upsert(connection: Connection, table: Table, row: dict[str, Any], key: tuple[str, ...]) -> None:
    """Insert a row, or bring the one with this key up to date."""
    changed = tuple(name for name in row if name not in key)
    _upsert(connection.dialect.name, table, key, changed).change(connection, **row)


# To build a statement takes longer than to run it: each is built once.


@lru_cache
def _insert_once(dialect: str, table: Table) -> Prepared:
    return Prepared(_insert(dialect, table).on_conflict_do_nothing().returning(table.c.id))


@lru_cache
def _upsert(dialect: str, table: Table, key: tuple[str, ...], changed: tuple[str, ...]) -> Prepared:
    statement = _insert(dialect, table)
    return Prepared(
        statement.on_conflict_do_update(
            index_elements=key, set_={name: statement.excluded[name] for name in changed}
        )
    )


def _insert(dialect: str, table: Table) -> sqlite.Insert | postgresql.Insert:
    if dialect == "sqlite":
        return sqlite.insert(table)
    # Imported here: on SQLite nobody should wait for the other dialect.
    from sqlalchemy.dialects import postgresql

    return postgresql.insert(table)
