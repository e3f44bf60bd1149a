"""A campaign: who gets it and who does not and why, its start, its brakes, its report."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from functools import partial

from handlers import queue
from handlers.business import Business
from handlers.business_file.campaigns import Mailing
from handlers.channel import Abilities
from handlers.follow_up import calm, enrolling
from handlers.follow_up.case import Proposal
from handlers.follow_up.gate import judge
from handlers.follow_up.plans import reason_words
from handlers.follow_up.segments import asked_of_tables, belongs, chat_of
from handlers.texts import Telling, say, telling
from scoring.lead import Lead
from storage.campaigns import CHOSEN, DONE, RUNNING, STOPPED, Run, WordingResult
from storage.store import Work

# So many leads are looked at in one transaction: a message must not wait long behind it.
A_HANDFUL = 50
# A dry run looks at so many; a campaign at all.
MOST_DRY = 2000
# More than so much failing, or opting out, and it stops itself; judged from so many on.
MOST_FAILING, MOST_OPTING_OUT, JUDGED_FROM = 0.10, 0.02, 20
FAILING, OPTING_OUT, BY_HAND = "too_many_failed", "too_many_opted_out", "stopped_by_hand"
NOT_HERE = "no_chat"


def dry_run(
    work: Work,
    business: Business,
    abilities: Mapping[str, Abilities],
    mailing: Mailing,
    now: datetime,
) -> tuple[int, Counter[str]]:
    """How many would get it, and how many would not, by reason; nothing is written."""
    gets, held = 0, Counter[str]()
    for lead_id in work.campaigns.leads(asked_of_tables(mailing.segment, now), 0, MOST_DRY):
        lead = work.leads.get(lead_id)
        if lead is None or not belongs(work, mailing.segment, lead, now):
            continue
        reason = _held_back(work, business, abilities, mailing, lead, now)
        gets += not reason
        held.update([reason] if reason else [])
    return gets, held


def choose_some(
    work: Work,
    business: Business,
    abilities: Mapping[str, Abilities],
    campaign_id: int,
    now: datetime,
) -> bool:
    """Go through the next handful of leads; whether there are more."""
    run = work.campaigns.lock(campaign_id)
    if run is None or run.state != RUNNING:
        return False
    mailing = Mailing.model_validate_json(run.definition)
    some = work.campaigns.leads(asked_of_tables(mailing.segment, now), run.cursor, A_HANDFUL)
    for lead_id in some:
        lead = work.leads.get(lead_id)
        if lead is not None and belongs(work, mailing.segment, lead, now):
            _choose(work, business, abilities, run, mailing, lead, now)
    more = len(some) == A_HANDFUL
    work.campaigns.reached(run.id, some[-1] if some else run.cursor, all_seen=not more)
    return more


def _choose(
    work: Work,
    business: Business,
    abilities: Mapping[str, Abilities],
    run: Run,
    mailing: Mailing,
    lead: Lead,
    now: datetime,
) -> None:
    held = _held_back(work, business, abilities, mailing, lead, now)
    variant = _variant(run, mailing, lead.id)
    prospect = chat_of(work, mailing.segment, lead.id)
    enrolment_id = None
    if not held and prospect is not None:
        sequence = mailing.of(variant)
        enrolment_id = enrolling.enrol(
            work, business, sequence, lead, prospect, f"campaign:{run.id}", now
        )
        held = "" if enrolment_id is not None else "duplicate"
    work.campaigns.add(run.id, lead.id, "" if held else variant, held, enrolment_id)


def _variant(run: Run, mailing: Mailing, lead_id: int) -> str:
    """The variants are dealt out by chance, and always the same to one lead."""
    digest = hashlib.sha256(f"{run.name}:{lead_id}".encode()).digest()
    return mailing.variants[digest[0] % len(mailing.variants)]


def _held_back(
    work: Work,
    business: Business,
    abilities: Mapping[str, Abilities],
    mailing: Mailing,
    lead: Lead,
    now: datetime,
) -> str:
    """Why this lead gets nothing; "" where it does, now or at the first allowed minute."""
    prospect = chat_of(work, mailing.segment, lead.id)
    if prospect is None:
        return NOT_HERE
    first = mailing.sequences[0]
    proposal = Proposal(
        lead.id,
        prospect,
        first.id,
        now,
        purpose=first.purpose,
        stages=frozenset(mailing.segment.stage) or None,
    )
    at = calm.next_allowed(business, now, first.steps[0].window)
    verdict = judge(work, business, abilities, proposal, at)
    return "" if verdict.move_to is not None else verdict.reason


# --- brakes -------------------------------------------------------------------------------------


def what_ends(work: Work, run: Run) -> tuple[str, str] | None:
    """The state in which it should end now, and why; None while it goes on."""
    total = _total(work.campaigns.outcomes(run.id))
    handed = total.sent + total.failed
    if handed >= JUDGED_FROM and total.failed > MOST_FAILING * handed:
        return STOPPED, FAILING
    if total.sent >= JUDGED_FROM and total.opted_out > MOST_OPTING_OUT * total.sent:
        return STOPPED, OPTING_OUT
    if run.state == CHOSEN and work.campaigns.is_over(run.id):
        return DONE, ""
    return None


def watch(work: Work, abilities: Mapping[str, Abilities], campaign_id: int, now: datetime) -> None:
    """Stop a campaign that fails or that people flee, and tell the owner; end one that is done."""
    run = work.campaigns.lock(campaign_id)
    if run is None or run.state not in (RUNNING, CHOSEN):
        return
    ends = what_ends(work, run)
    if ends is None:
        return
    state, reason = ends
    work.campaigns.end(run.id, state, reason, now)
    if state == STOPPED:
        queue.tell_owners(work, _stopped_words(run, reason), abilities, now)


def stop(work: Work, run: Run, reason: str, now: datetime) -> int:
    """What waits is not sent any more, and says why."""
    return work.campaigns.end(run.id, STOPPED, reason, now)


def _stopped_words(run: Run, reason: str) -> Telling:
    return telling("campaign.stopped", name=run.name, reason=partial(reason_words, reason))


# --- the report ---------------------------------------------------------------------------------


def report(work: Work, abilities: Mapping[str, Abilities], run: Run, language: str) -> str:
    """What came of it, wording by wording, counted from the rows."""
    state = say(f"campaign.state_{run.state}", language)
    if run.reason:
        state = f"{state}: {reason_words(run.reason, language)}"
    lines = [say("campaign.report", language, name=run.name, state=state)]
    tell_seen = tuple(name for name, can in abilities.items() if can.tells_seen)
    outcomes = work.campaigns.outcomes(run.id, tell_seen)
    for variant, one in sorted(outcomes.items()):
        lines += _counts(variant.upper(), one, language)
    if len(outcomes) > 1:
        lines += _counts(say("campaign.all", language), _total(outcomes), language)
    return "\n".join((*lines, *_held_lines(work.campaigns.held(run.id), language)))


def _counts(name: str, one: WordingResult, language: str) -> list[str]:
    seen = "campaign.seen" if one.telling else "campaign.seen_untold"
    return [
        say(
            "campaign.sent",
            language,
            name=name,
            chosen=one.chosen,
            waiting=one.waiting,
            sent=one.sent,
            failed=one.failed,
            doubtful=one.doubtful,
            not_sent=one.not_sent,
        ),
        say(seen, language, seen=one.seen, telling=one.telling),
        say(
            "campaign.came",
            language,
            clicked=one.clicked,
            replied=one.replied,
            opted_out=one.opted_out,
            hot=one.hot,
            won=one.won,
            first=one.won_first,
            last=one.won_last,
        ),
    ]


def _total(outcomes: Mapping[str, WordingResult]) -> WordingResult:
    total = WordingResult()
    for one in outcomes.values():
        sums = {key: getattr(total, key) + getattr(one, key) for key in WordingResult.__slots__}
        total = replace(total, **sums)
    return total


def preview(name: str, gets: int, held: Counter[str], language: str) -> str:
    """The dry run in words."""
    lines = [say("campaign.dry", language, name=name, count=gets)]
    return "\n".join((*lines, *_held_lines(held, language)))


def _held_lines(held: Counter[str], language: str) -> list[str]:
    return [
        say("campaign.held", language, reason=reason_words(reason, language), count=count)
        for reason, count in held.most_common()
    ]
