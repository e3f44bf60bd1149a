"""Need: what somebody wants, whether he says so, and how many of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from scoring.lead import Need, NeedStatus, Quantity
from scoring.understanding import language
from scoring.understanding.gibberish import is_gibberish
from scoring.understanding.money import numbers
from scoring.understanding.money.counted_words import SPANS_OF_TIME
from scoring.understanding.money.money_words import THINGS as COUNTED_SO
from scoring.understanding.money.money_words import UNITS
from scoring.understanding.money.other_numbers import bare_kind
from scoring.understanding.patterns import Patterns, Words, words
from scoring.understanding.phrases import Hit, Phrases
from scoring.understanding.text import Kind, Text, Token, canonical
from scoring.understanding.wishes import need_asides as asides
from scoring.understanding.wishes import need_words as said
from scoring.understanding.wishes.thing_words import THINGS

SURE = 0.9
UNASKED = 0.8
# A bare "không" says no to the question, and little else.
BARE_NO = 0.6
# Words between "cần" and what is needed: "cần mua cho bên em mấy cái máy".
REACH = 6

WANT = "want"
WANT_ENGLISH = "want_english"
# The thing behind a slip: "cần tủ bếp à nhầm bàn ăn".
PUT_RIGHT = "put_right"
TASK = "task"
GOODS = "goods"
# What nothing else explains: asked what is needed, people name it with words nobody can list.
LEFT_OVER = "left_over"
DENIALS = frozenset({"none", "mistaken", "bare_no"})
HINTS = frozenset({"vague", "unsure"})


def find(
    text: Text,
    asked: str | None = None,
    *,
    small_talk: bool = False,
    claimed: Iterable[tuple[int, int]] = (),
) -> Need | None:
    """What is needed.

    `small_talk`: the message as a whole sounds like nothing of the sort. `claimed` are the
    tokens of dates, first and last of each: what stands in one counts nothing.
    """
    if asked != "need" and next(_TRIGGERS.find(text.tokens), None) is None:
        return None
    message = words(text)
    rules = [hit for hit in _patterns().find(message) if _counts(hit.label, text, asked)]
    sure = SURE if asked == "need" else UNASKED

    undecided = [hit for hit in rules if hit.label == "undecided"]
    if undecided:
        return _need(text, message, NeedStatus.VAGUE, undecided, sure)
    counted = quantities(text, claimed)
    named = _named(text, message, rules, counted, asked, small_talk=small_talk)
    denied = [
        hit
        for hit in rules
        if hit.label in DENIALS
        # "a nham ban an" is a dining table (bàn ăn) and no friend (bạn) written to by mistake.
        and not (named and named.label == PUT_RIGHT and hit.first <= named.first <= hit.last)
    ]
    wanted = named is not None and named.label in (WANT, PUT_RIGHT)
    if denied and not (named and wanted and named.first > denied[-1].last):
        bare = all(hit.label == "bare_no" for hit in denied)
        return _need(text, message, NeedStatus.NONE, denied, BARE_NO if bare else sure)
    vague = [hit for hit in rules if hit.label in HINTS]
    if named is not None and not (vague and named.label == LEFT_OVER):
        return _need(text, message, NeedStatus.STATED, [named], sure, counted)
    return _need(text, message, NeedStatus.VAGUE, vague, sure) if vague else None


def _counts(label: str, text: Text, asked: str | None) -> bool:
    """Whether a rule may speak at all beside this question, and in this message."""
    if label in ("bare_no", "unsure"):
        return asked == "need"
    if label == "mistaken":
        no_number = all(token.kind is not Kind.NUMBER for token in text.tokens)
        return asked in (None, "need") and no_number
    return True


def quantities(text: Text, claimed: Iterable[tuple[int, int]] = ()) -> tuple[Quantity, ...]:
    """Numbers that count things: neither money, nor time, nor a measure."""
    found: list[Quantity] = []
    dated = {place for first, last in claimed for place in range(first, last + 1)}
    for number in numbers.find(text):
        if number.first in dated:
            continue
        after = text.tokens[number.last + 1 : number.last + 3]
        if not after or not number.exact or (after[0].word in UNITS and not _is_thing(after)):
            continue
        if number.low == 1 and number.first and text.tokens[number.first - 1].word in UNITS:
            continue  # "3 triệu một cái" is the price of each
        kind, unit = bare_kind(text.tokens, number)
        if kind != "quantity" or unit is None or unit in _TIMES:
            continue
        if number.spoken and _is_name(text, number.first, number.last + 1):
            continue
        last = number.last + len(unit.split())
        found.append(Quantity(number.low, unit, text.tokens_span(number.first, last)))
    return tuple(found)


def _is_thing(after: Sequence[Token]) -> bool:
    """ "12 chai rượu": the slang for money counts bottles here."""
    return len(after) > 1 and after[1].word in COUNTED_SO.get(after[0].folded, ())


def _is_name(text: Text, first: int, last: int) -> bool:
    """Both words with a capital: công ty Hai Long."""
    starts = [text.span(token.start, token.end)[0] for token in text.tokens[first : last + 1]]
    return all(text.original[start].isupper() for start in starts) and not text.original.isupper()


def _named(
    text: Text,
    message: Words,
    rules: list[Hit],
    counted: tuple[Quantity, ...],
    asked: str | None,
    *,
    small_talk: bool,
) -> Hit | None:
    """Where a product, task, problem or goal is named; its label says how."""
    filling = list(_FILLING.find(message.tokens))
    # What is counted is a thing, though its name, typed bare, may be another word: 3 cai ghe.
    ends = [_tokens_of(message, text, one) for one in counted]
    things = {place for first, last in ends for place in range(first, last + 1)}
    content = _content(message, [*rules, *filling]) | things
    openers = list(_openers(text, message, filling, asked))
    # "cần tủ bếp, à nhầm, cần bàn ăn": what is said behind the slip counts, if anything is.
    slip = max((hit.last for hit in _SLIPS.find(message.tokens)), default=-1)
    for meant in ([hit for hit in openers if hit.first > slip], openers):
        wanted = _wanted(message, meant, content, _places(rules))
        if wanted is None and meant is not openers and (openers or asked == "need"):
            wanted = _put_right(message, content, slip)
        if wanted is not None:
            return wanted
    if asked != "need":
        return None
    ours = _aside(message, rules)
    known = next((hit for hit in _THINGS.find(message.tokens) if hit.first not in ours), None)
    if known is not None:
        return Hit(GOODS, known.first, _clause_end(message, content, known.last))
    small_talk = small_talk or any(hit.label == "time_out" for hit in rules)
    left = content - ours
    if left and not small_talk:
        return Hit(LEFT_OVER, min(left), _clause_end(message, left, min(left)))
    if small_talk or ours:
        return None
    return Hit(GOODS, *_tokens_of(message, text, counted[0])) if counted else None


def _put_right(message: Words, content: set[int], slip: int) -> Hit | None:
    """ "cần tủ bếp à nhầm bàn ăn": the thing right behind a slip is the one that is meant."""
    if slip < 0 or slip + 1 >= len(message.tokens):
        return None
    parted = message.is_break(slip + 1) or message.is_break(slip)
    first = slip + 1 + message.is_break(slip + 1)
    known = _THINGS.at(message.tokens, first) if first < len(message.tokens) else None
    if known is not None:
        return Hit(PUT_RIGHT, first, _clause_end(message, content, known.last))
    if parted or first not in content:
        return None
    return Hit(PUT_RIGHT, first, _clause_end(message, content, first))


def _wanted(message: Words, openers: list[Hit], content: set[int], ruled: set[int]) -> Hit | None:
    """The first wish that is opened and names its thing."""
    for hit in openers:
        if hit.label == GOODS:
            if ruled.isdisjoint(range(hit.first, hit.last + 1)):
                return Hit(GOODS, hit.first, _clause_end(message, content, hit.last))
            continue
        if hit.label == TASK and not _opens_clause(message, hit.first, content):
            continue
        thing = _thing_after(message, content, hit.last)
        if thing is not None:
            return Hit(WANT, hit.first, _clause_end(message, content, thing))
    return None


def _openers(text: Text, message: Words, filling: list[Hit], asked: str | None) -> Iterator[Hit]:
    """Words that a wish begins with, where they are those words."""
    foreign = language.of(text) not in (language.VIETNAMESE, language.MIXED)
    for hit in _OPENERS.find(message.tokens):
        if foreign and hit.label in (WANT, TASK):
            continue  # "can" is no "cần"
        if hit.label == TASK and asked not in (None, "need"):
            continue
        if any(_inside(hit, longer) for longer in filling):
            continue
        spelled = " ".join(token.word for token in message.tokens[hit.first : hit.last + 1])
        if not text.marked or spelled in _SPELLED:
            yield hit


def _inside(hit: Hit, longer: Hit) -> bool:
    covered = longer.first <= hit.first and hit.last <= longer.last
    return covered and longer.last - longer.first > hit.last - hit.first


def _aside(message: Words, rules: list[Hit]) -> set[int]:
    """The clauses that ask for time, ask about the seller or tell of the writer's day."""
    aside: set[int] = set()
    for hit in rules:
        if hit.label != "aside":
            continue
        first, last = hit.first, hit.last
        while first > 0 and not message.is_break(first - 1):
            first -= 1
        while last + 1 < len(message.tokens) and not message.is_break(last + 1):
            last += 1
        aside.update(range(first, last + 1))
    return aside


