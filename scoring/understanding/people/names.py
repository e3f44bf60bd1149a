"""Names of people: who writes, and how he is addressed."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scoring.lead import Span
from scoring.understanding.people.name_words import (
    AROUND,
    CALLED_BEFORE,
    EVERYDAY,
    GIVEN_NAMES,
    GREETED_BEHIND,
    HONORIFICS,
    LEAD_INS,
    NO_NAME_PHRASES,
    NO_NAMES,
    SURNAMES,
)
from scoring.understanding.phrases import Phrases
from scoring.understanding.text import Kind, Text, Token

LONGEST = 5  # words of a name
LED_IN = 0.9  # "tên …", "anh …"
ALONE = 0.8  # beside a number, or in answer to the question
UNHEARD_OF = 0.7  # one capital letter is all that speaks for it

Tokens = frozenset[int]


@dataclass(frozen=True, slots=True)
class Name:
    """A name as it was written; `first` and `last` are its tokens."""

    name: str
    honorific: str | None
    first: int
    last: int
    span: Span
    confidence: float


def find(text: Text, taken: Tokens, asked: str | None) -> Name | None:
    """The writer's name. `taken` are tokens that are something else: numbers, addresses, firms."""
    reader = _Reader(text, taken | _hidden(text))
    # Beside a number, or asked for, even a name without its capital is one.
    awaited = bool(taken) or asked == "contact"
    led_in = next(_led_in(reader), None) or next(_addressed(reader, awaited), None)
    if led_in is not None or not awaited:
        return led_in
    return next(_alone(reader, asked == "contact"), None)


@dataclass(frozen=True, slots=True)
class _Reader:
    """A message looked at word by word: which of them may be part of a name."""

    text: Text
    taken: Tokens

    def is_capital(self, index: int) -> bool:
        token = self.text.tokens[index]
        start, end = self.text.span(token.start, token.end)
        written = self.text.original[start:end]
        # A word of combining marks alone covers nothing of what was written.
        return written[:1].isupper() and not self.text.original.isupper()

    def is_known(self, index: int) -> bool:
        word = self.text.tokens[index].word
        return word in GIVEN_NAMES or word in SURNAMES

    def may_be_name(self, index: int) -> bool:
        """A word, and no pronoun, particle or verb; "Lan" is a name though "lần" is none."""
        if not 0 <= index < len(self.text.tokens) or index in self.taken:
            return False
        token = self.text.tokens[index]
        if token.kind is not Kind.WORD:
            return False
        if token.word not in NO_NAMES:
            return True
        if token.marked or not self.is_known(index):
            return False
        # "chi lan 0912 345 678": without any marks the number behind it must tell.
        return self.is_capital(index) or (not self.text.marked and index + 1 in self.taken)

    def is_name(self, index: int) -> bool:
        return self.may_be_name(index) and (self.is_capital(index) or self.is_known(index))

    def run(self, first: int) -> int:
        """The last token of the name that begins here."""
        last = first
        while last + 1 < first + LONGEST and self.joins(last + 1) and self.is_name(last + 1):
            last += 1
        return last

    def begins(self, index: int) -> bool:
        """Nothing of the sentence stands before it, particles aside."""
        before = index - 1
        return before < 0 or before in self.taken or self.text.tokens[before].word in AROUND

    def ends(self, index: int) -> bool:
        """Nothing of the sentence follows."""
        after = index + 1
        tokens = self.text.tokens
        return after >= len(tokens) or after in self.taken or tokens[after].kind is not Kind.WORD

    def joins(self, index: int) -> bool:
        """Nothing but a space stands before it."""
        tokens = self.text.tokens
        if not 0 < index < len(tokens):
            return False
        gap = self.text.lower[tokens[index - 1].end : tokens[index].start]
        return gap == " " or (gap.isspace() and "\n" not in gap)

    def name(self, first: int, last: int, honorific: str | None, confidence: float) -> Name:
        span = self.text.tokens_span(first, last)
        written = unicodedata.normalize("NFC", self.text.original[span[0] : span[1]])
        return Name(" ".join(written.split()), honorific, first, last, span, confidence)


