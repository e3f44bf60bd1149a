"""Numbers that are no money: what the words beside them make of them."""

from __future__ import annotations

from collections.abc import Sequence

from scoring.understanding.money.amount_words import MODIFIERS, TO
from scoring.understanding.money.counted_words import (
    ADDRESS_BEFORE,
    ALSO_BEFORE_A_COUNT,
    CLOCK,
    COUNTED,
    DATE_BEFORE,
    EXAM_REACH,
    EXAMS,
    FIRST_YEAR,
    FOLLOWERS,
    FOR_SOMEBODY,
    ID_BEFORE,
    ID_REACH,
    LAST_YEAR,
    LENGTH_AFTER,
    LENGTH_BEFORE,
    LENGTH_SAID,
    MEASURES,
    NUMBERED,
    PERCENT,
    PERCENT_OF_TWO,
    SCORES,
    SIGNED_WHOLE,
    SPANS_OF_TIME,
    TWO_WORDS,
    YEAR_BEFORE,
)
from scoring.understanding.money.money_words import UNITS
from scoring.understanding.money.number_phrase import Number
from scoring.understanding.money.number_words import DIGITS, HALF_MORE, HUNDRED
from scoring.understanding.text import Kind, Token

BARE = "bare"  # nothing says what it counts
TIMES = frozenset("x*")  # 5x20
LENGTH_REACH = 4  # words between "cao" and 1m65
CODE_REACH = 4  # tokens of a code before its last digits: 51F-123
LONGEST_SERIAL_HEAD = 4  # letters of a code before its digits: DH120500


def bare_kind(tokens: Sequence[Token], number: Number) -> tuple[str, str | None]:
    """The kind of a number without a money unit, and its unit; BARE where nothing tells."""
    after = _word(tokens, number.last + 1)
    if after in PERCENT or (
        after in PERCENT_OF_TWO and _word(tokens, number.last + 2) in ("trăm", "tram")
    ):
        return "percent", "%"
    return (
        _by_neighbours(tokens, number)
        or _by_measure(tokens, number)
        or _by_word_before(tokens, number)
        or _by_word_after(tokens, number)
        or (BARE, None)
    )


def unit_tokens(tokens: Sequence[Token], place: int, unit: str | None) -> int:
    """How many tokens the unit that stands at this token takes: m2 and 1m65 have one more."""
    if unit is None:
        return 0
    behind = place + 1
    in_two = unit[0] == "m" and _is_number(tokens, behind) and tokens[behind].glued
    return len(unit.split()) + in_two


def is_length(tokens: Sequence[Token], place: int) -> bool:
    """Whether the m at this token stands for metres: 75m2, cao 1m65, 50m dây."""
    after = _word(tokens, place + 1)
    if after in LENGTH_AFTER or after in ("²", "³"):
        return True
    if after in ("2", "3") and tokens[place + 1].glued:
        return True
    number = place - 1
    if _word(tokens, number - 1) in TIMES and _is_number(tokens, number - 2):
        return True
    for step in range(1, LENGTH_REACH + 1):
        if number - step < 0 or tokens[number - step].kind is Kind.NUMBER:
            break
        if tokens[number - step].word in LENGTH_BEFORE:
            return True
    return False


def _word(tokens: Sequence[Token], place: int) -> str:
    return tokens[place].word if 0 <= place < len(tokens) else ""


def _by_neighbours(tokens: Sequence[Token], number: Number) -> tuple[str, str | None] | None:
    """What is written together with the number: 17/4, 5x20, DH120500, 0912."""
    first, last = number.first, number.last
    token = tokens[first]
    for slash, other in ((first - 1, first - 2), (last + 1, last + 2)):
        if _word(tokens, slash) == "/" and other >= 0 and _is_number(tokens, other):
            return "date", None
        if _word(tokens, slash) in TIMES and other >= 0 and _is_number(tokens, other):
            return "size", None
    if token.kind is not Kind.NUMBER:
        return None
    if (_word(tokens, first - 1) in CLOCK or _word(tokens, first - 1) == ":") and _is_number(
        tokens, first - 2
    ):
        return "date", None  # 8h30, 10:30
    if _is_split_serial(tokens, number):
        return "id", None
    if _word(tokens, last + 1) == ":" and _is_number(tokens, last + 2) and tokens[last + 1].glued:
        return "date", None
    digits = token.word
    if digits.isdigit() and (
        (digits[0] == "0" and len(digits) > 1)
        or (len(digits) >= SIGNED_WHOLE and not digits.endswith("000"))
    ):
        return "id", None
    if _has_letters(tokens, first):
        return "id" if len(digits) > 2 else "other", None
    return None


