"""A message as the search for the budget sees it: its cues, and where its clauses begin."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from scoring.understanding.money.budget_words import BREAK, CHARGING, CUES, QUOTE, SIDES
from scoring.understanding.phrases import Hit
from scoring.understanding.text import Kind, Text

CLAUSE_MARKS = frozenset(",;()!…|")
SENTENCE_MARKS = frozenset(".?!")
NAME_REACH = 4  # words of "bên Misa … thu"


@dataclass(frozen=True, slots=True)
class Scene:
    """The cues of a message, and where its clauses begin."""

    text: Text
    cues: tuple[Hit, ...]
    firsts: tuple[int, ...]  # the first token of each cue
    clauses: tuple[int, ...]  # by token: the clause it stands in
    asked: bool  # the budget was asked for

    def between(self, start: int, stop: int) -> tuple[Hit, ...]:
        """The cues that start in these tokens."""
        return self.cues[bisect_left(self.firsts, start) : bisect_left(self.firsts, stop)]


def look_at(text: Text, asked: bool) -> Scene:
    cues = tuple(
        Hit(QUOTE, hit.first, hit.last) if _is_other_side(text, hit.first) else hit
        for hit in CUES.find(text.tokens)
    )
    breaks = {hit.first for hit in cues if hit.label == BREAK}
    clauses: list[int] = []
    clause, before = 0, 0
    for place, token in enumerate(text.tokens):
        if place in breaks or "\n" in text.lower[before : token.start]:
            clause += 1
        clauses.append(clause)
        if token.kind is Kind.MARK and (token.word in CLAUSE_MARKS or token.word in SENTENCE_MARKS):
            clause += 1
        before = token.end
    firsts = tuple(hit.first for hit in cues)
    return Scene(text, cues, firsts, tuple(clauses), asked)


def _is_other_side(text: Text, place: int) -> bool:
    """ "bên Misa thu 2 triệu": somebody with a name takes it, and it is not the speaker."""
    words = [token.word for token in text.tokens[place : place + NAME_REACH]]
    if len(words) < 3 or words[0] not in ("bên", "ben") or words[1] in SIDES:
        return False
    return any(word in CHARGING for word in words[2:])
