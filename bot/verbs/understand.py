"""The verb `understand`: messages in, what they say out."""

from __future__ import annotations

from functools import partial
from typing import Any

from bot.json_lines import BadLineError, ZoneOption, converse, moment, offer_range, zone
from scoring.understanding.understand import understand as hear

SLOTS = ("budget", "timing", "authority", "need", "contact", "confirm")


def understand(tz: ZoneOption = "Asia/Ho_Chi_Minh") -> None:
    """Read JSON lines {"id","text","now","asked"?,"offer_range"?}; print what each text says.

    `now` is a time with its zone, `asked` the slot that was asked for last, `offer_range` the
    lowest and highest price. A bad line gives {"id","error"} in its place.
    """
    converse(partial(answer, zone(tz).key))


def answer(tz: str, asked: dict[str, Any]) -> dict[str, Any]:
    text = asked.get("text")
    if not isinstance(text, str):
        raise BadLineError("text: expected a text")
    slot = asked.get("asked")
    if slot is not None and slot not in SLOTS:
        raise BadLineError(f"asked: expected one of {', '.join(SLOTS)}")
    now = moment(asked.get("now"), "now")
    prices = offer_range(asked.get("offer_range"))
    return hear(text, now=now, asked=slot, offer_range=prices, tz=tz).as_json()
