"""A lead comes into a sequence, and goes through it step by step."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from handlers import buttons, hours
from handlers.business import Business
from handlers.business_file.sequences import Sequence, Step
from handlers.buttons import Press
from handlers.channel import Button, Enclosure, Style
from handlers.follow_up import calm, links, segments
from handlers.follow_up.gate import OVER, Proposal
from handlers.posting import Draft
from handlers.prospect import promotion, replies
from handlers.prospect.dialogue import Dialogue
from handlers.prospect.open_question import no_thanks
from handlers.prospect.replies import Voice
from scoring.lead import Lead, Need, Slot, Stage, Temperature
from storage.conversations import MARKETING
from storage.enrolments import Enrolment
from storage.follow_ups import ENDED, FollowUp
from storage.leads import Prospect
from storage.store import Work

# Ended so, a sequence is over for this lead for good (product.md).
FOR_GOOD = "unanswered"
FINISHED = "finished"
GOAL = "goal_reached"
# A thousand that fall due in one minute leave within so long; by the lead, so that it is always
# the same for one of them.
_SPREAD = timedelta(minutes=45)
_A_DAY = timedelta(days=1)
_GOAL_EVENTS = ("consult_booked", "checkout_started", "call_me")
_WARMER = {
    "warm": (Temperature.WARM, Temperature.HOT),
    "hot": (Temperature.HOT,),
}


# --- coming in ------------------------------------------------------------------------------


def enrol_silent(
    work: Work, business: Business, lead_id: int, prospect: Prospect, now: datetime
) -> bool:
    """Somebody does not answer any more: into the first sequence that is made for such a lead."""
    lead = work.leads.get(lead_id)
    if lead is None or prospect.opted_out_at is not None:
        return False
    return any(
        enrol(work, business, one, lead, prospect, f"silent:{now.date()}", now) is not None
        for one in business.sequences.running
        if one.enrol.event == "silent" and fits(work, one, lead, prospect, now)
    )


def happened(
    work: Work, business: Business, lead: Lead, event: str, key: str, now: datetime
) -> int:
    """A thing of a lead's life happened (no_show, quote_sent, won, lost, birthday).

    Into every sequence that waits for it; answers how many. `key` tells this event from the
    next of its kind: the same event enrols once.
    """
    prospects = work.leads.prospects_of(lead.id)
    if not prospects:
        return 0
    return sum(
        enrol(work, business, one, lead, prospects[0], f"{event}:{key}", now) is not None
        for one in business.sequences.running
        if one.enrol.event == event and fits(work, one, lead, prospects[0], now)
    )


def catch_up(work: Work, business: Business, lead: Lead, prospect: Prospect, now: datetime) -> None:
    """A customer agreed to promotion after the purchase: into what waited for that since then."""
    won = [one for one in work.events.of_lead(lead.id) if one.kind == "won"]
    for one in business.sequences.running if won else ():
        waited = one.enrol.event == "won" and one.purpose == MARKETING
        if waited and fits(work, one, lead, prospect, now):
            enrol(work, business, one, lead, prospect, f"won:{won[-1].id}", now, won[-1].at)


def fits(work: Work, sequence: Sequence, lead: Lead, prospect: Prospect, now: datetime) -> bool:
    """Whether a sequence is made for such a lead."""
    wanted = sequence.enrol
    if lead.stage in OVER and wanted.event == "silent" and not wanted.stage:
        return False
    if wanted.channel and prospect.channel not in wanted.channel:
        return False
    return segments.belongs(work, wanted, lead, now)


def enrol(
    work: Work,
    business: Business,
    sequence: Sequence,
    lead: Lead,
    prospect: Prospect,
    event: str,
    now: datetime,
    since: datetime | None = None,
) -> int | None:
    """Into one sequence, with its first step planned; not twice at once, nor after its end.

    `since`: its time began to run then, and no step comes before the next day. Answers the
    enrolment, None where there is none.
    """
    found = chat_for(work, sequence, 0, prospect)
    earlier = [one for one in work.enrolments.of_lead(lead.id) if one.sequence == sequence.id]
    if found is None or any(one.state != ENDED or one.reason == FOR_GOOD for one in earlier):
        return None
    key = f"e:{lead.id}:{sequence.id}:{event}"
    enrolment_id = work.enrolments.begin(
        lead.id, sequence.id, sequence.model_dump_json(by_alias=True), now, key=key
    )
    if enrolment_id is None:
        return None
    work.events.record(lead.id, "enrolled", now, key=f"{key}:in", detail=sequence.id)
    due_at = step_time(business, sequence, 0, lead.id, since or now)
    if since is not None:
        due_at = max(due_at, calm.next_allowed(business, now + _A_DAY, sequence.steps[0].window))
    _plan(work, sequence, 0, enrolment_id, lead.id, *found, due_at, now)
    return enrolment_id


def chat_for(
    work: Work, sequence: Sequence, place: int, prospect: Prospect
) -> tuple[Prospect, int] | None:
    """The chat a step goes to, with the consent that stands there; None where none does.

    The first of the channels the step prefers on which the lead can be reached, else `prospect`.
    """
    wanted = sequence.steps[place].on
    others = work.leads.prospects_of(prospect.lead_id) if wanted else ()
    preferred = (
        one
        for channel in wanted
        for one in others
        if one.channel == channel and one.reachable and one.opted_out_at is None
    )
    for chat in (*preferred, prospect):
        consent_id = work.conversations.agreed(chat.id, sequence.purpose)
        if consent_id is not None:
            return chat, consent_id
    return None


def _plan(
    work: Work,
    sequence: Sequence,
    place: int,
    enrolment_id: int,
    lead_id: int,
    prospect: Prospect,
    consent_id: int,
    due_at: datetime,
    now: datetime,
) -> None:
    work.follow_ups.plan(
        lead_id,
        prospect.id,
        sequence.id,
        place + 1,
        due_at,
        now,
        key=f"f:{lead_id}:{sequence.id}:{place + 1}:{enrolment_id}",
        consent_id=consent_id,
        enrolment_id=enrolment_id,
        outlives_reply="reply" not in sequence.exit,
    )


def step_time(
    business: Business, sequence: Sequence, place: int, lead_id: int, since: datetime
) -> datetime:
    """When a step is due, so long after the one before it: within its window, spread by lead."""
    step = sequence.steps[place]
    gap = sequence.gap_before(place)
    at = calm.next_allowed(business, since + gap, step.window)
    if gap < _A_DAY:
        return at
    # Where the window opens, not where the last step happened to leave.
    day = hours.local_day(business, at)
    opening = hours.at_time(business, day, calm.first_minute(business, step.window))
    opens = calm.next_allowed(business, opening.astimezone(UTC), step.window)
    digest = hashlib.sha256(f"{lead_id}:{sequence.id}:{place}".encode()).digest()
    share = int.from_bytes(digest[:4], "big") / 2**32
    return max(opens + share * _room(step, _SPREAD), since + min(gap, _A_DAY))


def _room(step: Step, most: timedelta) -> timedelta:
    if step.window is None:
        return most
    start, end = step.window
    length = timedelta(hours=end.hour - start.hour, minutes=end.minute - start.minute)
    return min(most, length)


# --- going on -------------------------------------------------------------------------------


def plan_next(
    work: Work, business: Business, step: FollowUp, prospect: Prospect, now: datetime
) -> None:
    """A step went, or was left out: the next one is planned, or the sequence has run its course."""
    enrolment = work.enrolments.get(step.enrolment_id or 0)
    if enrolment is None or enrolment.state == ENDED:
        return
    sequence = definition(enrolment)
    last = step.step >= len(sequence.steps)
    found = None if last else chat_for(work, sequence, step.step, prospect)
    if found is None:
        work.enrolments.end(enrolment.id, FINISHED, now)
        return
    due_at = step_time(business, sequence, step.step, step.lead_id, now)
    _plan(work, sequence, step.step, enrolment.id, step.lead_id, *found, due_at, now)


def definition(enrolment: Enrolment) -> Sequence:
    """The sequence as it stood when the lead came in: whoever runs finishes on his version."""
    return Sequence.model_validate_json(enrolment.definition)


def proposal(work: Work, business: Business, step: FollowUp, prospect: Prospect) -> Proposal | None:
    """What the gate is asked about a step; None where the sequence is gone."""
    enrolment = work.enrolments.get(step.enrolment_id or 0)
    # The last step finishes its sequence and may still be waiting to leave.
    if enrolment is None or (enrolment.state == ENDED and enrolment.reason != FINISHED):
        return None
    sequence = definition(enrolment)
    planned = sequence.steps[step.step - 1]
    exits = sequence.exit
    lead = work.leads.get(step.lead_id)
    reached = lead is not None and has_reached_goal(work, enrolment, lead)
    return Proposal(
        step.lead_id,
        prospect,
        sequence.id,
        enrolment.enrolled_at,
        purpose=sequence.purpose,
        outlives_reply="reply" not in exits,
        beside_rep="rep" not in exits,
        stages=_stages(sequence),
        temperatures=_temperatures(sequence),
        window=planned.window,
        content=_content(sequence, planned),
        over=GOAL if reached else "",
        idle=_nothing_to_ask(work, business, planned, prospect),
        expires_at=None if planned.lasts is None else step.created_at + planned.lasts,
    )


def _nothing_to_ask(work: Work, business: Business, step: Step, prospect: Prospect) -> str:
    asks = step.asks == MARKETING
    return "asked_before" if asks and not promotion.may_ask(work, business, prospect) else ""


def _stages(sequence: Sequence) -> frozenset[Stage] | None:
    if sequence.enrol.stage:
        return frozenset(sequence.enrol.stage)
    return {
        "won": frozenset({Stage.CUSTOMER}),
        "lost": frozenset({Stage.LOST}),
        "birthday": frozenset(set(Stage) - {Stage.LOST, Stage.DISQUALIFIED}),
    }.get(sequence.enrol.event)


def _temperatures(sequence: Sequence) -> frozenset[Temperature] | None:
    wanted = sequence.enrol.temperature
    return frozenset(wanted) if wanted and "temperature" in sequence.exit else None


def _content(sequence: Sequence, step: Step) -> str:
    """Tells a step's words again, in whatever version they are told."""
    words = f"{step.say.vi}|{step.say.en}"
    return hashlib.sha256(f"{sequence.id}|{words}".encode()).hexdigest()[:32]


