"""The chat on our own website: a visitor speaks by HTTP, our lines wait in the transcript."""

from __future__ import annotations

import asyncio
import hashlib
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol
from urllib.parse import quote

from pydantic import BaseModel, Field, field_validator

from bot.channels.start_word import as_said
from handlers.channel import (
    Abilities,
    IncomingMessage,
    Kind,
    Limits,
    Media,
    MessageRefusedError,
    OnMessage,
    OutgoingMessage,
    clean,
)

TOKEN_BYTES = 32
TOKEN_FORM = r"[A-Za-z0-9_-]{43}"  # so many letters are 32 bytes in base64
LONGEST_SAID = 4096


class Said(BaseModel):
    """One thing a visitor said, as the page sends it. The same id again is a repetition."""

    id: str = Field(pattern=r"^[A-Za-z0-9_-]{1,80}$")
    # No contact card: nobody vouches for a visitor's number, and a proven one joins two leads.
    kind: Literal["text", "button", "start"] = "text"
    text: str = Field(default="", max_length=LONGEST_SAID)
    button: str = Field(default="", max_length=64)
    on: str = Field(default="", pattern=r"^[0-9]{0,18}$")  # id of the line that has the button
    answers: str = Field(default="", pattern=r"^[0-9]{0,18}$")  # id of the line this answers
    lang: str = Field(default="", pattern=r"^[A-Za-z-]{0,16}$")

    @field_validator("text", "button", mode="before")
    @classmethod
    def _takeable(cls, value: object) -> object:
        # Before the length is looked at: half an emoji, cut off by a page, is no fault.
        return clean(value) if isinstance(value, str) else value


def new_token() -> str:
    """What lets a visitor into a chat of its own: 256 random bits."""
    return secrets.token_urlsafe(TOKEN_BYTES)


def chat_id_of(token: str) -> str:
    """The chat behind a token. Whoever reads the database cannot speak in the visitor's name."""
    return hashlib.sha256(token.encode()).hexdigest()


def incoming(said: Said, chat_id: str, now: datetime) -> IncomingMessage:
    kind, text = Kind(said.kind), said.text
    if kind is Kind.TEXT:
        kind, text = as_said(text)
    return IncomingMessage(
        channel=WebChat.name,
        chat_id=chat_id,
        key=f"w:{said.id}",
        kind=kind,
        sent_at=now,
        text=text,
        button=said.button,
        platform_message_id=said.on,
        reply_to=said.answers,
        sender_id=chat_id,
        sender_language=said.lang,
    )


@dataclass(frozen=True, slots=True)
class SentFile:
    """A file a visitor sent with some words, kept already under `token`."""

    id: str  # as that of `Said`
    kind: str
    token: str
    name: str
    text: str = ""
    answers: str = ""


def incoming_file(sent: SentFile, chat_id: str, now: datetime) -> IncomingMessage:
    return IncomingMessage(
        channel=WebChat.name,
        chat_id=chat_id,
        key=f"w:{sent.id}",
        kind=Kind.ATTACHMENT,
        sent_at=now,
        text=sent.text,
        reply_to=sent.answers,
        sender_id=chat_id,
        attachment=sent.kind,
        file=sent.token,
        file_name=sent.name,
    )


class Shelf(Protocol):
    """Where the files of this chat lie."""

    async def fetch(self, token: str) -> bytes:
        """The content; raise ChannelError where it is not to be had."""

    async def keep_sent(self, message: OutgoingMessage, media: Media) -> None:
        """Let the message's chat see the file that goes with it."""


# Tabs of one chat that listen at a time: a line held open costs us one, whoever holds it.
MOST_PAGES = 12


class ChannelClosedError(Exception):
    """Nothing is taken now: the program starts or stops. Trying again will help."""


class Listener:
    """One open page of one chat. It is told that there is something new, not what."""

    def __init__(self) -> None:
        self._rung = asyncio.Event()
        self._typing = False
        self.closed = False

    def ring(self, *, typing: bool = False) -> None:
        self._typing = typing
        self._rung.set()

    def close(self) -> None:
        self.closed = True
        self._rung.set()

    async def rung(self, within: float) -> bool:
        """Wait for news; False when there were none in that many seconds."""
        try:
            async with asyncio.timeout(within):
                await self._rung.wait()
        except TimeoutError:
            return False
        self._rung.clear()
        return True

    def took_typing(self) -> bool:
        """True once for every typing sign."""
        typing, self._typing = self._typing, False
        return typing


