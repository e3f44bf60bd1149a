"""/persona: the portrait of those who bought, and when it is time for a new one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import datetime

from handlers import hours, wording
from handlers.business import Business
from handlers.marking import quote as quoted
from handlers.numbers import persona
from handlers.numbers.naming import channel_name, source_name
from handlers.numbers.persona import FEWEST, MONTHS, OTHER, RENEW_AFTER, Portrait
from handlers.numbers.quotes import quote
from handlers.numbers.shares import share
from handlers.posting import Draft
from handlers.prospect.replies import Voice
from handlers.team.asking import Ask
from handlers.texts import say
from storage.store import Work

# What asks for a new one, folded.
_ANEW = ("moi", "ve lai", "lam moi", "new", "anew", "refresh")
_MOST = 4  # of each kind are told
_MONDAY = 0


def answer(work: Work, business: Business, rest: str, now: datetime, language: str) -> Draft:
    """The portrait that stands, or the one of today where none does. Writes nothing."""
    at = _moment(work, business, rest, now)
    bought = persona.count(work, business, at)
    if bought < FEWEST:
        missing = FEWEST - bought
        told = {"count": bought, "fewest": FEWEST, "missing": missing, "months": MONTHS}
        return Draft(say("persona.too_few", language, **told))
    portrait = persona.drawn(work, business, at)
    lines = [_title(business, portrait, at, language), *_lines(portrait, business, language)]
    said = quote(work, business, portrait)
    lines.append(
        say("persona.quote", language, words=quoted(said))
        if said
        else say("persona.no_quote", language)
    )
    return Draft("\n".join((*lines, "", _when(business, rest, at, now, language))))


def keep(ask: Ask) -> Draft | None:
    """What was read is answered; where it is a new one, its day is kept."""
    at = _moment(ask.work, ask.business, ask.rest, ask.now)
    if at == ask.now and persona.count(ask.work, ask.business, at) >= FEWEST:
        persona.make(ask.work, ask.now)
    return ask.numbers


def hint(work: Work, business: Business, now: datetime, language: str) -> str:
    """On Mondays, that it is time for a new one, or for the first; "" where it is not."""
    if hours.local_day(business, now).weekday() != _MONDAY:
        return ""
    made = persona.made_at(work)
    if made is None:
        is_time = persona.count(work, business, now) >= FEWEST
        return say("persona.first", language, fewest=FEWEST) if is_time else ""
    if not persona.is_due(business, made, now):
        return ""
    return say("persona.due", language, months=RENEW_AFTER)


def _moment(work: Work, business: Business, rest: str, now: datetime) -> datetime:
    """Of when the portrait is that is shown: now, for the first and for a new one."""
    made = persona.made_at(work)
    if made is None or persona.is_over(business, made, now):
        return now
    return now if rest in _ANEW and persona.is_due(business, made, now) else made


# --- told -----------------------------------------------------------------------------------


def _title(business: Business, portrait: Portrait, at: datetime, language: str) -> str:
    return say(
        "persona.title",
        language,
        count=len(portrait.buyers),
        first=wording.day(persona.first_day(business, at)),
        last=wording.day(hours.local_day(business, at)),
    )


def _lines(portrait: Portrait, business: Business, language: str) -> list[str]:
    """A line for each thing of which something is known."""
    whole = len(portrait.buyers)

    def ranked(counts: Counter[str], name: Callable[[str], str]) -> str:
        # Of the same number in one order, whenever it is asked.
        order = sorted(counts.items(), key=lambda one: (-one[1], one[0]))[:_MOST]
        return ", ".join(
            say("stats.count", language, name=name(one), count=share(count, whole))
            for one, count in order
        )

    def said(key: str) -> Callable[[str], str]:
        return lambda one: say(f"{key}{one}", language)

    offers = {one.id: one.name.of(language) for one in business.offers}
    offers[OTHER] = say("persona.other_goal", language)
    who = (
        ranked(portrait.markets, said("persona.market_")),
        ranked(portrait.sizes, lambda one: say("persona.size", language, size=one)),
        ranked(portrait.roles, said("authority.")),
        ranked(portrait.places, str),
    )
    parts = {
        "who": "; ".join(filter(None, who)),
        "goals": ranked(portrait.goals, lambda one: offers.get(one, one)),
        "pains": ranked(portrait.pains, said("persona.pain_")),
        "motives": ranked(portrait.motives, said("persona.motive_")),
        "money": _money(portrait, language),
        "channels": ranked(portrait.channels, lambda one: channel_name(one, language)),
        "sources": ranked(portrait.sources, lambda one: source_name(one, language)),
    }
    lines = [
        say(f"persona.{part}", language, told=told or say("persona.nothing", language))
        for part, told in parts.items()
    ]
    asked = {
        one.id: Voice(business, language, "").owners(one.ask.of(language))
        for one in business.survey
    }
    lines += [
        say("persona.survey", language, asked=asked[question], told=ranked(counts, str))
        for question, counts in portrait.answers.items()
        if question in asked
    ]
    return lines


def _money(portrait: Portrait, language: str) -> str:
    told = {"budget": portrait.middle_budget, "sale": portrait.middle_sale}
    return ", ".join(
        say(f"persona.{name}", language, amount=wording.money(amount, language))
        for name, amount in told.items()
        if amount is not None
    )


def _when(business: Business, rest: str, at: datetime, now: datetime, language: str) -> str:
    """Of when it is, and from when on there may be a new one."""
    made, renew = hours.local_day(business, at), persona.renewed_from(business, at)
    if persona.is_due(business, at, now):
        return say("persona.old", language, made=wording.day(made), months=RENEW_AFTER)
    key = "persona.too_early" if rest in _ANEW and at != now else "persona.made"
    return say(key, language, made=wording.day(made), renew=wording.day(renew))
