"""/funnel: how far people come, where they stop answering, and which wording does best."""

from __future__ import annotations

from handlers import wording
from handlers.numbers.counted import Counted
from handlers.numbers.shares import rate, share
from handlers.prospect.replies import ORDER
from handlers.texts import say
from storage.askings import AskingTotals
from storage.steps import StepCount


def lines(counted: Counted, language: str) -> list[str]:
    """The way from the first message to the sale, then question by question."""
    steps, askings = way(counted), counted.askings
    if not askings and not steps[0].leads:
        return [say("funnel.nothing", language)]
    told = [_step_line(one, steps[0].leads, language) for one in steps]
    told.append(say("funnel.questions", language))
    for slot in ORDER:
        of_slot = [one for one in askings if one.slot == slot]
        if of_slot:
            told += _question_lines(slot.value, of_slot, language)
    told.append(say("funnel.footer", language))
    return told


def way(counted: Counted) -> tuple[StepCount, ...]:
    """From the first message to the sale; questions that the company does not ask are left out."""
    asked = {one.id.value for one in counted.business.questions}
    unasked = {slot.value for slot in ORDER} - asked
    return tuple(one for one in counted.steps if one.name not in unasked)


def _step_line(step: StepCount, started: int, language: str) -> str:
    rate = share(step.leads, started)
    return say("funnel.step", language, name=step_name(step, language), rate=rate)


def step_name(step: StepCount, language: str) -> str:
    slots = {slot.value for slot in ORDER}
    return say(f"summary.{step.name}" if step.name in slots else f"funnel.{step.name}", language)


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
    return rate(totals.answered, totals.shown)
