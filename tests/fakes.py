"""The few fakes: a channel that keeps what it is given, a clock we wind."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from handlers.channel import (
    Abilities,
    AnswerLostError,
    Button,
    ChannelError,
    ChatClosedError,
    Limits,
    Media,
    OnMessage,
    OutgoingMessage,
)

# A Tuesday morning in office hours: 09:00 in Hà Nội.
MORNING = datetime(2026, 3, 10, 2, 0, tzinfo=UTC)

RICH = Abilities(
    buttons=True,
    edits=True,
    text_limit=4096,
    typing=True,
    asks_contact=True,
    copies=True,
    topics=True,
    leaves=True,
    media=True,
    files=True,
    lists=True,
    albums=True,
)
# Like Zalo's bot platform: no buttons, no edits, short texts, everything of a turn at once.
PLAIN = Abilities(
    buttons=False,
    edits=False,
    text_limit=2000,
    typing=False,
    asks_contact=False,
    one_message_a_turn=True,
)


# Signs what buttons carry; the same in every process of a test, as in a company.
BUTTON_KEY = "khoa-cua-nut"


class FakeClock:
    """Stands still until it is wound."""

    def __init__(self, now: datetime = MORNING) -> None:
        self._now = now

    def now(self) -> datetime:
        return self._now

    async def sleep(self, seconds: float) -> None:
        self.wind(timedelta(seconds=seconds))
        await asyncio.sleep(0)

    def wind(self, by: timedelta) -> None:
        self._now += by

    def set(self, now: datetime) -> None:
        self._now = now


@dataclass
class Shown:
    """A message as it stands in a chat now, edits applied."""

    chat_id: str
    text: str
    buttons: tuple[tuple[Button, ...], ...]
    ask_contact: str
    topic: str = ""
    media: Media | None = None
    pictures: tuple[bytes, ...] = ()
    caption: str = ""

    @property
    def labels(self) -> list[str]:
        return [button.label for row in self.buttons for button in row]

    def data(self, label: str) -> str:
        """What the button carries whose label begins so."""
        for row in self.buttons:
            for button in row:
                if button.label.startswith(label):
                    return button.data
        raise LookupError(f"no button {label!r} among {self.labels}")


@dataclass
class FakeChannel:
    """A place where messages arrive and stay."""

    name: str = "fake"
    abilities: Abilities = RICH
    limits: Limits = field(default_factory=Limits)
    resends_are_harmless: bool = False
    failures: list[ChannelError] = field(default_factory=list)  # raised one by one
    loses: int = 0  # so many messages to staff arrive, and their answers do not
    forum: bool = False  # its groups have topics
    topic_acts: list[tuple[str, str]] = field(default_factory=list)  # topic, what was done
    went_out_of: list[str] = field(default_factory=list)  # groups we left
    closed: set[str] = field(default_factory=set)  # chats of people who blocked us
    sent: list[OutgoingMessage] = field(default_factory=list)
    shown: dict[str, Shown] = field(default_factory=dict)  # by platform id

    def is_group(self, chat_id: str) -> bool:
        return chat_id.startswith("-")

    async def receive(self, on_message: OnMessage) -> None:
        await asyncio.Event().wait()

    async def send(self, message: OutgoingMessage) -> str:
        await asyncio.sleep(0)
        if self.failures:
            raise self.failures.pop(0)
        if message.leaves:
            self.went_out_of.append(message.chat_id)
            return ""
        if message.chat_id in self.closed:
            raise ChatClosedError(message.chat_id)
        self.sent.append(message)
        if message.topic_act is not None:
            self.topic_acts.append((message.topic, message.topic_act.value))
            return ""
        if message.opens_topic:
            return str(len(self.sent)) if self.forum else ""
        platform_id = message.edits or str(len(self.sent))
        self.shown[platform_id] = Shown(
            message.chat_id,
            message.text,
            message.buttons,
            message.ask_contact,
            message.topic,
            message.media,
            message.pictures,
            message.caption,
        )
        if self.loses and "✋" in message.text + str(message.buttons):
            self.loses -= 1
            raise AnswerLostError("no answer came")
        return platform_id

    async def fetch(self, file: str) -> bytes:
        return f"content of {file}".encode()

    async def show_typing(self, chat_id: str) -> None:
        return None

    def start_link(self, payload: str) -> str:
        return f"https://fake.example/{payload}"

    def chat(self, chat_id: str) -> list[Shown]:
        """What stands in a chat, in the order it came."""
        return [one for one in self.shown.values() if one.chat_id == chat_id]

    def sent_to(self, chat_id: str) -> list[OutgoingMessage]:
        """Every message to a chat, changes of earlier ones included."""
        return [one for one in self.sent if one.chat_id == chat_id]

    def last(self, chat_id: str) -> Shown:
        return self.chat(chat_id)[-1]

    def last_id(self, chat_id: str) -> str:
        return [key for key, one in self.shown.items() if one.chat_id == chat_id][-1]


def plain_channel(name: str = "plain") -> FakeChannel:
    return replace(FakeChannel(name=name), abilities=PLAIN)
