"""What a Zalo bot is told, in our words."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from bot.channels.start_word import as_said
from handlers.channel import IncomingMessage, Kind, clean, clean_name

NAME = "zalo_bot"
_ATTACHMENTS = {
    "message.image.received": "photo",
    "message.sticker.received": "sticker",
    "message.unsupported.received": "document",
}
_TEXT = "message.text.received"
# A time in seconds is below it until the year 33658, one in milliseconds above since 2001.
_MILLISECONDS = 1e12
LANGUAGE = "vi"  # Zalo tells none; nearly everybody there writes Vietnamese


def incoming(raw: Any, now: datetime) -> IncomingMessage | None:
    """What happened, or None where it is nothing to us.

    Raises LookupError, TypeError, ValueError or AttributeError for what has not the form of an
    update. Webhooks come bare or as the `result` of an answer: sources differ.
    """
    update = raw.get("result", raw)
    event, message = update["event_name"], update["message"]
    kind = _ATTACHMENTS.get(event)
    if (kind is None and event != _TEXT) or message["from"].get("is_bot"):
        return None
    said, text = as_said(clean(message.get("text") or ""))
    message_id = str(message["message_id"])
    return IncomingMessage(
        channel=NAME,
        chat_id=str(message["chat"]["id"]),
        key=f"m:{message_id}",
        kind=said if kind is None else Kind.ATTACHMENT,
        sent_at=moment(message.get("date"), now),
        text=text if kind is None else clean(message.get("caption") or ""),
        platform_message_id=message_id,
        sender_id=str(message["from"]["id"]),
        sender_name=clean_name(str(message["from"].get("display_name") or "")),
        sender_language=LANGUAGE,
        group=message["chat"].get("chat_type") == "GROUP",
        attachment=kind or "",
        file=str(message.get("photo_url") or message.get("photo") or "") if kind else "",
    )


def moment(given: Any, now: datetime) -> datetime:
    """A time in milliseconds or seconds, as a number or a text; `now` where there is none."""
    try:
        number = float(given)
        seconds = number / 1000 if number >= _MILLISECONDS else number
        return min(datetime.fromtimestamp(seconds, UTC), now) if seconds > 0 else now
    except (TypeError, ValueError, OverflowError, OSError):
        return now
