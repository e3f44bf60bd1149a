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

_LANGUAGE = "vi"
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
    name = next((period for said, period in _PERIODS.items() if said in words), TODAY)
    first = {
        TODAY: today,
        WEEK: today - timedelta(days=today.weekday()),
        MONTH: today.replace(day=1),
    }[name]
    return Period(name, first, today)


def stats(work: Work, business: Business, words: str, now: datetime) -> str:
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
                _LANGUAGE,
                period=say(f"stats.{period.name}", _LANGUAGE),
                first=wording.day(period.first),
                last=wording.day(period.last),
            ),
            say("stats.new", _LANGUAGE, count=totals.new),
            _counts("by_temperature", "temperature", totals.by_temperature, Temperature),
            _counts("by_stage", "stage", totals.by_stage, Stage),
            _sources(totals),
            _response(totals),
            say(
                "stats.outcomes",
                _LANGUAGE,
                won=totals.won,
                value=wording.money(totals.won_value, _LANGUAGE),
                lost=totals.lost,
            ),
            say("stats.footer", _LANGUAGE, zone=business.company.timezone),
        )
    )


def _counts(key: str, kind: str, counts: dict[str, int], order: Iterable[StrEnum]) -> str:
    told = [
        say(
            "stats.count", _LANGUAGE, name=say(f"{kind}.{one}", _LANGUAGE), count=counts.get(one, 0)
        )
        for one in order
    ]
    return say(f"stats.{key}", _LANGUAGE, counts=", ".join(told))


def _sources(totals: PeriodTotals) -> str:
    ranked = sorted(totals.by_source.items(), key=lambda pair: (-pair[1], pair[0]))
    told = [
        say("stats.count", _LANGUAGE, name=_source(name), count=count) for name, count in ranked
    ]
    return say("stats.by_source", _LANGUAGE, counts=", ".join(told) or "—")


def _source(name: str) -> str:
    if name:
        return say(f"source.{name}", _LANGUAGE) if knows(f"source.{name}") else name
    return say("source.unknown", _LANGUAGE)


def _response(totals: PeriodTotals) -> str:
    if totals.seconds_to_claim is None:
        return say("stats.no_response", _LANGUAGE, alerts=totals.alerts)
    return say(
        "stats.response",
        _LANGUAGE,
        span=wording.span(totals.seconds_to_claim, _LANGUAGE),
        claimed=totals.claimed,
        alerts=totals.alerts,
    )
