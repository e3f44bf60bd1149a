"""The demo: three people side by side and a clock to wind. These routes exist nowhere else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from http import HTTPStatus
from typing import Annotated, Literal, Protocol

from fastapi import APIRouter, Depends, HTTPException, Query, Request
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import HTMLResponse

from bot.chat_access import Guards
from bot.demo_business import LiveBusiness
from bot.pages.pages import Pages
from bot.simulation.acts import Act

A_WEEK_IN_MINUTES = 7 * 24 * 60


@dataclass(frozen=True, slots=True)
class DemoHappening:
    """One line of "what just happened": a score that moved and why, a follow-up, an alert."""

    id: int
    at: datetime
    text: str


class DemoControls(Protocol):
    """What the demo page may do to the running program."""

    @property
    def sessions(self) -> Mapping[str, str]:
        """The tokens of `prospect`, `rep` and `manager`, as they are now."""

    def now(self) -> datetime: ...

    async def wind(self, minutes: int) -> None:
        """Let that much time pass: what falls due meanwhile happens."""

    live: LiveBusiness
    greeted: str

    async def speak(self, language: str) -> None:
        """The team in the other panes is told everything in this language from now on."""

    async def new_prospect(self, language: str = "") -> str:
        """Somebody else sits down in the first pane; answers the new token."""

    async def begin_play(self, name: str) -> str | None:
        """A persona sits down there; answers its token, None for a name nobody has."""

    async def next_act(self) -> Act | None:
        """What that persona does next; None: it has had enough."""

    async def happenings(self, after: int, language: str) -> Sequence[DemoHappening]:
        """What happened after that id, oldest first, in the reader's language."""


class Clock(BaseModel):
    now: datetime


class Wind(BaseModel):
    minutes: int = Field(ge=1, le=A_WEEK_IN_MINUTES)


class DemoState(Clock):
    sessions: dict[str, str]
    greeted: str  # the language in which the prospect was greeted


class Visitor(BaseModel):
    """Who sits down: a person, in the language of the page, or a persona."""

    lang: str = Field(default="", pattern=r"^(vi|en)?$")
    persona: str = Field(default="", max_length=40)


class PageLanguage(BaseModel):
    lang: Literal["vi", "en"]


class NextAct(BaseModel):
    """What the persona does: words one after another, a tap, a card, or nothing any more."""

    says: list[str] = []
    tap: str = ""
    shares: str = ""
    waited: bool = False
    over: bool = False


class FileText(BaseModel):
    text: str = Field(max_length=200_000)
    take: bool = False  # work by it, if it is good


class FileState(BaseModel):
    name: str
    text: str


class Faults(BaseModel):
    faults: list[str]
    taken: bool


class NewProspect(BaseModel):
    token: str
    lang: str  # what he is greeted in


class ShownHappening(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    id: int
    at: datetime
    text: str


class Happenings(Clock):
    happenings: list[ShownHappening]


def demo_routes(demo: DemoControls, pages: Pages, guards: Guards) -> APIRouter:
    routes = APIRouter(tags=["demo"], dependencies=[Depends(guard) for guard in guards])

    @routes.get("/", include_in_schema=False)
    async def page(request: Request) -> HTMLResponse:
        return pages.render(request, "demo.html")

    @routes.get("/demo/state", operation_id="readDemo")
    async def read_state() -> DemoState:
        """The three sessions and the demo's time."""
        return DemoState(now=demo.now(), sessions=dict(demo.sessions), greeted=demo.greeted)

    @routes.post("/demo/clock", operation_id="windClock")
    async def wind(wind: Wind) -> Clock:
        """Wind the demo's clock forward."""
        await demo.wind(wind.minutes)
        return Clock(now=demo.now())

    @routes.post("/demo/language", operation_id="speakLanguage", status_code=HTTPStatus.NO_CONTENT)
    async def speak(page: PageLanguage) -> None:
        """The page is read in this language: the team speaks it, too."""
        await demo.speak(page.lang)

    @routes.post("/demo/prospects", operation_id="newProspect")
    async def new_prospect(visitor: Visitor) -> NewProspect:
        """Begin again with somebody unknown, or with a persona that plays by itself."""
        if not visitor.persona:
            token = await demo.new_prospect(visitor.lang)
            return NewProspect(token=token, lang=demo.greeted)
        begun = await demo.begin_play(visitor.persona)
        if begun is None:
            raise HTTPException(HTTPStatus.NOT_FOUND, "No persona has this name.")
        return NewProspect(token=begun, lang=demo.greeted)

    @routes.post("/demo/acts", operation_id="nextAct")
    async def next_act() -> NextAct:
        """What the persona does next, now that it has seen the answer."""
        act = await demo.next_act()
        if act is None:
            return NextAct(over=True)
        return NextAct(
            says=list(act.says),
            tap=act.tap.data if act.tap else "",
            shares=act.shares,
            waited=bool(act.waits),
        )

    @routes.get("/demo/business", operation_id="readBusinessFile")
    async def read_business() -> FileState:
        return FileState(name=demo.live.name, text=demo.live.text)

    @routes.post("/demo/business", operation_id="tryBusinessFile")
    async def try_business(file: FileText) -> Faults:
        """Check the text; with `take`, work by it from the next message on."""
        look = demo.live.take if file.take else demo.live.check
        faults = await look(file.text)
        return Faults(faults=list(faults), taken=file.take and not faults)

    @routes.get("/demo/happenings", operation_id="readHappenings")
    async def read_happenings(
        after: Annotated[int, Query(ge=0)] = 0,
        lang: Annotated[Literal["vi", "en"], Query()] = "vi",
    ) -> Happenings:
        """What just happened, after an id."""
        found = await demo.happenings(after, lang)
        return Happenings(
            now=demo.now(), happenings=[ShownHappening.model_validate(one) for one in found]
        )

    return routes
