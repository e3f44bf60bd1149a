"""How many of the leads that come the reps have time to call."""

from __future__ import annotations

from datetime import datetime, timedelta

from handlers.business import Business
from storage.store import Work

# The latest weeks say what comes now; whole ones, for weekends differ.
_WEEKS = timedelta(weeks=4)


def arrivals(work: Work, now: datetime) -> float:
    """New leads a day, of late."""
    return work.nights.arrivals(now - _WEEKS, now) / _WEEKS.days


def capacity(work: Work, business: Business, now: datetime) -> float | None:
    """The share of new leads, 0 to 1, that there is time to call; None where nobody knows."""
    return business.scoring.call.capacity(arrivals(work, now))
