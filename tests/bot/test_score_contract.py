"""The verb `score` from the outside: a child process, a pipe, the contract line by line."""

from __future__ import annotations

import json
import math
import subprocess
import sys
from typing import Any

import pytest

pytestmark = pytest.mark.e2e

NOW = "2026-11-21T10:00:00+07:00"
OFFERS = [20_000_000, 300_000_000]
NEED = {"status": "stated", "text": "20 bộ bàn ghế", "quantities": [{"value": 20, "unit": "bộ"}]}
SOON = {
    "status": "known",
    "horizon": "immediate",
    "earliest": "2026-11-21",
    "latest": "2026-11-28",
    "text": "tuần này",
}
MONEY = {"status": "known", "min": 50e6, "max": 50e6, "text": "50 triệu"}
BOSS = {"role": "decision_maker", "text": "chị quyết"}
LINES: list[dict[str, Any]] = [
    {"id": "none", "now": NOW, "facts": {}, "events": []},
    {
        "id": "all",
        "now": NOW,
        "facts": {"need": NEED, "timing": SOON, "budget": MONEY, "authority": BOSS},
        "events": [
            {"kind": "reply", "at": "2026-11-21T09:00:00+07:00"},
            {"kind": "quote_request", "at": "2026-11-07T10:00:00+07:00"},
        ],
        "profile": {"existing_customer": True, "in_area": True},
        "offer_range": OFFERS,
        "before": "warm",
    },
    {
        "id": "call",
        "now": NOW,
        "facts": {},
        "events": [{"kind": "call_me", "at": "2026-11-18T10:00:01+07:00"}],
    },
    {
        "id": "late",
        "now": NOW,
        "facts": {},
        "events": [{"kind": "call_me", "at": "2026-11-18T10:00:00+07:00"}],
    },
    {
        "id": "spam",
        "now": NOW,
        "facts": {"need": NEED},
        "events": [{"kind": "call_me", "at": NOW}, {"kind": "spam", "at": NOW}],
    },
    {"id": "odd", "now": NOW, "facts": {}, "events": [{"kind": "telepathy", "at": NOW}]},
    {
        "id": "future",
        "now": NOW,
        "facts": {},
        "events": [{"kind": "reply", "at": "2027-01-01T00:00:00+07:00"}],
    },
    {"id": "english", "now": NOW, "facts": {"need": NEED}, "language": "en"},
    {"id": "klingon", "now": NOW, "facts": {}, "language": "tlh"},
    {"id": "two ways", "now": NOW, "facts": {"authority": [BOSS, {"role": "no_authority"}]}},
]


@pytest.fixture(scope="module")
def answers() -> dict[str, dict[str, Any]]:
    given = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in LINES)
    done = subprocess.run(
        [sys.executable, "-m", "bot", "score"],
        input=given + "{bad\n",
        capture_output=True,
        check=True,
        encoding="utf-8",
        timeout=120,
    )
    told = [json.loads(line) for line in done.stdout.splitlines()]
    assert [one["id"] for one in told] == [*(line["id"] for line in LINES), None]
    assert "error" in told[-1]
    return {one["id"]: one for one in told[:-1]}


def test_each_answer_has_the_fields_of_the_contract(answers: dict[str, dict[str, Any]]) -> None:
    expected = {"id", "qualification", "fit", "engagement", "penalty", "score", "completeness"}
    expected |= {"temperature", "crossed", "stage", "reasons"}

    for name in ("none", "all", "call", "spam"):
        assert set(answers[name]) == expected


def test_the_parts_are_those_of_the_design(answers: dict[str, dict[str, Any]]) -> None:
    told = answers["all"]

    raw = 4 * 2 ** (-(1 / 24) / 7) + 30 * 2**-1
    assert told["qualification"] == 14 + 12 + 8 + 6
    assert told["fit"] == 12 + 4
    assert told["engagement"] == pytest.approx(40 * (1 - math.exp(-raw / 40)), abs=1e-9)
    assert told["score"] == told["qualification"] + told["fit"] + told["engagement"]
    assert (told["completeness"], told["temperature"], told["crossed"]) == (100, "hot", True)
    assert told["stage"] == "sql"


def test_the_sum_of_the_reasons_is_the_score_exactly(answers: dict[str, dict[str, Any]]) -> None:
    for name in ("none", "all", "call", "spam"):
        reasons = answers[name]["reasons"]
        assert sum(one["points"] for one in reasons) == answers[name]["score"]
        assert all(set(one) <= {"points", "text", "evidence"} for one in reasons)


def test_every_point_of_a_fact_names_its_words(answers: dict[str, dict[str, Any]]) -> None:
    quoted = {one.get("evidence") for one in answers["all"]["reasons"]}

    assert {"20 bộ bàn ghế", "tuần này", "50 triệu", "chị quyết"} <= quoted


def test_a_wish_is_hot_for_three_days_and_not_a_second_more(
    answers: dict[str, dict[str, Any]],
) -> None:
    assert (answers["call"]["temperature"], answers["call"]["crossed"]) == ("hot", True)
    assert (answers["late"]["temperature"], answers["late"]["crossed"]) == ("cold", False)
    assert (answers["spam"]["temperature"], answers["spam"]["score"]) == ("cold", 0)
    assert answers["spam"]["penalty"] == 100


def test_what_cannot_be_weighed_is_told_with_its_place(answers: dict[str, dict[str, Any]]) -> None:
    assert answers["odd"]["error"].startswith("events[0].kind")
    assert answers["future"]["error"].startswith("events[0].at")


def test_the_reasons_are_in_the_language_asked_for(answers: dict[str, dict[str, Any]]) -> None:
    assert answers["all"]["reasons"][0]["text"] == "nhu cầu rõ"
    assert answers["english"]["reasons"][0]["text"] == "clear need"
    assert answers["klingon"]["error"] == "language: expected one of vi, en"


def test_answers_of_one_slot_may_be_given_in_the_order_they_were_said(
    answers: dict[str, dict[str, Any]],
) -> None:
    assert answers["two ways"]["qualification"] == 0
    assert answers["two ways"]["completeness"] == 25
