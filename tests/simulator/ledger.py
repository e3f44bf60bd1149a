"""The real drawers on one database in memory: commits, groups and rollbacks as in the writer."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection, NullPool, create_engine, event

from storage.alerts import Alerts
from storage.inbox import Inbox
from storage.leads import Leads
from storage.outbox import Outbox, Urgency
from storage.refusals import NotStoredError
from storage.store import Store, Unit, Work
from tests.simulator.life import Life, Weather
from tests.simulator.notes import Claimed, Handled, Note, Put, Quiet, Started

Answer = TypeVar("Answer")


class Database:
    """Fresh copies of an empty, migrated SQLite file, in memory."""

    def __init__(self, blank: Path) -> None:
        self._blank = sqlite3.connect(blank)
        # One engine for all histories: what it has compiled is not compiled again.
        self._engine = create_engine(
            "sqlite://", creator=self._copy, poolclass=NullPool, hide_parameters=True
        )
        event.listen(self._engine, "begin", _begin)

    def _copy(self) -> sqlite3.Connection:
        copy = sqlite3.connect(":memory:", check_same_thread=False)
        self._blank.backup(copy)
        copy.isolation_level = None
        copy.execute("PRAGMA foreign_keys=ON")
        return copy

    @contextmanager
    def fresh(self) -> Iterator[Connection]:
        with self._engine.connect() as connection:
            yield connection

    def close(self) -> None:
        self._engine.dispose()
        self._blank.close()


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


# --- the drawers, looked at ----------------------------------------------------------------


class ObservedInbox(Inbox):
    def __init__(self, connection: Connection, seen: list[Note]) -> None:
        super().__init__(connection)
        self.seen = seen

    def done(self, ids: tuple[int, ...]) -> None:
        super().done(ids)
        self.seen.append(Handled(ids))


class ObservedOutbox(Outbox):
    def __init__(self, connection: Connection, due_at: list[datetime], seen: list[Note]) -> None:
        super().__init__(connection, due_at)
        self.seen = seen

    def put(
        self,
        channel: str,
        chat_id: str,
        payload: dict[str, Any],
        now: datetime,
        *,
        urgency: Urgency = Urgency.REPLY,
        lead_id: int | None = None,
        key: str | None = None,
    ) -> int:
        row = super().put(channel, chat_id, payload, now, urgency=urgency, lead_id=lead_id, key=key)
        self.seen.append(Put(row, chat_id, urgency, bool(payload["edits_row"])))
        return row

    def start(self, row_id: int, now: datetime, lease: timedelta) -> bool:
        started = super().start(row_id, now, lease)
        if started:
            self.seen.append(Started(row_id))
        return started


class ObservedLeads(Leads):
    def __init__(self, connection: Connection, seen: list[Note]) -> None:
        super().__init__(connection)
        self.seen = seen

    def opt_out(self, prospect_id: int, at: datetime | None) -> None:
        super().opt_out(prospect_id, at)
        self.seen.append(Quiet(self.prospect(prospect_id).chat_id, at is not None))


class ObservedAlerts(Alerts):
    def __init__(self, connection: Connection, due_at: list[datetime], seen: list[Note]) -> None:
        super().__init__(connection, due_at)
        self.connection = connection
        self.seen = seen

    def claim(self, alert_id: int, staff_id: int, now: datetime) -> bool:
        claimed = super().claim(alert_id, staff_id, now)
        if claimed:
            self.seen.append(Claimed(alert_id, staff_id))
        return claimed


class ObservedWork(Work):
    """A transaction with an onlooker; what he saw counts once it is committed."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection)
        self.connection = connection
        self.seen: list[Note] = []

    @cached_property
    def inbox(self) -> Inbox:
        return ObservedInbox(self.connection, self.seen)

    @cached_property
    def outbox(self) -> Outbox:
        return ObservedOutbox(self.connection, self.due_at, self.seen)

    @cached_property
    def leads(self) -> Leads:
        return ObservedLeads(self.connection, self.seen)

    @cached_property
    def alerts(self) -> Alerts:
        return ObservedAlerts(self.connection, self.due_at, self.seen)


# --- the writer ----------------------------------------------------------------------------


_Done = tuple[Any, list[datetime]]


@dataclass(frozen=True, slots=True)
class _Job:
    unit: Unit[Any]
    future: asyncio.Future[_Done]


@dataclass(frozen=True, slots=True)
class _Result:
    done: _Done | None = None
    seen: tuple[Note, ...] = ()
    error: Exception | None = None

    def tell(self, future: asyncio.Future[_Done]) -> None:
        if future.done():  # the caller was cancelled
            return
        if self.error is not None:
            future.set_exception(self.error)
        elif self.done is not None:
            future.set_result(self.done)


class SimulatedStore(Store):
    """Runs what queued up meanwhile as one COMMIT, a SAVEPOINT each; answers after it, if alive."""

    def __init__(
        self,
        connection: Connection,
        life: Life,
        weather: Weather,
        notes: list[Note],
        work: type[ObservedWork] = ObservedWork,
    ) -> None:
        self._connection = connection
        self._life = life
        self._weather = weather
        self._notes = notes
        self._work = work
        self._jobs: list[_Job] = []
        self.bell = None

    async def wipe(self) -> tuple[str, ...]:
        return ()

    async def run(self, unit: Unit[Answer]) -> Answer:
        await self._alive()
        loop = asyncio.get_running_loop()
        job = _Job(unit, loop.create_future())
        if not self._jobs:
            loop.call_later(self._weather.between(0.002, 0.04), self._commit)
        self._jobs.append(job)
        answer: Answer
        answer, due_at = await job.future
        if self.bell is not None and due_at:
            self.bell(min(due_at))
        return answer

    async def read(self, unit: Unit[Answer]) -> Answer:
        await asyncio.sleep(self._weather.between(0.0, 0.005))
        await self._alive()
        with self._connection.begin() as transaction:
            answer = unit(Work(self._connection))
            transaction.rollback()
        return answer

    async def close(self) -> None:
        return None

    async def _alive(self) -> None:
        if self._life.is_over:
            await asyncio.get_running_loop().create_future()

    def _commit(self) -> None:
        jobs, self._jobs = self._jobs, []
        if self._life.is_over:
            return
        transaction = self._connection.begin()
        results = [self._savepoint(job) for job in jobs]
        if self._life.ends("before the commit"):
            transaction.rollback()
            return
        if self._weather.strikes(self._weather.refusal):
            transaction.rollback()
            results = [_refused() for _ in jobs]
        else:
            transaction.commit()
            self._notes += [note for result in results for note in result.seen]
        if self._life.ends("after the commit, before its answer"):
            return
        for job, result in zip(jobs, results, strict=True):
            result.tell(job.future)

    def _savepoint(self, job: _Job) -> _Result:
        connection = self._connection
        connection.exec_driver_sql("SAVEPOINT unit")
        work = self._work(connection)
        try:
            answer = job.unit(work)
        except Exception as error:
            connection.exec_driver_sql("ROLLBACK TO unit")
            connection.exec_driver_sql("RELEASE unit")
            return _Result(error=error)
        connection.exec_driver_sql("RELEASE unit")
        return _Result((answer, work.due_at), tuple(work.seen))


def _refused() -> _Result:
    return _Result(error=NotStoredError("database or disk is full"))
