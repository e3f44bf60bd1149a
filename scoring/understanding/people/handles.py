"""Handles: the @names by which people are found on other platforms."""

from __future__ import annotations

from dataclasses import dataclass

from scoring.lead import Span
from scoring.understanding.phrases import Phrases
from scoring.understanding.text import Kind, Text
from scoring.understanding.word_list import listed

REACH = 4  # words between a platform and the handle: "ig của em là @…"
SIGNS = frozenset("._")

PLATFORMS = listed(
    """
    telegram, tele, tg, zalo, facebook, fb, messenger, instagram, insta, ig, tiktok, skype, line,
    wechat, twitter, threads, linkedin, discord, whatsapp, viber, youtube, kakao
    """
)


@dataclass(frozen=True, slots=True)
class Handle:
    """`@name` as written; the span takes in the platform where one is named before it."""

    handle: str
    first: int  # tokens, both included
    last: int
    span: Span


def find(text: Text, taken: frozenset[int]) -> tuple[Handle, ...]:
    found: list[Handle] = []
    for index, token in enumerate(text.tokens):
        if token.word != "@" or index in taken or (token.glued and index > 0):
            continue
        last = _last(text, index)
        if last is None:
            continue
        start = text.tokens[index].start
        handle = text.lower[start : text.tokens[last].end]
        first = _platform_before(text, index)
        found.append(Handle(handle, first, last, text.tokens_span(first, last)))
    return tuple(found)


def _last(text: Text, at: int) -> int | None:
    """The last token of what is written together with the @."""
    last = None
    for index in range(at + 1, len(text.tokens)):
        token = text.tokens[index]
        if not token.glued or not token.word.isascii():
            break
        if token.kind is not Kind.MARK or token.word == "_":
            last = index
        elif token.word not in SIGNS:
            break
    return last


def _platform_before(text: Text, index: int) -> int:
    for before in range(index - 1, max(index - 1 - REACH, -1), -1):
        if _PLATFORMS.at(text.tokens, before) is not None:
            return before
    return index


_PLATFORMS = Phrases({"platform": PLATFORMS})
