"""What is said behind a unit and adds to it: rưỡi, 1 tỷ 2, 1 tỷ 60 triệu."""

from __future__ import annotations

from scoring.understanding.money import numbers, spoken_numbers
from scoring.understanding.money.amount_words import AFTERTHOUGHTS
from scoring.understanding.money.counted_words import COUNTED, CROWDS, FOLLOWERS
from scoring.understanding.money.money_words import CURRENCIES
from scoring.understanding.money.number_phrase import Number, Part
from scoring.understanding.money.number_words import AND_ONES, HALF_MORE, SOME
from scoring.understanding.money.period_words import PER
from scoring.understanding.money.reading import Reading
from scoring.understanding.text import Kind

LONGEST = 3  # digits: 2tr555


def add(reading: Reading, low: float, high: float, place: int, scale: int) -> Part:
    """The sum with its tails, which start at `place`, and the token behind them."""
    if reading.word(place) in HALF_MORE:
        return low + scale / 2, high + scale / 2, place + 1
    if low != high:
        return low, high, place
    if reading.word(place) in SOME:
        return low + scale / 10, low + scale * 9 / 10, place + 1
    while place < len(reading.tokens) and place not in reading.claimed:
        and_more = place + (reading.word(place) in AND_ONES)  # 2 tỷ lẻ 50 triệu
        number = numbers.at(reading.tokens, and_more)
        smaller = None if number is None else reading.unit_at(number.last + 1)
        if number is None or smaller is None or _is_again(reading, place, number, scale):
            more = share(reading, place, scale)
            return (low, low, place) if more is None else (low + more[0], low + more[0], more[1])
        if smaller.scale >= scale or smaller.slang or not number.exact:
            break
        scale = smaller.scale
        low += number.low * scale
        place = number.last + 2
        if reading.word(place) in HALF_MORE:
            return low + scale / 2, low + scale / 2, place + 1
    return low, low, place


def share(reading: Reading, place: int, scale: int) -> tuple[float, int] | None:
    """Digits behind a unit are decimals of it: 1 tỷ 2, 2tr55, triệu hai."""
    number = _number(reading, place)
    if number is None or not number.digits or len(number.digits) > LONGEST:
        return None
    if number.last in reading.claimed:
        return None
    glued = reading.tokens[place].glued and reading.tokens[place].kind is Kind.NUMBER
    if not _ends(reading, number, glued=glued) and not _is_again(reading, place, number, scale):
        return None
    return int(number.digits) / 10 ** len(number.digits) * scale, number.last + 1


def _number(reading: Reading, place: int) -> Number | None:
    number = numbers.at(reading.tokens, place)
    if number is not None:
        return number
    digit = spoken_numbers.last_digit(reading.tokens, place)
    return None if digit is None else Number(digit, digit, place, place, str(digit))


def _ends(reading: Reading, number: Number, *, glued: bool) -> bool:
    """Whether a number ends the sum, and does not open a new phrase: 2 tỷ 3 năm trả góp."""
    place = number.last + 1
    if place >= len(reading.tokens):
        return True
    after = reading.tokens[place]
    if after.kind is Kind.MARK:
        return _ends_before_mark(reading, place, glued=glued)
    if after.kind is Kind.NUMBER or glued:
        return glued and after.word not in CROWDS
    if AFTERTHOUGHTS.at(reading.tokens, place) is not None:  # "1 tỷ 8 quay đầu": no counter
        return True
    if after.word != "cho" and reading.noun_length(place, COUNTED):  # "1 tỷ 2 cho cả hai"
        return False
    if number.digits == "1" and after.word in PER:
        return False  # "500k 1 bạn" is for one of them
    if number.loose or number.digits == "1":
        return after.word in FOLLOWERS or after.word in CURRENCIES
    return True


def _is_again(reading: Reading, place: int, number: Number, scale: int) -> bool:
    """ "tỷ hai tỷ ba": the same unit once more with a tail of its own, and no count before it."""
    again = reading.unit_at(number.last + 1)
    counted = numbers.at(reading.tokens, place - 2) if place > 1 else None
    if again is None or again.scale != scale or (counted and counted.last == place - 2):
        return False
    tail = place + 1 + number.last - number.first + 1
    return reading.word(tail) in HALF_MORE or _number(reading, tail) is not None


def _ends_before_mark(reading: Reading, place: int, *, glued: bool) -> bool:
    """1 tỷ 2 - 1 tỷ 5 is a range, 1 tỷ 2/9 a date, 1 tỷ 2-3 năm a length of time."""
    mark = reading.word(place)
    follows = reading.tokens[place + 1] if place + 1 < len(reading.tokens) else None
    if mark == "%":
        return False
    if mark not in ("/", "-") or follows is None or follows.kind is not Kind.NUMBER:
        return True
    return mark == "-" and (glued or not reading.noun_length(place + 2, COUNTED))
