"""Updates that are brought: whose they are, and when they are taken for stored."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator

import pytest

from bot.channels.telegram import Telegram
from tests.bot.channels.brought import Brought
from tests.bot.channels.telegram.conftest import SECRET, HastyClock, Inbox, receiving
from tests.emulators.telegram.emulator import Emulator
from tests.emulators.telegram.people import Person
from tests.emulators.telegram.world import Bot
from tests.fakes import BUTTON_KEY


@pytest.fixture
async def brought(emulator: Emulator, bot: Bot, clock: HastyClock) -> AsyncIterator[Telegram]:
    async with Telegram(
        bot.token,
        clock,
        api_url=emulator.url,
        webhook_url="http://127.0.0.1:9/webhooks/telegram",
        webhook_secret=SECRET,
        button_key=BUTTON_KEY,
    ) as channel:
        yield channel


def first_update(bot: Bot) -> bytes:
    return json.dumps(bot.queue.pending()[0].json()).encode()


async def test_the_webhook_is_set_with_secret_and_kinds(
    brought: Telegram, emulator: Emulator, bot: Bot, inbox: Inbox
) -> None:
    async with receiving(brought, inbox):
        await emulator.wait_for(lambda: bot.webhook.url)

    assert bot.webhook.secret == SECRET
    assert bot.queue.allowed == ("message", "edited_message", "callback_query", "my_chat_member")


async def test_a_brought_update_is_200_once_stored_and_503_when_it_could_not_be(
    brought: Telegram, bot: Bot, inbox: Inbox, lan: Person
) -> None:
    body = first_update(bot)

    assert await brought.webhook(Brought(body), SECRET) == 503  # nobody is there yet
    async with receiving(brought, inbox):
        await asyncio.sleep(0)
        inbox.full = True
        assert await brought.webhook(Brought(body), SECRET) == 503
        inbox.full = False
        assert await brought.webhook(Brought(body), SECRET) == 200

    assert inbox.texts == ["start"]


@pytest.mark.parametrize("secret", [None, "", "sai", SECRET + "x", "bí-mật"])
async def test_a_wrong_secret_is_refused_and_counted(
    brought: Telegram, bot: Bot, inbox: Inbox, lan: Person, secret: str | None
) -> None:
    forged = Brought(first_update(bot))
    async with receiving(brought, inbox):
        await asyncio.sleep(0)
        assert await brought.webhook(forged, secret) == 403

    assert not forged.was_read, "whoever has no secret is listened to no longer than that takes"
    assert inbox.stored == {}
    assert brought.refused_webhooks == 1


async def test_a_channel_without_a_secret_lets_nobody_in(
    channel: Telegram, inbox: Inbox, bot: Bot, lan: Person
) -> None:
    async with receiving(channel, inbox):
        await asyncio.sleep(0)
        assert await channel.webhook(Brought(first_update(bot)), "") == 403


@pytest.mark.parametrize(
    ("body", "status"), [(b"{", 400), (b"\xff", 400), (b"[]", 200), (b'{"update_id": 1}', 200)]
)
async def test_a_body_that_is_no_update_stops_nothing(
    brought: Telegram, inbox: Inbox, body: bytes, status: int
) -> None:
    async with receiving(brought, inbox):
        await asyncio.sleep(0)
        assert await brought.webhook(Brought(body), SECRET) == status

    assert inbox.stored == {}
