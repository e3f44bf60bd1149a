"""The body of a call to a webhook, which knows whether anybody read it."""

from __future__ import annotations


class Brought:
    def __init__(self, body: bytes) -> None:
        self._body = body
        self.was_read = False

    async def __call__(self) -> bytes:
        self.was_read = True
        return self._body
