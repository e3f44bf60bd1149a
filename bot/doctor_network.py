"""What the doctor sees of the network: Telegram, and the port we listen on."""

from __future__ import annotations

import re
import socket
from collections.abc import Iterator
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from typing import Any
from urllib.parse import urlsplit

import httpx

from bot.config import TELEGRAM_API, Config
from bot.doctor import Finding, Mark
from bot.listening import family_of, url_of, what_is_wrong

PATIENCE = 5.0  # seconds
MOST_SKEW = 60.0  # seconds: beyond it, times of follow-ups look wrong to everybody
TOKEN_FORM = re.compile(r"\d{6,}:[A-Za-z0-9_-]{30,}")
HOOK = "/webhooks/telegram"


def telegram(config: Config) -> Iterator[Finding]:
    if config.telegram_token is None:
        detail = "no token: the website chat alone is served"
        yield Finding("telegram", Mark.SKIPPED, detail, "Set DUYEN_TELEGRAM_TOKEN to go live.")
        return
    token = config.telegram_token.get_secret_value()
    if config.telegram_api_url == TELEGRAM_API and not TOKEN_FORM.fullmatch(token):
        cure = "Copy the whole token from @BotFather again: 123456789:AA…"
        yield Finding("telegram", Mark.BAD, "DUYEN_TELEGRAM_TOKEN has not the form of one", cure)
        return
    try:
        # An error of httpx names the address, and the token stands in it: none is shown.
        with httpx.Client(
            base_url=f"{config.telegram_api_url}/bot{token}/", timeout=PATIENCE
        ) as api:
            yield from _bot(api)
            yield from _webhook(api, config)
    except httpx.TransportError as error:
        detail = f"offline, not looked at ({type(error).__name__})"
        yield Finding("telegram", Mark.SKIPPED, detail, "Look again when the network is there.")


def _bot(api: httpx.Client) -> Iterator[Finding]:
    answer = api.get("getMe")
    me = _result(answer)
    if me is None:
        refused = answer.status_code in (HTTPStatus.UNAUTHORIZED, HTTPStatus.NOT_FOUND)
        detail = "Telegram does not know the token" if refused else "Telegram has a bad moment"
        cure = "Copy the token from @BotFather again." if refused else "Look again in a minute."
        yield Finding("telegram", Mark.BAD, f"{detail} ({answer.status_code})", cure)
        return
    yield Finding("telegram", Mark.GOOD, f"@{me.get('username', '?')}")
    if date := answer.headers.get("date"):
        skew = abs((parsedate_to_datetime(date) - datetime.now(UTC)).total_seconds())
        if skew > MOST_SKEW:
            cure = "Let the system keep its time by the network (NTP)."
            yield Finding("clock", Mark.BAD, f"{skew:,.0f} s off", cure)


def _webhook(api: httpx.Client, config: Config) -> Iterator[Finding]:
    info = _result(api.get("getWebhookInfo"))
    if info is None:
        return
    there, ours = info.get("url", ""), f"{config.public_url}{HOOK}" if config.public_url else ""
    if there and there != ours:
        # The path of somebody's webhook may hold a secret.
        detail = f"another program gets the messages, at {urlsplit(there).hostname}"
        cure = "Stop that program or give this one a bot of its own; `run` then takes over."
        yield Finding("webhook", Mark.BAD, detail, cure)
    elif problem := info.get("last_error_message") if there else None:
        cure = "See that DUYEN_PUBLIC_URL reaches this machine over HTTPS."
        yield Finding("webhook", Mark.WARNING, f"Telegram's last error: {problem}", cure)
    else:
        yield Finding("webhook", Mark.GOOD, "ours" if there else "none, we ask for messages")


def _result(answer: httpx.Response) -> dict[str, Any] | None:
    try:
        plain = answer.json()
    except ValueError:
        return None
    result = plain.get("result") if isinstance(plain, dict) and plain.get("ok") else None
    return result if isinstance(result, dict) else None


def port(config: Config) -> Iterator[Finding]:
    """Free, or taken by ourselves."""
    host, number = config.http_host, config.http_port
    place = f"{host}:{number}"
    try:
        with socket.create_server((host, number), family=family_of(host)):
            yield Finding("port", Mark.GOOD, f"{place} is free")
            return
    except OSError as error:
        problem, cure = what_is_wrong(host, number, error)
    if _is_ours(host, number):
        yield Finding("port", Mark.GOOD, f"{place}, Duyên answers there")
    else:
        yield Finding("port", Mark.BAD, problem, cure)


def _is_ours(host: str, number: int) -> bool:
    reachable = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)
    try:
        answer = httpx.get(f"{url_of(reachable, number)}/livez", timeout=PATIENCE, trust_env=False)
        return bool(answer.json() == {"alive": True})
    except (httpx.HTTPError, ValueError):
        return False
