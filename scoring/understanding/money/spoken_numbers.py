"""Numbers said in Vietnamese words: hăm lăm, ba trăm tư, sáu bảy chục, vài trăm."""

from __future__ import annotations

from collections.abc import Sequence

from scoring.understanding.money.number_phrase import (
    Number,
    Part,
    counts_money,
    digits_of,
    exactly,
    word_at,
)
from scoring.understanding.money.number_words import (
    AND_ONES,
    DIGITS,
    DOZEN,
    HALF,
    HALF_MORE,
    HUNDRED,
    IN_A_ROW,
    LAST_DIGITS,
    OPENERS,
    OTHER_WORDS,
    SLIPPERY,
    SOME,
    TEN,
    TENS,
    TENS_IN_ONE,
    VAGUE,
    ZERO,
)
from scoring.understanding.text import Kind, Token, fold

A_LITTLE_OR_BILLION = "ti"  # behind "mot" it is tí, unless the sum goes on
ABOUT_OR_EIGHT = "tam"  # before a number it is tầm (about), before a unit tám (eight)
_VAGUE_BARE = {tuple(fold(word) for word in words): value for words, value in VAGUE.items()}


def at(tokens: Sequence[Token], first: int) -> Number | None:
    """The Vietnamese number phrase that starts at this token."""
    return _vague(tokens, first) or _spoken(tokens, first)


def _vague(tokens: Sequence[Token], first: int) -> Number | None:
    """vài chục, mấy trăm, dăm ba."""
    if first and tokens[first - 1].folded == "moi":
        return None  # "moi may 600k" is for each machine, not for a few
    for length in (2, 1):
        words = tuple(token.word for token in tokens[first : first + length])
        bounds = VAGUE.get(words) or _VAGUE_BARE.get(words)
        if bounds and len(words) == length:
            return scaled(tokens, *bounds, first, first + length)
    return None


def scaled(tokens: Sequence[Token], low: float, high: float, first: int, place: int) -> Number:
    """A count of tens or hundreds, with what is said after them: "3 trăm 5", "vài chục"."""
    word = word_at(tokens, place)
    if word in DOZEN:
        if word_at(tokens, place + 1) in HALF_MORE and low == high:
            return Number(low * 10 + 5, high * 10 + 5, first, place + 1, spoken=True)
        return Number(low * 10, high * 10, first, place, spoken=True, step=10)
    if word in HUNDRED:
        if low != high:
            return Number(low * 100, high * 100, first, place, spoken=True)
        rest_low, rest_high, place = _after_hundred(tokens, place + 1)
        step = 1 if rest_high else 100
        low, high = low * 100 + rest_low, high * 100 + rest_high
        return Number(low, high, first, place - 1, digits_of(low, high), spoken=True, step=step)
    loose = place - first == 1
    return Number(low, high, first, place - 1, spoken=True, loose=loose)


def _spoken(tokens: Sequence[Token], first: int) -> Number | None:
    word = tokens[first].word
    if word in HALF:
        # "nữa" (more) and bare "nua" say half only before what they halve.
        return Number(0.5, 0.5, first, first, spoken=True, loose=True)
    if word in HUNDRED:
        rest_low, rest_high, place = _before_another(tokens, first) or _after_hundred(
            tokens, first + 1
        )
        low, high = 100 + rest_low, 100 + rest_high
        return Number(
            low, high, first, place - 1, digits_of(low, high), spoken=True, loose=place == first + 1
        )
    if word in ZERO and word_at(tokens, first + 1) in HUNDRED:
        low, high, place = _after_hundred(tokens, first + 2)  # hai tỷ không trăm năm mươi triệu
        return Number(low, high, first, place - 1, digits_of(low, high).zfill(3), spoken=True)
    part = _tens(tokens, first)
    if part is None:
        return None
    low, high, place = part
    if word_at(tokens, place) in HUNDRED and high < 10:
        return scaled(tokens, low, high, first, place)
    if word_at(tokens, place) in DOZEN | TENS and low != high and high < 10:
        return Number(low * 10, high * 10, first, place, spoken=True)
    loose = place == first + 1 and word not in TEN
    step = 10 if low == high and low >= 20 and low % 10 == 0 else 1
    digits = digits_of(low, high)
    return Number(low, high, first, place - 1, digits, spoken=True, step=step, loose=loose)


def _tens(tokens: Sequence[Token], first: int) -> Part | None:
    """One to ninety-nine: bảy, mười lăm, hăm hai, ba mươi mấy, tám lăm, hai ba."""
    word = tokens[first].word
    after = first + 1
    if word in TENS_IN_ONE:
        one = last_digit(tokens, after)
        return None if one is None else exactly(TENS_IN_ONE[word] + one, after + 1)
    if word in TEN or word in DOZEN or word == "mươi":
        return _with_ones(tokens, 10, after)
    digit = DIGITS.get(word)
    if digit is None or _is_other_word(tokens, first):
        return None
    second = word_at(tokens, after)
    if word == ABOUT_OR_EIGHT and second in DIGITS:
        return None
    if second in TENS or second in DOZEN:
        return _with_ones(tokens, digit * 10, after + 1)
    if second in SOME and counts_money(tokens, after + 1):
        return digit * 10, digit * 10 + 9, after + 1
    one = last_digit(tokens, after, only_last=True)
    if one is not None:
        return exactly(digit * 10 + one, after + 1)
    return _pair(tokens, digit, after) or exactly(digit, after)


