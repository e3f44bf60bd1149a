"""The demo's stage: three people in one page, sample leads, a clock to wind."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime, timedelta

from bot.channels.webchat import Said, WebChat, chat_id_of, new_token
from bot.demo_business import LiveBusiness
from bot.demo_pages import DemoHappening
from bot.demo_play import ON_THE_PAGE, Rehearsal, rehearsal
from bot.engine import LocalEngine
from bot.simulation.acts import Act
from handlers import samples
from handlers.clock import WallClock
from handlers.happenings import happening_words
from handlers.team import joining
from storage.store import Store, Work
from storage.team import Role

_TOKEN = "demo_token_"
_AHEAD = "demo_seconds_ahead"
_SEEDED = "demo_seeded"
_CAST = {"rep": (Role.REP, "Minh"), "manager": (Role.MANAGER, "Hoa")}
_COLLEAGUES = ("Lan", "Tuấn")
# Winding a week over a busy night rings so many rows at the most.
_MOST_STEPS = 2_000


class Demo:
    """What the demo page may do to the running program (bot.demo_pages.DemoControls)."""

    def __init__(
        self,
        store: Store,
        webchat: WebChat,
        clock: WallClock,
        engine: LocalEngine,
        live: LiveBusiness,
    ) -> None:
        self._store = store
        self._webchat = webchat
        self._clock = clock
        self._engine = engine
        self.live = live
        self._rehearsal: Rehearsal | None = None
        self.greeted: str = live.business.languages[0]
        self._sessions: dict[str, str] = {}

    @property
    def sessions(self) -> Mapping[str, str]:
        return self._sessions

    async def open(self, settled: Callable[[], Awaitable[None]]) -> None:
        """Set the stage once the channel takes messages; what is set already stays."""
        ahead = await self._store.run(lambda work: work.settings.get(_AHEAD))
        self._clock.wind(timedelta(seconds=float(ahead or 0)))
        await self._webchat.opened()
        for person, (role, name) in _CAST.items():
            self._sessions[person] = await self._seat(person, role, name)
        await settled()
        await self._store.run(self._seed)
        prospect = await self._store.run(lambda work: work.settings.get(f"{_TOKEN}prospect"))
        self._sessions["prospect"] = prospect or ""
        if not prospect:
            await self.new_prospect()

    def now(self) -> datetime:
        return self._clock.now()

    async def wind(self, minutes: int) -> None:
        """Let time pass row by row, so that each falls due at its own moment."""
        target = self._clock.now() + timedelta(minutes=minutes)
        for _ in range(_MOST_STEPS):
            due = await self._store.read(_next_due)
            if due is None or due > target:
                break
            self._wind_to(due)
            await self._engine.ring_now()
        self._wind_to(target)
        ahead = (self._clock.now() - WallClock().now()).total_seconds()
        await self._store.run(lambda work: work.settings.put(_AHEAD, str(ahead)))
        await self._engine.ring_now()

    async def speak(self, language: str) -> None:
        await self._store.run(lambda work: self._team_speaks(work, language))

    def _team_speaks(self, work: Work, language: str) -> None:
        for person in _CAST:
            chat_id = chat_id_of(self._sessions[person])
            member = work.team.member_in(WebChat.name, chat_id)
            if member is not None and member.language != language:
                work.team.speak(member.id, language)

    async def new_prospect(self, language: str = "") -> str:
        token = new_token()
        self.greeted = language or self.live.business.languages[0]
        self._rehearsal = None
        await self._store.run(lambda work: work.settings.put(f"{_TOKEN}prospect", token))
        start = Said(id="start", kind="start", text="demo", lang=language)
        await self._webchat.say(start, chat_id_of(token))
        self._sessions["prospect"] = token
        return token

    async def begin_play(self, name: str) -> str | None:
        """A persona sits down in the first pane; answers its token, None for an unknown one."""
        persona = next((one for one in ON_THE_PAGE if one.name == name), None)
        if persona is None:
            return None
        token = await self.new_prospect(persona.habits.language)
        self._rehearsal = rehearsal(persona, self.live.business, token)
        return token

    async def next_act(self) -> Act | None:
        """What the persona does next; None: the play is over."""
        if self._rehearsal is None:
            return None
        chat_id = chat_id_of(self._sessions["prospect"])
        newest = self._rehearsal.newest
        lines = await self._store.read(
            lambda work: work.transcript.lines(WebChat.name, chat_id, newest)
        )
        act = self._rehearsal.next(lines)
        if act is not None and act.waits:
            await self.wind(int(act.waits.total_seconds()) // 60)
        return act

    async def happenings(self, after: int, language: str) -> Sequence[DemoHappening]:
        events = await self._store.read(lambda work: happening_words(work, after, language))
        return [DemoHappening(number, at, text) for number, at, text in events]

    def _wind_to(self, moment: datetime) -> None:
        self._clock.wind(max(timedelta(0), moment - self._clock.now()))

    async def _seat(self, person: str, role: Role, name: str) -> str:
        """The session of one of the staff, who joined by a code like everybody else."""
        known = await self._store.run(lambda work: work.settings.get(f"{_TOKEN}{person}"))
        if known:
            return known
        token, now = new_token(), self._clock.now()
        code = await self._store.run(lambda work: joining.invite(work, role, name, now))
        start = Said(id="start", kind="start", text=f"{joining.JOIN}{code}")
        await self._webchat.say(start, chat_id_of(token))
        await self._store.run(lambda work: work.settings.put(f"{_TOKEN}{person}", token))
        return token

    def _seed(self, work: Work) -> None:
        if work.settings.get(_SEEDED):
            return
        now = self._clock.now()
        reps = [one.member.id for one in work.team.accounts(Role.REP)]
        reps += [work.team.add(name, Role.REP, now) for name in _COLLEAGUES]
        told = samples.tell(work, self.live.business, tuple(reps), now)
        work.settings.put(_SEEDED, str(told))


def _next_due(work: Work) -> datetime | None:
    times = (work.alerts.next_due(), work.follow_ups.next_due())
    return min((one for one in times if one is not None), default=None)
