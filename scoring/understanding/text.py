"""A message made readable: lower-cased, marks kept and folded side by side, cut into tokens.

Everything here keeps its way back: an index into `lower` or `folded` becomes an
offset into the message as it was written through `Text.span`.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from scoring.lead import Span
from scoring.understanding.chat_spelling import CHAT_SPELLINGS

LONGEST = 2000  # characters; what stands behind is not read


class Kind(Enum):
    WORD = "word"
    NUMBER = "number"  # digits with dots and commas inside: 1.500 or 0901.234.567
    MARK = "mark"  # one character that is neither: punctuation, currency sign, emoji


class Token(NamedTuple):
    """A word, a number or a single other character. `start` and `end` index `Text.lower`.

    A tuple, as a message is cut into many and a tuple is made several times faster.
    """

    kind: Kind
    word: str  # lower case, marks as typed, tone on one agreed letter
    folded: str  # the same without marks
    start: int
    end: int
    glued: bool  # no space stands before it

    @property
    def marked(self) -> bool:
        """The writer put marks on it, so it may only be the word spelled so."""
        return self.word != self.folded


@dataclass(frozen=True, slots=True)
class Text:
    original: str
    lower: str
    folded: str
    tokens: tuple[Token, ...]
    _offsets: tuple[int, ...] | None  # None: `lower` and `original` are index for index the same

    @property
    def marked(self) -> bool:
        """The writer uses Vietnamese marks, so a bare word is likely meant bare."""
        return self.lower != self.folded

    def span(self, start: int, end: int) -> Span:
        """Where lower[start:end] stands in the original."""
        if self._offsets is None:
            return start, end
        return self._offsets[start], self._offsets[end]

    def tokens_span(self, first: int, last: int) -> Span:
        """Where the tokens from `first` to `last`, both included, stand in the original."""
        return self.span(self.tokens[first].start, self.tokens[last].end)


def read(message: str) -> Text:
    """Prepare a message for the grammars. Takes any string, however broken."""
    original = message[:LONGEST]
    composed, offsets = _compose(original)
    lower = _settle_tones(_lower(composed))
    folded = lower.translate(_FOLDED)
    return Text(original, lower, folded, _tokens(lower, folded), offsets)


def fold(words: str) -> str:
    """Lower case without marks; as long as `canonical(words)`."""
    return canonical(words).translate(_FOLDED)


def canonical(words: str) -> str:
    """Lower case, composed, the tone on one agreed letter: how the lexicons are spelled."""
    return _settle_tones(_lower(unicodedata.normalize("NFC", words)))


def _compose(text: str) -> tuple[str, tuple[int, ...] | None]:
    """Join letters and loose marks (phones often send them apart), keeping the offsets."""
    if text.isascii() or unicodedata.is_normalized("NFC", text):
        return text, None
    composed: list[str] = []
    offsets: list[int] = []
    start = 0
    while start < len(text):
        end = start + 1
        while end < len(text) and unicodedata.combining(text[end]):
            end += 1
        cluster = unicodedata.normalize("NFC", text[start:end])
        composed.append(cluster)
        offsets.extend([start] * len(cluster))
        start = end
    offsets.append(len(text))
    return "".join(composed), tuple(offsets)


def _lower(text: str) -> str:
    lowered = text.lower()
    if len(lowered) != len(text):  # a few letters (İ) grow when lowered and would shift offsets
        lowered = "".join(small if len(small := one.lower()) == 1 else one for one in text)
    return lowered if lowered.isascii() else lowered.translate(_PLAIN)


def _settle_tones(text: str) -> str:
    """hòa and hoà are one word: put the tone on the last vowel of oa, oe, uy."""
    if text.isascii():
        return text
    return _OLD_TONES.sub(lambda found: _NEW_TONES[found[0]], text)


def _tokens(lower: str, folded: str) -> tuple[Token, ...]:
    tokens: list[Token] = []
    before = 0
    repeated = _REPEATED.search(lower) is not None
    for found in _TOKEN.finditer(lower):
        start, end = found.span()
        kind = _KINDS[found.lastindex]
        word, bare = found[0], folded[start:end]
        # "kkk" laughs and is no "k"; "ừừừ" is an "ừ".
        if repeated and kind is Kind.WORD and (word != bare or len(set(word)) > 1):
            word = _REPEATED.sub(r"\1", word)
            bare = word.translate(_FOLDED)
        if word in CHAT_SPELLINGS and not _IN_AN_ADDRESS.match(lower, max(0, start - 1)):
            word = CHAT_SPELLINGS[word]
            bare = word.translate(_FOLDED)
        tokens.append(Token(kind, word, bare, start, end, start == before and start > 0))
        before = end
    return tuple(tokens)


# By the group of a token that matched.
_KINDS = {1: Kind.WORD, 2: Kind.NUMBER, None: Kind.MARK}
_TOKEN = re.compile(r"([^\W\d_]+)|([0-9]+(?:[.,][0-9]+)*)|\S")
# gấppp, đượccc; two of a kind are left alone: xoong, need, ok good.
_REPEATED = re.compile(r"([^\W\d_])\1{2,}")

# From the sign before a word: "cx" in cx@thik.vn and lan.cx@thik.vn is no word of the message.
_IN_AN_ADDRESS = re.compile(r"[@._-][^\W\d_]|[^@._-]?[^\W\d_]+[@._-]\w")

# Full-width digits and signs, typographic quotes, dashes and odd spaces, one for one.
_PLAIN: dict[int, str] = {
    **{0xFF01 + step: chr(0x21 + step) for step in range(94)},
    **{ord(one): "-" for one in "‐‑‒–—―−"},
    **{ord(one): "'" for one in "‘’ʼ"},
    **{ord(one): '"' for one in "“”"},
    **{ord(one): " " for one in "\u00a0\u2007\u202f\u3000\u200b\u200c\u200d\ufeff"},
}


def _marks_off() -> dict[int, str]:
    folded = {ord("đ"): "d"}
    for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)):
        base = unicodedata.normalize("NFD", chr(code))[0]
        if base != chr(code):
            folded[code] = base
    return folded


_FOLDED = _marks_off()

_NEW_TONES = {
    old + last: first + new
    for first, last, olds, news in (
        ("o", "a", "òóỏõọ", "àáảãạ"),
        ("o", "e", "òóỏõọ", "èéẻẽẹ"),
        ("u", "y", "ùúủũụ", "ỳýỷỹỵ"),
    )
    for old, new in zip(olds, news, strict=True)
}
_OLD_TONES = re.compile("|".join(_NEW_TONES))
