"""Phrases with gaps: patterns over the words of a message, typed marks winning.

A pattern is written as one line of elements parted by spaces:

    đừng|khỏi          one of these words; `_` joins the words of a longer one: không_cần
    tối!               this word with its marks on; bare, it is more often another one
    <reach>            one of a named list of phrases
    #                  a number
    <filler>*          any number of it, up to four; `<filler>?` is one or none
    ..                 up to three words of any kind, within the clause
    ...                up to six
    ^ and $            the message begins, ends here
    [ and ]            a clause begins, ends here

Matching keeps the set of places reached so far, so that it is linear in the message.
"""

from __future__ import annotations

from collections.abc import Collection, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, pairwise
from operator import or_

from scoring.understanding.pattern_parts import (
    ANCHORS,
    GAPS,
    NUMBER,
    Anchor,
    Element,
    Gap,
    PatternStep,
    Spelled,
    element,
    first_words,
)
from scoring.understanding.phrases import Hit
from scoring.understanding.text import Kind, Text, Token, fold

# Of the words of a Vietnamese sentence about two thirds carry marks.
MARKED_SHARE = 1 / 3
BREAKS = frozenset(',.;:!?()"')


@dataclass(frozen=True, slots=True)
class _Pattern:
    before: str  # the anchors that stand before the first element
    steps: tuple[PatternStep, ...]
    # The elements that must be there, one bit for each: one look at the words of a message
    # tells that most patterns cannot hold, long before they are tried.
    needed: int


@dataclass(frozen=True)
class Words:
    """The tokens that patterns see: words, numbers and breaks between clauses.

    `places` says which token of the text each one is.
    """

    tokens: tuple[Token, ...]
    places: tuple[int, ...]

    @cached_property
    def marked(self) -> bool:
        """The writer puts marks where they belong, so a bare word is meant bare."""
        marked = [token.word != token.folded for token in self.tokens if token.kind is Kind.WORD]
        return sum(marked) >= len(marked) * MARKED_SHARE > 0

    def is_break(self, index: int) -> bool:
        return self.tokens[index].word in BREAKS

    def starts_clause(self, index: int) -> bool:
        return index == 0 or self.is_break(index - 1)


def words(text: Text) -> Words:
    tokens = text.tokens
    kept = [
        place
        for place, token in enumerate(tokens)
        if token.kind is not Kind.MARK
        or token.word in BREAKS
        or (token.word == "/" and place == 0)  # a command: /stop
    ]
    while kept and tokens[kept[0]].word in BREAKS:
        kept.pop(0)
    while kept and tokens[kept[-1]].word in BREAKS:
        kept.pop()
    return Words(tuple([tokens[place] for place in kept]), tuple(kept))


class Patterns:
    """Patterns under labels; `find` tells where which of them hold."""

    def __init__(
        self,
        rules: Mapping[str, Sequence[str]],
        lists: Mapping[str, Sequence[str]],
        *,
        trust_marks: bool = False,
    ) -> None:
        """`trust_marks`: in a message typed with marks a bare word stands for itself only."""
        self._trust_marks = trust_marks
        by_first: dict[str, dict[str, list[_Pattern]]] = {}
        # Which elements a word may be, and which it may begin with the next one, by their bits.
        self._been: dict[str, int] = {}
        self._begun: dict[str, dict[str, int]] = {}
        self._bits: dict[frozenset[tuple[str, str]], int] = {}
        elements: dict[str, Element] = {}
        for label, lines in rules.items():
            for line in lines:
                pattern = self._pattern(line, lists, elements)
                for first in first_words(pattern.steps):
                    by_first.setdefault(first, {}).setdefault(label, []).append(pattern)
        # By the first word of a match: the patterns with their labels, those of one together.
        self._by_first = {
            first: [
                (one.needed, self._follow(one, first), label, one)
                for label, ones in labels.items()
                for one in ones
            ]
            for first, labels in by_first.items()
        }

    def _pattern(
        self, line: str, lists: Mapping[str, Sequence[str]], elements: dict[str, Element]
    ) -> _Pattern:
        parts = line.split()
        before = ""
        while parts[0] in ANCHORS:
            before += parts.pop(0)
        steps: list[PatternStep] = []
        for part in parts:
            if part in GAPS:
                steps.append(Gap(GAPS[part]))
            elif part in ANCHORS:
                steps.append(Anchor(part))
            else:
                if part not in elements:
                    elements[part] = element(part, lists)
                steps.append(elements[part])
        needed = 0
        for step in steps:
            if isinstance(step, Element) and step.least > 0 and not step.any_number:
                needed |= self._bit(step.starts)
        return _Pattern(before, tuple(steps), needed)

    def _follow(self, pattern: _Pattern, first: str) -> int:
        """The bits of what must stand right behind the first word; 0 where anything may."""
        begin, *steps = pattern.steps
        if not isinstance(begin, Element) or begin.least != begin.most:
            return 0
        if fold(first) in begin.longer:
            return 0
        follow = 0
        for step in steps:
            if not isinstance(step, Element) or step.any_number:
                return 0
            follow |= self._bit(step.starts)
            if step.least > 0:
                return follow
        return 0

    def _bit(self, starts: frozenset[tuple[str, str]]) -> int:
        """The bit of the elements that begin so."""
        if starts not in self._bits:
            bit = self._bits[starts] = 1 << len(self._bits)
            for first, second in starts:
                if second:
                    seconds = self._begun.setdefault(first, {})
                    seconds[second] = seconds.get(second, 0) | bit
                else:
                    self._been[first] = self._been.get(first, 0) | bit
        return self._bits[starts]

    def _begun_at(self, tokens: Sequence[Token]) -> list[int]:
        """By word, the bits of the elements that may begin there."""
        begun = [self._been.get(token.word, 0) for token in tokens]
        for at, (token, behind) in enumerate(pairwise(tokens)):
            seconds = self._begun.get(token.word)
            if seconds is not None and behind.word in seconds:
                begun[at] |= seconds[behind.word]
        return begun

    def find(self, message: Words, among: Container[str] | None = None) -> Iterator[Hit]:
        """Every pattern that holds, at each place the longest way it holds there.

        `first` and `last` of a hit index `message.tokens`. `among`: only these labels.
        """
        by_first = self._by_first
        begun = self._begun_at(message.tokens)
        # What the elements of a pattern may find from each word on.
        ahead = list(accumulate(reversed(begun), or_))[::-1]
        bare_counts = not (self._trust_marks and message.marked)
        for start, token in enumerate(message.tokens):
            beginnings = by_first.get(token.word, [])
            if token.kind is Kind.NUMBER:
                beginnings = beginnings + by_first.get(NUMBER, [])
            if not beginnings:
                continue
            missing = ~ahead[start]
            behind = begun[start + 1] if start + 1 < len(begun) else 0
            for needed, follow, label, pattern in beginnings:
                if needed & missing or (follow and not follow & behind):
                    continue
                if among is not None and label not in among:
                    continue
                if "^" in pattern.before and start > 0:
                    continue
                if "[" in pattern.before and not message.starts_clause(start):
                    continue
                end = _end(pattern.steps, message, start, bare_counts)
                if end is not None:
                    yield Hit(label, start, end - 1)


