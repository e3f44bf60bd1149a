"""The Telegram channel against the Bot API: nothing lost, nothing doubled, no bad day raised."""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any

import pytest
from structlog.testing import capture_logs

from bot.channels.telegram import Telegram
from bot.channels.text_pieces import units
from handlers.channel import (
    AnswerLostError,
    Button,
    ChannelError,
    ChatClosedError,
    ChatMovedError,
    Enclosure,
    IncomingMessage,
    Kind,
    Mark,
    MessageRefusedError,
    OutgoingMessage,
    OutOfReachError,
    PartTakenError,
    Style,
)
from tests.bot.channels.brought import Brought
from tests.bot.channels.parts import say_all
from tests.emulators.telegram.emulator import Emulator
from tests.emulators.telegram.faults import Trouble
from tests.emulators.telegram.people import PIXEL, Person
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


# Receiving by polling.


async def test_what_people_say_is_handed_over_in_order(
    channel: Telegram, emulator: Emulator, inbox: Inbox, lan: Person
) -> None:
    async with receiving(channel, inbox):
        lan.says("một")
        lan.says("hai")
        await emulator.wait_for(lambda: len(inbox.stored) == 3)
        lan.says("ba")
        await emulator.wait_for(lambda: len(inbox.stored) == 4)

    assert inbox.texts == ["start", "một", "hai", "ba"]
    assert inbox.repeats == 0


async def test_an_update_is_confirmed_only_when_it_is_stored(
    channel: Telegram, emulator: Emulator, bot: Bot, inbox: Inbox, lan: Person
) -> None:
    inbox.full = True
    async with receiving(channel, inbox):
        await emulator.wait_for(lambda: len(emulator.calls_of("getUpdates")) >= 3)
        assert len(bot.queue.pending()) == 1

        inbox.full = False
        await emulator.wait_for(lambda: not bot.queue.pending())

    assert inbox.texts == ["start"]


async def test_one_chat_that_cannot_be_stored_loses_nothing_of_the_others(
    channel: Telegram, emulator: Emulator, bot: Bot, inbox: Inbox, lan: Person
) -> None:
    people = [emulator.person(f"Khách {number}") for number in range(20)]
    for person in people:
        person.says("một")
        person.says("hai")

    failures = iter([True, False] * 8)

    async def sometimes(message: IncomingMessage) -> None:
        if next(failures, False):
            raise OSError("busy")
        await inbox(message)

    task = asyncio.create_task(channel.receive(sometimes))
    await emulator.wait_for(lambda: len(inbox.stored) == 41 and not bot.queue.pending())
    task.cancel()
    await asyncio.wait([task])

    for person in people:
        said = [one.text for (chat, _), one in inbox.stored.items() if chat == str(person.id)]
        assert said == ["một", "hai"]


async def test_numbers_that_restart_are_followed(
    channel: Telegram, emulator: Emulator, bot: Bot, inbox: Inbox, lan: Person
) -> None:
    async with receiving(channel, inbox):
        for week in range(4):
            lan.says(f"tuần {week}")
            await emulator.wait_for(lambda: len(inbox.stored) == week + 2)  # noqa: B023
            bot.queue.restart_numbers()

    assert inbox.texts == ["start", "tuần 0", "tuần 1", "tuần 2", "tuần 3"]


async def test_bad_days_are_waited_out(
    channel: Telegram, emulator: Emulator, clock: HastyClock, inbox: Inbox, lan: Person
) -> None:
    emulator.fail_next(Trouble.BAD_GATEWAY, "getMe")
    for trouble in (Trouble.SERVER_ERROR, Trouble.BAD_GATEWAY, Trouble.DROPPED):
        emulator.fail_next(trouble, "getUpdates")
    emulator.fail_next(Trouble.TOO_MANY_REQUESTS, "getUpdates", seconds=20)
    emulator.fail_next(Trouble.ANSWER_LOST, "getUpdates")

    with capture_logs() as logs:
        async with receiving(channel, inbox):
            await emulator.wait_for(lambda: inbox.stored)
            async with emulator.offline():
                await asyncio.sleep(0.05)
            lan.says("còn đó không")
            await emulator.wait_for(lambda: len(inbox.stored) == 2)

    assert inbox.texts == ["start", "còn đó không"]
    assert clock.slept[:6] == [1, 1, 2, 4, 20, 16]
    # Told once, not at every try.
    warnings = [entry["event"] for entry in logs if entry["log_level"] == "warning"]
    assert warnings == ["telegram does not answer, trying again"]


