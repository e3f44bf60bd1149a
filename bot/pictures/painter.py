"""Draws charts beside the program: a process started at first use and ended when it is idle."""

from __future__ import annotations

import asyncio
import hashlib
import json
import os
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections import OrderedDict
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from typing import Self

import structlog

from bot.pictures.drawing import SCALE, drawing
from bot.pictures.worker import LENGTH_BYTES
from handlers.chart import Chart, NotDrawnError

log = structlog.get_logger()

# A thread would hold up the event loop by 200 ms a picture, and keep the memory for good.
WORKER = (sys.executable, "-m", "bot.pictures.worker")
IDLE = timedelta(minutes=5)
# For all pictures of one message; the first one takes a second more. It stays far below the
# lease of a message on its way (handlers/delivery.py).
PATIENCE = timedelta(seconds=20)
# Asked for again by a second manager, or by a page that is opened anew; 100 KB or so each.
KEPT = 30
_ROOT = Path(__file__).parents[2]
# What a process needs to start at all; our secrets are not its business.
_NEEDED = ("PATH", "SYSTEMROOT", "TMPDIR", "TEMP")


class Painter:
    """One picture at a time, each drawn once: what is drawn is known by its content."""

    def __init__(
        self,
        *,
        worker: Sequence[str] = WORKER,
        idle: timedelta = IDLE,
        patience: timedelta = PATIENCE,
    ) -> None:
        self._worker = tuple(worker)
        self._idle = idle
        self._patience = patience
        self._process: Process | None = None
        self._bedtime: asyncio.TimerHandle | None = None
        self._turn = asyncio.Lock()
        self._drawn: OrderedDict[str, bytes] = OrderedDict()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *error: object) -> None:
        await self._end()

    @property
    def works(self) -> bool:
        """Whether the process is there just now."""
        return self._process is not None and self._process.returncode is None

    async def draw(self, charts: Sequence[Chart]) -> tuple[bytes, ...]:
        """The pictures (PNG) in the order of the charts. Raises NotDrawnError."""
        try:
            async with asyncio.timeout(self._patience.total_seconds()):
                return tuple([await self._picture(one) for one in charts])
        except TimeoutError:
            raise NotDrawnError("the drawing took too long") from None

    async def _picture(self, chart: Chart) -> bytes:
        asked = json.dumps({"drawing": drawing(chart), "scale": SCALE}).encode()
        name = hashlib.sha256(asked).hexdigest()
        async with self._turn:
            if name not in self._drawn:
                self._drawn[name] = await self._ask(asked)
                if len(self._drawn) > KEPT:
                    self._drawn.popitem(last=False)
            self._drawn.move_to_end(name)
            return self._drawn[name]

    async def _ask(self, asked: bytes) -> bytes:
        """One question and its answer; whoever breaks off in between ends the process."""
        self._stay_awake()
        try:
            picture = await self._answer_to(asked)
        except (OSError, EOFError) as error:
            await self._end()
            raise NotDrawnError(f"the process that draws ended: {error}") from error
        except BaseException:
            # An answer that is not waited for would be taken for that of the next question.
            await self._end()
            raise
        self._sleep_later()
        if not picture:
            raise NotDrawnError("the library refused the drawing")
        return picture

    async def _answer_to(self, asked: bytes) -> bytes:
        if not self.works:
            self._process = await self._start()
        process = self._process
        assert process is not None
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(asked + b"\n")
        await process.stdin.drain()
        length = await process.stdout.readexactly(LENGTH_BYTES)
        return await process.stdout.readexactly(int.from_bytes(length, "big"))

    async def _start(self) -> Process:
        needed = {name: os.environ[name] for name in _NEEDED if name in os.environ}
        return await asyncio.create_subprocess_exec(
            *self._worker,
            stdin=PIPE,
            stdout=PIPE,
            stderr=DEVNULL,
            env={**needed, "PYTHONPATH": str(_ROOT)},
            # Control-C is for the program: it ends this one when it has drained.
            start_new_session=True,
        )

    def _stay_awake(self) -> None:
        if self._bedtime is not None:
            self._bedtime.cancel()
            self._bedtime = None

    def _sleep_later(self) -> None:
        loop = asyncio.get_running_loop()
        self._bedtime = loop.call_later(self._idle.total_seconds(), self._rest)

    def _rest(self) -> None:
        """Nobody speaks to it any more: it ends by itself, and takes its memory along."""
        process, self._process = self._process, None
        if process is not None and process.stdin is not None:
            process.stdin.close()

    async def _end(self) -> None:
        self._stay_awake()
        process, self._process = self._process, None
        if process is None:
            return
        if process.returncode is None:
            process.kill()
        await process.wait()
