"""Finding known phrases among the tokens of a message, in one pass over it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain, pairwise
from typing import NamedTuple

from scoring.understanding.text import Kind, Token, canonical, fold


class Hit(NamedTuple):
    """A phrase found: what it stands for, and its first and last token (both included)."""

    label: str
    first: int
    last: int


# A phrase: its words with marks, what each may be typed like without, and its label.
_Entry = tuple[tuple[str, ...], tuple[str, ...], str]


class Phrases:
    """A lexicon: spellings with marks, each standing for a label.

    A word typed without marks may be any spelling that folds to it; a word typed
    with marks only the one spelled so ("typed marks win").
    "quà!" stands only for the word with its marks: bare, it is more often another one.
    """

    def __init__(self, labels: Mapping[str, Sequence[str]]) -> None:
        """`labels`: what each label may be spelled like, {"about": ["khoảng", "tầm", …]}."""
        self._labels = labels

    @cached_property
    def _by_first(self) -> dict[str, dict[str, list[_Entry]]]:
        """The phrases by the first word and the second, marks off; "" for no second.

        Many phrases start with không or chưa, so the first alone would not do. Built when
        first looked into, so that importing a lexicon costs next to nothing.
        """
        by_first: dict[str, dict[str, list[_Entry]]] = {}
        # The same words stand in many phrases, and settling one takes its time.
        settled: dict[str, tuple[str, str, str]] = {}
        for label, spellings in self._labels.items():
            for spelling in spellings:
                forms = []
                for written in spelling.split():
                    if written not in settled:
                        word = canonical(written.rstrip("!"))
                        folded = fold(word)
                        settled[written] = word, word if written[-1] == "!" else folded, folded
                    forms.append(settled[written])
                words, bare, folds = zip(*forms, strict=True)
                second = folds[1] if len(folds) > 1 else ""
                by_second = by_first.setdefault(folds[0], {})
                by_second.setdefault(second, []).append((words, bare, label))
        for by_second in by_first.values():
            for entries in by_second.values():
                entries.sort(key=lambda entry: -len(entry[0]))
        return by_first

    @cached_property
    def first_words(self) -> frozenset[str]:
        """What the phrases start with, marks off: a quick way to pass over other words."""
        return frozenset(self._by_first)

    @cached_property
    def openings(self) -> frozenset[tuple[str, str]]:
        """As they may be typed, the phrases of one word and the first two of the others.

        Of one word the second is "".
        """
        return frozenset(
            (first, second)
            for by_second in self._by_first.values()
            for words, bare, _ in chain.from_iterable(by_second.values())
            for first in (words[0], bare[0])
            for second in ((words[1], bare[1]) if len(words) > 1 else ("",))
        )

    def at(self, tokens: Sequence[Token], first: int) -> Hit | None:
        """The longest phrase that starts at this token."""
        by_second = self._by_first.get(tokens[first].folded)
        if by_second is None:
            return None
        if first + 1 < len(tokens):
            longer = by_second.get(tokens[first + 1].folded)
            if longer is not None and (hit := _matching(longer, tokens, first)) is not None:
                return hit
        return _matching(by_second.get("", ()), tokens, first)

    def find(self, tokens: Sequence[Token]) -> Iterator[Hit]:
        """Every phrase, from left to right, the longest at each place, none inside another."""
        behind = 0  # one past the last phrase
        by_first = self._by_first
        for first in [at for at, token in enumerate(tokens) if token.folded in by_first]:
            by_second = by_first[tokens[first].folded]
            second = tokens[first + 1].folded if first + 1 < len(tokens) else ""
            may_be = first >= behind and (second in by_second or "" in by_second)
            hit = self.at(tokens, first) if may_be else None
            if hit is not None:
                yield hit
                behind = hit.last + 1


class Openings:
    """Where a phrase of any of these lexicons may begin: two words tell, before it is tried."""

    def __init__(self, lexicons: Iterable[Phrases], words: Iterable[str]) -> None:
        """`words`: what else is one, as it may be typed."""
        self._words = set(words)
        self._seconds: dict[str, set[str]] = {}
        for first, second in frozenset().union(*[one.openings for one in lexicons]):
            if second:
                self._seconds.setdefault(first, set()).add(second)
            else:
                self._words.add(first)

    def places(self, tokens: Sequence[Token]) -> set[int]:
        """The tokens at which one may begin, numbers among them."""
        found = {
            at
            for at, token in enumerate(tokens)
            if token.kind is Kind.NUMBER or token.word in self._words
        }
        for at, (token, behind) in enumerate(pairwise(tokens)):
            seconds = self._seconds.get(token.word)
            if seconds is not None and behind.word in seconds:
                found.add(at)
        return found


def _matching(entries: Sequence[_Entry], tokens: Sequence[Token], first: int) -> Hit | None:
    """The first of these phrases that the tokens from here say."""
    for words, folded, label in entries:
        behind = first + len(words)
        if behind > len(tokens):
            continue
        # Spelled out, as this is the hottest loop of the package.
        at = first
        for word, bare in zip(words, folded, strict=True):
            typed = tokens[at].word
            if typed != word and typed != bare:
                break
            at += 1
        if at == behind:
            return Hit(label, first, behind - 1)
    return None
