"""What passes between a channel and the handlers, whatever the platform."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Protocol


class Kind(StrEnum):
    """What happened in a chat."""

    TEXT = "text"
    START = "start"  # /start, the widget opened; `text` is the deep link's payload
    BUTTON = "button"  # `button` is the data of the button pressed
    CONTACT = "contact"  # a card with `phone`; `phone_is_own` when it is the sender's own
    EDITED = "edited"  # an earlier text was changed to `text`
    ATTACHMENT = "attachment"  # sticker, voice, …: `attachment` says which, `text` its caption
    BLOCKED = "blocked"  # the person no longer wants us there
    UNBLOCKED = "unblocked"
    MOVED = "moved"  # the group got the new id `text`
    SEEN = "seen"  # our messages `seen`, and all before them, were read


@dataclass(frozen=True, slots=True)
class IncomingMessage:
    """One thing that happened in a chat. Text is already clean (see `clean`)."""

    channel: str
    chat_id: str
    # One event, one key, within the chat: a platform that repeats itself repeats the key.
    key: str
    kind: Kind
    sent_at: datetime
    text: str = ""
    button: str = ""
    platform_message_id: str = ""  # of this message; of the message pressed, for a button
    reply_to: str = ""  # platform id of the message this one answers
    sender_id: str = ""
    sender_name: str = ""
    sender_language: str = ""
    group: bool = False
    phone: str = ""
    phone_is_own: bool = False
    attachment: str = ""
    file: str = ""  # what the platform calls the file of an attachment; of a place geo:LAT,LON
    file_name: str = ""  # what its sender calls it
    topic: str = ""  # of a group with topics: the one this was written in
    seen: tuple[str, ...] = ()  # platform ids of messages of ours


class Style(StrEnum):
    PLAIN = "plain"
    GOOD = "good"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Button:
    """A choice under a message. `data` comes back when it is pressed; few bytes (see `buttons`)."""

    label: str
    data: str
    style: Style = Style.PLAIN
    copies: str = ""  # what a press puts on the clipboard, instead of coming back to us


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a text, in code points, that the platform shows in its own way."""

    start: int
    length: int
    # Shown as a time in the reader's own words, which goes on by itself ("in 5 minutes");
    # without a time the words are inert: nothing in them can be pressed.
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Media:
    """A picture, a voice or a file that one side sent and the other is to get."""

    kind: str  # as in `IncomingMessage.attachment`
    file: str  # what the platform it came by calls it
    channel: str  # that platform
    name: str = ""  # what its sender calls it
    content: bytes = b""  # fetched from there, where it goes out by another


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A picture or a document of the owner's that goes with a message."""

    kind: str  # photo, document
    # In the web (https://…), or beside the business file: a path without a way out of its folder.
    address: str
    content: bytes = b""  # of a file beside the business file, read when it goes out

    @property
    def is_in_web(self) -> bool:
        return self.address.startswith(("https://", "http://"))


@dataclass(frozen=True, slots=True)
class TextFile:
    """A small file of text that goes with a message: an appointment for a calendar."""

    name: str
    text: str


class TopicAct(StrEnum):
    """What is done to a topic instead of writing in it."""

    CLOSE = "close"
    REOPEN = "reopen"
    # With all that was said in it; where that may not be done it gets the message's text for a
    # name and is closed.
    DELETE = "delete"


@dataclass(frozen=True, slots=True)
class OutgoingMessage:
    """One message to one chat. `text` is plain: what a person wrote cannot become markup."""

    id: int  # the outbox row: the web page drops what it has seen by it
    channel: str
    chat_id: str
    text: str
    buttons: tuple[tuple[Button, ...], ...] = ()
    edits: str = ""  # platform id of the message to change in place
    # Label of a "send my number" key, where the channel has one. The buttons then stand
    # beside it as keys that type their label, which says the same.
    ask_contact: str = ""
    hide_keyboard: bool = False  # take that key away again
    marks: tuple[Mark, ...] = ()
    topic: str = ""  # of a group with topics: the one to write in
    # Open a topic of this name and write nothing; the platform id is the topic's, or "" where
    # the group has none.
    opens_topic: str = ""
    topic_act: TopicAct | None = None  # done to `topic`; nothing is written
    leaves: bool = False  # go out of this group; nothing is written
    media: Media | None = None  # `text` is its caption
    file: TextFile | None = None
    encloses: tuple[Enclosure, ...] = ()  # shown above the words
    pictures: tuple[bytes, ...] = ()  # PNG, shown as one album
    caption: str = ""  # of the album: it says the gist of `text`, which is not said then

    def left(self, text: str, encloses: tuple[Enclosure, ...] = ()) -> OutgoingMessage:
        """What is left to say once a part of it stands there: a message of its own."""
        whole = text == self.text
        return replace(
            self,
            text=text,
            encloses=encloses,
            edits="",
            media=None,
            marks=self.marks if whole else (),
            hide_keyboard=self.hide_keyboard and whole,
        )


