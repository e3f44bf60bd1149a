"""What we say by Telegram: texts, buttons, changes, pictures and files."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.channels.telegram import Telegram
from bot.channels.text_pieces import units
from handlers.channel import (
    AnswerLostError,
    ChannelError,
    Enclosure,
    MessageRefusedError,
    OutgoingMessage,
    PartTakenError,
)
from tests.bot.channels.parts import say_all
from tests.bot.channels.telegram.conftest import YES_NO, Inbox, receiving, to
from tests.emulators.telegram.emulator import Emulator
from tests.emulators.telegram.faults import Trouble
from tests.emulators.telegram.people import PIXEL, Person
from tests.emulators.telegram.world import Bot


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
