"""Whole histories with crashes everywhere: nothing lost, nothing doubled; and who watches that."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from tests.simulator.faults import PLANTED, Fault
from tests.simulator.history import play
from tests.simulator.ledger import Database

HISTORIES, IN_ONE_TEST = 1000, 125
AT_ONCE = 2  # processes: one keeps one processor busy
CAUGHT_WITHIN = 200


@pytest.fixture(scope="module")
def database(blank_sqlite: Path) -> Iterator[Database]:
    database = Database(blank_sqlite)
    yield database
    database.close()


@pytest.fixture(autouse=True)
def _quiet_log() -> Iterator[None]:
    """Crashes are loud, and thousands of them slow."""
    with capture_logs():
        yield


def broken(blank: Path, first: int) -> list[str]:
    """Play so many histories from a seed on, in a process of its own; those that went wrong."""
    database = Database(blank)
    with capture_logs():
        played = [play(seed, database) for seed in range(first, first + IN_ONE_TEST)]
    database.close()
    return [str(history) for history in played if history.violations]


@pytest.fixture(scope="module")
def playing(blank_sqlite: Path) -> Iterator[dict[int, Future[list[str]]]]:
    """All of them, by their first seed, begun at once."""
    with ProcessPoolExecutor(AT_ONCE, mp_context=get_context("spawn")) as processes:
        yield {
            first: processes.submit(broken, blank_sqlite, first)
            for first in range(0, HISTORIES, IN_ONE_TEST)
        }


@pytest.mark.parametrize("first", range(0, HISTORIES, IN_ONE_TEST))
def test_whatever_crashes_nothing_is_lost_and_nothing_done_twice(
    playing: dict[int, Future[list[str]]], first: int
) -> None:
    went_wrong = playing[first].result()

    assert not went_wrong, "\n".join(went_wrong)


@pytest.mark.parametrize("fault", PLANTED.values(), ids=PLANTED.keys())
def test_a_planted_fault_is_caught(database: Database, fault: Fault) -> None:
    histories = (play(seed, database, fault.parts) for seed in range(CAUGHT_WITHIN))

    said = (violation for history in histories for violation in history.violations)

    assert any(fault.said in violation for violation in said)


def test_the_same_seed_plays_the_same_history(database: Database) -> None:
    assert play(7, database).notes == play(7, database).notes
