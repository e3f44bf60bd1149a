"""A locked database: nothing is acknowledged that is not stored, and all goes on afterwards."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from http import HTTPStatus
from pathlib import Path

import httpx
import pytest

from handlers.channel import OutgoingMessage
from handlers.delivery import LEASE, Delivery
from storage.outbox import DUE
from storage.refusals import NotStoredError
from storage.store import Store
from tests.emulators.telegram.emulator import Emulator
from tests.fakes import MORNING, FakeChannel, FakeClock
from tests.locked import locked
from tests.program import Program

SLOW = 30.0  # seconds a busy machine may take for one answer


@pytest.fixture
async def telegram() -> AsyncIterator[Emulator]:
    async with Emulator() as emulator:
        emulator.bot()
        yield emulator


@pytest.fixture
async def program(telegram: Emulator, tmp_path: Path) -> AsyncIterator[Program]:
    program = Program(tmp_path, telegram.url, next(iter(telegram.world.bots)))
    await program.start()
    yield program
    await program.stop()


@pytest.mark.e2e
async def test_nothing_is_acknowledged_while_another_program_holds_the_database(
    telegram: Emulator, program: Program
) -> None:
    lan = telegram.person("Lan")
    queue = next(iter(telegram.world.bots.values())).queue
    said = {"id": "m1", "kind": "text", "text": "Em cần 5 chiếc máy"}
    async with httpx.AsyncClient(base_url=program.url, timeout=SLOW) as website:
        opened = await website.post("/chat/sessions", json={})
        bearer = {"Authorization": f"Bearer {opened.json()['token']}"}
        lan.starts()
        await telegram.next_message(lan.chat_with(), within=SLOW)
        await telegram.wait_for(lambda: not queue.pending(), within=SLOW)
        stored = _stored(program.database)

        with locked(program.database):
            lan.says("Ngân sách 60 triệu")
            refused = await website.post("/chat/messages", json=said, headers=bearer)
            ready = await website.get("/readyz")
            assert len(queue.pending()) == 1, "telegram keeps what we could not store"
            assert _stored(program.database) == stored

        answered = await telegram.next_message(lan.chat_with(), within=SLOW)
        again = await website.post("/chat/messages", json=said, headers=bearer)
        repeated = await website.post("/chat/messages", json=said, headers=bearer)
        await program.ready()

    assert refused.status_code == HTTPStatus.SERVICE_UNAVAILABLE
    assert refused.headers["retry-after"]
    assert ready.status_code == HTTPStatus.SERVICE_UNAVAILABLE
    assert [one["name"] for one in ready.json()["checks"] if not one["ok"]] == ["database"]
    assert answered.text
    assert again.status_code == repeated.status_code == HTTPStatus.ACCEPTED
    assert _stored(program.database) == stored + 2
    assert not queue.pending()


def _stored(database: Path) -> int:
    """How many messages were admitted; a reader is not kept waiting by the lock."""
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as connection:
        count: int = connection.execute("SELECT count(*) FROM inbox").fetchone()[0]
        return count


async def test_a_unit_that_meets_the_lock_is_told_why_and_what_helps(
    sqlite_store: Store, tmp_path: Path
) -> None:
    with locked(tmp_path / "duyen.db"), pytest.raises(NotStoredError) as told:
        await sqlite_store.run(lambda work: work.settings.put("a", "1"))
    await sqlite_store.run(lambda work: work.settings.put("b", "2"))

    assert "database is locked" in str(told.value)
    assert "no other program holds it" in str(told.value)
    assert await sqlite_store.read(lambda work: work.settings.get("a")) is None


class _HeldChannel(FakeChannel):
    """Answers when it is told to."""

    def __init__(self) -> None:
        super().__init__()
        self.asked, self.may_answer = asyncio.Event(), asyncio.Event()

    async def send(self, message: OutgoingMessage) -> str:
        self.asked.set()
        await self.may_answer.wait()
        return await super().send(message)


async def test_an_answer_that_comes_during_the_lock_is_stored_after_it_and_never_in_doubt(
    sqlite_store: Store, tmp_path: Path
) -> None:
    channel, clock = _HeldChannel(), FakeClock()
    delivery = Delivery(sqlite_store, {channel.name: channel}, clock)
    await sqlite_store.run(lambda work: work.outbox.put("fake", "lan", {"text": "Dạ"}, MORNING))
    sending = asyncio.create_task(delivery.send_due())
    await channel.asked.wait()

    with locked(tmp_path / "duyen.db"):
        channel.may_answer.set()
        with pytest.raises(NotStoredError):
            await sqlite_store.run(lambda work: work.settings.put("a", "1"))
        assert not sending.done()
        clock.wind(2 * LEASE)
    await delivery.sweep()
    await sending

    assert await sqlite_store.read(lambda work: work.outbox.sent_since("fake", MORNING))
    assert len(channel.sent) == 1
    assert (await sqlite_store.read(lambda work: work.outbox.backlog())).counts == {DUE: 0}
