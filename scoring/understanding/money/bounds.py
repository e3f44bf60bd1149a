"""What bounds or widens a sum: khoảng, tối đa, gần, đổ lại, trở lên, ± 10 %."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from scoring.understanding.money.amount_words import (
    A_BIT,
    ABOUT,
    AFTERTHOUGHTS,
    AT_LEAST,
    AT_LEAST_AFTER,
    AT_MOST,
    AT_MOST_AFTER,
    COMPARED,
    COMPARING,
    CONDITIONS,
    FROM,
    GIVE_OR_TAKE,
    HEAVY_FILLERS,
    LEAST,
    LIGHT_FILLERS,
    MEANT_BARE,
    MODIFIERS,
    MORE,
    MOST,
    NEAR,
    NOT_BEHIND,
    ONLY_AT_END,
    REACH,
    REFUSAL_REACH,
    REFUSALS,
    SLIGHTLY,
)
from scoring.understanding.money.budget_words import ONLY
from scoring.understanding.money.counted_words import PERCENT_OF_TWO
from scoring.understanding.money.other_numbers import BARE
from scoring.understanding.money.ranges import Amount
from scoring.understanding.money.spoken_numbers import ABOUT_OR_EIGHT
from scoring.understanding.money.terms import MONEY, Term
from scoring.understanding.phrases import Hit
from scoring.understanding.text import Kind, Text, Token

ABOUT_SHARE = 0.2  # "tầm X" is X - 20 % to X + 20 %
NEAR_SHARE = 0.1  # "gần X" is 0.9 X to X
SLIGHT_SHARE = 0.2  # "hơn X một chút" is X to 1.2 X


def modifiers(text: Text) -> Mapping[int, Hit]:
    """The words that may bound a sum behind them, by their last token."""
    found = {hit.last: hit for hit in MODIFIERS.find(text.tokens) if _may_modify(text, hit)}
    for hit in tuple(found.values()):
        # "khoang tam trieu", "tam tam muoi trieu": the second of the two may begin the number.
        if hit.last == hit.first + 1 and text.tokens[hit.last].word == ABOUT_OR_EIGHT:
            alone = MODIFIERS.at(text.tokens[: hit.last], hit.first)
            if alone is not None:
                found.setdefault(hit.first, alone)
    return found


def _may_modify(text: Text, hit: Hit) -> bool:
    """Whether a bare "do", "co", "khoan" is độ, cỡ, khoảng here, and no word of its own."""
    if hit.first != hit.last:
        return True
    word = text.tokens[hit.first].word
    if text.marked and word in MEANT_BARE:
        return False
    before_it = text.tokens[hit.first - 1].word if hit.first else ""
    return before_it not in NOT_BEHIND.get(word, ())


def before(text: Text, amount: Amount, modifiers: Mapping[int, Hit]) -> Amount:
    """Read the words in front backwards: tối đa khoảng, không quá, từ."""
    labels: list[str] = []
    place = first = amount.first - 1
    first += 1
    skipped = 0
    while place >= 0 and skipped <= REACH:
        hit = modifiers.get(place)
        if hit is not None and _is_having(text, hit, amount):
            break
        if hit is not None and (skipped == 0 or _reaches(text, hit, place + 1, first)):
            labels.append(hit.label)
            place, first, skipped = hit.first - 1, hit.first, 0
        elif text.tokens[place].word in HEAVY_FILLERS:
            place, skipped = place - 1, skipped + 1
        else:
            break
    if MORE in labels and _is_refused_beyond(text, amount.last + 1):
        labels = [AT_MOST]
    return _bounded(replace(amount, first=first), labels) if labels else amount


def _is_having(text: Text, hit: Hit, amount: Amount) -> bool:
    """ "co 50 trieu thoi": who has just that much says có, not cỡ."""
    behind = text.tokens[amount.last + 1 : amount.last + 2]
    said = text.tokens[hit.first].word == "co" and hit.first == hit.last
    return said and any(token.word in ONLY for token in behind)


def _is_refused_beyond(text: Text, place: int) -> bool:
    """ "quá 45 triệu là anh không làm": more than that ends the talk."""
    words = [token.word for token in text.tokens[place : place + REFUSAL_REACH]]
    return bool(words) and words[0] in CONDITIONS and any(word in REFUSALS for word in words)


def _reaches(text: Text, hit: Hit, start: int, end: int) -> bool:
    """Whether a bound holds over the words between it and its sum."""
    words = [token.word for token in text.tokens[start:end]]
    if hit.label in (MOST, LEAST):
        return True
    return hit.label in (ABOUT, AT_MOST) and all(word in LIGHT_FILLERS for word in words)


def _bounded(amount: Amount, labels: Collection[str]) -> Amount:
    """The strongest word decides: a bound, then "hơn … một chút", gần, about."""
    low, high = amount.low, amount.high
    exact = low == high
    if low is None or high is None:
        return amount
    if FROM in labels and not exact and len(amount.terms) > 1:
        return amount
    if MOST in labels or AT_MOST in labels:
        return replace(amount, low=None, hedged=True)
    if SLIGHTLY in labels:
        return replace(amount, high=high * (1 + SLIGHT_SHARE), hedged=True)
    if {AT_LEAST, LEAST, MORE} & set(labels):
        return replace(amount, high=None, hedged=True)
    if NEAR in labels:
        return replace(amount, low=low * (1 - NEAR_SHARE), hedged=True, approx=True)
    if ABOUT in labels:
        return _about(amount)
    if FROM in labels:
        return replace(amount, high=None, hedged=True)
    return amount


def _about(amount: Amount) -> Amount:
    if amount.low is None or amount.high is None or amount.low != amount.high:
        return replace(amount, hedged=True)
    low, high = amount.low * (1 - ABOUT_SHARE), amount.high * (1 + ABOUT_SHARE)
    return replace(amount, low=low, high=high, approx=True, hedged=True)


def after(text: Text, amount: Amount, place: int, coming: Term | None) -> Amount | None:
    """The sum with the bound that stands at this token; None where none does."""
    tokens = text.tokens
    hit = AFTERTHOUGHTS.at(tokens, place)
    if hit is None and amount.per is not None and place + 1 < len(tokens):
        hit = AFTERTHOUGHTS.at(tokens, place + 1)  # "một cái áo trở xuống" names the thing
    if hit is None or not _is_afterthought(tokens, hit):
        return None
    if hit.label == GIVE_OR_TAKE:
        return _give_or_take(text, amount, hit, coming)
    return replace(_bounded_after(amount, hit.label), last=hit.last)


def _is_afterthought(tokens: Sequence[Token], hit: Hit) -> bool:
    """ "lại", "lên" and "hơn" bound a sum only where nothing speaks against it."""
    if hit.last + 1 == len(tokens):
        return True
    if hit.label == GIVE_OR_TAKE:
        return True
    if tokens[hit.last + 1].kind is Kind.NUMBER and MODIFIERS.at(tokens, hit.first) is not None:
        return False  # "20 triệu tối đa 30": it belongs to what follows
    if hit.first != hit.last:
        return True
    word, following = tokens[hit.first].word, tokens[hit.last + 1]
    if word in ONLY_AT_END:
        return following.kind is Kind.MARK
    if word in COMPARING:
        return following.word not in COMPARED
    return word != "+" or following.kind is not Kind.NUMBER


def _bounded_after(amount: Amount, label: str) -> Amount:
    low, high = amount.low, amount.high
    if label == AT_MOST_AFTER:
        top = _figure(amount, high if high is not None else low)
        return replace(amount, low=None, high=top, hedged=True, approx=False)
    if label == AT_LEAST_AFTER:
        base = _figure(amount, low if low is not None else high)
        return replace(amount, low=base, high=None, hedged=True, approx=False)
    if label == A_BIT:
        slightly = high is None and low is not None
        return replace(amount, high=low * (1 + SLIGHT_SHARE)) if slightly and low else amount
    return _about(amount)


def _figure(amount: Amount, bound: float | None) -> float | None:
    """The figure itself, before "khoảng" widened it: "khoảng 30 triệu đổ lại"."""
    if not amount.approx or len(amount.terms) != 1:
        return bound
    term = amount.terms[0]
    return term.high if bound == amount.high else term.low


def _give_or_take(text: Text, amount: Amount, hit: Hit, coming: Term | None) -> Amount:
    """X ± 10 %, X thêm bớt 5 triệu; without a figure it is "about"."""
    tokens = text.tokens
    place = hit.last + 1
    while place < len(tokens) and MODIFIERS.at(tokens, place) is not None:
        place += 1
    low, high = amount.low, amount.high
    vague = replace(_about(amount), last=hit.last)
    if coming is None or coming.first != place or low is None or high is None:
        return vague
    if coming.kind == "percent":
        last = coming.last + (2 if tokens[coming.last + 1].word in PERCENT_OF_TWO else 1)
        less, more = low * coming.low / 100, high * coming.low / 100
    elif coming.kind in (MONEY, BARE):
        last = coming.last
        less = more = coming.low * (1 if coming.kind == MONEY else max(amount.scale, 1))
    else:
        return vague
    if amount.bare and coming.kind == MONEY:  # "30 ± 5 triệu"
        low, high = low * coming.scale, high * coming.scale
        amount = replace(amount, scale=coming.scale, currency=coming.currency)
    if less >= low:
        return vague
    return replace(amount, low=low - less, high=high + more, last=last, approx=True, hedged=True)
