"""A platform with Telegram's limits, on which reps press what they are shown."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from bot.channels.telegram_sending import LIMITS
from handlers.channel import ChannelError, OutgoingMessage
from handlers.clock import WallClock
from tests.emulators.telegram.errors import ApiError
from tests.emulators.telegram.flow import PER_BOT, PER_CHAT, PER_GROUP, FlowControl
from tests.fakes import FakeChannel

TOKEN = 1  # one bot
# How long a request and its answer take, seconds.
WIRE = (0.02, 0.08)
# A rep looks at his phone after so many seconds; the longest are past the first rungs.
ATTENTION = (3.0, 300.0)


@dataclass
class CrowdedPlatform(FakeChannel):
    """Every message is counted against the limits as the emulator of the Bot API counts it."""

    dice: random.Random = field(default_factory=lambda: random.Random(6))
    flow: FlowControl = field(init=False)
    press: Callable[[str, str], None] = lambda chat, data: None  # chat, what the button carries
    refused: int = 0
    now: Callable[[], datetime] = WallClock().now
    left: dict[int, datetime] = field(default_factory=dict)  # when each outbox row was taken

    def __post_init__(self) -> None:
        self.limits = LIMITS
        loop = asyncio.get_running_loop()
        self.flow = FlowControl(loop.time)
        self.flow.enforce(PER_BOT, PER_CHAT, PER_GROUP)

    async def send(self, message: OutgoingMessage) -> str:
        loop = asyncio.get_running_loop()
        await asyncio.sleep(self.dice.uniform(*WIRE) / 2)
        method = "editMessageText" if message.edits else "sendMessage"
        try:
            self.flow.check(TOKEN, int(message.chat_id), method)
        except ApiError as error:
            self.refused += 1
            raise ChannelError(str(error), 1.0, whole_channel=True) from None
        sent = await super().send(message)
        self.left[message.id] = self.now()
        for row in message.buttons:
            for button in row:
                if ":claim:" in button.data and not message.chat_id.startswith("-"):
                    after = self.dice.uniform(*ATTENTION)
                    loop.call_later(after, self.press, message.chat_id, button.data)
        await asyncio.sleep(self.dice.uniform(*WIRE) / 2)
        return sent
