"""The Zalo bot channel: asks for messages or has them brought, and sends plain texts."""

from __future__ import annotations

import asyncio
import json
from collections import OrderedDict
from collections.abc import Mapping
from functools import partial
from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import structlog

from bot.channels.patience import FIRST_WAIT, Patience
from bot.channels.secret_door import ReadBody, SecretDoor
from bot.channels.text_pieces import beginning
from bot.channels.zalo_bot_incoming import NAME, incoming
from bot.channels.zalo_http import (
    ANSWER_WITHIN,
    OwnerNeededError,
    ZaloChannel,
    answer_of,
    new_client,
)
from handlers.channel import (
    Abilities,
    AnswerLostError,
    ChannelError,
    ChatClosedError,
    Enclosure,
    IncomingMessage,
    Limits,
    MessageRefusedError,
    OnMessage,
    OutgoingMessage,
    PartTakenError,
)
from handlers.clock import Clock

log = structlog.get_logger()

PUBLIC_API = "https://bot-api.zaloplatforms.com"
TEXT_LIMIT = 2000
SECRET_HEADER = "x-bot-api-secret-token"
# Of the free plan (docs/zalo.md).
A_MONTH = 3000
POLL = 30  # seconds for which a poll may be held
_IDLE = HTTPStatus.REQUEST_TIMEOUT
_SEEN = 1000  # keys of late messages: some servers tell them again at every poll
_GONE = ("chat not found", "user not found", "blocked", "chat_id")
_TOKEN_REFUSED = "zalo refuses DUYEN_ZALO_BOT_TOKEN: copy it again from the Zalo bot's page"


