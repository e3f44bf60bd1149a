"""Real processes over one ledger: killed at random, or two at once; no follow-up goes out twice."""

from __future__ import annotations

import asyncio
from pathlib import Path

from storage.store import open_store
from tests.conftest import empty
from tests.simulator.kills import kill_often, plan, start, tally

STEPS = 120


def test_killed_at_random_moments_nothing_is_lost_and_nothing_sent_twice() -> None:
    """The long one: python -m tests.simulator.kills 200."""
    found = kill_often(kills=3, steps=STEPS, seed=5)

    assert (found.doubled, found.lost) == (0, 0)
    # At most as many as were under way at each kill, and every one of them shows.
    assert found.in_doubt <= 3 * 16


async def test_two_processes_on_postgres_send_each_step_once(
    postgres_url: str, tmp_path: Path
) -> None:
    await asyncio.to_thread(empty, postgres_url)
    store = open_store(postgres_url)
    await store.run(lambda work: plan(work, STEPS))
    await store.close()
    paper = tmp_path / "paper"

    both = [await asyncio.to_thread(start, postgres_url, paper) for _ in range(2)]
    try:
        # Side by side: one that says more than a pipe holds would wait, and keep the other waiting.
        ends = (asyncio.to_thread(one.communicate, timeout=120) for one in both)
        await asyncio.gather(*ends)
    finally:
        for one in both:  # or the next test waits for their locks
            one.kill()
    found = await asyncio.to_thread(tally, postgres_url, paper, 0)

    assert [one.returncode for one in both] == [0, 0]
    assert (found.steps, found.doubled, found.lost) == (STEPS, 0, 0)
