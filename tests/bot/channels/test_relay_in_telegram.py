"""The relay against the emulated Telegram: real topics, edits, files, people who blocked us."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta

import pytest

from bot.channels.telegram import Telegram
from bot.pictures.painter import Painter
from handlers.business import Business
from handlers.clock import WallClock
from handlers.delivery import Delivery
from handlers.due import Due
from handlers.front_desk import FrontDesk
from handlers.lead_files.giving_out import EXPORT
from handlers.lead_files.made_for_chat import Exports
from handlers.reception import Reception
from handlers.relay.audience import STAFF_GROUP
from handlers.team.joining import invite
from storage.store import Store
from tests.emulators.telegram.emulator import Emulator
from tests.emulators.telegram.faults import Trouble
from tests.emulators.telegram.people import Person
from tests.emulators.telegram.world import Message, Room
from tests.fakes import BUTTON_KEY
from tests.handlers.test_ladder import company
from tests.house import AT_ONCE

SLOW = 60.0  # seconds a busy machine may take for one answer
UNDO = "↶ Hoàn tác (60 giây)"
BUSINESS: Business = company(out_of_hours="ring")


@dataclass
class Office:
    """Everything but the web, with Telegram in front and a clock that can be wound."""

    telegram: Emulator
    store: Store
    clock: WallClock
    due: Due

    async def joins(self, name: str, role: str = "rep") -> Person:
        now = self.clock.now()
        code = await self.store.run(lambda work: invite(work, role, name, now))
        person = self.telegram.person(name)
        person.starts(f"join_{code}")
        await self.sees(person.chat_with(), "Chào")
        return person

    async def works_in(self, group: Room) -> None:
        place = f"telegram:{group.id}"
        await self.store.run(lambda work: work.settings.put(STAFF_GROUP, place))

    async def sees(self, room: Room, words: str, button: str = "") -> Message:
        """The newest message of the bot in a chat that has these words, as it stands now."""

        def look() -> Message | None:
            return next(
                (
                    one
                    for one in reversed(room.from_bots())
                    if words in (one.text or one.body.get("caption", ""))
                    and (not button or button in one.labels)
                ),
                None,
            )

        found = await self.telegram.wait_for(look, SLOW)
        assert found is not None
        return found

    async def passes(self, **span: float) -> None:
        self.clock.wind(timedelta(**span))
        await self.due.look()


@asynccontextmanager
async def open_office(
    telegram: Emulator, token: str, store: Store, clock: WallClock
) -> AsyncIterator[Office]:
    """The process, from its start to its end; what it leaves lies in the store alone."""
    async with (
        Telegram(token, clock, api_url=telegram.url, button_key=BUTTON_KEY) as channel,
        Painter() as painter,
    ):
        abilities = {channel.name: channel.abilities}
        desk = FrontDesk(BUSINESS, abilities)
        reception = Reception(store, desk, clock, AT_ONCE)
        made = {EXPORT: Exports(store, BUSINESS, clock).fetch}
        delivery = Delivery(store, {channel.name: channel}, clock, made=made, draw=painter.draw)
        store.bell = lambda due_at: delivery.ring()
        due = Due(store, BUSINESS, abilities, clock)
        await delivery.recover()
        await reception.recover()
        tasks = [
            asyncio.create_task(channel.receive(reception.admit)),
            asyncio.create_task(delivery.run()),
        ]
        yield Office(telegram, store, clock, due)
        await reception.close()
        await delivery.close()
        for task in tasks:
            task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await asyncio.gather(*tasks)


@pytest.fixture
async def telegram() -> AsyncIterator[Emulator]:
    async with Emulator() as telegram:
        telegram.flow.enforce()
        yield telegram


@pytest.fixture
async def office(telegram: Emulator, sqlite_store: Store) -> AsyncIterator[Office]:
    token = telegram.bot(reads_all_group_messages=True).token
    async with open_office(telegram, token, sqlite_store, WallClock()) as office:
        yield office


def a_forum(office: Office, *people: Person) -> Room:
    group = office.telegram.group("Đội bán hàng", people[0], forum=True)
    bot = next(iter(office.telegram.world.bots.values()))
    people[0].adds(bot, group, as_administrator=True)
    return group


def leads_in(room: Room) -> list[Message]:
    return [one for one in room.from_bots() if "LEAD" in one.text]


async def test_words_and_files_pass_both_ways_in_a_topic_that_ends_with_its_lead(
    office: Office,
) -> None:
    minh = await office.joins("Minh")
    group = a_forum(office, minh)
    await office.works_in(group)
    hoa = office.telegram.person("Hoa <b>")
    hoa.says("Tôi muốn đặt hàng, gọi 0987 654 321")
    card = await office.sees(minh.chat_with(), "LEAD NÓNG")
    assert any(one["type"] == "date_time" for one in card.body["entities"])

    await office.passes(minutes=2)
    shared = await office.sees(group, "LEAD NÓNG")
    (topic,) = group.topics.values()
    assert topic.name.startswith("🔥 #1")
    assert shared.thread_id in group.topics

    minh.taps(card, "✋ Nhận")
    await office.telegram.wait_for(lambda: "Minh đã nhận" in card.text, SLOW)
    assert len(leads_in(minh.chat_with())) == 1, "changed in place, never a second card"
    assert any("copy_text" in one for one in card.buttons)
    await office.telegram.wait_for(lambda: "Đã có người nhận: Minh" in shared.text, SLOW)

    minh.says("Em chào chị ạ", to=group, thread_id=shared.thread_id)
    await office.sees(hoa.chat_with(), "Em chào chị ạ")
    hoa.sends_photo("mặt bằng đây em")
    photo = await office.sees(group, "mặt bằng đây em")
    assert "photo" in photo.body
    assert photo.thread_id == shared.thread_id
    hoa.sends_voice()
    await office.telegram.wait_for(
        lambda: [one for one in group.from_bots() if "voice" in one.body], SLOW
    )

    minh.says("/won 1 25 triệu")
    await office.telegram.wait_for(lambda: topic.is_closed, SLOW)
    won = await office.sees(minh.chat_with(), "chốt thắng 25", button=UNDO)
    minh.taps(won, UNDO)
    await office.telegram.wait_for(lambda: not topic.is_closed, SLOW)
    assert not office.telegram.flow.breaches


async def test_a_rep_who_blocked_the_bot_costs_no_time(office: Office) -> None:
    minh, lan = await office.joins("Minh"), await office.joins("Lan")
    minh.leaves_telegram()

    office.telegram.person("Hoa").says("Tôi muốn đặt hàng, gọi 0987 654 321")

    async def looks() -> None:
        while True:
            await office.due.look()
            await asyncio.sleep(0.2)

    looking = asyncio.create_task(looks())
    card = await office.sees(lan.chat_with(), "LEAD NÓNG")
    looking.cancel()
    assert "✋ Nhận" in card.labels


async def test_cards_follow_a_group_that_becomes_a_supergroup(office: Office) -> None:
    minh = await office.joins("Minh")
    group = office.telegram.group("Đội bán hàng", minh)
    minh.adds(next(iter(office.telegram.world.bots.values())), group)
    await office.works_in(group)

    moved = office.telegram.migrate(group, minh)
    office.telegram.person("Hoa").says("Tôi muốn đặt hàng, gọi 0987 654 321")
    await office.sees(minh.chat_with(), "LEAD NÓNG")
    await office.passes(minutes=2)

    card = await office.sees(moved, "LEAD NÓNG")
    minh.taps(card, "✋ Nhận")
    await office.telegram.wait_for(lambda: "Đã có người nhận: Minh" in card.text, SLOW)


async def test_a_rep_removed_while_he_holds_a_card_loses_it(office: Office) -> None:
    minh = await office.joins("Minh")
    boss = await office.joins("Sếp", "owner")
    office.telegram.person("Hoa").says("Tôi muốn đặt hàng, gọi 0987 654 321")
    card = await office.sees(minh.chat_with(), "LEAD NÓNG")
    minh.taps(card, "✋ Nhận")
    await office.telegram.wait_for(lambda: "0987 654 321" in card.text, SLOW)

    lan = await office.joins("Lan")
    boss.says("/team")
    team = await office.sees(boss.chat_with(), "Đội ngũ")
    boss.taps(team, "Rời nhóm: Minh")
    boss.taps(await office.sees(boss.chat_with(), "không hoàn tác"), "Cho rời nhóm")

    await office.telegram.wait_for(lambda: "0987 654 321" not in card.text, SLOW)
    assert card.labels == []
    await office.sees(lan.chat_with(), "LEAD NÓNG")


@pytest.mark.parametrize("may_delete", [True, False])
async def test_the_topic_of_somebody_who_is_erased_goes_with_his_name(
    office: Office, may_delete: bool
) -> None:
    minh = await office.joins("Minh")
    group = a_forum(office, minh)
    if not may_delete:
        group.may_not_delete.add(next(iter(office.telegram.world.bots.values())))
    await office.works_in(group)
    hoa = office.telegram.person("Hoa")
    hoa.says("Tôi muốn đặt hàng, gọi 0987 654 321")
    card = await office.sees(minh.chat_with(), "LEAD NÓNG")
    await office.passes(minutes=2)
    shared = await office.sees(group, "LEAD NÓNG")
    (topic,) = group.topics.values()
    assert "Hoa" in topic.name

    hoa.says("/xoa")
    hoa.taps(await office.sees(hoa.chat_with(), "", button="Xoá hết"), "Xoá hết")

    await office.telegram.wait_for(lambda: "đã xoá thông tin" in card.text, SLOW)
    if may_delete:
        await office.telegram.wait_for(lambda: not group.topics, SLOW)
        assert shared.id not in group.messages
    else:
        await office.telegram.wait_for(lambda: topic.is_closed, SLOW)
        assert topic.name == "#1 đã xoá thông tin"
        assert "Hoa" not in shared.text


async def test_a_restart_at_every_rung_shows_every_card_once_and_in_time(
    telegram: Emulator, sqlite_store: Store
) -> None:
    token, clock = telegram.bot().token, WallClock()
    async with open_office(telegram, token, sqlite_store, clock) as office:
        minh, lan = await office.joins("Minh"), await office.joins("Lan")
        boss = await office.joins("Sếp", "manager")
        telegram.person("Hoa").says("Tôi muốn đặt hàng, gọi 0987 654 321")
        await office.sees(minh.chat_with(), "LEAD NÓNG")

    counts = [(1, 0, 0)]
    comes = ((2, lan, "LEAD NÓNG"), (2, boss, "LEAD NÓNG"), (6, boss, "chưa ai nhận"))
    for minutes, reader, words in comes:
        async with open_office(telegram, token, sqlite_store, clock) as office:
            await office.passes(minutes=minutes)
            await office.sees(reader.chat_with(), words)
        cards = [len(leads_in(one.chat_with())) for one in (minh, lan, boss)]
        counts.append((cards[0], cards[1], cards[2]))

    assert counts == [(1, 0, 0), (1, 1, 0), (1, 1, 1), (1, 1, 1)]
    told = [one for one in boss.chat_with().from_bots() if "chưa ai nhận" in one.text]
    assert len(told) == 1


@pytest.mark.parametrize("jump", [{"hours": 3}, {"days": 20}, {"hours": -2}])
async def test_a_clock_that_jumps_shows_no_card_twice(
    office: Office, jump: dict[str, float]
) -> None:
    minh, boss = await office.joins("Minh"), await office.joins("Sếp", "manager")
    office.telegram.person("Hoa").says("Tôi muốn đặt hàng, gọi 0987 654 321")
    card = await office.sees(minh.chat_with(), "LEAD NÓNG")

    await office.passes(**jump)
    for _ in range(4):
        await office.passes(seconds=1)
    if jump.get("hours", 0) >= 0:
        await office.sees(boss.chat_with(), "LEAD NÓNG")
    minh.taps(card, "✋ Nhận")
    await office.telegram.wait_for(lambda: "Minh đã nhận" in card.text, SLOW)

    assert [len(leads_in(one.chat_with())) for one in (minh, boss)] == [
        1,
        int(min(jump.values()) > 0),
    ]


async def test_a_list_of_leads_comes_as_a_document(office: Office) -> None:
    boss = await office.joins("Sếp", "manager")
    office.telegram.person("Hoa").says("Tôi muốn đặt hàng, gọi 0987 654 321")
    await office.sees(boss.chat_with(), "LEAD NÓNG")

    boss.says("/export")

    sent = await office.sees(boss.chat_with(), "Danh sách 1 lead")
    assert sent.body["document"]["file_name"].endswith(".xlsx")


async def test_a_report_is_one_album_with_the_key_numbers_under_it(office: Office) -> None:
    hoa = await office.joins("Hoa", "manager")
    khach = office.telegram.person("Thuỷ")
    khach.says("cần phần mềm kế toán, trong tuần này")
    await office.sees(khach.chat_with(), "?")

    hoa.says("bao cao 7 ngay")
    album = await _album(office, hoa)

    assert {one.body["media_group_id"] for one in album} == {album[0].body["media_group_id"]}
    assert [bool(one.body.get("caption")) for one in album] == [True, False, False]
    assert "Khách mới: 1" in album[0].body["caption"]
    assert "Thuỷ" not in album[0].body["caption"]
    assert all(one.body["photo"][0]["width"] > 1000 for one in album)


async def test_where_telegram_refuses_the_pictures_the_words_are_said(office: Office) -> None:
    hoa = await office.joins("Hoa", "manager")
    khach = office.telegram.person("Ngân")
    khach.says("cần phần mềm kế toán")
    await office.sees(khach.chat_with(), "?")
    office.telegram.fail_next(
        Trouble.REFUSED, "sendMediaGroup", code=400, description="Bad Request: IMAGE_PROCESS_FAILED"
    )

    hoa.says("/report tháng này")

    told = await office.sees(hoa.chat_with(), "Theo nguồn, khách mới trong kỳ", "Tuần này")
    assert "Khách mới: 1" in told.text


async def _album(office: Office, person: Person) -> list[Message]:
    def look() -> list[Message]:
        return [one for one in person.chat_with().from_bots() if "photo" in one.body]

    found = await office.telegram.wait_for(look, SLOW)
    assert found
    return found
