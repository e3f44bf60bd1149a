"""Tests of the verbs that speak JSON lines, and of the command line itself."""

from __future__ import annotations

import json
import math
import os
import subprocess
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from typer.testing import CliRunner

from bot.__main__ import VERBS, program
from bot.json_lines import BadLineError
from bot.verbs.score import answer as answer_score
from handlers.business import SAMPLE
from tests.bot.typed import COMMAND, Typed

HELP_COSTS = 0.5  # seconds of computing (contract)
NOW = "2026-03-10T09:00:00+07:00"
SENTENCE = "Chị Hoà 0901.234.567, cần trong tháng 4, tầm 200 triệu"


@pytest.fixture
def typed(tmp_path: Path) -> Typed:
    return Typed(tmp_path)


def line(**fields: Any) -> str:
    return json.dumps({"id": 1, "now": NOW, **fields})


# --- the command line --------------------------------------------------------------------


def test_help_lists_every_verb_and_costs_little(typed: Typed) -> None:
    typed.fresh("--help")  # the first compiles
    before = os.times()

    done = typed.fresh("--help")

    after = os.times()
    assert done.returncode == 0
    assert all(f"  {verb.name} " in done.stdout for verb in VERBS)
    spent = after.children_user - before.children_user
    assert spent + after.children_system - before.children_system < HELP_COSTS


@pytest.mark.parametrize("verb", [verb.name for verb in VERBS])
def test_every_verb_explains_itself(verb: str) -> None:
    done = CliRunner().invoke(program(verb), [verb, "--help"])

    assert done.exit_code == 0
    assert f"{verb} [OPTIONS]" in done.output


@pytest.mark.parametrize(
    "words",
    [(), ("undrstand",), ("understand", "--nonsense"), ("invite", "--role", "boss"), ("learn",)],
)
def test_misuse_ends_with_2(typed: Typed, words: tuple[str, ...]) -> None:
    done = typed(*words)

    assert done.returncode == 2
    assert "Usage:" in done.stdout + done.stderr


def test_a_bad_setting_ends_with_1_and_one_line(tmp_path: Path) -> None:
    typed = Typed(tmp_path, {"DUYEN_HTTP_PORT": "abc"})

    done = typed.fresh("run")

    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr == (
        "DUYEN_HTTP_PORT is 'abc': give a whole number from 1 to 65535, 8080 say.\n"
    )
    assert list(tmp_path.iterdir()) == []


# --- understand --------------------------------------------------------------------------


def test_understand_answers_line_by_line_with_the_id(typed: Typed) -> None:
    first, second = typed.answers(
        "understand", [line(id="a", text=SENTENCE), line(id={"b": 1}, text="")]
    )

    assert first["id"] == "a"
    assert first["version"] == 1
    assert first["budget"]["max"] == 240_000_000
    assert first["contact"]["phones"] == ["+84901234567"]
    start, end = first["timing"]["span"]
    assert SENTENCE[start:end] == first["timing"]["text"]
    assert second["id"] == {"b": 1}
    assert second["budget"] is None


def test_understand_uses_what_was_asked_and_the_price_range(typed: Typed) -> None:
    bare, asked = typed.answers(
        "understand",
        [
            line(text="15-25"),
            line(text="15-25", asked="budget", offer_range=[5_000_000, 100_000_000]),
        ],
    )

    assert bare["budget"] is None
    assert (asked["budget"]["min"], asked["budget"]["max"]) == (15_000_000, 25_000_000)
    assert asked["budget"]["assumed_unit"] == 1_000_000


BAD_LINES = {
    "": "not JSON",
    "nonsense": "not JSON",
    "[1]": "expected an object",
    '{"id": 7, "text": "a"}': "now:",
    '{"id": 7, "text": "a", "now": "2026-03-10T09:00:00"}': "now: the time names no zone",
    '{"id": 7, "text": "a", "now": 12}': "now:",
    '{"id": 7, "text": "a", "now": "0001-01-01T00:00:00Z"}': "now:",
    '{"id": 7, "text": 5, "now": "2026-03-10T09:00:00Z"}': "text:",
    '{"id": 7, "now": "2026-03-10T09:00:00Z"}': "text:",
    '{"id": NaN, "text": "a"}': "not JSON",
    '{"id": 1e999, "text": "a"}': "not JSON",
    '{"id": ' + "9" * 5000 + "}": "not JSON",
    "[" * 100_000: "nested too deeply",
    line(id=7, text="a", asked="price"): "asked:",
    line(id=7, text="a", asked=["budget"]): "asked:",
    line(id=7, text="a", offer_range=[1]): "offer_range:",
    line(id=7, text="a", offer_range=[2, 1]): "offer_range:",
    line(id=7, text="a", offer_range=["1", "2"]): "offer_range:",
    line(id=7, text="a", offer_range=[True, 2]): "offer_range:",
    line(id=7, text="a", offer_range={"low": 1}): "offer_range:",
}


