"""Sending to Telegram: texts in pieces, edits, files; every failure in our words."""

from __future__ import annotations

import re
from collections.abc import Awaitable
from dataclasses import replace
from typing import Any

import structlog
from telegram import (
    Bot,
    InlineKeyboardMarkup,
    InputMediaPhoto,
    LinkPreviewOptions,
    Message,
    MessageEntity,
)
from telegram.constants import ChatAction
from telegram.error import BadRequest, TelegramError

from bot.channels.telegram_errors import ours
from bot.channels.telegram_groups import Topics, is_group
from bot.channels.telegram_keyboards import Markup, first_piece
from bot.channels.text_pieces import beginning
from handlers.channel import (
    ChannelError,
    Enclosure,
    Limits,
    Mark,
    Media,
    MessageRefusedError,
    OutgoingMessage,
    PartTakenError,
    Style,
    TextFile,
)

log = structlog.get_logger()

# Telegram allows about thirty a second; what we let go late in a second arrives in the next.
LIMITS = Limits(per_second=25, bulk_per_second=20, chat_per_second=1, group_per_minute=20)
CAPTION_LIMIT = 1024
MOST_IN_ALBUM = 10
_NOT_MODIFIED = "message is not modified"
_TOO_LATE_TO_EDIT = (
    "message to edit not found",
    "message can't be edited",
    "message_id_invalid",
    "there is no text in the message to edit",
)
_FILE_REFUSED = re.compile(
    r"wrong (file|type|remote)|failed to get http url|webpage|photo_|image_process"
    r"|file (is too|must)"
)
# A server older than a kind of mark or button refuses the whole message for it.
_DRESS_REFUSED = re.compile(r"entit|unsupported type|button|keyboard|markup|copy_text|style")
_TOPIC_GONE = ("message thread not found", "topic_closed", "topic_deleted")
# What can be sent by its own method; anything else goes as a document.
_METHODS = frozenset(
    {"photo", "voice", "document", "sticker", "video", "audio", "animation", "video_note"}
)
_WITHOUT_CAPTION = ("sticker", "video_note")
_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


