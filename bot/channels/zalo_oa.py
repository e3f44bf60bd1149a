"""The Zalo official account: signed webhooks in, consultation messages out."""

from __future__ import annotations

import hashlib
import hmac
import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from http import HTTPStatus
from typing import Any

import httpx
import structlog

from bot.channels.secret_door import ReadBody
from bot.channels.zalo_http import ZaloChannel, answer_of
from bot.channels.zalo_oa_incoming import NAME, incoming
from bot.channels.zalo_oa_sending import TEXT_LIMIT, first_body, refusal
from bot.channels.zalo_oa_tokens import Tokens
from handlers.channel import (
    Abilities,
    AnswerLostError,
    ChannelError,
    Limits,
    OnMessage,
    OutgoingMessage,
    PartTakenError,
)
from handlers.clock import Clock

log = structlog.get_logger()

PUBLIC_API = "https://openapi.zalo.me"
PUBLIC_OAUTH = "https://oauth.zaloapp.com"
SIGNATURE_HEADER = "x-zevent-signature"
_SIGNATURE = re.compile(r"[0-9a-f]{64}")
TIME_HEADER = "x-zevent-timestamp"
# Zalo refuses a message to somebody who has not written for so long (docs/zalo.md). The
# hour is for what was judged in time and waits for its place under the limits.
WINDOW = timedelta(days=7) - timedelta(hours=1)
_SEND = "/v3.0/oa/message/cs"
_TOKEN_ENDED = (-216, -220)
# How far an event's time may be from ours.
_LATE, _EARLY = timedelta(hours=2), timedelta(minutes=5)
_LOOK_AT_TOKENS = timedelta(hours=1)


