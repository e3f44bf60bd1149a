"""The numbers of what was asked, each read once: the words, the pictures and the list agree."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property
from itertools import pairwise

from handlers import hours
from handlers.business import Business
from handlers.numbers.asked import Asked
from handlers.numbers.periods import Period, stretches, weeks
from storage.askings import AskingTotals
from storage.journeys import Journey
from storage.steps import StepCount
from storage.store import Work
from storage.totals import PeriodTotals, RepTotals, SourceTotals

# How long an alert waited for its claim, in seconds: the steps of the ladder, the first touch
# that is promised, and what nobody waits for any more.
WAITS = (120, 300, 900, 3600, 14400)
MOST_JOURNEYS = 500  # the latest: medians of more are the same, and take longer to read
MOST_WEEKS = 14  # a quarter; more is no reading for a phone


@dataclass(frozen=True, slots=True)
class Cohort:
    """The leads that came in a week (or the part of one that the period has)."""

    week: Period
    leads: int
    waits: tuple[timedelta, ...]  # of those that were won: from the first word to the sale


class Counted:
    """Reads what somebody looks at, and nothing else."""

    def __init__(self, work: Work, business: Business, asked: Asked, now: datetime) -> None:
        self._work = work
        self._zone = hours.zone_of(business)
        self._now = now
        self.business = business
        self.asked = asked
        self._bounds = asked.period.bounds(self._zone)
        self.today = hours.local_day(business, now)

    @cached_property
    def totals(self) -> PeriodTotals:
        return self._work.totals.between(*self._bounds, self.asked.narrowed)

    @cached_property
    def earlier(self) -> tuple[PeriodTotals, ...]:
        """The times it is set against; none where nothing is compared."""
        if not self.asked.is_compared:
            return ()
        period = self.asked.period
        # What is not over yet is set against as much of the earlier time.
        missing = max(self._bounds[1] - self._now, timedelta(0))
        found = []
        for before in dict.fromkeys((period.before, period.same_weekdays)):
            first, last = before.bounds(self._zone)
            found.append(self._work.totals.between(first, last - missing, self.asked.narrowed))
        return tuple(found)

    @cached_property
    def sources(self) -> tuple[SourceTotals, ...]:
        return self._work.totals.by_source(*self._bounds)

    @cached_property
    def reps(self) -> tuple[RepTotals, ...]:
        return self._work.totals.by_rep(*self._bounds)

    @cached_property
    def names(self) -> dict[int, str]:
        """Of everybody who is or was on the staff."""
        return {one.id: one.name for one in self._work.team.everybody()}

    @cached_property
    def steps(self) -> tuple[StepCount, ...]:
        return self._work.steps.between(*self._bounds, self.asked.narrowed)

    @cached_property
    def askings(self) -> tuple[AskingTotals, ...]:
        return self._work.askings.between(*self._bounds, self.asked.narrowed)

    @cached_property
    def stretches(self) -> tuple[Period, ...]:
        return stretches(self.asked.period)

    @cached_property
    def trend(self) -> tuple[tuple[date, int, int], ...]:
        """The first day of each stretch, the leads that came in it, those that were won in it."""
        parts = self.stretches
        borders = [one.bounds(self._zone)[0] for one in parts] + [self._bounds[1]]
        came = self._work.trends.came(borders, self.asked.narrowed)
        won = self._work.trends.won(borders, self.asked.narrowed)
        return tuple(zip((one.first for one in parts), came, won, strict=True))

    @cached_property
    def cohorts(self) -> tuple[Cohort, ...]:
        """The last weeks of the period, with all that has become of their leads since."""
        parts = weeks(self.asked.period)[-MOST_WEEKS:]
        borders = [one.bounds(self._zone)[0] for one in parts] + [self._bounds[1]]
        came = self._work.trends.came(borders, self.asked.narrowed)
        sales = self._work.trends.sales(borders[0], borders[-1], self.asked.narrowed)
        return tuple(
            Cohort(week, leads, tuple(won - at for at, won in sales if start <= at < end))
            for week, leads, (start, end) in zip(parts, came, pairwise(borders), strict=True)
        )

    @cached_property
    def won_journeys(self) -> tuple[Journey, ...]:
        return self._work.journeys.won(*self._bounds, self.asked.narrowed, MOST_JOURNEYS)

    @cached_property
    def lost_journeys(self) -> tuple[Journey, ...]:
        return self._work.journeys.lost(*self._bounds, self.asked.narrowed, MOST_JOURNEYS)

    @cached_property
    def waits(self) -> tuple[int, ...]:
        """Claimed alerts by how long they waited: up to each of `WAITS`, and longer."""
        return self._work.trends.waits(*self._bounds, WAITS, self.asked.narrowed)
