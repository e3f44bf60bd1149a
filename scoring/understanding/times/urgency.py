"""Times without a date: in a hurry, in no hurry, not decided yet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from scoring.understanding.phrases import Hit
from scoring.understanding.text import Kind, Text, Token
from scoring.understanding.times import urgency_words as words
from scoring.understanding.times.plan_words import BREAKS, PARTICLES


class Mood(StrEnum):
    URGENT = "urgent"
    CALM = "calm"
    UNDECIDED = "undecided"


@dataclass(frozen=True, slots=True)
class Hurry:
    """How pressing it is, and the tokens that say so (both included)."""

    mood: Mood
    first: int
    last: int
    sure: bool


# Where several moods are voiced: lack of hurry is said on purpose, and outweighs.
_ORDER = (Mood.CALM, Mood.URGENT, Mood.UNDECIDED)
# "từ từ em giải thích", "mai mốt đừng nhắn": calm only as an answer.
_SLIPPERY_CALM = frozenset(("từ", "tu", "mai"))
_OF_A_MONTH = frozenset(("thang", "tháng", "/", "-", "t"))
NEGATION_REACH = 3
DOING_REACH = 3
TELLING_REACH = 5
NEED_REACH = 6
# A short answer may be "luôn" or "ngay nhé" alone.
SHORT_ANSWER = 4
LONGEST_ANSWER = 24


@dataclass(frozen=True, slots=True)
class Moods:
    """What a message says of haste, before it is weighed."""

    tokens: Sequence[Token]
    hits: tuple[Hit, ...]

    @staticmethod
    def of(text: Text) -> Moods:
        return Moods(text.tokens, tuple(words.MOODS.find(text.tokens)))

    @property
    def is_undecided(self) -> bool:
        return any(hit.label in (words.UNDECIDED, words.UNSURE) for hit in self.hits)

    def puts_off(self, first: int, last: int) -> bool:
        """ "để sang năm tính" names these tokens' time only to put it off."""
        return any(
            hit.label == words.CALM and hit.first <= first and last <= hit.last for hit in self.hits
        )

    def hurry(self, *, asked: bool) -> Hurry | None:
        """The mood that outweighs; `asked`: the bot has just asked when."""
        found = [
            hurry for hit in self.hits if (hurry := _hurry(self.tokens, hit, asked)) is not None
        ]
        return min(found, key=lambda hurry: _ORDER.index(hurry.mood), default=None)


def _hurry(tokens: Sequence[Token], hit: Hit, asked: bool) -> Hurry | None:
    if hit.label in (words.URGENT, words.HASTE):
        negated = _negated_at(tokens, hit)
        if negated is not None and _denies_haste(tokens, negated, hit):
            return Hurry(Mood.CALM, negated, hit.last, sure=True)
        if negated is not None and tokens[negated].word in words.FORBIDDING:
            return None
    if hit.label in (words.URGENT, words.HASTE) and _is_day_of_month(tokens, hit.last):
        return None
    if hit.label == words.URGENT:
        return Hurry(Mood.URGENT, hit.first, hit.last, sure=True)
    if hit.label == words.HASTE:
        return _haste(tokens, hit, asked)
    if hit.label == words.CALM:
        alone = asked or tokens[hit.first].word not in _SLIPPERY_CALM or _is_alone(tokens, hit)
        return Hurry(Mood.CALM, hit.first, hit.last, sure=True) if alone else None
    if hit.label == words.UNDECIDED:
        return Hurry(Mood.UNDECIDED, hit.first, hit.last, sure=True)
    if hit.label == words.UNSURE and (asked or _is_about_time(tokens, hit)):
        return Hurry(Mood.UNDECIDED, hit.first, hit.last, sure=asked)
    return None


def _is_day_of_month(tokens: Sequence[Token], at: int) -> bool:
    """ "can ngay 12 thang 1" names a day (ngày); "can ngay 5 cai" is for at once."""
    if tokens[at].word != "ngay" or at + 1 >= len(tokens):
        return False
    behind = tokens[at + 2].word if at + 2 < len(tokens) else ""
    numbered = tokens[at + 1].kind is Kind.NUMBER
    return numbered and (not behind or behind in _OF_A_MONTH or behind in PARTICLES)


def _haste(tokens: Sequence[Token], hit: Hit, asked: bool) -> Hurry | None:
    """ "ngay", "luôn", "gấp": haste only of somebody who buys, or who was asked when."""
    word = tokens[hit.first].word
    # "voi" is mostly với; "5 ngay" are five days.
    counted = hit.first > 0 and tokens[hit.first - 1].kind is Kind.NUMBER
    if word in ("vội", "voi") or (word == "ngay" and counted):
        return None
    before = tokens[max(0, hit.first - TELLING_REACH) : hit.first]
    told = any(token.word in words.TELLING for token in before)
    first = next(
        (
            at
            for at in range(max(0, hit.first - DOING_REACH), hit.first)
            if tokens[at].word in words.DOING
        ),
        None,
    )
    if first is not None and not told:
        return Hurry(Mood.URGENT, first, hit.last, sure=True)
    if _is_gap_for_urgent(tokens, hit):
        return Hurry(Mood.URGENT, hit.first, hit.last, sure=True)
    if word == "gấp" or (asked and not told and _is_alone(tokens, hit)):
        return Hurry(Mood.URGENT, hit.first, hit.last, sure=word == "gấp" or asked)
    return None


def _is_gap_for_urgent(tokens: Sequence[Token], hit: Hit) -> bool:
    """Bare "gap" is urgent at the end of "can … gap"; elsewhere it may be gặp, to meet."""
    if tokens[hit.first].word != "gap":
        return False
    following = tokens[hit.last + 1].word if hit.last + 1 < len(tokens) else ""
    needed = any(
        token.word == "can" for token in tokens[max(0, hit.first - NEED_REACH) : hit.first]
    )
    return needed and (not following or following in BREAKS or following in PARTICLES)


def _negated_at(tokens: Sequence[Token], hit: Hit) -> int | None:
    """The "không" of "không cần gấp"; in "gấp không em" it comes behind, and asks."""
    for at in range(hit.first - 1, max(-1, hit.first - 1 - NEGATION_REACH), -1):
        if tokens[at].word in BREAKS:
            return None
        # "30k" is no denial.
        stuck = tokens[at].glued and tokens[at - 1].kind is Kind.NUMBER
        if tokens[at].word in words.NEGATIONS and not stuck:
            return at
    return None


def _denies_haste(tokens: Sequence[Token], negated: int, hit: Hit) -> bool:
    return all(token.word in words.DENIED_WITH for token in tokens[negated + 1 : hit.first])


def _is_about_time(tokens: Sequence[Token], hit: Hit) -> bool:
    near = tokens[max(0, hit.first - 4) : hit.last + 5]
    return any(token.word in words.ABOUT_TIME for token in near)


def _is_alone(tokens: Sequence[Token], hit: Hit) -> bool:
    if len(tokens) > LONGEST_ANSWER:
        return False
    others = [
        token
        for at, token in enumerate(tokens)
        if not hit.first <= at <= hit.last
        and token.kind is not Kind.MARK
        and token.word not in PARTICLES
    ]
    return len(others) < SHORT_ANSWER - 2
