"""More hot leads at once than the platform takes: one owner each, no limit broken, no rung late."""

from __future__ import annotations

from pathlib import Path

from tests.crowd.crowd import Figures, Size, play, ticking
from tests.simulator.ledger import Database, SimulatedStore
from tests.simulator.life import Life, Weather
from tests.simulator.virtual_time import VirtualClock, VirtualLoop

SMALL = Size(reps=8, leads=32, span=1.0, after=150.0)


def test_a_crowd_in_small(blank_sqlite: Path) -> None:
    database, loop = Database(blank_sqlite), VirtualLoop()

    async def story() -> Figures:
        weather = Weather(0)
        weather.is_calm = True
        store = SimulatedStore(connection, Life(weather, []), weather, [])
        return await play(store, VirtualClock(loop), SMALL, ticking)

    try:
        with database.fresh() as connection:
            found = loop.run_until_complete(story())
    finally:
        loop.close()
        database.close()

    assert found.alerts == SMALL.leads
    assert set(found.owners.values()) == {1}
    assert len(found.owners) > SMALL.leads / 3, "the reps are not idle"
    assert found.breaches == found.refused == 0
    assert found.late
    assert max(found.late) < 1.0, "of the loop's time, which a slow machine does not stretch"
