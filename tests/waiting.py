"""Waits for what another task or process is to bring about."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TypeVar

Found = TypeVar("Found")


async def until(look: Callable[[], Found], within: float = 5.0) -> Found:
    """What `look` finds, as soon as it finds something; TimeoutError after `within` seconds."""
    async with asyncio.timeout(within):
        while True:
            if found := look():
                return found
            await asyncio.sleep(0.01)