def test_a_bad_line_gets_an_error_in_its_place_and_the_next_is_read(typed: Typed) -> None:
    good = line(id="good", text="chào em")
    lines = [one for bad in BAD_LINES for one in (bad, good)]

    answers = typed.answers("understand", lines)

    assert len(answers) == len(lines)
    assert all(one["id"] == "good" and "error" not in one for one in answers[1::2])
    for bad, said in zip(BAD_LINES, answers[::2], strict=True):
        assert set(said) == {"id", "error"}
        assert BAD_LINES[bad] in said["error"], bad
        assert said["id"] == (7 if bad.startswith('{"id": 7,') else None)


def test_bytes_that_are_no_text_and_odd_letters_do_no_harm(typed: Typed) -> None:
    lines = b"\xff\xfe\n\xef\xbb\xbf" + line(text="bom").encode() + b"\r\n"
    lines += b'{"id": "\\ud800", "text": "\\udfff 20 tri\\u1ec7u", "now": "2026-03-10T09:00Z"}'

    done = subprocess.run(
        (*COMMAND, "understand"),
        input=lines,
        env=typed.environment,
        capture_output=True,
        check=True,
    )

    no_text, bom, odd = (json.loads(one) for one in done.stdout.splitlines())
    assert no_text == {"id": None, "error": "not UTF-8"}
    assert bom["text"] == "bom"
    assert odd["id"] == "\ud800"
    assert odd["text"] == "\udfff 20 triệu"
    assert done.stderr == b""


