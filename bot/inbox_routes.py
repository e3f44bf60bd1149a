"""The team's page over HTTP: who of the team looks, at which leads, and what was said there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from http import HTTPStatus
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, HTTPException, Path, Query, Request
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import HTMLResponse

from bot.channels.webchat import WebChat
from bot.chat_access import ChatId, Guards
from bot.pages.pages import Pages
from bot.team_sessions import TeamSessions
from handlers.business import Business
from handlers.channel import Abilities
from handlers.clock import Clock
from handlers.team import inbox
from handlers.team.asking import Ask
from storage.store import Store, Work

LeadId = Annotated[int, Path(ge=1, le=2**53)]


class Me(BaseModel):
    name: str
    role: str
    lang: str
    elsewhere: bool = Field(description="Whether the bot reaches this member in another chat, too.")


class ShownRow(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    id: int
    name: str
    temperature: str
    points: int
    stage: str
    rep: str = Field(description="Who has it; empty while it is nobody's.")
    said: str = Field(description="The last words of either side.")
    at: datetime | None
    waits: bool = Field(description="The last word was the prospect's.")


class LeadPage(BaseModel):
    leads: list[ShownRow]
    more: bool


class ShownButton(BaseModel):
    """`data` is what a press sends to /chat/messages, as the button of a card would."""

    model_config = ConfigDict(from_attributes=True)

    label: str
    data: str
    style: str


class ShownSpoken(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    outgoing: bool
    at: datetime
    text: str
    who: str = Field(description="The member whose words these are; empty for the bot's.")


class ShownLead(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    id: int
    title: str
    facts: list[str]
    acts: list[list[ShownButton]]
    chat: list[ShownSpoken]
    speaks: str
    may_write: bool


@dataclass(slots=True)
class TeamPage:
    """The company as it is now, for whoever of the team looks."""

    store: Store
    business: Business
    abilities: Mapping[str, Abilities]
    clock: Clock

    def works_by(self, business: Business) -> None:
        """The company as it is from now on."""
        self.business = business

    def asking(self, work: Work, chat_id: str) -> Ask:
        """Who looks, looked up for every request: whoever left the team sees nothing more."""
        member = work.team.member_in(WebChat.name, chat_id)
        if member is None:
            raise HTTPException(HTTPStatus.FORBIDDEN, "This session is nobody's of the team.")
        now = self.clock.now()
        message = inbox.looks_in(WebChat.name, chat_id, now)
        language = member.language
        return Ask(work, self.business, self.abilities, member, message, 0, now, language=language)


def inbox_routes(team: TeamPage, sessions: TeamSessions, pages: Pages, guards: Guards) -> APIRouter:
    """The page and what it reads. It changes no lead: a member acts in his own chat."""
    routes = APIRouter(tags=["team"], dependencies=[Depends(guard) for guard in guards])
    store, asking = team.store, team.asking

    @routes.get("/inbox", include_in_schema=False)
    async def page(request: Request) -> HTMLResponse:
        return pages.render(request, "inbox.html")

    @routes.get("/team/me", operation_id="whoAmI")
    async def who_am_i(chat_id: ChatId) -> Me:
        """The member whose session this is."""

        def look(work: Work) -> Me:
            member = asking(work, chat_id).member
            elsewhere = len(work.staff_places.of(member.id)) > 1
            return Me(name=member.name, role=member.role, lang=member.language, elsewhere=elsewhere)

        me = await store.read(look)
        await sessions.use(chat_id)
        return me

    @routes.post("/team/leave", operation_id="logOut", status_code=HTTPStatus.NO_CONTENT)
    async def log_out(chat_id: ChatId) -> None:
        """End this session: its token opens nothing any more."""
        await sessions.leave(chat_id)

    @routes.get("/team/leads", operation_id="listLeads")
    async def list_leads(
        chat_id: ChatId,
        chip: Literal["all", "hot", "overdue", "today"] = "all",
        page: Annotated[int, Query(ge=0, le=10_000)] = 0,
        words: Annotated[str, Query(max_length=100)] = "",
    ) -> LeadPage:
        """A rep's own leads and the pool, a manager's all; the warmest first. It is audited."""
        found = await store.read(
            lambda work: inbox.rows(asking(work, chat_id), chip, page, words.strip())
        )
        if not found.noted:
            await store.run(lambda work: inbox.note_listed(asking(work, chat_id), found.numbers))
        return LeadPage(leads=[ShownRow.model_validate(one) for one in found.rows], more=found.more)

    @routes.get("/team/leads/{lead_id}", operation_id="openLead")
    async def open_lead(chat_id: ChatId, lead_id: LeadId) -> ShownLead:
        """One lead with its chat; every look stands in the audit."""

        def look(work: Work) -> tuple[inbox.Opened | None, bool]:
            ask = asking(work, chat_id)
            return inbox.opened(ask, lead_id), inbox.is_noted(ask, lead_id)

        def note(work: Work) -> None:
            inbox.note_look(asking(work, chat_id), lead_id)

        found, is_noted = await store.read(look)
        if not (found and is_noted):
            await store.run(note)
        if found is None:
            raise HTTPException(HTTPStatus.NOT_FOUND, "There is no such lead for you.")
        return ShownLead.model_validate(found)

    return routes
