"""Fair rotation: which rep is offered a lead before the others."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

from handlers import hours
from handlers.business import Business
from handlers.relay.suitability import Roster, wish_of
from scoring.lead import Lead
from storage.store import Work
from storage.team import Account, Member, Role

# So far back we look for whose turn it was last.
_MEMORY = timedelta(days=7)
_LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class _Standing:
    """How things stand with every rep just now."""

    loads: dict[int, int]
    taken_today: dict[int, tuple[int, datetime]]
    last_offers: dict[int, datetime]

    def taken(self, member: Member) -> tuple[int, datetime]:
        """How many leads he has taken today, and when the last."""
        return self.taken_today.get(member.id, (0, _LONG_AGO))


def at_work(
    work: Work, business: Business, now: datetime, *, without: frozenset[int] = frozenset()
) -> tuple[Account, ...]:
    """Where the reps can be reached who are here: on shift, not away, not among `without`."""
    asked = [one for one in work.team.accounts(Role.REP) if one.member.id not in without]
    here = {one.id for one in those_here((one.member for one in asked), business, now)}
    return tuple(one for one in asked if one.member.id in here)


def those_here(members: Iterable[Member], business: Business, at: datetime) -> list[Member]:
    """Who is not away then, and within his shift where he has one."""
    roster = Roster(business)
    clock = at.astimezone(hours.zone_of(business)).time()
    return [one for one in members if not one.is_away(at) and _is_on_shift(roster, one, clock)]


def turn_of(
    work: Work,
    business: Business,
    lead: Lead,
    now: datetime,
    *,
    without: frozenset[int] = frozenset(),
) -> tuple[Account, ...]:
    """The chats of the one rep whose turn it is; none where no rep is here."""
    return in_line(work, business, lead, now, 1, without=without)


def in_line(
    work: Work,
    business: Business,
    lead: Lead,
    now: datetime,
    count: int,
    *,
    without: frozenset[int] = frozenset(),
) -> tuple[Account, ...]:
    """The chats of the next so many reps.

    Who sells this offer in this province comes first, with the least on his hands; of equals
    the one who has waited longest. A cap or a cool-down only puts somebody behind the others:
    a lead that all of them could take is never left lying for it.
    """
    here = at_work(work, business, now, without=without)
    if not here:
        return ()
    roster = Roster(business)
    standing = _standing(work, business, now)
    wish = wish_of(work, business, lead)

    def rank(member: Member) -> tuple[bool, bool, bool, int, datetime, int]:
        count_today, last_taken = standing.taken(member)
        cap = _cap(business, roster, member)
        return (
            not roster.suits(member, wish),
            0 < cap <= count_today,
            now - last_taken < business.routing.cool_down,
            standing.loads.get(member.id, 0),
            standing.last_offers.get(member.id, _LONG_AGO),
            member.id,
        )

    members = {one.member.id: one.member for one in here}
    chosen = {one.id for one in sorted(members.values(), key=rank)[:count]}
    return tuple(one for one in here if one.member.id in chosen)


def _is_on_shift(roster: Roster, member: Member, clock: time) -> bool:
    """Within his shift where he has one; a shift may run past midnight."""
    entry = roster.entry_of(member)
    if entry is None or entry.shift is None:
        return True
    start, end = entry.shift
    return start <= clock < end if start <= end else clock >= start or clock < end


def _cap(business: Business, roster: Roster, member: Member) -> int:
    """How many leads he may take in a day, 0 for any number."""
    entry = roster.entry_of(member)
    own = entry.daily_cap if entry is not None else None
    return business.routing.daily_cap if own is None else own


def _standing(work: Work, business: Business, now: datetime) -> _Standing:
    today = hours.at_time(business, hours.local_day(business, now), time(0))
    return _Standing(
        work.alerts.loads(),
        work.alerts.taken_since(today),
        work.alerts.last_offers(now - _MEMORY),
    )
