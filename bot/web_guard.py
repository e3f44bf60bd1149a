"""What every request must pass."""

from __future__ import annotations

from http import HTTPStatus
from urllib.parse import urlsplit

from fastapi import HTTPException, Request
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.problems import problem
from bot.web_files import LARGEST_FILE

LARGEST_BODY = 64 * 1024
LARGEST_WEBHOOK = 1024 * 1024
WEBHOOKS = "/webhooks/"
# Commands from this machine: a batch of a list that is taken in.
CONTROL = "/control/"
FILES = "/chat/files"


class SmallBodies:
    """Refuses a body that is too large, before it is in memory, whatever its header claims."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        largest = _largest(scope["path"])
        claimed = Headers(scope=scope).get("content-length", "0")
        if not claimed.isdecimal() or int(claimed) > largest:
            await _too_large(largest)(scope, receive, send)
            return
        taken = 0

        async def receive_little() -> Message:
            nonlocal taken
            message = await receive()
            taken += len(message.get("body", b""))
            if taken > largest:
                raise HTTPException(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, _TOO_LARGE.format(largest))
            return message

        await self._app(scope, receive_little, send)


class OwnPages:
    """A dependency: scripts of other sites may not speak in a visitor's name."""

    def __init__(self, sites: tuple[str, ...]) -> None:
        self._sites = sites

    def __call__(self, request: Request) -> None:
        origin = request.headers.get("origin")
        if origin is None or origin in self._sites:
            return
        # The host alone: behind a proxy the page is https and we are http.
        if urlsplit(origin).netloc != request.headers.get("host"):
            raise HTTPException(HTTPStatus.FORBIDDEN, "This site is not on the list of our sites.")


def _largest(path: str) -> int:
    if path == FILES:
        return LARGEST_FILE
    return LARGEST_WEBHOOK if path.startswith((WEBHOOKS, CONTROL)) else LARGEST_BODY


_TOO_LARGE = "The body is larger than {} bytes."


def _too_large(largest: int) -> ASGIApp:
    return problem(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, _TOO_LARGE.format(largest))


class HeadAsGet:
    """What may be read may be asked for by its head alone, as monitors do.

    The server leaves the body out; only what is listened to without end is not asked for so.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope.get("method") == "HEAD" and not scope["path"].startswith("/chat/"):
            scope = {**scope, "method": "GET"}
        await self._app(scope, receive, send)
