"""/cohort: the leads of each week, and how many weeks it took until they were won."""

from __future__ import annotations

from datetime import timedelta

from handlers.numbers.counted import Cohort, Counted
from handlers.numbers.shares import share
from handlers.texts import say

# How many weeks after they came: enough to see whether waiting pays.
AFTER = (1, 2, 4, 8)


def lines(counted: Counted, language: str) -> list[str]:
    """A line a week, the newest first; a number that only time will tell is a dash."""
    cohorts = [one for one in counted.cohorts if one.leads]
    if not cohorts:
        return [say("stats.no_leads", language)]
    weeks = ", ".join(map(str, AFTER))
    return [
        say("cohort.head", language, weeks=weeks),
        *(_line(one, counted, language) for one in reversed(cohorts)),
    ]


def _line(one: Cohort, counted: Counted, language: str) -> str:
    won = " · ".join(_within(one, weeks, counted) for weeks in AFTER)
    return say(
        "cohort.line",
        language,
        first=f"{one.week.first.day}/{one.week.first.month}",
        leads=one.leads,
        won=won,
        so_far=share(len(one.waits), one.leads),
    )


def _within(one: Cohort, weeks: int, counted: Counted) -> str:
    """Who came last in the week has had so many weeks only then."""
    span = timedelta(weeks=weeks)
    if one.week.last + span >= counted.today:
        return "–"
    return str(sum(wait < span for wait in one.waits))