def _end(
    steps: tuple[PatternStep, ...], message: Words, start: int, bare_counts: bool
) -> int | None:
    """One past the last word of the longest match from `start`, or None."""
    # As long as there is one way only, which is mostly to the end, there is one place.
    place, tokens = start, message.tokens
    for done, step in enumerate(steps):
        if isinstance(step, Element) and step.least == step.most:
            end = _phrase_end(step, tokens, place, bare_counts)
            if end is None:
                return None
            place = end
        elif isinstance(step, Anchor):
            if not _holds(step.sign, message, place):
                return None
        else:
            return _last_end(steps[done:], message, start, place, bare_counts)
    return place if place > start else None


def _last_end(
    steps: tuple[PatternStep, ...], message: Words, start: int, place: int, bare_counts: bool
) -> int | None:
    """The same from `place` on, by all the ways that optional words and gaps allow."""
    reached = {place}
    for step in steps:
        if isinstance(step, Element):
            reached = _after(step, message, reached, bare_counts)
        elif isinstance(step, Gap):
            reached = _skip(message, reached, step.most)
        else:
            reached = {place for place in reached if _holds(step.sign, message, place)}
        if not reached:
            return None
    end = max(reached)
    return end if end > start else None


def _after(step: Element, message: Words, reached: set[int], bare_counts: bool) -> set[int]:
    after = set(reached) if step.least == 0 else set()
    front: Collection[int] = reached
    for _ in range(step.most):
        further: list[int] = []
        for place in front:
            end = _phrase_end(step, message.tokens, place, bare_counts)
            if end is not None and end not in after:
                further.append(end)
        if not further:
            break
        after.update(further)
        front = further
    return after


def _phrase_end(
    step: Element, tokens: Sequence[Token], place: int, bare_counts: bool
) -> int | None:
    """One past the longest of the phrases that stands here: "gửi tin nhắn" is no "gửi tin"."""
    if place >= len(tokens):
        return None
    token = tokens[place]
    for phrase in step.longer.get(token.folded, ()):
        end = place + len(phrase.words)
        if end <= len(tokens) and _stands(phrase, tokens[place:end], bare_counts):
            return end
    if token.word in (step.bare if bare_counts else step.marked):
        return place + 1
    return place + 1 if step.any_number and token.kind is Kind.NUMBER else None


def _stands(phrase: Spelled, tokens: Sequence[Token], bare_counts: bool) -> bool:
    for token, word, bare in zip(tokens, phrase.words, phrase.bare, strict=True):
        if token.word != word and not (bare_counts and token.word == bare):
            return False
    return True


def _skip(message: Words, reached: set[int], most: int) -> set[int]:
    after = set(reached)
    for place in reached:
        for end in range(place, min(place + most, len(message.tokens))):
            if message.is_break(end):
                break
            after.add(end + 1)
    return after


def _holds(sign: str, message: Words, place: int) -> bool:
    if sign in "$]" and place == len(message.tokens):
        return True
    return (sign == "]" and message.is_break(place)) or (
        sign == "[" and message.starts_clause(place)
    )
