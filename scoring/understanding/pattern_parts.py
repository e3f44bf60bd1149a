"""What the parts of a pattern's line mean (scoring/understanding/patterns.py), read once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, product

from scoring.understanding.text import canonical, fold

GAPS = {"..": 3, "...": 6}  # words that may be skipped
MANY = 4  # times that `*` may repeat
NUMBER = "#"
ANCHORS = frozenset("^$[]")


@dataclass(frozen=True, slots=True)
class Spelled:
    words: tuple[str, ...]
    bare: tuple[str, ...]  # what else each word may be typed like


@dataclass(frozen=True, slots=True)
class Element:
    # What it may begin with, as it may be typed: its word, or the first two of a longer phrase.
    starts: frozenset[tuple[str, str]]
    marked: frozenset[str]  # its single words, as spelled
    bare: frozenset[str]  # the same, and what else they may be typed like
    longer: dict[str, list[Spelled]]  # its longer phrases by their first word, longest first
    any_number: bool
    least: int
    most: int


@dataclass(frozen=True, slots=True)
class Gap:
    most: int


@dataclass(frozen=True, slots=True)
class Anchor:
    sign: str


PatternStep = Element | Gap | Anchor


def element(part: str, lists: Mapping[str, Sequence[str]]) -> Element:
    """A word, a choice of words or a named list, with how often it may stand."""
    least, most = 1, 1
    if part[-1] in "?*" and len(part) > 1:
        least, most = 0, 1 if part[-1] == "?" else MANY
        part = part[:-1]
    spellings: list[str] = []
    for one in part.split("|"):
        spellings += lists[one[1:-1]] if one.startswith("<") else [one.replace("_", " ")]
    marked: set[str] = set()
    bare: set[str] = set()
    longer: dict[str, list[Spelled]] = {}
    for spelling in spellings:
        strict = spelling.endswith("!")
        spelling = spelling.rstrip("!").replace("'", " ")
        spelled, folded = tuple(canonical(spelling).split()), tuple(fold(spelling).split())
        either = spelled if strict else folded
        if len(spelled) == 1:
            marked.add(spelled[0])
            bare |= {spelled[0], either[0]}
        else:
            longer.setdefault(folded[0], []).append(Spelled(spelled, either))
    for phrases in longer.values():
        phrases.sort(key=lambda one: -len(one.words))
    starts = {(word, "") for word in bare}
    for phrase in chain.from_iterable(longer.values()):
        ways = zip(phrase.words, phrase.bare, strict=True)
        starts.update(product(next(ways), next(ways)))
    return Element(
        starts=frozenset(starts),
        marked=frozenset(marked),
        bare=frozenset(bare),
        longer=longer,
        any_number=NUMBER in marked,
        least=least,
        most=most,
    )


def first_words(steps: tuple[PatternStep, ...]) -> set[str]:
    """What the first word of a match may be; elements that may be absent let the next begin."""
    found: set[str] = set()
    for step in steps:
        if isinstance(step, Element):
            found |= {first for first, _ in step.starts}
            if step.least > 0:
                return found
    raise ValueError("a pattern needs an element that must be there, before any gap")
