"""The FAQ against a labelled file: how often the right entry answers, how often a wrong one."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from handlers.business import SAMPLE, Business, load
from handlers.faq.answers import answer_to

LABELLED = Path(__file__).parent / "labelled" / "questions.jsonl"
# Issue 4, point 5.
HITS_FROM, WRONG_BELOW = 0.9, 0.02


@cache
def company(name: str) -> Business:
    return load(SAMPLE.parent / f"{name}.yaml")


def judged() -> Iterator[tuple[str, str, str]]:
    """Each question with the entry that is meant and the one that answers, "" for none."""
    for line in LABELLED.read_text(encoding="utf-8").splitlines():
        one = json.loads(line)
        found = answer_to(one["text"], company(one["company"]).faq)
        yield one["text"], one["entry"], found.ask[0] if found is not None else ""


def test_the_right_entry_answers_nine_times_in_ten_and_a_wrong_one_hardly_ever() -> None:
    results = list(judged())
    meant = [one for one in results if one[1]]
    missed = [one for one in meant if one[2] != one[1]]
    wrong = [one for one in results if one[2] and one[2] != one[1]]

    print(f"{len(results)} questions, {len(meant)} with an answer:")
    print(f"  hit@1 {1 - len(missed) / len(meant):.3f}, wrong {len(wrong) / len(results):.3f}")
    assert len(results) >= 120
    assert 1 - len(missed) / len(meant) >= HITS_FROM, missed
    assert len(wrong) / len(results) < WRONG_BELOW, wrong


def test_every_meant_entry_is_in_its_file() -> None:
    for line in LABELLED.read_text(encoding="utf-8").splitlines():
        one = json.loads(line)
        known = {entry.ask[0] for entry in company(one["company"]).faq}
        assert one["entry"] in known | {""}, one
