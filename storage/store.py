"""One transaction, all the drawers."""

from __future__ import annotations

import asyncio
import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError, IntegrityError, OperationalError

from storage import dead_rows
from storage.agenda import Agenda
from storage.alerts import Alerts
from storage.appointments import Appointments
from storage.askings import Askings
from storage.campaigns import Campaigns
from storage.conversations import Conversations
from storage.database import (
    database_url,
    is_sqlite,
    postgres_engine,
    sqlite_readers,
    sqlite_writer,
)
from storage.deeds import Deeds
from storage.enrolments import Enrolments
from storage.erasure import Erasure
from storage.events import Events
from storage.exposure import Exposure
from storage.follow_ups import FollowUps
from storage.inbox import Inbox
from storage.keeping import Keeping
from storage.lead_lists import LeadLists
from storage.leads import Leads
from storage.merges import Merges
from storage.models import Models
from storage.nights import Nights
from storage.outbox import Outbox
from storage.outcomes import Outcomes
from storage.prepared import driver_of
from storage.queue import Queue
from storage.refusals import REFUSALS, REFUSALS_OF_A_READER, refusals_told
from storage.schedules import Schedules
from storage.sent_steps import SentSteps
from storage.settings import Settings
from storage.steps import Steps
from storage.takeovers import Takeovers
from storage.team import Team
from storage.totals import Totals
from storage.transcript import Transcript
from storage.trends import Trends
from storage.unanswered import Unanswered
from storage.versions import Versions
from storage.web_files import WebFiles

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncEngine

Answer = TypeVar("Answer")
Unit = Callable[["Work"], Answer]

# So many units share one COMMIT at the most, each in a SAVEPOINT of its own (reliability.md).
GROUP = 128
# Two processes that meet on one row: the loser runs its unit again.
TRIES = 4


class Work:
    """One transaction: the drawers over one connection. It cannot await, so it cannot wait."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        # When something written here falls due; the engine is told after the commit.
        self.due_at: list[datetime] = []

    @cached_property
    def inbox(self) -> Inbox:
        return Inbox(self._connection)

    @cached_property
    def leads(self) -> Leads:
        return Leads(self._connection)

    @cached_property
    def lead_lists(self) -> LeadLists:
        return LeadLists(self._connection)

    @cached_property
    def conversations(self) -> Conversations:
        return Conversations(self._connection)

    @cached_property
    def follow_ups(self) -> FollowUps:
        return FollowUps(self._connection, self.due_at)

    @cached_property
    def sent_steps(self) -> SentSteps:
        return SentSteps(self._connection)

    @cached_property
    def enrolments(self) -> Enrolments:
        return Enrolments(self._connection)

    @cached_property
    def campaigns(self) -> Campaigns:
        return Campaigns(self._connection, self.due_at)

    @cached_property
    def nights(self) -> Nights:
        return Nights(self._connection)

    @cached_property
    def queue(self) -> Queue:
        return Queue(self._connection)

    @cached_property
    def outbox(self) -> Outbox:
        return Outbox(self._connection, self.due_at)

    @cached_property
    def alerts(self) -> Alerts:
        return Alerts(self._connection, self.due_at)

    @cached_property
    def agenda(self) -> Agenda:
        return Agenda(self._connection)

    @cached_property
    def merges(self) -> Merges:
        return Merges(self._connection)

    @cached_property
    def deeds(self) -> Deeds:
        return Deeds(self._connection)

    @cached_property
    def takeovers(self) -> Takeovers:
        return Takeovers(self._connection)

    @cached_property
    def askings(self) -> Askings:
        return Askings(self._connection)

    @cached_property
    def appointments(self) -> Appointments:
        return Appointments(self._connection)

    @cached_property
    def team(self) -> Team:
        return Team(self._connection)

    @cached_property
    def events(self) -> Events:
        return Events(self._connection)

    @cached_property
    def models(self) -> Models:
        return Models(self._connection)

    @cached_property
    def outcomes(self) -> Outcomes:
        return Outcomes(self._connection)

    @cached_property
    def settings(self) -> Settings:
        return Settings(self._connection)

    @cached_property
    def schedules(self) -> Schedules:
        return Schedules(self._connection, self.due_at)

    @cached_property
    def steps(self) -> Steps:
        return Steps(self._connection)

    @cached_property
    def totals(self) -> Totals:
        return Totals(self._connection)

    @cached_property
    def trends(self) -> Trends:
        return Trends(self._connection)

    @cached_property
    def erasure(self) -> Erasure:
        return Erasure(self._connection)

    @cached_property
    def exposure(self) -> Exposure:
        return Exposure(self._connection)

    @cached_property
    def keeping(self) -> Keeping:
        return Keeping(self._connection)

    @cached_property
    def unanswered(self) -> Unanswered:
        return Unanswered(self._connection, self.due_at)

    @cached_property
    def versions(self) -> Versions:
        return Versions(self._connection)

    @cached_property
    def transcript(self) -> Transcript:
        return Transcript(self._connection)

    @cached_property
    def web_files(self) -> WebFiles:
        return WebFiles(self._connection)


class Bell(Protocol):
    """An engine's ear: something was committed that falls due at this time."""

    def __call__(self, due_at: datetime) -> None: ...


