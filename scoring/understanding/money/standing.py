"""Whose money a sum is: the speaker's own, a price he heard, turnover, a thing of the past."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from itertools import zip_longest

from scoring.understanding.money.budget_words import (
    AFTER_ALL,
    AFTER_ONLY,
    ALREADY,
    ASKING,
    BOUGHT,
    DOWN_TO,
    GIFT,
    INCLUDED,
    INSTEAD,
    ITEM,
    LEAN,
    NAMED_BEHIND,
    NAMING,
    NAMING_ONESELF,
    NOT,
    NOW,
    OF,
    ONLY,
    OTHER,
    OWN,
    PAST,
    PLANS,
    POSSIBLE,
    PRICE,
    QUESTIONS,
    QUOTE,
    RECKONING,
    RIGHT_ONE,
    TAKING,
    THRESHOLD,
    TOTAL,
)
from scoring.understanding.money.number_words import SOME
from scoring.understanding.money.period_words import EACH
from scoring.understanding.money.ranges import Amount
from scoring.understanding.money.scene import SENTENCE_MARKS, Scene
from scoring.understanding.phrases import Hit
from scoring.understanding.text import Kind, Token

LONGEST_PLAN_NAME = 2  # words of "gói Premium", "gói tiêu chuẩn"
NEAR_DENIAL = 2  # words between "không phải" and the sum it denies
NEAR_OPENING = 3  # words a clause may open with before its sum
GROUND = "area"
PIECE = "unit"
QUESTION_REACH = 12  # words behind a sum that may make a question of it


class Standing(IntEnum):
    """The higher, the surer that the sum is the speaker's budget."""

    FOREIGN = 1  # a price, a quotation
    OTHER = 2  # turnover, past, gifts
    DENIED = 3
    PLAIN = 4  # nothing tells
    LIKELY = 5
    OWN = 6
    OWN_NOW = 7
    TOTAL = 8
    CORRECTED = 9

    @property
    def usable(self) -> bool:
        return self >= Standing.PLAIN


_DECISIVE = {
    OWN: Standing.OWN,
    TOTAL: Standing.TOTAL,
    DOWN_TO: Standing.LIKELY,
    QUOTE: Standing.FOREIGN,
    OTHER: Standing.OTHER,
    GIFT: Standing.OTHER,
    THRESHOLD: Standing.OTHER,
}


def standings(scene: Scene, amounts: Sequence[Amount]) -> list[Standing]:
    """How each amount stands, in order."""
    found: list[Standing] = []
    for index, amount in enumerate(amounts):
        floor = amounts[index - 1].last + 1 if index else 0
        ceiling = amounts[index + 1].first if index + 1 < len(amounts) else len(scene.clauses)
        found.append(_standing(scene, amount, floor, ceiling))
    return _corrected(scene, amounts, found)


def _standing(scene: Scene, amount: Amount, floor: int, ceiling: int) -> Standing:
    clause = scene.clauses[amount.first]
    left = [hit for hit in scene.between(floor, amount.first) if hit.last < amount.core]
    here = [hit for hit in left if scene.clauses[hit.first] == clause]
    if any(hit.label == NOT and amount.first - hit.last <= NEAR_DENIAL for hit in left):
        return Standing.DENIED
    behind = [
        hit
        for hit in scene.between(amount.last + 1, ceiling)
        if scene.clauses[hit.first] == scene.clauses[amount.last]
    ]
    if _is_named_behind(scene, amount):
        return Standing.FOREIGN
    said = _by_left(scene, amount, here, behind) or _by_right(scene, amount, behind)
    if said is None:
        said = _by_clauses_before(scene, amount, left, here)
    return said if said is not None else _by_itself(scene, amount, here)


