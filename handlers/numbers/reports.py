"""/stats, /sla, /sources, /funnel, /journey and /report, read on a connection that cannot write."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from enum import StrEnum

from handlers import wording
from handlers.business import Business
from handlers.buttons import Press
from handlers.numbers import charts, cohorts, funnel, journey
from handlers.numbers.asked import UnknownRepError, View, asked_by, asked_in, ways_on
from handlers.numbers.counted import Counted
from handlers.numbers.naming import period_name, source_name
from handlers.numbers.periods import PeriodError
from handlers.numbers.shares import FEWEST_FOR_PERCENT, change, rate, share
from handlers.posting import Draft
from handlers.texts import say
from scoring.lead import Stage, Temperature
from storage.store import Work
from storage.totals import EVERYBODY, PeriodTotals, RepTotals, SourceTotals

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
    return shown(Counted(work, business, asked, now), language)


def turned(work: Work, business: Business, press: Press, now: datetime, language: str) -> Draft:
    """What a button below the numbers asks."""
    try:
        asked = asked_by(press, business, now)
    except ValueError:
        return Draft(say("question.stale", language))
    return shown(Counted(work, business, asked, now), language)


def shown(counted: Counted, language: str) -> Draft:
    """What was asked, in words; a report in pictures, too, where the channel shows them."""
    asked = counted.asked
    text = _framed(counted, _VIEWS[asked.view](counted, language), language)
    ways = ways_on(asked, language)
    if asked.view is not View.REPORT:
        return Draft(text, ways)
    caption = _framed(counted, _key_numbers(counted, language), language)
    return Draft(text, ways, charts=charts.of_report(counted, language), caption=caption)


def _framed(counted: Counted, lines: list[str], language: str) -> str:
    view = counted.asked.view
    head = _TITLES.get(view, "stats.title")
    title = say(head, language, period=period_name(counted.asked.period, language))
    zone = counted.business.company.timezone
    footer = say("stats.footer", language, zone=zone, fewest=FEWEST_FOR_PERCENT)
    if view in _OF_CLAIMS:
        footer += say("stats.footer_claims", language)
    return "\n".join((title, *_whom(counted, language), *lines, footer))


def _whom(counted: Counted, language: str) -> list[str]:
    """Whose numbers these are, where they are not everybody's."""
    narrowed, found = counted.asked.narrowed, []
    if narrowed.rep_id is not None and counted.asked.view in _NARROWED:
        name = counted.names.get(narrowed.rep_id, "?")
        found.append(say("stats.of_rep", language, name=name))
    if narrowed.source is not None and counted.asked.view in _NARROWED:
        name = source_name(narrowed.source, language)
        found.append(say("stats.of_source", language, source=name))
    return found


# --- /stats ---------------------------------------------------------------------------------


def _stats(counted: Counted, language: str) -> list[str]:
    totals = counted.totals
    first, second, *rest = _key_numbers(counted, language)
    return [
        first,
        second,
        _counts("by_stage", "stage", totals.by_stage, Stage, language),
        _by_source(totals, language),
        *rest,
    ]


def _key_numbers(counted: Counted, language: str) -> list[str]:
    """What fits under a picture; how each stands against what it was, where that is asked."""
    totals, earlier = counted.totals, counted.earlier
    trend = _Trend(totals, earlier, language)
    won = say(
        "stats.outcomes",
        language,
        won=totals.won,
        value=wording.money(totals.won_value, language),
        lost=totals.lost,
    )
    return [
        say("stats.new", language, count=totals.new) + trend(lambda one: one.new),
        _counts("by_temperature", "temperature", totals.by_temperature, Temperature, language)
        + trend(lambda one: one.by_temperature.get(Temperature.HOT, 0), "temperature.hot"),
        _response(totals, language),
        won + trend(lambda one: one.won, "stats.of_won"),
        *([say(f"stats.compared_{len(earlier)}", language)] if earlier else []),
    ]


class _Trend:
    """How a number stands against what it was; nothing where nothing is compared."""

    def __init__(self, now: PeriodTotals, earlier: tuple[PeriodTotals, ...], language: str) -> None:
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
                change=change(now, number(one)),
                before=number(one),
            )
            for one in self._earlier
        ]
        named = f"{say(of, self._language)} " if of else ""
        return f" ({named}{' · '.join(told)})"


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
        say("stats.count", language, name=source_name(name, language), count=count)
        for name, count in ranked
    ]
    return say("stats.by_source", language, counts=", ".join(told) or "—")


def _response(totals: PeriodTotals, language: str) -> str:
    if totals.seconds_to_claim is None:
        return say("stats.no_response", language, alerts=totals.alerts)
    return say(
        "stats.response",
        language,
        span=wording.span(totals.seconds_to_claim, language),
        rate=rate(totals.claimed, totals.alerts),
    )


# --- /sources and /sla ----------------------------------------------------------------------


def _sources(counted: Counted, language: str) -> list[str]:
    head = say("stats.sources_title", language)
    if not counted.sources:
        return [head, say("stats.no_leads", language)]
    return [head, *(_source_line(one, language) for one in counted.sources[:_MOST_LINES])]


def _source_line(one: SourceTotals, language: str) -> str:
    return say(
        "stats.source_line",
        language,
        source=source_name(one.source, language),
        leads=one.leads,
        hot=share(one.hot, one.leads),
        won=share(one.won, one.leads),
        value=wording.money(one.won_value, language),
    )


def _reps(counted: Counted, language: str) -> list[str]:
    head, found = say("stats.reps_title", language), counted.reps
    if not found:
        return [head, say("stats.nobody", language)]
    names = counted.names
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


# --- /report --------------------------------------------------------------------------------


def _report(counted: Counted, language: str) -> list[str]:
    """Everything about a period; of one rep or one source his numbers alone."""
    if counted.asked.narrowed != EVERYBODY:
        return _stats(counted, language)
    return [line for part in (_stats, _sources, _reps) for line in part(counted, language)]


_VIEWS: dict[View, Callable[[Counted, str], list[str]]] = {
    View.STATS: _stats,
    View.REPS: _reps,
    View.SOURCES: _sources,
    View.FUNNEL: funnel.lines,
    View.REPORT: _report,
    View.COHORTS: cohorts.lines,
    View.JOURNEY: journey.lines,
}
_TITLES = {
    View.FUNNEL: "funnel.title",
    View.COHORTS: "cohort.title",
    View.JOURNEY: "journey.title",
}
_OF_CLAIMS = (View.STATS, View.REPS, View.REPORT)
# The others tell of everybody, and of every source, side by side.
_NARROWED = (View.STATS, View.REPORT, View.FUNNEL, View.COHORTS, View.JOURNEY)
