"""What we send by an official account: the bodies of its calls, and its refusals in our words."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from typing import Any

import structlog

from bot.channels.text_pieces import beginning
from bot.channels.zalo_http import OwnerNeededError
from handlers.channel import (
    ChannelError,
    ChatClosedError,
    Enclosure,
    Media,
    MessageRefusedError,
    OutgoingMessage,
)

log = structlog.get_logger()

TEXT_LIMIT = 2000
# What can be uploaded (docs/zalo.md): bytes, and how the content begins.
_LARGEST_PICTURE = 1024 * 1024
_LARGEST_FILE = 5 * 1024 * 1024
_PICTURES = {b"\xff\xd8\xff": "picture.jpg", b"\x89PNG": "picture.png"}
_FILES = {b"%PDF": ".pdf", b"\xd0\xcf\x11\xe0": ".doc", b"PK\x03\x04": ".docx"}
_TAKES = "zalo takes JPEG and PNG pictures up to 1 MB, PDF and Word files up to 5 MB"

# Zalo's error codes; what stands in none of these is refused for good.
_TOO_FAST = -32
_PAUSE = 5.0  # seconds
_UNREACHABLE = (-213, -217, -227, -244)
_OWNERS = (-221, -223, -224, -320, -321)
_TOKENS = (-216, -220)
_OUTSIDE_WINDOW = (-230, -232)
_QUOTA = (-211, -218)

Body = dict[str, Any]
# Kind, name and content of a file in, what Zalo calls it out.
Upload = Callable[[str, str, bytes], Awaitable[dict[str, Any]]]
Fetch = Callable[[str], Awaitable[bytes]]


async def first_body(
    message: OutgoingMessage, upload: Upload, fetch: Fetch
) -> tuple[Body, OutgoingMessage | None]:
    """What goes first, and what is left to say: pictures and files come before the words."""
    if message.media is not None:
        body = await _of_media(message.media, upload, fetch)
        rest = message.left(message.text, message.encloses)
        return body, rest if rest.encloses or rest.text else None
    for place, one in enumerate(message.encloses, start=1):
        shown = await _of_enclosure(one, upload)
        if shown is not None:
            rest = message.left(message.text, message.encloses[place:])
            return shown, rest if rest.encloses or rest.text else None
        if one.is_in_web:
            message = replace(message, text=f"{message.text}\n{one.address}")
    piece, left = beginning(message.text, TEXT_LIMIT)
    return {"text": piece}, message.left(left) if left else None


async def _of_media(media: Media, upload: Upload, fetch: Fetch) -> Body:
    """What a member of staff sent: he is told where Zalo does not take it."""
    content = media.content or await fetch(media.file)
    body = await _of_content(media.name, content, upload)
    if body is None:
        raise MessageRefusedError(_TAKES)
    return body


async def _of_enclosure(one: Enclosure, upload: Upload) -> Body | None:
    """The owner's picture or document; None where the words must do without, or name its place."""
    if one.kind == "photo" and one.is_in_web:
        return _picture({"url": one.address})
    if one.is_in_web:
        return None
    try:
        return await _of_content(one.address.rpartition("/")[2], one.content, upload)
    except MessageRefusedError as error:
        log.warning("a picture or a document was refused", reason=str(error))
        return None


async def _of_content(name: str, content: bytes, upload: Upload) -> Body | None:
    """Uploaded, and the body that shows it; None for what Zalo does not take."""
    for start, called in _PICTURES.items():
        if content.startswith(start) and len(content) <= _LARGEST_PICTURE:
            data = await upload("image", called, content)
            return _picture({"attachment_id": str(data.get("attachment_id", ""))})
    for start, ending in _FILES.items():
        if content.startswith(start) and len(content) <= _LARGEST_FILE:
            data = await upload("file", name or f"file{ending}", content)
            return {"attachment": {"type": "file", "payload": {"token": str(data.get("token"))}}}
    return None


def _picture(place: dict[str, str]) -> Body:
    element = {"media_type": "image", **place}
    payload = {"template_type": "media", "elements": [element]}
    return {"attachment": {"type": "template", "payload": payload}}


def refusal(answer: Mapping[str, Any]) -> ChannelError:
    """Zalo's error as one of ours. The HTTP status is 200 all the same."""
    try:
        code = int(answer["error"])
    except (LookupError, TypeError, ValueError):
        code = 0
    said = f"{code} {answer.get('message') or 'refused'}"
    if code == _TOO_FAST:
        return ChannelError(said, _PAUSE, whole_channel=True)
    if code in _UNREACHABLE:
        return ChatClosedError(said)
    if code in _OWNERS or code in _TOKENS:
        return OwnerNeededError(
            f"zalo refuses the official account ({said}): see its page for bills and permissions"
        )
    if code in _QUOTA:
        return MessageRefusedError(f"the quota of the official account is used up ({said})")
    if code in _OUTSIDE_WINDOW:
        return MessageRefusedError(f"too long since the customer wrote ({said})")
    return MessageRefusedError(said)
