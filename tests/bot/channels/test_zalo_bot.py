"""The Zalo bot against its platform: told once, stored once, sent once, no bad day raised."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime

import pytest
from structlog.testing import capture_logs

from bot.channels.zalo_bot import ZaloBot
from bot.channels.zalo_bot_incoming import moment
from handlers.channel import (
    AnswerLostError,
    ChannelError,
    ChatClosedError,
    Enclosure,
    IncomingMessage,
    Kind,
    MessageRefusedError,
    OutgoingMessage,
    PartTakenError,
)
from tests.bot.channels.brought import Brought
from tests.bot.channels.parts import say_all
from tests.emulators.zalo.bot_api import TOKEN
from tests.emulators.zalo.server import Zalo
from tests.waiting import until

NOW = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)
AT = int(NOW.timestamp() * 1000) - 5000
LAN = "user-lan"


class HastyClock:
    """Stands still; a second of sleep is a hundredth of one."""

    def now(self) -> datetime:
        return NOW

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds / 100)


@dataclass
class Inbox:
    """Stands in for reception: keeps every message, and refuses while `full`."""

    got: list[IncomingMessage] = field(default_factory=list)
    full: bool = False

    async def __call__(self, message: IncomingMessage) -> None:
        if self.full:
            raise OSError("the disk is full")
        self.got.append(message)

    async def has(self, count: int) -> list[IncomingMessage]:
        await until(lambda: len(self.got) >= count)
        return self.got


@pytest.fixture
async def zalo() -> AsyncIterator[Zalo]:
    async with Zalo() as running:
        yield running


@pytest.fixture
async def channel(zalo: Zalo) -> AsyncIterator[ZaloBot]:
    async with ZaloBot(TOKEN, HastyClock(), api_url=zalo.url) as channel:
        yield channel


@pytest.fixture
def inbox() -> Inbox:
    return Inbox()


@contextlib.contextmanager
def receiving(channel: ZaloBot, inbox: Inbox) -> Iterator[None]:
    task = asyncio.create_task(channel.receive(inbox))
    try:
        yield
    finally:
        task.cancel()


def text_to(chat: str, text: str, *encloses: Enclosure) -> OutgoingMessage:
    return OutgoingMessage(1, "zalo_bot", chat, text, encloses=encloses)


# --- receiving


async def test_what_people_write_and_send_is_told_in_our_words(
    zalo: Zalo, channel: ZaloBot, inbox: Inbox
) -> None:
    with receiving(channel, inbox):
        await zalo.bot.bring(zalo.bot.text(LAN, "xin chào", at_ms=AT, name="Lan\u202e"))
        await zalo.bot.bring(zalo.bot.text(LAN, "/start T11-POS", at_ms=AT))
        await zalo.bot.bring(zalo.bot.image(LAN, f"{zalo.url}/files/nha", "nhà em", at_ms=AT))
        await zalo.bot.bring(zalo.bot.sticker(LAN, at_ms=AT))
        hello, start, picture, sticker = await inbox.has(4)

    assert (hello.kind, hello.text, hello.sender_name) == (Kind.TEXT, "xin chào", "Lan")
    assert hello.sent_at == datetime.fromtimestamp(AT / 1000, UTC)
    assert (start.kind, start.text) == (Kind.START, "T11-POS")
    assert (picture.attachment, picture.text) == ("photo", "nhà em")
    zalo.files["nha"] = b"\xff\xd8\xff nha"
    assert await channel.fetch(picture.file) == b"\xff\xd8\xff nha"
    assert (sticker.kind, sticker.attachment) == (Kind.ATTACHMENT, "sticker")


async def test_a_server_that_repeats_itself_is_heard_once_and_not_asked_without_a_pause(
    zalo: Zalo, channel: ZaloBot, inbox: Inbox
) -> None:
    zalo.bot.repeats = True
    with receiving(channel, inbox):
        await zalo.bot.bring(zalo.bot.text(LAN, "một", at_ms=AT))
        await inbox.has(1)
        await asyncio.sleep(0.2)
        await zalo.bot.bring(zalo.bot.text(LAN, "hai", at_ms=AT))
        await inbox.has(2)

    assert [one.text for one in inbox.got] == ["một", "hai"]
    assert zalo.bot.polls < 60, "a hundredth of a second between two polls"


async def test_what_cannot_be_stored_comes_again(
    zalo: Zalo, channel: ZaloBot, inbox: Inbox
) -> None:
    zalo.bot.repeats = inbox.full = True
    with receiving(channel, inbox), capture_logs() as logs:
        await zalo.bot.bring(zalo.bot.text(LAN, "đừng mất", at_ms=AT))
        await asyncio.sleep(0.1)
        inbox.full = False
        await inbox.has(1)

    told = [one for one in logs if one["event"] == "message not stored, it stays with zalo"]
    assert len(told) == 1
    assert inbox.got[0].text == "đừng mất"


async def test_webhooks_are_set_with_our_secret_and_refused_with_another(
    zalo: Zalo, inbox: Inbox
) -> None:
    secret, address = "bi-mat-cua-toi", "https://chat.example/webhooks/zalo-bot"
    async with ZaloBot(
        TOKEN, HastyClock(), api_url=zalo.url, webhook_url=address, webhook_secret=secret
    ) as channel:
        with receiving(channel, inbox):
            await until(lambda: zalo.bot.webhook is not None)
            right, wrong = ({"x-bot-api-secret-token": one} for one in (secret, "guess"))
            bare = b'{"event_name":"message.text.received","message":{"message_id":"1",'
            bare += b'"chat":{"id":"u","chat_type":"PRIVATE"},"from":{"id":"u"},"text":"a"}}'
            wrapped = b'{"ok":true,"result":' + bare.replace(b'"1"', b'"2"') + b"}"
            assert await channel.webhook(Brought(bare), right) == 200
            assert await channel.webhook(Brought(wrapped), right) == 200
            assert await channel.webhook(Brought(bare), wrong) == 403
            assert await channel.webhook(Brought(b"no json"), right) == 400
            inbox.full = True
            assert await channel.webhook(Brought(bare), right) == 503
        await asyncio.sleep(0)

    assert zalo.bot.webhook == (address, secret)
    assert [one.key for one in inbox.got] == ["m:1", "m:2"]
    assert channel.refused_webhooks == 1


@pytest.mark.parametrize(
    "raw",
    [
        b"[]",
        b"null",
        b"7",
        b'{"event_name": "message.text.received"}',
        b'{"event_name": "message.text.received", "message": {"text": 5, "message_id": 1}}',
        b'{"event_name": "message.follow", "message": {"from": {}}}',
    ],
)
async def test_what_is_no_message_is_passed_over(zalo: Zalo, inbox: Inbox, raw: bytes) -> None:
    async with ZaloBot(
        TOKEN,
        HastyClock(),
        api_url=zalo.url,
        webhook_url="https://x.example",
        webhook_secret="12345678",
    ) as channel:
        with receiving(channel, inbox):
            await asyncio.sleep(0.05)
            assert (
                await channel.webhook(Brought(raw), {"x-bot-api-secret-token": "12345678"}) == 200
            )

    assert inbox.got == []


def test_a_time_is_read_in_milliseconds_and_seconds_and_never_lies_in_the_future() -> None:
    seconds = NOW.timestamp() - 60

    assert moment(seconds * 1000, NOW) == moment(str(seconds), NOW) == moment(seconds, NOW)
    for odd in (None, "", "gần đây", -5, 1e18, float("nan"), NOW.timestamp() * 2000):
        assert moment(odd, NOW) == NOW


# --- sending


async def test_a_long_text_goes_in_pieces_that_zalo_takes(zalo: Zalo, channel: ZaloBot) -> None:
    zalo.bot.chats.add(LAN)
    text = "Căn hộ hai phòng ngủ 🏠. " * 200

    assert await say_all(channel, text_to(LAN, text)) == "zs000003"

    assert " ".join(zalo.bot.texts(LAN)).split() == text.split()


async def test_a_picture_in_the_web_goes_with_the_words_under_it(zalo: Zalo) -> None:
    zalo.bot.chats.add(LAN)
    public = "https://chat.example"
    async with ZaloBot(TOKEN, HastyClock(), api_url=zalo.url, public_url=public) as channel:
        web = Enclosure("photo", "https://shop.example/a.jpg")
        own = Enclosure("photo", "anh/căn hộ.jpg")
        paper = Enclosure("document", "https://shop.example/gia.pdf")
        await channel.send(text_to(LAN, "Mẫu mới", web))
        await say_all(channel, text_to(LAN, "Hai mẫu", web, own, paper))

    first, *rest = zalo.bot.sent
    assert first.given["caption"] == "Mẫu mới"
    assert [one.given.get("photo") for one in rest] == [
        "https://shop.example/a.jpg",
        "https://chat.example/enclosed/anh/c%C4%83n%20h%E1%BB%99.jpg",
    ]
    assert rest[-1].given["caption"] == "Hai mẫu\nhttps://shop.example/gia.pdf"


@pytest.mark.parametrize(
    ("code", "description", "error"),
    [
        (400, "chat not found", ChatClosedError),
        (403, "bot was blocked by the user", ChatClosedError),
        (400, "text is too long", MessageRefusedError),
        (429, "Too Many Requests", ChannelError),
        (500, "Internal Server Error", ChannelError),
        (401, "Unauthorized", ChannelError),
    ],
)
async def test_a_refusal_is_told_in_our_words(
    zalo: Zalo, channel: ZaloBot, code: int, description: str, error: type[ChannelError]
) -> None:
    zalo.bot.chats.add(LAN)
    zalo.bot.refuse_next.append((code, description))

    with pytest.raises(ChannelError) as told:
        await channel.send(text_to(LAN, "chào chị"))

    assert isinstance(told.value, error)
    assert told.value.whole_channel == (code in (401, 429))
    assert TOKEN not in str(told.value)


async def test_a_text_whose_second_piece_is_refused_is_not_begun_again(
    zalo: Zalo, channel: ZaloBot
) -> None:
    zalo.bot.chats.add(LAN)
    zalo.bot.refuse_after = 1

    with pytest.raises(PartTakenError) as taken:
        await channel.send(text_to(LAN, "một " * 900))
    with pytest.raises(ChannelError):
        await channel.send(taken.value.rest)

    assert len(zalo.bot.sent) == 1


async def test_a_server_that_is_not_there_took_nothing() -> None:
    async with ZaloBot(TOKEN, HastyClock(), api_url="http://127.0.0.1:9") as nowhere:
        with pytest.raises(ChannelError) as refused:
            await nowhere.send(text_to(LAN, "chào"))

    assert not isinstance(refused.value, AnswerLostError)


async def test_the_token_stands_in_no_log(
    zalo: Zalo, channel: ZaloBot, caplog: pytest.LogCaptureFixture
) -> None:
    zalo.bot.chats.add(LAN)
    with caplog.at_level(logging.DEBUG):
        await channel.send(text_to(LAN, "chào chị"))
        await channel.show_typing(LAN)

    assert "sendMessage" in caplog.text
    assert TOKEN not in caplog.text
