"""The numbers a manager asks for, in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from handlers import hours, wording
from handlers.business import Business
from handlers.texts import knows, say
from scoring.lead import Stage, Temperature
from storage.store import Work
from storage.totals import PeriodTotals

TODAY, WEEK, MONTH = "today", "week", "month"
# What a period may be called, folded; the first that is found in the command counts.
_PERIODS = {
    "hom nay": TODAY,
    "today": TODAY,
    "tuan": WEEK,
    "week": WEEK,
    "thang": MONTH,
    "month": MONTH,
}


@dataclass(frozen=True, slots=True)
class Period:
    """Whole days in the business's zone, from `first` to `last`, both included."""

    name: str
    first: date
    last: date


def period_in(words: str, today: date) -> Period:
    """The period a command asks for; today where it names none."""
    return named_period(words, today) or Period(TODAY, today, today)


def named_period(words: str, today: date) -> Period | None:
    """The period that is named in words, folded; None where none is."""
    name = next((period for said, period in _PERIODS.items() if said in words), None)
    if name is None:
        return None
    first = {
        TODAY: today,
        WEEK: today - timedelta(days=today.weekday()),
        MONTH: today.replace(day=1),
    }[name]
    return Period(name, first, today)


def stats(work: Work, business: Business, words: str, now: datetime, language: str) -> str:
    """/stats: read on a connection that cannot write, so that no prospect waits for it."""
    period = period_in(words, hours.local_day(business, now))
    zone = hours.zone_of(business)
    start = datetime.combine(period.first, datetime.min.time(), zone)
    end = datetime.combine(period.last + timedelta(days=1), datetime.min.time(), zone)
    totals = work.totals.between(start, end)
    return "\n".join(
        (
            say(
                "stats.title",
                language,
                period=say(f"stats.{period.name}", language),
                first=wording.day(period.first),
                last=wording.day(period.last),
            ),
            say("stats.new", language, count=totals.new),
            _counts("by_temperature", "temperature", totals.by_temperature, Temperature, language),
            _counts("by_stage", "stage", totals.by_stage, Stage, language),
            _sources(totals, language),
            _response(totals, language),
            say(
                "stats.outcomes",
                language,
                won=totals.won,
                value=wording.money(totals.won_value, language),
                lost=totals.lost,
            ),
            say("stats.footer", language, zone=business.company.timezone),
        )
    )


def _counts(
    key: str, kind: str, counts: dict[str, int], order: Iterable[StrEnum], language: str
) -> str:
    told = [
        say("stats.count", language, name=say(f"{kind}.{one}", language), count=counts.get(one, 0))
        for one in order
    ]
    return say(f"stats.{key}", language, counts=", ".join(told))


def _sources(totals: PeriodTotals, language: str) -> str:
    ranked = sorted(totals.by_source.items(), key=lambda pair: (-pair[1], pair[0]))
    told = [
        say("stats.count", language, name=_source(name, language), count=count)
        for name, count in ranked
    ]
    return say("stats.by_source", language, counts=", ".join(told) or "—")


def _source(name: str, language: str) -> str:
    if name:
        return say(f"source.{name}", language) if knows(f"source.{name}") else name
    return say("source.unknown", language)


def _response(totals: PeriodTotals, language: str) -> str:
    if totals.seconds_to_claim is None:
        return say("stats.no_response", language, alerts=totals.alerts)
    return say(
        "stats.response",
        language,
        span=wording.span(totals.seconds_to_claim, language),
        claimed=totals.claimed,
        alerts=totals.alerts,
    )