def has_reached_goal(work: Work, enrolment: Enrolment, lead: Lead) -> bool:
    """Whether what the sequence is for has come about."""
    goal = definition(enrolment).goal
    if goal == "booked":
        return work.events.happened_since(lead.id, _GOAL_EVENTS, enrolment.enrolled_at)
    if goal in _WARMER:
        return lead.temperature in _WARMER[goal]
    return False


# --- what a step says -------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Telling:
    """To whom a step speaks."""

    business: Business
    voice: Voice
    lead: Lead
    name: str
    rep: str


def message(
    work: Work,
    business: Business,
    step: FollowUp,
    prospect: Prospect,
    lead: Lead,
    dialogue: Dialogue,
    now: datetime,
) -> tuple[Draft, Dialogue] | None:
    """The step in the lead's language and for its temperature; None where the step is gone."""
    enrolment = work.enrolments.get(step.enrolment_id or 0)
    if enrolment is None:
        return None
    sequence = definition(enrolment)
    language = replies.language_of(prospect, business)
    rep = work.team.member(lead.rep_id) if lead.rep_id else None
    telling = Telling(
        business,
        Voice(business, language, dialogue.you),
        lead,
        lead.name or prospect.name,
        rep.name if rep is not None else business.company.name,
    )
    place = step.step - 1
    planned = sequence.steps[place]
    if planned.asks == MARKETING:
        promotion.note_asked(work, prospect, now)
    if planned.link is not None:
        own = links.tracked(work, planned.link, lead.id, enrolment.id, now)
        steps = (*sequence.steps[:place], planned.model_copy(update={"link": own}))
        sequence = sequence.model_copy(update={"steps": (*steps, *sequence.steps[place + 1 :])})
    return told(sequence, place, telling, dialogue)


