"""Every kind of Telegram update becomes one of our messages, or deliberately none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from telegram import Update

from bot.channels.telegram_incoming import incoming
from handlers.channel import IncomingMessage, Kind
from tests.emulators.telegram.driver import Driver
from tests.emulators.telegram.people import Person
from tests.emulators.telegram.world import Bot, Message, Room

NOW = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)


@pytest.fixture
def driver() -> Driver:
    return Driver(lambda: NOW, lambda: 0.0)


@pytest.fixture
def bot(driver: Driver) -> Bot:
    return driver.bot("duyen_test_bot", reads_all_group_messages=True)


@pytest.fixture
def lan(bot: Bot, driver: Driver) -> Person:
    return driver.person("Lan", last_name="Trần", language_code="vi")


@pytest.fixture
def group(bot: Bot, driver: Driver, lan: Person) -> Room:
    return driver.group("Sales", lan)


def heard(bot: Bot) -> list[IncomingMessage | None]:
    """What we make of everything that waits for the bot, as if long after it happened."""
    later = NOW + timedelta(hours=1)
    updates = [Update.de_json(one.json()) for one in bot.queue.pending()]
    bot.queue.drop_pending()
    return [incoming(update, later, bot.username) for update in updates]


def only(bot: Bot) -> IncomingMessage:
    [message] = heard(bot)
    assert message is not None
    return message


def test_a_text(bot: Bot, lan: Person) -> None:
    lan.says("Anh cần căn hộ 2 phòng ngủ")

    assert only(bot) == IncomingMessage(
        channel="telegram",
        chat_id=str(lan.id),
        key="m:1",
        kind=Kind.TEXT,
        sent_at=NOW,
        text="Anh cần căn hộ 2 phòng ngủ",
        platform_message_id="1",
        sender_id=str(lan.id),
        sender_name="Lan Trần",
        sender_language="vi",
    )


@pytest.mark.parametrize(
    ("typed", "kind", "text"),
    [
        ("/start", Kind.START, ""),
        ("/start hanoi_expo", Kind.START, "hanoi_expo"),
        ("/start@duyen_test_bot expo", Kind.START, "expo"),
        ("/stats@Duyen_Test_Bot tuần", Kind.TEXT, "/stats tuần"),
        ("/note dòng một\ndòng hai", Kind.TEXT, "/note dòng một\ndòng hai"),
        ("/startle", Kind.TEXT, "/startle"),
        ("/ chéo", Kind.TEXT, "/ chéo"),
        ("a\x00b\ud800<b>", Kind.TEXT, "ab\ufffd<b>"),
        ("", Kind.TEXT, ""),
    ],
)
def test_commands_and_odd_texts(bot: Bot, lan: Person, typed: str, kind: Kind, text: str) -> None:
    # What the emulator would not take from a hand is put into the message as it came.
    message = lan.sends({"text": typed})

    heard_one = only(bot)

    assert (heard_one.kind, heard_one.text) == (kind, text)
    assert heard_one.key == f"m:{message.id}"


def test_a_command_for_another_bot_is_not_ours(bot: Bot, lan: Person) -> None:
    lan.says("/leads@other_bot")

    assert heard(bot) == [None]


def test_a_name_cannot_fake_a_card(bot: Bot, driver: Driver) -> None:
    driver.person("Lan\n📞 0900 000 000 \u202e").says("x")

    assert only(bot).sender_name == "Lan 📞 0900 000 000"


def test_an_edit_is_its_own_event_even_twice_in_a_second(bot: Bot, lan: Person) -> None:
    message = lan.says("2 tỷ")
    lan.edits(message, "3 tỷ")
    lan.edits(message, "4 tỷ")

    first, second, third = heard(bot)

    assert first is not None
    assert second is not None
    assert third is not None
    assert (second.kind, second.text, second.platform_message_id) == (Kind.EDITED, "3 tỷ", "1")
    assert third.text == "4 tỷ"
    assert len({first.key, second.key, third.key}) == 3


def test_a_press(bot: Bot, driver: Driver, lan: Person) -> None:
    lan.starts()
    markup = {"inline_keyboard": [[{"text": "Có", "callback_data": "1:yes"}]]}
    asked = driver.world.post(lan.chat_with(), bot, {"text": "Mua ạ?"}, markup=markup)
    bot.queue.drop_pending()

    tap = lan.taps(asked, "Có")

    pressed = only(bot)
    assert (pressed.kind, pressed.button, pressed.key) == (Kind.BUTTON, "1:yes", f"c:{tap.id}")
    assert pressed.platform_message_id == str(asked.id)
    assert pressed.chat_id == str(lan.id)
    # A press has no time of its own; the message under it may be days old.
    assert pressed.sent_at == NOW + timedelta(hours=1)


def test_only_the_senders_own_card_is_own(bot: Bot, lan: Person, driver: Driver) -> None:
    minh = driver.person("Minh")
    lan.shares_contact("+84912345678")
    lan.shares_card("0987654321", "Minh", minh.id)
    lan.shares_card("0987654321", "Minh")

    cards = [(one.kind, one.phone, one.phone_is_own) for one in heard(bot) if one]

    assert cards == [
        (Kind.CONTACT, "+84912345678", True),
        (Kind.CONTACT, "0987654321", False),
        (Kind.CONTACT, "0987654321", False),
    ]


ATTACHED: dict[str, Callable[[Person], Message]] = {
    "sticker": lambda lan: lan.sends_sticker(),
    "voice": lambda lan: lan.sends_voice(),
    "photo": lambda lan: lan.sends_photo("mặt tiền"),
    "document": lambda lan: lan.sends_document(caption="mặt tiền"),
    "location": lambda lan: lan.sends_location(),
    "poll": lambda lan: lan.sends_poll("Mua?", ["Có", "Không"]),
    "dice": lambda lan: lan.sends({"dice": {"emoji": "🎲", "value": 3}}),
}


@pytest.mark.parametrize("kind", ATTACHED)
def test_an_attachment_says_what_it_is(bot: Bot, lan: Person, kind: str) -> None:
    message = ATTACHED[kind](lan)

    one = only(bot)

    assert (one.kind, one.attachment) == (Kind.ATTACHMENT, kind)
    assert one.text == message.text


def test_an_answer_names_what_it_answers(bot: Bot, lan: Person) -> None:
    first = lan.says("một")
    lan.says("hai", reply_to=first)

    _, second = heard(bot)

    assert second is not None
    assert second.reply_to == str(first.id)


def test_blocking_and_unblocking(bot: Bot, lan: Person) -> None:
    lan.starts()
    bot.queue.drop_pending()

    lan.blocks()
    lan.unblocks()

    assert [(one.kind, one.chat_id, one.group) for one in heard(bot) if one] == [
        (Kind.BLOCKED, str(lan.id), False),
        (Kind.UNBLOCKED, str(lan.id), False),
    ]


def test_in_a_group(bot: Bot, lan: Person, group: Room) -> None:
    lan.adds(bot, group)
    lan.says("/stats", group)
    lan.adds(bot, group, as_administrator=True)
    lan.removes(bot, group)

    messages = heard(bot)

    assert [(one.kind, one.group) if one else None for one in messages] == [
        (Kind.UNBLOCKED, True),
        None,  # the service message that we were added
        (Kind.TEXT, True),
        None,  # a new right is nothing to us
        None,
        (Kind.BLOCKED, True),
    ]


def test_a_group_that_moved_is_told_twice_with_one_key(
    bot: Bot, driver: Driver, lan: Person, group: Room
) -> None:
    lan.adds(bot, group)
    bot.queue.drop_pending()

    moved = driver.migrate(group, lan)

    old, new = heard(bot)
    assert old is not None
    assert old == replace(old, kind=Kind.MOVED, chat_id=str(group.id), text=str(moved.id))
    assert new == old


STRANGE: list[dict[str, Any]] = [
    {},
    {"channel_post": {"message_id": 1, "date": 1, "chat": {"id": -100, "type": "channel"}}},
    {"something_new": {"id": 1}},
    {
        "message": {
            "message_id": 5,
            "date": 1,
            "chat": {"id": -5, "type": "group", "title": "x"},
            "from": {"id": 1087968824, "is_bot": True, "first_name": "Group"},
            "text": "ẩn danh",
        }
    },
]


@pytest.mark.parametrize("body", STRANGE)
def test_what_is_nothing_to_us_is_none(body: dict[str, Any]) -> None:
    assert incoming(Update.de_json({"update_id": 1, **body}), NOW) is None
