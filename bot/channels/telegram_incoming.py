"""What Telegram tells us, in our words."""

from __future__ import annotations

import re
from datetime import datetime
from zlib import crc32

from telegram import CallbackQuery, Chat, ChatMemberUpdated, Message, Update, User
from telegram.constants import ChatMemberStatus, ChatType

from handlers.channel import GEO, IncomingMessage, Kind, clean, clean_name

NAME = "telegram"
# What we ask for. The server keeps the last answer, so it is always said in full.
WANTED = ("message", "edited_message", "callback_query", "my_chat_member")
# What a message can carry beside text. The more exact name stands first: an animation also
# has a document, a venue also a location.
ATTACHMENTS = (
    "sticker",
    "voice",
    "video_note",
    "animation",
    "video",
    "live_photo",
    "photo",
    "audio",
    "document",
    "venue",
    "location",
    "poll",
    "checklist",
    "dice",
    "story",
    "game",
    "giveaway",
    "paid_media",
)
_COMMAND = re.compile(r"(/\w+)(?:@(\w+))?(?:\s+(.*))?", re.DOTALL)
_OUTSIDE = (ChatMemberStatus.LEFT, ChatMemberStatus.BANNED)


def incoming(update: Update, now: datetime, bot_name: str = "") -> IncomingMessage | None:
    """What happened, or None where it is nothing to us. A press carries no time: it takes `now`."""
    if update.callback_query is not None:
        return _pressed(update.callback_query, now)
    if update.my_chat_member is not None:
        return _membership(update.my_chat_member)
    if update.edited_message is not None:
        return _edited(update.edited_message)
    if update.message is not None:
        return _written(update.message, bot_name)
    return None


def _written(message: Message, bot_name: str) -> IncomingMessage | None:
    if (moved := _moved(message)) is not None:
        return moved
    sender = _person(message)
    if sender is None:
        return None
    if message.text is not None:
        return _text(message, sender, bot_name)
    if message.contact is not None:
        return _event(
            message,
            sender,
            Kind.CONTACT,
            phone=clean(message.contact.phone_number),
            # Anybody can pass on somebody else's card.
            phone_is_own=message.contact.user_id == sender.id,
        )
    kind = attachment(message)
    if not kind:
        return None
    return _event(
        message,
        sender,
        Kind.ATTACHMENT,
        text=clean(message.caption or ""),
        attachment=kind,
        file=_file(message, kind),
        file_name=_file_name(message, kind),
    )


def _text(message: Message, sender: User, bot_name: str) -> IncomingMessage | None:
    text = clean(message.text or "")
    command = _COMMAND.fullmatch(text)
    if command is None:
        return _event(message, sender, Kind.TEXT, text=text)
    word, whose, rest = command.group(1), command.group(2), (command.group(3) or "").strip()
    if whose and bot_name and whose.lower() != bot_name.lower():
        return None
    if word.lower() == "/start":
        return _event(message, sender, Kind.START, text=rest)
    return _event(message, sender, Kind.TEXT, text=f"{word} {rest}".strip())


def _edited(message: Message) -> IncomingMessage | None:
    sender = _person(message)
    text = clean(message.text or message.caption or "")
    if sender is None or not text:
        return None
    edited_at = message.edit_date or message.date
    # Telegram's time has whole seconds, and a hasty person edits twice in one.
    key = f"m:{message.message_id}:{int(edited_at.timestamp())}:{crc32(text.encode()):x}"
    return _event(message, sender, Kind.EDITED, key=key, sent_at=edited_at, text=text)


def _pressed(query: CallbackQuery, now: datetime) -> IncomingMessage | None:
    if query.message is None or query.data is None:
        return None
    return IncomingMessage(
        channel=NAME,
        chat_id=str(query.message.chat.id),
        key=f"c:{query.id}",
        kind=Kind.BUTTON,
        sent_at=now,
        button=clean(query.data),
        platform_message_id=str(query.message.message_id),
        sender_id=str(query.from_user.id),
        sender_name=clean_name(query.from_user.full_name),
        sender_language=query.from_user.language_code or "",
        group=_is_group(query.message.chat),
    )