@dataclass(frozen=True, slots=True)
class Abilities:
    """What a channel can do; the dialogue adapts to it, never to a channel's name."""

    buttons: bool
    edits: bool
    text_limit: int  # longer texts are cut into several messages by the channel
    typing: bool
    asks_contact: bool  # has a "send my number" key
    phone_field: bool = False  # its field for typing can be one for a phone number
    # What is said in one turn must go as one message (platforms that count replies).
    one_message_a_turn: bool = False
    # We may write although nobody wrote just now (follow-ups, alerts).
    proactive: bool = True
    # How long after the person's last message we still may; None: for ever.
    window: timedelta | None = None
    # So many messages a month the platform lets us send; 0 is no limit.
    per_month: int = 0
    copies: bool = False  # has buttons that put a text on the clipboard
    topics: bool = False  # its groups can have topics
    leaves: bool = False  # we can go out of a group into which we were taken
    media: bool = False  # pictures, voices and files can be sent to it
    files: bool = False  # a small file can go with a message
    encloses: bool = False  # shows pictures and documents of the owner's
    albums: bool = False  # shows several pictures as one message
    is_connected: bool = True  # False: its token was taken away, nothing is written for it
    # Takes a list of leads as a file and keeps it itself: on our own page it would lie in our
    # database, where no erasure of a single lead finds it.
    lists: bool = False
    tells_seen: bool = False  # says which of our messages were read


class Connected(dict[str, Abilities]):
    """What each channel can do, by name; one that is not connected (any more) can do nothing.

    People stay in the database whose channel has lost its token: staff with their chats in
    Telegram, leads from Zalo. Whoever speaks of them must not fail by that.
    """

    def __missing__(self, name: str) -> Abilities:
        return _NOT_CONNECTED


_NOT_CONNECTED = Abilities(
    buttons=False,
    edits=False,
    text_limit=0,
    typing=False,
    asks_contact=False,
    proactive=False,
    is_connected=False,
)


@dataclass(frozen=True, slots=True)
class Limits:
    """How fast a platform lets us write; 0 is no limit."""

    per_second: int = 0  # over the whole channel
    bulk_per_second: int = 0  # of that, what nobody waits for
    chat_per_second: int = 0
    group_per_minute: int = 0


OnMessage = Callable[[IncomingMessage], Awaitable[None]]


class Channel(Protocol):
    """A place where prospects write to us."""

    name: str
    abilities: Abilities
    limits: Limits
    # The receiver drops what it has by its id: a lost answer may be sent again.
    resends_are_harmless: bool

    def is_group(self, chat_id: str) -> bool:
        """Whether a chat has several people in it, as far as its id tells."""

    async def receive(self, on_message: OnMessage) -> None:
        """Hand every new message over, until cancelled.

        `on_message` returns when the message is stored: acknowledge it then, never before.
        """

    async def send(self, message: OutgoingMessage) -> str:
        """Answer the platform's message id; raise ChannelError where there is none.

        One request at most that people see: what takes several is said part by part, each time
        with PartTakenError for the rest, so that a crash between two of them loses nothing.
        """

    async def fetch(self, file: str) -> bytes:
        """The content of a file somebody sent here; raise ChannelError if it is not to be had."""

    async def show_typing(self, chat_id: str) -> None:
        """Show that an answer is being written; a channel without the sign does nothing."""

    def start_link(self, payload: str) -> str:
        """A link that opens a chat with us and hands `payload` over; "" where there is none."""


_UNTIL_NEXT_CALL = 2.0  # seconds


class ChannelError(Exception):
    """A channel surely did not take a message. Trying again may help, after `retry_after`.

    `whole_channel` is set where nobody can be written to until then (a rate limit on the bot).
    """

    def __init__(
        self, reason: str, retry_after: float = 0.0, *, whole_channel: bool = False
    ) -> None:
        super().__init__(reason)
        self.retry_after = retry_after
        self.whole_channel = whole_channel


class OutOfReachError(ChannelError):
    """No line to the platform: nobody can be written to, however often it is tried."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason, _UNTIL_NEXT_CALL, whole_channel=True)


class MessageRefusedError(ChannelError):
    """The platform will never take this message as it is. Trying again will not help."""


class ChatClosedError(ChannelError):
    """The person blocked us or is gone. Trying again will not help."""


class ChatMovedError(ChannelError):
    """The chat has a new id. Store it, then send there."""

    def __init__(self, new_chat_id: str) -> None:
        super().__init__("the chat moved")
        self.new_chat_id = new_chat_id


class AnswerLostError(ChannelError):
    """The request went out, no answer came. Trying again may send it twice."""


class PartTakenError(ChannelError):
    """The platform took a part; `rest` is what is left to say. Store that, then send it."""

    def __init__(self, rest: OutgoingMessage) -> None:
        super().__init__("a part was taken")
        self.rest = rest


GEO = "geo:"  # RFC 5870
# NUL is taken by SQLite and refused by PostgreSQL; the other control characters show as nothing.
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_SURROGATES = re.compile(r"[\ud800-\udfff]")
# Characters that reorder or hide what stands around them: a name must not fake a card.
_DECEIVING = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
LONGEST_TEXT = 16_000
LONGEST_NAME = 64


def clean(text: str) -> str:
    """A text that both databases take and that is of a sane length."""
    return _CONTROLS.sub("", _SURROGATES.sub("\ufffd", text))[:LONGEST_TEXT]


def clean_name(name: str) -> str:
    """One short line without characters that reorder or hide text."""
    return " ".join(_DECEIVING.sub("", clean(name)).split())[:LONGEST_NAME]
