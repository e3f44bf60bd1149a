"""What a lead asks for and where it is, and which rep the owner's file sends such leads to."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from handlers.business import Business
from handlers.business_file.offers import Offer
from handlers.business_file.routing import StaffEntry
from scoring.lead import Contact, Lead
from scoring.understanding.text import fold
from storage.store import Work
from storage.team import Member

# So many of the last lines of a chat tell what it is about.
_LINES = 30
# So many names of members, offers and provinces are kept folded.
_NAMES = 4096


@dataclass(frozen=True, slots=True)
class Wish:
    """What a lead has spoken of: offers by their ids, provinces as the file spells them."""

    offers: frozenset[str] = frozenset()
    provinces: frozenset[str] = frozenset()


class Roster:
    """The entries of the file's `staff`, found by a member's name or by the id there."""

    def __init__(self, business: Business) -> None:
        self._by_offer = business.routing.by_offer
        self._entries: dict[str, StaffEntry] = {}
        for one in business.staff:
            self._entries.setdefault(_folded_name(one.name), one)
            self._entries.setdefault(one.id, one)

    def entry_of(self, member: Member) -> StaffEntry | None:
        return self._entries.get(_folded_name(member.name)) if self._entries else None

    def suits(self, member: Member, wish: Wish) -> bool:
        """Sells what the lead asks for, where the lead is. What is not known excludes nobody."""
        entry = self.entry_of(member)
        for offer in wish.offers & set(self._by_offer):
            if entry is None or entry.id not in self._by_offer[offer]:
                return False
        if entry is None:
            return True
        if entry.offers and wish.offers and not wish.offers & set(entry.offers):
            return False
        elsewhere = bool(wish.provinces) and wish.provinces.isdisjoint(entry.provinces)
        return not (entry.provinces and elsewhere)


def wish_of(work: Work, business: Business, lead: Lead) -> Wish:
    """Read once for a lead, however many reps are measured by it."""
    if not business.staff and not business.routing.by_offer:
        return Wish()
    said = _words(work, lead)
    served = {place for one in business.staff for place in one.provinces}
    return Wish(
        offers_in(business, said), frozenset(place for place in served if _says(said, place))
    )


def offers_of(work: Work, business: Business, lead: Lead) -> list[Offer]:
    """The offers a lead has spoken of."""
    spoken = offers_in(business, _words(work, lead))
    return [one for one in business.offers if one.id in spoken]


def offers_in(business: Business, said: str) -> frozenset[str]:
    """The ids of the offers that folded words name; a blank stands at either end of them."""
    return frozenset(
        one.id for one in business.offers if any(_says(said, name) for name in one.name.spoken)
    )


def _says(said: str, name: str) -> bool:
    return f" {_folded_name(name)} " in said


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


# The same few names are looked for at every lead.
_folded_name = lru_cache(maxsize=_NAMES)(_folded)
