"""What went wrong with a sending, what to do about it, and that no log has the token."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from structlog.testing import capture_logs

from bot.channels.telegram import Telegram
from handlers.channel import (
    AnswerLostError,
    Button,
    ChannelError,
    ChatClosedError,
    ChatMovedError,
    Mark,
    MessageRefusedError,
    OutgoingMessage,
    OutOfReachError,
)
from tests.bot.channels.telegram.conftest import YES_NO, Inbox, receiving, to
from tests.emulators.telegram.emulator import Emulator
from tests.emulators.telegram.faults import Trouble
from tests.emulators.telegram.people import Person
from tests.emulators.telegram.world import Bot


@pytest.mark.parametrize(
    ("trouble", "more", "raised"),
    [
        (Trouble.SERVER_ERROR, {}, ChannelError),
        (Trouble.BAD_GATEWAY, {}, ChannelError),
        (Trouble.DROPPED, {}, AnswerLostError),
        (Trouble.ANSWER_LOST, {}, AnswerLostError),
        (Trouble.REFUSED, {"code": 504, "description": "Gateway Timeout"}, AnswerLostError),
        (Trouble.REFUSED, {"code": 413, "description": "Too Large"}, MessageRefusedError),
        (Trouble.REFUSED, {"description": "Bad Request: chat not found"}, ChatClosedError),
        (
            Trouble.REFUSED,
            {"code": 403, "description": "Forbidden: user is deactivated"},
            ChatClosedError,
        ),
    ],
)
async def test_each_failure_is_told_as_what_can_be_done_about_it(
    channel: Telegram,
    emulator: Emulator,
    lan: Person,
    trouble: Trouble,
    more: dict[str, Any],
    raised: type[ChannelError],
) -> None:
    emulator.fail_next(trouble, "sendMessage", **more)

    with pytest.raises(ChannelError) as caught:
        await channel.send(to(lan))

    assert type(caught.value) is raised
    assert not caught.value.whole_channel


async def test_a_flood_stops_the_whole_channel_for_as_long_as_telegram_says(
    channel: Telegram, emulator: Emulator, lan: Person
) -> None:
    emulator.fail_next(Trouble.FLOOD, "sendMessage", seconds=37)

    with pytest.raises(ChannelError) as caught:
        await channel.send(to(lan))

    assert (caught.value.retry_after, caught.value.whole_channel) == (37, True)


async def test_nobody_listening_means_surely_not_sent(
    channel: Telegram, emulator: Emulator, lan: Person
) -> None:
    async with emulator.offline():
        with pytest.raises(ChannelError) as caught:
            await channel.send(to(lan))

    assert type(caught.value) is OutOfReachError


async def test_an_answer_cut_off_is_told_and_not_written_to_the_log(
    channel: Telegram, emulator: Emulator, lan: Person, caplog: pytest.LogCaptureFixture
) -> None:
    emulator.fail_next(Trouble.CUT_OFF, "sendMessage")

    with pytest.raises(AnswerLostError):
        await channel.send(to(lan, "chị Lan cần 3 căn"))

    assert len(lan.chat_with().from_bots()) == 1
    assert caplog.records == []


async def test_a_gateways_own_refusal_is_no_answer_of_telegrams(
    channel: Telegram, emulator: Emulator, lan: Person
) -> None:
    emulator.fail_next(Trouble.GATEWAY_REFUSES, "sendMessage")

    with pytest.raises(ChannelError) as caught:
        await channel.send(to(lan))

    assert type(caught.value) is ChannelError


@pytest.mark.parametrize(
    "reason",
    [
        "can't parse MessageEntity: Unsupported type specified",
        "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    ],
)
async def test_a_server_that_knows_no_such_mark_or_button_still_gets_the_card(
    channel: Telegram, emulator: Emulator, lan: Person, reason: str
) -> None:
    emulator.fail_next(Trouble.REFUSED, "sendMessage", description=f"Bad Request: {reason}")
    marks = (Mark(0, 4, datetime.now(UTC)),)
    buttons = (*YES_NO, (Button("📋 0912", "", copies="0912"),))

    await channel.send(replace(to(lan, "hạn: 5 phút", buttons=buttons), marks=marks))

    (card,) = lan.chat_with().from_bots()
    assert card.labels == ["Có", "Không"]
    plain = emulator.calls_of("sendMessage")[-1].parameters
    assert "entities" not in plain
    assert "style" not in plain["reply_markup"]


async def test_a_text_that_telegram_never_takes(channel: Telegram, lan: Person) -> None:
    with pytest.raises(MessageRefusedError):
        await channel.send(to(lan, "  "))


async def test_who_blocked_us_and_who_never_came(
    channel: Telegram, emulator: Emulator, lan: Person
) -> None:
    lan.blocks()

    with pytest.raises(ChatClosedError):
        await channel.send(to(lan))
    with pytest.raises(ChatClosedError):
        await channel.send(to(emulator.person("Minh")))


async def test_a_group_that_moved_says_where(
    channel: Telegram, emulator: Emulator, bot: Bot, lan: Person
) -> None:
    group = emulator.group("Sales", lan)
    lan.adds(bot, group)
    moved = emulator.migrate(group, lan)

    with pytest.raises(ChatMovedError) as caught:
        await channel.send(OutgoingMessage(1, "telegram", str(group.id), "khách mới"))

    assert caught.value.new_chat_id == str(moved.id)


@pytest.fixture
def loud() -> Iterator[None]:
    """Everything that the libraries have to say is logged."""
    loggers = [logging.getLogger(name) for name in ("httpx", "httpcore", "telegram")]
    for logger in loggers:
        logger.setLevel(logging.DEBUG)
    yield
    for logger in loggers:
        logger.setLevel(logging.NOTSET)


@pytest.mark.usefixtures("loud")
async def test_the_token_stands_in_no_log_record_and_no_error(
    channel: Telegram,
    emulator: Emulator,
    bot: Bot,
    inbox: Inbox,
    lan: Person,
    caplog: pytest.LogCaptureFixture,
) -> None:
    errors: list[ChannelError] = []
    with capture_logs() as logs:
        async with receiving(channel, inbox):
            await emulator.wait_for(lambda: inbox.stored)
            for trouble in (Trouble.DROPPED, Trouble.BAD_GATEWAY, Trouble.ANSWER_LOST):
                emulator.fail_next(trouble, "sendMessage")
                with pytest.raises(ChannelError) as caught:
                    await channel.send(to(lan))
                errors.append(caught.value)

    said = [caplog.text, json.dumps(logs), *map(repr, errors)]
    said += [repr(error.__cause__) for error in errors]
    assert "POST" in caplog.text
    assert not any(bot.token in text or bot.token.partition(":")[2] in text for text in said)
