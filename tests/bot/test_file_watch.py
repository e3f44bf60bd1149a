"""The owner saves his file: a good one is worked by, a bad one told, a half one not read."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from bot.file_watch import FileWatch
from handlers.business import Business
from handlers.owners_file import load
from storage.refusals import NotStoredError
from tests.handlers.business_file.small import SMALL, broken


@dataclass
class Owner:
    """The file, and what came of saving it."""

    file: Path
    reads: int = 0
    taken: list[Business] = field(default_factory=list)
    refused: list[tuple[str, ...]] = field(default_factory=list)
    mended: int = 0
    database_is_away: bool = False

    def read(self) -> Business:
        self.reads += 1
        return load(self.file)

    async def tell_refused(self, faults: tuple[str, ...]) -> None:
        if self.database_is_away:
            raise NotStoredError("the disk is full")
        self.refused.append(faults)

    async def tell_mended(self) -> None:
        self.mended += 1

    async def until(self, happened: Callable[[], object]) -> None:
        async with asyncio.timeout(20):
            while True:
                if happened():
                    return
                await asyncio.sleep(0.01)


@pytest.fixture
async def owner(tmp_path: Path) -> AsyncIterator[Owner]:
    owner = Owner(tmp_path / "business.yaml")
    owner.file.write_text(SMALL)
    watch = FileWatch(
        owner.file, owner.read, owner.taken.append, owner.tell_refused, owner.tell_mended
    )
    task = asyncio.create_task(watch.run())
    yield owner
    task.cancel()


async def test_a_good_save_is_worked_by_at_once(owner: Owner) -> None:
    owner.file.write_text(broken("name: Ánh Dương", "name: Bình Minh"))

    await owner.until(lambda: owner.taken)

    assert [one.company.name for one in owner.taken] == ["Bình Minh"]
    assert (owner.refused, owner.mended) == ([], 0)


async def test_a_bad_save_is_told_once_and_its_mending_too(owner: Owner) -> None:
    owner.file.write_text(broken("hot: 65", "hot: 650"))
    await owner.until(lambda: owner.refused)
    owner.file.write_text(SMALL)
    await owner.until(lambda: owner.mended)

    assert owner.refused == [("business.yaml:32:16 scoring.hot: 650 lớn quá, tối đa 100",)]
    assert (len(owner.taken), owner.mended) == (1, 1)


async def test_faults_from_before_the_start_are_told_and_their_mending(owner: Owner) -> None:
    second = FileWatch(
        owner.file,
        owner.read,
        owner.taken.append,
        owner.tell_refused,
        owner.tell_mended,
        faults=("business.yaml:1:1 …",),
    )
    task = asyncio.create_task(second.run())
    await owner.until(lambda: owner.refused)

    owner.file.write_text(SMALL + "# saved\n")
    await owner.until(lambda: owner.mended)

    task.cancel()
    assert owner.refused == [("business.yaml:1:1 …",)]


async def test_a_bad_save_that_nobody_can_be_told_of_does_not_end_the_watch(owner: Owner) -> None:
    owner.database_is_away = True
    with capture_logs() as logs:
        owner.file.write_text(broken("hot: 65", "hot: 650"))
        await owner.until(lambda: any("nobody could be told" in one["event"] for one in logs))

    owner.file.write_text(SMALL)
    await owner.until(lambda: owner.taken)

    assert owner.refused == []


async def test_a_half_written_save_is_not_read(owner: Owner) -> None:
    with owner.file.open("w") as file:
        for start in range(0, len(SMALL), 100):
            file.write(SMALL[start : start + 100])
            file.flush()
            await asyncio.sleep(0.02)
        assert owner.reads == 0
        file.write("# written to the end\n")

    await owner.until(lambda: owner.taken)
    assert owner.refused == []


async def test_a_save_in_two_steps_alarms_nobody(owner: Owner) -> None:
    owner.file.write_text("")
    await asyncio.sleep(0.2)
    owner.file.write_text(SMALL.replace("Ánh Dương", "Bình Minh"))

    await owner.until(lambda: owner.taken)
    assert owner.refused == []


async def test_a_file_put_in_its_place_by_renaming_is_seen(owner: Owner) -> None:
    fresh = owner.file.with_suffix(".new")
    fresh.write_text(SMALL.replace("Ánh Dương", "Bình Minh"))
    os.replace(fresh, owner.file)

    await owner.until(lambda: owner.taken)


async def test_without_the_file_the_last_good_one_stands(owner: Owner) -> None:
    owner.file.unlink()
    await asyncio.sleep(0.2)
    owner.file.write_text(SMALL)

    await owner.until(lambda: owner.taken)
    assert owner.refused == []
