"""The two ways to write: many units a COMMIT on SQLite, a connection a unit on PostgreSQL."""

from __future__ import annotations

import asyncio
import queue
import sqlite3
import threading
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, Protocol

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError, IntegrityError, OperationalError

from storage import dead_rows
from storage.prepared import driver_of

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncEngine

# So many units share one COMMIT at the most, each in a SAVEPOINT of its own (docs/reliability.md).
GROUP = 128
# Two processes that meet on one row: the loser runs its unit again.
TRIES = 4


@dataclass(frozen=True, slots=True)
class Done:
    """What came of a unit: its answer, when what it wrote falls due, whether it erased."""

    answer: Any
    due_at: list[datetime]
    erased: bool


Writing = Callable[[Connection], Done]


class Writer(Protocol):
    """Runs a unit as one transaction, and answers when it is committed."""

    async def run(self, unit: Writing) -> Done: ...
    async def wipe(self) -> tuple[str, ...]: ...
    async def close(self) -> None: ...


@dataclass(slots=True)
class _Job:
    unit: Writing
    loop: asyncio.AbstractEventLoop
    future: asyncio.Future[Done]


@dataclass(frozen=True, slots=True)
class _Result:
    job: _Job
    done: Done | None
    error: BaseException | None


class SqliteWriter:
    """One thread, one connection, many units a COMMIT, each answered after the COMMIT."""

    def __init__(self, engine: Any) -> None:
        self._engine = engine
        self._jobs: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._closed: Future[None] = Future()
        self._erased = False
        # A connection is made before the thread starts, so that a bad file is told at once.
        self._connection: Connection = engine.connect()
        self._driver = driver_of(self._connection)
        threading.Thread(target=self._work, name="writer", daemon=True).start()

    async def run(self, unit: Writing) -> Done:
        loop = asyncio.get_running_loop()
        future: asyncio.Future[Done] = loop.create_future()
        self._jobs.put(_Job(unit, loop, future))
        return await future

    async def wipe(self) -> tuple[str, ...]:
        return ()

    async def close(self) -> None:
        self._jobs.put(None)
        await asyncio.wrap_future(self._closed)

    def _work(self) -> None:
        open_ = True
        while open_:
            batch, open_ = self._take()
            if batch:
                self._tell(self._commit(batch))
                self._clear_traces()
        self._connection.close()
        self._engine.dispose()
        self._closed.set_result(None)

    def _take(self) -> tuple[list[_Job], bool]:
        """Wait for one job, then take along what has queued up meanwhile."""
        batch: list[_Job] = []
        while len(batch) < GROUP:
            try:
                job = self._jobs.get(block=not batch)
            except queue.Empty:
                break
            if job is None:
                return batch, False
            batch.append(job)
        return batch, True

    def _clear_traces(self) -> None:
        """What was erased must leave the write-ahead log, too, not wait there for a checkpoint."""
        if not self._erased:
            return
        try:
            # Past SQLAlchemy, which would open a transaction first: none may be open here.
            busy, *_ = self._driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        except sqlite3.Error:
            # It must not end this thread, or whoever writes would wait for ever. What is
            # committed stands; the log is cleared behind the next units.
            return
        # Where somebody still reads by the log, too.
        self._erased = bool(busy)

    def _commit(self, batch: list[_Job]) -> list[_Result]:
        try:
            with self._connection.begin():
                return [self._savepoint(job) for job in batch]
        except Exception as error:  # a full disk, a lock: nobody is told that it is stored
            self._connection.rollback()
            return [_Result(job, None, error) for job in batch]

    def _savepoint(self, job: _Job) -> _Result:
        self._driver.execute("SAVEPOINT unit")
        try:
            done = job.unit(self._connection)
        except Exception as error:
            if not self._driver.in_transaction:
                # SQLite gave up the whole group, on a full disk say: nobody's unit is stored.
                raise
            self._driver.execute("ROLLBACK TO unit")
            self._driver.execute("RELEASE unit")
            return _Result(job, None, error)
        self._driver.execute("RELEASE unit")
        self._erased = self._erased or done.erased
        return _Result(job, done, None)

    def _tell(self, results: list[_Result]) -> None:
        by_loop: dict[asyncio.AbstractEventLoop, list[_Result]] = {}
        for result in results:
            by_loop.setdefault(result.job.loop, []).append(result)
        for loop, told in by_loop.items():
            if not loop.is_closed():
                loop.call_soon_threadsafe(_resolve, told)


def _resolve(results: list[_Result]) -> None:
    for result in results:
        future = result.job.future
        if future.done():  # the caller was cancelled; the commit stands all the same
            continue
        if result.error is not None:
            future.set_exception(result.error)
        elif result.done is not None:
            future.set_result(result.done)


class PostgresWriter:
    """A pool of connections; rows that matter are locked by the drawers."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine

    async def run(self, unit: Writing) -> Done:
        for left in reversed(range(TRIES)):
            try:
                async with self._engine.begin() as connection:
                    return await connection.run_sync(unit)
            except (IntegrityError, OperationalError) as error:
                if not left or not _worth_another_try(error):
                    raise
        raise AssertionError("unreachable")

    async def wipe(self) -> tuple[str, ...]:
        return await dead_rows.wipe(self._engine)

    async def close(self) -> None:
        await self._engine.dispose()


# unique_violation, serialization_failure, deadlock_detected: the other one was first.
_TRY_AGAIN = ("23505", "40001", "40P01")


def _worth_another_try(error: DBAPIError) -> bool:
    return getattr(error.orig, "sqlstate", None) in _TRY_AGAIN