def _by_left(
    scene: Scene, amount: Amount, here: Sequence[Hit], behind: Sequence[Hit]
) -> Standing | None:
    """The nearest decisive word in front, within the clause."""
    labels = [hit.label for hit in here]
    gone = next((place for place, one in enumerate(labels) if one in (PAST, BOUGHT)), None)
    if gone is not None and NOW not in labels[gone:]:
        return Standing.OTHER
    for hit in reversed(here):
        if hit.label == DOWN_TO and not _is_reduction(hit, here):
            continue
        standing = _DECISIVE.get(hit.label)
        if standing is Standing.OWN and NOW in labels:
            return Standing.OWN_NOW
        if standing is not None:
            return standing
        if hit.label in (PRICE, ITEM) and _names_price(scene, amount, hit, behind):
            return Standing.FOREIGN
    return None


def _is_reduction(hit: Hit, here: Sequence[Hit]) -> bool:
    """ "giảm còn 45 triệu": the sum after it, where "giảm 5 triệu" alone is a gift."""
    return any(other.label == GIFT and other.last < hit.first for other in here)


def _names_price(scene: Scene, amount: Amount, hit: Hit, behind: Sequence[Hit]) -> bool:
    """ "combo 9 triệu có những gì", "giá 9 triệu hả": the seller's price, not a wish."""
    tokens = scene.text.tokens
    if hit.label == ITEM and amount.core != hit.last + 1:
        return _is_named_plan(scene, amount, hit)
    before = [tokens[place].word for place in range(max(0, hit.first - 2), hit.first)]
    if hit.label == ITEM and any(word in TAKING or word in EACH for word in before):
        return False
    if _asks(scene, amount) or any(other.label == ASKING for other in behind):
        return True
    if amount.hedged or amount.per is not None:
        return False
    return not scene.asked


def _is_named_plan(scene: Scene, amount: Amount, hit: Hit) -> bool:
    """ "gói Premium 15tr có … không": a plan by its name and price, asked about."""
    tokens = scene.text.tokens
    named = 0 < amount.core - hit.last - 1 <= LONGEST_PLAN_NAME and not amount.hedged
    taken = any(token.word in TAKING for token in tokens[max(0, hit.first - 2) : hit.first])
    return named and tokens[hit.last].word in PLANS and not taken and _asks(scene, amount)


def _is_named_behind(scene: Scene, amount: Amount) -> bool:
    """ "the 9 million combo", unless it is the one he takes."""
    tokens = scene.text.tokens
    place = amount.last + 1
    if place >= len(tokens) or tokens[place].word not in NAMED_BEHIND:
        return False
    return not any(token.word in TAKING for token in tokens[max(0, amount.first - 3) : place])


def _is_reckoned(scene: Scene, amount: Amount) -> bool:
    """ "2 triệu chia 12", "15% của 2 triệu": a sum to be done."""
    tokens = scene.text.tokens
    behind = tokens[amount.last + 1 : amount.last + 3]
    if len(behind) == 2 and behind[0].word in RECKONING and behind[1].kind is Kind.NUMBER:
        return True
    before = [token.word for token in tokens[max(0, amount.first - 2) : amount.first]]
    return len(before) == 2 and before[0] == "%" and before[1] in OF


def _asks(scene: Scene, amount: Amount) -> bool:
    """Whether the rest of the sentence is a question."""
    tokens = scene.text.tokens
    following = tokens[amount.last + 1 : amount.last + 1 + QUESTION_REACH]
    if any(token.word in POSSIBLE for token in following[:2]):
        return False  # "5 triệu được không" asks whether his own sum will do
    before = ""
    for token, behind in zip_longest(following, following[1:]):
        if scene.asked and behind is None and before in ONLY and token.word in AFTER_ONLY:
            return False  # "mấy chục triệu thôi à", and no question mark
        included = behind is not None and behind.word in INCLUDED  # "đã bao gồm VAT"
        if token.word in QUESTIONS and before not in AFTER_ALL and not included:
            return True
        before = token.word
        if token.word in SENTENCE_MARKS:
            return False
    return False


def _by_right(scene: Scene, amount: Amount, behind: Sequence[Hit]) -> Standing | None:
    """Words behind decide less: "là giá bên kia", "doanh thu" right after, "hả"."""
    tokens = scene.text.tokens
    for hit in behind:
        if hit.label in (OWN, TOTAL):
            return Standing.OWN
        if hit.label in (QUOTE, ASKING):
            return Standing.FOREIGN
        if hit.label == PRICE and _adjoins(tokens, amount, hit) and _asks(scene, amount):
            return Standing.FOREIGN
        if hit.label == THRESHOLD:
            return Standing.OTHER
        if hit.label in (OTHER, GIFT, PAST) and _adjoins(tokens, amount, hit):
            return Standing.OTHER
    return None


