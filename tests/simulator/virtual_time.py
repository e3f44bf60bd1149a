"""An event loop whose time is faked: nobody waits, and a history runs the same every time."""

from __future__ import annotations

import asyncio
import selectors
from collections.abc import Callable
from concurrent.futures import Executor
from datetime import datetime, timedelta
from typing import Any, TypeVar

from tests.fakes import MORNING

Answer = TypeVar("Answer")


class _NothingLeftError(Exception):
    """Every task waits for something that will never happen."""


class _Skipping(selectors.SelectSelector):
    """Where a loop would wait, the time is moved on instead."""

    def __init__(self) -> None:
        super().__init__()
        self.time = 0.0

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        if timeout is None:
            raise _NothingLeftError
        self.time += max(0.0, timeout)
        return []


class VirtualLoop(asyncio.SelectorEventLoop):
    """Runs callbacks in the order of their times, and jumps from one to the next."""

    def __init__(self) -> None:
        self._skipping = _Skipping()
        super().__init__(self._skipping)

    def time(self) -> float:
        return self._skipping.time

    def run_in_executor(  # type: ignore[override]
        self, executor: Executor | None, work: Callable[..., Answer], *args: Any
    ) -> asyncio.Future[Answer]:
        """At once, and not in a thread: this loop would not wait for it, nor wake when it ends."""
        done: asyncio.Future[Answer] = self.create_future()
        try:
            done.set_result(work(*args))
        except Exception as error:
            done.set_exception(error)
        return done


class VirtualClock:
    """The product's time: the loop's, and what it was wound by, forwards or back."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop
        self._wound = timedelta(0)

    def now(self) -> datetime:
        return MORNING + timedelta(seconds=self._loop.time()) + self._wound

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds)

    def wind(self, by: timedelta) -> None:
        self._wound += by
