"""The ways to read beside the writer: in threads on SQLite, on its own pool on PostgreSQL."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, Protocol

from sqlalchemy import Connection, Engine

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncEngine

# So many read at once on SQLite; the others wait for their turn.
READERS = 3

Reading = Callable[[Connection], Any]


class Readers(Protocol):
    """Runs a unit on a connection, and answers what it answers."""

    async def read(self, unit: Reading) -> Any: ...
    async def close(self) -> None: ...


class SqliteReader:
    """A few threads, a connection each: a unit goes to one of them as a whole.

    To hand over every statement by itself, as SQLAlchemy's own way from an event loop does, takes
    four times as long, and the loop works off the rows meanwhile and answers nobody.
    """

    def __init__(self, engine: Engine) -> None:
        """`engine` cannot write, and keeps a connection for each of the `READERS`."""
        self._engine = engine
        self._threads = ThreadPoolExecutor(READERS, thread_name_prefix="reader")

    async def read(self, unit: Reading) -> Any:
        return await asyncio.get_running_loop().run_in_executor(self._threads, self._read, unit)

    def _read(self, unit: Reading) -> Any:
        # A transaction, and so one moment for all that a unit reads.
        with self._engine.begin() as connection:
            return unit(connection)

    async def close(self) -> None:
        """What is being read is read to the end: its caller may wait for it no more."""
        await asyncio.to_thread(self._threads.shutdown)
        self._engine.dispose()


class SqliteGlance:
    """A short look from the event loop itself, though reports hold every thread.

    Its pool is opened by the first who looks: its library is slow to load.
    """

    def __init__(self, open_pool: Callable[[], AsyncEngine]) -> None:
        self._open_pool = open_pool
        self._pool: AsyncEngine | None = None
        self._opening = asyncio.Lock()

    async def read(self, unit: Reading) -> Any:
        async with self._opening:
            if self._pool is None:
                self._pool = await asyncio.to_thread(self._open_pool)
        async with self._pool.connect() as connection:
            return await connection.run_sync(unit)

    async def close(self) -> None:
        if self._pool is not None:
            await self._pool.dispose()


class PostgresReader:
    """Any connection of the pool; whoever closes the writer closes it."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine

    async def read(self, unit: Reading) -> Any:
        async with self._engine.connect() as connection:
            return await connection.run_sync(unit)

    async def close(self) -> None:
        return None
