"""What a prospect said is noted in the turn: facts, name, language, consent."""

from __future__ import annotations

from dataclasses import replace

from handlers.prospect import (
    booking,
    contradictions,
    replies,
    resume,
    rights,
    several,
)
from handlers.prospect.bursts import joined
from handlers.prospect.listening import hear
from handlers.prospect.said import Act, Said
from handlers.prospect.turn import Message, Turn
from scoring.lead import Fact, Slot

# A yes to a value that we repeated makes it as sure as words can be.
CONFIRMED = 0.95


def heard(turn: Turn, messages: tuple[Message, ...]) -> tuple[Said, ...]:
    """What each message said; a burst is understood as a whole."""
    said = [
        hear(message, message_id, turn.dialogue, turn.business, turn.language, turn.now)
        for message_id, message in messages
    ]
    written = [message for _, message in messages]
    return joined(said, written, turn.dialogue, turn.business, turn.now)


def note(turn: Turn, said: Said) -> None:
    """What one message said changes the turn, its lead and its dialogue."""
    said = several.ticked(turn, _picked(turn, said))
    said = _confirmed(turn, replace(said, facts=_news(turn, said.facts)))
    turn.said.append(said)
    _settle_language(turn, said)
    if said.address:
        turn.dialogue = replace(turn.dialogue, you=said.address)
    if said.name and not turn.lead.name:
        turn.lead = replace(turn.lead, name=said.name)
    if said.facts:
        _learn(turn, said.facts)
    open_slot = turn.dialogue.question
    if said.acts & {Act.SKIP, Act.DONT_KNOW} and open_slot and _may_skip(turn, open_slot):
        turn.dialogue = turn.dialogue.skips(open_slot)
    if Act.RESTART in said.acts:
        turn.dialogue = resume.begin_anew(turn.dialogue, turn.lead)
    if Act.BOOK not in said.acts and "consult_booked" in said.behaviours:
        turn.dialogue = turn.dialogue.tells(booking.WANTED)
    rights.keep_consent(turn, said)


def _may_skip(turn: Turn, slot: Slot) -> bool:
    """Past a question that the owner wants answered one may go only once it was asked twice."""
    question = turn.business.question(slot)
    return question is None or question.skip or slot in turn.dialogue.asked_in_vain()


def _news(turn: Turn, facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """ "Just looking" takes nothing back of a need that was stated."""
    has_need = replies.is_answered(turn.lead, Slot.NEED)
    return tuple(fact for fact in facts if not (has_need and replies.is_vague(fact)))


def _confirmed(turn: Turn, said: Said) -> Said:
    """A yes to a value that we repeated is that value said again, surely."""
    unsure = turn.lead.fact(Slot(turn.dialogue.unsure)) if turn.dialogue.unsure else None
    if unsure is None or said.facts or Act.AFFIRM not in said.acts:
        return said
    sure = replace(unsure.value, confidence=CONFIRMED)
    return replace(said, facts=(Fact(unsure.slot, sure, said.message_id, turn.now),))


def _picked(turn: Turn, said: Said) -> Said:
    """Of two answers that contradict the one that was chosen is said again, surely."""
    if Act.PICK not in said.acts or said.slot is None or not said.numbers:
        return said
    fact = contradictions.picked(turn.lead, said.slot, said.numbers[0], turn.language)
    if fact is None:
        return replace(said, acts=frozenset({Act.STALE}))
    sure = replace(fact.value, confidence=max(fact.confidence, CONFIRMED))
    return replace(said, facts=(Fact(fact.slot, sure, said.message_id, turn.now),))


def _settle_language(turn: Turn, said: Said) -> None:
    """The platform's hint, then the customer's first real words; a clear wish changes it."""
    has_spoken = bool(turn.dialogue.spoken)
    if said.fluent and not has_spoken:
        turn.dialogue = replace(turn.dialogue, spoken=said.language)
    if Act.ENGLISH in said.acts:
        language = "en"
    elif Act.VIETNAMESE in said.acts:
        language = "vi"
    elif Act.LANGUAGE in said.acts:
        language = "vi" if turn.language == "en" else "en"
    elif not turn.prospect.language or (said.fluent and not has_spoken):
        language = said.language
    else:
        return
    if language in turn.business.languages and language != turn.prospect.language:
        turn.language = language
        turn.prospect = replace(turn.prospect, language=language)
        turn.work.leads.speak(turn.prospect.id, language)


def _learn(turn: Turn, facts: tuple[Fact, ...]) -> None:
    turn.lead = turn.lead.learn(facts)
    turn.work.leads.learn(turn.lead.id, facts)
    unsure = next(
        (fact.slot.value for fact in facts if replies.HEARD_FROM <= fact.confidence < replies.SURE),
        "",
    )
    turn.dialogue = replace(turn.dialogue, unsure=unsure, misses=0)
    for fact in facts:
        turn.dialogue = turn.dialogue.knows(fact.slot)