def _membership(change: ChatMemberUpdated) -> IncomingMessage | None:
    """In a private chat: blocked and unblocked. In a group: we were put out, or taken in."""
    was_outside = change.old_chat_member.status in _OUTSIDE
    is_outside = change.new_chat_member.status in _OUTSIDE
    if was_outside is is_outside or change.chat.type == ChatType.CHANNEL:
        return None
    kind = Kind.BLOCKED if is_outside else Kind.UNBLOCKED
    return IncomingMessage(
        channel=NAME,
        chat_id=str(change.chat.id),
        key=f"s:{int(change.date.timestamp())}:{kind}",
        kind=kind,
        sent_at=change.date,
        sender_id=str(change.from_user.id),
        sender_name=clean_name(change.from_user.full_name),
        sender_language=change.from_user.language_code or "",
        group=_is_group(change.chat),
    )


def _moved(message: Message) -> IncomingMessage | None:
    """Told twice, in the old group and in the new one: one event, one key."""
    if message.migrate_to_chat_id is not None:
        old, new = message.chat.id, message.migrate_to_chat_id
    elif message.migrate_from_chat_id is not None:
        old, new = message.migrate_from_chat_id, message.chat.id
    else:
        return None
    return IncomingMessage(
        channel=NAME,
        chat_id=str(old),
        key=f"moved:{new}",
        kind=Kind.MOVED,
        sent_at=message.date,
        text=str(new),
        group=True,
    )


def _event(
    message: Message,
    sender: User,
    kind: Kind,
    *,
    key: str = "",
    sent_at: datetime | None = None,
    text: str = "",
    phone: str = "",
    phone_is_own: bool = False,
    attachment: str = "",
    file: str = "",
    file_name: str = "",
) -> IncomingMessage:
    return IncomingMessage(
        channel=NAME,
        chat_id=str(message.chat.id),
        key=key or f"m:{message.message_id}",
        kind=kind,
        sent_at=sent_at or message.date,
        text=text,
        platform_message_id=str(message.message_id),
        reply_to=_answered(message),
        sender_id=str(sender.id),
        sender_name=clean_name(sender.full_name),
        sender_language=sender.language_code or "",
        group=_is_group(message.chat),
        phone=phone,
        phone_is_own=phone_is_own,
        attachment=attachment,
        file=file,
        file_name=file_name,
        topic=_topic(message),
    )


def attachment(message: Message) -> str:
    """What a message carries beside text; "" for a service message (somebody joined, …)."""
    return next((kind for kind in ATTACHMENTS if getattr(message, kind)), "")


def _file(message: Message, kind: str) -> str:
    """The file's id; of a picture's sizes that of the largest. "" where there is no file."""
    if (place := message.location) is not None:
        return f"{GEO}{place.latitude:.6f},{place.longitude:.6f}"
    carried = getattr(message, kind)
    if isinstance(carried, tuple):
        carried = carried[-1]
    return str(getattr(carried, "file_id", ""))


def _file_name(message: Message, kind: str) -> str:
    """What its sender calls the file; "" for what has no name, a picture say."""
    return clean_name(getattr(getattr(message, kind), "file_name", None) or "")


def _topic(message: Message) -> str:
    """The forum topic a message stands in; "" in the general one."""
    is_topic = message.is_topic_message and message.message_thread_id
    return str(message.message_thread_id) if is_topic else ""


def _person(message: Message) -> User | None:
    """Who wrote; other bots and channels are nobody to us."""
    sender = message.from_user
    return None if sender is None or sender.is_bot else sender


def _answered(message: Message) -> str:
    answered = message.reply_to_message
    # In a forum topic every message "answers" the one that opened the topic.
    if answered is None or answered.forum_topic_created is not None:
        return ""
    return str(answered.message_id)


def _is_group(chat: Chat) -> bool:
    return chat.type in (ChatType.GROUP, ChatType.SUPERGROUP)