def test_a_pipe_can_hold_a_dialogue(typed: Typed) -> None:
    process = subprocess.Popen(
        (*COMMAND, "understand"),
        env=typed.environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdin is not None
    assert process.stdout is not None

    with process:
        for number in range(3):
            process.stdin.write(line(id=number, text="20 triệu") + "\n")
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["id"] == number
        process.stdin.close()
        assert process.wait(10) == 0


def test_a_reader_that_leaves_is_no_fault(typed: Typed) -> None:
    lines = (line(text="20 triệu") + "\n") * 2000

    done = subprocess.run(
        f"{' '.join(COMMAND)} understand | head -n 1",
        shell=True,
        input=lines,
        env=typed.environment,
        capture_output=True,
        text=True,
        check=True,
    )

    assert len(done.stdout.splitlines()) == 1
    assert done.stderr == ""


@pytest.mark.parametrize("words", [("understand",), ("chat",)])
def test_a_reader_that_has_left_before_is_no_fault(typed: Typed, words: tuple[str, ...]) -> None:
    (typed.folder / "business.yaml").write_text(SAMPLE.read_text())
    reading, writing = os.pipe()
    os.close(reading)

    done = subprocess.run(
        (*COMMAND, *words),
        cwd=typed.folder,
        env=typed.environment,
        input=line(text="20 triệu") + "\n",
        stdout=writing,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )

    os.close(writing)
    assert (done.returncode, done.stderr) == (0, "")


def _in_a_shell(typed: Typed, words: str) -> subprocess.CompletedProcess[str]:
    """With its streams put elsewhere, as only a shell does."""
    return subprocess.run(
        f"{' '.join(COMMAND)} {words}",
        shell=True,
        input=line(text="20 triệu") + "\n",
        env=typed.environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full disk to try")
@pytest.mark.parametrize("verb", ["understand", "check --schema"])
def test_a_full_disk_behind_the_output_is_said_in_a_line(typed: Typed, verb: str) -> None:
    done = _in_a_shell(typed, f"{verb} > /dev/full")

    assert done.returncode == 1
    said = "What was to be printed could not be written: No space left on device.\n"
    assert done.stderr == said


@pytest.mark.skipif(os.name != "posix", reason="another shell")
@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-"])
def test_a_stream_that_is_closed_is_no_fault(typed: Typed, closed: str) -> None:
    done = _in_a_shell(typed, f"understand {closed}")

    assert (done.returncode, done.stderr) == (0, "")


# --- score -------------------------------------------------------------------------------


# In the form that `understand` prints, for 10 March.
FACTS: dict[str, Any] = {
    "version": 1,
    "lang": "vi",
    "need": {
        "status": "stated",
        "text": "cần 20 máy",
        "quantities": [{"value": 20, "unit": "máy", "span": [4, 10]}],
        "span": [0, 10],
        "confidence": 0.9,
    },
    "timing": {
        "status": "known",
        "earliest": "2026-04-01",
        "latest": "2026-04-30",
        "horizon": "quarter",
        "kind": "period",
        "span": [11, 24],
        "text": "trong tháng 4",
        "confidence": 0.95,
    },
    "budget": {
        "status": "known",
        "min": 160_000_000,
        "max": 240_000_000,
        "currency": "VND",
        "approx": True,
        "span": [26, 39],
        "text": "tầm 200 triệu",
        "confidence": 0.96,
    },
    "authority": None,
}


def event(kind: str, days_ago: int) -> dict[str, str]:
    return {"kind": kind, "at": f"2026-03-{10 - days_ago:02d}T08:00:00+07:00"}


def test_score_weighs_facts_and_events_with_reasons(typed: Typed) -> None:
    (answer,) = typed.answers(
        "score",
        [
            line(
                id="lan",
                facts=FACTS,
                events=[event("reply", 0), event("product_question", 2), event("no_reply", 1)],
                profile={"referral": True, "in_area": None},
                offer_range=[1_000_000, 500_000_000],
            )
        ],
    )

    assert answer["id"] == "lan"
    assert answer["qualification"] == 14 + 8 + 8
    assert answer["fit"] == 8
    assert answer["completeness"] == 75
    assert (answer["temperature"], answer["crossed"]) == ("warm", True)
    assert answer["stage"] == "mql"
    parts = answer["qualification"] + answer["fit"] + answer["engagement"] - answer["penalty"]
    assert math.isclose(parts, answer["score"], abs_tol=1e-9)
    reasons = answer["reasons"]
    assert math.isclose(sum(one["points"] for one in reasons), answer["score"], abs_tol=1e-9)
    assert {"points": 8, "text": "ngân sách hợp", "evidence": "tầm 200 triệu"} in reasons
    assert {"points": 8, "text": "được giới thiệu"} in reasons


def test_events_count_the_same_in_any_order(typed: Typed) -> None:
    events = [event("reply", ago) for ago in (5, 0, 3)] + [event("visit", 1)]

    answers = typed.answers(
        "score", [line(facts={}, events=events), line(facts={}, events=events[::-1])]
    )

    assert answers[0]["score"] == pytest.approx(answers[1]["score"], abs=1e-9)
    assert answers[0]["score"] > 0


def test_a_wish_to_be_called_is_hot_at_once(typed: Typed) -> None:
    (answer,) = typed.answers("score", [line(facts={}, events=[event("call_me", 0)])])

    assert answer["temperature"] == "hot"
    assert answer["crossed"] is True
    assert answer["stage"] == "sql"


def test_the_temperature_before_counts(typed: Typed) -> None:
    same = {
        "facts": {"need": FACTS["need"], "timing": FACTS["timing"]},
        "profile": {"referral": True},
    }

    cold, warm = typed.answers("score", [line(**same), line(**same, before="warm")])

    assert cold["score"] == warm["score"] == 30
    assert (cold["temperature"], cold["crossed"]) == ("cold", False)
    assert (warm["temperature"], warm["crossed"]) == ("warm", False)


@pytest.mark.parametrize(
    ("fields", "place"),
    [
        ({"facts": []}, "facts: "),
        ({"facts": {"buget": {}}}, "facts.buget: "),
        ({"facts": {"budget": 20}}, "facts.budget: "),
        ({"facts": {"budget": {"min": 1}}}, "facts.budget: status is missing"),
        ({"facts": {"budget": {"status": "rich"}}}, "facts.budget: "),
        ({"facts": {"budget": {"status": "known", "min": "a lot"}}}, "facts.budget.min: "),
        (
            {"facts": {"timing": {"status": "known", "horizon": "month", "latest": "soon"}}},
            "timing",
        ),
        ({"facts": {"need": {"status": "stated", "quantities": [5]}}}, "facts.need"),
        ({"facts": {"need": {"status": "stated", "span": 5}}}, "facts.need"),
        ({"events": {}}, "events: "),
        ({"events": [event("reply", 0), {"kind": "dance", "at": NOW}]}, "events[1].kind: "),
        ({"events": [{"kind": "reply", "at": "2026-03-10T08:00:00"}]}, "events[0].at: "),
        ({"events": [{"kind": "reply", "at": "2026-03-10T09:00:01+07:00"}]}, "later than now"),
        ({"events": [{"kind": ["reply"], "at": NOW}]}, "events[0].kind: "),
        ({"events": ["reply"]}, "events[0]: "),
        ({"profile": {"rich": True}}, "profile.rich: "),
        ({"profile": {"referral": "yes"}}, "profile.referral: "),
        ({"before": "boiling"}, "before: "),
        ({"before": 3}, "before: "),
        ({"offer_range": 5}, "offer_range: "),
        ({"now": "today"}, "now: "),
    ],
)
def test_a_bad_line_of_score_names_the_place(fields: dict[str, Any], place: str) -> None:
    # In this process: twenty children would take a minute.
    with pytest.raises(BadLineError) as caught:
        answer_score(ZoneInfo("Asia/Ho_Chi_Minh"), {"id": 1, "now": NOW, **fields})

    assert place in str(caught.value)


# --- check -------------------------------------------------------------------------------


def test_check_ticks_a_good_file(typed: Typed) -> None:
    sample = Path(__file__).parents[2] / "handlers" / "companies" / "anh-duong.yaml"

    done = typed("check", str(sample))

    assert done.returncode == 0
    assert done.stdout.startswith("✓ anh-duong.yaml  Ánh Dương: ")


def test_check_names_line_and_column_of_each_fault(typed: Typed) -> None:
    (typed.folder / "business.yaml").write_text("version: 1\ncompany:\n  nmae: Lan\n")

    done = typed("check")

    assert done.returncode == 1
    assert any(one.startswith("business.yaml:3:") for one in done.stdout.splitlines())
    assert done.stderr == ""
