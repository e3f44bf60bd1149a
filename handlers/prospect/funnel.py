"""Where people stop answering: each question, how it was answered, and which wording does best."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from handlers import hours, wording
from handlers.business import Business
from handlers.numbers.periods import PeriodError, period_in
from handlers.numbers.reports import FEWEST_FOR_PERCENT
from handlers.posting import Draft
from handlers.prospect.replies import ORDER
from handlers.prospect.said import Act, Said
from handlers.prospect.turn import Turn
from handlers.texts import say
from storage.askings import BUTTON, NUMBER, SKIPPED, TEXT, AskingTotals
from storage.steps import Step
from storage.store import Work


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


# --- /funnel --------------------------------------------------------------------------------


def report(work: Work, business: Business, words: str, now: datetime, language: str) -> Draft:
    """/funnel: read on a connection that cannot write, so that no prospect waits for it."""
    try:
        period = period_in(words, hours.local_day(business, now))
    except PeriodError:
        return Draft(say("stats.no_period", language))
    start, end = period.bounds(hours.zone_of(business))
    totals = work.askings.between(start, end)
    title = say(
        "funnel.title",
        language,
        period=say(f"stats.{period.name}", language),
        first=wording.day(period.first),
        last=wording.day(period.last),
    )
    steps = work.steps.between(start, end)
    if not totals and not steps[0].leads:
        return Draft(f"{title}\n{say('funnel.nothing', language)}")
    lines = [title, *_way(steps, business, language), say("funnel.questions", language)]
    for slot in ORDER:
        of_slot = [one for one in totals if one.slot == slot]
        if of_slot:
            lines += _question_lines(slot.value, of_slot, language)
    lines.append(say("funnel.footer", language, fewest=FEWEST_FOR_PERCENT))
    return Draft("\n".join(lines))


def _way(steps: tuple[Step, ...], business: Business, language: str) -> list[str]:
    """From the first message to the sale; questions that the company does not ask are left out."""
    asked = {one.id.value for one in business.questions}
    unasked = {slot.value for slot in ORDER} - asked
    started = steps[0].leads
    return [
        say(
            "funnel.step",
            language,
            name=_step_name(one.name, language),
            rate=_share(one.leads, started),
        )
        for one in steps
        if one.name not in unasked
    ]


def _step_name(name: str, language: str) -> str:
    slots = {slot.value for slot in ORDER}
    return say(f"summary.{name}" if name in slots else f"funnel.{name}", language)


def _share(count: int, of: int) -> str:
    return str(count) if of < FEWEST_FOR_PERCENT else f"{count} ({count / of:.0%})"


def _question_lines(slot: str, totals: list[AskingTotals], language: str) -> list[str]:
    whole = next(one for one in totals if one.variant is None)
    wordings = sorted((one.variant, one) for one in totals if one.variant is not None)
    lines = [_line(say(f"summary.{slot}", language), whole, language)]
    parts = [
        say(f"funnel.{name}", language, count=count)
        for name, count in (
            ("button", whole.button),
            ("number", whole.number),
            ("text", whole.text),
            ("skipped", whole.skipped),
            ("left", whole.left),
        )
        if count
    ]
    if parts:
        lines.append("   " + " · ".join(parts))
    if len(wordings) > 1:
        lines += [
            "   " + say("funnel.variant", language, name=chr(ord("A") + variant), rate=_rate(one))
            for variant, one in wordings
        ]
    return lines


def _line(name: str, totals: AskingTotals, language: str) -> str:
    time = wording.span(totals.seconds, language) if totals.seconds is not None else "–"
    return say(
        "funnel.line",
        language,
        name=name,
        shown=totals.shown,
        rate=_rate(totals),
        time=time,
    )


def _rate(totals: AskingTotals) -> str:
    """Answered of shown; as a percentage too where there are enough to mean something."""
    if totals.shown < FEWEST_FOR_PERCENT:
        return f"{totals.answered}/{totals.shown}"
    return f"{totals.answered}/{totals.shown} ({totals.answered / totals.shown:.0%})"
