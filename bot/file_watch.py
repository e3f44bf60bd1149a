"""Watches the owner's file: a good new version is worked by at once, a bad one is told."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path

import structlog

from handlers.business import Business
from handlers.owners_file import BusinessFileError
from storage.refusals import NotStoredError

log = structlog.get_logger()

LOOK = 0.03  # seconds
# A file that stays as it is for so long is whole: nobody is writing it any more.
SETTLED = 0.05  # seconds
# So long a file may stay broken before anybody is told: some editors save in two steps.
PATIENCE = 0.5  # seconds

# What changes with every save: when it was written, how long it is, which file it is.
_Mark = tuple[int, int, int]


@dataclass(slots=True)
class FileWatch:
    """`read` reads and checks the file; `took` works by it from now on; the rest tell people."""

    path: Path
    read: Callable[[], Business]
    took: Callable[[Business], None]
    tell_refused: Callable[[tuple[str, ...]], Awaitable[None]]
    tell_mended: Callable[[], Awaitable[None]]
    # What was wrong with the file when the program started: it works by an older version.
    faults: tuple[str, ...] = ()
    _seen: _Mark | None = None

    def __post_init__(self) -> None:
        self._seen = _mark(self.path)

    async def run(self) -> None:
        """Until cancelled."""
        if self.faults:
            await self._tell(self.tell_refused(self.faults))
        while True:
            await asyncio.sleep(LOOK)
            mark = _mark(self.path)
            if mark in (self._seen, None):
                # An editor that renames leaves no file for a moment; the last good one stands.
                continue
            await asyncio.sleep(SETTLED)
            if _mark(self.path) == mark:  # nobody is writing any more
                await self._take(mark)

    async def _take(self, mark: _Mark | None) -> None:
        try:
            business = await asyncio.to_thread(self.read)
        except BusinessFileError as error:
            await self._refuse(mark, error)
            return
        if _mark(self.path) != mark:
            return  # it was saved again while it was read
        self._seen = mark
        self.took(business)
        log.info("business file read anew", file=self.path.name)
        if self.faults:
            self.faults = ()
            await self._tell(self.tell_mended())

    async def _refuse(self, mark: _Mark | None, error: BusinessFileError) -> None:
        await asyncio.sleep(PATIENCE)
        if _mark(self.path) != mark:
            return
        self._seen = mark
        self.faults = error.faults
        log.warning("business file refused, the last good one stands", faults=error.faults)
        await self._tell(self.tell_refused(error.faults))

    async def _tell(self, telling: Awaitable[None]) -> None:
        """News of the file is not worth the program's life: the log has it, too."""
        try:
            await telling
        except NotStoredError as error:
            log.warning("nobody could be told of the business file", reason=str(error))


def _mark(path: Path) -> _Mark | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino
