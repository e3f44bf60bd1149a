"""How we live through Telegram's bad days: wait, ask again, tell the operator once."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import TypeVar

import structlog
from telegram.error import Conflict, InvalidToken, TelegramError

from bot.channels.telegram_errors import TooFastError, ours
from handlers.clock import Clock

log = structlog.get_logger()

FIRST_WAIT = 1.0
LONGEST_WAIT = 30.0
# The same trouble is told again after this long, not at every try.
TELL_AGAIN = timedelta(minutes=10)
NO_ANSWER = "telegram does not answer, trying again"
# What only a human can mend, and how.
TROUBLES: dict[type[TelegramError], str] = {
    Conflict: "another copy of the bot fetches with this token: stop one of the two",
    InvalidToken: "telegram refuses DUYEN_TELEGRAM_TOKEN: copy it again from @BotFather",
}

Answer = TypeVar("Answer")


class Patience:
    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._told_at: dict[str, datetime] = {}

    async def keep_trying(self, step: Callable[[], Awaitable[Answer]]) -> Answer:
        """The step's answer, however long it takes; nothing is raised."""
        wait = FIRST_WAIT
        while True:
            try:
                return await step()
            except TelegramError as error:
                self.tell(TROUBLES.get(type(error), NO_ANSWER), str(ours(error)))
                asked = error.seconds if isinstance(error, TooFastError) else 0.0
            await self._clock.sleep(max(wait, asked))
            wait = min(wait * 2, LONGEST_WAIT)

    def tell(self, what: str, reason: str) -> None:
        now = self._clock.now()
        before = self._told_at.get(what)
        if before is None or now - before >= TELL_AGAIN:
            self._told_at[what] = now
            log.warning(what, reason=reason)
