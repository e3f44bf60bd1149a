"""The statistical model is what its training script makes of the phrase bank."""

from __future__ import annotations

import math
import random
from pathlib import Path

import pytest

from scoring.understanding.text import fold, read
from scoring.understanding.wishes import model, train

INTENTS = 24
PHRASES_AN_INTENT = range(60, 281)
MOST_BYTES = 3_000_000


@pytest.fixture(scope="module")
def bank() -> list[train.Example]:
    return train.bank()


def test_every_intent_has_its_phrases(bank: list[train.Example]) -> None:
    files = [path for path in train.BANK.glob("*.txt") if path.stem != model.NOTHING]
    counts = {path.stem: len(path.read_text(encoding="utf-8").splitlines()) for path in files}

    assert len(counts) == INTENTS
    assert {name: n for name, n in counts.items() if n not in PHRASES_AN_INTENT} == {}
    assert {label for one in bank for label in one.labels} == {*counts, model.NOTHING}


def test_no_phrase_stands_twice_in_one_file() -> None:
    for path in train.BANK.glob("*.txt"):
        phrases = path.read_text(encoding="utf-8").splitlines()
        assert len(phrases) == len(set(phrases)), path.stem


def test_the_weights_are_small_and_need_no_numpy() -> None:
    weights = Path(model.__file__).parent / model.WEIGHTS

    assert weights.stat().st_size < MOST_BYTES
    assert "numpy" not in Path(model.__file__).read_text(encoding="utf-8").lower()


def test_a_sample_retrained_says_what_the_shipped_weights_say(bank: list[train.Example]) -> None:
    learn, _ = train.split(bank)
    sample = random.Random(train.SEED).sample(learn, 700)
    said = [one for text in sample for one in (text, train.Example(fold(text.text), text.labels))]
    again = train.fit(said, epochs=6)
    shipped = model.trained()
    learned_by_both = [one for one in sample if one.labels][:300]

    agreed = 0
    for example, row in zip(
        learned_by_both, again.likelihoods([one.text for one in learned_by_both]), strict=True
    ):
        theirs = shipped.likelihoods(read(example.text).tokens)
        agreed += max(theirs, key=theirs.__getitem__) == again.labels[int(row.argmax())]

    assert agreed / len(learned_by_both) > 0.85


def test_training_twice_gives_the_same_file(bank: list[train.Example]) -> None:
    sample = train.spoken(bank[::40], random.Random(train.SEED))

    first, second = (train.fit(sample, epochs=2) for _ in range(2))

    at = [0.5] * len(first.labels)
    assert train.stored(first, at) == train.stored(second, at)


def test_what_is_stored_scores_like_what_was_fitted(bank: list[train.Example]) -> None:
    fitted = train.fit(train.spoken(bank[::25], random.Random(train.SEED)), epochs=3)
    stored = model.unpacked(train.stored(fitted, [0.5] * len(fitted.labels)))

    for example in bank[::100]:
        theirs = stored.likelihoods(read(example.text).tokens)
        if theirs:
            mine = fitted.likelihoods([example.text])[0]
            assert list(theirs.values()) == pytest.approx(mine.tolist(), abs=0.08)


def test_a_text_that_is_all_new_has_no_likelihoods() -> None:
    assert model.trained().likelihoods(read("").tokens) == {}


def test_the_words_of_a_message_add_up_to_its_runs(bank: list[train.Example]) -> None:
    shipped = model.trained()
    for example in random.Random(train.SEED).sample(bank, 200):
        tokens = read(example.text).tokens
        found = model.runs(tokens)
        weights = [shipped.weights[run] for run in found if run in shipped.weights]
        lane = sum(weights) % 256**model.LANE  # the first label's

        worth = shipped.scale / len(found) ** 0.5
        against = (model.ZERO * len(weights) - lane) * worth - shipped.biases[0]
        likelihood = shipped.likelihoods(tokens)[shipped.labels[0]]
        assert likelihood == pytest.approx(1 / (1 + math.exp(against))), example.text
