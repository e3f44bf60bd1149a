"""The budget: which of the numbers of a message the speaker can spend."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from scoring.lead import Budget, BudgetStatus
from scoring.understanding.heard import OtherNumber
from scoring.understanding.money import amounts, budget_attitude, terms
from scoring.understanding.money.money_words import UNITS
from scoring.understanding.money.number_phrase import word_at
from scoring.understanding.money.number_words import DOZEN, HUNDRED
from scoring.understanding.money.other_numbers import BARE
from scoring.understanding.money.ranges import Amount
from scoring.understanding.money.scene import look_at
from scoring.understanding.money.standing import Standing, standings
from scoring.understanding.money.terms import MONEY, Term
from scoring.understanding.text import Kind, Text

ASKED = "budget"
DONG = "VND"
# How far below the lowest and above the highest price of the offer a bare number may mean.
LOWEST_SHARE, HIGHEST_SHARE = 0.2, 5
ASSUMED_UNITS = (1, 1_000, 1_000_000, 1_000_000_000)

OWN_CONFIDENCE = 0.97
ASKED_CONFIDENCE = 0.95
LIKELY_CONFIDENCE = 0.9
PLAIN_CONFIDENCE = 0.8
CARRIED_CONFIDENCE = 0.85  # the unit was said of another number
ASSUMED_CONFIDENCE = 0.7  # the unit was not said at all
HEDGED_LOSS = 0.01


def find(
    text: Text,
    claimed: Iterable[tuple[int, int]] = (),
    asked: str | None = None,
    offer_range: tuple[int, int] | None = None,
    currency: str = DONG,
) -> tuple[Budget | None, tuple[OtherNumber, ...]]:
    """The budget, and every number that is none.

    `claimed` are the tokens of dates and phones, first and last of each, both included.
    """
    taken = {
        place
        for first, last in claimed
        if not _is_rather_money(text, first, last)
        for place in range(first, last + 1)
    }
    numbers = terms.find(text, taken)
    is_asked = asked == ASKED
    if not numbers:
        return budget_attitude.find(text, is_asked, currency, taken), ()
    said = amounts.find(text, numbers)
    judged = standings(look_at(text, is_asked), said) if said else []
    choice = _chosen(said, judged, is_asked, offer_range)
    others = tuple(_others(text, numbers, said, judged, choice, currency))
    if choice is None:
        return budget_attitude.find(text, is_asked, currency, taken), others
    return _budget(text, choice, is_asked, currency), others


def _is_rather_money(text: Text, first: int, last: int) -> bool:
    """ "ba mươi mốt", "năm 30 triệu", "bốn năm chục": a date only by the look of it."""
    if first == last and text.tokens[first].kind is Kind.WORD:
        return True
    word = word_at(text.tokens, last + 1)
    return word in UNITS or word in DOZEN or word in HUNDRED


@dataclass(frozen=True, slots=True)
class _Choice:
    """The amount that is the budget, in whole units, and how we came by its unit."""

    index: int
    amount: Amount
    standing: Standing
    assumed_unit: int | None = None
    trust: float = terms.SURE


def _chosen(
    said: Sequence[Amount],
    judged: Sequence[Standing],
    asked: bool,
    offer_range: tuple[int, int] | None,
) -> _Choice | None:
    usable = [index for index, standing in enumerate(judged) if standing.usable]
    usable.sort(key=lambda index: -judged[index])
    for index in usable:
        amount, standing = said[index], judged[index]
        if not amount.bare:
            return _Choice(index, amount, standing)
        if standing is Standing.CORRECTED:
            unit = next((one.scale for one in reversed(said[:index]) if not one.bare), 0)
            if unit:
                return _Choice(index, _times(amount, unit), standing, trust=CARRIED_CONFIDENCE)
        unit = _assumed(amount, offer_range) if asked and offer_range is not None else 0
        if unit and (standing is Standing.CORRECTED or all(said[one].bare for one in usable)):
            return _Choice(
                index,
                _times(amount, unit),
                standing,
                unit if unit > 1 else None,
                ASSUMED_CONFIDENCE,
            )
    return None


def _times(amount: Amount, unit: int) -> Amount:
    return replace(
        amount,
        low=None if amount.low is None else amount.low * unit,
        high=None if amount.high is None else amount.high * unit,
    )


def _assumed(amount: Amount, offer_range: tuple[int, int]) -> int:
    """The unit that brings a bare number nearest to the prices of the offer; 0: none does."""
    lowest, highest = offer_range
    low, high = amount.terms[0].low, amount.terms[-1].high
    if min(low, high) <= 0 or lowest <= 0:
        return 0
    middle = math.sqrt(lowest * highest)
    fitting = [
        unit
        for unit in ASSUMED_UNITS
        if lowest * LOWEST_SHARE <= min(low, high) * unit
        and max(low, high) * unit <= highest * HIGHEST_SHARE
    ]
    far = math.log(middle / math.sqrt(low * high))
    return min(fitting, key=lambda unit: abs(far - math.log(unit)), default=0)


def _budget(text: Text, choice: _Choice, asked: bool, currency: str) -> Budget:
    amount = choice.amount
    said_in = amount.currency or currency
    span = text.tokens_span(amount.first, amount.last)
    return Budget(
        BudgetStatus.KNOWN,
        span,
        text.original[slice(*span)],
        _confidence(choice, asked),
        min=_whole(amount.low, said_in),
        max=_whole(amount.high, said_in),
        currency=said_in,
        period=amount.period,
        per=amount.per,
        approx=amount.approx,
        assumed_unit=choice.assumed_unit,
    )


def _whole(value: float | None, currency: str) -> float | None:
    """Whole dong; of other currencies hundredths count too."""
    if value is None:
        return None
    return round(value) if currency == DONG else round(value, 2)


def _confidence(choice: _Choice, asked: bool) -> float:
    if choice.standing >= Standing.OWN:
        confidence = OWN_CONFIDENCE
    elif asked:
        confidence = ASKED_CONFIDENCE
    elif choice.standing is Standing.LIKELY or choice.amount.hedged:
        # Who says "about" or "at most" speaks of what he would give, not of a price he read.
        confidence = LIKELY_CONFIDENCE
    else:
        return min(PLAIN_CONFIDENCE, choice.trust, choice.amount.trust)
    if choice.amount.hedged:
        confidence -= HEDGED_LOSS
    return round(min(confidence, choice.trust, choice.amount.trust), 2)


def _others(
    text: Text,
    numbers: Sequence[Term],
    said: Sequence[Amount],
    judged: Sequence[Standing],
    choice: _Choice | None,
    currency: str,
) -> Iterator[OtherNumber]:
    """Every number that fills no slot, as what it is instead, from left to right."""
    inside = {
        place: index
        for index, amount in enumerate(said)
        for place in range(amount.first, amount.last + 1)
    }
    told: set[int] = set()
    for term in numbers:
        index = inside.get(term.first)
        if term.plain_word and (choice is None or index != choice.index):
            continue
        if index is None:
            span = text.tokens_span(term.first, term.last)
            kind = "other" if term.kind in (MONEY, BARE) else term.kind
            yield OtherNumber(kind, term.low, term.unit, span)
        elif index not in told and (choice is None or index != choice.index):
            told.add(index)
            yield _unused(text, said[index], judged[index], currency)


def _unused(text: Text, amount: Amount, standing: Standing, currency: str) -> OtherNumber:
    value = amount.terms[0].low
    span = text.tokens_span(amount.first, amount.last)
    if amount.bare:
        return OtherNumber("other", value, None, span)
    kind = "price_quote" if standing is Standing.FOREIGN else "other"
    return OtherNumber(kind, value, amount.currency or currency, span)
