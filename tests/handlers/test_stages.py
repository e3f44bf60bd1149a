"""Moves between stages: who, when, why, how long; and a rep's own judgement of the warmth."""

from __future__ import annotations

from datetime import timedelta

import pytest

from handlers.score.freezing import FROZEN_FOR, freeze
from handlers.score.replaying import replays
from handlers.score.stages import StageError, move
from handlers.score.weighing import Happening, weigh
from scoring.lead import Lead, Slot, Stage, Temperature
from scoring.lifecycle import Evidence, Obstacle, obstacle, steps
from storage.store import Store, Work
from storage.totals import WON
from tests.fakes import MORNING
from tests.house import SAMPLE_BUSINESS, House

DAY = timedelta(days=1)
REP = Evidence(by_person=True, reason="accepted")


def _lead(work: Work, lead_id: int = 1) -> Lead:
    lead = work.leads.get(lead_id)
    assert lead is not None
    return lead


def _new(work: Work) -> Lead:
    return _lead(work, work.leads.create(name="", source="", now=MORNING))


# --- evidence -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "after", "evidence", "missing"),
    [
        (Stage.SQL, Stage.OPPORTUNITY, REP, None),
        (Stage.SQL, Stage.OPPORTUNITY, Evidence(False, "hot"), Obstacle.NEEDS_A_PERSON),
        (Stage.SQL, Stage.LOST, Evidence(True, " "), Obstacle.NEEDS_A_REASON),
        (Stage.SQL, Stage.DISQUALIFIED, Evidence(True), Obstacle.NEEDS_A_REASON),
        (Stage.OPPORTUNITY, Stage.CUSTOMER, REP, Obstacle.NEEDS_A_SALE),
        (Stage.OPPORTUNITY, Stage.CUSTOMER, Evidence(True, "won", sold=True), None),
        (Stage.SQL, Stage.CUSTOMER, Evidence(True, "won", sold=True), Obstacle.NOT_FROM_HERE),
        (Stage.CUSTOMER, Stage.LOST, Evidence(True, "giá"), Obstacle.NOT_FROM_HERE),
        (Stage.DISQUALIFIED, Stage.OPPORTUNITY, REP, Obstacle.NOT_FROM_HERE),
    ],
)
def test_a_move_needs_its_evidence(
    before: Stage, after: Stage, evidence: Evidence, missing: Obstacle | None
) -> None:
    assert obstacle(before, after, evidence) is missing


def test_nobody_skips_a_stage() -> None:
    assert steps(Stage.NEW, Stage.OPPORTUNITY) == (
        (Stage.NEW, Stage.MQL),
        (Stage.MQL, Stage.SQL),
        (Stage.SQL, Stage.OPPORTUNITY),
    )
    assert steps(Stage.OPPORTUNITY, Stage.MQL) == ((Stage.OPPORTUNITY, Stage.MQL),)
    assert steps(Stage.NEW, Stage.LOST) == ((Stage.NEW, Stage.LOST),)


async def test_every_move_is_a_row_with_who_when_why_and_the_time_in_the_stage(
    store: Store,
) -> None:
    def live(work: Work) -> None:
        lead = move(
            work, _new(work), Stage.OPPORTUNITY, who="staff:7", why="accepted", now=MORNING + DAY
        )
        work.events.record(lead.id, WON, MORNING + 3 * DAY)
        move(work, lead, Stage.CUSTOMER, who="staff:7", why="won", now=MORNING + 3 * DAY)

    await store.run(live)

    moves = await store.read(lambda work: work.stage_moves.of_lead(1))
    assert [(at, after, who, why) for at, _, after, who, why in moves] == [
        (MORNING + DAY, "mql", "staff:7", "accepted"),
        (MORNING + DAY, "sql", "staff:7", "accepted"),
        (MORNING + DAY, "opportunity", "staff:7", "accepted"),
        (MORNING + 3 * DAY, "customer", "staff:7", "won"),
    ]
    stays = await store.read(lambda work: work.stage_moves.stays(1))
    assert stays == (
        (Stage.NEW, DAY),
        (Stage.MQL, timedelta(0)),
        (Stage.SQL, timedelta(0)),
        (Stage.OPPORTUNITY, 2 * DAY),
    )