async def test_a_second_copy_is_told_in_one_clear_line(
    channel: Telegram, emulator: Emulator, bot: Bot, inbox: Inbox, clock: HastyClock
) -> None:
    with capture_logs() as logs:
        async with (
            receiving(channel, inbox),
            Telegram(bot.token, clock, api_url=emulator.url, button_key=BUTTON_KEY) as second,
            receiving(second, Inbox(emulator)),
        ):
            await emulator.wait_for(lambda: sum(call.status == 409 for call in emulator.calls) >= 4)

    conflicts = [entry for entry in logs if "another copy" in entry["event"]]
    # One line of each of the two.
    assert 1 <= len(conflicts) <= 2
    assert "terminated by other getUpdates request" in conflicts[0]["reason"]


async def test_a_wrong_token_is_told_without_the_token(
    emulator: Emulator, inbox: Inbox, clock: HastyClock
) -> None:
    token = "123456:AAWrongWrongWrongWrong"
    with capture_logs() as logs:
        async with (
            Telegram(token, clock, api_url=emulator.url, button_key=BUTTON_KEY) as channel,
            receiving(channel, inbox),
        ):
            await asyncio.sleep(0.1)

    [entry] = logs
    assert "DUYEN_TELEGRAM_TOKEN" in entry["event"]
    assert token not in json.dumps(entry)


async def test_an_update_that_cannot_be_read_is_passed_over(
    channel: Telegram, emulator: Emulator, bot: Bot, inbox: Inbox, lan: Person
) -> None:
    bot.queue.add("message", {"message_id": "khong phai so", "date": {}}, "chat")
    bot.queue.add("callback_query", {"id": "1"}, "taps")
    lan.says("vẫn nghe")

    async with receiving(channel, inbox):
        await emulator.wait_for(lambda: len(inbox.stored) == 2 and not bot.queue.pending())

    assert inbox.texts == ["start", "vẫn nghe"]


async def test_a_press_is_answered_after_it_is_stored(
    channel: Telegram, emulator: Emulator, inbox: Inbox, lan: Person
) -> None:
    async with receiving(channel, inbox):
        await channel.send(to(lan, buttons=YES_NO))
        shown = await emulator.next_message(lan.chat_with())
        inbox.full = True
        tap = lan.taps(shown, "Có")
        await asyncio.sleep(0.05)
        assert tap.answer is None

        inbox.full = False
        await emulator.wait_for(lambda: tap.answer)

    assert next(one.button for one in inbox.stored.values() if one.kind is Kind.BUTTON) == "1:yes"


async def test_only_what_we_offered_in_a_chat_can_be_pressed_there(
    channel: Telegram, emulator: Emulator, bot: Bot, inbox: Inbox, lan: Person, clock: HastyClock
) -> None:
    minh = emulator.person("Minh")
    minh.starts()
    await channel.send(to(lan, buttons=YES_NO))
    await channel.send(to(minh, buttons=YES_NO))
    hers = await emulator.next_message(lan.chat_with())
    his = await emulator.next_message(minh.chat_with())
    forged = ("1:yes", "1:yes" + "A" * 12, his.buttons[0]["callback_data"], "2:yes", "")

    with capture_logs() as logs:
        async with receiving(channel, inbox):
            for data in forged:
                lan.taps_stale(hers, data)
            lan.taps(hers, "Có")
            await emulator.wait_for(lambda: bot.queue.pending() == [])

    pressed = [one.button for one in inbox.stored.values() if one.kind is Kind.BUTTON]
    assert sorted(pressed) == [""] * len(forged) + ["1:yes"]
    assert len([one for one in logs if one["log_level"] == "warning"]) == len(forged)


async def test_a_button_outlives_the_process_that_made_it(
    channel: Telegram, emulator: Emulator, bot: Bot, inbox: Inbox, lan: Person, clock: HastyClock
) -> None:
    await channel.send(to(lan, buttons=YES_NO))
    shown = await emulator.next_message(lan.chat_with())

    async with (
        Telegram(bot.token, clock, api_url=emulator.url, button_key=BUTTON_KEY) as after_a_restart,
        receiving(after_a_restart, inbox),
    ):
        lan.taps(shown, "Có")
        await emulator.wait_for(lambda: "button" in inbox.texts)

    assert next(one.button for one in inbox.stored.values() if one.kind is Kind.BUTTON) == "1:yes"


async def test_a_press_that_is_too_old_to_answer_is_still_handed_over(
    channel: Telegram, emulator: Emulator, inbox: Inbox, lan: Person
) -> None:
    await channel.send(to(lan, buttons=YES_NO))
    shown = await emulator.next_message(lan.chat_with())
    emulator.fail_next(
        Trouble.REFUSED,
        "answerCallbackQuery",
        description="Bad Request: query is too old and response timeout expired",
    )

    with capture_logs() as logs:
        async with receiving(channel, inbox):
            lan.taps(shown, "Có")
            await emulator.wait_for(lambda: emulator.calls_of("answerCallbackQuery"))
            lan.says("tiếp")
            await emulator.wait_for(lambda: "tiếp" in inbox.texts)

    assert inbox.texts == ["start", "button", "tiếp"]
    assert [entry for entry in logs if entry["log_level"] != "info"] == []


