"""Fair rotation: which rep is offered a lead before the others."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

from handlers import hours
from handlers.business import Business
from handlers.business_file.routing import StaffEntry
from scoring.lead import Contact, Lead
from scoring.understanding.text import fold
from storage.store import Work
from storage.team import Account, Member, Role

# So far back we look for whose turn it was last.
_MEMORY = timedelta(days=7)
_LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)
# So many of the last lines of a chat tell what it is about.
_LINES = 30


@dataclass(frozen=True, slots=True)
class _Standing:
    """How things stand with every rep just now."""

    loads: dict[int, int]
    taken_today: dict[int, tuple[int, datetime]]
    last_offers: dict[int, datetime]


def entry_of(business: Business, member: Member) -> StaffEntry | None:
    """What the owner's file says of a member: found by his name, or by his id there."""
    name = _folded(member.name)
    return next(
        (one for one in business.staff if name in (_folded(one.name), one.id)),
        None,
    )


def at_work(
    work: Work, business: Business, now: datetime, *, without: frozenset[int] = frozenset()
) -> tuple[Account, ...]:
    """Where the reps can be reached who are here: on shift, not away, not among `without`."""
    return tuple(
        one
        for one in work.team.accounts(Role.REP)
        if one.member.id not in without and is_here(business, one.member, now)
    )


def is_here(business: Business, member: Member, now: datetime) -> bool:
    """Not away, and within his shift where he has one."""
    if member.is_away(now):
        return False
    entry = entry_of(business, member)
    if entry is None or entry.shift is None:
        return True
    start, end = entry.shift
    clock = now.astimezone(hours.zone_of(business)).time()
    return start <= clock < end if start <= end else clock >= start or clock < end


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
    standing = _standing(work, business, now)
    said = _words(work, lead) if business.staff or business.routing.by_offer else ""
    members = {one.member.id: one.member for one in here}

    def rank(member: Member) -> tuple[bool, bool, bool, int, datetime, int]:
        return (
            not _suits(business, member, said),
            _is_full(business, member, standing),
            _rests(business, member, standing, now),
            standing.loads.get(member.id, 0),
            standing.last_offers.get(member.id, _LONG_AGO),
            member.id,
        )

    chosen = {one.id for one in sorted(members.values(), key=rank)[:count]}
    return tuple(one for one in here if one.member.id in chosen)


def _standing(work: Work, business: Business, now: datetime) -> _Standing:
    today = hours.at_time(business, hours.local_day(business, now), time(0))
    return _Standing(
        work.alerts.loads(),
        work.alerts.taken_since(today),
        work.alerts.last_offers(now - _MEMORY),
    )


def _suits(business: Business, member: Member, said: str) -> bool:
    """Sells what the lead asks for, where the lead is. What is not known excludes nobody."""
    entry = entry_of(business, member)
    offers = _offers_in(business, said)
    for offer in offers & set(business.routing.by_offer):
        if entry is None or entry.id not in business.routing.by_offer[offer]:
            return False
    if entry is None:
        return True
    if entry.offers and offers and not offers & set(entry.offers):
        return False
    served = {place for one in business.staff for place in one.provinces if _says(said, place)}
    return not (entry.provinces and served and not served & set(entry.provinces))


def offer_names(work: Work, business: Business, lead: Lead, language: str) -> list[str]:
    """The offers a lead has spoken of, by name."""
    spoken = _offers_in(business, _words(work, lead))
    return [one.name.of(language) for one in business.offers if one.id in spoken]


def _offers_in(business: Business, said: str) -> set[str]:
    return {one.id for one in business.offers if any(_says(said, name) for name in one.name.spoken)}


def _says(said: str, name: str) -> bool:
    return f" {_folded(name)} " in said


def _words(work: Work, lead: Lead) -> str:
    """What the lead has said, folded, with a blank at either end."""
    told = [fact.value.text for fact in lead.facts if not isinstance(fact.value, Contact)]
    for prospect in work.leads.prospects_of(lead.id):
        lines = work.transcript.lines(prospect.channel, prospect.chat_id, limit=_LINES)
        told += [line.payload.get("text", "") for line in lines if not line.outgoing]
    return f" {' | '.join(map(_folded, told))} "


def _folded(text: str) -> str:
    letters = (one if one.isalnum() else " " for one in fold(text))
    return " ".join("".join(letters).split())


def _is_full(business: Business, member: Member, standing: _Standing) -> bool:
    entry = entry_of(business, member)
    own = entry.daily_cap if entry is not None else None
    cap = business.routing.daily_cap if own is None else own
    return cap > 0 and standing.taken_today.get(member.id, (0, _LONG_AGO))[0] >= cap


def _rests(business: Business, member: Member, standing: _Standing, now: datetime) -> bool:
    _, last = standing.taken_today.get(member.id, (0, _LONG_AGO))
    return now - last < business.routing.cool_down
