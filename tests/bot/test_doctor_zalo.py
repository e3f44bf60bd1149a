"""The doctor looks at Zalo: each cross with its cure, no token shown, no refresh token spent."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest

from bot.config import read_config
from bot.doctor import Check, Finding, Mark
from bot.doctor_zalo import zalo_bot, zalo_oa
from tests.emulators.zalo.bot_api import TOKEN
from tests.emulators.zalo.oa_api import APP_ID, OA_SECRET
from tests.emulators.zalo.server import Zalo

PUBLIC = "https://chat.example"


@pytest.fixture
async def zalo() -> AsyncIterator[Zalo]:
    async with Zalo() as running:
        yield running


async def findings(check: Check, **flags: str) -> list[Finding]:
    """The doctor does not await: it looks from a thread of its own."""
    config = read_config(**flags)
    return await asyncio.to_thread(lambda: list(check(config)))


def of_account(zalo: Zalo, **more: str) -> dict[str, str]:
    return {
        "zalo_oa_api_url": zalo.url,
        "zalo_oa_app_id": APP_ID,
        "zalo_oa_secret": OA_SECRET,
        "zalo_oa_access_token": "access-1",
        "zalo_oa_refresh_token": "refresh-1",
        "public_url": PUBLIC,
        **more,
    }


async def test_without_zalo_nothing_is_said(zalo: Zalo) -> None:
    assert await findings(zalo_bot) == await findings(zalo_oa) == []


async def test_a_bot_that_zalo_knows_is_well_and_a_strangers_webhook_is_found(zalo: Zalo) -> None:
    settings = {"zalo_bot_api_url": zalo.url, "zalo_bot_token": TOKEN}
    (good,) = await findings(zalo_bot, **settings)
    zalo.bot.webhook = ("https://other.example/secret-path", "12345678")
    *_, bad = await findings(zalo_bot, **settings)

    assert (good.mark, good.detail) == (Mark.GOOD, "bot.anhduong")
    assert bad.mark is Mark.BAD
    assert "secret-path" not in bad.detail


async def test_a_wrong_token_is_found_and_not_shown(zalo: Zalo) -> None:
    (bad,) = await findings(
        zalo_bot, zalo_bot_api_url=zalo.url, zalo_bot_token="123456:wrong-token-wrong"
    )

    assert bad.mark is Mark.BAD
    assert "DUYEN_ZALO_BOT_TOKEN" in bad.cure
    assert "wrong-token" not in bad.detail + bad.cure


async def test_an_account_is_well_or_says_what_is_missing(zalo: Zalo) -> None:
    (good,) = await findings(zalo_oa, **of_account(zalo))
    without = {name: value for name, value in of_account(zalo).items() if name != "public_url"}
    missing, still_good = await findings(zalo_oa, **without)

    assert (good.mark, good.detail) == (Mark.GOOD, "Ánh Dương")
    assert (missing.mark, missing.cure) == (Mark.BAD, "Set DUYEN_PUBLIC_URL.")
    assert still_good.mark is Mark.GOOD


async def test_a_token_that_ended_is_a_warning_and_no_refresh_token_is_spent(zalo: Zalo) -> None:
    (ended,) = await findings(zalo_oa, **of_account(zalo, zalo_oa_access_token="ended"))

    assert ended.mark is Mark.WARNING
    assert zalo.account.renewals == 0


async def test_offline_is_said_and_no_cross() -> None:
    nowhere = "http://127.0.0.1:9"
    (bot,) = await findings(zalo_bot, zalo_bot_api_url=nowhere, zalo_bot_token=TOKEN)
    assert bot.mark is Mark.SKIPPED
    assert TOKEN not in bot.detail
