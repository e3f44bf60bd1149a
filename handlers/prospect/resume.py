"""Back after a day, in the middle of our questions: what we know so far, go on or begin anew."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from handlers import buttons
from handlers.business import Business
from handlers.channel import Button, Style
from handlers.posting import Draft
from handlers.prospect import replies
from handlers.prospect.dialogue import Dialogue
from handlers.prospect.replies import Voice
from handlers.prospect.said import Act
from handlers.prospect.turn import Turn
from scoring.lead import BANT, Lead

AWAY = timedelta(days=1)  # docs/conversation.md
_GO_ON = buttons.data("continue")
# Whoever does one of these has gone on by himself.
_GOES_ON = frozenset(
    {Act.SKIP, Act.DONT_KNOW, Act.BACK, Act.EDIT, Act.TICK, Act.DONE, Act.CONTINUE, Act.RESTART}
)


def is_due(turn: Turn) -> bool:
    """Whether he was away for a day, left answers behind, and has not answered now."""
    if not turn.dialogue.heard_at or turn.facts or turn.wants_a_person:
        return False
    was_just_asked = _GO_ON in turn.dialogue.menu
    if was_just_asked and any(said.faq or said.asks for said in turn.said):
        return False
    away = turn.now - datetime.fromtimestamp(turn.dialogue.heard_at, UTC)
    knows = bool(what_we_have(turn.lead, turn.business, turn.voice))
    return away >= AWAY and knows and not turn.acts & _GOES_ON


def card(turn: Turn) -> Draft:
    lines = what_we_have(turn.lead, turn.business, turn.voice)
    return choice("\n".join((turn.voice.say("resume.title"), *lines)), turn.voice)


def choice(text: str, voice: Voice) -> Draft:
    """Go on, or begin anew? A bare yes goes on."""
    rows = (
        (
            Button(voice.say("resume.go_on"), _GO_ON, Style.GOOD),
            Button(voice.say("resume.anew"), buttons.data("restart")),
        ),
        (Button(voice.say("card.human"), buttons.data("human")),),
    )
    return Draft(f"{text}\n{voice.say('resume.ask')}", rows)


def what_we_have(lead: Lead, business: Business, voice: Voice) -> list[str]:
    """A line for each answer that was given so far."""
    return [
        replies.line(lead, slot, voice)
        for slot in replies.ORDER
        if business.question(slot) is not None
        and (fact := lead.fact(slot)) is not None
        and replies.is_answered(lead, slot)
        and not replies.tells_nothing(fact)
    ]


def begin_anew(dialogue: Dialogue, lead: Lead) -> Dialogue:
    """Every question is asked again; the number stays, and so does the evidence of before."""
    told = tuple(f"contradiction.{slot}" for slot in BANT)
    return replace(
        dialogue,
        open="",
        asked={},
        shown=0,
        skipped=(),
        misses=0,
        unsure="",
        ticked=(),
        anew=tuple(slot.value for slot in BANT if lead.fact(slot) is not None),
        # Whoever begins anew says other things than before; nobody asks him which counts.
        told=tuple(dict.fromkeys((*dialogue.told, *told))),
    )
