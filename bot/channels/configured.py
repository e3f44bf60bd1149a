"""The channels that the settings name, each opened with what it needs and closed with the house."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass, field

from bot.channels.secret_door import Webhook
from bot.importing import without
from bot.plan import Plan
from handlers.channel import Channel
from handlers.clock import Clock
from storage.store import Store, Work

TELEGRAM_HOOK = "telegram"
ZALO_BOT_HOOK = "zalo-bot"
ZALO_OA_HOOK = "zalo-oa"
_TELEGRAM_SECRET = "x-telegram-bot-api-secret-token"
_TOKENS_FILE = "zalo-oa-tokens.json"


@dataclass(slots=True)
class OpenChannels:
    channels: dict[str, Channel] = field(default_factory=dict)  # by name
    webhooks: dict[str, Webhook] = field(default_factory=dict)  # by the address's last part
    refused: dict[str, Callable[[], int]] = field(default_factory=dict)  # webhooks, by channel


# Each channel is imported where it is opened: without its token nobody should wait for its
# libraries. The HTTP client of two of them would take rich along for a command line of its own.


async def open_channels(
    plan: Plan, store: Store, stack: AsyncExitStack, clock: Clock
) -> OpenChannels:
    """All but the website's chat, which needs no account."""
    found = OpenChannels()
    if plan.telegram_token:
        await _telegram(plan, store, stack, clock, found)
    if plan.zalo_bot.token:
        await _zalo_bot(plan, store, stack, clock, found)
    if plan.zalo_oa.access_token or plan.zalo_oa.refresh_token:
        await _zalo_oa(plan, stack, clock, found)
    return found


async def _telegram(
    plan: Plan, store: Store, stack: AsyncExitStack, clock: Clock, found: OpenChannels
) -> None:
    with without("rich"):
        from bot.channels.telegram import PUBLIC_API, Telegram

    telegram = await stack.enter_async_context(
        Telegram(
            plan.telegram_token,
            clock,
            api_url=plan.telegram_api_url or PUBLIC_API,
            webhook_url=_address(plan, TELEGRAM_HOOK),
            webhook_secret=plan.telegram_webhook_secret
            or await _kept_secret(store, "telegram_webhook_secret"),
            button_key=await _kept_secret(store, "telegram_button_key"),
        )
    )
    found.channels[telegram.name] = telegram
    if plan.public_url:
        found.webhooks[TELEGRAM_HOOK] = lambda read, headers: telegram.webhook(
            read, headers.get(_TELEGRAM_SECRET)
        )
    found.refused[telegram.name] = lambda: telegram.refused_webhooks


async def _zalo_bot(
    plan: Plan, store: Store, stack: AsyncExitStack, clock: Clock, found: OpenChannels
) -> None:
    with without("rich"):
        from bot.channels.zalo_bot import PUBLIC_API, ZaloBot

    bot = await stack.enter_async_context(
        ZaloBot(
            plan.zalo_bot.token,
            clock,
            api_url=plan.zalo_bot.api_url or PUBLIC_API,
            public_url=plan.public_url,
            webhook_url=_address(plan, ZALO_BOT_HOOK),
            webhook_secret=plan.zalo_bot.webhook_secret
            or await _kept_secret(store, "zalo_bot_webhook_secret"),
        )
    )
    found.channels[bot.name] = bot
    if plan.public_url:
        found.webhooks[ZALO_BOT_HOOK] = bot.webhook
    found.refused[bot.name] = lambda: bot.refused_webhooks


async def _zalo_oa(plan: Plan, stack: AsyncExitStack, clock: Clock, found: OpenChannels) -> None:
    with without("rich"):
        from bot.channels.zalo_http import new_client
        from bot.channels.zalo_oa import PUBLIC_API, PUBLIC_OAUTH, ZaloOA
        from bot.channels.zalo_oa_tokens import PairFile, Tokens

    given = plan.zalo_oa
    client = new_client()
    tokens = Tokens(
        client,
        clock,
        PairFile(plan.data_dir / _TOKENS_FILE),
        # Whoever serves the API in Zalo's place serves the tokens, too.
        oauth_url=given.api_url or PUBLIC_OAUTH,
        app_id=given.app_id,
        app_secret=given.app_secret,
        access=given.access_token,
        refresh=given.refresh_token,
    )
    account = await stack.enter_async_context(
        ZaloOA(
            client,
            tokens,
            clock,
            api_url=given.api_url or PUBLIC_API,
            app_id=given.app_id,
            secret=given.secret,
            is_reached=bool(plan.public_url),
        )
    )
    found.channels[account.name] = account
    # Whatever our address is said to be: there is no other way in, and each call is signed.
    found.webhooks[ZALO_OA_HOOK] = account.webhook
    found.refused[account.name] = lambda: account.refused_webhooks


def _address(plan: Plan, hook: str) -> str:
    return f"{plan.public_url.rstrip('/')}/webhooks/{hook}" if plan.public_url else ""


async def _kept_secret(store: Store, name: str) -> str:
    """Made once and kept: after a restart the platform still knows it."""

    def known_or_new(work: Work) -> str:
        known = work.settings.get(name)
        if known is None:
            known = secrets.token_urlsafe(32)
            work.settings.put(name, known)
        return known

    return await store.run(known_or_new)
