"""What stands between quotation marks: a name, or somebody's words."""

from __future__ import annotations

from collections.abc import Collection

from scoring.understanding.patterns import Words
from scoring.understanding.text import Kind, Text

UNREADABLE = "…"
MARK = '"'


def quotations(text: Text, message: Words) -> list[range]:
    """The tokens of each quotation, without its marks."""
    tokens = message.tokens
    marks = [
        index
        for index, token in enumerate(tokens)
        if token.word == MARK and index > 0 and tokens[index - 1].kind is not Kind.NUMBER  # inches
    ]
    if len(marks) % 2 and text.tokens[-1].word == MARK:  # the last one ends the message
        marks.append(len(tokens))
    return [range(one + 1, end) for one, end in zip(marks[::2], marks[1::2], strict=False)]


def made_unreadable(message: Words, hidden: Collection[int]) -> Words:
    """The same message, these tokens of it without any meaning."""
    readable = tuple(
        token._replace(word=UNREADABLE, folded=UNREADABLE) if index in hidden else token
        for index, token in enumerate(message.tokens)
    )
    return Words(readable, message.places)
