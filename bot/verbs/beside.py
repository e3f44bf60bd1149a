"""Commands beside the process that runs: through it where one runs, else on the database itself."""

from __future__ import annotations

import asyncio
import json
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from typing import Protocol, TypeVar

import httpx
from pydantic import BaseModel

from bot.breach_commands import BreachAsk, BreachCommands, BreachEnd, BreachRows
from bot.config import Config
from bot.control import FILE, PREFIX
from bot.lead_commands import Ask, Batch, Done, ExportEnd, Fates, LeadCommands, ListEnd, Rows
from bot.lock import Lock
from bot.verbs.flags import fail
from handlers.business import Business
from handlers.clock import WallClock
from storage.database import database_url, is_sqlite
from storage.migrate import migrate
from storage.store import Store, open_store

# Seconds: a batch waits behind the prospects' messages, never the other way round.
PATIENCE = 60.0
Answer = TypeVar("Answer", bound=BaseModel)


class LeadVerbs(Protocol):
    """What `bot.lead_commands.LeadCommands` does, here or in the process that runs."""

    async def take_in(self, batch: Batch) -> Fates: ...
    async def end_list(self, end: ListEnd) -> Done: ...
    async def rows(self, ask: Ask) -> Rows: ...
    async def end_export(self, end: ExportEnd) -> Done: ...


class Breach(Protocol):
    """What `bot.breach_commands.BreachCommands` does, here or in the process that runs."""

    async def rows(self, ask: BreachAsk) -> BreachRows: ...
    async def end(self, end: BreachEnd) -> Done: ...


@asynccontextmanager
async def leads(config: Config, business: Business) -> AsyncIterator[LeadVerbs]:
    async with _beside(config) as place:
        if isinstance(place, _Running):
            yield place
        else:
            yield LeadCommands(place, business, WallClock())


@asynccontextmanager
async def breach(config: Config, business: Business) -> AsyncIterator[Breach]:
    async with _beside(config) as place:
        if isinstance(place, _Running):
            yield _RunningBreach(place)
        else:
            yield BreachCommands(place, business, WallClock())


@asynccontextmanager
async def _beside(config: Config) -> AsyncIterator[_Running | Store]:
    """The process that runs; where none does, the database itself."""
    running = await _running(_door(config.data_dir / FILE))
    if running is not None:
        try:
            yield running
        finally:
            await running.client.aclose()
        return
    url = database_url(config.database_url)
    lock = Lock(Path(url.database or os.devnull)) if is_sqlite(url) else None
    if lock is not None:
        lock.take()
    await asyncio.to_thread(migrate, config.database_url, WallClock().now())
    store = open_store(config.database_url)
    try:
        yield store
    finally:
        await store.close()
        if lock is not None:
            lock.release()


def _door(path: Path) -> str:
    return path.read_text() if path.exists() else ""


async def _running(door: str) -> _Running | None:
    """The process that runs, for the database is its own; None where none does."""
    if not door:
        return None
    try:
        control = json.loads(door)
        client = httpx.AsyncClient(
            base_url=control["url"],
            headers={"X-Control-Secret": control["secret"]},
            timeout=PATIENCE,
            trust_env=False,  # it is on this machine: no proxy between us
        )
        await client.get("/livez")
    except httpx.ConnectError:
        return None  # one ran and was killed
    except (ValueError, KeyError, httpx.HTTPError) as error:
        fail(f"The running process does not answer ({type(error).__name__}): see its log.")
    return _Running(client)


@dataclass(slots=True)
class _Running:
    client: httpx.AsyncClient

    async def take_in(self, batch: Batch) -> Fates:
        return await self.ask("/import", batch, Fates)

    async def end_list(self, end: ListEnd) -> Done:
        return await self.ask("/import/end", end, Done)

    async def rows(self, ask: Ask) -> Rows:
        return await self.ask("/export", ask, Rows)

    async def end_export(self, end: ExportEnd) -> Done:
        return await self.ask("/export/end", end, Done)

    async def ask(self, path: str, asked: BaseModel, answer: type[Answer]) -> Answer:
        try:
            found = await self.client.post(
                f"{PREFIX}{path}",
                content=asked.model_dump_json(),
                headers={"Content-Type": "application/json"},
            )
        except httpx.HTTPError as error:
            fail(f"The running process does not answer ({type(error).__name__}): see its log.")
        if found.status_code != HTTPStatus.OK:
            fail(f"The running process refused ({found.status_code}): see its log.")
        return answer.model_validate_json(found.content)


@dataclass(slots=True)
class _RunningBreach:
    running: _Running

    async def rows(self, ask: BreachAsk) -> BreachRows:
        return await self.running.ask("/breach", ask, BreachRows)

    async def end(self, end: BreachEnd) -> Done:
        return await self.running.ask("/breach/end", end, Done)
