"""Nobody is kept for ever: who was silent for as long as we promised is forgotten by itself."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from functools import partial

import structlog

from handlers import hours
from handlers.business import Business
from handlers.channel import Abilities
from handlers.relay import alerts
from scoring.understanding.times.calendar import months_later
from storage.erasure import ERASED_SINCE
from storage.store import Store, Work

log = structlog.get_logger()

# Cards are changed for each of them: at a look a second 7,000 an hour keep no alert waiting.
A_FEW = 2  # leads a look
A_HANDFUL = 200  # rows of the inbox a look
# What the team types is needed to answer it. Of somebody who is erased it may say what no search
# finds: then it is gone within the three days that we promise (docs/reliability.md).
WORDS_FOR = timedelta(hours=72)
EVERY = timedelta(hours=1)
NIGHT = 3  # o'clock; the looks are an hour apart
SETTLED_AFTER = timedelta(minutes=2)
# Who did it, as the audit names him.
WHO = "program"


class Retention:
    """A few at a look, until all are through; then not again before the next hour."""

    def __init__(
        self, store: Store, business: Business, abilities: Mapping[str, Abilities]
    ) -> None:
        self._store = store
        self._abilities = abilities
        self._again_at: datetime | None = None
        self.works_by(business)

    def works_by(self, business: Business) -> None:
        """The company as it is from now on."""
        self._business = business

    async def look(self, now: datetime) -> None:
        if self._again_at is None:  # just started: whoever is waiting comes first
            self._again_at = now + SETTLED_AFTER
        if now < self._again_at:
            return
        before = hours.at_time(self._business, self._first_day(now), time(0))
        found = await self._store.read(lambda work: work.keeping.silent(before, A_FEW))
        for lead_id in found:
            await self._store.run(partial(self._forget, lead_id=lead_id, before=before, now=now))
        said = now - WORDS_FOR
        more = await self._store.run(lambda work: work.keeping.forget_words(said, A_HANDFUL))
        if not found and not more:
            self._again_at = now + EVERY
            await self._wipe(now)

    async def _wipe(self, now: datetime) -> None:
        """Once a night, where somebody was erased: a table stands still for some seconds."""
        if now.astimezone(hours.zone_of(self._business)).hour != NIGHT:
            return
        if await self._store.read(lambda work: work.settings.get(ERASED_SINCE)) is None:
            return
        left = await self._store.wipe()
        if left:
            log.warning("deleted rows are left until VACUUM FULL", tables=", ".join(left))
        await self._store.run(lambda work: work.settings.drop(ERASED_SINCE))

    def _first_day(self, now: datetime) -> date:
        months = self._business.consent.keep_months
        return months_later(hours.local_day(self._business, now), -months)

    def _forget(self, work: Work, lead_id: int, before: datetime, now: datetime) -> None:
        lead = work.leads.get(lead_id)  # locked: whoever writes now writes to a new lead
        if lead is None or not work.keeping.is_silent(lead_id, before):
            return
        alerts.erase(work, self._abilities, lead_id, now, asked=False)
        work.team.note(WHO, "expired", now, lead_id=lead_id)
