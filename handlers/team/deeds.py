"""What may be done to one lead by whoever has it, by command or by button."""

from __future__ import annotations

from collections.abc import Callable

from handlers.buttons import Press
from handlers.posting import Draft
from handlers.relay import ties
from handlers.team import chatting, day, outcomes, warmth
from handlers.team.asking import Ask
from scoring.lead import Lead

DEEDS: dict[str, Callable[[Ask, Lead], Draft | None]] = {
    "called": outcomes.called,
    "no_answer": outcomes.no_answer,
    "won": outcomes.won,
    "won_for": outcomes.won_for,
    "lost": outcomes.lost,
    "reject": outcomes.reject,
    "chat": chatting.open_chat,
    "bot": chatting.hand_back,
    "note": chatting.note,
    "temp": warmth.override,
    "next": day.next_date,
    "meeting": day.meeting,
    "hand_over": day.hand_over,
}
# Choices below a question about a lead: its number, then the number of the choice.
CHOICES: dict[str, Callable[[Ask, Lead, Press], Draft | None]] = {
    "why_lost": outcomes.lost_because,
    "why_reject": outcomes.reject_because,
    "meet_at": day.meet_at,
    "give": day.give,
}
# What is done to one chat; all else is done to the customer, whichever of his chats it is.
_OF_A_CHAT = ("chat", "bot", "note", "temp", "called", "no_answer")


def meant(ask: Ask, action: str, lead: Lead) -> Lead:
    """The lead to which it is done: for most of it the one that stands for the customer."""
    return lead if action in _OF_A_CHAT else ties.head_of(ask.work, lead)
