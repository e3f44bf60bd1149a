"""The real program between Zalo, where prospects write, and Telegram, where the team sits."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.emulators.telegram.emulator import Emulator
from tests.emulators.telegram.people import Person
from tests.emulators.zalo.bot_api import TOKEN
from tests.emulators.zalo.oa_api import APP_ID, APP_SECRET, OA_SECRET
from tests.emulators.zalo.server import Zalo
from tests.program import Program
from tests.test_end_to_end import SLOW, answer, card_with, join
from tests.waiting import until

pytestmark = pytest.mark.e2e
HUONG = "zalo-user-huong"


@pytest.fixture
async def telegram() -> AsyncIterator[Emulator]:
    async with Emulator() as emulator:
        emulator.bot()
        yield emulator


@pytest.fixture
async def zalo() -> AsyncIterator[Zalo]:
    async with Zalo() as running:
        yield running


def _program(folder: Path, telegram: Emulator, **settings: str) -> Program:
    program = Program(folder, telegram.url, next(iter(telegram.world.bots)))
    program.settings.update(settings)
    return program


async def said(look: Callable[[], list[str]], words: str) -> str:
    """What was said with these words in it."""
    found = await until(lambda: [one for one in look() if words in one], SLOW)
    return found[-1]


async def the_team(telegram: Emulator, program: Program) -> Person:
    owner = telegram.person("Chủ")
    owner.says(f"/join {await program.says(r'/join ([0-9a-f]{32})')}")
    await answer(telegram, owner)
    return await join(telegram, program, "rep", "Minh")


async def test_a_prospect_of_the_zalo_bot_is_qualified_and_taken_over_by_a_rep_on_telegram(
    telegram: Emulator, zalo: Zalo, tmp_path: Path
) -> None:
    zalo.bot.repeats = True
    program = _program(
        tmp_path, telegram, DUYEN_ZALO_BOT_TOKEN=TOKEN, DUYEN_ZALO_BOT_API_URL=zalo.url
    )
    await program.start()
    minh = await the_team(telegram, program)

    async def says(text: str) -> None:
        await zalo.bot.bring(zalo.bot.text(HUONG, text, at_ms=int(time.time() * 1000)))

    await says("chào shop, chị cần phần mềm cho 3 cửa hàng, tầm 30 triệu, chị quyết, mua tuần này")
    greeting = await said(lambda: zalo.bot.texts(HUONG), "1. ")
    assert len(zalo.bot.texts(HUONG)) == 1, "one message a turn"
    await says("1")
    await until(lambda: zalo.bot.texts(HUONG)[-1] != greeting, SLOW)
    await says("số chị 0912 345 678, gọi chị luôn nhé")
    card = await card_with(telegram, minh, "LEAD NÓNG")
    assert "0912 ••• 678" in card.text
    minh.taps(card, "✋ Nhận")
    await telegram.wait_for(lambda: "0912 345 678" in card.text, SLOW)

    minh.says("Em Minh đây ạ, em gọi chị ngay", reply_to=card)
    await said(lambda: zalo.bot.texts(HUONG), "em gọi chị ngay")

    doubled = [one for one in zalo.bot.texts(HUONG) if zalo.bot.texts(HUONG).count(one) > 1]
    assert not doubled, "polls that repeat themselves are answered once"
    assert await program.stop() == 0
    assert not any(TOKEN in line for line in program.output)


async def test_an_official_account_brings_signed_events_and_its_tokens_outlive_a_kill(
    telegram: Emulator, zalo: Zalo, tmp_path: Path
) -> None:
    program = _program(
        tmp_path,
        telegram,
        DUYEN_ZALO_OA_API_URL=zalo.url,
        DUYEN_ZALO_OA_APP_ID=APP_ID,
        DUYEN_ZALO_OA_SECRET=OA_SECRET,
        DUYEN_ZALO_OA_APP_SECRET=APP_SECRET,
        DUYEN_ZALO_OA_ACCESS_TOKEN="ended",
        DUYEN_ZALO_OA_REFRESH_TOKEN="refresh-1",
    )
    program.settings["DUYEN_PUBLIC_URL"] = program.url
    account = zalo.account
    account.webhook = f"{program.url}/webhooks/zalo-oa"
    await program.start()
    account.now = datetime.now(UTC)

    assert await account.bring(account.text(HUONG, "giả"), secret="guess") == 403
    event = account.text(HUONG, "cần phần mềm bán hàng, tầm 20 triệu")
    assert await account.bring(event) == 200
    await said(lambda: account.texts(HUONG), "1. ")
    assert await account.bring(event) == 200, "Zalo repeats itself"
    assert account.renewals == 1

    await program.kill()
    await program.start()
    before = len(account.texts(HUONG))
    assert await account.bring(account.text(HUONG, "1")) == 200
    await until(lambda: len(account.texts(HUONG)) > before, SLOW)
    assert account.renewals == 1, "the pair was kept: the first refresh token is spent"
    assert len(account.texts(HUONG)) == before + 1
    kept = tmp_path / "data" / "zalo-oa-tokens.json"
    assert kept.stat().st_mode & 0o077 == 0
    assert await program.stop() == 0
