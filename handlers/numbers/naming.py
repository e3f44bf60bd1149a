"""What periods, sources and channels are called where their numbers are told."""

from __future__ import annotations

from handlers import wording
from handlers.numbers.periods import Period
from handlers.texts import knows, say


def period_name(period: Period, language: str) -> str:
    """Tháng này (1/11/2026 – 18/11/2026)"""
    return say(
        "stats.period",
        language,
        name=say(f"stats.{period.name}", language),
        first=wording.day(period.first),
        last=wording.day(period.last),
    )


def source_name(source: str, language: str) -> str:
    if source:
        return say(f"source.{source}", language) if knows(f"source.{source}") else source
    return say("source.unknown", language)


def channel_name(channel: str, language: str) -> str:
    """A channel as people call it; "" is that of a lead who never wrote."""
    key = f"channel.{channel or 'none'}"
    return say(key, language) if knows(key) else channel
