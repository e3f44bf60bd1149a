"""Sums of money as they are said: ranges, bounds and about, each month, for every user."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from scoring.understanding.money import bounds, periods, ranges
from scoring.understanding.money.amount_words import AFTERTHOUGHTS, GIVE_OR_TAKE, LINKS
from scoring.understanding.money.periods import Recurrence
from scoring.understanding.money.ranges import Amount
from scoring.understanding.money.terms import Term
from scoring.understanding.text import Text, Token

LINK = 2  # words between "ít nhất X" and "tối đa Y" of one range


def find(text: Text, terms: Sequence[Term]) -> tuple[Amount, ...]:
    """Join the terms that are money, or might be, to amounts, from left to right."""
    modifiers = bounds.modifiers(text)
    amounts: list[Amount] = []
    index = 0
    while index < len(terms):
        count, amount = ranges.read(text, terms, index)
        index += count
        if amount is None:
            continue
        coming = terms[index] if index < len(terms) else None
        amount = _with_rest(text, bounds.before(text, amount, modifiers), coming)
        amounts.append(amount)
        while index < len(terms) and terms[index].first <= amount.last:
            index += 1  # the 1 of "1 tháng", the 10 of "± 10 %"
    return tuple(_recurring(text, _paired(text, amounts)))


def _with_rest(text: Text, amount: Amount, coming: Term | None) -> Amount:
    """Add what is said behind the figure: đổ lại, trở lên, /tháng, ± 10 %."""
    tokens = text.tokens
    while amount.last + 1 < len(tokens):
        place = amount.last + 1
        if tokens[place].word in ",(" and _goes_on(tokens, place + 1):
            place += 1
        recurrence = periods.after(tokens, place)
        if recurrence is not None:
            amount = replace(_repeated(amount, recurrence), last=recurrence.last)
            continue
        bounded = bounds.after(text, amount, place, coming)
        if bounded is None:
            break
        amount = bounded
    return amount


def _goes_on(tokens: Sequence[Token], place: int) -> bool:
    """ "50 triệu, xê dịch 5 triệu": behind the comma the sum itself is spoken of."""
    hit = AFTERTHOUGHTS.at(tokens, place) if place < len(tokens) else None
    return hit is not None and hit.label == GIVE_OR_TAKE


def _paired(text: Text, amounts: Sequence[Amount]) -> list[Amount]:
    """ "tối thiểu 5k, tối đa 8k": the two bounds of one range."""
    paired: list[Amount] = []
    for amount in amounts:
        left = paired[-1] if paired else None
        if left is None or not _opens_and_closes(text, left, amount):
            paired.append(amount)
            continue
        low, scale = left.low or 0, left.scale or amount.scale
        paired[-1] = replace(
            amount,
            low=low if left.scale else low * amount.scale,
            first=left.first,
            core=left.core,
            scale=scale,
            terms=left.terms + amount.terms,
        )
    return paired


def _opens_and_closes(text: Text, left: Amount, right: Amount) -> bool:
    if left.high is not None or right.low is not None or left.low is None or right.high is None:
        return False
    between = text.tokens[left.last + 1 : right.first]
    scale = 1 if left.scale else right.scale
    return (
        len(between) <= LINK
        and all(token.word in LINKS for token in between)
        and left.low * scale < right.high
    )


def _repeated(amount: Amount, recurrence: Recurrence) -> Amount:
    return replace(
        amount,
        period=amount.period or recurrence.period,
        per=amount.per or recurrence.per,
    )


def _recurring(text: Text, amounts: Sequence[Amount]) -> Iterator[Amount]:
    """Add what stands in front: "mỗi tháng …", "một người …"."""
    floor = 0
    for amount in amounts:
        for recurrence in periods.before(text.tokens, floor, amount.first):
            amount = _repeated(amount, recurrence)
        floor = amount.last + 1
        yield amount
