"""Who writes more than a person can is not answered, and told so once."""

from __future__ import annotations

from collections import Counter
from datetime import datetime, timedelta

from handlers import buttons
from handlers.channel import IncomingMessage, Kind
from scoring.understanding.understand import understand

Chat = tuple[str, str]
# In a minute (docs/reliability.md): a person in a hurry writes ten, and an album is ten, too.
MOST_A_MINUTE = 20
# A press is answered from what is known: who taps his way through says much in a minute.
MOST_PRESSES = 3 * MOST_A_MINUTE
_A_MINUTE = timedelta(minutes=1)
# What the platform tells of a chat is no message, and is never dropped.
_SAID = (Kind.TEXT, Kind.START, Kind.BUTTON, Kind.CONTACT, Kind.EDITED, Kind.ATTACHMENT)
# The law asks that these be heard at once: one of them a minute is, whatever came before it.
_RIGHTS = frozenset(("opt_out", "delete_data"))
_COMMANDS = frozenset(("/stop", "/dung", "/delete", "/xoa"))
_BUTTONS = frozenset(("stop", "erase"))


class Flood:
    """Counts what was stored, minute by minute; a restart forgives.

    What could not be stored is not counted: the platform brings it again, and must not be
    turned away for that.
    """

    def __init__(self, most: int = MOST_A_MINUTE) -> None:
        self._most = most
        self._minute: datetime | None = None
        self._counts: Counter[Chat] = Counter()
        self._presses: Counter[Chat] = Counter()
        self._told: set[Chat] = set()
        self._heard: set[Chat] = set()  # whose right was let through

    def is_over(self, message: IncomingMessage, now: datetime) -> bool:
        """Whether this one is too many. In a group many write."""
        self._turn(now)
        chat = (message.channel, message.chat_id)
        if message.group or message.kind not in _SAID or not self._is_full(message, chat):
            return False
        if chat in self._heard or not _claims_a_right(message, now):
            return True
        self._heard.add(chat)
        return False

    def _is_full(self, message: IncomingMessage, chat: Chat) -> bool:
        if message.kind is Kind.BUTTON:
            return self._presses[chat] >= MOST_PRESSES
        return self._counts[chat] >= self._most

    def count(self, message: IncomingMessage) -> None:
        counts = self._presses if message.kind is Kind.BUTTON else self._counts
        counts[message.channel, message.chat_id] += 1

    def may_tell(self, message: IncomingMessage) -> bool:
        """Once a minute."""
        chat = (message.channel, message.chat_id)
        is_first = chat not in self._told
        self._told.add(chat)
        return is_first

    def _turn(self, now: datetime) -> None:
        if self._minute is None or abs(now - self._minute) >= _A_MINUTE:
            self._minute = now
            for known in (self._counts, self._presses, self._told, self._heard):
                known.clear()


def _claims_a_right(message: IncomingMessage, now: datetime) -> bool:
    if message.kind is Kind.BUTTON:
        press = buttons.read(message.button)
        return press is not None and press.action in _BUTTONS
    if message.text.strip().lower() in _COMMANDS:
        return True
    heard = understand(message.text, now=now)
    return any(one.name in _RIGHTS for one in heard.intents)
