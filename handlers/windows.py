"""How fast a platform lets us write: sliding windows over a channel and over each chat."""

from __future__ import annotations

from collections import deque
from datetime import datetime, timedelta

from handlers.channel import Channel

# A little over, for a clock at the far end that runs slower than ours.
SECOND = timedelta(seconds=1.02)
MINUTE = timedelta(seconds=61)
LONGEST = MINUTE


class Window:
    """At most `most` messages in any `span`, as the far end counts them; 0 is no limit.

    A message holds its place from before its request is written until `span` after the answer
    came. The far end heard it somewhere in between, so two that share a place are always heard
    more than `span` apart, however the wires jitter.
    """

    def __init__(self, most: int, span: timedelta) -> None:
        self._most = most
        self._span = span
        self._under_way = 0
        self._answered: deque[datetime] = deque()

    def is_free(self, now: datetime) -> bool:
        while self._answered and self._answered[0] <= now - self._span:
            self._answered.popleft()
        return self._most == 0 or len(self._answered) + self._under_way < self._most

    def take(self) -> None:
        """A request is about to be written."""
        self._under_way += 1

    def answered(self, now: datetime) -> None:
        """Its answer came, or will not come any more."""
        self._under_way -= 1
        self.remember(now)

    def remember(self, at: datetime) -> None:
        """A message that was sent before this window was opened."""
        if self._most:
            self._answered.append(at)

    @property
    def is_empty(self) -> bool:
        return not self._answered and not self._under_way


class ChatLimits:
    """Every limit of one chat at once: a group has one for the minute and one for the second."""

    def __init__(self, *windows: Window) -> None:
        self._windows = windows

    def is_free(self, now: datetime) -> bool:
        return all(one.is_free(now) for one in self._windows)

    def take(self) -> None:
        for one in self._windows:
            one.take()

    def answered(self, now: datetime) -> None:
        for one in self._windows:
            one.answered(now)

    def remember(self, at: datetime) -> None:
        for one in self._windows:
            one.remember(at)

    @property
    def is_empty(self) -> bool:
        return all(one.is_empty for one in self._windows)


def chat_window(channel: Channel, chat_id: str) -> ChatLimits:
    """The limits of one chat: a group has one for the minute besides."""
    second = Window(channel.limits.chat_per_second, SECOND)
    if channel.is_group(chat_id):
        return ChatLimits(Window(channel.limits.group_per_minute, MINUTE), second)
    return ChatLimits(second)
