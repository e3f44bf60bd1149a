"""How a channel lives through a platform's bad days: wait, ask again, tell the operator once."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, TypeVar

import structlog

from handlers.clock import Clock

log = structlog.get_logger()

FIRST_WAIT = 1.0  # seconds
LONGEST_WAIT = 30.0  # seconds
# The same trouble is told again after this long, not at every try.
TELL_AGAIN = timedelta(minutes=10)

Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class Trouble:
    """A platform's failure as the operator is told it."""

    what: str  # with the cure, where a human must act
    reason: str
    wait: float = 0.0  # seconds the platform asks for


class Patience:
    """`caught` is how the platform's failures are raised, `explain` puts one into words."""

    def __init__(
        self, clock: Clock, caught: type[Exception], explain: Callable[[Any], Trouble]
    ) -> None:
        self._clock = clock
        self._caught = caught
        self._explain = explain
        self._told_at: dict[str, datetime] = {}

    async def keep_trying(self, step: Callable[[], Awaitable[Answer]]) -> Answer:
        """The step's answer, however long it takes; nothing is raised."""
        wait = FIRST_WAIT
        while True:
            try:
                return await step()
            except self._caught as error:
                trouble = self._explain(error)
                self.tell(trouble.what, trouble.reason)
            await self._clock.sleep(max(wait, trouble.wait))
            wait = min(wait * 2, LONGEST_WAIT)

    def tell(self, what: str, reason: str) -> None:
        now = self._clock.now()
        before = self._told_at.get(what)
        if before is None or now - before >= TELL_AGAIN:
            self._told_at[what] = now
            log.warning(what, reason=reason)