def _led_in(reader: _Reader) -> Iterator[Name]:
    """tên …, mình là …, gặp …"""
    tokens = reader.text.tokens
    for hit in _LEAD_INS.find(tokens):
        first = hit.last + 1
        while first < len(tokens) and tokens[first].word in (":", "-", '"', "'"):
            first += 1
        honorific = _honorific_in(tokens[max(0, hit.first - 1) : hit.last + 1])
        title = _HONORIFICS.at(tokens, first) if first < len(tokens) else None
        if title is not None and reader.may_be_name(title.last + 1):
            first, honorific = title.last + 1, title.label
        if not reader.may_be_name(first):
            continue
        # Whatever follows "tên" is a name; "là" leads in anything else as well.
        sure = hit.label == "name" or reader.is_capital(first) or _is_plainly_one(reader, first)
        if sure and (hit.label != "ask_for" or reader.is_capital(first)):
            yield reader.name(first, reader.run(first), honorific, LED_IN)


def _addressed(reader: _Reader, awaited: bool) -> Iterator[Name]:
    """anh …, chị …, cô giáo …"""
    tokens = reader.text.tokens
    for hit in _HONORIFICS.find(tokens):
        first = hit.last + 1
        if first < len(tokens) and tokens[first].word == "." and tokens[first].glued:
            first += 1  # Mr. Kiên
        if hit.first in reader.taken or not reader.is_name(first) or tokens[first].glued:
            continue
        if hit.first > 1 and reader.is_capital(hit.first - 1):
            continue  # Hai Bà Trưng
        last = reader.run(first)
        if _is_spoken_to(tokens, hit.first, last):
            continue
        if reader.is_capital(first):
            # "a" and "e" are articles and letters as well.
            sure = len(tokens[hit.first].word) > 1 or reader.is_known(first)
        else:
            whole = reader.ends(last) and reader.begins(hit.first)
            sure = awaited and (_is_plainly_one(reader, first) or whole)
        if sure:
            yield reader.name(first, last, hit.label, LED_IN)


def _is_spoken_to(tokens: Sequence[Token], first: int, last: int) -> bool:
    """ "con chào cô Hai", "chị Lan ơi": the one who is greeted or called does not write."""
    greeted = first > 0 and tokens[first - 1].word in GREETED_BEHIND
    return greeted or (last + 1 < len(tokens) and tokens[last + 1].word in CALLED_BEFORE)


def _alone(reader: _Reader, was_asked: bool) -> Iterator[Name]:
    """A part of the message that is nothing but a name: "Hoà, 0901 234 567"."""
    for part in _parts(reader):
        part = _trimmed(reader, part)
        if not 0 < len(part) <= LONGEST or not all(map(reader.is_name, part)):
            continue
        capital = reader.is_capital(part[0])
        if all(map(reader.is_known, part)):
            plain = any(_is_plainly_one(reader, index) for index in part)
            if capital or (was_asked and plain):
                yield reader.name(part[0], part[-1], None, ALONE)
        elif capital and (was_asked or any(map(reader.is_known, part))):
            yield reader.name(part[0], part[-1], None, UNHEARD_OF)


def _parts(reader: _Reader) -> Iterator[list[int]]:
    """The words between signs, numbers and whatever else is taken."""
    part: list[int] = []
    for index, token in enumerate(reader.text.tokens):
        is_word = token.kind is Kind.WORD and index not in reader.taken
        if part and not (is_word and reader.joins(index)):
            yield part
            part = []
        if is_word:
            part.append(index)
    if part:
        yield part


def _trimmed(reader: _Reader, part: list[int]) -> list[int]:
    """Without the particles around it: "dạ Hương ạ". Nothing is left of a place."""
    tokens = reader.text.tokens
    before = part[0] - 1
    if before >= 0 and tokens[before].kind is Kind.NUMBER and before not in reader.taken:
        return []  # 17/4 Hai Bà Trưng
    first, last = 0, len(part)
    while first < last and not reader.may_be_name(part[first]):
        if tokens[part[first]].word not in AROUND:
            return []
        first += 1
    while last > first and not reader.may_be_name(part[last - 1]):
        if tokens[part[last - 1]].word not in AROUND:
            return []
        last -= 1
    return part[first:last]


def _is_plainly_one(reader: _Reader, index: int) -> bool:
    """Known as a name and hardly anything else, even without its capital."""
    word = reader.text.tokens[index].word
    return reader.is_known(index) and word not in EVERYDAY


def _honorific_in(tokens: tuple[Token, ...]) -> str | None:
    return next((hit.label for hit in _HONORIFICS.find(tokens)), None)


def _hidden(text: Text) -> Tokens:
    """Tokens of everyday phrases that look like names."""
    return frozenset(
        index
        for hit in _NO_NAME_PHRASES.find(text.tokens)
        for index in range(hit.first, hit.last + 1)
    )


_LEAD_INS = Phrases(LEAD_INS)
_HONORIFICS = Phrases(HONORIFICS)
_NO_NAME_PHRASES = Phrases({"phrase": NO_NAME_PHRASES})
