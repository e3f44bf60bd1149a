"""Phone numbers: which digits of a message one can call."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from scoring.lead import Span
from scoring.understanding.people.digit_runs import Group, Run, many_digits, runs
from scoring.understanding.people.phone_context import preferences, said_to_be
from scoring.understanding.people.phone_words import AMOUNT_UNITS, FILLERS, ID, PHONE
from scoring.understanding.text import Kind, Text

SHORTEST = 8  # digits of the shortest number that is called at all, an abroad one or a hotline
LONGEST = 15  # digits of the longest number, ITU-T E.164
LONGEST_GROUP = 4  # digits that people write together behind a dot
MEANT = 9  # so many digits behind a 0 or 84 can only be meant as a phone number
MEANT_AFTER_CUE = 6  # with "sđt" before it, fewer are enough to see that one was meant
HOTLINES = ("1800", "1900")
HOTLINE_LENGTHS = (8, 10)


@dataclass(frozen=True, slots=True)
class Phone:
    """A number that can be called, E.164, and where it stands."""

    number: str
    first: int  # tokens, both included
    last: int
    span: Span


def find(text: Text) -> tuple[Phone, ...]:
    """Every phone number, in order of preference: new and main ones before old ones."""
    if not many_digits(text):
        return ()
    found: list[Phone] = []
    for run in runs(text):
        found += _callable(text, run, said_to_be(text, run))
    unique = {phone.number: phone for phone in reversed(found)}
    in_order = sorted(unique.values(), key=lambda phone: phone.span)
    if len(in_order) < 2:
        return tuple(in_order)
    ranks = preferences(text, [(phone.first, phone.last) for phone in in_order])
    best_first = sorted(range(len(in_order)), key=lambda index: ranks[index])
    return tuple(in_order[index] for index in best_first)


def wrong_length(text: Text) -> Span | None:
    """Where digits stand that were meant as a phone number and are none; None if there are none."""
    if not many_digits(text):
        return None
    for run in runs(text):
        said = said_to_be(text, run)
        if said != ID and _meant_as_phone(text, run, said) and not _callable(text, run, said):
            return text.span(run[0].start, run[-1].end)
    return None


def claimed(text: Text) -> tuple[tuple[int, int], ...]:
    """Tokens that are phone numbers, meant as such, hotlines or named ids; so they are no money."""
    if not many_digits(text):
        return ()
    ranges: list[tuple[int, int]] = []
    for run in runs(text):
        said = said_to_be(text, run)
        phones = _callable(text, run, said)
        if said == ID or (not phones and (_is_hotline(run) or _meant_as_phone(text, run, said))):
            ranges.append((run[0].token, run[-1].token))
        else:
            ranges += [(phone.first, phone.last) for phone in phones]
    return tuple(ranges)


def _callable(text: Text, run: Run, said: str | None) -> tuple[Phone, ...]:
    if said != ID:
        return tuple(_phones_in(text, run))
    # "mst 0301234567 - 0903123456": the word speaks of the first of them only.
    return tuple(_phones_in(text, run[1:])) if len(run[0].digits) >= MEANT else ()


def _phones_in(text: Text, run: Run) -> Iterator[Phone]:
    first = 0
    while first < len(run):
        found = _phone_at(text, run, first)
        if found is None:
            first += 1
        else:
            phone, last = found
            yield phone
            first = last + 1


def _phone_at(text: Text, run: Run, first: int) -> tuple[Phone, int] | None:
    """The longest number that begins with this group and ends with a whole group."""
    head = run[first]
    if (head.digits[0] not in "08" and not head.plus) or _is_fraction(run, first):
        return None
    digits, found = "", None
    for last in range(first, len(run)):
        if last > first and run[last].plus:
            break
        digits += run[last].digits
        if len(digits) > LONGEST + 2:  # 00 or +84 (0) may come on top
            break
        number = _e164(digits, head.plus)
        if (
            number is not None
            and not _goes_on(text, run, first, last)
            and not _is_amount(text, head, run[last])
        ):
            span = text.span(_opening(text, head), run[last].end)
            found = Phone(number, head.token, run[last].token, span), last
    return found


def _is_fraction(run: Run, first: int) -> bool:
    """0.901234567: nobody writes nine digits of a phone number in one group behind a dot."""
    after = run[first + 1] if first + 1 < len(run) else None
    is_one_token = after is not None and after.token == run[first].token
    return is_one_token and run[first].digits == "0" and len(run[first + 1].digits) > LONGEST_GROUP


def _goes_on(text: Text, run: Run, first: int, last: int) -> bool:
    """More digits follow that belong to it, so that it is one digit too long, not a phone."""
    if last + 1 == len(run) or run[last + 1].plus or run[last + 1].parted:
        return False
    after = run[last + 1]
    if after.token == run[last].token:
        return not after.digits.startswith("0") and len(after.digits) < MEANT
    if after.digits.startswith("0"):
        return False
    if first == last:
        # Written in one piece it is whole, and what follows is something else.
        return text.tokens[after.token].glued
    behind = text.tokens[run[-1].token + 1 :]
    return not (behind and behind[0].kind is Kind.WORD and behind[0].folded not in FILLERS)


def _is_amount(text: Text, head: Group, last: Group) -> bool:
    """84.903.123.456 đồng is money; what begins with 0 never is."""
    behind = text.tokens[last.token + 1 : last.token + 2]
    return bool(behind) and head.digits[0] != "0" and behind[0].word in AMOUNT_UNITS


def _opening(text: Text, head: Group) -> int:
    """Where the number begins, with the plus and the bracket before its digits."""
    start = head.start
    while start > 0 and text.lower[start - 1] in "+(":
        start -= 1
    return start


def _e164(digits: str, plus: bool) -> str | None:
    """The number in its world-wide form, if there is such a number."""
    if digits.startswith("0084"):
        digits, plus = digits[2:], True
    if plus and not digits.startswith("84"):
        international = digits
    else:
        national = digits[2:] if digits.startswith("84") else digits[1:]
        if not plus and digits[0] == "8" and not digits.startswith("84"):
            return None
        if plus or digits.startswith("84"):
            national = national.removeprefix("0")  # +84 (0) 901…
        # Subscribers begin with 2 (landline), 3, 5, 7, 8 or 9; this alone
        # keeps hotlines out, and most numbers away from the slower check.
        if len(national) not in (9, 10) or national[0] not in "235789":
            return None
        international = "84" + national
    if not SHORTEST <= len(international) <= LONGEST or international[0] == "0":
        return None
    return "+" + international if _exists("+" + international) else None


def _exists(number: str) -> bool:
    import phonenumbers  # slow to import, and few messages hold a number

    try:
        return phonenumbers.is_valid_number(phonenumbers.parse(number))
    except phonenumbers.NumberParseException:
        return False


def _meant_as_phone(text: Text, run: Run, said: str | None) -> bool:
    digits = "".join(group.digits for group in run)
    if _is_hotline(run) or _is_date(run) or len(digits) > LONGEST:
        return False
    if _is_amount(text, run[0], run[-1]):
        return False
    if said == PHONE:
        return len(digits) >= MEANT_AFTER_CUE
    if digits.startswith("84") and not run[0].plus:
        return len(digits) >= MEANT + 2
    starts_like_one = digits[0] == "0" or run[0].plus
    in_one_piece = len(run[0].digits) > 1 or run[0].spelled
    return starts_like_one and len(digits) >= MEANT and in_one_piece


def _is_hotline(run: Run) -> bool:
    digits = "".join(group.digits for group in run)
    # 19000000 is nineteen million.
    return (
        digits.startswith(HOTLINES)
        and len(digits) in HOTLINE_LENGTHS
        and not digits.endswith("000")
    )


def _is_date(run: Run) -> bool:
    lengths = [len(group.digits) for group in run]
    return len(lengths) == 3 and max(lengths[:2]) <= 2 and lengths[2] in (2, 4)
