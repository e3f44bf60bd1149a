"""The steps lead to the very tables the code is written for, on both databases."""

from __future__ import annotations

from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine

from storage.database import database_url
from storage.migrate import migrate
from storage.tables import metadata
from tests.fakes import MORNING


@pytest.fixture(params=["sqlite", "postgres"])
def url(request: pytest.FixtureRequest) -> str:
    """A migrated database of each kind."""
    return str(request.getfixturevalue(f"{request.param}_url"))


def _differences(url: str) -> list[Any]:
    engine = create_engine(database_url(url))
    try:
        with engine.connect() as connection:
            context = MigrationContext.configure(connection)
            return list(compare_metadata(context, metadata))
    finally:
        engine.dispose()


def test_the_steps_make_the_tables_of_the_code(url: str) -> None:
    assert _differences(url) == []


def test_a_database_that_is_up_to_date_is_left_alone(url: str) -> None:
    assert migrate(url, MORNING) is None
    assert _differences(url) == []
