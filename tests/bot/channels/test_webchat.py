"""The website's channel without its HTTP: what a visitor said, who is woken, when it is closed."""

from __future__ import annotations

import asyncio

import pytest
from pydantic import ValidationError

from bot.channels.webchat import (
    ChannelClosedError,
    Said,
    WebChat,
    chat_id_of,
    incoming,
    new_token,
)
from handlers.channel import IncomingMessage, Kind, OutgoingMessage
from tests.bot.tasks import running
from tests.fakes import MORNING, FakeClock

CHAT = chat_id_of("a token")


@pytest.fixture
def webchat() -> WebChat:
    return WebChat("https://chat.example/", FakeClock().now)


def line(line_id: int, edits: str = "") -> OutgoingMessage:
    return OutgoingMessage(line_id, WebChat.name, CHAT, "Dạ em chào", edits=edits)


def test_what_a_visitor_types_keeps_its_words_and_loses_what_no_database_takes() -> None:
    message = incoming(Said(id="1", text="chào\x00 em\ud800"), CHAT, MORNING)

    assert (message.kind, message.text, message.key) == (Kind.TEXT, "chào em\ufffd", "w:1")
    assert message.sent_at == MORNING


def test_a_tap_names_the_button_and_the_line_it_stands_on() -> None:
    message = incoming(Said(id="2", kind="button", button="1:yes", on="17"), CHAT, MORNING)

    assert (message.kind, message.button) == (Kind.BUTTON, "1:yes")
    assert message.platform_message_id == "17"


@pytest.mark.parametrize(
    ("said", "payload"),
    [
        (Said(id="3", text="/start hoi-cho"), "hoi-cho"),
        (Said(id="3", text="/start"), ""),
        (Said(id="3", kind="start", text="hoi-cho"), "hoi-cho"),
    ],
)
def test_a_start_hands_its_payload_over_however_it_comes(said: Said, payload: str) -> None:
    message = incoming(said, CHAT, MORNING)

    assert (message.kind, message.text) == (Kind.START, payload)


def test_a_word_that_only_begins_like_start_is_text() -> None:
    assert incoming(Said(id="3", text="/started"), CHAT, MORNING).kind is Kind.TEXT


def test_nobody_vouches_for_the_number_of_a_visitor() -> None:
    typed = incoming(Said(id="4", text="0912 345 678"), CHAT, MORNING)

    assert (typed.phone, typed.phone_is_own) == ("", False)
    with pytest.raises(ValidationError, match="kind"):
        Said.model_validate({"id": "4", "kind": "contact", "text": "0912 345 678"})


def test_tokens_differ_and_the_chat_does_not_give_its_token_away() -> None:
    first, second = new_token(), new_token()

    assert first != second
    assert len(first) >= 43  # 256 bits in base64
    assert first not in chat_id_of(first)


async def test_sending_wakes_the_pages_of_that_chat_and_no_other(webchat: WebChat) -> None:
    async with running(webchat.receive(_forget)):
        await webchat.opened()
        with webchat.listening(CHAT) as page, webchat.listening("another") as other:
            platform_id = await webchat.send(line(7))

            assert platform_id == "7"
            assert await page.rung(within=1)
            assert not await other.rung(within=0.01)


async def test_a_changed_bubble_keeps_its_name(webchat: WebChat) -> None:
    assert await webchat.send(line(8, edits="7")) == "7"


async def test_a_typing_sign_is_seen_once_and_ends_with_the_answer(webchat: WebChat) -> None:
    async with running(webchat.receive(_forget)):
        await webchat.opened()
        with webchat.listening(CHAT) as page:
            await webchat.show_typing(CHAT)
            assert page.took_typing()
            assert not page.took_typing()

            await webchat.show_typing(CHAT)
            await webchat.send(line(9))
            assert not page.took_typing()


async def test_nothing_is_taken_before_the_channel_opens_nor_after_it_closes(
    webchat: WebChat,
) -> None:
    said = Said(id="5", text="chào")
    with pytest.raises(ChannelClosedError):
        await webchat.say(said, CHAT)

    async with running(webchat.receive(_forget)):
        await webchat.opened()
        await webchat.say(said, CHAT)

    with pytest.raises(ChannelClosedError):
        await webchat.say(said, CHAT)


async def test_closing_sends_every_open_page_away(webchat: WebChat) -> None:
    async with running(webchat.receive(_forget)) as receiving:
        await webchat.opened()
        with webchat.listening(CHAT) as page:
            receiving.cancel()

            assert await page.rung(within=1)
            assert page.closed
    assert webchat.open_pages() == 0


async def test_what_cannot_be_stored_is_not_acknowledged(webchat: WebChat) -> None:
    async def full_disk(_: IncomingMessage) -> None:
        await asyncio.sleep(0)
        raise OSError("disk full")

    async with running(webchat.receive(full_disk)):
        await webchat.opened()
        with pytest.raises(OSError, match="disk full"):
            await webchat.say(Said(id="6", text="chào"), CHAT)


def test_a_start_link_opens_the_teams_page_and_keeps_the_payload_out_of_logs(
    webchat: WebChat,
) -> None:
    link = webchat.start_link("join_a b")

    assert link == "https://chat.example/inbox#start=join_a%20b"


async def _forget(_: IncomingMessage) -> None:
    """A reception that takes everything."""
