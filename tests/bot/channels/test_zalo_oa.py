"""The official account against its platform: signatures, windows, quota and rotating tokens."""

from __future__ import annotations

import asyncio
import contextlib
import json
import threading
from collections.abc import AsyncIterator, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from bot.channels.zalo_http import OwnerNeededError, new_client
from bot.channels.zalo_oa import ZaloOA
from bot.channels.zalo_oa_tokens import Pair, PairFile, Tokens
from handlers.channel import (
    ChannelError,
    ChatClosedError,
    Enclosure,
    Kind,
    Media,
    MessageRefusedError,
    OutgoingMessage,
)
from handlers.clock import Clock
from tests.bot.channels.brought import Brought
from tests.bot.channels.parts import say_all
from tests.bot.channels.test_zalo_bot import NOW, HastyClock, Inbox
from tests.emulators.zalo.oa_api import APP_ID, APP_SECRET, OA_SECRET
from tests.emulators.zalo.server import Zalo
from tests.fakes import FakeClock

LAN = "user-lan"
JPEG = b"\xff\xd8\xff\xe0 a picture"


@pytest.fixture
async def zalo() -> AsyncIterator[Zalo]:
    async with Zalo() as running:
        running.account.now = NOW
        yield running


@contextlib.asynccontextmanager
async def account(
    zalo: Zalo,
    folder: Path,
    clock: Clock | None = None,
    *,
    access: str = "access-1",
    refresh: str = "refresh-1",
) -> AsyncIterator[ZaloOA]:
    clock, client = clock or HastyClock(), new_client()
    tokens = Tokens(
        client,
        clock,
        PairFile(folder / "tokens.json"),
        oauth_url=zalo.url,
        app_id=APP_ID,
        app_secret=APP_SECRET,
        access=access,
        refresh=refresh,
    )
    async with ZaloOA(client, tokens, clock, api_url=zalo.url, secret=OA_SECRET) as channel:
        yield channel


@contextlib.contextmanager
def receiving(channel: ZaloOA, inbox: Inbox) -> Iterator[None]:
    task = asyncio.create_task(channel.receive(inbox))
    try:
        yield
    finally:
        task.cancel()


def text_to(chat: str, text: str, media: Media | None = None) -> OutgoingMessage:
    return OutgoingMessage(1, "zalo_oa", chat, text, media=media)


class Door:
    """A web server before a channel: what the program's own routes do."""

    def __init__(self, channel: ZaloOA) -> None:
        self._channel = channel

    async def __aenter__(self) -> str:
        from aiohttp import web

        async def take(request: web.Request) -> web.Response:
            headers = {name.lower(): value for name, value in request.headers.items()}
            return web.Response(status=await self._channel.webhook(request.read, headers))

        application = web.Application()
        application.router.add_post("/hook", take)
        self._runner = web.AppRunner(application, shutdown_timeout=0.1, access_log=None)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        return f"http://127.0.0.1:{self._runner.addresses[0][1]}/hook"

    async def __aexit__(self, *error: object) -> None:
        await self._runner.cleanup()


# --- receiving


async def test_events_are_told_in_our_words_and_echoes_are_not(zalo: Zalo, tmp_path: Path) -> None:
    inbox, oa = Inbox(), zalo.account
    async with account(zalo, tmp_path) as channel, Door(channel) as oa.webhook:
        with receiving(channel, inbox):
            await asyncio.sleep(0)
            card = json.dumps({"phone": "84912345678"})
            events = [
                oa.text(LAN, "xin chào"),
                oa.text(LAN, "/start T11-POS"),
                oa.attachment("user_send_image", LAN, url=f"{zalo.url}/files/nha"),
                oa.attachment("user_send_file", LAN, url="https://x.example/a", name="giá.pdf"),
                oa.attachment("user_send_audio", LAN, url="https://x.example/v"),
                oa.attachment("user_send_business_card", LAN, description=card),
                oa.event("user_submit_info", LAN, info={"name": "Lan", "phone": 84987654321}),
                oa.event("unfollow", LAN),
                oa.event("follow", LAN),
                oa.event("oa_send_text", LAN, message={"msg_id": "e1", "text": "của ta"}),
                oa.event("user_seen_message", LAN, message={"msg_ids": ["os1", "os2"]}),
                oa.event("something_new", LAN),
            ]
            assert [await oa.bring(event) for event in events] == [200] * len(events)

    said = inbox.got
    assert [one.kind for one in said[:2]] == [Kind.TEXT, Kind.START]
    assert [one.attachment for one in said[2:5]] == ["photo", "document", "voice"]
    assert said[3].file_name == "giá.pdf"
    forwarded, own = said[5], said[6]
    assert (forwarded.phone, forwarded.phone_is_own) == ("+84912345678", False)
    assert (own.phone, own.phone_is_own, own.sender_name) == ("+84987654321", True, "Lan")
    assert [one.kind for one in said[7:9]] == [Kind.BLOCKED, Kind.UNBLOCKED]
    read = said[9]
    assert (read.kind, read.chat_id, read.seen) == (Kind.SEEN, LAN, ("os1", "os2"))
    assert len({one.key for one in said}) == len(said)


