"""The Telegram channel: asks for updates or has them brought, and sends."""

from __future__ import annotations

import asyncio
import logging
import re
from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import Any, Self

import structlog
from telegram import Bot, Update
from telegram.error import BadRequest, Conflict, TelegramError
from telegram.request import RequestData
from telegram.request._requestparameter import RequestParameter

from bot.channels.button_seal import ButtonSeal
from bot.channels.hidden_tokens import HIDE_TOKENS
from bot.channels.patience import FIRST_WAIT, Patience
from bot.channels.secret_door import ReadBody, SecretDoor
from bot.channels.telegram_errors import Request, ours, trouble
from bot.channels.telegram_groups import is_group
from bot.channels.telegram_incoming import NAME, WANTED, incoming
from bot.channels.telegram_keyboards import TEXT_LIMIT
from bot.channels.telegram_sending import LIMITS, Sender
from handlers.channel import Abilities, IncomingMessage, Kind, OnMessage, OutgoingMessage
from handlers.clock import Clock

log = structlog.get_logger()

PUBLIC_API = "https://api.telegram.org"
POLL = timedelta(seconds=25)
# Beyond the time for which the server holds a poll open: then the line is dead.
POLL_MARGIN = timedelta(seconds=10)
ANSWER_WITHIN = timedelta(seconds=20)
SENDERS = 32
WEBHOOK_CONNECTIONS = 40
_START_PAYLOAD = re.compile(r"[A-Za-z0-9_-]{0,64}")
_TOO_LATE_TO_ANSWER = "query is too old"


