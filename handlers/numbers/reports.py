"""/stats, /sla, /sources and /report in words, read on a connection that cannot write."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from enum import StrEnum

from handlers import hours, wording
from handlers.business import Business
from handlers.buttons import Press
from handlers.numbers.asked import Asked, UnknownRepError, View, asked_by, asked_in, ways_on
from handlers.numbers.periods import Period, PeriodError
from handlers.posting import Draft
from handlers.texts import knows, say
from scoring.lead import Stage, Temperature
from storage.store import Work
from storage.totals import PeriodTotals, RepTotals, SourceTotals

# Under so many a percentage says more than is known (experience.md 3.3).
FEWEST_FOR_PERCENT = 10
_MOST_LINES = 20  # of sources or reps in one message


def answer(
    view: View, work: Work, business: Business, words: str, now: datetime, language: str
) -> Draft:
    """What a command asks, or what is wrong with the question."""
    try:
        asked = asked_in(work, business, view, words, now)
    except PeriodError:
        return Draft(say("stats.no_period", language))
    except UnknownRepError as error:
        return Draft(say("stats.no_rep", language, name=error))
    return _shown(work, business, asked, now, language)


def turned(work: Work, business: Business, press: Press, now: datetime, language: str) -> Draft:
    """What a button below the numbers asks."""
    try:
        asked = asked_by(press, business, now)
    except ValueError:
        return Draft(say("question.stale", language))
    return _shown(work, business, asked, now, language)


def report(work: Work, business: Business, words: str, now: datetime, language: str) -> Draft:
    """/report: everything about a period in one message, each part with what it counts."""
    try:
        asked = asked_in(work, business, View.REPS, words, now)
    except PeriodError:
        return Draft(say("stats.no_period", language))
    except UnknownRepError as error:
        return Draft(say("stats.no_rep", language, name=error))
    parts = (_stats, _sources, _reps)
    # The title and the footer once, around all.
    lines = [line for part in parts for line in part(work, business, asked, now, language)]
    return _framed(business, asked.period, lines, language)


def _shown(work: Work, business: Business, asked: Asked, now: datetime, language: str) -> Draft:
    lines = _VIEWS[asked.view](work, business, asked, now, language)
    draft = _framed(business, asked.period, lines, language)
    return Draft(draft.text, ways_on(asked, language))


def _framed(business: Business, period: Period, lines: list[str], language: str) -> Draft:
    title = say(
        "stats.title",
        language,
        period=say(f"stats.{period.name}", language),
        first=wording.day(period.first),
        last=wording.day(period.last),
    )
    footer = say("stats.footer", language, zone=business.company.timezone)
    return Draft("\n".join((title, *lines, footer)))


# --- /stats ---------------------------------------------------------------------------------


def _stats(work: Work, business: Business, asked: Asked, now: datetime, language: str) -> list[str]:
    zone = hours.zone_of(business)
    start, end = asked.period.bounds(zone)
    totals = work.totals.between(start, end, asked.narrowed)
    earlier: list[PeriodTotals] = []
    if asked.is_compared:
        # What is not over yet is set against as much of the earlier time.
        missing = max(end - now, timedelta(0))
        for period in dict.fromkeys((asked.period.before, asked.period.same_weekdays)):
            first, last = period.bounds(zone)
            earlier.append(work.totals.between(first, last - missing, asked.narrowed))
    trend = _Trend(totals, earlier, language)
    whom = []
    if asked.narrowed.rep_id is not None:
        member = work.team.member(asked.narrowed.rep_id)
        whom.append(say("stats.of_rep", language, name=member.name if member else "?"))
    if asked.narrowed.source is not None:
        name = _source(asked.narrowed.source, language)
        whom.append(say("stats.of_source", language, source=name))
    compared = [say(f"stats.compared_{len(earlier)}", language)] if earlier else []
    return [
        *whom,
        say("stats.new", language, count=totals.new) + trend(lambda one: one.new),
        _counts("by_temperature", "temperature", totals.by_temperature, Temperature, language)
        + trend(lambda one: one.by_temperature.get(Temperature.HOT, 0), "temperature.hot"),
        _counts("by_stage", "stage", totals.by_stage, Stage, language),
        _by_source(totals, language),
        _response(totals, language),
        say(
            "stats.outcomes",
            language,
            won=totals.won,
            value=wording.money(totals.won_value, language),
            lost=totals.lost,
        )
        + trend(lambda one: one.won),
        *compared,
    ]


class _Trend:
    """How a number stands against what it was; nothing where nothing is compared."""

    def __init__(self, now: PeriodTotals, earlier: list[PeriodTotals], language: str) -> None:
        self._now = now
        self._earlier = earlier
        self._language = language

    def __call__(self, number: Callable[[PeriodTotals], int], of: str = "") -> str:
        """`of` is the key of what is compared, where the sentence before it counts several."""
        if not self._earlier:
            return ""
        now = number(self._now)
        told = [
            say(
                "stats.against",
                self._language,
                change=_change(now, number(one)),
                before=number(one),
            )
            for one in self._earlier
        ]
        named = f"{say(of, self._language)} " if of else ""
        return f" ({named}{' · '.join(told)})"


def _change(now: int, before: int) -> str:
    """▲ 21%: in per cent where there are enough to say it, else as a number."""
    if now == before:
        return "="
    sign = "▲" if now > before else "▼"
    if before < FEWEST_FOR_PERCENT:
        return f"{sign} {abs(now - before)}"
    return f"{sign} {abs(now - before) / before:.0%}"


def _counts(
    key: str, kind: str, counts: dict[str, int], order: Iterable[StrEnum], language: str
) -> str:
    told = [
        say("stats.count", language, name=say(f"{kind}.{one}", language), count=counts.get(one, 0))
        for one in order
    ]
    return say(f"stats.{key}", language, counts=", ".join(told))


def _by_source(totals: PeriodTotals, language: str) -> str:
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


# --- /sources and /sla ----------------------------------------------------------------------


def _sources(
    work: Work, business: Business, asked: Asked, now: datetime, language: str
) -> list[str]:
    start, end = asked.period.bounds(hours.zone_of(business))
    found = work.totals.by_source(start, end)
    head = say("stats.sources_title", language)
    if not found:
        return [head, say("stats.no_leads", language)]
    return [head, *(_source_line(one, language) for one in found[:_MOST_LINES])]


def _source_line(one: SourceTotals, language: str) -> str:
    return say(
        "stats.source_line",
        language,
        source=_source(one.source, language),
        leads=one.leads,
        hot=_share(one.hot, one.leads),
        won=_share(one.won, one.leads),
        value=wording.money(one.won_value, language),
    )


def _share(part: int, whole: int) -> str:
    """3 (25 %); without the percentage where there are too few."""
    return str(part) if whole < FEWEST_FOR_PERCENT else f"{part} ({part / whole:.0%})"


def _reps(work: Work, business: Business, asked: Asked, now: datetime, language: str) -> list[str]:
    start, end = asked.period.bounds(hours.zone_of(business))
    found = work.totals.by_rep(start, end)
    head = say("stats.reps_title", language)
    if not found:
        return [head, say("stats.nobody", language)]
    names = {one.id: one.name for one in work.team.everybody()}
    return [
        head,
        *(_rep_line(one, names.get(one.rep_id, "?"), language) for one in found[:_MOST_LINES]),
    ]


def _rep_line(one: RepTotals, name: str, language: str) -> str:
    waits = (
        say(
            "stats.rep_waits",
            language,
            median=wording.span(one.median_seconds, language),
            slow=wording.span(one.slow_seconds, language),
        )
        if one.claimed
        else ""
    )
    return say(
        "stats.rep_line",
        language,
        name=name,
        claimed=one.claimed,
        waits=waits,
        breaches=one.breaches,
        won=one.won,
        value=wording.money(one.won_value, language),
        lost=one.lost,
    )


_VIEWS: dict[View, Callable[[Work, Business, Asked, datetime, str], list[str]]] = {
    View.STATS: _stats,
    View.REPS: _reps,
    View.SOURCES: _sources,
}