async def test_only_the_signature_of_the_raw_body_opens_the_door(
    zalo: Zalo, tmp_path: Path
) -> None:
    inbox, oa = Inbox(), zalo.account
    async with account(zalo, tmp_path) as channel, Door(channel) as oa.webhook:
        with receiving(channel, inbox):
            await asyncio.sleep(0)
            event = oa.text(LAN, "xin chào")
            assert await oa.bring(event) == 200
            assert await oa.bring(event, prefix="") == 200
            assert await oa.bring(oa.text(LAN, "giờ ở đầu"), in_header=True) == 200
            assert await oa.bring(event, secret=APP_SECRET) == 403
            for odd in (timedelta(hours=-3), timedelta(minutes=10)):
                oa.now = NOW + odd
                assert await oa.bring(oa.text(LAN, "cũ, hoặc từ mai")) == 403
            oa.now = NOW
            assert await oa.bring({**event, "timestamp": "hôm qua"}) == 403
            for shown in ({}, {"x-zevent-signature": "mac="}):
                unsigned = Brought(b"[]")
                assert await channel.webhook(unsigned, shown) == 403
                assert not unsigned.was_read
            for body in (b"[]", b"\xff"):
                signed = {"x-zevent-signature": "mac=" + "0" * 64}
                assert await channel.webhook(Brought(body), signed) == 403
            inbox.full = True
            assert await oa.bring(event) == 503, "Zalo brings it again"
        await asyncio.sleep(0)

    assert {one.key for one in inbox.got} == {"m:om000001", "m:om000002"}
    assert channel.refused_webhooks == 8


# --- tokens


async def test_a_token_that_ended_is_renewed_once_for_all_who_send(
    zalo: Zalo, tmp_path: Path
) -> None:
    oa = zalo.account
    oa.text(LAN, "chào")
    async with account(zalo, tmp_path, access="ended") as channel:
        ids = await asyncio.gather(*(channel.send(text_to(LAN, f"{n}")) for n in range(5)))

    assert len(set(ids)) == 5
    assert oa.renewals == 1


async def test_a_pair_is_kept_before_it_is_used_and_the_owners_newer_one_goes_before_it(
    zalo: Zalo, tmp_path: Path
) -> None:
    oa = zalo.account
    oa.text(LAN, "chào")
    async with account(zalo, tmp_path, access="ended") as channel:
        await channel.send(text_to(LAN, "một"))
    kept = json.loads((tmp_path / "tokens.json").read_text())
    assert (kept["access"], kept["refresh"]) == (oa.access, oa.refresh)

    async with account(zalo, tmp_path, access="ended") as channel:
        await channel.send(text_to(LAN, "hai"))
    assert oa.renewals == 1

    oa.access, oa.refresh = "access-anew", "refresh-anew"
    async with account(zalo, tmp_path, access="access-anew", refresh="refresh-anew") as channel:
        await channel.send(text_to(LAN, "ba"))
    assert oa.renewals == 1


async def test_a_pair_that_cannot_be_kept_is_used_all_the_same(zalo: Zalo, tmp_path: Path) -> None:
    oa = zalo.account
    oa.text(LAN, "chào")
    (tmp_path / "in the way").write_text("a file where the folder should be")

    async with account(zalo, tmp_path / "in the way", access="ended") as channel:
        with capture_logs() as logs:
            await channel.send(text_to(LAN, "một"))
        await channel.send(text_to(LAN, "hai"))

    assert oa.texts(LAN) == ["một", "hai"]
    assert oa.renewals == 1
    assert any("a restart would lose them" in one["event"] for one in logs)


async def test_a_late_look_into_the_file_does_not_bring_a_spent_pair_back(
    zalo: Zalo, tmp_path: Path
) -> None:
    class SlowFile(PairFile):
        """The first who looks waits for the disk until all the others are through."""

        looks = 0

        def load(self, given: str) -> Pair | None:
            self.looks += 1
            pair = super().load(given)
            if self.looks == 1:
                through.wait(10)
            return pair

    through = threading.Event()
    client = new_client()
    tokens = Tokens(
        client,
        HastyClock(),
        SlowFile(tmp_path / "tokens.json"),
        oauth_url=zalo.url,
        app_id=APP_ID,
        app_secret=APP_SECRET,
        access="access-1",
        refresh="refresh-1",
    )
    async with client:
        slow = asyncio.create_task(tokens.access())
        await asyncio.sleep(0.05)
        assert await tokens.renewed("access-1") == "access-2"
        through.set()

        assert await slow == "access-2"
        assert await tokens.access() == "access-2"