@pytest.mark.parametrize(
    ("stage", "who", "why", "missing"),
    [
        (Stage.LOST, "staff:1", "", Obstacle.NEEDS_A_REASON),
        (Stage.OPPORTUNITY, "bot", "hot", Obstacle.NEEDS_A_PERSON),
        (Stage.CUSTOMER, "staff:1", "won", Obstacle.NOT_FROM_HERE),
    ],
)
async def test_a_move_without_its_evidence_is_refused_and_leaves_no_row(
    sqlite_store: Store, stage: Stage, who: str, why: str, missing: Obstacle
) -> None:
    def live(work: Work) -> Obstacle:
        with pytest.raises(StageError) as raised:
            move(work, _new(work), stage, who=who, why=why, now=MORNING)
        return raised.value.obstacle

    assert await sqlite_store.run(live) is missing
    assert await sqlite_store.read(lambda work: work.stage_moves.of_lead(1)) == ()


async def test_an_idle_lead_of_sales_goes_back_to_marketing(sqlite_house: House) -> None:
    house = sqlite_house
    await house.due.look()
    await house.starts("lan")
    await house.says("lan", "gọi cho em ngay nhé")
    lead = await house.store.run(_lead)
    assert lead.stage is Stage.SQL

    await house.passes(days=27)
    assert (await house.store.run(_lead)).stage is Stage.SQL
    await house.passes(days=2)

    assert (await house.store.run(_lead)).stage is Stage.MQL
    moves = await house.store.read(lambda work: work.stage_moves.of_lead(1))
    assert moves[-1][1:] == ("sql", "mql", "bot", "idle")


# --- a rep knows better -------------------------------------------------------------------------


async def test_a_frozen_temperature_stands_a_week_and_the_score_goes_on(store: Store) -> None:
    def live(work: Work) -> tuple[Lead, Lead, Lead]:
        lead = _new(work)
        cold = freeze(
            work,
            SAMPLE_BUSINESS,
            lead,
            Temperature.COLD,
            who="staff:1",
            why="đối thủ dò giá",
            now=MORNING,
        )
        wish = (Happening("call_me", "c"),)
        during = weigh(work, SAMPLE_BUSINESS, _lead(work, cold.id), MORNING + DAY, happenings=wish)
        assert during.wake is None
        after = weigh(work, SAMPLE_BUSINESS, _lead(work, cold.id), MORNING + FROZEN_FOR)
        return cold, during.lead, after.lead

    cold, during, after = await store.run(live)

    assert (cold.temperature, during.temperature) == (Temperature.COLD, Temperature.COLD)
    assert during.points > cold.points
    assert after.temperature is not Temperature.HOT  # the wish is three days old by then
    found = await store.run(lambda work: replays(work, _lead(work)))
    assert [one.is_equal for one in found] == [True] * 3
    assert [one.kept.cause for one in found] == ["override", "call_me", "time"]


async def test_a_freeze_needs_a_reason(sqlite_store: Store) -> None:
    def live(work: Work) -> None:
        with pytest.raises(StageError):
            freeze(
                work,
                SAMPLE_BUSINESS,
                _new(work),
                Temperature.HOT,
                who="staff:1",
                why=" ",
                now=MORNING,
            )

    await sqlite_store.run(live)


async def test_a_rep_sets_the_temperature_by_a_command_with_a_reason(sqlite_house: House) -> None:
    house = sqlite_house
    await house.joins("minh", "rep", "Minh")
    await house.starts("lan")
    await house.says("lan", "Em cần máy tính tiền cho 2 quầy")

    assert "lý do" in (await house.says("minh", "/temp 1 nóng")).text
    told = (await house.says("minh", "/temp 1 nóng hẹn ký thứ hai")).text
    assert "nóng" in told
    assert "hẹn ký thứ hai" in told
    lead = await house.store.run(_lead)
    assert lead.temperature is Temperature.HOT
    assert lead.points < 65
    assert "hẹn ký thứ hai" in (await house.says("minh", "/why 1")).text

    await house.says("minh", "nhiệt độ 1 tự động")
    assert (await house.store.run(_lead)).temperature is not Temperature.HOT
    assert Slot.NEED in {one.slot for one in (await house.store.run(_lead)).facts}
