"""What people meet in the emulated Telegram beside words: a key that goes, groups left."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from handlers.clock import WallClock
from storage.store import Store
from tests.bot.channels.test_relay_in_telegram import SLOW, Office, open_office
from tests.emulators.telegram.emulator import Emulator


@pytest.fixture
async def office(sqlite_store: Store) -> AsyncIterator[Office]:
    async with Emulator() as telegram:
        telegram.flow.enforce()
        async with open_office(telegram, telegram.bot().token, sqlite_store, WallClock()) as office:
            yield office


async def test_the_key_that_sends_a_number_goes_once_the_number_was_typed(office: Office) -> None:
    hoa = office.telegram.person("Hoa")
    room = hoa.chat_with()
    hoa.says("Mình cần phần mềm quản lý bán hàng, 30 triệu, tuần sau, mình tự quyết")
    await office.sees(room, "xin số điện thoại")
    assert room.keyboard is not None

    hoa.says("0987 654 321")

    summary = await office.sees(room, "xin tóm tắt", button="Đúng rồi")
    assert room.keyboard is None
    assert room.from_bots()[-2:] == [await office.sees(room, "cảm ơn"), summary]


async def test_the_key_goes_too_when_the_talk_turns_elsewhere(office: Office) -> None:
    hoa = office.telegram.person("Hoa")
    room = hoa.chat_with()
    hoa.says("Mình cần phần mềm quản lý bán hàng, 30 triệu, tuần sau, mình tự quyết")
    await office.sees(room, "xin số điện thoại")

    hoa.says("Bỏ qua")

    await office.sees(room, "xin tóm tắt", button="Đồng ý liên hệ")
    assert room.keyboard is None


async def test_a_strangers_group_is_told_why_and_left(office: Office) -> None:
    la, bot = office.telegram.person("La"), next(iter(office.telegram.world.bots.values()))
    group = office.telegram.group("Hội bạn bè", la)

    la.adds(bot, group)

    said = await office.sees(group, "xin phép rời nhóm")
    await office.telegram.wait_for(lambda: not group.members[bot].is_inside, SLOW)
    assert f"DUYEN_STAFF_GROUP={group.id}" in said.text
    assert group.from_bots() == [said]
    assert len(office.telegram.calls_of("leaveChat")) == 1


async def test_the_teams_own_group_is_not_left_when_it_gets_a_new_id(office: Office) -> None:
    la, bot = office.telegram.person("La"), next(iter(office.telegram.world.bots.values()))
    group = office.telegram.group("Đội bán hàng", la)
    await office.works_in(group)
    la.adds(bot, group)

    moved = office.telegram.migrate(group, la)
    minh = await office.joins("Minh")
    la.says("/leads", to=moved)
    la.adds(bot, moved)
    office.telegram.person("Hoa").says("Tôi muốn đặt hàng, gọi 0987 654 321")
    await office.sees(minh.chat_with(), "LEAD NÓNG")
    await office.passes(minutes=2)

    await office.sees(moved, "LEAD NÓNG")
    assert office.telegram.calls_of("leaveChat") == []


async def test_a_press_we_never_offered_is_answered_like_that_of_an_old_menu(
    office: Office,
) -> None:
    minh, thief = await office.joins("Minh"), office.telegram.person("Trộm")
    office.telegram.person("Hoa").says("Tôi muốn đặt hàng, gọi 0987 654 321")
    card = await office.sees(minh.chat_with(), "LEAD NÓNG")
    claim = next(one for one in card.buttons if one["text"] == "✋ Nhận")["callback_data"]
    thief.says("chào")
    greeting = await office.sees(thief.chat_with(), "trợ lý tự động")

    thief.taps_stale(greeting, claim)
    await office.sees(thief.chat_with(), "Menu này đã cũ")
    minh.taps_stale(card, claim[:-1] + ("A" if claim[-1] != "A" else "B"))
    await office.sees(minh.chat_with(), "Menu này đã cũ")
    minh.taps(card, "✋ Nhận")
    await office.telegram.wait_for(lambda: "Minh đã nhận" in card.text, SLOW)


async def test_the_whole_copy_of_ones_data_arrives_as_a_file(office: Office) -> None:
    hoa = office.telegram.person("Hoa")
    hoa.says("cần phần mềm kế toán, số chị 0912 345 678")
    await office.sees(hoa.chat_with(), "trợ lý tự động")

    hoa.says("/mydata")

    await office.sees(hoa.chat_with(), "tệp kèm theo", button="Đừng chấm điểm tôi")
    await office.telegram.wait_for(
        lambda: [one for one in hoa.chat_with().from_bots() if "document" in one.body], SLOW
    )
    (sent,) = [one for one in hoa.chat_with().from_bots() if "document" in one.body]
    assert sent.body["document"]["file_name"].startswith("du-lieu-cua-toi-")