def _content(message: Words, hits: list[Hit]) -> set[int]:
    """The words that may name a need: none that merely fill, and none of a rule's."""
    taken = _places(hits)
    return {
        index
        for index, token in enumerate(message.tokens)
        if token.kind is Kind.WORD
        and index not in taken
        and len(token.word) > 1
        and not is_gibberish(token.folded)
    }


def _places(hits: list[Hit]) -> set[int]:
    return {index for hit in hits for index in range(hit.first, hit.last + 1)}


def _thing_after(message: Words, content: set[int], last: int) -> int | None:
    for index in range(last + 1, min(last + 1 + REACH, len(message.tokens))):
        if message.is_break(index):
            return None
        if index in content:
            return index
    return None


def _opens_clause(message: Words, index: int, content: set[int]) -> bool:
    """Nothing with a content of its own stands before it in its clause."""
    while index > 0 and not message.is_break(index - 1):
        index -= 1
        if index in content:
            return False
    return True


def _clause_end(message: Words, content: set[int], last: int) -> int:
    """The last word with content in this clause."""
    end = last
    for index in range(last + 1, len(message.tokens)):
        if message.is_break(index):
            break
        if index in content:
            end = index
    # A thing of several words is not cut: of "bán hàng" the second alone says nothing.
    goods = (hit for hit in _OPENERS.find(message.tokens) if hit.label == GOODS)
    return next((hit.last for hit in goods if hit.first <= end < hit.last), end)


