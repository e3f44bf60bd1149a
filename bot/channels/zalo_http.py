"""Calls to Zalo over HTTP: what surely was not taken, what may have been, what never will be."""

from __future__ import annotations

import logging
from collections.abc import Awaitable
from http import HTTPStatus
from typing import Any, Self

import httpx

from bot.channels.hidden_tokens import HIDE_TOKENS, without_tokens
from bot.channels.patience import Patience, Trouble
from handlers.channel import (
    AnswerLostError,
    ChannelError,
    MessageRefusedError,
    OnMessage,
    OutOfReachError,
)
from handlers.clock import Clock

CONNECTIONS = 32
ANSWER_WITHIN = 20.0  # seconds
LARGEST_DOWNLOAD = 20 * 1024 * 1024  # bytes, as much as Telegram gives us
# Nothing will be better in a second: a token, a plan or a bill needs a human.
NEEDS_A_HUMAN = 60.0  # seconds
# Failures before anything was written to the wire.
_BEFORE_SENDING = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)
# Where Zalo limits us and names no time.
_PAUSE = 5.0  # seconds


class OwnerNeededError(ChannelError):
    """Only the owner can mend it; the reason says how. The whole channel waits."""

    def __init__(self, cure: str) -> None:
        super().__init__(cure, NEEDS_A_HUMAN, whole_channel=True)


def new_client() -> httpx.AsyncClient:
    """Its caller closes it. Addresses are logged without the token that stands in them."""
    logging.getLogger("httpx").addFilter(HIDE_TOKENS)
    limits = httpx.Limits(max_connections=CONNECTIONS)
    return httpx.AsyncClient(timeout=ANSWER_WITHIN, limits=limits)


async def answer_of(asking: Awaitable[httpx.Response]) -> dict[str, Any]:
    """The JSON object of an answer, whatever its status says; ChannelError where there is none."""
    try:
        response = await asking
    except _BEFORE_SENDING as error:
        # `from None`: the cause holds the request, and with it the token.
        raise OutOfReachError(type(error).__name__) from None
    except httpx.TransportError as error:
        raise AnswerLostError(type(error).__name__) from None
    status = response.status_code
    if status == HTTPStatus.TOO_MANY_REQUESTS:
        raise ChannelError("too many requests", _asked_pause(response), whole_channel=True)
    if status == HTTPStatus.GATEWAY_TIMEOUT:
        # The gateway passed the request on and gave up waiting.
        raise AnswerLostError(f"HTTP {status}")
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        raise ChannelError(f"HTTP {status}")
    try:
        plain = response.json()
    except ValueError:
        plain = None
    if not isinstance(plain, dict):
        if status == HTTPStatus.REQUEST_TIMEOUT:
            return {"error_code": status}  # nobody wrote while a poll was held: no failure
        if response.is_success:
            raise AnswerLostError("the answer cannot be read")
        raise ChannelError(f"HTTP {status}")
    return plain


def _asked_pause(response: httpx.Response) -> float:
    asked = response.headers.get("retry-after", "")
    return float(asked) if asked.isdecimal() else _PAUSE


async def download(client: httpx.AsyncClient, address: str) -> bytes:
    """What lies at an address that Zalo named; MessageRefusedError where it is not to be had."""
    content = bytearray()
    try:
        async with client.stream("GET", address) as response:
            response.raise_for_status()
            async for part in response.aiter_bytes():
                content += part
                if len(content) > LARGEST_DOWNLOAD:
                    raise MessageRefusedError("the file is too large to pass on")
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise MessageRefusedError(f"the file is not to be had: {type(error).__name__}") from None
    return bytes(content)


class ZaloChannel:
    """What both products have in common: one client, no groups of ours, no link that carries."""

    def __init__(self, client: httpx.AsyncClient, clock: Clock) -> None:
        self._client = client
        self._clock = clock
        self._patience = Patience(clock, ChannelError, trouble)
        self._on_message: OnMessage | None = None

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *error: object) -> None:
        await self._client.aclose()

    def is_group(self, chat_id: str) -> bool:
        """Nothing in an id tells it; we never write to groups of our own accord."""
        return False

    def start_link(self, payload: str) -> str:
        """Zalo has no link that carries something."""
        return ""

    async def fetch(self, file: str) -> bytes:
        return await download(self._client, file)


def trouble(error: ChannelError) -> Trouble:
    """The failure for the operator."""
    what = str(error) if isinstance(error, OwnerNeededError) else "zalo does not answer, trying on"
    return Trouble(what, without_tokens(str(error)), error.retry_after)
