"""A rep's own judgement of how warm a lead is: with a reason, for a week."""

from __future__ import annotations

from handlers import wording
from handlers.marking import quote
from handlers.posting import Draft
from handlers.score.freezing import freeze, thaw
from handlers.score.objection import objects
from handlers.team.asking import Ask
from handlers.texts import say
from scoring.lead import Lead, Temperature

_SAID = {
    "nong": Temperature.HOT,
    "am": Temperature.WARM,
    "lanh": Temperature.COLD,
    **{one.value: one for one in Temperature},
}
_AUTO = ("tu dong", "auto")


def override(ask: Ask, lead: Lead) -> Draft:
    """/temp ID hot|warm|cold REASON; "auto" in place of it gives the word back to the score."""
    if objects(lead):
        return Draft(ask.say("warmth.objects", lead=lead.id))
    if ask.rest in _AUTO:
        lead = thaw(ask.work, ask.business, lead, who=ask.who, now=ask.now)
        return Draft(_line("warmth.thawed", lead, ask.language))
    word, _, _ = ask.rest.partition(" ")
    _, _, reason = ask.said.strip().partition(" ")
    temperature = _SAID.get(word)
    if temperature is None or not reason.strip():
        return Draft(ask.say("warmth.how", lead=lead.id))
    lead = freeze(
        ask.work, ask.business, lead, temperature, who=ask.who, why=reason.strip(), now=ask.now
    )
    return Draft(_line("warmth.frozen", lead, ask.language))


def frozen_line(lead: Lead, language: str) -> str:
    """That a rep has set the temperature, and why, or that there is none; "" where nobody has."""
    if objects(lead):
        return say("warmth.objects", language, lead=lead.id)
    return _line("warmth.frozen", lead, language) if lead.frozen is not None else ""


def _line(key: str, lead: Lead, language: str) -> str:
    frozen = lead.frozen
    return say(
        key,
        language,
        lead=lead.id,
        temperature=say(f"temperature.{lead.temperature}", language),
        points=round(lead.points),
        reason=quote(frozen.why) if frozen is not None else "",
        day=wording.day(frozen.until.date()) if frozen is not None else "",
    )
