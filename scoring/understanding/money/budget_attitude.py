"""A budget without a figure: not known yet, kept back, or nothing at all."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from scoring.lead import Budget, BudgetStatus
from scoring.understanding.money.attitude_words import (
    ABOUT_PHONE,
    ATTITUDES,
    BUDGET_NOUN,
    FREE,
    FREE_OF_OTHER,
    HINT,
    NO_FIGURE,
    NO_MONEY,
    NOT_ALL_MONEY,
    QUESTION,
    QUOTE_FIRST,
    REFUSED,
    SECRET,
    UNDECIDED,
)
from scoring.understanding.money.counted_words import FOLLOWERS
from scoring.understanding.phrases import Hit
from scoring.understanding.text import Kind, Text

REFUSED_CONFIDENCE = 0.92
UNKNOWN_CONFIDENCE = 0.9
UNASKED_CONFIDENCE = 0.85
NOTHING_CONFIDENCE = 0.85
NEAR = 8  # words between "ngân sách" and "chưa duyệt"


def find(text: Text, asked: bool, currency: str, taken: Collection[int] = ()) -> Budget | None:
    """What the message says of the budget when it names no figure.

    `taken` are the tokens of dates and phones: "khong nam …" opens a number to call.
    """
    hits = tuple(
        hit for hit in ATTITUDES.find(text.tokens) if not (hit.first in taken and hit.last in taken)
    )
    if not hits:
        return None
    if asked and any(hit.label == ABOUT_PHONE for hit in hits):
        asked = False
    return (
        _refused(text, hits, asked)
        or _nothing(text, hits, asked, currency)
        or _unknown(text, hits, asked)
    )


def _of(hits: Sequence[Hit], *labels: str) -> list[Hit]:
    return [hit for hit in hits if hit.label in labels]


def _refused(text: Text, hits: Sequence[Hit], asked: bool) -> Budget | None:
    refusals = _of(hits, SECRET)
    if asked:
        refusals += [hit for hit in _of(hits, REFUSED) if not _is_questioned(text, hit)]
        if not _of(hits, UNDECIDED, NO_FIGURE, BUDGET_NOUN):
            refusals += _of(hits, QUOTE_FIRST)
    else:
        refusals += _beside_money(text, hits, REFUSED)
    if not refusals:
        return None
    confidence = REFUSED_CONFIDENCE if asked else UNASKED_CONFIDENCE
    return _without_figure(text, BudgetStatus.REFUSED, refusals, confidence)


def _nothing(text: Text, hits: Sequence[Hit], asked: bool, currency: str) -> Budget | None:
    """Known, and nothing: không có tiền, miễn phí thì mình dùng."""
    free = [hit for hit in _of(hits, NO_MONEY) if _word(text, hit.last + 1) not in NOT_ALL_MONEY]
    if asked and not any(True for _ in FREE_OF_OTHER.find(text.tokens)):
        free += _of(hits, FREE)
    if not free:
        return None
    span = text.tokens_span(free[0].first, free[0].last)
    return Budget(
        BudgetStatus.KNOWN,
        span,
        text.original[slice(*span)],
        NOTHING_CONFIDENCE,
        min=0,
        max=0,
        currency=currency,
    )


def _unknown(text: Text, hits: Sequence[Hit], asked: bool) -> Budget | None:
    if asked:
        doubts = _of(hits, UNDECIDED, NO_FIGURE)
        doubts += [hit for hit in _of(hits, HINT) if _opens_clause(text, hit)]
        doubts += _beside_money(text, hits, HINT)
    else:
        doubts = _of(hits, NO_FIGURE)
        if not _of(hits, QUESTION):
            doubts += _beside_money(text, hits, UNDECIDED, HINT)
    if not doubts:
        return None
    confidence = UNKNOWN_CONFIDENCE if asked else UNASKED_CONFIDENCE
    return _without_figure(text, BudgetStatus.UNKNOWN, doubts, confidence)


def _beside_money(text: Text, hits: Sequence[Hit], *labels: str) -> list[Hit]:
    """The attitudes that a word for money stands near, in one sentence."""
    nouns = _of(hits, BUDGET_NOUN)
    found = []
    for hit in _of(hits, *labels):
        for noun in nouns:
            start, end = min(hit.last, noun.last), max(hit.first, noun.first)
            between = text.tokens[start + 1 : end]
            # Behind a figure the doubt is of something else: "nợ tiền hàng 20 triệu chưa trả".
            if len(between) <= NEAR and not any(
                token.word in ".?!;," or token.kind is Kind.NUMBER for token in between
            ):
                found += [hit, noun]
    return found


def _opens_clause(text: Text, hit: Hit) -> bool:
    """Only addresses and particles stand before it in its clause."""
    for place in range(hit.first - 1, -1, -1):
        token = text.tokens[place]
        if token.kind is Kind.MARK:
            return True
        if token.word not in FOLLOWERS:
            return False
    return not _is_questioned(text, hit)


def _is_questioned(text: Text, hit: Hit) -> bool:
    """ "có bảo mật không": asked of us, not said of him."""
    rest = [token.word for token in text.tokens[hit.last + 1 : hit.last + 4]]
    return "?" in rest or any(word in ("không", "ko", "hông", "khong") for word in rest)


def _word(text: Text, place: int) -> str:
    return text.tokens[place].word if place < len(text.tokens) else ""


def _without_figure(
    text: Text, status: BudgetStatus, hits: Sequence[Hit], confidence: float
) -> Budget:
    first, last = min(hit.first for hit in hits), max(hit.last for hit in hits)
    span = text.tokens_span(first, last)
    return Budget(status, span, text.original[slice(*span)], confidence)