class WebChat:
    """Sending is waking: a line is delivered when its row stands in the transcript."""

    name = "webchat"
    abilities = Abilities(
        buttons=True,
        edits=True,
        text_limit=4000,
        typing=True,
        asks_contact=False,
        phone_field=True,
        media=True,
        files=True,
        encloses=True,
        tells_seen=True,
        albums=True,
    )
    limits = Limits()
    resends_are_harmless = True  # the page drops what it has by its id

    def __init__(self, url: str, now: Callable[[], datetime], shelf: Shelf | None = None) -> None:
        """Without a shelf no files come and go."""
        self._shelf = shelf
        self._url = url.rstrip("/")
        self._now = now
        self._on_message: OnMessage | None = None
        self._open = asyncio.Event()
        # In the order they came, the eldest first.
        self._listeners: dict[str, dict[Listener, None]] = {}

    def is_group(self, chat_id: str) -> bool:
        return False

    async def opened(self) -> None:
        """Return when visitors are let in."""
        await self._open.wait()

    async def receive(self, on_message: OnMessage) -> None:
        """Let visitors in until cancelled; then send every open page away to come back later."""
        self._on_message = on_message
        self._open.set()
        try:
            await asyncio.Event().wait()
        finally:
            self._on_message = None
            self._open.clear()
            for listener in [one for chat in self._listeners.values() for one in chat]:
                listener.close()

    async def say(self, said: Said, chat_id: str) -> None:
        """A visitor said something; returns when it is stored."""
        if self._on_message is None:
            raise ChannelClosedError
        await self._on_message(incoming(said, chat_id, self._now()))

    async def say_file(self, sent: SentFile, chat_id: str) -> None:
        """A visitor sent a file; returns when the message is stored."""
        if self._on_message is None:
            raise ChannelClosedError
        await self._on_message(incoming_file(sent, chat_id, self._now()))

    async def note_seen(self, line: str, chat_id: str) -> None:
        """A visitor has read our lines up to this one; returns when that is stored."""
        if self._on_message is None:
            raise ChannelClosedError
        await self._on_message(
            IncomingMessage(
                channel=self.name,
                chat_id=chat_id,
                key=f"w:seen:{line}",
                kind=Kind.SEEN,
                sent_at=self._now(),
                sender_id=chat_id,
                seen=(line,),
            )
        )

    async def send(self, message: OutgoingMessage) -> str:
        if message.media is not None and self._shelf is not None:
            await self._shelf.keep_sent(message, message.media)
        for listener in self._listeners.get(message.chat_id, ()):
            listener.ring()
        # A bubble keeps its name however often it is changed, as on other platforms.
        return message.edits or str(message.id)

    async def fetch(self, file: str) -> bytes:
        if self._shelf is None:
            raise MessageRefusedError("no files come by here")
        return await self._shelf.fetch(file)

    async def show_typing(self, chat_id: str) -> None:
        for listener in self._listeners.get(chat_id, ()):
            listener.ring(typing=True)

    def start_link(self, payload: str) -> str:
        # The team's page, which has a way out again. After the hash: it reaches no server log and
        # no other site.
        return f"{self._url}/inbox#start={quote(payload, safe='')}"

    @contextmanager
    def listening(self, chat_id: str) -> Iterator[Listener]:
        listener = Listener()
        if self._on_message is None:
            listener.close()
        pages = self._listeners.setdefault(chat_id, {})
        if len(pages) >= MOST_PAGES:
            eldest = next(iter(pages))
            del pages[eldest]
            eldest.close()
        pages[listener] = None
        try:
            yield listener
        finally:
            pages.pop(listener, None)
            if not pages and self._listeners.get(chat_id) is pages:
                del self._listeners[chat_id]

    def open_pages(self) -> int:
        """How many pages listen now."""
        return sum(len(listeners) for listeners in self._listeners.values())