def _with_ones(tokens: Sequence[Token], tens: int, place: int) -> Part:
    if word_at(tokens, place) in SOME:
        return tens + (1 if tens == 10 else 0), tens + 9, place + 1
    if word_at(tokens, place) in HALF_MORE and tens > 10 and not counts_money(tokens, place - 1):
        return exactly(tens + 5, place + 1)
    one = last_digit(tokens, place)
    if one is None or word_at(tokens, place + 1) in TENS:
        return exactly(tens, place)  # "mười hai mươi triệu": from ten to twenty
    return exactly(tens + one, place + 1)


def _pair(tokens: Sequence[Token], digit: int, place: int) -> Part | None:
    """ "hai ba triệu" is two to three, "hai tám triệu" twenty-eight; only where a unit follows."""
    second = DIGITS.get(word_at(tokens, place))
    if second is None:
        return None
    after = word_at(tokens, place + 1)
    if second == digit + 1 or (digit, second) in IN_A_ROW:
        if counts_money(tokens, place + 1) or after in HUNDRED | DOZEN | TENS:
            return digit, second, place + 1
        return None
    if counts_money(tokens, place + 1) and fold(word_at(tokens, place)) != "nam":
        return exactly(digit * 10 + second, place + 1)
    return None


def last_digit(tokens: Sequence[Token], place: int, *, only_last: bool = False) -> int | None:
    """The ones of a number, where they end it and open nothing else."""
    word = word_at(tokens, place)
    digit = LAST_DIGITS.get(word)
    if digit is None and not only_last:
        digit = DIGITS.get(word)
    if digit is None or _is_other_word(tokens, place):
        return None
    # "hai mươi năm" is twenty years; five there is lăm, unless money is counted.
    if fold(word) == "nam":
        return digit if counts_money(tokens, place + 1) else None
    if word in SLIPPERY and (only_last or word != "lam"):
        return digit if counts_money(tokens, place + 1) or _ends(tokens, place + 1, word) else None
    return digit


def _after_hundred(tokens: Sequence[Token], place: int) -> Part:
    """What follows trăm: linh năm, rưỡi, hai mươi ba, or one digit that means tens."""
    word = word_at(tokens, place)
    if word in HALF_MORE:
        return exactly(50, place + 1)
    if word in SOME:
        return 1, 99, place + 1
    if word in AND_ONES or word in ZERO:
        one = DIGITS.get(word_at(tokens, place + 1)) or last_digit(tokens, place + 1)
        return exactly(0, place) if one is None else exactly(one, place + 2)
    if place < len(tokens) and tokens[place].kind is Kind.NUMBER:
        return _written_after_hundred(tokens, place)
    part = _tens(tokens, place) if place < len(tokens) else None
    if part is None:
        one = last_digit(tokens, place, only_last=True)
        return exactly(one * 10, place + 1) if one is not None else exactly(0, place)
    low, high, after = part
    if low != high and after == place + 2 and high < 10:  # trăm hai ba: 123
        return exactly(low * 10 + high, after)
    if after == place + 1 and low < 10:
        if counts_money(tokens, after) or _ends(tokens, after, tokens[place].word):
            return exactly(low * 10, after)
        return exactly(0, place)
    return low, high, after


def _before_another(tokens: Sequence[Token], first: int) -> Part | None:
    """The tens of the first in "trăm hai trăm ba": each is one hundred with its own tail."""
    tens = last_digit(tokens, first + 1)
    tail = word_at(tokens, first + 3)
    if tens is None or word_at(tokens, first + 2) not in HUNDRED:
        return None
    return exactly(tens * 10, first + 2) if tail in DIGITS or tail in LAST_DIGITS else None


def _written_after_hundred(tokens: Sequence[Token], place: int) -> Part:
    word = tokens[place].word
    if not word.isdigit() or len(word) > 2:
        return exactly(0, place)
    after = word_at(tokens, place + 1)
    if len(word) == 1 and (after in DOZEN or after in TENS):
        return _with_ones(tokens, int(word) * 10, place + 2)
    if not (counts_money(tokens, place + 1) or _ends(tokens, place + 1, "")):
        return exactly(0, place)
    return exactly(int(word) * (10 if len(word) == 1 else 1), place + 1)


def _ends(tokens: Sequence[Token], place: int, word: str) -> bool:
    """Whether a number may end before this token: nothing more, or no word of substance."""
    if place >= len(tokens):
        return True
    token = tokens[place]
    if token.kind is Kind.MARK:
        return True
    if token.kind is Kind.NUMBER:
        return False
    return token.word in HALF_MORE or (word not in SLIPPERY and token.word not in OPENERS)


def _is_other_word(tokens: Sequence[Token], place: int) -> bool:
    """ "tư vấn", "năm nay", "ba mẹ": no digits."""
    seconds = OTHER_WORDS.get(tokens[place].folded)
    second = word_at(tokens, place + 1)
    if seconds is None or second not in seconds:
        return False
    if second == A_LITTLE_OR_BILLION and (
        word_at(tokens, place - 1) in TENS or _counts_on(tokens, place + 2)
    ):
        return False  # "mot ti hai tram trieu", "bay muoi mot ti" are billions, no một tí
    return not (second in DIGITS and counts_money(tokens, place + 2))


def _counts_on(tokens: Sequence[Token], place: int) -> bool:
    """Whether the smaller part of a sum begins here: hai tram trieu, 200 trieu, ruoi."""
    word, second = word_at(tokens, place), word_at(tokens, place + 1)
    if word.isdigit() or word in DIGITS:
        return second in HUNDRED or second in TENS or counts_money(tokens, place + 1)
    if word in TEN or word in HUNDRED:
        return True
    return word in HALF_MORE
