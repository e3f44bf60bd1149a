"""A report in pictures: the funnel, how the period went, by source, by rep, how alerts waited."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import TypeVar

from handlers import wording
from handlers.chart import Bar, Chart, ChartKind
from handlers.numbers.counted import WAITS, Counted
from handlers.numbers.funnel import step_name, way
from handlers.numbers.naming import period_name, source_name
from handlers.numbers.shares import share
from handlers.texts import say
from storage.totals import EVERYBODY, RepTotals, SourceTotals

# More bars than this are no picture for a phone: the small ones are drawn as one.
_MOST_BARS = 12
_Row = TypeVar("_Row")


def of_report(counted: Counted, language: str) -> tuple[Chart, ...]:
    """What there is something to see of; nothing in it names a customer."""
    pictures = (_funnel, _trend, _sources, _reps, _waits)
    found = (picture(counted, language) for picture in pictures)
    return tuple(one for one in found if one is not None)


def _funnel(counted: Counted, language: str) -> Chart | None:
    steps = way(counted)
    started = steps[0].leads
    if not started:
        return None
    bars = (Bar(step_name(one, language), (one.leads,), share(one.leads, started)) for one in steps)
    return _chart("funnel", ChartKind.ACROSS, ("came",), bars, counted, language)


def _trend(counted: Counted, language: str) -> Chart | None:
    if len(counted.stretches) < 2 or not any(came + won for _, came, won in counted.trend):
        return None
    longest = max(one.days for one in counted.stretches)
    key = "trend_days" if longest == 1 else "trend_weeks" if longest <= 7 else "trend_months"
    name = _month if longest > 7 else _day
    bars = (Bar(name(first), (came, won)) for first, came, won in counted.trend)
    return _chart(key, ChartKind.COLUMNS, ("came", "won"), bars, counted, language)


def _day(first: date) -> str:
    return f"{first.day}/{first.month}"


def _month(first: date) -> str:
    return f"{first.month}/{first.year}"


def _sources(counted: Counted, language: str) -> Chart | None:
    if counted.asked.narrowed != EVERYBODY or not counted.sources:
        return None

    def bar(name: str, of: list[SourceTotals]) -> Bar:
        leads, hot, won = (
            sum(getattr(one, number) for one in of) for number in ("leads", "hot", "won")
        )
        told = say("chart.source", language, leads=leads, hot=hot, won=share(won, leads))
        return Bar(name, (leads, won), told)

    named = [(source_name(one.source, language), one) for one in counted.sources]
    bars = _fewer(named, bar, say("chart.other_sources", language))
    return _chart("sources", ChartKind.ACROSS, ("came", "won"), bars, counted, language)


def _reps(counted: Counted, language: str) -> Chart | None:
    if counted.asked.narrowed != EVERYBODY or not counted.reps:
        return None

    def bar(name: str, of: list[RepTotals]) -> Bar:
        claimed, won = sum(one.claimed for one in of), sum(one.won for one in of)
        told = say("chart.rep", language, claimed=claimed, won=won)
        # The middle of several medians is none.
        if len(of) == 1 and claimed:
            span = wording.span(of[0].median_seconds, language)
            told = say("chart.rep_median", language, told=told, median=span)
        return Bar(name, (claimed, won), told)

    named = [(counted.names.get(one.rep_id, "?"), one) for one in counted.reps]
    bars = _fewer(named, bar, say("chart.other_reps", language))
    return _chart("reps", ChartKind.ACROSS, ("claimed", "won"), bars, counted, language)


def _waits(counted: Counted, language: str) -> Chart | None:
    if not any(counted.waits):
        return None
    names = [say(f"chart.wait_{place}", language) for place in range(len(WAITS) + 1)]
    bars = (Bar(name, (count,)) for name, count in zip(names, counted.waits, strict=True))
    return _chart("waits", ChartKind.COLUMNS, ("alerts",), bars, counted, language)


def _chart(
    key: str,
    kind: ChartKind,
    series: tuple[str, ...],
    bars: Iterable[Bar],
    counted: Counted,
    language: str,
) -> Chart:
    of = say(
        f"chart.{key}_of",
        language,
        period=period_name(counted.asked.period, language),
        count=counted.totals.claimed,
    )
    title = say(f"chart.{key}", language)
    named = tuple(say(f"chart.{one}", language) for one in series)
    return Chart(kind, title, of, named, tuple(bars))


def _fewer(
    named: list[tuple[str, _Row]], bar: Callable[[str, list[_Row]], Bar], others: str
) -> list[Bar]:
    """A bar each for the first, one for all that are left."""
    if len(named) <= _MOST_BARS:
        return [bar(name, [one]) for name, one in named]
    first, rest = named[: _MOST_BARS - 1], named[_MOST_BARS - 1 :]
    return [*(bar(name, [one]) for name, one in first), bar(others, [one for _, one in rest])]
