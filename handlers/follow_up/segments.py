"""Who belongs to a segment: the one place where a campaign and a sequence look it up."""

from __future__ import annotations

from datetime import datetime

from handlers.business_file.segments import Segment, Size
from handlers.prospect import survey
from scoring.lead import Contact, Lead, Slot
from scoring.market import company_size, market
from scoring.understanding.text import fold
from storage.campaigns import Wanted
from storage.leads import Prospect
from storage.store import Work

# So many of the last lines of a chat are read for what somebody said of himself.
_LINES = 50


def asked_of_tables(segment: Segment, now: datetime) -> Wanted:
    """The part of a segment that narrows the leads down before each is looked at."""
    return Wanted(
        stages=tuple(one.value for one in segment.stage),
        temperatures=tuple(one.value for one in segment.temperature),
        sources=segment.source,
        score_from=segment.score_from,
        score_to=segment.score_to,
        heard_after=now - segment.heard_within if segment.heard_within else None,
        heard_before=now - segment.silent_for if segment.silent_for else None,
    )


def chat_of(work: Work, segment: Segment, lead_id: int) -> Prospect | None:
    """The chat in which a lead of the segment is written to; None where it has none there."""
    found = work.leads.prospects_of(lead_id)
    return next(
        (one for one in found if not segment.channel or one.channel in segment.channel), None
    )


def belongs(work: Work, segment: Segment, lead: Lead, now: datetime) -> bool:
    """Whether a lead is in a segment, wherever it is reached. Cheap questions come first."""
    return (
        _stands_so(segment, lead)
        and _was_heard_so(work, segment, lead, now)
        and _knows_so(segment, lead)
        and _behaved_so(work, segment, lead)
        and _spoke_so(work, segment, lead)
        and _answered_so(work, segment, lead)
    )


def _stands_so(segment: Segment, lead: Lead) -> bool:
    return (
        (not segment.temperature or lead.temperature in segment.temperature)
        and (not segment.stage or lead.stage in segment.stage)
        and (not segment.source or lead.source in segment.source)
        and segment.score_from <= lead.points <= segment.score_to
    )


def _was_heard_so(work: Work, segment: Segment, lead: Lead, now: datetime) -> bool:
    if segment.silent_for is None and segment.heard_within is None:
        return True
    heard_at = work.enrolments.heard_at(lead.id)
    if heard_at is None:
        return False
    silent = now - heard_at
    return (segment.silent_for is None or silent >= segment.silent_for) and (
        segment.heard_within is None or silent < segment.heard_within
    )


def _knows_so(segment: Segment, lead: Lead) -> bool:
    known = {fact.slot for fact in lead.facts}
    return known.issuperset(segment.knows) and not known & set(segment.lacks)


def _behaved_so(work: Work, segment: Segment, lead: Lead) -> bool:
    if segment.did and not work.events.happened(lead.id, segment.did):
        return False
    return not (segment.did_not and work.events.happened(lead.id, segment.did_not))


def _spoke_so(work: Work, segment: Segment, lead: Lead) -> bool:
    """What only the lead's own words tell; what they do not tell is in no segment."""
    if not (segment.says or segment.province or segment.market or segment.company_size):
        return True
    said = words_of(work, lead)
    if segment.says and not any(fold(words) in said for words in segment.says):
        return False
    if segment.province and not any(f" {_plain(place)} " in said for place in segment.province):
        return False
    if segment.market and market(said, names_company=names_company(lead)) not in segment.market:
        return False
    return segment.company_size is None or _is_so_large(said, segment.company_size)


def _is_so_large(said: str, wanted: Size) -> bool:
    size = company_size(said)
    if size is None:
        return False
    return size[1] >= wanted.at_least and (wanted.at_most is None or size[0] <= wanted.at_most)


def _answered_so(work: Work, segment: Segment, lead: Lead) -> bool:
    if not segment.answered:
        return True
    given = survey.given_by(work, lead.id)
    return all(
        any(fold(words) in fold(given.get(question, "")) for words in wanted)
        for question, wanted in segment.answered.items()
    )


def names_company(lead: Lead) -> bool:
    fact = lead.fact(Slot.CONTACT)
    return fact is not None and isinstance(fact.value, Contact) and bool(fact.value.company)


def words_of(work: Work, lead: Lead) -> str:
    """What a lead said of itself: facts, survey answers, its last lines; folded, one by one."""
    told = [
        fact.value.company or "" if isinstance(fact.value, Contact) else fact.value.text
        for fact in lead.facts
    ]
    told += survey.given_by(work, lead.id).values()
    for prospect in work.leads.prospects_of(lead.id):
        lines = work.transcript.lines(prospect.channel, prospect.chat_id, limit=_LINES)
        told += [line.payload.get("text", "") for line in lines if not line.outgoing]
    return f" {' | '.join(map(_plain, told))} "


def _plain(text: str) -> str:
    """Folded, with single blanks; a dash between numbers and their points stay."""
    letters = (one if one.isalnum() or one in "-–.," else " " for one in fold(text))
    return " ".join(" ".join(part.strip(".,") for part in "".join(letters).split()).split())
