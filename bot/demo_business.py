"""The business file as it is tried in the demo: checked while typed, worked by when good."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from handlers.business import Business
from handlers.owners_file import BusinessFileError, load


class LiveBusiness:
    """The sample company in memory; what is tried here is written to nobody's file."""

    def __init__(
        self, business: Business, file: Path | None, workers: Sequence[Callable[[Business], None]]
    ) -> None:
        self.business = business
        self.name = file.name if file is not None else "business.yaml"
        self.text = file.read_text(encoding="utf-8") if file is not None else ""
        self._workers = workers

    async def check(self, text: str) -> tuple[str, ...]:
        """Every fault as `file:line:column message`; none where the file is good."""
        try:
            await asyncio.to_thread(self._read, text)
        except BusinessFileError as error:
            return error.faults
        return ()

    async def take(self, text: str) -> tuple[str, ...]:
        """Work by this text from now on, unless something is wrong with it."""
        try:
            business = await asyncio.to_thread(self._read, text)
        except BusinessFileError as error:
            return error.faults
        self.business, self.text = business.after(self.business), text
        for works_by in self._workers:
            works_by(self.business)
        return ()

    def _read(self, text: str) -> Business:
        with tempfile.TemporaryDirectory(prefix="duyen-demo-") as folder:
            file = Path(folder) / self.name
            file.write_text(text, encoding="utf-8")
            return load(file, beside=False).in_zone(self.business.company.timezone)
