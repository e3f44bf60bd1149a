"""What is kept of the funnel's steps equals a recount from the rows, whatever happened."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from random import Random
from typing import Any

import pytest

from scoring.lead import (
    Authority,
    Budget,
    BudgetStatus,
    BuyingRole,
    Contact,
    Fact,
    FactValue,
    Horizon,
    Need,
    NeedStatus,
    Slot,
    Timing,
    TimingKind,
    TimingStatus,
)
from storage.steps import SUMMARY_AGREED
from storage.store import Store, Work
from storage.team import Role
from storage.totals import EVERYBODY, WON, Narrowed
from tests.fakes import MORNING
from tests.recount import recounted

DAY = timedelta(days=1)
DAYS, ACTS = 6, 120
SOURCES = ("", "fair")
SAID: dict[Slot, FactValue] = {
    Slot.NEED: Need(NeedStatus.STATED, (0, 1), "x", 1.0),
    Slot.TIMING: Timing(TimingStatus.KNOWN, Horizon.MONTH, TimingKind.PERIOD, (0, 1), "x", 1.0),
    Slot.BUDGET: Budget(BudgetStatus.KNOWN, (0, 1), "x", 1.0),
    Slot.AUTHORITY: Authority(BuyingRole.DECISION_MAKER, (0, 1), "x", 1.0),
    Slot.CONTACT: Contact(1.0, phones=("+84912345678",)),
}


class Fate:
    """What happens to a handful of leads, by dice: as the product does it, in any order."""

    def __init__(self, seed: int, reps: list[int]) -> None:
        self._dice = Random(seed)
        self._reps = reps
        self._leads: list[int] = []
        self._alerts: list[int] = []
        self._keys: list[str] = []
        self._joined: list[tuple[int, int, dict[str, Any]]] = []

    def act(self, work: Work) -> None:
        acts: tuple[Callable[[Work], None], ...] = (
            self._come,
            self._import,
            *[self._say] * 3,
            self._agree,
            *[self._happen] * 2,
            self._undo,
            self._ring,
            *[self._hand] * 2,
            self._join,
            self._part,
            self._erase,
        )
        self._dice.choice(acts if self._leads else acts[:2])(work)

    def _lead(self) -> int:
        return self._dice.choice(self._leads)

    def _come(self, work: Work) -> None:
        at = MORNING + self._dice.random() * DAYS * DAY
        source = self._dice.choice(SOURCES)
        chat = f"chat-{len(self._leads)}-{self._dice.random()}"
        prospect, _ = work.leads.find_or_create("fake", chat, name="", source=source, now=at)
        self._leads.append(prospect.lead_id)

    def _import(self, work: Work) -> None:
        is_sample = self._dice.random() < 0.3
        lead_id = work.leads.create(name="", source="fair", now=MORNING + DAY, sample=is_sample)
        self._leads.append(lead_id)

    def _say(self, work: Work) -> None:
        slot = self._dice.choice(list(SAID))
        work.leads.learn(self._lead(), (Fact(slot, SAID[slot], 1, MORNING),))

    def _agree(self, work: Work) -> None:
        for chat in work.leads.prospects_of(self._lead()):
            given = self._dice.random() < 0.7
            work.conversations.consent(
                chat.id, "contact", given=given, text_version="1", now=MORNING
            )

    def _happen(self, work: Work) -> None:
        key = f"key-{self._dice.randrange(20)}"
        kind = self._dice.choice((WON, SUMMARY_AGREED, "reply"))
        if work.events.record(self._lead(), kind, MORNING, key=key) is not None:
            self._keys.append(key)

    def _undo(self, work: Work) -> None:
        if self._keys:
            work.events.undo(self._dice.choice(self._keys))

    def _ring(self, work: Work) -> None:
        self._alerts.append(work.alerts.open(self._lead(), "hot", MORNING, MORNING))

    def _hand(self, work: Work) -> None:
        if not self._alerts:
            return
        alert, rep = self._dice.choice(self._alerts), self._dice.choice(self._reps)
        match self._dice.randrange(4):
            case 0:
                work.alerts.claim(alert, rep, MORNING)
            case 1:
                work.alerts.hand_over(alert, rep, MORNING, MORNING)
            case 2:
                work.alerts.let_go(alert, rep, MORNING)
            case 3:
                work.alerts.reopen(alert, rep, MORNING)

    def _join(self, work: Work) -> None:
        kept, gone = self._lead(), self._lead()
        if kept != gone and not any(gone in one[:2] for one in self._joined):
            self._joined.append((kept, gone, work.merges.join(kept, gone)))

    def _part(self, work: Work) -> None:
        if self._joined:
            work.merges.part(*self._joined.pop())

    def _erase(self, work: Work) -> None:
        lead_id = self._lead()
        if self._dice.random() < 0.3 and not any(lead_id in one[:2] for one in self._joined):
            work.erasure.erase(lead_id)
            self._leads.remove(lead_id)


@pytest.mark.parametrize("seed", range(12))
async def test_whatever_happens_to_leads_their_steps_equal_a_recount(
    store: Store, seed: int
) -> None:
    reps = await store.run(
        lambda work: [work.team.add(name, Role.REP, MORNING) for name in ("Minh", "Hùng")]
    )
    fate = Fate(seed, reps)
    for _ in range(ACTS):
        await store.run(fate.act)

    for first, last in ((0, DAYS), (1, 3)):
        for source in (None, *SOURCES):
            await store.read(partial(_compare, first=first, last=last, source=source))


def _compare(work: Work, first: int, last: int, source: str | None) -> None:
    start, end = MORNING + first * DAY, MORNING + last * DAY
    narrowed = EVERYBODY if source is None else Narrowed(source=source)
    told = {one.name: one.leads for one in work.steps.between(start, end, narrowed)}
    assert told == recounted(work._connection, start, end, source)
