"""The FAQ against a labelled file: how often the right entry answers, how often a wrong one."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from handlers.business import SAMPLE, Business
from handlers.business_file.faq import FaqEntry
from handlers.faq.answers import FEW, answer_to
from handlers.owners_file import load

LABELLED = Path(__file__).parent / "labelled" / "questions.jsonl"
# Issue 4, point 5.
HITS_FROM, WRONG_BELOW = 0.9, 0.02


@cache
def company(name: str) -> Business:
    return load(SAMPLE.parent / f"{name}.yaml")


# Two hundred and more entries about other things, in words that questions are made of.
_DEEDS = (
    *("đổi", "sửa", "thuê", "vệ sinh", "lắp", "giao", "bọc lại", "nâng cấp", "thu mua"),
    *("vận chuyển", "sơn lại", "tháo dỡ", "kiểm tra", "thay pin", "bảo dưỡng"),
)
_THINGS = (
    *("ghế sofa", "bàn làm việc", "tủ lạnh", "máy in", "điều hoà", "cửa kính", "rèm cửa", "giường"),
    *("máy lọc nước", "đèn led", "bồn tắm", "xe máy", "laptop", "camera", "thảm trải sàn"),
)


@cache
def many() -> tuple[FaqEntry, ...]:
    return tuple(
        FaqEntry.model_validate(
            {"ask": [f"{deed} {thing}", f"giá {deed} {thing}"], "answer": {"vi": "x", "en": "x"}}
        )
        for deed in _DEEDS
        for thing in _THINGS
    )


def judged(*, among_many: bool) -> Iterator[tuple[str, str, str]]:
    """Each question with the entry that is meant and the one that answers, "" for none."""
    for line in LABELLED.read_text(encoding="utf-8").splitlines():
        one = json.loads(line)
        faq = company(one["company"]).faq
        found = answer_to(one["text"], (*faq, *many()) if among_many else faq)
        yield one["text"], one["entry"], found.ask[0] if found is not None else ""


@pytest.mark.parametrize("among_many", [False, True])
def test_the_right_entry_answers_nine_times_in_ten_and_a_wrong_one_hardly_ever(
    among_many: bool,
) -> None:
    results = list(judged(among_many=among_many))
    meant = [one for one in results if one[1]]
    missed = [one for one in meant if one[2] != one[1]]
    wrong = [one for one in results if one[2] and one[2] != one[1]]

    print(f"{len(results)} questions, {len(meant)} with an answer:")
    print(f"  hit@1 {1 - len(missed) / len(meant):.3f}, wrong {len(wrong) / len(results):.3f}")
    assert len(results) >= 120
    assert 1 - len(missed) / len(meant) >= HITS_FROM, missed
    assert len(wrong) / len(results) < WRONG_BELOW, wrong


def test_among_many_the_rarest_words_decide() -> None:
    words = ("giá thuê xe", "giá thuê xe máy theo ngày", "thuê xe ngoài giờ", "giá xe ngoài giờ")
    extra = tuple(
        FaqEntry.model_validate({"ask": [one], "answer": {"vi": one, "en": one}}) for one in words
    )
    faq = (*many(), *extra)

    assert len(faq) > FEW
    for asked, meant in (
        ("cho hỏi giá thuê xe ngoài giờ", {words[2], words[3]}),
        ("giá thuê laptop bao nhiêu em", {"thuê laptop"}),
        ("thay pin camera", {"thay pin camera"}),
    ):
        found = answer_to(asked, faq)
        assert found is not None
        assert found.ask[0] in meant, (asked, found.ask)
    assert answer_to("cảm ơn em nhiều", faq) is None


def test_every_meant_entry_is_in_its_file() -> None:
    for line in LABELLED.read_text(encoding="utf-8").splitlines():
        one = json.loads(line)
        known = {entry.ask[0] for entry in company(one["company"]).faq}
        assert one["entry"] in known | {""}, one
