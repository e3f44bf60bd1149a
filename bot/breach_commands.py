"""What `breach` asks of the database, page by page, whoever holds it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from fastapi import APIRouter
from pydantic import AwareDatetime, BaseModel

from bot.lead_commands import WHO, Done
from handlers.business import Business
from handlers.clock import Clock
from handlers.lead_files import breach
from handlers.lead_files.breach import Reach
from storage.store import Store

Asked = Literal["people", "looks", "cards"]


class BreachAsk(BaseModel):
    """One of the lists, behind a number."""

    what: Asked
    since: AwareDatetime
    until: AwareDatetime
    language: str = "vi"
    after: int = 0

    @property
    def reach(self) -> Reach:
        return Reach(self.since, self.until, self.language)


class BreachRows(BaseModel):
    """`seen`: beside each row who saw which leads by it; 0 stands for all of them."""

    rows: list[tuple[str, ...]]
    next_after: int
    seen: list[tuple[str, tuple[int, ...]]] = []


class BreachEnd(BaseModel):
    since: AwareDatetime
    until: AwareDatetime
    count: int


@dataclass(slots=True)
class BreachCommands:
    """Over the store of the process that runs, or over one opened for the verb alone."""

    store: Store
    business: Business
    clock: Clock

    def works_by(self, business: Business) -> None:
        self.business = business

    async def rows(self, ask: BreachAsk) -> BreachRows:
        given = (self.business, ask.reach, ask.after)
        if ask.what == "people":
            found = await self.store.read(lambda work: breach.people(work, *given))
            return BreachRows(rows=list(found.rows), next_after=found.next_after)
        read = breach.looks if ask.what == "looks" else breach.cards
        looks = await self.store.read(lambda work: read(work, *given))
        return BreachRows(rows=list(looks.rows), next_after=looks.next_after, seen=list(looks.seen))

    async def end(self, end: BreachEnd) -> Done:
        now: datetime = self.clock.now()
        reach = Reach(end.since, end.until)
        await self.store.run(lambda work: breach.note_breach(work, reach, end.count, WHO, now))
        return Done()


def breach_routes(kit: BreachCommands) -> APIRouter:
    """The same over HTTP; who may ask is the business of whoever includes them."""
    routes = APIRouter()

    @routes.post("/breach")
    async def rows(ask: BreachAsk) -> BreachRows:
        return await kit.rows(ask)

    @routes.post("/breach/end")
    async def end(told: BreachEnd) -> Done:
        return await kit.end(told)

    return routes
