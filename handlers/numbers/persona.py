"""Who our customers are, what they want and what troubles them, counted from those who bought."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from statistics import median

from handlers import hours
from handlers.business import Business
from handlers.follow_up.segments import names_company, words_of
from handlers.prospect import places, survey
from handlers.relay.suitability import offers_in
from handlers.score.objection import objects
from scoring.lead import Authority, Budget, Lead, Need, NeedStatus, Slot, Timing, TimingStatus
from scoring.market import company_size, market
from scoring.pains import pains
from scoring.understanding.times.calendar import months_later
from storage.buyers import Buyer
from storage.store import Work

MONTHS = 24  # whose customers are looked at
# Of fewer a portrait says more than is known.
FEWEST = 10
MOST = 500  # customers, the latest
# A portrait stands for so many months, and for so many it may.
RENEW_AFTER, RENEW_BY = 6, 12
_MADE = "persona_made_at"  # setting: when the portrait that stands was made
# From how many people on a company is the next size, as they are told.
_SIZES = ((200, "200+"), (50, "50–199"), (10, "10–49"), (0, "1–9"))
OTHER = "other"


@dataclass(slots=True)
class Portrait:
    """How many of the customers are, want or say something; what nobody told is in no count."""

    buyers: tuple[Buyer, ...]
    markets: Counter[str] = field(default_factory=Counter)
    sizes: Counter[str] = field(default_factory=Counter)
    places: Counter[str] = field(default_factory=Counter)
    roles: Counter[str] = field(default_factory=Counter)
    goals: Counter[str] = field(default_factory=Counter)  # ids of offers, or `OTHER`
    pains: Counter[str] = field(default_factory=Counter)
    motives: Counter[str] = field(default_factory=Counter)
    channels: Counter[str] = field(default_factory=Counter)
    sources: Counter[str] = field(default_factory=Counter)
    # What was answered in the survey, by the question's id.
    answers: dict[str, Counter[str]] = field(default_factory=dict)
    budgets: list[float] = field(default_factory=list)  # dong

    @property
    def middle_budget(self) -> float | None:
        return median(self.budgets) if self.budgets else None

    @property
    def middle_sale(self) -> float | None:
        paid = [one.amount for one in self.buyers if one.amount]
        return median(paid) if paid else None


# --- when it is made ------------------------------------------------------------------------


def made_at(work: Work) -> datetime | None:
    """When the portrait that stands was made; None while there is none."""
    kept = work.settings.get(_MADE)
    return datetime.fromisoformat(kept) if kept else None


def make(work: Work, now: datetime) -> None:
    """From now on the portrait is that of today: of it only the day is kept."""
    work.settings.put(_MADE, now.isoformat())


def renewed_from(business: Business, made: datetime) -> date:
    """The day from which a new one may be made."""
    return months_later(hours.local_day(business, made), RENEW_AFTER)


def is_due(business: Business, made: datetime, now: datetime) -> bool:
    return hours.local_day(business, now) >= renewed_from(business, made)


def is_over(business: Business, made: datetime, now: datetime) -> bool:
    """Too old to be shown again: the next who asks gets a new one."""
    day = hours.local_day(business, made)
    return hours.local_day(business, now) >= months_later(day, RENEW_BY)


def first_day(business: Business, at: datetime) -> date:
    return months_later(hours.local_day(business, at), -MONTHS)


def count(work: Work, business: Business, at: datetime) -> int:
    """Who bought in the time that a portrait of this moment tells of; of more, `FEWEST`."""
    return work.buyers.count(_start(business, at), at, FEWEST)


def _start(business: Business, at: datetime) -> datetime:
    return hours.at_time(business, first_day(business, at), time(0))


# --- what is seen ---------------------------------------------------------------------------


def drawn(work: Work, business: Business, at: datetime) -> Portrait:
    """The portrait of a moment, counted from the rows. Who objects to being scored is not in it."""
    found = work.buyers.between(_start(business, at), at, MOST)
    portrait = Portrait(tuple(one for one in found if not objects(one.lead)))
    for one in portrait.buyers:
        _look_at(portrait, one.lead, words_of(work, one.lead), business)
        for question, said in survey.given_by(work, one.lead.id).items():
            portrait.answers.setdefault(question, Counter())[said] += 1
    return portrait


def _look_at(portrait: Portrait, lead: Lead, said: str, business: Business) -> None:
    portrait.channels[lead.channel] += 1
    portrait.sources[lead.source] += 1
    where = market(said, names_company=names_company(lead))
    if where is not None:
        portrait.markets[where] += 1
    size = company_size(said)
    if size is not None:
        portrait.sizes[next(name for least, name in _SIZES if size[0] >= least)] += 1
    portrait.places.update(map(places.spelled, places.named(said)))
    portrait.goals.update(_goals(lead, said, business))
    portrait.pains.update(pains(said))
    portrait.motives.update(_motives(lead))
    for fact in (lead.fact(Slot.AUTHORITY), lead.fact(Slot.BUDGET)):
        match fact.value if fact is not None else None:
            case Authority(role=role):
                portrait.roles[role] += 1
            case Budget(currency="VND", period=None, per=None) as budget:
                ends = [one for one in (budget.min, budget.max) if one is not None]
                portrait.budgets += [sum(ends) / len(ends)] if ends else []


def _goals(lead: Lead, said: str, business: Business) -> frozenset[str]:
    named = offers_in(business, said)
    fact = lead.fact(Slot.NEED)
    is_stated = (
        fact is not None
        and isinstance(fact.value, Need)
        and fact.value.status is not NeedStatus.NONE
    )
    return named or frozenset((OTHER,) if is_stated else ())


def _motives(lead: Lead) -> list[str]:
    """What made them buy now: a date, a friend's word, a choice they had to make."""
    known: Mapping[str, bool | None] = {
        "referral": lead.profile.referral,
        "comparing": lead.profile.competitor_named,
        "bought_before": lead.profile.existing_customer,
    }
    found = [name for name, is_so in known.items() if is_so]
    timing = lead.fact(Slot.TIMING)
    match timing.value if timing is not None else None:
        case Timing(status=TimingStatus.KNOWN, horizon=horizon):
            found.append(horizon.value)
    return found