# Receiving by webhook.


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


# Sending.


async def test_text_goes_out_plain_with_coloured_buttons(
    channel: Telegram, emulator: Emulator, lan: Person
) -> None:
    sent = await channel.send(to(lan, "Tôi <3 <b>anh</b> & {chị} _*", buttons=YES_NO))

    shown = await emulator.next_message(lan.chat_with())
    assert str(shown.id) == sent
    assert shown.text == "Tôi <3 <b>anh</b> & {chị} _*"
    assert "entities" not in shown.body
    assert [button.get("style") for button in shown.buttons] == ["success", "danger"]
    [call] = emulator.calls_of("sendMessage")
    assert "parse_mode" not in call.parameters


async def test_a_long_text_goes_out_in_pieces_with_the_buttons_under_the_last(
    channel: Telegram, emulator: Emulator, lan: Person
) -> None:
    paragraphs = [f"{number} " + "😀 căn hộ " * 200 for number in range(5)]

    sent = await say_all(channel, to(lan, "\n\n".join(paragraphs), buttons=YES_NO))

    shown = lan.chat_with().from_bots()
    assert len(shown) > 1
    assert all(units(message.text) <= 4096 for message in shown)
    assert " ".join(message.text for message in shown).split() == " ".join(paragraphs).split()
    assert [bool(message.buttons) for message in shown] == [False] * (len(shown) - 1) + [True]
    assert str(shown[-1].id) == sent


async def test_a_piece_is_a_request_of_its_own_and_the_rest_a_message_of_its_own(
    channel: Telegram, emulator: Emulator, lan: Person
) -> None:
    with pytest.raises(PartTakenError) as taken:
        await channel.send(to(lan, "một " * 2000))
    emulator.fail_next(Trouble.TOO_MANY_REQUESTS, "sendMessage", seconds=3)

    with pytest.raises(ChannelError) as refused:
        await channel.send(taken.value.rest)

    assert refused.value.whole_channel
    assert len(lan.chat_with().from_bots()) == 1


async def test_a_message_is_changed_in_place(
    channel: Telegram, emulator: Emulator, lan: Person
) -> None:
    sent = await channel.send(to(lan, "Ai nhận?", buttons=YES_NO))

    for _ in range(2):  # the second time nothing is left to change
        assert await channel.send(to(lan, "Đã có người nhận", edits=sent)) == sent

    [shown] = lan.chat_with().from_bots()
    assert (shown.text, shown.labels) == ("Đã có người nhận", [])


async def test_what_can_no_longer_be_changed_is_said_anew(
    channel: Telegram, emulator: Emulator, lan: Person
) -> None:
    sent = await channel.send(to(lan, "cũ"))
    del lan.chat_with().messages[int(sent)]

    again = await channel.send(to(lan, "mới", edits=sent))

    assert again != sent
    assert [message.text for message in lan.chat_with().from_bots()] == ["mới"]


async def test_an_edit_whose_answer_is_lost_may_simply_be_repeated(
    channel: Telegram, emulator: Emulator, lan: Person
) -> None:
    sent = await channel.send(to(lan, "cũ"))
    emulator.fail_next(Trouble.ANSWER_LOST, "editMessageText")

    with pytest.raises(AnswerLostError):
        await channel.send(to(lan, "mới", edits=sent))

    assert await channel.send(to(lan, "mới", edits=sent)) == sent


async def test_the_key_that_sends_a_number_comes_and_goes(
    channel: Telegram, emulator: Emulator, lan: Person
) -> None:
    room = lan.chat_with()

    await channel.send(to(lan, "Số ạ?", ask_contact="📱 Gửi số của tôi", buttons=YES_NO))
    asked = await emulator.next_message(room)
    assert [key["text"] for key in asked.keys] == ["📱 Gửi số của tôi", "Có", "Không"]
    assert asked.keys[0]["request_contact"] is True
    assert room.keyboard is not None

    await say_all(
        channel, to(lan, "Em cảm ơn ạ.\n\nĐúng chưa ạ?", hide_keyboard=True, buttons=YES_NO)
    )
    thanks, question = await emulator.next_message(room), await emulator.next_message(room)
    assert (thanks.text, thanks.labels) == ("Em cảm ơn ạ.", [])
    assert (question.text, question.labels) == ("Đúng chưa ạ?", ["Có", "Không"])
    assert room.keyboard is None


