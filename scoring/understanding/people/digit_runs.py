"""Runs of digits: groups written or spelled out with nothing but spaces and joints between."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from scoring.understanding.people.phone_words import DIGIT_WORDS, JOINTS, PARTING
from scoring.understanding.text import Kind, Text

SHORTEST = 6  # digits of a run worth looking at: somebody may have meant a phone number


@dataclass(frozen=True, slots=True)
class Group:
    """Digits written together, or one digit word."""

    digits: str
    start: int
    end: int
    token: int
    spelled: bool
    plus: bool
    parted: bool  # a sign that parts statements stands before it


Run = list[Group]
# Digit words that are spelled with marks: bare beside marked ones they are other words.
_OTHERWISE_MARKED = frozenset(("sau", "nam", "bay", "tam"))


def many_digits(text: Text) -> bool:
    """The fast way out: most messages hold no six digits."""
    count = 0
    for token in text.tokens:
        if token.kind is Kind.NUMBER:
            count += token.end - token.start
        elif token.word in DIGIT_WORDS:
            count += 1
    return count >= SHORTEST


def runs(text: Text) -> Iterator[Run]:
    """Groups of digits with nothing but spaces and joints between them."""
    run: Run = []
    plus = parted = False
    end = 0
    for index, token in enumerate(text.tokens):
        if not token.glued and "\n" in text.lower[end : token.start]:
            yield from _long_enough(run)
            run, plus, parted = [], False, False
        end = token.end
        groups = _groups(text, index, plus, parted)
        if groups and _is_after(text, run, groups[0]):
            groups = []
        if groups:
            if run and run[-1].spelled != groups[0].spelled:
                yield from _long_enough(run)
                run = []
            run += groups
            plus = parted = False
        elif token.word == "+":
            yield from _long_enough(run)
            run, plus, parted = [], True, False
        elif token.word in JOINTS:
            parted = parted or token.word in PARTING
        else:
            yield from _long_enough(run)
            run, plus, parted = [], False, False
    yield from _long_enough(run)


def _long_enough(run: Run) -> tuple[Run, ...]:
    return (run,) if sum(len(group.digits) for group in run) >= SHORTEST else ()


def _is_after(text: Text, run: Run, group: Group) -> bool:
    """Bare "sau" behind digits that carry their marks is "after": không bảy … ba sau 5h."""
    return (
        group.spelled
        and text.tokens[group.token].word in _OTHERWISE_MARKED
        and any(text.tokens[one.token].marked for one in run if one.spelled)
    )


def _groups(text: Text, index: int, plus: bool, parted: bool) -> list[Group]:
    token = text.tokens[index]
    written = text.lower[token.start : token.end]
    if token.kind is Kind.WORD:
        # The letter o for zero, as often as it is typed: o9ooo1234.
        zeros = "0" * written.count("o") if set(written) == {"o"} else ""
        digits = zeros or DIGIT_WORDS.get(token.word)
        if digits is None:
            return []
        return [Group(digits, token.start, token.end, index, not zeros, plus, parted)]
    if token.kind is not Kind.NUMBER:
        return []
    groups: list[Group] = []
    start = token.start
    for digits in written.replace(",", ".").split("."):
        # A comma inside a token parts no statements: 0901,234,567.
        first = not groups
        end = start + len(digits)
        groups.append(Group(digits, start, end, index, False, plus and first, parted and first))
        start = end + 1
    return groups
