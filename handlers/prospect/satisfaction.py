"""After a rep spoke with somebody: how was it? One tap, and a bad answer wakes the manager."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from handlers import buttons
from handlers.business import Business
from handlers.channel import Abilities, Button
from handlers.follow_up.case import Proposal
from handlers.follow_up.gate import judge
from handlers.marking import quote
from handlers.posting import Draft, post
from handlers.prospect.dialogue import RATED, RATING, SUMMARY, Dialogue, dialogue_from
from handlers.prospect.replies import Voice, language_of, next_slot
from handlers.prospect.said import Act, Said
from handlers.prospect.turn import Turn
from handlers.relay import audience
from handlers.texts import telling
from scoring.lead import Slot, Stage
from scoring.understanding.gibberish import says_nothing
from scoring.understanding.text import read
from storage.outbox import Urgency
from storage.store import Work

BEST = 5
BAD = 2  # as bad as this, or worse, is told to the manager (docs/conversation.md)
KIND = "rating"
_ASKED = "rating_asked"
_COMMENT = "rating_comment"  # an event
_HEARD_IN_A_COMMENT = (Slot.NEED, Slot.AUTHORITY)
_IN_A_COMMENT = frozenset({Act.COMPLAINT, Act.THANKS, Act.HELLO})
_LONGEST = 300  # characters of a comment


def ask(
    work: Work,
    business: Business,
    abilities: Mapping[str, Abilities],
    lead_id: int,
    alert_id: int,
    now: datetime,
) -> bool:
    """Ask the prospect of a lead once for each alert; never at night, nor whoever opted out.

    It belongs to the running conversation, as a nudge does.
    """
    prospect = next(iter(work.leads.prospects_of(lead_id)), None)
    if prospect is None:
        return False
    # The one gate, as for every message that nobody asked for just now.
    wanted = Proposal(
        lead_id, prospect, KIND, now, in_conversation=True, beside_rep=True, stages=frozenset(Stage)
    )
    if not judge(work, business, abilities, wanted, now).goes:
        return False
    if not work.events.record(lead_id, _ASKED, now, key=f"rating:{alert_id}"):
        return False
    language = language_of(prospect, business)
    dialogue = dialogue_from(work.conversations.load(prospect.id))
    voice = Voice(business, language, dialogue.you)
    marks = tuple(
        Button(str(one), buttons.data("rate", alert_id, one)) for one in range(1, BEST + 1)
    )
    draft = Draft(voice.polish(voice.say("rating.ask")), (marks,))
    row = post(
        work,
        prospect.channel,
        prospect.chat_id,
        [draft],
        abilities[prospect.channel],
        now,
        urgency=Urgency.FOLLOW_UP,
        lead_id=lead_id,
    )
    dialogue = replace(dialogue.opens(RATING), misses=0).after(draft, row)
    work.conversations.save(prospect.id, dialogue.as_text(), now)
    return True


def rated(turn: Turn, alert_id: int, mark: int) -> Draft:
    """The tap on a mark; the last one counts."""
    mark = min(max(mark, 1), BEST)
    key = f"rated:{alert_id}:{turn.said[-1].message_id}"
    turn.work.events.record(turn.lead.id, KIND, turn.now, key=key, detail=str(mark))
    if mark <= BAD:
        _tell_managers(turn, mark)
    turn.dialogue = turn.dialogue.opens(RATING).tells(RATED)
    said = turn.voice.say("rating.sorry" if mark <= BAD else "rating.thanks")
    return Draft(f"{said} {turn.voice.say('rating.more')}")


def is_comment(understood: Said, dialogue: Dialogue) -> bool:
    """Words after a mark are about the call; a need or a complaint in them is no new one."""
    if dialogue.open != RATING or RATED not in dialogue.told:
        return False
    tells = any(fact.slot not in _HEARD_IN_A_COMMENT for fact in understood.facts)
    return not (understood.asks or tells) and understood.acts <= _IN_A_COMMENT


def commented(turn: Turn) -> Draft:
    """Kept, and told to the managers beside the mark."""
    words = " ".join(said.words for said in turn.said if said.words)[:_LONGEST]
    left = next_slot(turn.lead, turn.dialogue, turn.business)
    turn.dialogue = turn.dialogue.opens(SUMMARY if left is None else left.value)
    if not says_nothing(read(words)):
        turn.work.events.record(turn.lead.id, _COMMENT, turn.now, detail=words)
        told = telling("rating.comment", lead=turn.lead.id, mark=_mark_of(turn), words=quote(words))
        managers = audience.managers(turn.work)
        audience.tell(turn.work, turn.abilities, managers, turn.lead.id, told, turn.now)
    return Draft(turn.voice.say("rating.thanks"))


def _mark_of(turn: Turn) -> str:
    marks = [one.detail for one in turn.work.events.of_lead(turn.lead.id) if one.kind == KIND]
    return f"{marks[-1]}/{BEST}" if marks else ""


def _tell_managers(turn: Turn, mark: int) -> None:
    text = telling("rating.bad", lead=turn.lead.id, mark=mark, best=BEST)
    managers = audience.managers(turn.work)
    audience.tell(turn.work, turn.abilities, managers, turn.lead.id, text, turn.now)
