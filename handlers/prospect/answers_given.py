"""What a lead has answered so far, as the conditions of questions (`when:`) see it."""

from __future__ import annotations

from handlers.business import Business
from handlers.business_file.conditions import OTHER, Answer
from handlers.business_file.questions import Question
from handlers.wording import CHOSEN
from scoring.lead import Budget, Contact, Fact, Lead, Slot


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
    """The amount of a money question, the value of the option chosen, else OTHER."""
    value = fact.value
    if isinstance(value, Budget) and question.form == "money":
        amount = value.max if value.max is not None else value.min
        if amount is not None:
            return round(amount)
    if value.confidence == CHOSEN and not isinstance(value, Contact):
        for option in question.options:
            if value.text in option.label.spoken:
                return option.key
    return OTHER
