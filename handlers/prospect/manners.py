"""How we address people, and a politeness that does not stumble over itself."""

from __future__ import annotations

import re
from dataclasses import dataclass

from handlers.business_file.company import Tone

# Before we know, and for anybody whose own word we have not heard.
UNKNOWN = "anh/chị"

_DA = re.compile(r"(?<!\w)([Dd])ạ,? (?=\w)")
_A = re.compile(r" ạ(?=[\s.,:;!?)]|$)")


# How each preset calls itself and the customer.
_PRESETS = {
    "than-thien": ("em", UNKNOWN),
    "trang-trong": ("chúng tôi", "Quý khách"),
    "tre-trung": ("mình", "bạn"),
}
_ELDERS = frozenset({"cô", "chú", "bác"})
_EMOJI = re.compile("[\U0001f300-\U0001faff\u2600-\u27bf]\ufe0f? ?")


@dataclass(frozen=True, slots=True)
class Manner:
    """How this company speaks to this customer."""

    me: str = "em"
    you: str = UNKNOWN
    is_plain: bool = False  # without "dạ" and "ạ", as between people of one age
    has_emoji: bool = True
    region: str = ""

    @property
    def slots(self) -> dict[str, str]:
        """What a sentence's slots are filled with."""
        return {"you": self.you, "You": _head(self.you), "me": self.me, "Me": _head(self.me)}


def manner(tone: Tone, address: str, language: str) -> Manner:
    """The preset, what the owner changed of it, and above both the customer's own word.

    Only the formal preset keeps its address whatever the customer calls himself.
    """
    has_emoji = tone.emoji != "none"
    if language == "en":
        return Manner("I", "you", has_emoji=has_emoji)
    me, customer = _PRESETS[tone.preset]
    me, customer = tone.self or me, tone.customer or customer
    if address and tone.preset != "trang-trong":
        customer = address
        me = tone.elder_self if address in _ELDERS else tone.self or "em"
    is_plain = tone.preset == "tre-trung" and not address
    region = "" if tone.region == "chung" else tone.region
    return Manner(me, customer, is_plain, has_emoji, region)


def _head(word: str) -> str:
    """A word at the head of a sentence."""
    return word[:1].upper() + word[1:]


def polish(text: str, language: str, manner: Manner | None = None) -> str:
    """One "dạ" at the front and one "ạ" at the end of a message, not one a sentence."""
    if manner is not None and not manner.has_emoji:
        text = _EMOJI.sub("", text).strip()
    if language == "en":
        return text
    if manner is not None and manner.is_plain:
        return _capitals(_A.sub("", _DA.sub("", text)))
    first = True

    def keep_first(found: re.Match[str]) -> str:
        nonlocal first
        kept, first = (found[0] if first else ""), False
        return kept

    text = _capitals(_DA.sub(keep_first, text))
    ends = list(_A.finditer(text))
    for end in reversed(ends[:-1]):
        text = text[: end.start()] + text[end.end() :]
    return text


_AFTER_STOP = re.compile(r"(^|[.!?…]\s|\n)([a-zà-ỹđ])")


def _capitals(text: str) -> str:
    """A sentence whose "Dạ" went begins with a capital all the same."""
    return _AFTER_STOP.sub(lambda found: found[1] + found[2].upper(), text)
