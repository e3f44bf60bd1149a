"""A wire to PostgreSQL that can be cut and mended: what a restart of the database looks like."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from sqlalchemy.engine import make_url


class Wire:
    """Passes bytes on while it is whole; cut, it drops who is on it and takes nobody."""

    def __init__(self, host: str, port: int) -> None:
        self._end = (host, port)
        self._whole = True
        self._lines: set[asyncio.StreamWriter] = set()

    def cut(self) -> None:
        self._whole = False
        for line in self._lines:
            line.transport.abort()

    def mend(self) -> None:
        self._whole = True

    async def connect(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if not self._whole:
            writer.transport.abort()
            return
        there, back = await asyncio.open_connection(*self._end)
        self._lines |= {writer, back}
        try:
            await asyncio.gather(_pass_on(reader, back), _pass_on(there, writer))
        finally:
            self._lines -= {writer, back}


async def _pass_on(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with suppress(OSError):
        while some := await reader.read(65_536):
            writer.write(some)
            await writer.drain()
    writer.close()


@asynccontextmanager
async def wired(url: str) -> AsyncIterator[tuple[Wire, str]]:
    """The wire, and the database's URL over it."""
    address = make_url(url)
    wire = Wire(address.host or "127.0.0.1", address.port or 5432)
    server = await asyncio.start_server(wire.connect, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    over = address.set(host="127.0.0.1", port=port)
    yield wire, over.render_as_string(hide_password=False)
    wire.cut()
    server.close()
