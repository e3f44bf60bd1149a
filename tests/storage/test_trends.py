"""A period cut into stretches: the parts add up to the whole, and each row is in one of them."""

from __future__ import annotations

from datetime import timedelta

from storage.store import Store, Work
from storage.team import Role
from storage.totals import WON, Narrowed
from tests.fakes import MORNING

DAY = timedelta(days=1)


async def test_what_came_and_what_was_won_falls_into_its_stretch(store: Store) -> None:
    def happen(work: Work) -> None:
        minh = work.team.add("Minh", Role.REP, MORNING)
        for after, source in ((0, "fair"), (1, "fair"), (1, ""), (3, "fair")):
            at = MORNING + after * DAY
            lead = work.leads.create(name="", source=source, now=at)
            work.events.record(lead, WON, at + DAY, staff_id=minh if source else None, amount=5)

    await store.run(happen)
    borders = [MORNING + after * DAY for after in range(4)]

    def read(work: Work) -> tuple[tuple[int, ...], ...]:
        fair = Narrowed(source="fair")
        return (
            work.trends.came(borders),
            work.trends.came(borders, fair),
            work.trends.won(borders),
            work.trends.won(borders, fair),
        )

    came, fairs, won, fairs_won = await store.read(read)
    whole = await store.read(lambda work: work.totals.between(borders[0], borders[-1]))
    assert came == (1, 2, 0)
    assert fairs == (1, 1, 0)
    assert won == (0, 1, 2)
    assert fairs_won == (0, 1, 1)
    assert (sum(came), sum(won)) == (whole.new, whole.won)


async def test_a_wait_that_is_just_as_long_as_promised_kept_the_promise(store: Store) -> None:
    def happen(work: Work) -> None:
        minh = work.team.add("Minh", Role.REP, MORNING)
        for seconds in (0, 120, 121, 300, 9999, None):
            lead = work.leads.create(name="", source="", now=MORNING)
            alert = work.alerts.open(lead, "hot", MORNING, MORNING)
            if seconds is not None:
                work.alerts.claim(alert, minh, MORNING + timedelta(seconds=seconds))

    await store.run(happen)

    assert await store.read(
        lambda work: work.trends.waits(MORNING, MORNING + DAY, (120, 300, 900))
    ) == (2, 2, 0, 1)
