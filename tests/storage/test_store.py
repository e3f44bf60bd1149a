"""A transaction is answered when it is committed, stands alone, and loses nothing to others."""

from __future__ import annotations

import asyncio
import subprocess
import sys
import threading
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import create_engine, func, select
from sqlalchemy.exc import IntegrityError, OperationalError, StatementError

from storage.readers import READERS
from storage.store import Store, Work, open_store
from storage.tables import inbox
from tests.fakes import MORNING


class _ChangedMyMindError(Exception):
    pass


def _admit(work: Work, key: str) -> int | None:
    return work.inbox.admit("fake", "lan", key, "{}", MORNING)


def _waiting(work: Work) -> int:
    return len(work.inbox.waiting("fake", "lan"))


async def test_an_answer_means_that_others_can_read_it(store: Store) -> None:
    row = await store.run(lambda work: _admit(work, "1"))

    assert row is not None
    assert await store.read(_waiting) == 1


async def test_a_unit_that_fails_takes_back_all_it_wrote(store: Store) -> None:
    def writes_and_fails(work: Work) -> None:
        _admit(work, "1")
        raise _ChangedMyMindError

    with pytest.raises(_ChangedMyMindError):
        await store.run(writes_and_fails)

    assert await store.read(_waiting) == 0


async def test_one_bad_unit_does_not_spoil_its_neighbours(store: Store) -> None:
    def unit(number: int) -> asyncio.Task[int | None]:
        def run(work: Work) -> int | None:
            row = _admit(work, str(number))
            if number == 7:
                raise _ChangedMyMindError
            if number == 9:
                work.alerts.open(404, "hot", MORNING, MORNING)  # there is no such lead
            return row

        return asyncio.create_task(store.run(run))

    results = await asyncio.gather(*map(unit, range(20)), return_exceptions=True)

    assert isinstance(results[7], _ChangedMyMindError)
    assert isinstance(results[9], IntegrityError)
    assert all(isinstance(one, int) for at, one in enumerate(results) if at not in (7, 9))
    assert await store.read(_waiting) == 18


async def test_a_caller_who_gives_up_does_not_undo_the_commit(sqlite_store: Store) -> None:
    leaving = asyncio.create_task(sqlite_store.run(lambda work: _admit(work, "1")))
    await asyncio.sleep(0)
    leaving.cancel()
    await sqlite_store.run(lambda work: _admit(work, "2"))

    assert await sqlite_store.read(_waiting) == 2


async def test_what_was_queued_is_done_before_the_store_closes(sqlite_url: str) -> None:
    store = open_store(sqlite_url)
    queued = [asyncio.create_task(store.run(partial(_admit, key=n))) for n in "abc"]
    await asyncio.sleep(0)

    await store.close()

    assert all(isinstance(row, int) for row in await asyncio.gather(*queued))


async def test_a_reader_cannot_write(sqlite_store: Store) -> None:
    with pytest.raises(OperationalError, match="readonly"):
        await sqlite_store.read(lambda work: _admit(work, "1"))


async def test_a_unit_that_reads_for_long_holds_up_neither_the_loop_nor_the_writer(
    sqlite_store: Store,
) -> None:
    enough = threading.Event()
    reading = asyncio.create_task(sqlite_store.read(lambda work: enough.wait(20)))
    await asyncio.sleep(0)

    await sqlite_store.run(lambda work: _admit(work, "1"))
    assert await sqlite_store.read(_waiting) == 1
    enough.set()

    assert await reading, "it was told while it read"


async def test_how_the_program_is_can_be_seen_though_reports_hold_every_reader(
    sqlite_store: Store,
) -> None:
    enough = threading.Event()
    async with asyncio.TaskGroup() as reports:
        for _ in range(READERS):
            reports.create_task(sqlite_store.read(lambda work: enough.wait(20)))
        await sqlite_store.run(lambda work: _admit(work, "1"))
        assert await sqlite_store.glance(_waiting) == 1
        with pytest.raises(OperationalError, match="readonly"):
            await sqlite_store.glance(lambda work: _admit(work, "2"))
        assert not enough.is_set()
        enough.set()


