"""The list a manager asked for in chat: a row of the outbox until it leaves, then a file."""

from __future__ import annotations

import asyncio
import json
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from handlers.business import Business
from handlers.channel import Media
from handlers.clock import Clock
from handlers.lead_files.columns import headings
from handlers.lead_files.giving_out import EXPORT, WRITTEN, Wanted, note_export, page
from handlers.lead_files.sheets_out import new_sheet
from scoring.lead import Stage, Temperature
from storage.store import Store

# More rows than this come by the verb: a platform lets a bot send 50 MB, and
# making a longer file would keep the chats waiting for seconds.
MOST_ROWS = 50_000


@dataclass(frozen=True, slots=True)
class Asked:
    """Which leads, as what file, and who asked: all that the making of it needs to know."""

    name: str  # of the file; its ending says which kind
    who: str  # as the audit names him
    wanted: Wanted

    def as_media(self) -> Media:
        """What stands in the outbox: no lead is in it before it leaves."""
        plain = {"name": self.name, "who": self.who, **asdict(self.wanted)}
        return Media("document", json.dumps(plain, default=str), EXPORT, self.name)


def from_file(text: str) -> Asked:
    """Back from `Asked.as_media`."""
    plain = json.loads(text)
    since, until = plain["since"], plain["until"]
    wanted = Wanted(
        plain["language"],
        Temperature(plain["temperature"]) if plain["temperature"] else None,
        Stage(plain["stage"]) if plain["stage"] else None,
        plain["rep"],
        date.fromisoformat(since) if since else None,
        date.fromisoformat(until) if until else None,
    )
    return Asked(plain["name"], plain["who"], wanted)


class Exports:
    """Makes the file at the moment it leaves, so that it tells how things stand then."""

    def __init__(self, store: Store, business: Business, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self.works_by(business)

    def works_by(self, business: Business) -> None:
        self._business = business

    async def fetch(self, asked: str) -> bytes:
        """The file's content. Read page by page beside the writer; nothing of it is kept.

        Raises NotStoredError where the database does not answer just now.
        """
        one = from_file(asked)
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / one.name
            sheet = new_sheet(file, one.name, WRITTEN, headings(WRITTEN, one.wanted.language))
            count, after = 0, 0
            while True:
                rows, after = await self._page(one.wanted, after)
                await asyncio.to_thread(_write, sheet.row, rows)
                count += len(rows)
                if not after:
                    break
            await asyncio.to_thread(sheet.close)
            await self._note(one, count)
            return await asyncio.to_thread(file.read_bytes)

    async def _page(self, wanted: Wanted, after: int) -> tuple[Sequence[tuple[str, ...]], int]:
        found = await self._store.read(lambda work: page(work, self._business, wanted, after))
        return found.rows, found.next_after

    async def _note(self, one: Asked, count: int) -> None:
        now = self._clock.now()
        await self._store.run(lambda work: note_export(work, one.wanted, count, one.who, now))


def _write(write: Callable[[Sequence[str]], None], rows: Sequence[tuple[str, ...]]) -> None:
    for row in rows:
        write(row)