async def test_a_token_is_renewed_before_it_ends(zalo: Zalo, tmp_path: Path) -> None:
    clock = FakeClock(NOW)
    oa = zalo.account
    oa.text(LAN, "chào")
    async with account(zalo, tmp_path, clock) as channel:
        await channel.send(text_to(LAN, "một"))
        assert oa.renewals == 0
        clock.wind(timedelta(hours=7))
        await channel.send(text_to(LAN, "hai"))
        assert oa.renewals == 1
        clock.wind(timedelta(hours=14))
        await channel.send(text_to(LAN, "ba"))
        assert oa.renewals == 1, "25 hours of life, not yet time"
        clock.wind(timedelta(hours=2))
        await channel.send(text_to(LAN, "bốn"))
        assert oa.renewals == 2


async def test_tokens_that_are_taken_no_more_need_the_owner(zalo: Zalo, tmp_path: Path) -> None:
    async with account(zalo, tmp_path, access="ended", refresh="spent") as channel:
        with pytest.raises(OwnerNeededError, match="DUYEN_ZALO_OA_REFRESH_TOKEN"):
            await channel.send(text_to(LAN, "một"))


# --- sending


@pytest.mark.parametrize(
    ("code", "error"),
    [
        (-32, ChannelError),
        (-211, MessageRefusedError),
        (-213, ChatClosedError),
        (-218, MessageRefusedError),
        (-227, ChatClosedError),
        (-224, OwnerNeededError),
        (-230, MessageRefusedError),
        (-99999, MessageRefusedError),
    ],
)
async def test_a_refusal_is_told_in_our_words(
    zalo: Zalo, tmp_path: Path, code: int, error: type[ChannelError]
) -> None:
    zalo.account.text(LAN, "chào")
    zalo.account.refuse_next.append(code)
    async with account(zalo, tmp_path) as channel:
        with pytest.raises(ChannelError) as told:
            await channel.send(text_to(LAN, "chào chị"))

    assert type(told.value) is error
    assert told.value.whole_channel == (code in (-32, -224))


async def test_a_reps_picture_and_paper_are_uploaded_and_what_zalo_does_not_take_is_refused(
    zalo: Zalo, tmp_path: Path
) -> None:
    oa = zalo.account
    oa.text(LAN, "chào")
    async with account(zalo, tmp_path) as channel:
        picture = Media("photo", "id", "telegram", content=JPEG)
        paper = Media("document", "id", "telegram", "giá.pdf", b"%PDF-1.7 gia")
        await say_all(channel, text_to(LAN, "Căn góc đây ạ", picture))
        await channel.send(text_to(LAN, "", paper))
        for odd in (b"OggS voice", JPEG + bytes(1024 * 1024)):
            with pytest.raises(MessageRefusedError, match="1 MB"):
                await channel.send(text_to(LAN, "", Media("voice", "id", "telegram", content=odd)))

    shown = [one["message"] for one in oa.sent]
    assert shown[0]["attachment"]["payload"]["elements"][0]["attachment_id"] == "up1"
    assert shown[1] == {"text": "Căn góc đây ạ"}
    assert shown[2]["attachment"] == {"type": "file", "payload": {"token": "up2"}}
    assert oa.uploads == [("image", "picture.jpg", len(JPEG)), ("file", "giá.pdf", 12)]


async def test_an_upload_whose_answer_is_lost_has_shown_nobody_anything(
    zalo: Zalo, tmp_path: Path
) -> None:
    zalo.account.text(LAN, "chào")
    zalo.account.lose_uploads = 1
    async with account(zalo, tmp_path) as channel:
        with pytest.raises(ChannelError) as told:
            await channel.send(
                text_to(LAN, "Căn góc", Media("photo", "id", "telegram", content=JPEG))
            )

    assert type(told.value) is ChannelError, "sent again, and not held as if it had left"
    assert zalo.account.sent == []


async def test_the_owners_pictures_go_first_and_papers_are_named_by_their_place(
    zalo: Zalo, tmp_path: Path
) -> None:
    oa = zalo.account
    oa.text(LAN, "chào")
    encloses = (
        Enclosure("photo", "https://shop.example/a.jpg"),
        Enclosure("document", "https://shop.example/gia.pdf"),
        Enclosure("photo", "nha.jpg", JPEG),
    )
    async with account(zalo, tmp_path) as channel:
        await say_all(channel, OutgoingMessage(1, "zalo_oa", LAN, "Mẫu mới", encloses=encloses))

    shown = [one["message"] for one in oa.sent]
    places = [one["attachment"]["payload"]["elements"][0] for one in shown[:2]]
    assert places == [
        {"media_type": "image", "url": "https://shop.example/a.jpg"},
        {"media_type": "image", "attachment_id": "up1"},
    ]
    assert shown[2] == {"text": "Mẫu mới\nhttps://shop.example/gia.pdf"}
