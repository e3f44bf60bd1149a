"""What the doctor sees of Zalo: the bot's token, the account's tokens and its way to us."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import httpx
from pydantic import SecretStr

from bot.channels.configured import ZALO_BOT_HOOK
from bot.channels.zalo_bot import PUBLIC_API as BOT_API
from bot.channels.zalo_oa import PUBLIC_API as OA_API
from bot.config import Config
from bot.doctor import Finding, Mark

PATIENCE = 5.0  # seconds
_TOKEN_ENDED = (-216, -220)
_OFFLINE = "Look again when the network is there."


def zalo_bot(config: Config) -> Iterator[Finding]:
    if config.zalo_bot_token is None:
        return
    address = f"{config.zalo_bot_api_url or BOT_API}/bot{_shown(config.zalo_bot_token)}/"
    try:
        # An error of httpx names the address, and the token stands in it: none is shown.
        with httpx.Client(base_url=address, timeout=PATIENCE) as api:
            me, webhook = _answer(api.post("getMe")), _answer(api.post("getWebhookInfo"))
    except httpx.TransportError as error:
        detail = f"offline, not looked at ({type(error).__name__})"
        yield Finding("zalo bot", Mark.SKIPPED, detail, _OFFLINE)
        return
    if not me.get("ok"):
        cure = "Copy DUYEN_ZALO_BOT_TOKEN again from the bot's page in Zalo."
        yield Finding("zalo bot", Mark.BAD, "Zalo does not take the token", cure)
        return
    about = me.get("result")
    name = about.get("account_name") or about.get("id") if isinstance(about, dict) else ""
    yield Finding("zalo bot", Mark.GOOD, str(name or "?"))
    told = webhook.get("result")
    there = str(told.get("url") or "") if isinstance(told, dict) else ""
    ours = f"{config.public_url}/webhooks/{ZALO_BOT_HOOK}" if config.public_url else ""
    if there and there != ours:
        cure = "Stop that program or give this one a bot of its own; `run` then takes over."
        yield Finding("zalo bot", Mark.BAD, "another program gets the bot's messages", cure)


def zalo_oa(config: Config) -> Iterator[Finding]:
    if config.zalo_oa_access_token is None and config.zalo_oa_refresh_token is None:
        return
    missing = [
        f"DUYEN_{name.upper()}"
        for name in ("zalo_oa_app_id", "zalo_oa_secret", "zalo_oa_refresh_token", "public_url")
        if getattr(config, name) is None
    ]
    if missing:
        detail = "no messages come in" if "DUYEN_PUBLIC_URL" in missing else "not all is set"
        yield Finding("zalo oa", Mark.BAD, detail, f"Set {', '.join(missing)}.")
    try:
        answer = httpx.get(
            f"{config.zalo_oa_api_url or OA_API}/v2.0/oa/getoa",
            headers={"access_token": _shown(config.zalo_oa_access_token)},
            timeout=PATIENCE,
        )
    except httpx.TransportError as error:
        detail = f"offline, not looked at ({type(error).__name__})"
        yield Finding("zalo oa", Mark.SKIPPED, detail, _OFFLINE)
        return
    told = _answer(answer)
    if told.get("error") in _TOKEN_ENDED:
        # Not looked at more closely: asking for a new one would spend the refresh token.
        detail = "the access token of the settings has ended"
        yield Finding("zalo oa", Mark.WARNING, detail, "`run` renews it by the refresh token.")
    elif told.get("error") != 0:
        detail = f"Zalo refuses the account ({told.get('error', answer.status_code)})"
        cure = "See the account's page for bills and permissions."
        yield Finding("zalo oa", Mark.BAD, detail, cure)
    else:
        about = told.get("data")
        name = str(about.get("name") or "?") if isinstance(about, dict) else "?"
        yield Finding("zalo oa", Mark.GOOD, name)


def _shown(secret: SecretStr | None) -> str:
    return secret.get_secret_value() if secret is not None else ""


def _answer(response: httpx.Response) -> dict[str, Any]:
    try:
        plain = response.json()
    except ValueError:
        return {}
    return plain if isinstance(plain, dict) else {}
