"""One persona's conversation with one company, from the first word to the last."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

from bot.simulation.acts import Act, Asked, Seen
from bot.simulation.cast import Persona
from bot.simulation.mind import Mind
from bot.simulation.reading import Reader
from bot.simulation.referee import Referee
from bot.simulation.stage import PlayStage
from handlers.business import Business
from scoring.lead import Lead, Slot, Temperature


@dataclass(slots=True)
class PlayedConversation:
    """How it went."""

    persona: Persona
    seed: int
    turns: list[tuple[Act, Seen]] = field(default_factory=list)
    violations: list[str] = field(default_factory=list)
    facts_told: int = 0
    facts_right: int = 0
    temperature: Temperature = Temperature.COLD
    turns_to_complete: int | None = None
    questions: int = 0  # of the company's own that were asked

    @property
    def is_complete(self) -> bool:
        return self.turns_to_complete is not None

    @property
    def is_warm_as_it_should(self) -> bool:
        return self.temperature in self.persona.temperatures

    def __str__(self) -> str:
        """The whole conversation, to be read."""
        lines = [f"{self.persona.name}, seed {self.seed}"]
        for act, seen in self.turns:
            lines.append(f"  > {_done(act)}")
            for line in seen.lines:
                mark = "  " if line.is_new else " ~"
                lines += [f"  {mark}{row}" for row in line.text.splitlines()]
                if line.buttons:
                    lines.append("    " + " ".join(f"[{one.label}]" for one in line.pressable))
        return "\n".join(lines)


def _done(act: Act) -> str:
    if act.tap is not None:
        return f"[{act.tap.label}]"
    if act.starts:
        return "/start"
    if act.sticker:
        return "(sticker)"
    if act.shares:
        return f"(contact card {act.shares})"
    return " / ".join(act.says) or f"(waits {act.waits})"


async def play(
    stage: PlayStage, business: Business, persona: Persona, seed: int
) -> PlayedConversation:
    """Let a persona talk to the company; the same seed says the same."""
    language = persona.habits.language
    mind = Mind(business, Random(f"{business.company.name} {persona.name} {seed}"), persona.habits)
    channel = stage.plain if persona.is_plain else stage.rich
    chat_id = f"{persona.name}-{seed}"
    reader = Reader(business)
    referee = Referee(business, reader, language, persona.habits.calls_self, persona.is_plain)
    told = PlayedConversation(persona, seed)
    acts = persona.play(mind)
    try:
        act = next(acts)
        while True:
            seen = reader.seen(await stage.act(channel, chat_id, act, language))
            told.turns.append((act, seen))
            referee.watch(act, seen)
            act = acts.send(seen)
    except StopIteration:
        pass
    told.violations = referee.violations
    lead = await stage.lead(channel, chat_id)
    if lead is not None:
        _weigh_up(told, mind, lead)
    _count(told, reader)
    if stage.is_stuck:
        told.violations.append("time passes, and what is due is not done: see the log")
    if persona.needs_a_person and not await stage.was_fetched(channel, chat_id):
        told.violations.append("at the end: nobody of the team was told")
    return told


def _weigh_up(told: PlayedConversation, mind: Mind, lead: Lead) -> None:
    """The facts against the truth, and the temperature against what it should be."""
    said = {slot for act, _ in told.turns for slot in act.tells}
    told.facts_told = len(said)
    told.facts_right = sum(_is_right(lead, slot, mind) for slot in said)
    told.temperature = lead.temperature
    if not told.is_warm_as_it_should:
        wanted = " or ".join(sorted(told.persona.temperatures))
        told.violations.append(f"at the end: {lead.temperature} ({lead.points:.0f}), not {wanted}")
    for slot in said:
        if not _is_right(lead, slot, mind):
            fact = lead.fact(slot)
            held = fact.value if fact is not None else None
            told.violations.append(f"at the end: {mind.truth(slot).words!r} is held as {held}")


def _is_right(lead: Lead, slot: Slot, mind: Mind) -> bool:
    fact = lead.fact(slot)
    return fact is not None and mind.truth(slot).is_in(fact.value)


def _count(told: PlayedConversation, reader: Reader) -> None:
    asked: set[Asked] = set()
    for number, (act, seen) in enumerate(told.turns, start=1):
        asked.update(reader.questions(seen.text))
        if told.turns_to_complete is None and seen.asked is Asked.SUMMARY:
            told.turns_to_complete = number
        del act
    told.questions = len(asked)
    if told.persona.completes and not told.is_complete:
        told.violations.append("at the end: the conversation was not finished")
