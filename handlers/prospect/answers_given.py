"""What a lead has answered so far, as the conditions of questions (`when:`) see it."""

from __future__ import annotations

from handlers.business import Business
from handlers.business_file.conditions import OTHER, Answer
from handlers.business_file.questions import Question
from handlers.wording import BETWEEN, CHOSEN
from scoring.lead import Budget, Contact, Fact, Lead, Need, Slot


def applies(question: Question, lead: Lead, business: Business) -> bool:
    """Whether this question is for this lead, by its own condition."""
    return question.when is None or question.when.holds(_given(lead, business))


def _given(lead: Lead, business: Business) -> dict[str, Answer]:
    """The answer to each question of the file; one without an answer is left out."""
    given: dict[str, Answer] = {}
    for question in business.questions:
        fact = lead.fact(Slot(question.id))
        if fact is not None:
            given[question.id.value] = _answer(question, fact)
    return given


def _answer(question: Question, fact: Fact) -> Answer:
    """An amount or a number, the value of the option chosen, or of several; else OTHER."""
    value = fact.value
    if isinstance(value, Budget) and question.form == "money":
        amount = value.max if value.max is not None else value.min
        if amount is not None:
            return round(amount)
    if isinstance(value, Need) and question.form == "number" and value.quantities:
        return round(value.quantities[0].value)
    if isinstance(value, Need) and question.form == "multi" and value.confidence == CHOSEN:
        said = set(value.text.split(BETWEEN))
        return tuple(one.key for one in question.options if said & set(one.label.spoken))
    if value.confidence == CHOSEN and not isinstance(value, Contact):
        for option in question.options:
            if value.text in option.label.spoken:
                return option.key
    return OTHER