class Telegram:
    """One bot. With a webhook address Telegram brings the updates, without one we ask."""

    name = NAME
    abilities = Abilities(
        buttons=True,
        edits=True,
        text_limit=TEXT_LIMIT,
        typing=True,
        asks_contact=True,
        copies=True,
        topics=True,
        leaves=True,
        media=True,
        encloses=True,
        files=True,
        lists=True,
        albums=True,
    )
    limits = LIMITS
    resends_are_harmless = False

    def __init__(
        self,
        token: str,
        clock: Clock,
        *,
        api_url: str = PUBLIC_API,
        webhook_url: str = "",
        webhook_secret: str = "",
        button_key: str,
    ) -> None:
        """`button_key` signs what buttons carry; it is a secret, and the same at every start."""
        # It logs the address of every call, and the token stands in it.
        logging.getLogger("httpx").addFilter(HIDE_TOKENS)
        self._clock = clock
        self._webhook_url = webhook_url
        self._webhook_secret = webhook_secret
        self._polling = Request(connection_pool_size=2)
        self._sending = Request(
            connection_pool_size=SENDERS, read_timeout=ANSWER_WITHIN.total_seconds()
        )
        self._bot = Bot(
            token,
            base_url=f"{api_url.rstrip('/')}/bot",
            base_file_url=f"{api_url.rstrip('/')}/file/bot",
            request=self._sending,
            get_updates_request=self._polling,
        )
        self._seal = ButtonSeal(button_key)
        self._sender = Sender(self._bot)
        self._username = ""
        self._on_message: OnMessage | None = None
        self._answering: set[asyncio.Task[None]] = set()
        self._patience = Patience(clock, TelegramError, trouble)
        self._door = SecretDoor(webhook_secret)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *error: object) -> None:
        for task in self._answering:
            task.cancel()
        await asyncio.gather(*self._answering, return_exceptions=True)
        await self._polling.shutdown()
        await self._sending.shutdown()

    def is_group(self, chat_id: str) -> bool:
        return is_group(chat_id)

    def start_link(self, payload: str) -> str:
        """ "" until Telegram has told us our name, and for what a link cannot carry."""
        if not self._username or not _START_PAYLOAD.fullmatch(payload):
            return ""
        return f"https://t.me/{self._username}" + (f"?start={payload}" if payload else "")

    async def send(self, message: OutgoingMessage) -> str:
        return await self._sender.send(self._sealed(message))

    def _sealed(self, message: OutgoingMessage) -> OutgoingMessage:
        rows = tuple(
            tuple(replace(one, data=self._seal.on(one.data, message.chat_id)) for one in row)
            for row in message.buttons
        )
        return replace(message, buttons=rows)

    async def fetch(self, file: str) -> bytes:
        return await self._sender.fetch(file)

    async def send_document(
        self, chat_id: str, name: str, content: bytes, caption: str = ""
    ) -> str:
        return await self._sender.send_document(chat_id, name, content, caption)

    async def send_photo(self, chat_id: str, content: bytes, caption: str = "") -> str:
        return await self._sender.send_photo(chat_id, content, caption)

    async def show_typing(self, chat_id: str) -> None:
        await self._sender.show_typing(chat_id)

    async def receive(self, on_message: OnMessage) -> None:
        self._on_message = on_message
        try:
            me = await self._patience.keep_trying(self._bot.get_me)
            self._username = me.username or ""
            if self._webhook_url:
                await self._patience.keep_trying(self._set_webhook)
                log.info("telegram brings updates", bot=self._username)
                await asyncio.Event().wait()
            await self._drop_webhook()
            log.info("telegram is asked for updates", bot=self._username)
            await self._poll()
        finally:
            self._on_message = None

    async def webhook(self, read: ReadBody, secret: str | None) -> int:
        """One update brought to us; answers the HTTP status, 200 only for what is stored."""
        on_message = self._on_message
        admit = partial(self._admit, on_message=on_message) if on_message else None
        return await self._door.let_in(read, secret, admit)

    @property
    def refused_webhooks(self) -> int:
        """Calls with a wrong secret."""
        return self._door.refused

    async def _set_webhook(self) -> None:
        await self._bot.set_webhook(
            self._webhook_url,
            secret_token=self._webhook_secret,
            allowed_updates=WANTED,
            max_connections=WEBHOOK_CONNECTIONS,
        )

    async def _drop_webhook(self) -> None:
        """One left behind keeps us from asking; a server that knows none may refuse the call."""
        try:
            await self._bot.delete_webhook()
        except TelegramError as error:
            self._patience.tell("webhook not dropped", str(ours(error)))

    async def _poll(self) -> None:
        """An offset confirms all below it: it moves past an update when that is stored."""
        assert self._on_message is not None
        offset = 0
        while True:
            updates = await self._patience.keep_trying(partial(self._fetch, offset))
            stored = await self._admit_all(updates, self._on_message)
            if stored:
                offset = updates[stored - 1]["update_id"] + 1
            if stored < len(updates):
                await self._clock.sleep(FIRST_WAIT)

    async def _fetch(self, offset: int) -> list[dict[str, Any]]:
        # Not the library's own get_updates: one update that it cannot read would fail the
        # others too, for ever, and be written to the log with all that a person said.
        wanted = _form(
            offset=offset, timeout=int(POLL.total_seconds()), allowed_updates=list(WANTED)
        )
        try:
            found = await self._polling.post(
                f"{self._bot.base_url}/getUpdates",
                wanted,
                read_timeout=(POLL + POLL_MARGIN).total_seconds(),
            )
        except Conflict as error:
            if "webhook" in error.message.lower():
                await self._drop_webhook()
            raise
        return found if isinstance(found, list) else []

    async def _admit_all(self, updates: list[dict[str, Any]], on_message: OnMessage) -> int:
        """Chats side by side, each in its order; how many are stored without a gap."""
        stored = [False] * len(updates)
        lanes: dict[str, list[int]] = {}
        for place, raw in enumerate(updates):
            lanes.setdefault(_lane(raw), []).append(place)

        async def admit_lane(places: list[int]) -> None:
            for place in places:
                stored[place] = await self._admit(updates[place], on_message)
                if not stored[place]:
                    return

        async with asyncio.TaskGroup() as chats:
            for places in lanes.values():
                chats.create_task(admit_lane(places))
        return stored.index(False) if False in stored else len(stored)

    async def _admit(self, raw: Any, on_message: OnMessage) -> bool:
        """Store one update, then answer its button press; True when it needs not come again."""
        update, message = self._read(raw)
        if message is not None:
            try:
                await on_message(message)
            except Exception as error:
                # Whatever kept it from being stored: it stays with Telegram and comes again.
                self._patience.tell(
                    "update not stored, it stays with telegram", type(error).__name__
                )
                return False
        if update is not None and update.callback_query is not None:
            task = asyncio.create_task(self._answer(update.callback_query.id))
            self._answering.add(task)
            task.add_done_callback(self._answering.discard)
        return True

    def _read(self, raw: Any) -> tuple[Update | None, IncomingMessage | None]:
        try:
            update = Update.de_json(raw, self._bot)
            return update, self._opened(incoming(update, self._clock.now(), self._username))
        except Exception as error:
            # It would come again and again, and hold up all that follows it.
            log.error("update passed over, it cannot be read", error=type(error).__name__)
            return None, None

    def _opened(self, message: IncomingMessage | None) -> IncomingMessage | None:
        """A press that was never offered, or by a key long gone, presses nothing: it is answered
        like that of a menu of another version.
        """
        if message is None or message.kind is not Kind.BUTTON:
            return message
        carried = self._seal.opened(message.button, message.chat_id)
        if not carried:
            log.warning("a button was pressed that is none of ours")
        return replace(message, button=carried)

    async def _answer(self, query_id: str) -> None:
        """Stop the spinner on the button; what we have to say comes as a message."""
        try:
            await self._bot.answer_callback_query(query_id)
        except BadRequest as error:
            if _TOO_LATE_TO_ANSWER not in error.message.lower():
                log.warning("button press not answered", reason=error.message)
        except TelegramError as error:
            self._patience.tell("button press not answered", str(ours(error)))


def _form(**parameters: object) -> RequestData:
    """The parameters of one call, sent as the library sends its own: in the body."""
    return RequestData(
        [RequestParameter(name, value, input_files=None) for name, value in parameters.items()]
    )


def _lane(raw: dict[str, Any]) -> str:
    """The chat an update is of, as far as its outermost layers show it."""
    for body in raw.values():
        if isinstance(body, dict):
            chat = body.get("chat") or (body.get("message") or {}).get("chat") or {}
            return str(chat.get("id", ""))
    return ""