class Store:
    """The only way to the database. `run` writes, `read` reads beside the writer."""

    def __init__(self, writer: _Writer, readers: _Readers) -> None:
        self._writer = writer
        self._readers = readers
        self.bell: Bell | None = None

    async def run(self, unit: Unit[Answer]) -> Answer:
        """Run `unit` as one transaction and answer when it is committed.

        Raises what `unit` raises, with everything it wrote undone, and NotStoredError when the
        database takes nothing just now.
        """
        answer: Answer
        with refusals_told(REFUSALS):
            answer, due_at = await self._writer.run(unit)
        if self.bell is not None and due_at:
            self.bell(min(due_at))
        return answer

    async def read(self, unit: Unit[Answer]) -> Answer:
        """Run `unit` on a connection that cannot write, without waiting for the writer.

        Raises what `unit` raises, and NotStoredError when the database cannot be asked just now.
        """
        pool = await self._readers.pool()
        with refusals_told(REFUSALS_OF_A_READER):
            async with pool.connect() as connection:
                return await connection.run_sync(lambda sync: unit(Work(sync)))

    async def wipe(self) -> tuple[str, ...]:
        """See to it that deleted rows are gone from the disk; where they may not be, answer which
        tables. SQLite overwrites as it deletes.
        """
        return await self._writer.wipe()

    async def close(self) -> None:
        await self._writer.close()
        await self._readers.close()


def open_store(setting: str) -> Store:
    """Open the database of this URL; its tables must exist (`storage.migrations`)."""
    url = database_url(setting)
    if is_sqlite(url):
        return Store(_SqliteWriter(sqlite_writer(url)), _Readers(lambda: sqlite_readers(url)))
    engine = postgres_engine(url)
    return Store(_PostgresWriter(engine), _Readers(lambda: engine))


class _Readers:
    """The pool that reads, opened by the first who reads: its library is slow to load."""

    def __init__(self, open_pool: Callable[[], AsyncEngine]) -> None:
        self._open_pool = open_pool
        self._pool: AsyncEngine | None = None
        self._opening = asyncio.Lock()

    async def pool(self) -> AsyncEngine:
        async with self._opening:
            if self._pool is None:
                self._pool = await asyncio.to_thread(self._open_pool)
            return self._pool

    async def close(self) -> None:
        if self._pool is not None:
            await self._pool.dispose()


_Done = tuple[Any, list[datetime]]


class _Writer(Protocol):
    async def run(self, unit: Unit[Any]) -> _Done: ...
    async def wipe(self) -> tuple[str, ...]: ...
    async def close(self) -> None: ...


@dataclass(slots=True)
class _Job:
    unit: Unit[Any]
    loop: asyncio.AbstractEventLoop
    future: asyncio.Future[_Done]


@dataclass(frozen=True, slots=True)
class _Result:
    job: _Job
    done: _Done | None
    error: BaseException | None


class _SqliteWriter:
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

    async def run(self, unit: Unit[Any]) -> _Done:
        loop = asyncio.get_running_loop()
        future: asyncio.Future[_Done] = loop.create_future()
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
        if self._erased:
            # Past SQLAlchemy, which would open a transaction first: none may be open here.
            self._driver.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            self._erased = False

    def _commit(self, batch: list[_Job]) -> list[_Result]:
        try:
            with self._connection.begin():
                return [self._savepoint(job) for job in batch]
        except Exception as error:  # a full disk, a lock: nobody is told that it is stored
            self._connection.rollback()
            return [_Result(job, None, error) for job in batch]

    def _savepoint(self, job: _Job) -> _Result:
        self._driver.execute("SAVEPOINT unit")
        work = Work(self._connection)
        try:
            answer = job.unit(work)
        except Exception as error:
            self._driver.execute("ROLLBACK TO unit")
            self._driver.execute("RELEASE unit")
            return _Result(job, None, error)
        self._driver.execute("RELEASE unit")
        self._erased = self._erased or work.erasure.done
        return _Result(job, (answer, work.due_at), None)

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


class _PostgresWriter:
    """A pool of connections; rows that matter are locked by the drawers."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine

    async def run(self, unit: Unit[Any]) -> _Done:
        for left in reversed(range(TRIES)):
            try:
                async with self._engine.begin() as connection:
                    return await connection.run_sync(lambda sync: self._unit(sync, unit))
            except (IntegrityError, OperationalError) as error:
                if not left or not _worth_another_try(error):
                    raise
        raise AssertionError("unreachable")

    @staticmethod
    def _unit(connection: Connection, unit: Unit[Any]) -> _Done:
        work = Work(connection)
        return unit(work), work.due_at

    async def wipe(self) -> tuple[str, ...]:
        return await dead_rows.wipe(self._engine)

    async def close(self) -> None:
        await self._engine.dispose()


# unique_violation, serialization_failure, deadlock_detected: the other one was first.
_TRY_AGAIN = ("23505", "40001", "40P01")


def _worth_another_try(error: DBAPIError) -> bool:
    return getattr(error.orig, "sqlstate", None) in _TRY_AGAIN