async def test_in_a_group_nobody_is_asked_for_a_number(
    channel: Telegram, emulator: Emulator, bot: Bot, lan: Person
) -> None:
    group = emulator.group("Sales", lan)
    lan.adds(bot, group)

    await channel.send(
        OutgoingMessage(1, "telegram", str(group.id), "Số?", YES_NO, ask_contact="Gửi số")
    )

    assert (await emulator.next_message(group)).labels == ["Có", "Không"]


async def test_files_go_out(channel: Telegram, emulator: Emulator, lan: Person) -> None:
    await channel.send_document(str(lan.id), "khách.csv", b"a,b\n", "Báo cáo")

    shown = await emulator.next_message(lan.chat_with())
    assert shown.body["document"]["file_name"] == "khách.csv"
    assert shown.text == "Báo cáo"
    with pytest.raises(MessageRefusedError):
        await channel.send_photo(str(lan.id), b"no picture")


async def test_typing_is_shown_and_never_fails(
    channel: Telegram, emulator: Emulator, lan: Person
) -> None:
    await channel.show_typing(str(lan.id))
    emulator.fail_next(Trouble.SERVER_ERROR, "sendChatAction")
    await channel.show_typing(str(lan.id))

    assert lan.chat_with().actions == ["typing"]


async def test_the_link_carries_a_campaign(
    channel: Telegram, emulator: Emulator, inbox: Inbox
) -> None:
    assert channel.start_link("expo") == ""

    async with receiving(channel, inbox):
        await emulator.wait_for(lambda: emulator.calls_of("getUpdates"))

    assert channel.start_link("expo") == "https://t.me/duyen_test_bot?start=expo"
    assert channel.start_link("") == "https://t.me/duyen_test_bot"
    assert channel.start_link("chữ có dấu") == ""
    assert channel.start_link("a" * 65) == ""


# What went wrong with a sending, and what to do about it.


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


# The token.


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


async def test_a_picture_takes_the_words_and_the_buttons_along(
    channel: Telegram, emulator: Emulator, lan: Person
) -> None:
    own = Enclosure("photo", "anh/nha.png", PIXEL)
    sent = await channel.send(replace(to(lan, "Mời xem", buttons=YES_NO), encloses=(own,)))

    (call,) = emulator.calls_of("sendPhoto")
    assert call.parameters["caption"] == "Mời xem"
    assert "1:yes" in call.parameters["reply_markup"]
    assert sent
    assert emulator.calls_of("sendMessage") == []


async def test_a_picture_that_telegram_cannot_fetch_is_told_by_its_address(
    channel: Telegram, emulator: Emulator, lan: Person
) -> None:
    page = Enclosure("photo", "https://example.com/a.png")
    await channel.send(replace(to(lan, "Mời xem"), encloses=(page,)))

    (call,) = emulator.calls_of("sendMessage")
    assert call.parameters["text"] == "Mời xem\nhttps://example.com/a.png"


async def test_words_too_long_for_a_caption_stand_below_the_documents(
    channel: Telegram, emulator: Emulator, lan: Person
) -> None:
    papers = (Enclosure("document", "gia.pdf", b"%PDF"), Enclosure("photo", "a.png", PIXEL))
    await say_all(channel, replace(to(lan, "dài " * 300), encloses=papers))

    assert len(emulator.calls_of("sendDocument")) == len(emulator.calls_of("sendPhoto")) == 1
    assert "caption" not in emulator.calls_of("sendPhoto")[0].parameters
    assert len(emulator.calls_of("sendMessage")) == 1


@pytest.mark.parametrize("count", [1, 2, 10, 12])
async def test_pictures_are_one_message_with_its_words_under_the_first(
    channel: Telegram, lan: Person, count: int
) -> None:
    long = "Số liệu " * 200

    await channel.send(_album(lan, count, caption=long))

    shown = lan.chat_with().from_bots()
    assert len(shown) == min(count, 10)
    assert len({one.body.get("media_group_id") for one in shown}) == 1
    assert [bool(one.body.get("caption")) for one in shown] == [True] + [False] * (len(shown) - 1)
    assert units(shown[0].body["caption"]) <= 1024


async def test_an_album_whose_answer_is_lost_stands_once_and_says_that_it_may(
    channel: Telegram, emulator: Emulator, lan: Person
) -> None:
    emulator.fail_next(Trouble.ANSWER_LOST, "sendMediaGroup")

    with pytest.raises(AnswerLostError):
        await channel.send(_album(lan, 2))

    assert len(lan.chat_with().from_bots()) == 2


def _album(lan: Person, count: int, caption: str = "Số liệu") -> OutgoingMessage:
    pictures = (PIXEL,) * count
    return replace(to(lan, "Tất cả"), pictures=pictures, caption=caption)
