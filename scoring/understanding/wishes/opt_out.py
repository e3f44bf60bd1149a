"""A wish that messages end, or that personal data go. Rules alone decide it."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from scoring.understanding import patterns
from scoring.understanding.heard import Intent
from scoring.understanding.patterns import Words
from scoring.understanding.phrases import Phrases
from scoring.understanding.text import Text, read
from scoring.understanding.wishes import (
    erasure,
    erasure_words,
    opt_out_frame_words,
    opt_out_readings,
    opt_out_rules,
    opt_out_weighed,
    slips,
)
from scoring.understanding.wishes.erasure_parts import REFUSING
from scoring.understanding.wishes.erasure_words import ERASING
from scoring.understanding.wishes.opt_out_frame import REFUSALS, refusals
from scoring.understanding.wishes.opt_out_frame_words import ALONE, FRAMES
from scoring.understanding.wishes.opt_out_limit_words import FOR_GOOD, LIMITS, LINKS
from scoring.understanding.wishes.opt_out_pieces import Lexicon, Pieces, Span, Typed
from scoring.understanding.wishes.opt_out_signs import SIGNS
from scoring.understanding.wishes.opt_out_words import ACTS, FEEDS, OPERATORS, PEOPLE
from scoring.understanding.wishes.quotations import MARK, made_unreadable, quotations
from scoring.understanding.word_list import listed

CONFIDENCE = 0.97
MOST = 32  # sentences, the last ones, that are read one by one
SEVERAL = 4  # borders of sentences: of three sentences and more


def find(text: Text, words: Words) -> tuple[Intent, ...]:
    """`opt_out` and `delete_data`, each at most once, with the words that say so."""
    if MARK in text.lower:
        words = _without_others_words(text, words)
    found = _found(text, words)
    if not found and (plain := slips.undone(text.lower)) is not None:
        other = read(plain)
        whole = text.span(0, len(text.lower))
        found = tuple(replace(one, span=whole) for one in _found(other, patterns.words(other)))
    return found


def _without_others_words(text: Text, words: Words) -> Words:
    """'khách chửi "đừng gọi nữa"': what others are quoted with is not what the writer wishes."""
    others = next(_others().find(words.tokens), None)
    hidden = {
        index
        for quotation in quotations(text, words)
        for index in quotation
        if others is not None and others.last < quotation.start
    }
    return made_unreadable(words, hidden) if hidden else words


def _found(text: Text, words: Words) -> tuple[Intent, ...]:
    typed = Typed.of(text, words, _known_words())
    found: list[Intent] = []
    for name, lexicon, reading in (
        ("opt_out", _contact(), _end_of_contact),
        ("delete_data", _data(), erasure.found),
    ):
        said = lexicon.pieces(typed)
        if said is None:
            continue
        span = reading(said)
        if span is None and found:
            span = erasure.beside_silence(said)
        if span is not None:
            first, last = said[span[0]].first, said[span[1]].last
            place = text.tokens_span(words.places[first], words.places[last])
            found.append(Intent(name, CONFIDENCE, place))
    return tuple(found)


@cache
def _known_words() -> frozenset[str]:
    return _contact().words | _data().words


def _end_of_contact(said: Pieces) -> Span | None:
    return _in_one_reading(said) or _in_its_sentence(said)


def _in_its_sentence(said: Pieces) -> Span | None:
    """A long message: what is told two sentences off takes nothing back."""
    borders = [0, *said.sentences, len(said)]
    if len(borders) < SEVERAL or said.any({"back_in"}):
        return None
    for place, (first, end) in enumerate(pairwise(borders)):
        begins = said.any(opt_out_readings.BEGINNINGS | REFUSALS, range(first, end))
        if not begins or place < len(borders) - MOST:
            continue
        before = borders[max(place - 1, 0)]
        behind = borders[min(place + 2, len(borders) - 1)]
        alone, told, whole = ((first, end), (before, end), (before, behind))
        ways = ((alone, told, (first, behind)), (told, whole))  # "… . Please discontinue them."
        for parts in ways:
            if (span := _agreed(said, parts, range(first, end))) is not None:
                return span
    return None


def _agreed(
    said: Pieces, parts: Sequence[tuple[int, int]], sentence: Container[int]
) -> Span | None:
    """The wish that begins in this sentence, read alike in each of these parts."""
    span = None
    for start, stop in parts:
        span = _within(said, start, stop)
        if span is None or span[0] not in sentence:
            return None
    return span


def _within(said: Pieces, start: int, stop: int) -> Span | None:
    span = _in_one_reading(said.part(start, stop))
    return None if span is None else (span[0] + start, span[1] + start)


def _in_one_reading(said: Pieces) -> Span | None:
    if said.any({"by_mistake"}) and said.any({"back_in"}):
        return None
    for one in refusals(said):
        if opt_out_rules.is_wish(said, one):
            return one.at, one.last
    return opt_out_readings.found(said) or opt_out_weighed.found(said)


@cache
def _contact() -> Lexicon:
    tables = (OPERATORS, ACTS, FEEDS, PEOPLE, FOR_GOOD, LINKS, LIMITS, FRAMES, ALONE, SIGNS)
    kinds = {kind: phrases for table in tables for kind, phrases in table.items()}
    wanted = [(REFUSALS, frozenset(ACTS))]
    wanted += [(one.begins, one.needs) for one in opt_out_readings.READINGS]
    return Lexicon(kinds, opt_out_frame_words.COMPOUNDS, wanted)


@cache
def _others() -> Phrases:
    return Phrases({kind: listed(PEOPLE[kind]) for kind in ("outsider", "vendor", "third")})


@cache
def _data() -> Lexicon:
    kinds = {
        **{kind: OPERATORS[kind] for kind in ("dont", "no", "forbidden", "unwilling")},
        **{kind: PEOPLE[kind] for kind in ("you", "outsider", "product", "third", "family")},
        **{kind: FOR_GOOD[kind] for kind in ("plea", "again", "more")},
        **LINKS,
        **ERASING,
    }
    erasing = {
        "vanish",
        "gone",
        "erase",
        "erased",
        "erasing_noun",
        "keep",
        "takeback",
        "takeout",
        "strike",
    }
    wanted = (
        (erasing, {"data", "detail", "all_of_it", "about_me", "place", "consent"}),
        (REFUSING, {"data", "detail"}),
        ({"erasure"}, {"erasure"}),
    )
    return Lexicon(kinds, erasure_words.COMPOUNDS, wanted)