def _tokens_of(message: Words, text: Text, quantity: Quantity) -> tuple[int, int]:
    inside = [
        index
        for index, token in enumerate(message.tokens)
        if quantity.span[0] <= text.span(token.start, token.end)[0] < quantity.span[1]
    ]
    return inside[0], inside[-1]


def _need(
    text: Text,
    message: Words,
    status: NeedStatus,
    hits: list[Hit],
    confidence: float,
    counted: tuple[Quantity, ...] = (),
) -> Need:
    first, last = min(hit.first for hit in hits), max(hit.last for hit in hits)
    start, end = text.tokens_span(message.places[first], message.places[last])
    # A counted noun is not cut in two: "3 cửa hàng" ends behind "hàng".
    end = max(end, *(one.span[1] for one in counted if start <= one.span[0] < end), end)
    return Need(status, (start, end), text.original[start:end], confidence, counted)


@cache
def _patterns() -> Patterns:
    return Patterns(
        {
            "none": said.NONE,
            "mistaken": said.MISTAKEN,
            "bare_no": said.NONE_WHEN_ASKED,
            "undecided": said.UNDECIDED,
            "vague": said.VAGUE,
            "unsure": said.VAGUE_WHEN_ASKED,
            "errand": asides.ERRANDS,
            "aside": asides.ASIDES,
            "time_out": asides.TIME_OUTS,
        },
        said.LISTS,
    )


# Of the upper row's neighbours words are made: power, property.
_TIMES = frozenset(SPANS_OF_TIME.values())
_OPENERS = Phrases(
    {WANT: said.WANTS, WANT_ENGLISH: said.WANTS_ENGLISH, TASK: said.TASKS, GOODS: said.GOODS}
)
_SPELLED = frozenset(
    canonical(phrase) for phrase in (*said.WANTS, *said.WANTS_ENGLISH, *said.TASKS, *said.GOODS)
)
_FILLING = Phrases({"filling": said.NO_CONTENT})
_SLIPS = Phrases({"slip": said.SLIPS})
# One word alone, bare, is more often another one: "tham" is no carpet.
_THINGS = Phrases({GOODS: [thing if " " in thing else f"{thing}!" for thing in THINGS]})
_TRIGGERS = Phrases(
    {
        "trigger": (
            *said.WANTS,
            *said.WANTS_ENGLISH,
            *said.TASKS,
            *said.GOODS,
            *said.NO_NEED_TRIGGERS,
        )
    }
)
