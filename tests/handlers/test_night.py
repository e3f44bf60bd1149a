"""What a night concludes of the score, who hears of it, and who may overrule it."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import datetime, timedelta
from functools import cache
from random import Random
from typing import Any

import pytest

from handlers.score.endings import AsScored, Seen
from handlers.score.night import at_night
from handlers.score.own_learning import (
    CHOICE,
    POINTS_ALONE,
    RECALIBRATED,
    Known,
    Lesson,
    keep,
    lesson_of,
)
from scoring.features import names
from scoring.lead import Lead
from scoring.learned.own_model import Judge, OwnModel
from scoring.learned.own_training import Outcome, learn_own
from scoring.weights import Rules
from storage.events import Snapshot
from storage.models import ACTIVE, RETIRED, SHADOW, Version
from storage.nights import Night
from storage.store import Work
from tests.fakes import MORNING
from tests.house import SAMPLE_BUSINESS, House

BUSINESS = SAMPLE_BUSINESS
DAY = timedelta(days=1)
COLUMNS = names(Rules())
_PLACE = COLUMNS.index("source")
_PULL = {"friend": 1.5, "search": 0.0, "facebook": -1.5}


def _cells(source: str) -> tuple[str, ...]:
    cells = ["0"] * len(COLUMNS)
    cells[_PLACE] = source
    return tuple(cells)


def _seen(
    count: int,
    since: datetime,
    *,
    seed: int = 1,
    shift: float = 0.0,
    told_by: OwnModel | None = None,
) -> tuple[Seen, ...]:
    """Outcomes six hours apart; `told_by` is the version that gave their chances."""
    dice, found = Random(seed), []
    judge = Judge(told_by) if told_by is not None else None
    for number in range(count):
        source, points = dice.choice(sorted(_PULL)), min(100.0, max(0.0, dice.gauss(35, 18)))
        logit = shift - 0.8 + _PULL[source] + 0.6 * (points - 35) / 18
        won = dice.random() < 1 / (1 + math.exp(-logit))
        at = since + number * timedelta(hours=6)
        chance = judge.chance(_cells(source), points).chance if judge is not None else None
        model = told_by.hash if told_by is not None else ""
        scored = Snapshot(at - DAY, 0, 0, 0, 0, points, "cold", (), chance=chance, model=model)
        found.append(
            Seen(number, AsScored(Lead(number), scored, (), _cells(source), points), won, at)
        )
    return tuple(found)


@cache
def _model(seed: int = 1, shift: float = 0.0) -> OwnModel:
    past = _seen(300, MORNING - 100 * DAY, seed=seed, shift=shift)
    return learn_own(COLUMNS, [Outcome(one.cells, one.points, one.won) for one in past], 0.17)


def _version(
    model: OwnModel, fitted_at: datetime, state: str = ACTIVE, parent: str = ""
) -> Version:
    metrics: dict[str, Any] = {"fitted_at": fitted_at.isoformat()}
    text = model.to_json()
    return Version(1, model.hash, state, text, parent, metrics, "bot", "", fitted_at, fitted_at)


def _in_force(model: OwnModel, choice: str = "") -> Known:
    return Known((_version(model, MORNING),), choice)


def test_a_week_after_the_last_fit_a_proven_new_one_takes_over() -> None:
    past = _seen(400, MORNING - 100 * DAY)
    known = _in_force(_model(seed=2))

    early = lesson_of(BUSINESS, past, known, MORNING + 6.9 * DAY)
    late = lesson_of(BUSINESS, past, known, MORNING + 7.1 * DAY)

    assert (early.activate, late.activate) == (False, True)
    assert late.metrics is not None
    assert late.metrics["from"] < late.metrics["to"]


def test_being_put_right_every_night_does_not_put_the_next_fit_off() -> None:
    renewed = replace(_model(seed=2), shift=0.3)
    version = replace(_version(renewed, MORNING), changed_at=MORNING + 7 * DAY)
    past = _seen(400, MORNING - 100 * DAY)

    lesson = lesson_of(BUSINESS, past, Known((version,)), MORNING + 7.1 * DAY)

    assert lesson.activate
    assert lesson.why != RECALIBRATED


def test_the_alarm_counts_what_a_fit_said_before_it_was_put_right_too() -> None:
    first = _model()
    second = replace(first, shift=0.1)
    known = Known(
        (_version(first, MORNING, RETIRED), _version(second, MORNING, ACTIVE, first.hash))
    )
    turned = (
        *_seen(30, MORNING, shift=-4, told_by=first),
        *_seen(30, MORNING + 10 * DAY, shift=-4, told_by=second),
    )

    lesson = lesson_of(BUSINESS, turned, known, MORNING + 20 * DAY)

    assert lesson.fallback.startswith("z = -")
    assert lesson.back_to is None  # the one before is as wrong


def test_an_alarm_brings_the_latest_version_back_that_still_holds() -> None:
    honest, wrong = _model(shift=-4), _model(seed=3)
    known = Known(
        (_version(honest, MORNING - DAY, RETIRED), _version(wrong, MORNING, ACTIVE, honest.hash))
    )
    turned = _seen(60, MORNING, shift=-4, told_by=wrong)

    lesson = lesson_of(BUSINESS, turned, known, MORNING + 20 * DAY)

    assert lesson.back_to is not None
    assert lesson.back_to.hash == honest.hash


@pytest.mark.parametrize("choice", [POINTS_ALONE, "some version"])
def test_what_the_owner_chose_the_bot_does_not_change(choice: str) -> None:
    past = _seen(400, MORNING - 100 * DAY)
    known = Known((), choice) if choice == POINTS_ALONE else _in_force(_model(), choice)

    lesson = lesson_of(BUSINESS, past, known, MORNING + 30 * DAY)

    assert lesson.model is not None  # in the shadow
    assert not lesson.activate


def test_a_version_that_knows_other_columns_goes() -> None:
    strange = learn_own(
        ("source",), [Outcome(("a",), 1.0 * (n % 9), n % 3 == 0) for n in range(60)], 0.2
    )

    lesson = lesson_of(BUSINESS, (), _in_force(strange), MORNING)

    assert lesson.fallback == "columns"


# --- the owner hears of it, and chooses -----------------------------------------------------------


async def test_the_owner_hears_of_an_alarm_once_and_not_at_night(sqlite_house: House) -> None:
    house = sqlite_house
    await house.joins("chu", "owner", "Chú Tư")
    await house.joins("minh", "rep", "Minh")
    night = Night(
        MORNING.date(), {"z_50": -4.1}, {"vi": "⚠ Điểm học đã tự rút", "en": "⚠ Withdrawn"}
    )
    await house.passes(hours=1)
    await house.store.run(lambda work: work.nights.keep(night))
    heard = len(house.channel.chat("chu"))

    await house.passes(hours=15)  # one in the morning
    assert len(house.channel.chat("chu")) == heard
    await house.passes(hours=8)
    await house.passes(hours=24)

    told = [one.text for one in house.channel.chat("chu") if "tự rút" in one.text]
    assert told == ["⚠ Điểm học đã tự rút"]
    assert not [one for one in house.channel.chat("minh") if "tự rút" in one.text]


async def test_a_night_stores_what_calibration_shows(sqlite_house: House) -> None:
    house = sqlite_house
    await house.joins("hoa", "manager", "Hoa")
    await house.says("lan", "cần máy in cho 3 quán, gọi cho tôi 0912 345 678")
    await house.says("mai", "xin chào")

    night = await at_night(house.store, house.business, house.clock.now() + DAY)

    assert night.figures["unscored"] == 0
    assert "rising" not in night.figures
    assert night.figures["open"] == 2
    assert night.figures["hot"] == 0.5
    assert night.figures["unknown"] == {"need": 0.5, "timing": 1, "budget": 1, "authority": 1}
    told = (await house.says("hoa", "/calibration")).text
    assert "2 khách đang mở, 50 % đang nóng" in told
    assert "thời gian 100 %" in told


def _store(work: Work) -> tuple[str, str]:
    """One version in force, another on trial."""
    told = {"gain": 0.041, "error": 0.012, "later": 130, "outcomes": 300, "won": 90, "touched": 120}
    span = {
        "from": MORNING.isoformat(),
        "to": MORNING.isoformat(),
        "fitted_at": MORNING.isoformat(),
    }
    hashes = []
    for seed, activate in ((1, True), (2, False)):
        lesson = Lesson("", None, _model(seed), activate, "log loss", {**told, **span})
        keep(work, lesson, None, MORNING)
        hashes.append(_model(seed).hash)
    return hashes[0], hashes[1]


async def test_the_owner_sees_the_versions_and_switches_them(sqlite_house: House) -> None:
    house = sqlite_house
    await house.joins("chu", "owner", "Chú Tư")
    first, second = await house.store.run(_store)

    shown = await house.says("chu", "phiên bản điểm")
    assert f"{first[:6]}: đang dùng" in shown.text
    assert (
        "máy: đoán sát hơn điểm thường, log loss giảm 0.041 ± 0.012 trên 130 kết quả sau"
        in shown.text
    )
    assert "Máy tự chọn" in shown.text

    changed = await house.taps("chu", f"Dùng bản {second[:6]}")
    assert f"{second[:6]}: đang dùng" in changed.text
    assert "Chú Tư: chủ chọn" in changed.text
    assert f"giữ bản {second[:6]}" in changed.text

    await house.taps("chu", "Chỉ dùng điểm thường")
    versions = await house.store.read(lambda work: work.models.versions())
    assert {one.state for one in versions} <= {RETIRED, SHADOW}
    await house.taps("chu", "Để máy tự chọn")
    assert await house.store.read(lambda work: work.settings.get(CHOICE)) is None


async def test_a_chance_is_told_in_percent_once_enough_outcomes_stand_behind_it(
    sqlite_house: House,
) -> None:
    house = sqlite_house
    await house.joins("hoa", "manager", "Hoa")
    await house.store.run(_store)

    await house.says("lan", "cần máy in cho 3 quán, tuần sau")

    told = (await house.says("hoa", "/why 1")).text
    assert "Khả năng thắng khoảng " in told
    assert "theo 300 kết quả đã có" in told


async def test_a_manager_looks_and_a_rep_does_not(sqlite_house: House) -> None:
    house = sqlite_house
    await house.joins("hoa", "manager", "Hoa")
    await house.joins("minh", "rep", "Minh")
    first, second = await house.store.run(_store)

    assert (await house.says("hoa", "/models")).buttons == ()
    assert "quản lý" in (await house.says("minh", "/models")).text.lower()
    forged = house.message("hoa", button=f"1:model:{second}")
    await house.hear(replace(forged, kind=type(forged.kind).BUTTON))

    version = await house.store.read(lambda work: work.models.active())
    assert version is not None
    assert version.hash == first
