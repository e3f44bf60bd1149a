"""The score learns from the business's own outcomes, and only what was known at the time."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from random import Random

import pytest

from handlers.score.endings import LEAST_SILENCE, ended, seen, silence
from handlers.score.own_learning import Lesson, learn_from
from handlers.score.reasons import sentence
from handlers.score.replaying import Replay, replays
from handlers.score.rules import rules_of
from handlers.score.stages import move
from handlers.score.weighing import Happening, Weighed, reached, weigh
from scoring.features import features
from scoring.lead import BuyingRole, Lead, Stage, Temperature
from storage.models import ACTIVE, RETIRED, SHADOW
from storage.store import Store, Work, open_store
from storage.totals import WON
from tests.fakes import MORNING
from tests.house import SAMPLE_BUSINESS
from tests.scoring.any_lead import authority, fact, need

BUSINESS = SAMPLE_BUSINESS
DAY = timedelta(days=1)


def _lead(work: Work, lead_id: int) -> Lead:
    lead = work.leads.get(lead_id)
    assert lead is not None
    return lead


def _comes(work: Work, source: str, now: datetime, kinds: tuple[str, ...] = ("reply",)) -> Weighed:
    lead_id = work.leads.create(name="", source=source, now=now)
    told = tuple(Happening(kind, f"{lead_id}:{kind}") for kind in kinds)
    work.leads.learn(lead_id, (replace(fact(need()), learned_at=now),))
    return weigh(work, BUSINESS, _lead(work, lead_id), now, happenings=told, heard=True)


def _ends(work: Work, lead: Lead, won: bool, now: datetime) -> None:
    if won:
        work.events.record(lead.id, WON, now)
        lead = move(work, lead, Stage.OPPORTUNITY, who="staff:1", why="accepted", now=now)
    stage = Stage.CUSTOMER if won else Stage.LOST
    move(work, lead, stage, who="staff:1", why="giá", now=now)


async def _learn(store: Store, now: datetime) -> Lesson:
    outcomes = await seen(store, BUSINESS, now)
    return await learn_from(store, BUSINESS, outcomes, now)


def _replays(work: Work, lead_id: int) -> tuple[Replay, ...]:
    return replays(work, _lead(work, lead_id))


# How often a lead of a source becomes a customer, in the company of these tests.
_RATES = {"friend": 0.85, "facebook": 0.05, "search": 0.3}


def _history(work: Work, count: int, now: datetime, rates: dict[str, float] = _RATES) -> datetime:
    dice = Random(7)
    for _ in range(count):
        source = dice.choice(sorted(rates))
        kinds = ("reply", *(("product_question",) if dice.random() < 0.5 else ()))
        weighed = _comes(work, source, now, kinds)
        _ends(work, weighed.lead, dice.random() < rates[source], now + 2 * DAY)
        now += timedelta(hours=2)
    return now + 3 * DAY


# Enough to prove what these rates tell, at both databases.
_ENOUGH = 200


@pytest.fixture(scope="module")
def taught_file(blank_sqlite: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A company that has learned its score already, to copy from."""
    file = tmp_path_factory.mktemp("taught") / "taught.db"
    file.write_bytes(blank_sqlite.read_bytes())

    async def teach() -> None:
        store = open_store(f"sqlite:///{file}")
        now = await store.run(lambda work: _history(work, _ENOUGH, MORNING))
        assert (await _learn(store, now)).activate
        await store.close()

    asyncio.run(teach())
    return file


@pytest.fixture
def taught_url(taught_file: Path, tmp_path: Path) -> str:
    file = tmp_path / "duyen.db"
    file.write_bytes(taught_file.read_bytes())
    return f"sqlite:///{file}"


@pytest.fixture
async def taught(taught_url: str) -> AsyncIterator[Store]:
    store = open_store(taught_url)
    yield store
    await store.close()


# When that company has learned: see `_history`.
TAUGHT_AT = MORNING + _ENOUGH * timedelta(hours=2) + 3 * DAY


async def test_below_fifty_outcomes_the_points_stand_alone(sqlite_store: Store) -> None:
    now = await sqlite_store.run(lambda work: _history(work, 40, MORNING))

    lesson = await _learn(sqlite_store, now)

    assert lesson.model is None
    assert await sqlite_store.read(lambda work: work.models.versions()) == ()


async def test_what_is_not_proven_stays_in_the_shadow(sqlite_store: Store) -> None:
    coin = {"friend": 0.3, "facebook": 0.3, "search": 0.3}
    now = await sqlite_store.run(lambda work: _history(work, 160, MORNING, coin))

    await _learn(sqlite_store, now)
    await _learn(sqlite_store, now + DAY)

    versions = await sqlite_store.read(lambda work: work.models.versions())
    assert [one.state for one in versions] == [SHADOW]  # the shadow of before made way


