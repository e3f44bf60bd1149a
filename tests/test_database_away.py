"""PostgreSQL restarts: nothing is acknowledged, nothing counted as a fault, and all goes on."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import pytest
from structlog.testing import capture_logs

from bot.engine import LocalEngine
from handlers.clock import WallClock
from storage.refusals import NotStoredError
from storage.store import Store, Unit, Work, open_store
from tests.bot.website import Website, bearer, open_website
from tests.conftest import empty
from tests.fakes import FakeChannel, FakeClock
from tests.house import House
from tests.wire import Wire, wired


@dataclass
class Distant:
    """A store at the end of a wire."""

    store: Store
    wire: Wire


@pytest.fixture
async def distant(postgres_url: str) -> AsyncIterator[Distant]:
    await asyncio.to_thread(empty, postgres_url)
    async with wired(postgres_url) as (wire, url):
        store = open_store(url)
        yield Distant(store, wire)
        await store.close()


@asynccontextmanager
async def _website(distant: Distant) -> AsyncIterator[Website]:
    async with open_website(distant.store, FakeClock()) as website:
        yield website


def _count(work: Work) -> int:
    return work.lead_lists.count()


async def test_who_asks_is_told_that_it_is_the_databases_bad_day(distant: Distant) -> None:
    assert await distant.store.read(_count) == 0

    distant.wire.cut()
    for ask in (distant.store.read, distant.store.run):
        with pytest.raises(NotStoredError, match="takes nothing now"):
            await ask(_count)
    distant.wire.mend()

    assert await distant.store.read(_count) == 0
    assert await distant.store.run(_count) == 0


async def test_a_connection_that_ends_in_the_middle_of_a_read_is_no_crash(distant: Distant) -> None:
    def cut_and_count(work: Work) -> int:
        distant.wire.cut()
        return _count(work)

    with pytest.raises(NotStoredError):
        await distant.store.read(cut_and_count)


async def test_the_website_is_answered_503_and_may_say_it_again(distant: Distant) -> None:
    async with _website(distant) as website:
        token = await website.opens()

        distant.wire.cut()
        said = await website.client.post(
            "/chat/messages", json={"id": "1", "text": "giá bao nhiêu?"}, headers=bearer(token)
        )
        history = await website.client.get("/chat/history", headers=bearer(token))
        distant.wire.mend()
        again = await website.says(token, "1", text="giá bao nhiêu?")

        assert (said.status_code, history.status_code, again.status_code) == (503, 503, 202)
        assert said.headers["retry-after"] == "5"
        lines = await website.history(token)
        assert [line["payload"].get("key") for line in lines].count("w:1") == 1


async def test_a_message_is_not_set_aside_for_the_databases_bad_days(
    distant: Distant, clock: FakeClock, channel: FakeChannel, monkeypatch: pytest.MonkeyPatch
) -> None:
    house = House(distant.store, clock, channel)
    await house.joins("hoa", "manager", "Hoa")
    read, cuts = distant.store.read, 0

    async def read_over_a_cut_wire(unit: Unit[Any]) -> Any:
        nonlocal cuts
        if cuts < 6:
            cuts += 1
            distant.wire.cut()
            distant.wire.mend()
        return await read(unit)

    monkeypatch.setattr(distant.store, "read", read_over_a_cut_wire)
    shown = await house.says("hoa", "/stats")

    assert cuts == 6
    assert "Hôm nay" in shown.text


async def test_the_log_tells_the_bad_day_in_a_line(distant: Distant) -> None:
    async def look() -> None:
        await distant.store.read(_count)

    engine = LocalEngine((look,), look, lambda: None, WallClock())
    distant.wire.cut()
    with capture_logs() as logs:
        await engine.ring_now()

    assert [(line["log_level"], "exc_info" in line) for line in logs] == [("warning", False)]
