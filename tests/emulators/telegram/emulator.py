"""Our own Telegram for tests, running: a server on a free loopback port."""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import AsyncIterator, Callable
from datetime import datetime
from typing import Self

from aiohttp import web

from tests.emulators.telegram import control
from tests.emulators.telegram.driver import Driver, utc_now
from tests.emulators.telegram.pusher import Pusher
from tests.emulators.telegram.server import not_found
from tests.emulators.telegram.world import Bot, Webhook


class Emulator(Driver):
    """`async with Emulator() as telegram:` serves the Bot API, webhooks and /control/."""

    def __init__(
        self,
        *,
        now: Callable[[], datetime] = utc_now,
        monotonic: Callable[[], float] = time.monotonic,
        webhook_time_scale: float = 1.0,
        port: int = 0,
    ) -> None:
        super().__init__(now, monotonic)
        self._webhook_time_scale = webhook_time_scale
        self._port = port
        self._runner: web.AppRunner | None = None
        self._site: web.TCPSite | None = None
        self._watch: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Self:
        application = self.server.application()
        control.join(application, self)
        application.router.add_route("*", "/{rest:.*}", not_found)
        self._runner = web.AppRunner(application, shutdown_timeout=0.1, access_log=None)
        await self._runner.setup()
        await self._listen()
        self._watch = asyncio.create_task(self._watch_webhooks())
        return self

    async def __aexit__(self, *error: object) -> None:
        assert self._runner is not None
        assert self._watch is not None
        self._watch.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await self._watch
        for bot in self.world.bots.values():
            if bot.poller is not None and not bot.poller.done():
                bot.poller.set_result("the server stops")
        await self._runner.cleanup()

    @property
    def url(self) -> str:
        """What a client puts before /bot{TOKEN}/{METHOD}."""
        return f"http://127.0.0.1:{self._port}"

    @contextlib.asynccontextmanager
    async def offline(self) -> AsyncIterator[None]:
        """Nobody listens: connections are refused, open ones are closed."""
        assert self._runner is not None
        assert self._site is not None
        await self._site.stop()
        server = self._runner.server
        for connection in server.connections if server else []:
            connection.force_close()
            if connection.transport is not None:
                connection.transport.abort()
        try:
            yield
        finally:
            await self._listen()

    async def _listen(self) -> None:
        assert self._runner is not None
        self._site = web.TCPSite(self._runner, "127.0.0.1", self._port)
        await self._site.start()
        self._port = self._runner.addresses[0][1]

    async def _watch_webhooks(self) -> None:
        """Keep one pusher for every bot that has a webhook."""
        running: dict[Bot, tuple[Webhook, asyncio.Task[None]]] = {}
        try:
            while True:
                for bot in self.world.bots.values():
                    before = running.get(bot)
                    if before is not None and before[0] is not bot.webhook:
                        await _end(before[1])
                        del running[bot]
                    if bot.webhook.url and bot not in running:
                        running[bot] = (bot.webhook, asyncio.create_task(self._push(bot)))
                await self.world.change()
        finally:
            for _, task in running.values():
                await _end(task)

    async def _push(self, bot: Bot) -> None:
        pusher = Pusher(self.world, bot, bot.webhook, self._webhook_time_scale, self.pushes)
        await pusher.run()


async def _end(task: asyncio.Task[None]) -> None:
    task.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await task
