"""The SQLite writer outlives the disk's bad days, and tells nobody that it stored what it lost."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, event, insert, select, update
from sqlalchemy.exc import OperationalError

from storage.database import database_url, sqlite_writer
from storage.prepared import driver_of
from storage.tables import inbox
from storage.writers import Done, SqliteWriter
from tests.fakes import MORNING

LONG = "x" * 200_000


@pytest.fixture
def file(sqlite_url: str) -> Path:
    return Path(database_url(sqlite_url).database or "")


@pytest.fixture
def engine(sqlite_url: str) -> Engine:
    """With little patience for others, so that a test needs little, too."""
    engine = sqlite_writer(database_url(sqlite_url))

    @event.listens_for(engine, "connect")
    def hurry(connection: sqlite3.Connection, record: Any) -> None:
        connection.execute("PRAGMA busy_timeout=20")

    return engine


@pytest.fixture
async def writer(engine: Engine) -> AsyncIterator[SqliteWriter]:
    writer = SqliteWriter(engine)
    yield writer
    async with asyncio.timeout(5):
        await writer.close()


def _admitting(key: str, payload: str = "{}", *, erased: bool = False) -> Callable[..., Done]:
    row = {"channel": "fake", "chat_id": "lan", "key": key, "state": "waiting"}

    def unit(connection: Connection) -> Done:
        connection.execute(insert(inbox).values(payload=payload, admitted_at=MORNING, **row))
        return Done(None, list[datetime](), erased)

    return unit


async def _keys(writer: SqliteWriter) -> list[str]:
    def unit(connection: Connection) -> Done:
        return Done(list(connection.execute(select(inbox.c.key)).scalars()), [], False)

    keys: list[str] = (await writer.run(unit)).answer
    return keys


async def test_a_disk_that_fills_up_within_a_unit_is_told_to_the_whole_group(
    writer: SqliteWriter,
) -> None:
    await writer.run(_admitting("first"))

    def fill(connection: Connection) -> Done:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count={pages + 10}")
        try:
            # One row and no index: SQLite can take back this alone only with all before it.
            connection.execute(update(inbox).where(inbox.c.id == 1).values(payload=LONG))
        finally:
            connection.exec_driver_sql("PRAGMA max_page_count=1000000")
        raise AssertionError("there was room")

    results = await asyncio.gather(
        writer.run(_admitting("before")),
        writer.run(fill),
        writer.run(_admitting("behind")),
        return_exceptions=True,
    )

    told = [str(one.orig) for one in results if isinstance(one, OperationalError)]
    assert set(told) == {"database or disk is full"}
    names = ("before", "", "behind")
    stored = [name for name, one in zip(names, results, strict=True) if isinstance(one, Done)]
    assert await _keys(writer) == ["first", *stored]


async def test_a_log_that_is_read_while_something_is_erased_is_cleared_afterwards(
    writer: SqliteWriter, file: Path
) -> None:
    await writer.run(_admitting("1"))
    with closing(sqlite3.connect(file, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM inbox").fetchone()
        await writer.run(_admitting("2", erased=True))
        await _settled(writer)
        assert _size_of_log(file) > 0

    await _settled(writer)

    assert _size_of_log(file) == 0


async def test_a_log_that_cannot_be_cleared_does_not_end_the_writer(
    writer: SqliteWriter, file: Path
) -> None:
    half_read: list[sqlite3.Cursor] = []

    def erase(connection: Connection) -> Done:
        done = _admitting("2", erased=True)(connection)
        # While a statement is open SQLite refuses to clear the log.
        half_read.append(driver_of(connection).execute("SELECT id FROM inbox"))
        return done

    async with asyncio.timeout(5):
        await writer.run(_admitting("1"))
        await writer.run(erase)
        await _settled(writer)
        assert _size_of_log(file) > 0
        half_read.pop().close()
        await _settled(writer)

        assert _size_of_log(file) == 0
        assert await _keys(writer) == ["1", "2"]


async def _settled(writer: SqliteWriter) -> None:
    """What follows an answer is done before the next unit, and so behind the first of these."""
    await _keys(writer)
    await _keys(writer)


def _size_of_log(file: Path) -> int:
    return file.with_name(f"{file.name}-wal").stat().st_size
