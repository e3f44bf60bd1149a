"""A prospect names a day to be written to again: it is promised, kept, and said."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime, timedelta

from handlers import buttons, hours, wording
from handlers.business import Business
from handlers.channel import Button, Kind, Style
from handlers.follow_up import calm, reminders
from handlers.follow_up.case import Proposal
from handlers.posting import Draft
from handlers.prospect import replies
from handlers.prospect.dialogue import PAUSED, SUMMARY, Dialogue
from handlers.prospect.manners import polish
from handlers.prospect.open_question import no_thanks
from handlers.prospect.replies import Voice
from handlers.prospect.said import Act, Said
from handlers.prospect.turn import Message, Turn
from scoring.lead import Lead, Slot
from scoring.understanding.text import fold
from scoring.understanding.times.moments import moment
from storage.follow_ups import FollowUp
from storage.leads import Prospect

PROMISE = "promise"
# The consent that such a wish is: to this one message, on that day.
CALL_BACK = "call_back"
_FARTHEST = timedelta(days=400)
# Who wants to be called on a later day does not want to be called now.
_FOR_LATER = frozenset({Act.POSTPONE, Act.HUMAN})
_NOT_NOW = frozenset({"call_me", "consult_booked"})
_AGAIN = re.compile(
    r"\b(goi|nhan|lien he|lien lac|trao doi|noi chuyen|ranh|ban|xem|suy nghi)\b"
    r"|\b(call|write|text|contact|talk|busy|think)\b"
)


def heard(turn: Turn, messages: tuple[Message, ...], said: tuple[Said, ...]) -> tuple[Said, ...]:
    """Whether a day was named; then it is no timing of a purchase, and nobody is called now."""
    written = " ".join(one.text for _, one in messages if one.kind is Kind.TEXT)
    if not written or turn.dialogue.open == "" or not _is_put_off(turn, said, written):
        return said
    if any(one.call_at for one in said):
        return said  # a call at that time is booked
    at = moment(written, turn.now, zone=hours.zone_of(turn.business))
    if at is None or not turn.now < at < turn.now + _FARTHEST:
        return said
    turn.write_again_at = calm.next_allowed(turn.business, at)
    turn.asked_in = written
    return tuple(_without_date(one) for one in said)


def _is_put_off(turn: Turn, said: tuple[Said, ...], written: str) -> bool:
    acts = frozenset(act for one in said for act in one.acts)
    if acts & {Act.STOP, Act.DELETE, Act.COMPLAINT, Act.NOT_INTERESTED}:
        return False
    slots = {fact.slot for one in said for fact in one.facts}
    puts_off = Act.POSTPONE in acts
    if turn.dialogue.question is Slot.TIMING:
        # To "when would you start?" a bare "next month" is the answer, and no putting off.
        return (puts_off or slots == {Slot.TIMING}) and bool(_AGAIN.search(fold(written)))
    if puts_off:
        return True
    if slots != {Slot.TIMING} or acts:
        return False
    # A bare day, and nobody asked for one: it is when we may come back.
    return turn.dialogue.open in (SUMMARY, PAUSED) or _answers_a_follow_up(turn)


def _answers_a_follow_up(turn: Turn) -> bool:
    heard_at = turn.work.enrolments.heard_at(turn.lead.id)
    return heard_at is not None and bool(turn.work.sent_steps.times(turn.lead.id, heard_at))


def _without_date(said: Said) -> Said:
    return replace(
        said,
        acts=said.acts - _FOR_LATER,
        facts=tuple(fact for fact in said.facts if fact.slot is not Slot.TIMING),
        behaviours=tuple(kind for kind in said.behaviours if kind not in _NOT_NOW),
    )


def give(turn: Turn) -> None:
    """Promise it, and say so: a follow-up for that day, and no other until then."""
    at = turn.write_again_at
    if at is None:
        return
    turn.work.follow_ups.stop(turn.lead.id, "replaced", turn.now)
    if turn.lead.rep_id is not None:
        # A rep works this lead: it is he who calls.
        reminders.remind(turn.work, turn.lead.id, turn.lead.rep_id, at, turn.asked_in, turn.now)
    else:
        _plan(turn, at)
    turn.dialogue = replace(turn.dialogue, open=PAUSED)
    noted = replies.noted(turn.facts, turn.known, turn.voice)
    day = at.astimezone(hours.zone_of(turn.business)).date()
    said = turn.voice.say(
        "promise.given", day=wording.named_day(day, turn.now.date(), turn.language)
    )
    turn.drafts.append(Draft("\n".join(filter(None, (noted, said)))))


def _plan(turn: Turn, at: datetime) -> None:
    message_id = turn.said[-1].message_id
    consent_id = turn.work.conversations.consent(
        turn.prospect.id,
        CALL_BACK,
        given=True,
        text_version=f"message:{message_id}",
        now=turn.now,
    )
    turn.work.follow_ups.plan(
        turn.lead.id,
        turn.prospect,
        PROMISE,
        1,
        at,
        turn.now,
        key=f"f:{turn.prospect.id}:{PROMISE}:1:{message_id}",
        consent_id=consent_id,
        note=turn.asked_in,
        outlives_reply=True,
    )


def proposal(step: FollowUp, prospect: Prospect) -> Proposal:
    return Proposal(
        step.lead_id,
        prospect,
        step.sequence,
        step.created_at,
        purpose=CALL_BACK,
        outlives_reply=True,
    )


def message(
    business: Business,
    step: FollowUp,
    prospect: Prospect,
    lead: Lead,
    dialogue: Dialogue,
    now: datetime,
) -> tuple[Draft, Dialogue]:
    """The day has come."""
    language = replies.language_of(prospect, business)
    voice = Voice(business, language, dialogue.you)
    asked_on = hours.local_day(business, step.created_at)
    key = "promise.kept_need" if replies.is_answered(lead, Slot.NEED) else "promise.kept"
    need = lead.fact(Slot.NEED)
    about = wording.inside(wording.fact(need.value, language)) if need is not None else ""
    text = voice.say(
        key, day=wording.named_day(asked_on, hours.local_day(business, now), language), need=about
    )
    call = Button(voice.say("promise.call"), buttons.data("human"), Style.GOOD)
    go_on = Button(voice.say("promise.go_on"), buttons.data("menu"))
    draft = Draft(polish(text, language), ((call, go_on), no_thanks(voice)))
    return draft, dialogue
