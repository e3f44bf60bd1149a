"""The dialogue's regression test: whole conversations with every company, and who watches them."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from bot.simulation.cast import CAST, named
from bot.simulation.playing import PlayedConversation, play
from bot.simulation.report import report
from bot.simulation.simulate import simulate
from bot.simulation.stage import blank_database, open_stage
from handlers.business import SAMPLE, Business
from handlers.channel import Kind
from handlers.front_desk import NO_NUMBERS, FrontDesk, Numbers
from handlers.owners_file import load
from handlers.prospect.turn import Message
from storage.store import Work
from tests.bot.typed import Typed

COMPANIES = sorted(SAMPLE.parent.glob("*.yaml"))
AT_MOST = 8  # turns of a willing persona, with four questions


@pytest.fixture(scope="module")
def blank() -> Iterator[Path]:
    with blank_database() as blank:
        yield blank


def played(
    blank: Path, name: str, *, seed: int = 0, desk: type[FrontDesk] = FrontDesk, **said: Business
) -> PlayedConversation:
    """One conversation; `meets` is the company as it is met, where that is not as it is known."""
    known = load(SAMPLE)
    persona = named(name)
    assert persona is not None

    async def act() -> PlayedConversation:
        async with open_stage(said.get("meets", known), blank, desk) as stage:
            return await play(stage, known, persona, seed)

    return asyncio.run(act())


@pytest.mark.parametrize("file", COMPANIES, ids=lambda file: file.stem)
def test_nobody_meets_a_fault_at_any_company(file: Path) -> None:
    business = load(file)

    conversations = simulate(business, CAST, seeds=1)

    assert not [one for one in conversations if one.violations], report(file.stem, conversations)
    willing = [one for one in conversations if one.persona.name in ("willing", "tapper", "numbers")]
    assert max(one.turns_to_complete or 99 for one in willing) <= AT_MOST


def test_nobody_who_writes_english_meets_a_fault() -> None:
    cast = [one.writing("en") for one in CAST]

    conversations = simulate(load(SAMPLE), cast, seeds=1)

    assert not [one for one in conversations if one.violations], report("en", conversations)


@pytest.mark.parametrize(("name", "saves"), [("burst", 1), ("volunteer", 3)])
def test_every_fact_that_is_volunteered_saves_a_question(
    blank: Path, name: str, saves: int
) -> None:
    step_by_step = played(blank, "willing")

    volunteered = played(blank, name)

    assert step_by_step.questions - volunteered.questions == saves


def test_the_same_seed_plays_the_same_conversation(blank: Path) -> None:
    assert str(played(blank, "editor", seed=5)) == str(played(blank, "editor", seed=5))


# --- who watches the watcher ----------------------------------------------------------------


class _Chatty(FrontDesk):
    """Answers everything three times."""

    def on_turn(
        self,
        work: Work,
        messages: tuple[Message, ...],
        now: datetime,
        numbers: Numbers = NO_NUMBERS,
    ) -> None:
        for _ in range(3):
            super().on_turn(work, messages, now, numbers)


class _NumbToTaps(FrontDesk):
    """Does not notice that a button was pressed."""

    def on_turn(
        self,
        work: Work,
        messages: tuple[Message, ...],
        now: datetime,
        numbers: Numbers = NO_NUMBERS,
    ) -> None:
        heard = tuple(one for one in messages if one[1].kind is not Kind.BUTTON)
        if heard:
            super().on_turn(work, heard, now, numbers)


class _DeafToNumbers(FrontDesk):
    """Hears words, but no figures: asks again for what was said."""

    def on_turn(
        self,
        work: Work,
        messages: tuple[Message, ...],
        now: datetime,
        numbers: Numbers = NO_NUMBERS,
    ) -> None:
        heard = tuple(
            (row, replace(one, text="lalala") if any(map(str.isdigit, one.text)) else one)
            for row, one in messages
        )
        super().on_turn(work, heard, now, numbers)


class _Insistent(FrontDesk):
    """Does not hear that somebody wants to be left alone."""

    def on_turn(
        self,
        work: Work,
        messages: tuple[Message, ...],
        now: datetime,
        numbers: Numbers = NO_NUMBERS,
    ) -> None:
        heard = tuple(
            (row, replace(one, text="em ơi") if "đừng" in one.text else one)
            for row, one in messages
        )
        super().on_turn(work, heard, now, numbers)


@pytest.mark.parametrize(
    ("desk", "persona", "fault"),
    [
        (_Chatty, "willing", "messages in one turn"),
        (_NumbToTaps, "tapper", "no answer at all"),
        (_DeafToNumbers, "no-marks", "was asked although"),
        (_Insistent, "stopper", "a message after the opt-out"),
    ],
)
def test_a_planted_fault_is_named(
    blank: Path, desk: type[FrontDesk], persona: str, fault: str
) -> None:
    assert fault in "\n".join(played(blank, persona, desk=desk).violations)


def test_an_unanswered_question_is_named(blank: Path) -> None:
    knows_nothing = load(SAMPLE).model_copy(update={"faq": ()})

    conversation = played(blank, "curious", meets=knows_nothing)

    assert "was not answered" in "\n".join(conversation.violations)


def test_a_second_question_in_a_turn_is_named(blank: Path) -> None:
    business = load(SAMPLE)
    first, *others = business.questions
    twice = first.ask.model_copy(update={"vi": f"{first.ask.vi} Và khi nào ạ?"})
    asks_twice = (first.model_copy(update={"ask": twice}), *others)

    conversation = played(
        blank, "willing", meets=business.model_copy(update={"questions": asks_twice})
    )

    assert "2 question marks" in "\n".join(conversation.violations)


# --- the verb ---------------------------------------------------------------------------------


def test_the_verb_prints_the_figures_and_ends_well(tmp_path: Path) -> None:
    done = Typed(tmp_path).fresh("simulate", "--persona", "hot", "--seeds", "1")

    assert done.returncode == 0, done.stderr
    assert "hot" in done.stdout
    assert not done.stderr


def test_a_broken_rule_ends_the_verb_with_1_and_says_which(tmp_path: Path) -> None:
    file = tmp_path / "business.yaml"
    text = SAMPLE.read_text(encoding="utf-8")
    asked = 'vi: "{You} đang cần gì ạ?"'
    assert asked in text
    file.write_text(text.replace(asked, 'vi: "{You} cần gì ạ? Khi nào ạ?"'), encoding="utf-8")

    done = Typed(tmp_path)(
        "simulate", "--persona", "willing", "--seeds", "1", "--business", str(file)
    )

    assert done.returncode == 1
    assert "question marks in a turn" in done.stdout


def test_a_persona_nobody_knows_is_misuse_and_the_known_are_listed(tmp_path: Path) -> None:
    done = Typed(tmp_path)("simulate", "--persona", "nobody")

    assert done.returncode == 2
    assert "code-switcher" in done.stderr
