"""Words of strangers made harmless, and times that go on by themselves, inside a text."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from handlers.channel import Mark, clean

# Marks travel inside the text between these, so that a sentence of the catalogue can carry
# them; what people wrote is freed of them first.
_BEGIN, _AT, _END = "\ue000", "\ue001", "\ue002"
_OURS = re.compile("[\ue000-\ue002]")
_MARKED = re.compile(f"{_BEGIN}(?:(\\d+){_AT})?([^{_END}]*){_END}")
# What shows as nothing, or turns the text around it.
_DECEIVING = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]")
# What our own cards are built of: in a name it could pass for a line of ours.
_FURNITURE = re.compile(
    "[·←→“”•\U0001f300-\U0001faff\u2600-\u27bf\u2b00-\u2bff\u231a-\u23ff\ufe0f]"
)
# A platform makes something to press of it: a link, a command, a mention, a tag.
_PRESSABLE = re.compile(r"[/@#]\w|://|\w\.\w")
LONGEST_QUOTE = 120
LONGEST_NAME = 40


def name(text: str) -> str:
    """Somebody's name on a card: one short line, without what could pass for our own words."""
    plain = _FURNITURE.sub(" ", _plain(text))
    return inert(" ".join(plain.split())[:LONGEST_NAME])


def quote(text: str) -> str:
    """What somebody said: one line, cut where it is long; it cannot end its own quotation."""
    plain = " ".join(_plain(text).replace("“", '"').replace("”", '"').split())
    cut = plain if len(plain) <= LONGEST_QUOTE else plain[: LONGEST_QUOTE - 1].rstrip() + "…"
    return inert(cut)


def inert(text: str) -> str:
    """Words in which nothing can be pressed."""
    return f"{_BEGIN}{text}{_END}" if _PRESSABLE.search(text) else text


def relative(words: str, at: datetime) -> str:
    """A time that the platform tells in the reader's words; `words` where it cannot."""
    return f"{_BEGIN}{int(at.timestamp())}{_AT}{words}{_END}"


def unmarked(text: str) -> tuple[str, tuple[Mark, ...]]:
    """The text as it is read, and where its marks lie."""
    plain, marks, last = "", [], 0
    for found in _MARKED.finditer(text):
        plain += text[last : found.start()]
        at = datetime.fromtimestamp(int(found[1]), UTC) if found[1] else None
        if found[2]:
            marks.append(Mark(len(plain), len(found[2]), at))
        plain += found[2]
        last = found.end()
    return _OURS.sub("", plain + text[last:]), tuple(marks)


def _plain(text: str) -> str:
    return _DECEIVING.sub("", _OURS.sub("", clean(text)))
