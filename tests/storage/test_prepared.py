"""A statement made once runs as SQLAlchemy would run it, on the short way and on the long."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

import pytest
from sqlalchemy import Connection, bindparam, insert, select, update
from sqlalchemy.exc import CompileError, IntegrityError, StatementError

from storage.database import database_url, sqlite_writer
from storage.prepared import Prepared
from storage.tables import contact, lead, outbox
from tests.fakes import MORNING
from tests.statements import seen

_NEW_LEAD = insert(lead).returning(lead.c.id)
_RENAMED = (
    update(lead)
    .where(lead.c.id == bindparam("lead"))
    .values(name=bindparam("renamed"), source="old")
)
_LEADS = select(lead).order_by(lead.c.id)
_ROW = {"name": "Lan", "stage": "new", "temperature": "cold", "created_at": MORNING}


@pytest.fixture
def connection(sqlite_url: str) -> Iterator[Connection]:
    engine = sqlite_writer(database_url(sqlite_url))
    with engine.connect() as connection, connection.begin():
        yield connection
    engine.dispose()


def test_rows_come_back_as_they_were_given(connection: Connection) -> None:
    row = {**_ROW, "sample": True, "hot_until": None}

    new_id = Prepared(_NEW_LEAD).scalar(connection, **row)
    found = Prepared(_LEADS).first(connection)

    assert (found.id, found.name, found.sample) == (new_id, "Lan", True)
    assert found.created_at == MORNING
    assert found.created_at.tzinfo is not None
    assert found.hot_until is None


def test_the_short_way_answers_what_the_long_one_answers(connection: Connection) -> None:
    Prepared(_NEW_LEAD).scalar(connection, **_ROW)

    short = Prepared(_LEADS).all(connection)

    assert [one._asdict() for one in short] == [one._asdict() for one in connection.execute(_LEADS)]


def test_values_of_the_statement_itself_are_kept(connection: Connection) -> None:
    new_id = Prepared(_NEW_LEAD).scalar(connection, **_ROW)

    changed = Prepared(_RENAMED).change(connection, lead=new_id, renamed="Mai")

    found = Prepared(_LEADS).first(connection)
    assert (changed, found.name, found.source) == (1, "Mai", "old")


def test_a_value_without_a_place_or_a_place_without_a_value_is_refused(
    connection: Connection,
) -> None:
    with pytest.raises(CompileError, match="no place"):
        Prepared(_LEADS).all(connection, name="Lan")
    with pytest.raises(CompileError, match="renamed"):
        Prepared(_RENAMED).change(connection, lead=1)


def test_an_error_is_sqlalchemys_and_shows_no_value(connection: Connection) -> None:
    row = {"channel": "fake", "chat_id": "0912345678", "lead_id": 404, "created_at": MORNING}

    with pytest.raises(IntegrityError) as failure:
        Prepared(insert(contact)).change(connection, **row)

    assert "FOREIGN KEY" in str(failure.value)
    assert "0912345678" not in str(failure.value)


def test_a_time_without_a_zone_is_refused(connection: Connection) -> None:
    naive = datetime(2026, 3, 4, 9)  # noqa: DTZ001 # that is the point

    with pytest.raises(StatementError, match="zone"):
        Prepared(_NEW_LEAD).scalar(connection, **{**_ROW, "created_at": naive})


def test_outside_a_transaction_sqlalchemy_begins_one(sqlite_url: str) -> None:
    with seen() as ran:
        engine = sqlite_writer(database_url(sqlite_url))
        with engine.connect() as connection:
            assert Prepared(select(outbox.c.id)).all(connection) == []
        engine.dispose()

    assert "BEGIN IMMEDIATE" in [one.sql for one in ran]
