"""The night's work on the score: learn, look at the figures, write down what the owner reads."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from handlers import hours
from handlers.business import Business
from handlers.score.endings import Seen, seen
from handlers.score.fading import advice
from handlers.score.own_learning import RECALIBRATED, Lesson, known_versions, learn_from
from handlers.score.reasons import reason_text
from handlers.score.versions import why_words
from handlers.score.watching import figures
from handlers.texts import LANGUAGES, say
from storage.nights import Night
from storage.store import Store

# Half-lives are asked of the outcomes once a week: they move slowly.
_ADVISED_EVERY = timedelta(days=7)


async def at_night(store: Store, business: Business, now: datetime) -> Night:
    """Once a night. What it finds is stored before anybody is told of it."""
    outcomes = await seen(store, business, now)
    lesson = await learn_from(store, business, outcomes, now)
    known = await store.read(known_versions)
    last = await store.read(lambda work: work.nights.last())
    before = last.figures if last is not None else {}
    found = await figures(store, business, outcomes, known, now)
    found["half_lives"] = await _half_lives(business, outcomes, before, now)
    day = now.astimezone(hours.zone_of(business)).date()
    news = {one: "\n".join(_news(lesson, found, before, one)) for one in LANGUAGES}
    night = Night(day, found, news)
    await store.run(lambda work: work.nights.keep(night))
    return night


async def _half_lives(
    business: Business, outcomes: tuple[Seen, ...], before: Mapping[str, Any], now: datetime
) -> dict[str, Any]:
    """What the outcomes say of the half-lives, asked anew once a week."""
    kept: dict[str, Any] = before.get("half_lives", {})
    if kept and now - datetime.fromisoformat(kept["at"]) < _ADVISED_EVERY:
        return kept
    found = await asyncio.to_thread(advice, business, outcomes)
    told: dict[str, Any] = {"at": now.isoformat(), "days": {}}
    if found is not None:
        told |= {
            "days": found.half_lives,
            "gain": round(found.gain, 4),
            "error": round(found.error, 4),
            "later": found.later,
        }
    return told


def _news(
    lesson: Lesson, found: Mapping[str, Any], before: Mapping[str, Any], language: str
) -> list[str]:
    """What the owner should hear of, each thing once."""
    lines: list[str] = []
    if lesson.fallback:
        to = "version" if lesson.back_to is not None else "points"
        what = say(f"night.back_to_{to}", language)
        lines.append(say("night.alarm", language, why=lesson.fallback, what=what))
    elif lesson.activate and lesson.why != RECALIBRATED:
        why = why_words(lesson.why, lesson.metrics or {}, language)
        lines.append(say("night.active", language, why=why))
    advised = found["half_lives"]
    if advised["days"] and advised["days"] != before.get("half_lives", {}).get("days"):
        lines += half_life_lines(advised, language)
    if found["unscored"] and not before.get("unscored"):
        lines.append(say("night.unscored", language, count=found["unscored"]))
    return lines


def half_life_lines(advised: Mapping[str, Any], language: str) -> list[str]:
    """The half-lives that are suggested, as they would be written in the business file."""
    if not advised.get("days"):
        return []
    told = {"gain": f"{advised['gain']:.3f}", "later": advised["later"]}
    lines = [say("night.half_lives", language, **told)]
    for kind, days in advised["days"].items():
        what = reason_text(f"engagement.{kind}", language)
        lines.append(say("night.half_life", language, kind=kind, days=f"{days:g}", what=what))
    return lines
