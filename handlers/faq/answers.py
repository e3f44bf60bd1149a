"""Side questions: which entry of the owner's FAQ answers a message, if any."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from handlers.business_file.faq import FaqEntry
from scoring.understanding.text import canonical, fold

# An entry answers a message that holds every word of one of its phrases, close together. Likeness
# of whole sentences answers too much: "đang dùng Sapo" is like "có dùng thử không".
_WORDS_BETWEEN = 2
# A slip of the finger in a long word; a short word with one letter changed is another word.
_SLIP, _LONG_WORD = 85, 6
# A single word is asked about only where the message says hardly anything else.
_HARDLY_MORE = 3
# Words that say nothing of what is asked.
_FILLERS = frozenset(
    {"ạ", "dạ", "em", "anh", "chị", "bạn", "mình", "ơi", "nhé", "nha", "vậy", "thế", "là", "thì"}
    | {"cho", "hỏi", "shop", "bên", "của", "có", "không", "được", "vào", "lúc", "mấy", "nào"}
    | {"ở", "với", "à", "please", "hi", "hello", "do", "does", "is", "the", "your", "any", "a"}
)
_FOLDED_FILLERS = frozenset(map(fold, _FILLERS))
# Words that ask, and alone tell nothing of what is asked: "bên em ở đâu" is not "không cần đâu".
_HOLLOW = frozenset({"đâu", "gì", "sao", "ai", "where", "what", "how", "when", "who"})


# Past so many entries many phrases of one length fit a message: they are then rated by how rare
# the words are that they share with it (BM25), not by their place in the file.
FEW = 200


@dataclass(frozen=True, slots=True)
class _Word:
    """A word as it was written and without its marks."""

    marked: str
    folded: str


@dataclass(frozen=True, slots=True)
class _Phrase:
    """The words of an owner's phrase that tell, and what it is answered with."""

    wanted: tuple[_Word, ...]
    entry: FaqEntry


def answer_to(text: str, entries: tuple[FaqEntry, ...]) -> FaqEntry | None:
    """The entry whose phrase says most of this message; None where no phrase is in it whole."""
    asked = _words(text)
    said = {one.folded for one in asked}
    for phrase in _phrases(entries).near(said):
        if _may_hold(said, phrase.wanted) and _holds(asked, phrase.wanted):
            return phrase.entry
    return None


class _Phrases:
    """All phrases, the longest first, each to be found by its rarest word.

    Most messages hold that word of none: they are told apart without a look at any phrase.
    """

    def __init__(self, entries: tuple[FaqEntry, ...]) -> None:
        phrases = [_Phrase(_telling(words), entry) for entry in entries for words in entry.ask]
        self._phrases = sorted(phrases, key=lambda one: -len(one.wanted))
        counts = Counter(word.folded for one in phrases for word in set(one.wanted))
        self._by_word: dict[str, list[int]] = {}
        for place, phrase in enumerate(self._phrases):
            words = [one.folded for one in phrase.wanted]
            # A long word may be said with a slip, so that a short one is looked for first.
            short = [word for word in words if len(word) < _LONG_WORD]
            if words:
                rarest = min(short or words, key=lambda word: counts[word])
                self._by_word.setdefault(rarest, []).append(place)
        self._long = [word for word in self._by_word if len(word) >= _LONG_WORD]
        self._ranking = _ranking(self._phrases) if len(entries) > FEW else None

    def near(self, said: set[str]) -> Iterator[_Phrase]:
        """The phrases whose rarest word was said, or nearly: the likeliest first."""
        words = said & self._by_word.keys()
        for one in said:
            if len(one) >= _LONG_WORD:
                words.update(word for word in self._long if fuzz.ratio(one, word) >= _SLIP)
        places = sorted(place for word in words for place in self._by_word[word])
        if self._ranking is not None and len(places) > 1:
            rated = self._ranking(sorted(said))
            places.sort(key=lambda place: (-len(self._phrases[place].wanted), -rated[place]))
        for place in places:
            yield self._phrases[place]


def _ranking(phrases: list[_Phrase]) -> Callable[[list[str]], Sequence[float]]:
    """Rates all phrases by the words of a message."""
    # Imported here: it takes NumPy along and a second, and few companies answer so much. They
    # wait for it when their file is checked, and no customer does.
    from bm25s import BM25

    ranking = BM25()
    words = [[one.folded for one in phrase.wanted] or [""] for phrase in phrases]
    ranking.index(words, show_progress=False)
    known = set(ranking.vocab_dict)

    def rate(said: list[str]) -> Sequence[float]:
        scores: Sequence[float] = ranking.get_scores([one for one in said if one in known])
        return scores

    return rate


# By the entries themselves, so that a changed file has phrases of its own.
@lru_cache(maxsize=8)
def _phrases(entries: tuple[FaqEntry, ...]) -> _Phrases:
    return _Phrases(entries)


def _may_hold(said: set[str], wanted: tuple[_Word, ...]) -> bool:
    """A first look that most phrases do not pass: every short word must have been said."""
    return all(one.folded in said or len(one.folded) >= _LONG_WORD for one in wanted)


def _holds(asked: tuple[_Word, ...], wanted: tuple[_Word, ...]) -> bool:
    """Whether all the words wanted stand near one another, in any order."""
    if _tells(wanted) <= 1 and _tells(asked) > _HARDLY_MORE:
        return False
    reach = len(wanted) + _WORDS_BETWEEN
    for start, word in enumerate(asked):
        if not any(_same(word, one) for one in wanted):
            continue
        near = asked[start : start + reach]
        if all(any(_same(said, one) for said in near) for one in wanted):
            return True
    return False


def _tells(words: tuple[_Word, ...]) -> int:
    """How many of the words say something of what is asked."""
    return sum(one.folded not in _FOLDED_FILLERS for one in words)


def _same(said: _Word, wanted: _Word) -> bool:
    """Marks count where they were typed: "thứ" is not "thử", but "thu" may be either."""
    if said.marked != said.folded:
        return said.marked == wanted.marked
    if said.folded == wanted.folded:
        return True
    is_long = min(len(said.folded), len(wanted.folded)) >= _LONG_WORD
    return is_long and fuzz.ratio(said.folded, wanted.folded) >= _SLIP


def _telling(phrase: str) -> tuple[_Word, ...]:
    """The words of an owner's phrase that tell; all of them where none does."""
    whole = _words(phrase)
    telling = tuple(one for one in whole if one.marked not in _FILLERS)
    if len(telling) == 1 and telling[0].marked in _HOLLOW:
        place = whole.index(telling[0])
        return whole[max(0, place - 1) : place + 1]
    return telling or whole


def _words(text: str) -> tuple[_Word, ...]:
    marked = _WORD.findall(canonical(text))
    folded = fold(" ".join(marked)).split()
    return tuple(map(_Word, marked, folded))


_WORD = re.compile(r"[^\W_]+")