def told(
    sequence: Sequence, place: int, telling: Telling, dialogue: Dialogue
) -> tuple[Draft, Dialogue]:
    """One step as it is read, with its buttons and the way out."""
    step, voice = sequence.steps[place], telling.voice
    text = _fill(step.text(telling.lead.temperature, voice.language), telling)
    rows = tuple(_choices(sequence, place, voice.language))
    question = telling.business.question(step.question) if step.question else None
    if question is not None and not replies.is_answered(telling.lead, question.id):
        dialogue = replace(dialogue, shown=0).asks(question.id)
        card = replies.question_card(question, dialogue, telling.business, voice)
        text, rows = f"{text}\n{card.text}", (*rows, *card.buttons)
    if step.asks == MARKETING:
        card = promotion.question(telling.business, voice)
        text, rows = f"{text}\n{card.text}", (*rows, *card.buttons)
    if step.invite is not None:
        rows = (*rows, (Button(step.invite.of(voice.language), buttons.data("human"), Style.GOOD),))
    # An address is no sentence: it is not polished.
    polished = voice.polish(text)
    text = "\n".join(filter(None, (polished, step.link)))
    if sequence.purpose == MARKETING:
        text = voice.say("sequence.advert", text=text)  # Decree 91/2020: labelled as what it is
    enclosed = (("photo", step.photo), ("document", step.file))
    encloses = tuple(Enclosure(kind, address) for kind, address in enclosed if address)
    draft = Draft(text, (*rows, no_thanks(voice)), encloses=encloses)
    return draft, dialogue