def _adjoins(tokens: Sequence[Token], amount: Amount, hit: Hit) -> bool:
    return all(token.word in NAMING for token in tokens[amount.last + 1 : hit.first])


def _by_clauses_before(
    scene: Scene, amount: Amount, left: Sequence[Hit], here: Sequence[Hit]
) -> Standing | None:
    """A clause that is little more than the sum belongs to what was said before it."""
    clause = scene.clauses[amount.first]
    opening = amount.first - NEAR_OPENING - 1
    if amount.hedged or (opening >= 0 and scene.clauses[opening] == clause):
        return None
    for hit in reversed(left):
        if hit in here:
            continue
        if scene.clauses[hit.first] < clause - 1:
            return None
        if hit.label in (OWN, TOTAL):
            return Standing.OWN
        if hit.label in (OTHER, QUOTE, GIFT) and not scene.asked:
            if any(other.label == LEAN for other in left):
                return None
            return _DECISIVE[hit.label]
    return None


def _by_itself(scene: Scene, amount: Amount, here: Sequence[Hit]) -> Standing:
    some = scene.text.tokens[amount.core].word in SOME
    if some and (not scene.asked or _asks(scene, amount)):
        return Standing.FOREIGN  # "mấy triệu vậy" asks for a price
    if not scene.asked and (_is_settled(scene, amount) or _is_reckoned(scene, amount)):
        return Standing.OTHER
    labels = {hit.label for hit in here}
    if LEAN not in labels:
        told = not scene.asked and not amount.hedged
        # "đất ở đó 100 triệu/m2", "bánh mì 20k một ổ"
        of_goods = amount.per == GROUND or (amount.per == PIECE and _is_named_before(scene, amount))
        return Standing.FOREIGN if told and of_goods else Standing.PLAIN
    following = amount.last + 1
    only = following < len(scene.clauses) and scene.text.tokens[following].word in ONLY
    return Standing.OWN if only or NOW in labels else Standing.LIKELY


def _is_named_before(scene: Scene, amount: Amount) -> bool:
    """Whether nothing but the name of a thing stands before its price."""
    words = scene.text.tokens[: amount.first]
    return bool(words) and all(
        token.kind is Kind.WORD and token.word not in NAMING_ONESELF for token in words
    )


def _is_settled(scene: Scene, amount: Amount) -> bool:
    """ "bảo hiểm 5 triệu mỗi năm rồi": that much is spent already."""
    behind = scene.text.tokens[amount.last + 1 : amount.last + 3]
    if amount.period is None or amount.hedged or not behind or behind[0].word not in ALREADY:
        return False
    return len(behind) == 1 or behind[1].kind is Kind.MARK


def _corrected(scene: Scene, amounts: Sequence[Amount], found: list[Standing]) -> list[Standing]:
    """The sum behind "à nhầm" or before "mới đúng" replaces the others."""
    marks = [hit for hit in scene.cues if hit.label == INSTEAD]
    for hit in scene.cues:
        if hit.label == RIGHT_ONE:
            earlier = [index for index, one in enumerate(amounts) if one.last < hit.first]
            if earlier and found[earlier[-1]].usable:
                found[earlier[-1]] = Standing.CORRECTED
    if marks:
        later = [
            index
            for index, one in enumerate(amounts)
            if one.first > marks[-1].last and found[index].usable
        ]
        if later:
            corrected = later[0]
            before = found[corrected - 1] if corrected else Standing.PLAIN
            # "em báo 45 triệu giờ thành 50": what corrects somebody's price is his price too.
            carried = found[corrected] is Standing.PLAIN and not scene.asked
            alike = carried and before in (Standing.FOREIGN, Standing.OTHER)
            found[corrected] = before if alike else Standing.CORRECTED
    return found