class ZaloOA(ZaloChannel):
    """One official account. Zalo brings its messages; there is no way to ask for them."""

    name = NAME
    abilities = Abilities(
        # Its cards have no buttons that are safe to count on, cannot be changed, and each
        # counts against the eight free answers: choices are numbers in one text.
        buttons=False,
        edits=False,
        text_limit=TEXT_LIMIT,
        typing=False,
        asks_contact=False,
        one_message_a_turn=True,
        window=WINDOW,
        media=True,
        encloses=True,
        tells_seen=True,
    )
    limits = Limits(per_second=20, bulk_per_second=15, chat_per_second=1)
    resends_are_harmless = False

    def __init__(
        self,
        client: httpx.AsyncClient,
        tokens: Tokens,
        clock: Clock,
        *,
        api_url: str = PUBLIC_API,
        app_id: str = "",
        secret: str = "",
        is_reached: bool = True,
    ) -> None:
        """Of another app than `app_id` no event is taken, without one of any that is signed.

        `secret` is the official account's own; `is_reached` says whether Zalo can call us.
        """
        super().__init__(client, clock)
        self._tokens = tokens
        self._api = api_url.rstrip("/")
        self._app_id = app_id
        self._secret = secret
        self._is_reached = is_reached
        self.refused_webhooks = 0  # calls with a wrong signature

    # --- receiving ----------------------------------------------------------------------

    async def receive(self, on_message: OnMessage) -> None:
        """Take webhooks until cancelled, and keep the tokens fresh meanwhile."""
        if not self._is_reached:
            log.warning("zalo brings no messages: DUYEN_PUBLIC_URL is not set")
        self._on_message = on_message
        try:
            while True:
                await self._patience.keep_trying(self._tokens.access)
                await self._clock.sleep(_LOOK_AT_TOKENS.total_seconds())
        finally:
            self._on_message = None

    async def webhook(self, read: ReadBody, headers: Mapping[str, str]) -> int:
        """One event brought to us; answers the HTTP status, 200 only for what is stored."""
        event = await self._signed(read, headers)
        if event is None:
            self.refused_webhooks += 1
            log.warning("webhook refused: wrong signature", refused=self.refused_webhooks)
            return HTTPStatus.FORBIDDEN
        if self._on_message is None:
            return HTTPStatus.SERVICE_UNAVAILABLE
        try:
            message = incoming(event, self._clock.now())
        except (LookupError, TypeError, ValueError, AttributeError) as error:
            # Refused, it would come five times more, and then the webhook be switched off.
            log.error("event passed over, it cannot be read", error=type(error).__name__)
            return HTTPStatus.OK
        if message is not None:
            try:
                await self._on_message(message)
            except Exception as error:
                # Whatever kept it from being stored: Zalo brings it again.
                self._patience.tell("event not stored, zalo brings it again", type(error).__name__)
                return HTTPStatus.SERVICE_UNAVAILABLE
        return HTTPStatus.OK

    async def _signed(self, read: ReadBody, headers: Mapping[str, str]) -> dict[str, Any] | None:
        """The event, where it is Zalo's. Without the form of a signature no body is read."""
        shown = headers.get(SIGNATURE_HEADER, "").removeprefix("mac=").strip().lower()
        if not (self._secret and _SIGNATURE.fullmatch(shown)):
            return None
        body = await read()
        try:
            event = json.loads(body)
        except ValueError:
            return None
        if not isinstance(event, dict) or not self._is_signed(body, event, headers, shown):
            return None
        return event

    def _is_signed(
        self, body: bytes, event: dict[str, Any], headers: Mapping[str, str], shown: str
    ) -> bool:
        """A plain SHA-256 over app id, the raw body, the time and the secret; no HMAC."""
        time = event.get("timestamp") or headers.get(TIME_HEADER, "")
        app_id = str(event.get("app_id", ""))
        if not self._is_fresh(time) or self._app_id not in ("", app_id):
            return False
        told = app_id.encode() + body + f"{time}{self._secret}".encode()
        return hmac.compare_digest(shown.encode(), hashlib.sha256(told).hexdigest().encode())

    def _is_fresh(self, time: Any) -> bool:
        """Zalo repeats itself for an hour; what is older somebody has kept."""
        try:
            at = datetime.fromtimestamp(float(time) / 1000, UTC)
        except (TypeError, ValueError, OverflowError, OSError):
            return False
        return -_EARLY <= self._clock.now() - at <= _LATE

    # --- sending ------------------------------------------------------------------------

    async def send(self, message: OutgoingMessage) -> str:
        """Answers the id of the last part; see `Channel.send`."""
        if message.opens_topic or message.topic_act is not None:
            return ""
        body, rest = await first_body(message, self._upload, self.fetch)
        data = await self._call(
            _SEND, json={"recipient": {"user_id": message.chat_id}, "message": body}
        )
        if rest is not None:
            raise PartTakenError(rest)
        return str(data.get("message_id", ""))

    async def show_typing(self, chat_id: str) -> None:
        """The platform has no sign for it."""

    async def _upload(self, what: str, name: str, content: bytes) -> dict[str, Any]:
        """Bring a picture or a file to Zalo; what it is called there."""
        try:
            return await self._call(f"/v2.0/oa/upload/{what}", files={"file": (name, content)})
        except AnswerLostError as error:
            # Nobody sees what only lies there: the message it is for has surely not left.
            raise ChannelError(str(error)) from None

    async def _call(self, path: str, **given: Any) -> dict[str, Any]:
        """The data of the answer; a token that has ended is renewed once. ChannelError else."""
        token = await self._tokens.access()
        answer = await self._post(path, token, given)
        if answer.get("error") in _TOKEN_ENDED:
            answer = await self._post(path, await self._tokens.renewed(token), given)
        if answer.get("error"):
            raise refusal(answer)
        data = answer.get("data")
        return data if isinstance(data, dict) else {}

    async def _post(self, path: str, token: str, given: Mapping[str, Any]) -> dict[str, Any]:
        asking = self._client.post(f"{self._api}{path}", headers={"access_token": token}, **given)
        return await answer_of(asking)
