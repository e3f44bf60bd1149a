"""A row of the outbox becomes the message that a channel takes."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from handlers.channel import (
    Button,
    Enclosure,
    Mark,
    Media,
    OutgoingMessage,
    Style,
    TextFile,
    TopicAct,
)
from handlers.chart import Chart, from_plain
from storage.outbox import Outgoing


def message_of(row: Outgoing) -> OutgoingMessage:
    """What is left to say, where the platform took a part already (see `with_rest`)."""
    whole, rest = _whole(row), row.payload.get("rest")
    return whole.left(rest["text"], _enclosures(rest)) if rest else whole


def with_rest(payload: dict[str, Any], rest: OutgoingMessage) -> dict[str, Any]:
    """The payload of a message of which a part was taken; its own words stand for the record."""
    encloses = [[one.kind, one.address] for one in rest.encloses]
    return {**payload, "rest": {"text": rest.text, "encloses": encloses}}


def _whole(row: Outgoing) -> OutgoingMessage:
    payload = row.payload
    return OutgoingMessage(
        id=row.id,
        channel=row.channel,
        chat_id=row.chat_id,
        text=payload["text"],
        buttons=tuple(tuple(map(_button, line)) for line in payload.get("buttons", ())),
        edits=row.edits,
        ask_contact=payload.get("ask_contact", ""),
        hide_keyboard=payload.get("hide_keyboard", False),
        marks=tuple(map(_mark, payload.get("marks", ()))),
        topic=row.topic,
        opens_topic=payload.get("opens_topic", ""),
        topic_act=TopicAct(payload["topic_act"]) if payload.get("topic_act") else None,
        leaves=payload.get("leaves", False),
        media=Media(*payload["media"]) if "media" in payload else None,
        file=TextFile(**payload["file"]) if payload.get("file") else None,
        encloses=_enclosures(payload),
        caption=payload.get("caption", ""),
    )


def charts_of(payload: dict[str, Any]) -> tuple[Chart, ...]:
    """What is to be drawn before the message leaves."""
    return tuple(map(from_plain, payload.get("charts", ())))


def _enclosures(plain: dict[str, Any]) -> tuple[Enclosure, ...]:
    return tuple(Enclosure(*one) for one in plain.get("encloses", ()))


def _button(plain: dict[str, Any]) -> Button:
    return Button(plain["label"], plain["data"], Style(plain["style"]), plain.get("copies", ""))


def _mark(plain: list[Any]) -> Mark:
    start, length, at = plain
    return Mark(start, length, datetime.fromtimestamp(at, UTC) if at else None)
