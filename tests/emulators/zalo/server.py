"""Zalo for tests, running: both products on one free loopback port."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Self

from aiohttp import web

from tests.emulators.zalo.bot_api import BotApi
from tests.emulators.zalo.oa_api import OaApi


class Zalo:
    """`async with Zalo() as zalo:` serves until the block ends."""

    def __init__(self) -> None:
        self.bot = BotApi()
        self.account = OaApi(datetime.now(UTC))
        self.files: dict[str, bytes] = {}  # what people sent, by path
        self._runner: web.AppRunner | None = None

    async def __aenter__(self) -> Self:
        application = web.Application(client_max_size=32 * 1024 * 1024)
        self.bot.join(application)
        self.account.join(application)
        application.router.add_get("/files/{name}", self._file)
        self._runner = web.AppRunner(application, shutdown_timeout=0.1, access_log=None)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        return self

    async def __aexit__(self, *error: object) -> None:
        assert self._runner is not None
        await self._runner.cleanup()

    @property
    def url(self) -> str:
        assert self._runner is not None
        return f"http://127.0.0.1:{self._runner.addresses[0][1]}"

    async def _file(self, request: web.Request) -> web.Response:
        content = self.files.get(request.match_info["name"])
        return web.Response(status=404) if content is None else web.Response(body=content)