async def test_what_is_proven_weighs_from_the_next_message_on_and_replays(store: Store) -> None:
    now = await store.run(lambda work: _history(work, _ENOUGH, MORNING))

    lesson = await _learn(store, now)
    friend = await store.run(lambda work: _comes(work, "friend", now))
    crowd = await store.run(lambda work: _comes(work, "facebook", now))

    assert lesson.activate
    (version,) = await store.read(lambda work: work.models.versions())
    assert (version.state, version.who) == (ACTIVE, "bot")
    assert "later outcomes" in version.why
    assert version.metrics["gain"] > 2 * version.metrics["error"] > 0
    assert friend.lead.chance is not None
    assert crowd.lead.chance is not None
    assert friend.lead.chance > 0.6 > 0.2 > crowd.lead.chance
    assert friend.lead.points > 35 > crowd.lead.points
    assert crowd.lead.temperature is Temperature.COLD
    for weighed in (friend, crowd):
        assert sum(one.points for one in weighed.score.reasons) == weighed.score.points
        (found,) = await store.run(partial(_replays, lead_id=weighed.lead.id))
        kept = found.kept
        assert found.is_equal
        assert kept.model == version.hash
        assert (kept.low or 1) < (kept.chance or 1) < (kept.high or 0)
    taken = await store.read(lambda work: work.events.last_snapshot(friend.lead.id))
    assert taken is not None
    assert "kinh nghiệm từ đơn cũ: nguồn" in sentence(taken, "vi")


async def test_no_model_praises_whom_the_rules_never_let_be_hot(taught: Store) -> None:
    spam = await taught.run(lambda work: _comes(work, "friend", TAUGHT_AT, ("reply", "spam")))

    assert (spam.lead.chance, spam.lead.points) == (None, 0)
    assert spam.lead.temperature is Temperature.COLD


async def test_when_the_world_turns_round_the_model_goes_by_itself(taught: Store) -> None:
    turned = {"friend": 0.02, "facebook": 0.05, "search": 0.02}
    later = await taught.run(lambda work: _history(work, 60, TAUGHT_AT, turned))

    lesson = await _learn(taught, later)

    assert lesson.fallback.startswith("z = -")
    (version,) = await taught.read(lambda work: work.models.versions())
    assert (version.state, version.why) == (RETIRED, lesson.fallback)
    after = await taught.run(lambda work: _comes(work, "friend", later))
    assert after.lead.chance is None


async def test_a_small_drift_is_put_right_by_a_new_version(taught: Store) -> None:
    harder = {"friend": 0.65, "facebook": 0.03, "search": 0.15}
    later = await taught.run(lambda work: _history(work, 60, TAUGHT_AT, harder))

    # A week after the fit it would be time for a new one.
    lesson = await _learn(taught, later - 2 * DAY)

    assert lesson.why == "recalibrated"
    assert lesson.model is not None
    assert lesson.model.shift < 0
    before, after = await taught.read(lambda work: work.models.versions())
    assert (before.state, after.state, after.parent) == (RETIRED, ACTIVE, before.hash)


# --- only what was known at the time ----------------------------------------------------------


async def test_what_was_learned_after_the_first_touch_is_in_no_feature(
    sqlite_store: Store,
) -> None:
    def live(work: Work) -> tuple[tuple[str, ...], float, int]:
        weighed = _comes(work, "friend", MORNING)
        lead, rules = weighed.lead, rules_of(BUSINESS).rules
        then = features(lead, weighed.score, MORNING, rules), weighed.score.points, lead.id
        # A rep has the lead in hand, and writes what he hears.
        reached(work, BUSINESS, lead, MORNING + DAY, "called:1", 1)
        boss = fact(authority(BuyingRole.DECISION_MAKER))
        work.leads.learn(lead.id, (replace(boss, learned_at=MORNING + DAY),))
        told = (Happening("checkout_started", "late"), Happening("reply", "later"))
        weigh(work, BUSINESS, _lead(work, lead.id), MORNING + 2 * DAY, happenings=told)
        _ends(work, _lead(work, lead.id), True, MORNING + 3 * DAY)
        return then

    cells, points, lead_id = await sqlite_store.run(live)

    (one,) = await seen(sqlite_store, BUSINESS, MORNING + 4 * DAY)
    assert (one.lead_id, one.won) == (lead_id, True)
    assert one.cells == cells
    assert one.points == points


async def test_the_rep_is_in_no_feature(sqlite_store: Store) -> None:
    weighed = await sqlite_store.run(lambda work: _comes(work, "friend", MORNING))
    rules = rules_of(BUSINESS).rules

    mine = features(replace(weighed.lead, rep_id=1), weighed.score, MORNING, rules)
    theirs = features(replace(weighed.lead, rep_id=2), weighed.score, MORNING, rules)

    assert mine == theirs


async def test_silence_is_a_loss_after_three_times_the_usual_days(sqlite_store: Store) -> None:
    def live(work: Work) -> None:
        for number in range(3):
            weighed = _comes(work, "search", MORNING)
            _ends(work, weighed.lead, True, MORNING + (9 + number) * DAY)
        _comes(work, "search", MORNING + DAY)

    await sqlite_store.run(live)

    # Ten days are usual: the silent one counts from the thirtieth day of its silence on.
    early = await sqlite_store.read(lambda work: ended(work, MORNING + 30.9 * DAY))
    late = await sqlite_store.read(lambda work: ended(work, MORNING + 31.1 * DAY))

    assert [one.won for one in early] == [True] * 3
    assert [one.won for one in late] == [True, True, True, False]


@pytest.mark.parametrize(("days", "patience"), [([], 14), ([2, 3, 4], 14), ([5, 8, 30], 24)])
def test_a_silence_lasts_a_fortnight_at_least(days: list[int], patience: int) -> None:
    assert timedelta(days=14) == LEAST_SILENCE
    assert silence([day * DAY for day in days]) == patience * DAY
