"""One transaction, all the drawers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import cached_property, partial
from typing import Any, Protocol, TypeVar

from sqlalchemy import Connection

from storage.agenda import Agenda
from storage.alert_cards import AlertCards
from storage.alerts import Alerts
from storage.appointments import Appointments
from storage.askings import Askings
from storage.buyers import Buyers
from storage.campaigns import Campaigns
from storage.conversations import Conversations
from storage.database import (
    database_url,
    is_sqlite,
    postgres_engine,
    sqlite_glances,
    sqlite_readers,
    sqlite_writer,
)
from storage.deeds import Deeds
from storage.enrolments import Enrolments
from storage.erasure import Erasure
from storage.events import Events
from storage.exposure import Exposure
from storage.follow_ups import FollowUps
from storage.inbox import Inbox
from storage.journeys import Journeys
from storage.keeping import Keeping
from storage.lead_lists import LeadLists
from storage.leads import Leads
from storage.merges import Merges
from storage.models import Models
from storage.nights import Nights
from storage.notices import Notices
from storage.outbox import Outbox
from storage.outcomes import Outcomes
from storage.own_messages import OwnMessages
from storage.queue import Queue
from storage.readers import PostgresReader, Readers, SqliteGlance, SqliteReader
from storage.refusals import REFUSALS, REFUSALS_OF_A_READER, refusals_told
from storage.schedules import Schedules
from storage.sent_steps import SentSteps
from storage.settings import Settings
from storage.staff_places import StaffPlaces
from storage.stage_moves import StageMoves
from storage.steps import Steps
from storage.takeovers import Takeovers
from storage.team import Team
from storage.totals import Totals
from storage.transcript import Transcript
from storage.trends import Trends
from storage.unanswered import Unanswered
from storage.versions import Versions
from storage.web_files import WebFiles
from storage.writers import Done, PostgresWriter, SqliteWriter, Writer

Answer = TypeVar("Answer")
Unit = Callable[["Work"], Answer]


class Work:
    """One transaction: the drawers over one connection. It cannot await, so it cannot wait."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        # When something written here falls due; the engine is told after the commit.
        self.due_at: list[datetime] = []

    @cached_property
    def inbox(self) -> Inbox:
        return Inbox(self._connection)

    @cached_property
    def leads(self) -> Leads:
        return Leads(self._connection)

    @cached_property
    def stage_moves(self) -> StageMoves:
        return StageMoves(self._connection)

    @cached_property
    def lead_lists(self) -> LeadLists:
        return LeadLists(self._connection)

    @cached_property
    def conversations(self) -> Conversations:
        return Conversations(self._connection)

    @cached_property
    def follow_ups(self) -> FollowUps:
        return FollowUps(self._connection, self.due_at)

    @cached_property
    def sent_steps(self) -> SentSteps:
        return SentSteps(self._connection)

    @cached_property
    def enrolments(self) -> Enrolments:
        return Enrolments(self._connection)

    @cached_property
    def campaigns(self) -> Campaigns:
        return Campaigns(self._connection, self.due_at)

    @cached_property
    def nights(self) -> Nights:
        return Nights(self._connection)

    @cached_property
    def queue(self) -> Queue:
        return Queue(self._connection)

    @cached_property
    def outbox(self) -> Outbox:
        return Outbox(self._connection, self.due_at)

    @cached_property
    def notices(self) -> Notices:
        return Notices(self._connection, self.due_at)

    @cached_property
    def own_messages(self) -> OwnMessages:
        return OwnMessages(self._connection)

    @cached_property
    def alerts(self) -> Alerts:
        return Alerts(self._connection, self.due_at)

    @cached_property
    def alert_cards(self) -> AlertCards:
        return AlertCards(self._connection)

    @cached_property
    def agenda(self) -> Agenda:
        return Agenda(self._connection)

    @cached_property
    def merges(self) -> Merges:
        return Merges(self._connection)

    @cached_property
    def deeds(self) -> Deeds:
        return Deeds(self._connection)

    @cached_property
    def takeovers(self) -> Takeovers:
        return Takeovers(self._connection)

    @cached_property
    def askings(self) -> Askings:
        return Askings(self._connection)

    @cached_property
    def appointments(self) -> Appointments:
        return Appointments(self._connection)

    @cached_property
    def staff_places(self) -> StaffPlaces:
        return StaffPlaces(self._connection)

    @cached_property
    def team(self) -> Team:
        return Team(self._connection)

    @cached_property
    def events(self) -> Events:
        return Events(self._connection)

    @cached_property
    def models(self) -> Models:
        return Models(self._connection)

    @cached_property
    def outcomes(self) -> Outcomes:
        return Outcomes(self._connection)

    @cached_property
    def buyers(self) -> Buyers:
        return Buyers(self._connection)

    @cached_property
    def journeys(self) -> Journeys:
        return Journeys(self._connection)

    @cached_property
    def settings(self) -> Settings:
        return Settings(self._connection)

    @cached_property
    def schedules(self) -> Schedules:
        return Schedules(self._connection, self.due_at)

    @cached_property
    def steps(self) -> Steps:
        return Steps(self._connection)

    @cached_property
    def totals(self) -> Totals:
        return Totals(self._connection)

    @cached_property
    def trends(self) -> Trends:
        return Trends(self._connection)

    @cached_property
    def erasure(self) -> Erasure:
        return Erasure(self._connection)

    @cached_property
    def exposure(self) -> Exposure:
        return Exposure(self._connection)

    @cached_property
    def keeping(self) -> Keeping:
        return Keeping(self._connection)

    @cached_property
    def unanswered(self) -> Unanswered:
        return Unanswered(self._connection, self.due_at)

    @cached_property
    def versions(self) -> Versions:
        return Versions(self._connection)

    @cached_property
    def transcript(self) -> Transcript:
        return Transcript(self._connection)

    @cached_property
    def web_files(self) -> WebFiles:
        return WebFiles(self._connection)


