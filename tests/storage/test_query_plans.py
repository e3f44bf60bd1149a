"""No question that people ask walks through a table that grows: SQLite is asked for its plan."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, Table, event

from scoring.lead import Temperature
from storage.database import database_url, sqlite_writer
from storage.lead_lists import Chosen
from storage.steps import look_again
from storage.store import Work
from storage.tables import metadata
from storage.team import Role
from storage.totals import EVERYBODY, Narrowed
from tests.fakes import MORNING

LAN = ("fake", "lan")
WEEK = timedelta(days=7)
# These stay as small as the team is.
_SMALL = {"staff", "staff_account", "invite", "setting", "sequence_version", "campaign"}
_SMALL |= {"notice"}  # what was told is gone
_GROWING = sorted(set(metadata.tables) - _SMALL)

_QUESTIONS: dict[str, Callable[[Work], object]] = {
    "/stats": lambda work: work.totals.between(MORNING - WEEK, MORNING),
    "/report": lambda work: (
        work.trends.came([MORNING - WEEK, MORNING]),
        work.trends.won([MORNING - WEEK, MORNING]),
        work.trends.waits(MORNING - WEEK, MORNING, (120, 300)),
        work.trends.sales(MORNING - WEEK, MORNING),
    ),
    "/funnel": lambda work: (
        work.steps.between(MORNING - WEEK, MORNING),
        work.askings.between(MORNING - WEEK, MORNING),
    ),
    "/persona": lambda work: (
        work.buyers.count(MORNING - WEEK, MORNING, 9),
        work.buyers.between(MORNING - WEEK, MORNING, 500),
    ),
    "/journey": lambda work: (
        work.journeys.won(MORNING - WEEK, MORNING, EVERYBODY, 500),
        work.journeys.lost(MORNING - WEEK, MORNING, EVERYBODY, 500),
    ),
    "notices": lambda work: (
        work.notices.take(MORNING, 4, WEEK),
        work.notices.standing(),
    ),
    "/stats of a source": lambda work: work.totals.between(
        MORNING - WEEK, MORNING, Narrowed(source="fair")
    ),
    "reminders ahead": lambda work: work.agenda.ahead(MORNING),
    "/calibration": lambda work: work.outcomes.silent(MORNING, 9, samples=False, never=("spam",)),
    "what comes by itself": lambda work: (work.schedules.due(MORNING), work.schedules.of(1)),
    "/leads": lambda work: work.lead_lists.listed(),
    "/leads of a rep": lambda work: work.lead_lists.listed(rep_id=1),
    "/leads warm": lambda work: work.lead_lists.listed(temperature=Temperature.WARM, rep_id=1),
    "/lead": lambda work: (
        work.leads.get(1),
        work.stage_moves.of_lead(1),
        work.leads.prospects_of(1),
    ),
    "/why": lambda work: work.events.last_snapshot(1),
    "who writes": lambda work: (work.leads.prospect_in(*LAN), work.team.member_in(*LAN)),
    "what a lead did": lambda work: (
        work.events.of_lead(1),
        work.events.happened(1, ("reply",)),
        work.events.snapshot_at(1, MORNING),
    ),
    "what is new": lambda work: work.events.latest(0),
    "a consent": lambda work: work.conversations.agreed(1, "contact"),
    "a lead's follow-ups": lambda work: (
        work.follow_ups.of_lead(1),
        work.sent_steps.times(1, MORNING),
    ),
    "a lead's alert": lambda work: (work.alerts.open_of(1), work.alert_cards.of_alert(1)),
    "the reps' loads": lambda work: work.alerts.loads(),
    "a chat": lambda work: (work.transcript.lines(*LAN), work.own_messages.last_menu(*LAN)),
    "health": lambda work: (
        work.inbox.oldest_waiting(),
        work.inbox.dead(),
        work.outbox.backlog(),
        work.outbox.next_due(),
    ),
    "wrong codes": lambda work: work.team.noted_since("fake:lan", "wrong_code", MORNING),
    "erasing a lead": lambda work: work.erasure.erase(1),
}


@pytest.fixture
def connection(sqlite_url: str) -> Iterator[Connection]:
    engine = sqlite_writer(database_url(sqlite_url))
    with engine.connect() as connection:
        yield connection
    engine.dispose()


def _plans(connection: Connection, question: Callable[[Work], object]) -> list[str]:
    asked: list[tuple[str, Any]] = []

    @event.listens_for(connection, "before_cursor_execute")
    def remember(
        connection: Connection, cursor: Any, statement: str, given: Any, *rest: Any
    ) -> None:
        asked.append((statement, given))

    question(Work(connection))
    return [
        row.detail
        for statement, given in tuple(asked)
        if not statement.startswith("INSERT")
        for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", given)
    ]


@pytest.mark.parametrize("question", _QUESTIONS.values(), ids=_QUESTIONS.keys())
def test_a_question_walks_through_no_table_that_grows(
    connection: Connection, question: Callable[[Work], object]
) -> None:
    plans = _plans(connection, question)

    walks = [plan for plan in plans for table in _GROWING if plan == f"SCAN {table}"]
    assert plans
    assert not walks


def test_the_leads_of_a_period_are_counted_in_the_index_alone(connection: Connection) -> None:
    plans = _plans(connection, _QUESTIONS["/stats"])

    of_leads = [plan for plan in plans if "lead" in plan]
    assert of_leads
    assert all("COVERING INDEX ix_lead_created_at" in plan for plan in of_leads), of_leads


def test_the_leads_that_a_file_would_have_are_counted_in_the_index_alone(
    connection: Connection,
) -> None:
    hot = Chosen(Temperature.HOT, since=MORNING - WEEK, until=MORNING)

    plans = _plans(connection, lambda work: work.lead_lists.count(hot))

    assert all("COVERING INDEX ix_lead_created_at" in plan for plan in plans), plans


def test_open_leads_are_counted_without_a_look_at_the_leads(connection: Connection) -> None:
    plans = _plans(connection, lambda work: work.nights.open_leads())

    assert "SCAN lead USING COVERING INDEX ix_lead_created_at" in plans, plans


def test_the_waits_of_a_period_are_read_in_the_index_alone(connection: Connection) -> None:
    work = Work(connection)
    staff_id = work.team.add("Minh", Role.REP, MORNING)
    lead_id = work.leads.create(name="", source="", now=MORNING)
    work.alerts.claim(work.alerts.open(lead_id, "hot", MORNING, MORNING), staff_id, MORNING)

    plans = _plans(connection, lambda work: work.totals.between(MORNING, MORNING + WEEK))

    of_alerts = [plan for plan in plans if "alert" in plan]
    assert of_alerts
    assert all("COVERING INDEX ix_alert_created_at" in plan for plan in of_alerts), of_alerts


def test_how_far_leads_have_come_is_read_in_the_index_alone(connection: Connection) -> None:
    plans = _plans(connection, lambda work: work.steps.between(MORNING - WEEK, MORNING))

    assert all("COVERING INDEX ix_lead_created_at" in plan for plan in plans), plans


def test_for_all_that_was_asked_no_lead_is_looked_up(connection: Connection) -> None:
    plans = _plans(connection, lambda work: work.askings.between(MORNING - WEEK, MORNING))

    of_leads = [plan for plan in plans if "lead" in plan]
    assert of_leads == ["SCAN lead USING INDEX ix_lead_sample"]


def test_what_each_lead_did_is_looked_up_by_lead_and_kind(
    connection: Connection,
) -> None:
    plans = _plans(connection, lambda _: look_again(connection, (1, 2)))

    for table in ("fact", "event"):
        found = [plan for plan in plans if plan.startswith(f"SEARCH {table} ")]
        assert found
        assert all(f"ix_{table}_lead_id (lead_id=? AND " in plan for plan in found), found


def test_reminders_ahead_are_not_looked_for_among_all_that_waits(connection: Connection) -> None:
    plans = _plans(connection, _QUESTIONS["reminders ahead"])

    assert [plan for plan in plans if "ix_follow_up_due_by_channel (channel=" in plan], plans


@pytest.mark.parametrize("words", ["/leads", "/leads of a rep", "/leads warm"])
def test_a_page_of_leads_is_read_in_order_and_not_sorted(
    connection: Connection, words: str
) -> None:
    assert not [plan for plan in _plans(connection, _QUESTIONS[words]) if "TEMP B-TREE" in plan]


@pytest.mark.parametrize("name", _GROWING)
def test_rows_that_hang_on_an_erased_row_are_found_by_an_index(name: str) -> None:
    """SQLite looks for them at every erasure, in all of the table."""
    table: Table = metadata.tables[name]
    led = {next(iter(index.columns)).name for index in table.indexes if not _partial(index)}
    led |= {next(iter(table.primary_key.columns)).name} if table.primary_key.columns else set()

    hanging = {
        column.name
        for column in table.columns
        for key in column.foreign_keys
        if key.column.table.name in _GROWING
    }
    assert hanging <= led


def _partial(index: Any) -> bool:
    return index.dialect_options["sqlite"]["where"] is not None


def test_an_earlier_sale_is_looked_for_among_those_of_the_lead(connection: Connection) -> None:
    plans = _plans(connection, _QUESTIONS["/journey"])

    found = [plan for plan in plans if plan.startswith("SEARCH earlier ")]
    assert found
    assert all("ix_event_lead_id (lead_id=? AND kind=?)" in plan for plan in found), found
