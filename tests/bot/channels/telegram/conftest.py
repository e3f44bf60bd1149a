"""A Telegram channel before the emulated Bot API, with a person who has started it."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import pytest

from bot.channels.telegram import Telegram
from handlers.channel import (
    Button,
    IncomingMessage,
    OutgoingMessage,
    Style,
)
from tests.emulators.telegram.emulator import Emulator
from tests.emulators.telegram.people import Person
from tests.emulators.telegram.world import Bot
from tests.fakes import BUTTON_KEY

SECRET = "bi-mat_1"
YES_NO = ((Button("Có", "1:yes", Style.GOOD), Button("Không", "1:no", Style.BAD)),)


class HastyClock:
    """A second is a hundredth of one; remembers what it was asked to sleep."""

    def __init__(self) -> None:
        self.slept: list[float] = []

    def now(self) -> datetime:
        return datetime.now(UTC)

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        await asyncio.sleep(seconds / 100)


@dataclass
class Inbox:
    """Stands in for reception: stores each key once, and refuses while `full`."""

    emulator: Emulator
    stored: dict[tuple[str, str], IncomingMessage] = field(default_factory=dict)
    repeats: int = 0
    full: bool = False

    async def __call__(self, message: IncomingMessage) -> None:
        await asyncio.sleep(0)
        self.emulator.world.tell()
        if self.full:
            raise OSError("the disk is full")
        self.repeats += (message.chat_id, message.key) in self.stored
        self.stored[message.chat_id, message.key] = message

    @property
    def texts(self) -> list[str]:
        return [message.text or message.kind for message in self.stored.values()]


@pytest.fixture
async def emulator() -> AsyncIterator[Emulator]:
    async with Emulator(webhook_time_scale=0.01) as running:
        yield running


@pytest.fixture
def bot(emulator: Emulator) -> Bot:
    return emulator.bot()


@pytest.fixture
def lan(bot: Bot, emulator: Emulator) -> Person:
    lan = emulator.person("Lan")
    lan.starts()
    return lan


@pytest.fixture
def clock() -> HastyClock:
    return HastyClock()


@pytest.fixture
def inbox(emulator: Emulator) -> Inbox:
    return Inbox(emulator)


@pytest.fixture
async def channel(emulator: Emulator, bot: Bot, clock: HastyClock) -> AsyncIterator[Telegram]:
    async with Telegram(bot.token, clock, api_url=emulator.url, button_key=BUTTON_KEY) as channel:
        yield channel


@contextlib.asynccontextmanager
async def receiving(channel: Telegram, inbox: Inbox) -> AsyncIterator[None]:
    task = asyncio.create_task(channel.receive(inbox))
    try:
        yield
    finally:
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task


def to(person: Person, text: str = "Dạ em chào", **more: Any) -> OutgoingMessage:
    return OutgoingMessage(1, "telegram", str(person.id), text, **more)
