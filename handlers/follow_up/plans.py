"""What a lead will get and has got unasked, with dates and reasons."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from handlers import hours
from handlers.business import Business
from handlers.business_file.sequences import Sequence
from handlers.channel import Abilities
from handlers.follow_up import enrolling, sequences, step_times, telling
from handlers.follow_up.case import Proposal
from handlers.follow_up.gate import judge
from handlers.follow_up.promises import PROMISE
from handlers.follow_up.reminders import note_words
from handlers.follow_up.telling import Reader
from handlers.prospect.dialogue import dialogue_from
from handlers.prospect.open_question import NEXT_DAY
from handlers.prospect.replies import Voice, language_of
from handlers.texts import knows, say
from scoring.lead import Lead
from storage import outbox
from storage.conversations import CONTACT_CONSENT
from storage.follow_ups import APPOINTMENT, CANCELLED, DUE, NUDGE, REMINDER, SENT, FollowUp
from storage.leads import Prospect
from storage.store import Work

_OWN_NAMES = (NUDGE, NEXT_DAY, PROMISE, REMINDER, APPOINTMENT)
_SHORT = 60  # characters of a text in a list
_STATES = {
    outbox.DUE: "waits",
    outbox.CLAIMED: "waits",
    outbox.SENDING: "waits",
    outbox.UNKNOWN: "doubt",
    outbox.DEAD: "undelivered",
    outbox.CANCELLED: "undelivered",
}


# When something is to come, and the line that says so.
_Line = tuple[datetime, str]


def preview(
    work: Work,
    business: Business,
    abilities: Mapping[str, Abilities],
    lead: Lead,
    now: datetime,
    language: str,
) -> str:
    """/plan ID: everything to come with its date, if the prospect stays silent."""
    waiting = (one for one in work.follow_ups.of_lead(lead.id) if one.state == DUE)
    ahead = [line for one in waiting for line in _ahead(work, business, lead, one, language)]
    if ahead:
        name = lead.name or say("staff.anonymous", language)
        lines = [say("plan.title", language, lead=lead.id, name=name)]
        lines += [text for _, text in sorted(ahead)]
    else:
        lines = [say("plan.nothing", language, lead=lead.id)]
        lines += _would(work, business, abilities, lead, now, language)
    past = touches(work, business, lead.id, language)
    return "\n".join((*lines, *((say("plan.past", language), *past) if past else ())))


def touches(
    work: Work, business: Business, lead_id: int, language: str, most: int = 6
) -> list[str]:
    """The last that was sent unasked, and what was not and why; the newest first."""
    told = [
        _touch(business, step, language)
        for step in reversed(work.follow_ups.of_lead(lead_id))
        if step.state != DUE and not _was_needless(step)
    ]
    return told[:most]


def _was_needless(step: FollowUp) -> bool:
    """A question that was answered before anybody had to be reminded of it: no silence of ours."""
    early = step.settled_at is not None and step.settled_at < step.due_at
    return early and step.state == CANCELLED and step.sequence in (NUDGE, NEXT_DAY)


def _touch(business: Business, step: FollowUp, language: str) -> str:
    at = _clock(business, step.settled_at or step.due_at)
    name = _name(step.sequence, language)
    if step.state == SENT:
        state = "seen" if step.seen_at is not None else _STATES.get(step.message, "")
        shown = say(f"plan.{state}", language) if state else ""
        return say("plan.sent", language, at=at, sequence=name, state=shown)
    key = "plan.cancelled" if step.state == CANCELLED else "plan.not_sent"
    return say(key, language, at=at, sequence=name, reason=reason_words(step.reason, language))


def reason_words(reason: str, language: str) -> str:
    """A reason of the gate in words."""
    return say(f"gate.{reason}", language) if knows(f"gate.{reason}", language) else reason


def _ahead(
    work: Work, business: Business, lead: Lead, step: FollowUp, language: str
) -> list[_Line]:
    """A planned step, and those of its sequence after it."""
    moved = (
        say("plan.moved", language, reason=reason_words(step.reason, language))
        if step.reason
        else ""
    )
    enrolment = work.enrolments.get(step.enrolment_id or 0)
    if enrolment is None or step.prospect_id is None:
        text = "" if step.sequence == APPOINTMENT else note_words(step.note, language)
        at = _clock(business, step.due_at)
        line = say(
            "plan.short", language, at=at, sequence=_name(step.sequence, language), text=text
        )
        return [(step.due_at, line.rstrip(" ·") + moved)]
    prospect = work.leads.prospect(step.prospect_id)
    sequence = sequences.definition(enrolment)
    (first_at, first), *rest = _steps(
        work, business, lead, prospect, sequence, step.step - 1, step.due_at, language
    )
    return [(first_at, first + moved), *rest]


def _would(
    work: Work,
    business: Business,
    abilities: Mapping[str, Abilities],
    lead: Lead,
    now: datetime,
    language: str,
) -> list[str]:
    """What this lead would come into, were it silent from now on; or why into nothing."""
    prospects = work.leads.prospects_of(lead.id)
    if not prospects or work.conversations.agreed(prospects[0].id, CONTACT_CONSENT) is None:
        return [say("plan.no_consent", language)]
    fitting = (
        one
        for one in business.sequences.running
        if one.enrol.event == "silent" and enrolling.fits(work, one, lead, prospects[0], now)
    )
    sequence = next(fitting, None)
    if sequence is None:
        return []
    first_at = step_times.step_time(business, sequence, 0, lead.id, now)
    proposal = Proposal(lead.id, prospects[0], sequence.id, now, purpose=sequence.purpose)
    verdict = judge(work, business, abilities, proposal, first_at)
    if not verdict.goes and verdict.move_to is None and not verdict.may_replace:
        return [say("plan.would_not", language, reason=reason_words(verdict.reason, language))]
    steps = _steps(work, business, lead, prospects[0], sequence, 0, first_at, language)
    return [
        say("plan.would", language, sequence=_name(sequence.id, language)),
        *(text for _, text in steps),
    ]


def _steps(
    work: Work,
    business: Business,
    lead: Lead,
    prospect: Prospect,
    sequence: Sequence,
    place: int,
    first_at: datetime,
    language: str,
) -> list[_Line]:
    dialogue = dialogue_from(work.conversations.load(prospect.id))
    voice = Voice(business, language_of(prospect, business), dialogue.you)
    reader = Reader(business, voice, lead, lead.name or prospect.name, business.company.name)
    return [
        (
            at,
            say(
                "plan.line",
                language,
                at=_clock(business, at),
                sequence=_name(sequence.id, language),
                step=number + 1,
                of=len(sequence.steps),
                text=_short(telling.told(sequence, number, reader, dialogue)[0].text),
            ),
        )
        for number, at in step_times.ahead(business, sequence, place, first_at, lead.id)
    ]


def _name(sequence: str, language: str) -> str:
    """A ready sequence has a name, the owner's own is called by its id."""
    group = "plan" if sequence in _OWN_NAMES else "sequence"
    key = f"{group}.{sequence}"
    return say(key, language) if knows(key, language) else sequence


def _short(text: str) -> str:
    line = text.splitlines()[0]
    return line if len(line) <= _SHORT else f"{line[:_SHORT].rstrip()}…"


def _clock(business: Business, at: datetime) -> str:
    return f"{at.astimezone(hours.zone_of(business)):%d/%m/%Y %H:%M}"
