"""Updates that are asked for: nothing lost, nothing doubled, no bad day raised."""

from __future__ import annotations

import asyncio
import json

from structlog.testing import capture_logs

from bot.channels.telegram import Telegram
from handlers.channel import (
    IncomingMessage,
    Kind,
)
from tests.bot.channels.telegram.conftest import YES_NO, HastyClock, Inbox, receiving, to
from tests.emulators.telegram.emulator import Emulator
from tests.emulators.telegram.faults import Trouble
from tests.emulators.telegram.people import Person
from tests.emulators.telegram.world import Bot
from tests.fakes import BUTTON_KEY


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