def _has_letters(tokens: Sequence[Token], first: int) -> bool:
    """Whether letters that mean nothing else are written together with it: DH120, 51F-123."""
    for place in range(first - 1, max(-1, first - 1 - CODE_REACH), -1):
        if not tokens[place + 1].glued:
            return False
        token = tokens[place]
        if token.kind is Kind.MARK and token.word != "-":
            return False
        if token.kind is Kind.WORD:
            of_number = token.glued and place > 0 and tokens[place - 1].kind is Kind.NUMBER
            return (
                len(token.word) <= LONGEST_SERIAL_HEAD
                and not (of_number and token.word in UNITS)
                and MODIFIERS.at(tokens, place) is None
            )
    return False


def _is_split_serial(tokens: Sequence[Token], number: Number) -> bool:
    """ "1900 6789": long runs of digits side by side are one number to call or to look up."""
    if not number.digits:
        return False
    for place in (number.first - 1, number.last + 1):
        if place >= 0 and _is_number(tokens, place):
            other = tokens[place].word
            if other.isdigit() and len(other) + len(number.digits) >= SIGNED_WHOLE:
                return True
    return False


def _is_number(tokens: Sequence[Token], place: int) -> bool:
    return place < len(tokens) and tokens[place].kind is Kind.NUMBER


def _by_measure(tokens: Sequence[Token], number: Number) -> tuple[str, str | None] | None:
    place = number.last + 1
    after = _word(tokens, place)
    if after == "m" and is_length(tokens, place):
        power = _word(tokens, place + 1)
        return "size", f"m{power}" if power in ("2", "3", "²", "³") else "m"
    if after in MEASURES and (tokens[place].glued or after not in FOLLOWERS):
        return "size", after
    return None


def _by_word_before(tokens: Sequence[Token], number: Number) -> tuple[str, str | None] | None:
    before = _word(tokens, number.first - 1)
    if before in LENGTH_SAID:
        return "size", None
    two_before = _word(tokens, number.first - 2)
    if before in ALSO_BEFORE_A_COUNT:
        counted = _by_word_after(tokens, number)
        if counted is not None and counted[0] == "quantity" and _is_counted(counted[1]):
            return counted
    if before in ADDRESS_BEFORE:
        return "address", None
    if before in NUMBERED and two_before not in ("con", "bên", "ở"):
        return None if _opens_range(tokens, number) else ("address", None)
    is_year = FIRST_YEAR <= number.low <= LAST_YEAR and number.low == int(number.low)
    if is_year and number.digits and before in YEAR_BEFORE:
        return "year", None
    if before in DATE_BEFORE:
        return "date", None
    if before in SCORES:
        return "other", None
    if before in FOR_SOMEBODY:
        counted = _by_word_after(tokens, number)
        if counted is not None and counted[0] == "quantity" and _is_counted(counted[1]):
            return counted  # "luyện thi IELTS cho 3 người": three people, and no mark
    for step in range(1, EXAM_REACH + 1):
        if _word(tokens, number.first - step) in EXAMS:
            return "other", None
    for step in range(1, ID_REACH + 1):
        word = _word(tokens, number.first - step)
        if word in ID_BEFORE:
            return "id", None
    return None


def _opens_range(tokens: Sequence[Token], number: Number) -> bool:
    """ "căn 3-4 tỷ" costs so much; "căn 3" is a flat by its number."""
    hit = TO.at(tokens, number.last + 1) if number.last + 1 < len(tokens) else None
    return hit is not None and _word(tokens, hit.last + 2) in UNITS


def _is_counted(unit: str | None) -> bool:
    """A word for what is counted, and not just any word behind a number."""
    return unit is not None and (unit in COUNTED or " " in unit)


def _by_word_after(tokens: Sequence[Token], number: Number) -> tuple[str, str | None] | None:
    place = number.last + 1
    if place >= len(tokens):
        return None
    after = tokens[place]
    if after.kind is not Kind.WORD or after.word in HALF_MORE:
        return None
    seconds = TWO_WORDS.get(after.folded)
    two = seconds is not None and _word(tokens, place + 1) in seconds
    if not two and TO.at(tokens, place) is not None:
        return None  # "từ 40 cho tới 45 triệu": no seats (chỗ)
    if number.spoken and (after.word in DIGITS or after.word in HUNDRED):
        return None  # "mười hai mươi triệu", "trăm hai trăm ba"
    if two:
        return "quantity", f"{after.word} {tokens[place + 1].word}"
    if after.word in CLOCK and tokens[number.last].kind is Kind.NUMBER:
        return "date", after.word
    if after.word in SPANS_OF_TIME:
        return "quantity", SPANS_OF_TIME[after.word]
    if after.word in COUNTED or after.word not in FOLLOWERS:
        return "quantity", after.word
    return None
