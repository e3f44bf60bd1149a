"""What a Zalo official account is told, in our words."""

from __future__ import annotations

import hashlib
import json
from datetime import datetime
from typing import Any

from bot.channels.start_word import as_said
from bot.channels.zalo_bot_incoming import LANGUAGE, moment
from handlers.channel import GEO, IncomingMessage, Kind, clean, clean_name

NAME = "zalo_oa"
_ATTACHMENTS = {
    "user_send_image": "photo",
    "user_send_file": "document",
    "user_send_sticker": "sticker",
    "user_send_gif": "animation",
    "user_send_audio": "voice",
    "user_send_video": "video",
    "user_send_location": "location",
    "user_send_business_card": "contact",
}
_TEXTS = ("user_send_text", "user_send_link")
_COMINGS = {"follow": Kind.UNBLOCKED, "unfollow": Kind.BLOCKED}


def incoming(update: Any, now: datetime) -> IncomingMessage | None:
    """What happened, or None where it is nothing to us: echoes of what we sent ourselves, say.

    Raises LookupError, TypeError, ValueError or AttributeError for what has not the form of an
    event. Zalo repeats an event until it is answered: one event, one key.
    """
    event = update["event_name"]
    if event in _TEXTS or event in _ATTACHMENTS:
        return _said(update, event, now)
    if event in _COMINGS:
        return _event(update, update["follower"]["id"], _COMINGS[event], now)
    if event == "user_seen_message":
        return _seen(update, now)
    if event == "user_submit_info":
        info = update["info"]
        return _event(
            update,
            update["sender"]["id"],
            Kind.CONTACT,
            now,
            phone=_international(str(info["phone"])),
            name=str(info.get("name") or ""),
        )
    return None


def _said(update: Any, event: str, now: datetime) -> IncomingMessage:
    message, sender = update["message"], update["sender"]["id"]
    text = clean(message.get("text") or "")
    payload = _payload(message)
    if event == "user_send_link" and not text:
        text = clean(str(payload.get("url") or ""))
    attachment = _ATTACHMENTS.get(event, "")
    if not attachment:
        kind, text = as_said(text)
        return _event(update, sender, kind, now, text=text)
    if phone := _on_card(payload):
        # A card can be anybody's: Zalo does not say whose.
        return _event(update, sender, Kind.CONTACT, now, phone=phone, is_own=False)
    return _event(
        update,
        sender,
        Kind.ATTACHMENT,
        now,
        text=text,
        attachment=attachment,
        file=_place(payload) or str(payload.get("url") or ""),
        file_name=clean_name(str(payload.get("name") or "")),
    )


def _seen(update: Any, now: datetime) -> IncomingMessage:
    """Told of the message and not of its reader: he is its recipient, we are its sender."""
    return IncomingMessage(
        channel=NAME,
        chat_id=str(update["recipient"]["id"]),
        key=_made_key(update, str(update["sender"]["id"])),
        kind=Kind.SEEN,
        sent_at=moment(update.get("timestamp"), now),
        sender_id=str(update["sender"]["id"]),
        seen=tuple(str(one) for one in update["message"]["msg_ids"]),
    )


def _event(
    update: Any,
    sender: Any,
    kind: Kind,
    now: datetime,
    *,
    text: str = "",
    phone: str = "",
    is_own: bool = True,
    name: str = "",
    attachment: str = "",
    file: str = "",
    file_name: str = "",
) -> IncomingMessage:
    message_id = str((update.get("message") or {}).get("msg_id") or "")
    return IncomingMessage(
        channel=NAME,
        chat_id=str(sender),
        key=f"m:{message_id}" if message_id else _made_key(update, str(sender)),
        kind=kind,
        sent_at=moment(update.get("timestamp"), now),
        text=text,
        platform_message_id=message_id,
        reply_to=str((update.get("message") or {}).get("quote_msg_id") or ""),
        sender_id=str(sender),
        sender_name=clean_name(name),
        sender_language=LANGUAGE,
        phone=clean(phone),
        phone_is_own=bool(phone) and is_own,
        attachment=attachment,
        file=file,
        file_name=file_name,
    )


def _made_key(update: Any, sender: str) -> str:
    """For events without an id of their own; a repetition has the same time."""
    told = f"{update['event_name']} {sender} {update.get('timestamp')}"
    return f"e:{hashlib.sha256(told.encode()).hexdigest()[:32]}"


def _payload(message: Any) -> dict[str, Any]:
    """What the first of the attachments carries."""
    attachments = message.get("attachments") or [{}]
    payload = attachments[0].get("payload")
    return payload if isinstance(payload, dict) else {}


def _place(payload: dict[str, Any]) -> str:
    """Where somebody says to be; "" for a file."""
    found = payload.get("coordinates")
    if not isinstance(found, dict):
        return ""
    try:
        return f"{GEO}{float(found['latitude']):.6f},{float(found['longitude']):.6f}"
    except (LookupError, TypeError, ValueError):
        return ""


def _on_card(payload: dict[str, Any]) -> str:
    """The number on a business card: its description is JSON within JSON."""
    try:
        return _international(str(json.loads(payload["description"])["phone"]))
    except (LookupError, TypeError, ValueError):
        return ""


def _international(phone: str) -> str:
    """Zalo writes 84912345678 without the plus."""
    return f"+{phone}" if phone.startswith("84") and phone.isdecimal() else phone
