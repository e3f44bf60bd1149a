"""What the words around long numbers say of them: a phone, an account, an old or a new one."""

from __future__ import annotations

from scoring.understanding.people.digit_runs import Run
from scoring.understanding.people.phone_words import BANKS, CUES, FILLERS, ID, NEW, PREFERENCES
from scoring.understanding.phrases import Phrases
from scoring.understanding.text import Kind, Text, Token

REACH = 6  # tokens between "mst" and the number it speaks of
NEAR = 8  # tokens between "số cũ" and the number it speaks of

_Tokens = tuple[Token, ...]
_Places = tuple[int, int]  # first and last token of a number


def said_to_be(text: Text, run: Run) -> str | None:
    """PHONE or ID, if words beside the run say so."""
    tokens = text.tokens
    first, last = run[0].token, run[-1].token
    if _is_code(text, first, last):
        return ID
    for index in range(first - 1, max(first - 1 - REACH, -1), -1):
        hit = _cue_ending_at(tokens, index)
        if hit is not None:
            return hit
        token = tokens[index]
        is_filler = token.kind is Kind.MARK and token.word in ":-–=./(#"
        if not is_filler and token.folded not in FILLERS and _BANKS.at(tokens, index) is None:
            break
    behind = last + 1
    while behind < len(tokens) and tokens[behind].word in ("(", "-", "là"):
        behind += 1
    if behind < len(tokens) and (
        _BANKS.at(tokens, behind) is not None
        or (behind > last + 1 and _label_at(tokens, behind) == ID)
    ):
        return ID
    return None


def _is_code(text: Text, first: int, last: int) -> bool:
    """Part of something longer: #0901234567, HD0901234567, 0901234567@gmail.com."""
    tokens = text.tokens
    if last + 1 < len(tokens) and tokens[last + 1].glued and tokens[last + 1].word == "@":
        return True
    if first == 0 or not (tokens[first].glued or tokens[first - 1].word == "#"):
        return False
    before = tokens[first - 1]
    if before.kind is Kind.MARK:
        return before.word in "@#_="
    return _CUES.at((before,), 0) is None and before.folded not in FILLERS


def _cue_ending_at(tokens: tuple[Token, ...], last: int) -> str | None:
    """The cue of up to four words that ends with this token, the longest one."""
    for first in range(max(0, last - 3), last + 1):
        hit = _CUES.at(tokens, first)
        if hit is not None and hit.last == last:
            return hit.label
    return None


def _label_at(tokens: tuple[Token, ...], index: int) -> str | None:
    hit = _CUES.at(tokens, index)
    return hit.label if hit is not None else None


def preferences(text: Text, numbers: list[_Places]) -> list[int]:
    """For each number -1 (called new, main or current), 0, or 1 (called old)."""
    ranks: list[int] = []
    for index, (first, last) in enumerate(numbers):
        is_last = index + 1 == len(numbers)
        begin = numbers[index - 1][1] + 1 if index else max(0, first - NEAR)
        end = last + 1 + NEAR if is_last else numbers[index + 1][0]
        before, behind = text.tokens[begin:first], text.tokens[last + 1 : end]
        own, _ = _part(behind, whole=is_last)
        _, led = _part(before, whole=False) if index else ((), before)
        ranks.append(_preference((*led, *own)))
    return ranks


def _part(between: tuple[Token, ...], *, whole: bool) -> tuple[_Tokens, _Tokens]:
    """What stands before and behind the first sign that parts; without one all is one part."""
    for place, token in enumerate(between):
        if token.word in _PARTS:
            return between[:place], between[place + 1 :]
    return (between, ()) if whole else ((), between)


def _preference(tokens: tuple[Token, ...]) -> int:
    labels = [hit.label for hit in _PREFERENCES.find(tokens)]
    if not labels:
        return 0
    return -1 if labels[-1] == NEW else 1


_CUES = Phrases(CUES)
_BANKS = Phrases({ID: BANKS})
_PREFERENCES = Phrases(PREFERENCES)
_PARTS = frozenset(",;/)")
