"""The statistical reading of intents: how likely each one is, by the letters of a message.

A linear model over runs of letters, learned by `train.py` from the phrase bank. The
weights of one run of letters, one for each intent, lie side by side in one long integer,
so that adding two integers adds all the weights at once.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from itertools import accumulate
from math import exp, sqrt
from pathlib import Path

from scoring.understanding.text import Kind, Token

WEIGHTS = "intent_weights.bin"
SIZES = (3, 4)  # letters in a run
LANE = 2  # bytes of the long integer for each intent
NOTHING = "none"  # the label of what carries no intent at all: small talk, exclamations, noise
ZERO = 128  # a weight of nought, as it is stored: one byte, never negative
WORDS_KEPT = 4096
MOST_RUNS = 256  # that many stored weights of at most 255 fit into a lane


@dataclass(frozen=True)
class Model:
    labels: tuple[str, ...]
    thresholds: dict[str, float]  # from which likelihood on an intent counts
    biases: tuple[float, ...]
    scale: float  # what one step of a stored weight is worth
    weights: dict[str, int]

    def likelihoods(self, tokens: Sequence[Token]) -> dict[str, float]:
        """How likely each intent is, 0 to 1, and `NOTHING` beside them."""
        words = _words(tokens)
        found = _how_many(words)
        total, known = self._added(words) if found <= MOST_RUNS else self._cut_short(tokens)
        if not known:
            return {}
        lanes = memoryview(total.to_bytes(len(self.labels) * LANE, "little")).cast("H")
        # By all runs, so that a message of words never seen says little.
        worth = self.scale / sqrt(min(found, MOST_RUNS))
        nought = ZERO * known
        return {
            label: 1 / (1 + exp((nought - lane) * worth - bias))
            for label, lane, bias in zip(self.labels, lanes, self.biases, strict=True)
        }

    def _added(self, words: Sequence[str]) -> tuple[int, int]:
        """The weights of all runs added up, and of how many runs they are."""
        line = f" {' '.join(words)} "
        spaces = accumulate(len(word) + 1 for word in words[:-1])
        over_spaces = [
            line[at : at + size]
            for space in spaces
            for size in SIZES
            for at in range(space - size + 2, space)
        ]
        known = list(filter(None, map(self.weights.get, over_spaces)))
        within = list(map(self._of_word, words))
        total = sum(known) + sum([weight for weight, _ in within])
        return total, len(known) + sum([count for _, count in within])

    def _cut_short(self, tokens: Sequence[Token]) -> tuple[int, int]:
        """The same of a message so long that not all its runs fit into a lane."""
        known = list(filter(None, map(self.weights.get, runs(tokens))))[:MOST_RUNS]
        return sum(known), len(known)

    @cached_property
    def _of_word(self) -> Callable[[str], tuple[int, int]]:
        """The same within one word; the words of a language are few, and come again."""

        @lru_cache(maxsize=WORDS_KEPT)
        def of_word(word: str) -> tuple[int, int]:
            known = list(filter(None, map(self.weights.get, _runs((word,)))))
            return sum(known), len(known)

        return of_word


def runs(tokens: Sequence[Token]) -> list[str]:
    """Every run of letters, spaces between words included, and every word; digits are alike."""
    return _runs(_words(tokens))


def _how_many(words: Sequence[str]) -> int:
    """The number of all runs."""
    letters = sum(map(len, words)) + len(words) + 1
    return len(words) + sum(max(0, letters - size + 1) for size in SIZES)


def _words(tokens: Sequence[Token]) -> list[str]:
    return ["0" if token.kind is Kind.NUMBER else token.word for token in tokens]


def _runs(words: Sequence[str]) -> list[str]:
    line = f" {' '.join(words)} "
    letters = [line[at : at + size] for size in SIZES for at in range(len(line) - size + 1)]
    return letters + [f"={word}" for word in words]


def packed(
    labels: Sequence[str],
    thresholds: Sequence[float],
    biases: Sequence[float],
    scale: float,
    rows: Iterable[tuple[str, Sequence[int]]],
) -> bytes:
    """The model as a file: a line of facts, a line of runs, then the lanes of each run."""
    names, lanes = [], bytearray()
    for run, stored in rows:
        names.append(run)
        for one in stored:
            lanes += one.to_bytes(LANE, "little")
    facts = {
        "labels": list(labels),
        "thresholds": [round(one, 4) for one in thresholds],
        "biases": [round(one, 4) for one in biases],
        "scale": scale,
    }
    head = f"{json.dumps(facts)}\n{chr(9).join(names)}\n".encode()
    return zlib.compress(head + bytes(lanes), 9)


def unpacked(stored: bytes) -> Model:
    facts_line, names_line, lanes = zlib.decompress(stored).split(b"\n", 2)
    facts = json.loads(facts_line)
    width = len(facts["labels"]) * LANE
    return Model(
        labels=tuple(facts["labels"]),
        thresholds=dict(zip(facts["labels"], facts["thresholds"], strict=True)),
        biases=tuple(facts["biases"]),
        scale=facts["scale"],
        weights={
            run: int.from_bytes(lanes[at * width : (at + 1) * width], "little")
            for at, run in enumerate(names_line.decode().split("\t"))
        },
    )


@cache
def trained() -> Model:
    """The model that ships with the package, read on first need."""
    return unpacked(Path(__file__).with_name(WEIGHTS).read_bytes())
