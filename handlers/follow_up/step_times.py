"""When the steps of a sequence fall due: in their windows, and not all in one minute."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime, timedelta

from handlers import hours
from handlers.business import Business
from handlers.business_file.sequences import Sequence, Step
from handlers.follow_up import calm

A_DAY = timedelta(days=1)
# A thousand that fall due in one minute leave within so long; by the lead, so that it is always
# the same for one of them.
_SPREAD = timedelta(minutes=45)


def step_time(
    business: Business, sequence: Sequence, place: int, lead_id: int, since: datetime
) -> datetime:
    """When a step is due, so long after the one before it: within its window, spread by lead."""
    step = sequence.steps[place]
    gap = sequence.gap_before(place)
    at = calm.next_allowed(business, since + gap, step.window)
    if gap < A_DAY:
        return at
    # Where the window opens, not where the last step happened to leave.
    day = hours.local_day(business, at)
    opening = hours.at_time(business, day, calm.first_minute(business, step.window))
    opens = calm.next_allowed(business, opening.astimezone(UTC), step.window)
    digest = hashlib.sha256(f"{lead_id}:{sequence.id}:{place}".encode()).digest()
    share = int.from_bytes(digest[:4], "big") / 2**32
    return max(opens + share * _room(step, _SPREAD), since + min(gap, A_DAY))


def _room(step: Step, most: timedelta) -> timedelta:
    if step.window is None:
        return most
    start, end = step.window
    length = timedelta(hours=end.hour - start.hour, minutes=end.minute - start.minute)
    return min(most, length)


def ahead(
    business: Business, sequence: Sequence, place: int, first_at: datetime, lead_id: int
) -> tuple[tuple[int, datetime], ...]:
    """The dates of a sequence from one of its steps on, if nobody answers meanwhile."""
    dates = [(place, first_at)]
    for next_place in range(place + 1, len(sequence.steps)):
        dates.append((next_place, step_time(business, sequence, next_place, lead_id, dates[-1][1])))
    return tuple(dates)
