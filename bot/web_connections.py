"""A connection says what it wants in good time, and there are only so many of them.

Whoever holds hundreds open and sends half a request would otherwise take every file the system
lets us have, and with them the database's, Telegram's and the log's.
"""

from __future__ import annotations

import asyncio
import contextlib
import sys
from typing import Any, ClassVar, cast

from uvicorn.protocols.http.h11_impl import H11Protocol

HEAD_WITHIN = 15.0  # seconds, for a request line and its headers
BODY_STIRS = 30.0  # seconds without a byte of the body
BODY_WITHIN = 300.0  # seconds for all of it: ten megabytes from a slow telephone
# What is left to the database, the platforms and the files.
KEPT_FREE = 150
_MOST, _FEWEST = 10_000, 50


def room() -> int:
    """How many connections may stand at once, by how many files this process may have open."""
    with contextlib.suppress(ImportError):  # not on Windows, which knows no such limit
        import resource

        files = resource.getrlimit(resource.RLIMIT_NOFILE)[0]
        if 0 <= files != resource.RLIM_INFINITY:
            return max(_FEWEST, min(_MOST, files - KEPT_FREE))
    return _MOST


class PunctualHttp(H11Protocol):
    """uvicorn's connection, which alone would wait for ever for the rest of a request."""

    places: ClassVar[int] = sys.maxsize
    head_within: ClassVar[float] = HEAD_WITHIN
    body_stirs: ClassVar[float] = BODY_STIRS
    body_within: ClassVar[float] = BODY_WITHIN

    _alarm: asyncio.TimerHandle | None = None
    _body_until: float | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        if len(self.connections) > self.places and not self._takes_a_place():
            transport.abort()
            return
        self._set_alarm(self.head_within)

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        if self.transport.is_closing():
            self._stop_alarm()
        elif self.cycle is None or self.cycle.response_complete:
            # Some of a head, or of a body that nobody wants any more: no byte of it buys time.
            self._body_until = None
            if self._alarm is None:
                self._set_alarm(self.head_within)
        elif self.cycle.more_body:
            now = self.loop.time()
            self._body_until = self._body_until or now + self.body_within
            self._set_alarm(min(self.body_stirs, self._body_until - now))
        else:
            self._body_until = None
            self._stop_alarm()

    def connection_lost(self, exc: Exception | None) -> None:
        self._stop_alarm()
        super().connection_lost(exc)

    @property
    def waits_until(self) -> float | None:
        """How long we wait for the other side at the most; none while we are the ones who work."""
        alarm = self._alarm or self.timeout_keep_alive_task
        gone = self.transport.is_closing()
        return None if alarm is None or gone else alarm.when()

    def _takes_a_place(self) -> bool:
        """Where all places are taken, whoever has the least time left gives his."""
        others = cast("set[Any]", self.connections) - {self}
        waiting = [(at, one) for one in others if (at := one.waits_until) is not None]
        if not waiting:
            return False
        _, last = min(waiting, key=lambda one: one[0])
        last.transport.abort()
        return True

    def _set_alarm(self, seconds: float) -> None:
        self._stop_alarm()
        self._alarm = self.loop.call_later(max(0.0, seconds), self.transport.abort)

    def _stop_alarm(self) -> None:
        if self._alarm is not None:
            self._alarm.cancel()
            self._alarm = None
