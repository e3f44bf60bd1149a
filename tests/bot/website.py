"""The website with its real chat, reception and delivery, listening on a port of its own."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import httpx
from fastapi import FastAPI
from prometheus_client import CollectorRegistry

from bot.channels.webchat import WebChat
from bot.health import Check, Health
from bot.inbox_routes import TeamPage
from bot.web import create_app
from bot.web_files import WebFileShelf
from bot.web_server import WebServer
from handlers.business import SAMPLE
from handlers.channel import Channel
from handlers.delivery import Delivery
from handlers.front_desk import FrontDesk
from handlers.owners_file import load
from handlers.reception import Reception
from storage.store import Store
from tests.bot.tasks import running
from tests.fakes import FakeChannel, FakeClock
from tests.house import AT_ONCE

BUSINESS = load(SAMPLE)


@dataclass
class Website:
    app: FastAPI
    webchat: WebChat
    reception: Reception
    delivery: Delivery
    client: httpx.AsyncClient
    metrics: CollectorRegistry
    receiving: asyncio.Task[None]

    async def opens(self, **new: str) -> str:
        """Somebody opens the bubble; answers the token."""
        answer = await self.client.post("/chat/sessions", json=new)
        answer.raise_for_status()
        await self.settle()
        token: str = answer.json()["token"]
        return token

    async def says(self, token: str, said_id: str, **said: str) -> httpx.Response:
        answer = await self.client.post(
            "/chat/messages", json={"id": said_id, **said}, headers=bearer(token)
        )
        await self.settle()
        return answer

    async def settle(self) -> None:
        """Everything said is answered, and every answer is sent."""
        await self.reception.idle()
        await self.delivery.send_due()

    async def history(self, token: str) -> list[dict[str, Any]]:
        answer = await self.client.get("/chat/history", headers=bearer(token))
        lines: list[dict[str, Any]] = answer.json()["lines"]
        return lines

    @asynccontextmanager
    async def listening(self, token: str, after: int = 0) -> AsyncIterator[AsyncIterator[Any]]:
        """The lines of ours as a page hears them."""
        async with self.client.stream(
            "GET", "/chat/events", params={"after": after}, headers=bearer(token)
        ) as stream:
            stream.raise_for_status()
            yield _lines(stream)


def bearer(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}"}


async def _lines(stream: httpx.Response) -> AsyncIterator[Any]:
    event = ""
    async for row in stream.aiter_lines():
        if row.startswith("event: "):
            event = row.removeprefix("event: ")
        elif row.startswith("data: ") and event == "line":
            yield json.loads(row.removeprefix("data: "))


async def healthy() -> Health:
    return Health(True, (Check("database", True),))


@asynccontextmanager
async def open_website(
    store: Store, clock: FakeClock, beside: FakeChannel | None = None, **settings: Any
) -> AsyncIterator[Website]:
    """`beside` is another channel of the same house, where the team is, say."""
    shelf = WebFileShelf(store, clock.now)
    webchat = WebChat("http://127.0.0.1", clock.now, shelf)
    channels: dict[str, Channel] = {webchat.name: webchat}
    if beside is not None:
        channels[beside.name] = beside
    abilities = {name: channel.abilities for name, channel in channels.items()}
    reception = Reception(store, FrontDesk(BUSINESS, abilities), clock, AT_ONCE)
    delivery = Delivery(store, channels, clock)
    metrics = CollectorRegistry()
    app = create_app(
        **{
            "company": "Ánh Dương",
            "timezone": "Asia/Ho_Chi_Minh",
            "webchat": webchat,
            "shelf": shelf,
            "store": store,
            "now": clock.now,
            "health": healthy,
            "metrics": metrics,
            "team": TeamPage(store, BUSINESS, abilities, clock),
            **settings,
        }
    )
    server = WebServer(app, "127.0.0.1", 0)
    async with running(webchat.receive(reception.admit)) as receiving:
        await webchat.opened()
        await server.start()
        try:
            async with httpx.AsyncClient(base_url=server.url, timeout=10) as client:
                yield Website(app, webchat, reception, delivery, client, metrics, receiving)
        finally:
            receiving.cancel()  # first, or the server waits for its open pages
            await server.stop()
            await reception.close()
