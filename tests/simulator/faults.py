"""Faults planted on purpose, each a part that looks right; the simulator must catch every one."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from typing import TypeVar

from sqlalchemy import select, update

from handlers.channel import Channel, IncomingMessage
from handlers.clock import Clock
from handlers.delivery import Delivery
from handlers.reception import Reception
from storage.alerts import CLAIMED, Alerts
from storage.enrolments import Enrolments
from storage.follow_ups import CANCELLED, FollowUps
from storage.refusals import NotStoredError
from storage.store import Store, Unit, Work
from storage.tables import alert, follow_up, in_state
from tests.simulator.history import Parts
from tests.simulator.ledger import ObservedAlerts, ObservedWork, SimulatedStore
from tests.simulator.notes import Claimed

Answer = TypeVar("Answer")


class _HastyReception(Reception):
    """Says yes at once and stores afterwards: what dies in between is lost."""

    async def admit(self, message: IncomingMessage) -> None:
        task = asyncio.create_task(self._store_later(message))
        task.add_done_callback(lambda done: done.cancelled() or done.exception())

    async def _store_later(self, message: IncomingMessage) -> None:
        with suppress(NotStoredError):
            await super().admit(message)


class _ForgetfulReception(Reception):
    """Keys a message by its delivery, so that a repeated one is new."""

    deliveries = itertools.count(1)

    async def admit(self, message: IncomingMessage) -> None:
        await super().admit(replace(message, key=f"{message.key}.{next(self.deliveries)}"))


class _EagerDelivery(Delivery):
    """Sends everything again that a dead process left on its way."""

    def __init__(self, store: Store, channels: Mapping[str, Channel], clock: Clock) -> None:
        super().__init__(store, channels, clock)
        self._ledger = store
        self._now = clock.now

    async def recover(self) -> None:
        await self._ledger.run(self._send_again)

    def _send_again(self, work: Work) -> None:
        work.outbox.release_claims()
        for row in work.outbox.left_sending():
            work.outbox.retry(row.id, self._now(), "left on its way")


class _GenerousAlerts(ObservedAlerts):
    """Gives an alert to everybody who asks for it, the last one keeps it."""

    def claim(self, alert_id: int, staff_id: int, now: datetime) -> bool:
        self.connection.execute(
            update(alert)
            .where(alert.c.id == alert_id)
            .values(state=CLAIMED, claimed_by=staff_id, claimed_at=now, due_at=None)
        )
        self.seen.append(Claimed(alert_id, staff_id))
        return True


class _GenerousWork(ObservedWork):
    @cached_property
    def alerts(self) -> Alerts:
        return _GenerousAlerts(self.connection, self.due_at, self.seen)


class _DeafEnrolments(Enrolments):
    """Does not know when a lead was heard: the gate's second look at a reply fails, too."""

    def heard_at(self, lead_id: int) -> datetime | None:
        return None


class _LateWork(ObservedWork):
    """Leaves the cancelling of follow-ups for a transaction of its own."""

    @cached_property
    def enrolments(self) -> Enrolments:
        return _DeafEnrolments(self.connection)

    @cached_property
    def follow_ups(self) -> FollowUps:
        return _LateFollowUps(self)


class _LateFollowUps(FollowUps):
    def __init__(self, work: _LateWork) -> None:
        super().__init__(work.connection, work.due_at)
        self._work = work
        self.later: list[Unit[None]] = []

    def cancel(self, prospect_id: int, reason: str, now: datetime) -> int:
        waiting = select(follow_up.c.id).where(
            follow_up.c.contact_id == prospect_id, in_state(follow_up, "due")
        )
        ids = [row.id for row in self._work.connection.execute(waiting)]

        def settle(work: Work) -> None:
            for one in ids:
                work.follow_ups.settle(one, CANCELLED, reason, now)

        self.later.append(settle)
        return len(ids)


class _LateStore(SimulatedStore):
    """Runs what was left for later when the transaction is committed."""

    async def run(self, unit: Unit[Answer]) -> Answer:
        later: list[Unit[None]] = []

        def noting(work: Work) -> Answer:
            answer = unit(work)
            if isinstance(work.follow_ups, _LateFollowUps):
                later.extend(work.follow_ups.later)
            return answer

        answer = await super().run(noting)
        for left in later:
            await super().run(left)
        return answer


@dataclass(frozen=True, slots=True)
class Fault:
    """A faulty part, and what the simulator must say of it."""

    parts: Parts
    said: str


PLANTED = {
    "acknowledge before the commit": Fault(
        Parts(reception=_HastyReception), "acknowledged before it was stored"
    ),
    "a key that is not unique": Fault(
        Parts(reception=_ForgetfulReception), "is acknowledged and stored 2 times"
    ),
    "resend all that was on its way": Fault(Parts(delivery=_EagerDelivery), "was sent 2 times"),
    "claim without compare-and-set": Fault(Parts(work=_GenerousWork), "was claimed by two"),
    "cancel outside the transaction": Fault(
        Parts(store=_LateStore, work=_LateWork), "fired after a reply"
    ),
}
