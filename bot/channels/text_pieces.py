"""A long text cut into pieces that a platform takes, at the least harmful places."""

from __future__ import annotations

import unicodedata

# Where a text may be cut, best first; a cut too near the front would leave a stump.
_CUTS = ("\n\n", "\n", " ")
_EARLIEST = 0.5
_JOINS = "\u200d\ufe0e\ufe0f\u20e3"


def units(text: str) -> int:
    """The length of a text in UTF-16 units, as Telegram and browsers count it."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def beginning(text: str, limit: int) -> tuple[str, str]:
    """As much of the text as `limit` UTF-16 units hold, and what is left; only blanks get lost."""
    if units(text) <= limit:
        return text, ""
    place = _place(text, _fitting(text, limit))
    first, rest = text[:place].rstrip(), text[place:].strip()
    return (first, rest) if first else beginning(rest, limit)


def _fitting(text: str, limit: int) -> int:
    """How many letters of the text make up at most `limit` units."""
    # A letter is one or two units, so at least half the limit fits.
    count, used = limit // 2, units(text[: limit // 2])
    while count < len(text) and used + units(text[count]) <= limit:
        used += units(text[count])
        count += 1
    return count


def _place(text: str, longest: int) -> int:
    window = text[: longest + 1]
    for mark in _CUTS:
        place = window.rfind(mark)
        if place >= longest * _EARLIEST:
            return place
    place = longest
    while place > 1 and _belongs_to_the_letter_before(text, place):
        place -= 1
    return place


def _belongs_to_the_letter_before(text: str, place: int) -> bool:
    """Marks stay on their letter, and a joined emoji stays whole."""
    here, before = text[place], text[place - 1]
    return bool(unicodedata.combining(here)) or here in _JOINS or before == "\u200d"
