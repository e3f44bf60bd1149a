"""A message as pieces: its known phrases with all they may be, in clauses."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import NamedTuple

from scoring.understanding.patterns import BREAKS, Words
from scoring.understanding.text import Kind, Text, canonical, fold
from scoring.understanding.wishes import slips
from scoring.understanding.word_list import listed

Span = tuple[int, int]  # the first and the last piece of a wish
NUMBER = frozenset({"number_said"})
ADDRESS = NUMBER | {"address"}
UNKNOWN: frozenset[str] = frozenset()
COMPOUND = "compound"
SENTENCE_ENDS = frozenset(".!?;")
# A wish is told within so many pieces; what stands further off has nothing to do with it.
REACH = 24
# One piece, though there are dots inside, which elsewhere end a clause.
_ADDRESS = re.compile(
    r"[\w.+-]{1,64}@\w[\w-]*(?:\.\w+)+|(?<![\w.,])(?:\+?84|0)(?:[ .-]?\d){8,10}(?!\d)"
)
_ADDRESSED = re.compile(r"[@0+]|84")
_TONES = {0x300, 0x301, 0x303, 0x309, 0x323}


class Piece(NamedTuple):
    """A known phrase, a number, or one word that means nothing here.

    `first` and `last` (included) index the tokens of the message; `said` is what was typed.
    """

    kinds: frozenset[str]
    clause: int
    first: int
    last: int
    said: str

    def may_be(self, kinds: Collection[str]) -> bool:
        return not self.kinds.isdisjoint(kinds)


@dataclass(frozen=True, slots=True)
class Pieces:
    """The pieces of a message, from left to right."""

    all: tuple[Piece, ...]
    there: frozenset[str]  # the kinds of all of them
    sentences: tuple[int, ...]  # the place each begins at, but the first

    @classmethod
    def of(cls, found: Sequence[Piece], sentences: Sequence[int]) -> Pieces:
        there = frozenset().union(*[piece.kinds for piece in found])
        return cls(tuple(found), there, tuple(sentences))

    def __len__(self) -> int:
        return len(self.all)

    def __getitem__(self, at: int) -> Piece:
        return self.all[at]

    def after(self, at: int) -> Iterator[int]:
        """The places behind this one, to the end of its clause."""
        clause = self.all[at].clause
        for place in range(at + 1, min(len(self.all), at + REACH)):
            if self.all[place].clause != clause:
                return
            yield place

    def before(self, at: int) -> Iterator[int]:
        """The places before this one, back to the start of its clause."""
        clause = self.all[at].clause
        for place in range(at - 1, max(-1, at - REACH), -1):
            if self.all[place].clause != clause:
                return
            yield place

    def next(self, at: int, most: int) -> list[int]:
        """The places right behind this one, within its clause."""
        return list(islice(self.after(at), most))

    def part(self, first: int, end: int) -> Pieces:
        """Some of its sentences, as if they were the message."""
        begun, ended = bisect_right(self.sentences, first), bisect_left(self.sentences, end)
        inside = [place - first for place in self.sentences[begun:ended]]
        return Pieces.of(self.all[first:end], inside)

    def clause(self, at: int) -> list[int]:
        return [*reversed(list(self.before(at))), at, *self.after(at)]

    def near(self, at: int) -> range:
        return range(max(0, at - REACH), min(len(self.all), at + REACH))

    def behind(self, at: int) -> range:
        """The places behind this one, over the ends of clauses."""
        return range(at + 1, min(len(self.all), at + REACH))

    def ahead(self, at: int) -> range:
        """The places before this one, over the ends of clauses."""
        return range(max(0, at - REACH), at)

    def any(self, kinds: Collection[str], among: Iterable[int] | None = None) -> bool:
        """One of these kinds is there, or among these places."""
        if among is None:
            return not self.there.isdisjoint(kinds)
        return any(self.all[place].may_be(kinds) for place in among)


@dataclass(frozen=True, slots=True)
class _Entry:
    """A phrase of one kind: its words with marks, and what else each may be typed like."""

    words: tuple[str, ...]
    bare: tuple[str, ...]
    toneless: tuple[str, ...]
    kind: str

    def stands(self, said: Sequence[str]) -> bool:
        for typed, word, bare in zip(said, self.words, self.bare, strict=True):
            if typed not in (word, bare):
                return False
        return True

    def stands_misspelled(self, said: Sequence[str]) -> bool:
        """đưng for đừng, the hooks typed and the tones left out; dử for dữ, as it is said."""
        for typed, word, bare, toneless in zip(
            said, self.words, self.bare, self.toneless, strict=True
        ):
            if typed not in (word, bare, toneless) and _as_said(typed) != _as_said(word):
                return False
        return True


class _Node:
    """How far a phrase has come: the words that may follow, and the phrases that end here."""

    __slots__ = ("_as_spelled", "entries", "following")

    def __init__(self) -> None:
        self.following: dict[str, _Node] = {}
        self.entries: list[_Entry] = []
        self._as_spelled: dict[tuple[str, ...], frozenset[str]] = {}

    def kinds(self, said: Sequence[str]) -> frozenset[str]:
        """What these words may be here; nothing, where their marks make them others."""
        if not self._as_spelled:  # worked out when first come to, as most phrases are never said
            spelled = {way for one in self.entries for way in (one.words, one.bare)}
            self._as_spelled = {way: self._kinds(way) for way in spelled}
        kinds = self._as_spelled.get(tuple(said))
        return self._kinds(said) if kinds is None else kinds

    def _kinds(self, said: Sequence[str]) -> frozenset[str]:
        kinds = frozenset(one.kind for one in self.entries if one.stands(said))
        return kinds or frozenset(one.kind for one in self.entries if one.stands_misspelled(said))


@dataclass(frozen=True, slots=True)
class Typed:
    """The words of a message as they are looked up, slips of the keys mended."""

    message: Words
    said: list[str]
    keys: list[str]  # without marks
    text: str
    lines: frozenset[int]  # the words that begin a line: one thing is said to a line
    command: bool  # /stop

    @classmethod
    def of(cls, text: Text, message: Words, known: Collection[str]) -> Typed:
        said = [token.word for token in message.tokens]
        keys = [token.folded for token in message.tokens]
        for at, key in enumerate(keys):
            if key == "ki" and "dang" in keys[:at][-1:]:  # đăng kí, though kí is a word as well
                said[at] = keys[at] = "ky"
            elif said[at] in slips.SHORTHAND:
                said[at] = slips.SHORTHAND[said[at]]
                keys[at] = fold(said[at])
            elif len(key) > 2 and key not in known:
                word = slips.meant(key, known)
                if word != key:
                    said[at] = keys[at] = word
        return cls(message, said, keys, text.lower, _lines(text, message), keys[:1] == ["/"])

    def addresses(self) -> dict[int, int]:
        """The first word of each phone number and e-mail address, with its last."""
        found: dict[int, int] = {}
        if _ADDRESSED.search(self.text) is None:
            return found
        for one in _ADDRESS.finditer(self.text):
            inside = [
                at
                for at, token in enumerate(self.message.tokens)
                if one.start() <= token.start < one.end()
            ]
            if inside:
                found[inside[0]] = inside[-1]
        return found


def _lines(text: Text, message: Words) -> frozenset[int]:
    if "\n" not in text.lower:
        return frozenset()
    pairs = zip(message.tokens, message.tokens[1:], strict=False)
    return frozenset(
        at
        for at, (before, token) in enumerate(pairs, 1)
        if "\n" in text.lower[before.end : token.start]
    )


class Lexicon:
    """Phrases of several kinds at once; the longest that stands at a place is the one said."""

    def __init__(
        self,
        kinds: Mapping[str, str],
        compounds: str,
        wanted: Sequence[tuple[Collection[str], Collection[str]]],
    ) -> None:
        """`wanted`: a message is worth a look where a kind of both sides of a pair is there."""
        self._root = _Node()
        self._wanted = wanted
        self._first_sides = sum(1 << 2 * pair for pair in range(len(wanted)))
        # By a word, or by the first two of a longer phrase, a bit for each side of a pair that
        # it may fill.
        self._been: dict[str, int] = {}
        self._begun: dict[str, dict[str, int]] = {}
        self._settled: dict[str, tuple[str, str, str]] = {}
        for kind, phrases in {**kinds, COMPOUND: compounds}.items():
            for phrase in dict.fromkeys(listed(phrases)):
                self._add(phrase, kind)
        self.words = frozenset(fold(word) for word in self._settled)

    def _add(self, phrase: str, kind: str) -> None:
        strict = phrase.endswith("!")
        phrase = phrase.rstrip("!").replace("'", " ")
        spelled, folded, toneless = zip(*map(self._settle, phrase.split()), strict=True)
        bare, toneless = (spelled, spelled) if strict else (folded, toneless)
        node = self._root
        for word in folded:
            node = node.following.setdefault(word, _Node())
        node.entries.append(_Entry(spelled, bare, toneless, kind))
        for place, side in enumerate(side for pair in self._wanted for side in pair):
            if kind in side and len(folded) > 1:
                seconds = self._begun.setdefault(folded[0], {})
                seconds[folded[1]] = seconds.get(folded[1], 0) | 1 << place
            elif kind in side:
                self._been[folded[0]] = self._been.get(folded[0], 0) | 1 << place

    def _settle(self, word: str) -> tuple[str, str, str]:
        """A word as spelled, without marks, without its tone: the same ones come often."""
        if word not in self._settled:
            spelled = canonical(word)
            self._settled[word] = spelled, fold(word), _toneless(spelled)
        return self._settled[word]

    def pieces(self, typed: Typed) -> Pieces | None:
        """None where the words there are can make no wish."""
        there = 0
        for key, following in pairwise([*typed.keys, ""]):
            there |= self._been.get(key, 0)
            seconds = self._begun.get(key)
            if seconds is not None:
                there |= seconds.get(following, 0)
        if not typed.command and not there & there >> 1 & self._first_sides:
            return None
        found: list[Piece] = []
        sentences: list[int] = []
        said, keys, tokens = typed.said, typed.keys, typed.message.tokens
        clause = 0
        addresses = typed.addresses()
        at = 1 if typed.command else 0
        while at < len(said):
            if (last := addresses.get(at)) is not None:
                found.append(Piece(ADDRESS, clause, at, last, "".join(said[at : last + 1])))
                at = last + 1
                continue
            ends = tokens[at].word in BREAKS
            if ends or at in typed.lines:
                clause += 1
                if found and (at in typed.lines or tokens[at].word in SENTENCE_ENDS):
                    sentences.append(len(found))
            if ends:
                at += 1
                continue
            kinds, length = self._at(said, keys, at)
            if tokens[at].kind is Kind.NUMBER:
                kinds = NUMBER | kinds
            end = at + length
            words = said[at] if length == 1 else " ".join(said[at:end])
            found.append(Piece(kinds, clause, at, end - 1, words))
            at = end
        return Pieces.of(found, list(dict.fromkeys(sentences)))

    def _at(self, said: Sequence[str], keys: Sequence[str], at: int) -> tuple[frozenset[str], int]:
        """What the longest phrase that stands here may be, and of how many words it is."""
        node, ends = self._root, []
        for place in range(at, len(keys)):
            following = node.following.get(keys[place])
            if following is None:
                break
            node = following
            if node.entries:
                ends.append((node, place + 1))
        for node, end in reversed(ends):
            kinds = node.kinds(said[at:end])
            if COMPOUND in kinds:
                return UNKNOWN, end - at
            if kinds:
                return kinds, end - at
        return UNKNOWN, 1


def _as_said(word: str) -> str:
    """In half the country hỏi and ngã sound the same, and are written for each other."""
    return unicodedata.normalize("NFD", word).replace("\u0303", "\u0309")


def _toneless(word: str) -> str:
    """The letters of a word with their hooks but no tone: đưng, as it is typed in haste."""
    letters = unicodedata.normalize("NFD", word)
    return unicodedata.normalize("NFC", "".join(one for one in letters if ord(one) not in _TONES))
