"""The updates that wait for a bot: numbered, short-lived, gone once confirmed."""

import asyncio
import random
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

KINDS = (
    "message",
    "edited_message",
    "channel_post",
    "edited_channel_post",
    "inline_query",
    "chosen_inline_result",
    "callback_query",
    "shipping_query",
    "pre_checkout_query",
    "poll",
    "poll_answer",
    "my_chat_member",
    "chat_member",
    "chat_join_request",
    "message_reaction",
    "message_reaction_count",
)
NOT_BY_DEFAULT = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
LIFETIME = timedelta(hours=24)
SHORTER_LIFETIMES = {"callback_query": timedelta(seconds=150)}
MOST_AT_ONCE = 100
# An offset this far past the newest update is of another numbering: the server ignores it.
FURTHEST_OFFSET = 10
_LARGEST_ID = 2**31 - 2**24


@dataclass(frozen=True, slots=True)
class Update:
    id: int
    kind: str
    body: dict[str, Any]
    lane: str  # a webhook gets the updates of one lane one after another
    expires_at: datetime

    def json(self) -> dict[str, Any]:
        return {"update_id": self.id, self.kind: self.body}


class UpdateQueue:
    """One bot's queue. The filter acts when an update is made, as on the real server."""

    def __init__(self, now: Callable[[], datetime], seed: int) -> None:
        self._now = now
        self._random = random.Random(seed)
        self._next_id = self._random.randrange(10**8, _LARGEST_ID)
        self._waiting: list[Update] = []
        self._past: list[Update] = []
        self._added = asyncio.Event()
        self.allowed: tuple[str, ...] = ()

    def allow(self, kinds: Iterable[str] | None) -> None:
        """Keeps the last answer; an empty list is the default set again."""
        if kinds is not None:
            wanted = set(kinds)
            self.allowed = tuple(kind for kind in KINDS if kind in wanted)

    def add(self, kind: str, body: dict[str, Any], lane: str) -> Update | None:
        wanted = kind in self.allowed if self.allowed else kind not in NOT_BY_DEFAULT
        if not wanted:
            return None
        expires_at = self._now() + SHORTER_LIFETIMES.get(kind, LIFETIME)
        update = Update(self._next_id, kind, body, lane, expires_at)
        self._next_id += 1
        self._waiting.append(update)
        self.wake()
        return update

    def pending(self) -> list[Update]:
        now = self._now()
        self._waiting = [update for update in self._waiting if update.expires_at > now]
        return list(self._waiting)

    def first_of(self, lane: str) -> Update | None:
        return next((update for update in self.pending() if update.lane == lane), None)

    def take(self, offset: int, limit: int) -> list[Update]:
        """Confirm everything below `offset`, answer what follows, still unconfirmed."""
        waiting = self.pending()
        if offset < 0:
            for update in waiting[:offset]:
                self.confirm(update)
        elif offset <= self._next_id + FURTHEST_OFFSET:
            for update in waiting:
                if update.id < offset:
                    self.confirm(update)
        if not 1 <= limit <= MOST_AT_ONCE:
            limit = MOST_AT_ONCE
        return self._waiting[:limit]

    def confirm(self, update: Update) -> None:
        if update in self._waiting:
            self._waiting.remove(update)
            self._past.append(update)

    def drop_pending(self) -> None:
        self._waiting.clear()

    def redeliver(self, count: int, *, renumber: bool) -> None:
        """Hand confirmed updates out again, under new numbers if asked: both are seen in life.

        With the old numbers a poller that keeps its offset confirms them unseen.
        """
        again = self._past[-count:]
        del self._past[-count:]
        for update in again:
            if renumber:
                update = replace(update, id=self._next_id)
                self._next_id += 1
            self._waiting.append(update)
        self.wake()

    def restart_numbers(self) -> None:
        """A week went by without updates: the next number is any number."""
        self._next_id = self._random.randrange(10**8, _LARGEST_ID)

    async def news(self) -> None:
        """Wait until something is added, or somebody calls `wake`."""
        self._added.clear()
        await self._added.wait()

    def wake(self) -> None:
        self._added.set()