class ZaloBot(ZaloChannel):
    """One bot. With a webhook address Zalo brings the messages, without one we ask for them."""

    name = NAME
    abilities = Abilities(
        buttons=False,
        edits=False,
        text_limit=TEXT_LIMIT,
        typing=True,
        asks_contact=False,
        one_message_a_turn=True,
        per_month=A_MONTH,
        encloses=True,
    )
    limits = Limits(per_second=20, bulk_per_second=5, chat_per_second=1)
    resends_are_harmless = False

    def __init__(
        self,
        token: str,
        clock: Clock,
        *,
        api_url: str = PUBLIC_API,
        public_url: str = "",
        webhook_url: str = "",
        webhook_secret: str = "",
    ) -> None:
        """`public_url` is where Zalo finds the owner's pictures: it takes addresses alone."""
        super().__init__(new_client(), clock)
        self._public_url = public_url.rstrip("/")
        self._webhook_url = webhook_url
        self._webhook_secret = webhook_secret
        self._door = SecretDoor(webhook_secret)
        self._base = f"{api_url.rstrip('/')}/bot{token}/"
        self._seen: OrderedDict[str, None] = OrderedDict()

    # --- receiving ----------------------------------------------------------------------

    async def receive(self, on_message: OnMessage) -> None:
        self._on_message = on_message
        try:
            if self._webhook_url:
                await self._patience.keep_trying(self._set_webhook)
                log.info("zalo brings messages")
                await asyncio.Event().wait()
            await self._drop_webhook()
            log.info("zalo is asked for messages")
            await self._poll(on_message)
        finally:
            self._on_message = None

    async def webhook(self, read: ReadBody, headers: Mapping[str, str]) -> int:
        """One message brought to us; answers the HTTP status, 200 only for what is stored."""
        on_message = self._on_message
        admit = partial(self._admit, on_message=on_message) if on_message else None
        return await self._door.let_in(read, headers.get(SECRET_HEADER), admit)

    @property
    def refused_webhooks(self) -> int:
        """Calls with a wrong secret."""
        return self._door.refused

    async def _set_webhook(self) -> None:
        await self._call(
            "setWebhook", {"url": self._webhook_url, "secret_token": self._webhook_secret}
        )

    async def _drop_webhook(self) -> None:
        """One left behind keeps us from asking; a bot that has none may refuse the call."""
        try:
            await self._call("deleteWebhook")
        except ChannelError as error:
            log.debug("webhook not dropped", reason=str(error))

    async def _poll(self, on_message: OnMessage) -> None:
        """There is no offset and no receipt: what was told may be told again at every poll."""
        while True:
            found = await self._patience.keep_trying(self._fetch)
            # In their order: what cannot be stored now holds up what follows it.
            taken = 0
            for raw in found:
                if _key(raw) in self._seen:
                    continue
                if not await self._admit(raw, on_message):
                    break
                self._remember(raw)
                taken += 1
            if not taken:
                # A server that holds no poll open would be asked without a pause.
                await self._clock.sleep(FIRST_WAIT)

    async def _fetch(self) -> list[Any]:
        """One message at most, or, by some servers, several; none where nobody wrote."""
        asking = self._client.post(
            f"{self._base}getUpdates", json={"timeout": POLL}, timeout=POLL + ANSWER_WITHIN
        )
        try:
            answer = await answer_of(asking)
        except AnswerLostError:
            return []  # a poll cut off: asking anew costs nothing
        if _code(answer) == _IDLE:
            return []
        result = _result(answer)
        return result if isinstance(result, list) else [result] if result else []

    def _remember(self, raw: Any) -> None:
        self._seen[_key(raw)] = None
        if len(self._seen) > _SEEN:
            self._seen.popitem(last=False)

    async def _admit(self, raw: Any, on_message: OnMessage) -> bool:
        """Store one message; True when it needs not come again."""
        try:
            message = incoming(raw, self._clock.now())
        except (LookupError, TypeError, ValueError, AttributeError) as error:
            # It would come again and again, and hold up all that follows it.
            log.error("message passed over, it cannot be read", error=type(error).__name__)
            return True
        if message is None:
            return True
        return await _stored(message, on_message, self._patience)

    # --- sending ------------------------------------------------------------------------

    async def send(self, message: OutgoingMessage) -> str:
        """Answers the id of the last part; see `Channel.send`."""
        if message.opens_topic or message.topic_act is not None:
            return ""
        method, words, rest = self._first_part(message)
        result = await self._call(method, {"chat_id": message.chat_id, **words})
        if rest is not None:
            raise PartTakenError(rest)
        return str(result.get("message_id", "")) if isinstance(result, dict) else ""

    def _first_part(
        self, message: OutgoingMessage
    ) -> tuple[str, dict[str, str], OutgoingMessage | None]:
        """The next call, and what is left: pictures first, the last with the words under it."""
        pictures = [one for one in message.encloses if one.kind == "photo" and self._address(one)]
        others = tuple(one for one in message.encloses if one not in pictures)
        text = "\n".join((message.text, *filter(None, map(self._address, others))))
        piece, left = beginning(text, TEXT_LIMIT)
        if not pictures:
            rest = message.left(left) if left else None
            return "sendMessage", {"text": piece}, rest
        shown = {"photo": self._address(pictures[0])}
        if len(pictures) == 1 and not left:
            return "sendPhoto", {**shown, "caption": piece}, None
        return "sendPhoto", shown, message.left(message.text, (*pictures[1:], *others))

    def _address(self, one: Enclosure) -> str:
        """Where Zalo finds a picture; "" for our own where the world does not reach us."""
        if one.is_in_web:
            return one.address
        return f"{self._public_url}/enclosed/{quote(one.address)}" if self._public_url else ""

    async def show_typing(self, chat_id: str) -> None:
        try:
            await self._call("sendChatAction", {"chat_id": chat_id, "action": "typing"})
        except ChannelError as error:
            # It helps a little and is gone in seconds: not worth a second try.
            log.debug("typing not shown", reason=str(error))

    async def _call(self, method: str, given: Mapping[str, str] | None = None) -> Any:
        """What the method answers; ChannelError where it does not."""
        answer = await answer_of(self._client.post(f"{self._base}{method}", json=given or {}))
        return _result(answer)


async def _stored(message: IncomingMessage, on_message: OnMessage, patience: Patience) -> bool:
    try:
        await on_message(message)
    except Exception as error:
        # Whatever kept it from being stored: it stays with Zalo and comes again.
        patience.tell("message not stored, it stays with zalo", type(error).__name__)
        return False
    return True


def _key(raw: Any) -> str:
    return json.dumps(raw, sort_keys=True)


def _code(answer: Mapping[str, Any]) -> int:
    try:
        return 0 if answer.get("ok") else int(answer.get("error_code") or 0)
    except (TypeError, ValueError):
        return 0


def _result(answer: Mapping[str, Any]) -> Any:
    """The result of an answer, or its refusal as one of our errors."""
    if answer.get("ok"):
        return answer.get("result")
    code, said = _code(answer), str(answer.get("description") or "refused")
    match code:
        case HTTPStatus.UNAUTHORIZED:
            raise OwnerNeededError(_TOKEN_REFUSED)
        case HTTPStatus.FORBIDDEN:
            raise ChatClosedError(said)
        case HTTPStatus.TOO_MANY_REQUESTS:
            raise ChannelError(said, FIRST_WAIT, whole_channel=True)
        case _ if code >= HTTPStatus.INTERNAL_SERVER_ERROR:
            raise ChannelError(f"{code} {said}")
        case _ if any(word in said.lower() for word in _GONE):
            raise ChatClosedError(said)
        case _:
            raise MessageRefusedError(f"{code} {said}")
