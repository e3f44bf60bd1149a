"""A step goes by the channel that may still be written to: the real server, Telegram and Zalo."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from prometheus_client import CollectorRegistry

from bot.channels.telegram import Telegram
from bot.channels.webchat import WebChat
from bot.channels.zalo_oa import ZaloOA
from bot.web import create_app
from bot.web_server import WebServer
from handlers.business_file.ready_sequences import Sequences
from handlers.business_file.sequences import Sequence
from handlers.channel import Channel
from handlers.clock import WallClock
from handlers.delivery import Delivery
from handlers.due import Due
from handlers.front_desk import FrontDesk
from handlers.reception import Reception
from storage.leads import Prospect
from storage.outbox import CLAIMED, DUE, SENDING
from storage.store import Store
from tests.bot.channels.test_zalo_oa import account
from tests.bot.website import healthy
from tests.emulators.telegram.emulator import Emulator
from tests.emulators.telegram.people import Person
from tests.emulators.zalo.server import Zalo
from tests.fakes import BUTTON_KEY
from tests.house import AT_ONCE, SAMPLE_BUSINESS

pytestmark = pytest.mark.e2e
_A_MOMENT = 0.02  # seconds
SLOW = 60.0  # seconds a busy machine may take for one answer
TUESDAY = datetime(2027, 3, 9, 2, tzinfo=UTC)  # nine in the morning in Hanoi, far from any feast
LAN = "zalo-lan"
ZALO_FIRST = Sequence.model_validate(
    {
        "id": "zalo_truoc",
        "enrol": {"temperature": ["cold", "warm", "hot"]},
        "exit": ["reply"],
        "steps": [
            {"after": f"{day}d", "say": {"vi": text, "en": text}, "on": ["zalo_oa", "telegram"]}
            for day, text in ((2, "Tin đầu"), (9, "Tin sau"))
        ],
    }
)
BUSINESS = SAMPLE_BUSINESS.model_copy(
    update={"sequences": Sequences(ready="none", own=(ZALO_FIRST,))}
)


@dataclass
class TwoChannels:
    """The house behind its web server, with both platforms outside."""

    telegram: Emulator
    zalo: Zalo
    store: Store
    clock: WallClock
    due: Due
    reception: Reception

    async def hears_by_telegram(self, lan: Person, words: str) -> None:
        await self.telegram.wait_for(
            lambda: any(words in one.text for one in lan.chat_with().from_bots()), SLOW
        )

    async def says_by_zalo(self, text: str = "", phone: str = "") -> None:
        self.zalo.account.now = self.clock.now()
        told = len(self.zalo.account.sent)
        event = (
            self.zalo.account.event("user_submit_info", LAN, info={"name": "Lan", "phone": phone})
            if phone
            else self.zalo.account.text(LAN, text)
        )
        assert await self.zalo.account.bring(event) == 200
        await _until(lambda: len(self.zalo.account.sent) > told)

    async def passes_days(self, days: int) -> None:
        for _ in range(days * 3):
            self.clock.wind(timedelta(hours=8))
            self.zalo.account.now = self.clock.now()
            await self.due.look()
            while await self._something_waits():
                pass

    async def _something_waits(self) -> bool:
        await asyncio.sleep(_A_MOMENT)
        backlog = await self.store.read(lambda work: work.outbox.backlog())
        return any(backlog.counts.get(one) for one in (DUE, CLAIMED, SENDING))

    async def chats(self) -> tuple[Prospect, ...]:
        return await self.store.read(lambda work: work.leads.prospects_of(1))


async def _until(look: Callable[[], bool]) -> None:
    async with asyncio.timeout(SLOW):
        while True:
            if look():
                return
            await asyncio.sleep(_A_MOMENT)


@pytest.fixture
async def house(sqlite_store: Store, tmp_path: Path) -> AsyncIterator[TwoChannels]:
    clock = WallClock(TUESDAY - datetime.now(UTC))
    async with Emulator() as emulator, Zalo() as zalo:
        token = emulator.bot().token
        zalo.account.now = clock.now()
        async with (
            Telegram(token, clock, api_url=emulator.url, button_key=BUTTON_KEY) as telegram,
            account(zalo, tmp_path, clock) as zalo_oa,
            _running(emulator, zalo, sqlite_store, clock, telegram, zalo_oa) as house,
        ):
            yield house


@contextlib.asynccontextmanager
async def _running(
    emulator: Emulator,
    zalo: Zalo,
    store: Store,
    clock: WallClock,
    telegram: Telegram,
    zalo_oa: ZaloOA,
) -> AsyncIterator[TwoChannels]:
    channels: dict[str, Channel] = {telegram.name: telegram, zalo_oa.name: zalo_oa}
    abilities = {name: one.abilities for name, one in channels.items()}
    reception = Reception(store, FrontDesk(BUSINESS, abilities), clock, AT_ONCE)
    due = Due(store, BUSINESS, abilities, clock)
    delivery = Delivery(store, channels, clock, due.may_leave)
    store.bell = lambda due_at: delivery.ring()
    app = create_app(
        company="Ánh Dương",
        timezone="Asia/Ho_Chi_Minh",
        webchat=WebChat("http://127.0.0.1", clock.now),
        store=store,
        now=clock.now,
        health=healthy,
        metrics=CollectorRegistry(),
        webhooks={zalo_oa.name: zalo_oa.webhook},
    )
    server = WebServer(app, "127.0.0.1", 0)
    await server.start()
    zalo.account.webhook = f"{server.url}/webhooks/{zalo_oa.name}"
    tasks = [asyncio.create_task(one.receive(reception.admit)) for one in channels.values()]
    tasks.append(asyncio.create_task(delivery.run()))
    try:
        yield TwoChannels(emulator, zalo, store, clock, due, reception)
    finally:
        await reception.close()
        await delivery.close()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await server.stop()


async def test_what_zalo_takes_no_more_goes_by_telegram(house: TwoChannels) -> None:
    lan = house.telegram.person("Lan")
    lan.starts()
    await house.hears_by_telegram(lan, "trợ lý tự động")
    (greeting,) = lan.chat_with().from_bots()
    lan.taps(greeting, "Đồng ý, bắt đầu")
    await house.telegram.wait_for(lambda: "1/4" in greeting.text, SLOW)
    lan.shares_contact("+84987654321")
    await house.hears_by_telegram(lan, "0987 654 321")
    await house.says_by_zalo("xin chào")
    await house.says_by_zalo("1")
    await house.says_by_zalo(phone="84987654321")
    assert {one.channel for one in await house.chats()} == {"telegram", "zalo_oa"}, "one person"

    await house.passes_days(4)
    assert "Tin đầu" in house.zalo.account.texts(LAN)[-1], "the step's own choice"
    assert not any("Tin đầu" in one.text for one in lan.chat_with().from_bots())

    await house.passes_days(8)
    await house.hears_by_telegram(lan, "Tin sau")
    assert not any("Tin sau" in text for text in house.zalo.account.texts(LAN))
    kinds = await house.store.read(
        lambda work: [(one.kind, one.detail) for one in work.events.of_lead(1)]
    )
    assert ("follow_up_refused", "channel_window") in kinds
    assert ("follow_up_replaced", "other_channel") in kinds
