"""What every test may ask for: a store on each database, a clock, a house around them."""

from __future__ import annotations

import asyncio
import os
import socket
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from hypothesis import settings
from sqlalchemy import create_engine, delete, text

from storage.database import database_url
from storage.migrate import migrate
from storage.store import Store, open_store
from storage.tables import metadata
from tests.fakes import MORNING, FakeChannel, FakeClock
from tests.house import House

# As `python -m bot` has it, before anything loads NumPy.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

# The same examples every time, so that a red run tells of the change and not of luck; new ones
# are searched for by hand with `--hypothesis-profile=explore`.
settings.register_profile("repeat", derandomize=True, print_blob=True)
settings.register_profile("explore", print_blob=True)
settings.load_profile("repeat")

_LOOPBACK = "postgresql://postgres@127.0.0.1:5432/test"


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """A PostgreSQL database of this test run's own; skips where no server answers."""
    address = os.environ.get("DUYEN_TEST_POSTGRES_URL", "")
    if not address and _answers("127.0.0.1", 5432):
        address = _LOOPBACK
    if not address:
        pytest.skip("no PostgreSQL: set DUYEN_TEST_POSTGRES_URL or start one on loopback")
    server = create_engine(database_url(address), isolation_level="AUTOCOMMIT")
    name = f"duyen_{uuid4().hex[:12]}"
    with server.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
        # It is gone at the end: no test waits for its disk.
        connection.execute(text(f"ALTER DATABASE {name} SET synchronous_commit = off"))
    own = server.url.set(drivername="postgresql", database=name)
    url = own.render_as_string(hide_password=False)
    migrate(url, MORNING)
    yield url
    with server.connect() as connection:
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    server.dispose()


def _answers(host: str, port: int) -> bool:
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex((host, port)) == 0


@pytest.fixture(scope="session")
def blank_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated, empty SQLite file to copy from."""
    file = tmp_path_factory.mktemp("blank") / "blank.db"
    migrate(f"sqlite:///{file}", MORNING)
    return file


@pytest.fixture
def sqlite_url(blank_sqlite: Path, tmp_path: Path) -> str:
    file = tmp_path / "duyen.db"
    file.write_bytes(blank_sqlite.read_bytes())
    return f"sqlite:///{file}"


@pytest.fixture
async def sqlite_store(sqlite_url: str) -> AsyncIterator[Store]:
    store = open_store(sqlite_url)
    yield store
    await store.close()


@pytest.fixture(params=["sqlite", "postgres"])
async def store(request: pytest.FixtureRequest) -> AsyncIterator[Store]:
    """The store, empty, on each database in turn."""
    if request.param == "sqlite":
        store = open_store(request.getfixturevalue("sqlite_url"))
    else:
        url = request.getfixturevalue("postgres_url")
        await asyncio.to_thread(empty, url)
        store = open_store(url)
    yield store
    await store.close()


def empty(url: str) -> None:
    """As new. TRUNCATE would make a file anew for each table and index: a second, not 40 ms."""
    engine = create_engine(database_url(url))
    with engine.begin() as connection:
        for table in reversed(metadata.sorted_tables):
            connection.execute(delete(table))
        connection.execute(
            text(
                "SELECT setval(sequencename::regclass, 1, false) FROM pg_sequences"
                " WHERE schemaname = 'public' AND last_value IS NOT NULL"
            )
        )
    engine.dispose()


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def channel() -> FakeChannel:
    return FakeChannel()


@pytest.fixture
def house(store: Store, clock: FakeClock, channel: FakeChannel) -> House:
    return House(store, clock, channel)


@pytest.fixture
def sqlite_house(sqlite_store: Store, clock: FakeClock, channel: FakeChannel) -> House:
    return House(sqlite_store, clock, channel)