class Sender:
    """Texts go out plain, without markup: what a person wrote cannot become any."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot
        self._topics = Topics(bot)

    async def send(self, message: OutgoingMessage) -> str:
        """Answers the id of the message with the buttons; see `Channel.send` for its parts."""
        if message.opens_topic:
            return await self._topics.open(message)
        if message.topic_act is not None:
            return await self._topics.act(message, message.topic_act)
        if message.leaves:
            return await self._topics.leave(message.chat_id)
        if message.media is not None:
            return await self._send_media(message, message.media)
        if message.pictures:
            return await self._send_album(message)
        if message.encloses:
            message, sent = await self._enclose(message)
            if sent:
                return sent
        text, markup, left = first_piece(message, group=is_group(message.chat_id))
        try:
            sent = await self._put(message, text, markup)
        except TelegramError as error:
            plain = _undressed(message)
            refused = isinstance(error, BadRequest) and _DRESS_REFUSED.search(error.message.lower())
            if refused and plain != message:
                log.warning("marks or buttons were refused, it goes plain", reason=error.message)
                return await self.send(plain)
            raise ours(error) from None
        if left:
            raise PartTakenError(message.left(left))
        if message.file is not None:
            await self._add_file(message.chat_id, message.file)
        return sent

    async def fetch(self, file: str) -> bytes:
        """The content of a file of up to 20 MB that somebody sent us."""
        try:
            found = await self._bot.get_file(file)
            return bytes(await found.download_as_bytearray())
        except TelegramError as error:
            raise ours(error) from None

    async def _send_media(self, message: OutgoingMessage, media: Media) -> str:
        """By the file's id where it came by us, else its content anew."""
        kind = media.kind if media.kind in _METHODS else "document"
        send = getattr(self._bot, f"send_{kind}")
        caption = _caption(message.text) if kind not in _WITHOUT_CAPTION else None
        more: dict[str, Any] = {"caption": caption} if caption else {}
        if message.topic:
            more["message_thread_id"] = int(message.topic)
        if not media.content:
            return await _id_of(send(int(message.chat_id), media.file, **more))
        if kind != "sticker":
            more["filename"] = media.name or None
        try:
            return await _id_of(send(int(message.chat_id), media.content, **more))
        except MessageRefusedError:
            if kind == "document":
                raise
            # A picture too long and thin, a voice in another code: as a file it goes all the same.
            return await _id_of(
                self._bot.send_document(int(message.chat_id), media.content, **more)
            )

    async def _send_album(self, message: OutgoingMessage) -> str:
        """All pictures as one message, which no buttons can be under; answers its first id.

        Where Telegram will not have the pictures the words are said instead.
        """
        place: dict[str, Any] = {"chat_id": int(message.chat_id)}
        if message.topic:
            place["message_thread_id"] = int(message.topic)
        words = _caption(message.caption or message.text)
        pictures = message.pictures[:MOST_IN_ALBUM]
        try:
            if len(pictures) == 1:  # an album has two at least
                sent = await self._bot.send_photo(photo=pictures[0], caption=words, **place)
                return str(sent.message_id)
            album = await self._bot.send_media_group(
                media=[InputMediaPhoto(one) for one in pictures], caption=words, **place
            )
            return str(album[0].message_id)
        except BadRequest as error:
            if _FILE_REFUSED.search(error.message.lower()) is None:
                raise ours(error) from None
            log.warning("pictures were refused, the words go alone", reason=error.message)
        except TelegramError as error:
            raise ours(error) from None
        return await self.send(replace(message, pictures=()))

    async def _enclose(self, message: OutgoingMessage) -> tuple[OutgoingMessage, str]:
        """Pictures and documents, each a message; answers what is left to say, or the last id.

        The last takes the words as its caption, with the buttons under it, where they fit: then
        nothing is left to say. One that Telegram cannot fetch is told by its address.
        """
        for place, one in enumerate(message.encloses, start=1):
            text, markup, left = first_piece(message, group=is_group(message.chat_id))
            is_whole = not left and _units(message.text) <= CAPTION_LIMIT
            takes_words = is_whole and place == len(message.encloses)
            words = (text, markup) if takes_words else (None, None)
            sent = await self._show(message, one, *words)
            if sent and takes_words:
                return message, sent
            if sent:
                raise PartTakenError(message.left(message.text, message.encloses[place:]))
            if one.is_in_web:
                message = replace(message, text=f"{message.text}\n{one.address}")
        return message, ""

    async def _show(
        self, message: OutgoingMessage, one: Enclosure, caption: str | None, markup: Markup
    ) -> str:
        """The id of the message that shows it; "" where Telegram will not have the file."""
        file = one.content or one.address
        name = one.address.rpartition("/")[2] if one.content else None
        send = self._bot.send_photo if one.kind == "photo" else self._bot.send_document
        try:
            sent = await send(
                int(message.chat_id),
                file,
                caption=caption,
                reply_markup=markup,
                message_thread_id=int(message.topic) if message.topic else None,
                filename=name,
            )
        except BadRequest as error:
            if _FILE_REFUSED.search(error.message.lower()) is None:
                raise ours(error) from None
            log.warning("a picture or a document was refused", reason=error.message)
            return ""
        except TelegramError as error:
            raise ours(error) from None
        return str(sent.message_id)

    async def _add_file(self, chat_id: str, file: TextFile) -> None:
        """The words stand there already and say it all: a file that is lost is not worth them."""
        try:
            await self.send_document(chat_id, file.name, file.text.encode())
        except ChannelError as error:
            log.warning("file not sent", reason=str(error))

    async def send_document(
        self, chat_id: str, name: str, content: bytes, caption: str = ""
    ) -> str:
        """A file of up to 50 MB, a report say."""
        return await _id_of(
            self._bot.send_document(int(chat_id), content, _caption(caption), filename=name)
        )

    async def send_photo(self, chat_id: str, content: bytes, caption: str = "") -> str:
        """A picture of up to 10 MB, a chart say."""
        return await _id_of(self._bot.send_photo(int(chat_id), content, _caption(caption)))

    async def show_typing(self, chat_id: str) -> None:
        try:
            await self._bot.send_chat_action(int(chat_id), ChatAction.TYPING)
        except TelegramError as error:
            # It helps a little and is gone in five seconds: not worth a second try.
            log.debug("typing not shown", reason=str(ours(error)))

    async def _put(self, message: OutgoingMessage, text: str, markup: Markup) -> str:
        # Only inline buttons can be put under a message that stands already.
        if message.edits and isinstance(markup, InlineKeyboardMarkup | None):
            return await self._edit(message, text, markup)
        return await self._say(message, text, markup)

    async def _say(self, message: OutgoingMessage, text: str, markup: Markup) -> str:
        try:
            return await self._say_in(message, text, markup, message.topic)
        except BadRequest as error:
            if not message.topic or error.message.lower() not in _TOPIC_GONE:
                raise
            # Somebody closed or deleted the topic: better in the general one than nowhere.
            return await self._say_in(message, text, markup, "")

    async def _say_in(self, message: OutgoingMessage, text: str, markup: Markup, topic: str) -> str:
        sent = await self._bot.send_message(
            int(message.chat_id),
            text,
            entities=_entities(message, text),
            reply_markup=markup,
            link_preview_options=_NO_PREVIEW,
            message_thread_id=int(topic) if topic else None,
        )
        return str(sent.message_id)

    async def _edit(
        self, message: OutgoingMessage, text: str, markup: InlineKeyboardMarkup | None
    ) -> str:
        """Change a message in place; where it is too late for that, say it anew."""
        try:
            await self._bot.edit_message_text(
                text,
                int(message.chat_id),
                int(message.edits),
                entities=_entities(message, text),
                reply_markup=markup,
                link_preview_options=_NO_PREVIEW,
            )
        except BadRequest as error:
            reason = error.message.lower()
            if any(phrase in reason for phrase in _TOO_LATE_TO_EDIT):
                return await self._say(message, text, markup)
            if _NOT_MODIFIED not in reason:
                raise
        return message.edits


def _undressed(message: OutgoingMessage) -> OutgoingMessage:
    """With what every server of the Bot API knows: no marks, buttons without colour."""
    rows = (
        tuple(replace(one, style=Style.PLAIN) for one in row if not one.copies)
        for row in message.buttons
    )
    return replace(message, marks=(), buttons=tuple(row for row in rows if row))


def _entities(message: OutgoingMessage, text: str) -> list[MessageEntity] | None:
    """The marks in Telegram's units. A text that was cut has none: they would point elsewhere."""
    if not message.marks or text != message.text:
        return None
    return [_entity(text, mark) for mark in message.marks]


def _entity(text: str, mark: Mark) -> MessageEntity:
    offset = _units(text[: mark.start])
    length = _units(text[mark.start : mark.start + mark.length])
    if mark.at is None:
        return MessageEntity(MessageEntity.CODE, offset, length)
    return MessageEntity(
        MessageEntity.DATE_TIME, offset, length, unix_time=mark.at, date_time_format="r"
    )


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


async def _id_of(sending: Awaitable[Message]) -> str:
    try:
        return str((await sending).message_id)
    except TelegramError as error:
        raise ours(error) from None


def _caption(text: str) -> str | None:
    return beginning(text, CAPTION_LIMIT)[0] or None