class Bell(Protocol):
    """An engine's ear: something was committed that falls due at this time."""

    def __call__(self, due_at: datetime) -> None: ...


class Store:
    """The only way to the database. `run` writes, `read` reads beside the writer."""

    def __init__(self, writer: Writer, readers: Readers, glances: Readers) -> None:
        self._writer = writer
        self._readers = readers
        self._glances = glances
        self.bell: Bell | None = None

    async def run(self, unit: Unit[Answer]) -> Answer:
        """Run `unit` as one transaction and answer when it is committed.

        Raises what `unit` raises, with everything it wrote undone, and NotStoredError when the
        database takes nothing just now.
        """
        with refusals_told(REFUSALS):
            done = await self._writer.run(partial(_do, unit))
        if self.bell is not None and done.due_at:
            self.bell(min(done.due_at))
        answer: Answer = done.answer
        return answer

    async def read(self, unit: Unit[Answer]) -> Answer:
        """Run `unit` on a connection that cannot write, without waiting for the writer.

        Raises what `unit` raises, and NotStoredError when the database cannot be asked just now.
        """
        with refusals_told(REFUSALS_OF_A_READER):
            answer: Answer = await self._readers.read(lambda connection: unit(Work(connection)))
        return answer

    async def glance(self, unit: Unit[Answer]) -> Answer:
        """As `read`, for a short unit that is to wait behind no report: how the program is.

        Raises what `read` raises.
        """
        with refusals_told(REFUSALS_OF_A_READER):
            answer: Answer = await self._glances.read(lambda connection: unit(Work(connection)))
        return answer

    async def wipe(self) -> tuple[str, ...]:
        """See to it that deleted rows are gone from the disk; where they may not be, answer which
        tables. SQLite overwrites as it deletes.
        """
        return await self._writer.wipe()

    async def close(self) -> None:
        await self._writer.close()
        await self._readers.close()
        await self._glances.close()


def _do(unit: Unit[Any], connection: Connection) -> Done:
    work = Work(connection)
    answer = unit(work)
    return Done(answer, work.due_at, work.erasure.done)


def open_store(setting: str) -> Store:
    """Open the database of this URL; its tables must exist (`storage.migrations`)."""
    url = database_url(setting)
    if is_sqlite(url):
        glances = SqliteGlance(lambda: sqlite_glances(url))
        return Store(SqliteWriter(sqlite_writer(url)), SqliteReader(sqlite_readers(url)), glances)
    engine = postgres_engine(url)
    reader = PostgresReader(engine)
    return Store(PostgresWriter(engine), reader, reader)
