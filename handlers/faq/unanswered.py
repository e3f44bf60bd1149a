"""What was asked and not answered: kept for the owner, the like together."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from rapidfuzz import fuzz

from handlers.business_file.faq import FaqEntry
from handlers.channel import Kind
from handlers.prospect.said import Act
from handlers.prospect.turn import Message, Turn
from scoring.lead import Slot
from scoring.understanding.text import fold
from storage.unanswered import UnansweredQuestion

LONGEST = 200  # characters of a question
MOST_A_DAY = 20  # of one lead: somebody who plays must not fill the list
LONGEST_PHRASE = 80
MOST_PHRASES = 5  # spellings of one question that go into the file
# Words so alike (of 100) are one question; the nearest entry is proposed from a little less.
ALIKE, NEAR = 70, 60
# Questions that have answers of their own, beside the FAQ.
_ANSWERED = frozenset(
    {Act.PRICE, Act.DISCOUNT, Act.TOO_DEAR, Act.CHALLENGE, Act.PRIVACY, Act.MY_DATA, Act.DELETE}
    | {Act.STOP, Act.ABUSE, Act.COMPLAINT, Act.HUMAN, Act.HELLO, Act.ENGLISH, Act.VIETNAMESE}
    | {Act.HOW_TO_MEET, Act.LANGUAGE}
)
_WORDS_OF_A_QUESTION = 3  # a miss of fewer words tells nothing
_PRIVATE = re.compile(r"\S+@\S+|https?://\S+|\+?\d[\d .-]{5,}\d")
# Words in which askings of the same thing differ; typed without marks they count folded.
_EMPTY = frozenset(
    [
        "ạ",
        "à",
        "anh",
        "bạn",
        "bên",
        "cho",
        "chị",
        "có",
        "dạ",
        "được",
        "em",
        "gì",
        "hay",
        "hỏi",
        "không",
        "ko",
        "k",
        "là",
        "mình",
        "nha",
        "nhé",
        "ơi",
        "shop",
        "thế",
        "thì",
        "vậy",
        "với",
        "do",
        "does",
        "is",
        "the",
        "you",
        "your",
        "any",
        "please",
        "hi",
        "hello",
        "can",
    ]
)
_FOLDED_EMPTY = frozenset(map(fold, _EMPTY))


def collect(turn: Turn, messages: Iterable[Message]) -> None:
    """Keep this turn's words where they asked something and nothing answered them."""
    written = [one for one in messages if one[1].kind is Kind.TEXT]
    if not written or not _was_left_open(turn):
        return
    text = _PRIVATE.sub("…", " ".join(message.text for _, message in written))
    text = " ".join(text.split())[:LONGEST]
    if len(text.split()) < _WORDS_OF_A_QUESTION:
        return
    day = turn.now - timedelta(days=1)
    if turn.work.unanswered.asked_since(turn.lead.id, day) < MOST_A_DAY:
        turn.work.unanswered.ask(turn.lead.id, written[-1][0], text, turn.now)


def _was_left_open(turn: Turn) -> bool:
    asks = any(said.asks for said in turn.said)
    # "What do you need?" takes any words for an answer, a question back as well.
    told = [fact for fact in turn.facts if not (asks and fact.slot is Slot.NEED)]
    if told or turn.acts & _ANSWERED or turn.wants_a_person:
        return False
    if any(said.faq or said.bad_phone for said in turn.said):
        return False
    return asks or not any(said.acts or said.slot for said in turn.said)


@dataclass(frozen=True, slots=True)
class Group:
    """One question in all its askings, the newest first."""

    questions: tuple[UnansweredQuestion, ...]

    @property
    def head(self) -> UnansweredQuestion:
        return self.questions[0]

    @property
    def phrases(self) -> tuple[str, ...]:
        """How it is spelled in the file: as it was asked, and the words that all share."""
        asked = (one.text.strip(" ?!.,…")[:LONGEST_PHRASE].strip() for one in self.questions)
        spelled = list(dict.fromkeys(one.lower() for one in asked if one))[: MOST_PHRASES - 1]
        shared = _shared(spelled)
        return tuple(dict.fromkeys((*spelled, *shared)))


def groups(questions: Iterable[UnansweredQuestion]) -> list[Group]:
    """The like together, the most asked first."""
    found: list[tuple[str, list[UnansweredQuestion]]] = []
    for question in questions:
        words = telling(question.text)
        near = next((one for one in found if _alike(words, one[0]) >= ALIKE), None)
        if near is None:
            found.append((words, [question]))
        else:
            near[1].append(question)
    ordered = sorted(found, key=lambda one: (-len(one[1]), -one[1][0].id))
    return [Group(tuple(asked)) for _, asked in ordered]


def nearest(group: Group, faq: tuple[FaqEntry, ...]) -> FaqEntry | None:
    """The entry that asks most like it; None where none is near."""
    words = telling(group.head.text)
    rated = [(_alike(words, telling(one)), entry) for entry in faq for one in entry.ask]
    best = max(rated, key=lambda one: one[0], default=None)
    return best[1] if best is not None and best[0] >= NEAR else None


def telling(text: str) -> str:
    """The words by which a question is told from others, without marks."""
    words = re.findall(r"\w+", text.lower())
    kept = [fold(one) for one in words if not _is_empty(one)]
    return " ".join(kept) or fold(" ".join(words))


def _is_empty(word: str) -> bool:
    return word in _EMPTY or (word.isascii() and word in _FOLDED_EMPTY)


def _alike(one: str, other: str) -> float:
    """0 to 100; letters alone make nothing alike, two words at least must be the same."""
    if one == other:
        return 100
    if len(set(one.split()) & set(other.split())) < 2:
        return 0
    return fuzz.token_sort_ratio(one, other)


def _shared(spelled: list[str]) -> tuple[str, ...]:
    """The telling words that every spelling has, in the order of the first; two at the least."""
    if len(spelled) < 2:
        return ()
    counts = Counter(word for one in spelled for word in set(fold(one).split()))
    kept = [
        word
        for word in spelled[0].split()
        if counts[fold(word)] == len(spelled) and not _is_empty(word)
    ]
    return (" ".join(kept),) if len(kept) >= 2 else ()
