"""What is looked for at every tick is found by an index over the waiting rows alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, event

from storage.database import database_url, sqlite_writer
from storage.store import Work
from tests.fakes import MORNING

_LOOKS: dict[str, tuple[Callable[[Work], object], str]] = {
    "the outbox's next": (
        lambda work: work.outbox.take_due(
            "fake", MORNING, busy={"lan"}, limit=9, lease=timedelta(minutes=1)
        ),
        "ix_outbox_due",
    ),
    "whether an earlier one waits": (
        lambda work: work.outbox.take_due(
            "fake", MORNING, busy=set(), limit=9, lease=timedelta(minutes=1)
        ),
        "ix_outbox_open",
    ),
    "what a reply cancels": (
        lambda work: work.outbox.cancel_follow_ups("fake", "lan"),
        "ix_outbox_open",
    ),
    "what a dead sender left": (
        lambda work: work.outbox.left_sending(MORNING),
        "ix_outbox_unsettled",
    ),
    "claims to be freed": (
        lambda work: work.outbox.release_claims(MORNING),
        "ix_outbox_unsettled",
    ),
    "how the outbox stands": (lambda work: work.outbox.backlog(), "ix_outbox_unsettled"),
    "what a chat said": (lambda work: work.inbox.waiting("fake", "lan"), "ix_inbox_waiting"),
    "the chats that wait": (lambda work: work.inbox.chats_waiting(), "ix_inbox_waiting"),
    "steps that are due": (lambda work: work.follow_ups.take_due(MORNING), "ix_follow_up_due"),
    "steps of a channel that are due": (
        lambda work: work.follow_ups.take_due_on(("fake",), MORNING),
        "ix_follow_up_due_by_channel",
    ),
    "the next step": (lambda work: work.follow_ups.next_due(), "ix_follow_up_due"),
    "steps that a reply cancels": (
        lambda work: work.follow_ups.cancel(1, "replied", MORNING),
        "ix_follow_up_contact_id",
    ),
    "rungs that are due": (lambda work: work.alerts.take_due(MORNING), "ix_alert_due"),
    "the next rung": (lambda work: work.alerts.next_due(), "ix_alert_due"),
}

_WALKS = tuple(f"SCAN {name}" for name in ("inbox", "outbox", "earlier", "follow_up", "alert"))


@pytest.fixture
def connection(sqlite_url: str) -> Iterator[Connection]:
    engine = sqlite_writer(database_url(sqlite_url))
    with engine.connect() as connection:
        yield connection
    engine.dispose()


@pytest.mark.parametrize(("look", "index"), _LOOKS.values(), ids=_LOOKS.keys())
def test_a_look_takes_its_partial_index(
    connection: Connection, look: Callable[[Work], object], index: str
) -> None:
    asked: list[tuple[str, Any]] = []

    @event.listens_for(connection, "before_cursor_execute")
    def remember(
        connection: Connection, cursor: Any, statement: str, given: Any, *rest: Any
    ) -> None:
        asked.append((statement, given))

    look(Work(connection))
    plans = [
        row.detail
        for statement, given in tuple(asked)
        for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", given)
    ]

    assert any(index in plan for plan in plans), plans
    walked = [plan for plan in plans if plan.startswith(_WALKS) and "INDEX" not in plan]
    assert not walked
