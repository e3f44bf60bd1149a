"""How often a sum is paid and for what each: /tháng, mỗi user, một cái."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from scoring.understanding.money.amount_words import LIGHT_FILLERS, SPENDING
from scoring.understanding.money.period_words import (
    BARE_PERIODS,
    EACH,
    FOR,
    HONORIFICS,
    ONE,
    ONE_IS_POINT,
    PER,
    PERIOD_ADVERBS,
    PERIOD_IS_DATE,
    PERIODS,
    SHORT_PERIODS,
    WHOLE,
)
from scoring.understanding.text import Kind, Token

MONTH_FOR_SHORT = "th"  # "mỗi th"
NO_THINGS = ("tờ trình",)
REACH = 12  # words between "mỗi tháng" and its sum
NEVER: frozenset[str] = frozenset()
_CLAUSE_ENDS = frozenset(".;!?\n")
_NOT_EACH_BEFORE = frozenset(
    {"trong", "sau", "vòng", "vong", "mấy", "may", "cuối", "cuoi", "đầu", "dau", "giữa", "giua"}
)


@dataclass(frozen=True, slots=True)
class Recurrence:
    """A period or a multiplicity, and the last token that says it."""

    last: int
    period: str | None = None
    per: str | None = None


def after(tokens: Sequence[Token], place: int) -> Recurrence | None:
    """What stands behind a sum: /tháng, một tháng, mỗi user, monthly, cho mỗi chi nhánh."""
    word = tokens[place].word
    if word in PERIOD_ADVERBS:
        return Recurrence(place, PERIOD_ADVERBS[word])
    if word == "/":
        place += 1
        if _word(tokens, place) in ONE:
            place += 1
        if _word(tokens, place) in SHORT_PERIODS and _is_short(tokens, place):
            return Recurrence(place, SHORT_PERIODS[_word(tokens, place)])
        return _named(tokens, place, per=True, dates=NEVER)
    whole = _word(tokens, place + 1) in WHOLE  # cho cả năm
    if word in FOR and (whole or _word(tokens, place + 1) in EACH | ONE):
        place += 1
        word = _word(tokens, place)
    if word in EACH:
        place += 2 if _word(tokens, place + 1) in ONE else 1
        return _named(tokens, place, per=True, dates=NEVER)
    if word in WHOLE:
        return _named(tokens, place + 1, per=False, dates=PERIOD_IS_DATE)
    if word in ONE:
        return _named(tokens, place + 1, per=True, dates=ONE_IS_POINT)
    if word in BARE_PERIODS:
        return _named(tokens, place, per=False, dates=PERIOD_IS_DATE)
    return None


def before(tokens: Sequence[Token], floor: int, first: int) -> Iterator[Recurrence]:
    """What stands in front of a sum, back to `floor`: mỗi tháng …, một người …, tháng …"""
    start = max(floor, first - REACH)
    for place in range(first - 1, start - 1, -1):
        word = tokens[place].word
        if word in _CLAUSE_ENDS:
            return
        if word in EACH or (word in ONE and tokens[place].kind is not Kind.MARK):
            step = 2 if word in EACH and _word(tokens, place + 1) in ONE else 1
            dates = NEVER if word in EACH else ONE_IS_POINT
            found = _named(tokens, place + step, per=True, dates=dates)
            if found is None or found.last >= first:
                continue
            # "1 năm trả 3 triệu", but "1 cái máy giá 3 triệu" is only its price
            fillers = SPENDING if found.period else LIGHT_FILLERS
            if word in EACH or _adjoins(tokens, place, found.last, first, fillers):
                yield found
        elif word in PERIOD_ADVERBS:
            yield Recurrence(place, PERIOD_ADVERBS[word])
        elif (
            word in BARE_PERIODS
            and (place == 0 or tokens[place - 1].kind is not Kind.NUMBER)
            and not (place and tokens[place - 1].word in HONORIFICS)
            and _adjoins(tokens, place, place, first, LIGHT_FILLERS)
        ):
            yield Recurrence(place, PERIODS[word])


def _adjoins(
    tokens: Sequence[Token], start: int, last: int, first: int, fillers: Collection[str]
) -> bool:
    """Only fillers stand between, and it is no stretch of time: trong một tháng."""
    if start and tokens[start - 1].word in _NOT_EACH_BEFORE:
        return False
    return all(token.word in fillers for token in tokens[last + 1 : first])


def _is_short(tokens: Sequence[Token], place: int) -> bool:
    """5tr/m is each month, 5tr/m2 for each square metre."""
    return not (_word(tokens, place + 1) in ("2", "²", "vuông") and tokens[place + 1].glued)


def _named(
    tokens: Sequence[Token], place: int, *, per: bool, dates: Collection[str]
) -> Recurrence | None:
    """The period or the thing at this token; before a word of `dates` it is a date."""
    word, second = _word(tokens, place), _word(tokens, place + 1)
    if per:
        two = PER.get(f"{word} {second}")
        if two is not None:
            return Recurrence(place + 1, per=two)
    if word in PERIODS:
        follows_number = place + 1 < len(tokens) and tokens[place + 1].kind is Kind.NUMBER
        if second in dates or (follows_number and not per):
            return None
        return Recurrence(place, PERIODS[word])
    if per and word == MONTH_FOR_SHORT:
        return Recurrence(place, SHORT_PERIODS[word])
    if per and word in PER and f"{word} {second}" not in NO_THINGS:
        return Recurrence(place, per=PER[word])
    return None


def _word(tokens: Sequence[Token], place: int) -> str:
    return tokens[place].word if 0 <= place < len(tokens) else ""
