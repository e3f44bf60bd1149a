"""What words mean at this company: the understanding, given its prices and its zone."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from handlers.business import Business
from handlers.channel import IncomingMessage
from scoring.lead import FactValue, Slot
from scoring.understanding.heard import Heard
from scoring.understanding.understand import understand


def hear_words(text: str, asked: str | None, business: Business, now: datetime) -> Heard:
    """All that the words say; `asked` is the slot that was asked for, or "confirm"."""
    return understand(
        text,
        now=now,
        asked=asked,
        offer_range=business.offer_range,
        tz=business.company.timezone,
    )


def slots(heard: Heard) -> dict[Slot, FactValue]:
    """The values that were heard, by slot."""
    values = {
        Slot.NEED: heard.need,
        Slot.TIMING: heard.timing,
        Slot.BUDGET: heard.budget,
        Slot.AUTHORITY: heard.authority,
        Slot.CONTACT: heard.contact,
    }
    return {slot: value for slot, value in values.items() if value is not None}


def language_of(message: IncomingMessage) -> str:
    """The platform's hint; only English and Vietnamese are spoken here."""
    if not message.sender_language:
        return ""
    return "en" if message.sender_language.lower().startswith("en") else "vi"


def surely_meant(heard: Heard) -> Heard:
    """Of a bare date ("next week") only when: it puts nothing off, and makes no appointment."""
    timing = heard.timing
    if timing is None or not (timing.earliest or timing.latest):
        return heard
    if timing.text != heard.text.strip(" .!,"):
        return heard
    meant = (one for one in heard.intents if one.name not in _GUESSED_FROM_A_DATE)
    return replace(heard, intents=tuple(meant))


_GUESSED_FROM_A_DATE = frozenset({"appointment", "demo_request", "postpone"})
