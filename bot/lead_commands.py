"""What `import` and `export` ask of the database, batch by batch, whoever holds it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from fastapi import APIRouter
from pydantic import BaseModel, Field

from handlers.business import Business
from handlers.clock import Clock
from handlers.lead_files import giving_out, taking_in
from handlers.lead_files.arrivals import Arrival, from_plain
from handlers.lead_files.giving_out import NotOnTheTeamError, Wanted
from handlers.lead_files.taking_in import Taken
from scoring.lead import Stage, Temperature
from storage.store import Store, Work

# Whoever may type commands on this machine.
WHO = "console"


class Batch(BaseModel):
    """Rows of one list, as `Arrival.plain` makes them."""

    list_name: str = Field(max_length=255)
    rows: list[dict[str, Any]] = Field(max_length=1000)
    dry: bool = False


class Fates(BaseModel):
    fates: list[str]
    strangers: list[str]


class ListEnd(BaseModel):
    """A list is through: what became of its rows, for the audit."""

    list_name: str = Field(max_length=255)
    counts: dict[str, int]


class Ask(BaseModel):
    """The leads behind a number, of those that are wanted."""

    after: int = 0
    language: str = "vi"
    temperature: Temperature | None = None
    stage: Stage | None = None
    rep: str = ""
    since: date | None = None

    @property
    def wanted(self) -> Wanted:
        return Wanted(self.language, self.temperature, self.stage, self.rep, self.since)


class Rows(BaseModel):
    rows: list[tuple[str, ...]]
    next_after: int
    # Where the rep asked for is not on the team: the names of those who are.
    team: tuple[str, ...] | None = None


class ExportEnd(BaseModel):
    ask: Ask
    count: int


class Done(BaseModel):
    pass


class _DryRunError(Exception):
    """Undoes a batch that was only to be looked at."""

    def __init__(self, taken: Taken) -> None:
        super().__init__("only looked at")
        self.taken = taken


@dataclass(slots=True)
class LeadCommands:
    """Over the store of the process that runs, or over one opened for the verb alone."""

    store: Store
    business: Business
    clock: Clock

    def works_by(self, business: Business) -> None:
        self.business = business

    async def take_in(self, batch: Batch) -> Fates:
        """Raises KeyError, TypeError or ValueError for rows that are none of ours."""
        arrivals = tuple(map(from_plain, batch.rows))
        try:
            taken = await self.store.run(lambda work: self._take_in(work, arrivals, batch))
        except _DryRunError as looked:
            taken = looked.taken
        return Fates(fates=list(taken.fates), strangers=list(taken.strangers))

    def _take_in(self, work: Work, arrivals: tuple[Arrival, ...], batch: Batch) -> Taken:
        now = self.clock.now()
        taken = taking_in.take_in(work, self.business, arrivals, batch.list_name, now)
        if batch.dry:
            raise _DryRunError(taken)
        return taken

    async def end_list(self, end: ListEnd) -> Done:
        now = self.clock.now()
        await self.store.run(
            lambda work: taking_in.note_import(work, end.list_name, end.counts, WHO, now)
        )
        return Done()

    async def rows(self, ask: Ask) -> Rows:
        try:
            page = await self.store.read(
                lambda work: giving_out.page(work, self.business, ask.wanted, ask.after)
            )
        except NotOnTheTeamError as error:
            return Rows(rows=[], next_after=0, team=error.team)
        return Rows(rows=list(page.rows), next_after=page.next_after)

    async def end_export(self, end: ExportEnd) -> Done:
        now = self.clock.now()
        await self.store.run(
            lambda work: giving_out.note_export(work, end.ask.wanted, end.count, WHO, now)
        )
        return Done()


def lead_routes(leads: LeadCommands) -> APIRouter:
    """The same over HTTP; who may ask is the business of whoever includes them."""
    routes = APIRouter()

    @routes.post("/import")
    async def take_in(batch: Batch) -> Fates:
        return await leads.take_in(batch)

    @routes.post("/import/end")
    async def end_list(end: ListEnd) -> Done:
        return await leads.end_list(end)

    @routes.post("/export")
    async def rows(ask: Ask) -> Rows:
        return await leads.rows(ask)

    @routes.post("/export/end")
    async def end_export(end: ExportEnd) -> Done:
        return await leads.end_export(end)

    return routes