def _choices(sequence: Sequence, place: int, language: str) -> tuple[tuple[Button, ...], ...]:
    pressed = [
        Button(choice.label.of(language), buttons.data("say", sequence.id, place, number))
        for number, choice in enumerate(sequence.steps[place].choices)
    ]
    return replies.in_rows(pressed)


def _fill(text: str, telling: Telling) -> str:
    voice = telling.voice
    need = telling.lead.fact(Slot.NEED)
    said = need.value.text if need is not None and isinstance(need.value, Need) else ""
    nothing = voice.say("sequence.your_need")
    return voice.owners(text, name=telling.name, rep=telling.rep, need=said or nothing)


def choice_words(business: Business, press: Press | None, language: str) -> str:
    """What pressing a step's choice says; "" for another button, or a choice that is gone."""
    place, number = (press.number(1), press.number(2)) if press is not None else (None, None)
    if press is None or press.action != "say" or place is None or number is None:
        return ""
    steps = next((one.steps for one in _known(business) if one.id == press.args[0]), ())
    choices = steps[place].choices if place < len(steps) else ()
    return choices[number].words(language) if number < len(choices) else ""


def _known(business: Business) -> Iterator[Sequence]:
    """Every sequence that the file tells of, the campaigns' own too."""
    yield from business.sequences.running
    for campaign in business.campaigns:
        yield from business.mailing(campaign).sequences


# --- looking ahead ----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Ahead:
    """A step to come: when, and what it says."""

    sequence: str
    step: int
    of: int
    at: datetime
    text: str
    reason: str = ""


def ahead(
    business: Business, sequence: Sequence, place: int, first_at: datetime, lead_id: int
) -> tuple[tuple[int, datetime], ...]:
    """The dates of a sequence from one of its steps on, if nobody answers meanwhile."""
    dates = [(place, first_at)]
    for next_place in range(place + 1, len(sequence.steps)):
        dates.append((next_place, step_time(business, sequence, next_place, lead_id, dates[-1][1])))
    return tuple(dates)
