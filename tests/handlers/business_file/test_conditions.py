"""The little grammar of `when:` – what it says, when it holds, whether it ever can."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from handlers.business_file.conditions import OTHER, Answer, can_hold, comparisons, condition

HOLDS: tuple[tuple[str, dict[str, Answer], bool], ...] = (
    ("need == 'pos'", {"need": "pos"}, True),
    ('need == "pos"', {"need": "acc"}, False),
    ("need == pos", {"need": "pos"}, True),
    ("need == 'pos'", {}, False),
    ("need != 'other'", {"need": OTHER}, False),
    ("need != 'other'", {}, True),
    ("need in ('pos', 'acc')", {"need": "acc"}, True),
    ("need in (pos)", {"need": "acc"}, False),
    ("budget >= 10tr", {"budget": 10_000_000}, True),
    ("budget > 10 triệu", {"budget": 10_000_000}, False),
    ("budget < 1.5tr", {"budget": 1_499_999}, True),
    ("budget <= 400_000", {"budget": 400_001}, False),
    ("budget == 2 tỷ", {"budget": 2_000_000_000}, True),
    ("budget > 3", {"budget": "unsure"}, False),
    ("budget known", {"budget": "unsure"}, True),
    ("budget unknown", {}, True),
    ("not need == 'pos'", {"need": "pos"}, False),
    ("need == 'a' or need == 'b' and budget known", {"need": "a"}, True),
    ("(need == 'a' or need == 'b') and budget known", {"need": "a"}, False),
    ("not (need known or budget known)", {}, True),
)


@pytest.mark.parametrize(("text", "answers", "holds"), HOLDS)
def test_a_condition_holds_by_the_answers(
    text: str, answers: dict[str, Answer], holds: bool
) -> None:
    assert condition(text).holds(answers) is holds


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("", 1),
        ("need", 5),
        ("need == ", 9),
        ("need == 'pos", 9),
        ("need = 'pos'", 6),
        ("need == 'pos' or", 17),
        ("(need == 'pos'", 15),
        ("need == 'pos')", 14),
        ("need in ()", 10),
        ("need in 'pos'", 9),
        ("budget > 'pos'", 10),
        ("and need == 'pos'", 1),
        ("need == and", 9),
        ("__import__('os')", 11),
        ("need == 'pos'; x", 14),
        ("1 == 1", 1),
    ],
)
def test_what_is_no_condition_is_refused_at_its_place(text: str, place: int) -> None:
    with pytest.raises(PydanticCustomError) as caught:
        condition(text)

    assert (caught.value.context or {})["place"] == place


@given(st.text(max_size=300))
def test_any_text_is_a_condition_or_is_refused(text: str) -> None:
    try:
        read = condition(text)
    except PydanticCustomError:
        return
    assert read.holds({}) in (True, False)
    assert list(comparisons(read))


@pytest.mark.parametrize(
    ("text", "can"),
    [
        ("need == 'pos'", True),
        ("need == 'pos' and need == 'acc'", False),
        ("need == 'pos' and need != 'pos'", False),
        ("need known and need unknown", False),
        ("budget > 10tr and budget < 10tr", False),
        ("budget >= 10tr and budget <= 10tr", True),
        ("budget > 9 and budget < 11", True),
        ("not (need known or need unknown)", False),
    ],
)
def test_a_condition_that_nothing_makes_true_is_found(text: str, can: bool) -> None:
    answers: dict[str, tuple[Answer, ...]] = {
        "need": (None, OTHER, "pos", "acc"),
        "budget": (None, 9, 10, 11, 9_999_999, 10_000_000, 10_000_001),
    }

    assert can_hold(condition(text), answers) is can


def test_a_condition_with_too_many_ways_to_answer_counts_as_possible() -> None:
    names = [f"q{number}" for number in range(12)]
    text = " and ".join(f"{name} == 'x'" for name in names)[:190].rpartition(" and ")[0]

    assert can_hold(condition(text), {name: tuple(f"a{n}" for n in range(9)) for name in names})
