"""Whether a report can be drawn: one small picture, by the very process that draws them."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator, Sequence

from bot.config import Config
from bot.doctor import Finding, Mark
from bot.pictures.painter import WORKER, Painter
from handlers.chart import Bar, Chart, ChartKind, NotDrawnError

_TEST = Chart(ChartKind.ACROSS, "Phễu", "Thử vẽ", ("Khách",), (Bar("Nhắn lần đầu", (3,), "3"),))


def pictures(config: Config, worker: Sequence[str] = WORKER) -> Iterator[Finding]:
    started = time.monotonic()
    try:
        [picture] = asyncio.run(_draw(worker))
    except NotDrawnError as error:
        cure = "Reports come in words meanwhile. Start with run.py, which installs what draws them."
        yield Finding("pictures", Mark.WARNING, str(error), cure)
        return
    seconds = time.monotonic() - started
    yield Finding("pictures", Mark.GOOD, f"{len(picture) / 1000:.0f} KB drawn in {seconds:.1f} s")


async def _draw(worker: Sequence[str]) -> tuple[bytes, ...]:
    async with Painter(worker=worker) as painter:
        return await painter.draw([_TEST])