async def test_who_gives_up_a_read_leaves_the_connection_whole(sqlite_store: Store) -> None:
    enough = threading.Event()
    for _ in range(READERS):
        reading = asyncio.create_task(sqlite_store.read(lambda work: enough.wait(20)))
        await asyncio.sleep(0)
        reading.cancel()
    enough.set()

    assert await sqlite_store.read(_waiting) == 0


async def test_the_bell_rings_for_the_earliest_of_what_falls_due(store: Store) -> None:
    rung: list[datetime] = []

    def bell(due_at: datetime) -> None:
        rung.append(due_at)

    store.bell = bell

    def due_twice(work: Work) -> None:
        lead = work.leads.create(name="Lan", source="", now=MORNING)
        work.alerts.open(lead, "hot", MORNING + timedelta(minutes=5), MORNING)
        work.outbox.put("fake", "lan", {"text": "Chào"}, MORNING)

    await store.run(due_twice)
    await store.run(_waiting)

    assert rung == [MORNING]


async def test_a_time_without_a_zone_is_refused(store: Store) -> None:
    naive = MORNING.replace(tzinfo=None)

    with pytest.raises(StatementError, match="without a zone"):
        await store.run(lambda work: work.inbox.admit("fake", "lan", "1", "{}", naive))


async def test_a_time_comes_back_as_it_went_in(store: Store) -> None:
    await store.run(lambda work: _admit(work, "1"))

    assert await store.read(lambda work: work.inbox.oldest_waiting()) == MORNING


async def test_no_increment_is_lost_among_sixteen_tasks_on_five_leads(store: Store) -> None:
    def create(work: Work) -> list[int]:
        return [work.leads.create(name="", source="", now=MORNING) for _ in range(5)]

    leads = await store.run(create)

    def add(work: Work, lead_id: int) -> None:
        lead = work.leads.get(lead_id)
        assert lead is not None
        work.leads.save(replace(lead, points=lead.points + 1))

    async def adder(start: int) -> None:
        for step in range(10):
            lead_id = leads[(start + step) % len(leads)]
            await store.run(partial(add, lead_id=lead_id))

    await asyncio.gather(*map(adder, range(16)))

    def points(work: Work) -> list[float]:
        found = [work.leads.get(lead_id) for lead_id in leads]
        return [lead.points for lead in found if lead is not None]

    assert await store.run(points) == [32] * 5


async def test_ten_who_meet_a_new_chat_at_once_make_one_lead(store: Store) -> None:
    def meet(work: Work) -> tuple[int, bool]:
        prospect, is_new = work.leads.find_or_create(
            "fake", "lan", name="Lan", source="", now=MORNING
        )
        return prospect.lead_id, is_new

    met = await asyncio.gather(*(store.run(meet) for _ in range(10)))

    assert len({lead_id for lead_id, _ in met}) == 1
    assert sum(is_new for _, is_new in met) == 1
    assert await store.read(lambda work: work.lead_lists.count()) == 1


@pytest.fixture
def blank_size(blank_sqlite: Path) -> int:
    return blank_sqlite.stat().st_size


async def test_a_full_disk_acknowledges_nothing_it_does_not_store(
    sqlite_url: str, blank_size: int
) -> None:
    """A child whose files may not grow: it says what was answered, and what after it was freed."""
    child = await asyncio.to_thread(
        subprocess.run,
        [sys.executable, "-m", "tests.storage.full_disk", sqlite_url, str(blank_size)],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    answered, refused, answered_later = map(int, child.stdout.split())

    engine = create_engine(sqlite_url)
    with engine.connect() as connection:
        stored = connection.execute(select(func.count()).select_from(inbox)).scalar_one()
        sound = connection.exec_driver_sql("PRAGMA integrity_check").scalar_one()
    engine.dispose()

    assert refused > 0
    assert answered_later == 20
    assert stored == answered + answered_later
    assert sound == "ok"
