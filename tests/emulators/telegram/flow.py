"""Flow control: counts messages against Telegram's limits, and refuses them when told to."""

import math
from collections import defaultdict, deque
from collections.abc import Callable
from dataclasses import dataclass, field

from tests.emulators.telegram.errors import too_many_requests

COUNTED = ("send", "copy", "forward", "edit")
NOT_COUNTED = frozenset({"sendChatAction", "editForumTopic"})


@dataclass(frozen=True, slots=True)
class Rule:
    """At most `limit` messages in any `seconds`."""

    name: str
    limit: int
    seconds: float


PER_BOT = Rule("per bot", 30, 1.0)
PER_CHAT = Rule("per chat", 1, 1.0)
PER_GROUP = Rule("per group", 20, 60.0)
# A client that keeps a pace exactly is seen a little early at times: wires jitter.
SLACK = 0.05


@dataclass(frozen=True, slots=True)
class Breach:
    """A message that came too soon, refused or not."""

    at: float
    bot_id: int
    chat_id: int
    rule: str


@dataclass(slots=True)
class FlowControl:
    """Breaches are always written down; `enforced` names the rules that also answer 429."""

    monotonic: Callable[[], float]
    enforced: frozenset[str] = frozenset()
    breaches: list[Breach] = field(default_factory=list)
    _sent: defaultdict[tuple[str, int, int], deque[float]] = field(
        default_factory=lambda: defaultdict(deque)
    )
    _paused_until: dict[tuple[int, int], float] = field(default_factory=dict)

    def enforce(self, *rules: Rule) -> None:
        self.enforced = frozenset(rule.name for rule in rules)

    def pause(self, bot_id: int, seconds: float, chat_id: int = 0) -> None:
        """Refuse this bot (or this chat of it) for a while, as after a flood."""
        self._paused_until[bot_id, chat_id] = self.monotonic() + seconds

    def check(self, bot_id: int, chat_id: int, method: str, messages: int = 1) -> None:
        """Count the call, or refuse it with the seconds to wait."""
        self._check_pauses(bot_id, chat_id)
        if method in NOT_COUNTED or not method.startswith(COUNTED):
            return
        rules = [(PER_BOT, 0), (PER_CHAT, chat_id)]
        if chat_id < 0:
            rules.append((PER_GROUP, chat_id))
        for rule, where in rules:
            self._check_rule(rule, bot_id, where, chat_id)
        for rule, where in rules:
            self._sent[rule.name, bot_id, where].extend([self.monotonic()] * messages)

    def _check_pauses(self, bot_id: int, chat_id: int) -> None:
        now = self.monotonic()
        left = max(self._paused_until.get((bot_id, where), 0.0) - now for where in (0, chat_id))
        if left > 0:
            self.breaches.append(Breach(now, bot_id, chat_id, "during a pause"))
            raise too_many_requests(max(1, math.ceil(left)))

    def _check_rule(self, rule: Rule, bot_id: int, where: int, chat_id: int) -> None:
        now = self.monotonic()
        sent = self._sent[rule.name, bot_id, where]
        while sent and now - sent[0] >= rule.seconds - SLACK:
            sent.popleft()
        if len(sent) < rule.limit:
            return
        self.breaches.append(Breach(now, bot_id, chat_id, rule.name))
        if rule.name in self.enforced:
            seconds = max(1, math.ceil(sent[0] + rule.seconds - now))
            self.pause(bot_id, seconds, where)
            raise too_many_requests(seconds)
