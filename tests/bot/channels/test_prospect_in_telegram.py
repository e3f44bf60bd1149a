"""What a prospect sees in the emulated Telegram, beside the words."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from handlers.clock import WallClock
from storage.store import Store
from tests.bot.channels.test_relay_in_telegram import Office, open_office
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
