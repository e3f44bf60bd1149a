"""Every asking of a question, and what became of it: what the funnel is counted from."""

from __future__ import annotations

from collections.abc import Mapping

from handlers.prospect.said import Act, Said
from handlers.prospect.turn import Turn
from storage.askings import BUTTON, NUMBER, SKIPPED, TEXT


def note(turn: Turn, asked_before: Mapping[str, int]) -> None:
    """Keep what this turn answered and skipped, and what it asks anew."""
    was_open = asked_before.keys()
    for said in turn.said:
        for fact in said.facts:
            if fact.slot in was_open:
                turn.work.askings.settled(turn.prospect.id, fact.slot, _how(said), turn.now)
    skipped = set(turn.dialogue.skipped) & was_open
    if turn.acts & {Act.SKIP, Act.DONT_KNOW}:
        for slot in skipped:
            turn.work.askings.settled(turn.prospect.id, slot, SKIPPED, turn.now)
    opened = turn.dialogue.question
    if opened is not None and turn.dialogue.asked.get(opened, 0) > asked_before.get(opened, 0):
        question = turn.business.question(opened)
        variant = question.variant_of(turn.dialogue.variant) if question is not None else 0
        turn.work.askings.shown(turn.lead.id, turn.prospect.id, opened, variant, turn.now)


def _how(said: Said) -> str:
    return {"button": BUTTON, "number": NUMBER}.get(said.by, TEXT)
