"""The askings of a period are grouped by the database: they equal a recount of every row."""

from __future__ import annotations

from collections import defaultdict
from datetime import timedelta
from random import Random
from statistics import median

from storage.askings import BUTTON, NUMBER, SKIPPED, TEXT, AskingTotals
from storage.store import Store, Work
from storage.totals import Narrowed
from tests.fakes import MORNING

DAY = timedelta(days=1)
ANSWERED = (BUTTON, NUMBER, TEXT)
# The lead, its source, the slot, the wording, what became of it, after how many seconds.
Asking = tuple[int, str, str, int, str, int]


def _happen(work: Work) -> list[Asking]:
    random, asked = Random(7), list[Asking]()
    for _ in range(60):
        source = random.choice(("fair", ""))
        lead = work.leads.create(name="", source=source, now=MORNING)
        for slot in ("need", "timing"):
            variant, how = random.randrange(2), random.choice((*ANSWERED, SKIPPED, ""))
            seconds = random.choice((1, 9, 10, 300, 90_000))
            work.askings.shown(lead, lead, slot, variant, MORNING)
            if how:
                work.askings.settled(lead, slot, how, MORNING + timedelta(seconds=seconds))
            asked.append((lead, source, slot, variant, how, seconds))
    made_up = work.leads.create(name="", source="fair", now=MORNING, sample=True)
    work.askings.shown(made_up, made_up, "need", 0, MORNING)
    late = work.leads.create(name="", source="fair", now=MORNING)
    work.askings.shown(late, late, "need", 0, MORNING + DAY)
    return asked


def _recounted(asked: list[Asking]) -> dict[tuple[str, int | None], AskingTotals]:
    groups: dict[tuple[str, int | None], list[Asking]] = defaultdict(list)
    for one in asked:
        groups[one[2], None].append(one)
        groups[one[2], one[3]].append(one)
    return {group: _of(*group, rows) for group, rows in groups.items()}


def _of(slot: str, variant: int | None, rows: list[Asking]) -> AskingTotals:
    counts = {name: sum(row[4] == name for row in rows) for name in (*ANSWERED, SKIPPED)}
    waits = [row[5] for row in rows if row[4] in ANSWERED]
    left = sum(not row[4] for row in rows)
    middle = median(waits) if waits else None
    return AskingTotals(slot, variant, len(rows), **counts, left=left, seconds=middle)


async def test_what_was_asked_equals_a_recount_of_the_rows(store: Store) -> None:
    asked = await store.run(_happen)

    everybody = await store.read(lambda work: work.askings.between(MORNING, MORNING + DAY))
    of_fair = await store.read(
        lambda work: work.askings.between(MORNING, MORNING + DAY, Narrowed(source="fair"))
    )

    assert _by_group(everybody) == _recounted(asked)
    assert _by_group(of_fair) == _recounted([one for one in asked if one[1] == "fair"])


def _by_group(found: tuple[AskingTotals, ...]) -> dict[tuple[str, int | None], AskingTotals]:
    return {(one.slot, one.variant): one for one in found}
