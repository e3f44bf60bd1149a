"""uvicorn inside our own loop: we start it, we say when it stops."""

from __future__ import annotations

import asyncio
import contextlib
import socket
from collections.abc import Iterator

import uvicorn
from starlette.types import ASGIApp

from bot.listening import family_of, url_of, what_is_wrong
from bot.web_connections import PunctualHttp, room

_GRACE = 2  # seconds open pages are given when we stop
# asyncio lets in so many callers at a time, and some times so many before it looks at the first:
# fewer than the files kept free, for where they run out it tells so a thousand times a second.
_AT_ONCE = 16
# So many more may stand at the door meanwhile.
_QUEUE = 2048


class PortTakenError(Exception):
    """The port or the address cannot be had; the text names which, and the cure."""


class _Quiet(uvicorn.Server):
    """Signals are ours to catch, not uvicorn's."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


class WebServer:
    def __init__(self, app: ASGIApp, host: str, port: int) -> None:
        self._host, self._port = host, port
        self._server = _Quiet(
            uvicorn.Config(
                app,
                log_config=None,
                access_log=False,
                lifespan="off",
                timeout_graceful_shutdown=_GRACE,
                server_header=False,
                backlog=_AT_ONCE,
                http=type("Http", (PunctualHttp,), {"places": room()}),
            )
        )
        self._task: asyncio.Task[None] | None = None
        self._socket: socket.socket | None = None

    @property
    def url(self) -> str:
        port = self._socket.getsockname()[1] if self._socket else self._port
        return url_of(self._host, port)

    async def start(self) -> None:
        """Answer when the port is open. Port 0 takes a free one."""
        self._socket = self._bind()
        self._task = asyncio.create_task(self._server.serve([self._socket]), name="web")
        # uvicorn tells by a flag alone that it has started.
        while not self._server.started and not self._task.done():  # noqa: ASYNC110
            await asyncio.sleep(0.01)
        self._socket.listen(_QUEUE)

    def _bind(self) -> socket.socket:
        listener = socket.socket(family_of(self._host))
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((self._host, self._port))
        except OSError as error:
            listener.close()
            problem, cure = what_is_wrong(self._host, self._port, error)
            raise PortTakenError(f"{problem}. {cure}") from error
        return listener

    async def stop_listening(self) -> None:
        """Nothing new comes in; what is being answered is answered."""
        self._server.should_exit = True

    async def stop(self) -> None:
        self._server.should_exit = True
        if self._task is not None:
            await self._task
