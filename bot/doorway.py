"""What stands at the port: the page from the first moment, all else when the house is open."""

from __future__ import annotations

import asyncio
from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Match, Mount, Route, Router
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.page_safety import LoopbackOnly, SafeHeaders
from bot.pages.pages import ASSETS, Pages
from bot.problems import RETRY_AFTER, problem

# Longer than a start takes, shorter than a browser or a platform waits for an answer.
PATIENCE = 25.0  # seconds
NOT_YET = {"ready": False, "checks": [{"name": "start", "ok": False, "detail": "starting"}]}


class Doorway:
    """While the house is built it shows the page and tells the truth about the rest.

    What is said to it meanwhile is neither lost nor acknowledged: it waits for the house, which
    stores it before it answers.
    """

    def __init__(self, pages: Pages, *, demo: bool) -> None:
        self._pages = pages
        self._front = "demo.html" if demo else "front.html"
        self._house: ASGIApp | None = None
        self._decided = asyncio.Event()
        self._routes: list[BaseRoute] = [
            Route("/", self._page),
            Route("/livez", _is_alive),
            Route("/readyz", _is_ready),
            Mount("/assets", StaticFiles(directory=ASSETS)),
        ]
        shell: ASGIApp = Router(self._routes, default=_not_built)
        self._shell: ASGIApp = SafeHeaders(LoopbackOnly(shell) if demo else shell)

    def open(self, house: ASGIApp) -> None:
        """From now on the house answers, those who wait first."""
        self._house = house
        self._decided.set()

    def close(self) -> None:
        """The house could not be built: nobody need wait any longer."""
        self._decided.set()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if self._house is None and not self._is_ours(scope):
            await self._wait()
        await (self._house or self._shell)(scope, receive, send)

    def _is_ours(self, scope: Scope) -> bool:
        return any(route.matches(scope)[0] is Match.FULL for route in self._routes)

    async def _wait(self) -> None:
        try:
            async with asyncio.timeout(PATIENCE):
                await self._decided.wait()
        except TimeoutError:
            return

    async def _page(self, request: Request) -> Response:
        return self._pages.render(request, self._front)


async def _is_alive(_: Request) -> Response:
    return JSONResponse({"alive": True})


async def _is_ready(_: Request) -> Response:
    return JSONResponse(NOT_YET, HTTPStatus.SERVICE_UNAVAILABLE)


async def _not_built(scope: Scope, receive: Receive, send: Send) -> None:
    detail = "Starting, nothing was stored: send it again."
    refusal = problem(HTTPStatus.SERVICE_UNAVAILABLE, detail, RETRY_AFTER)
    await refusal(scope, receive, send)
