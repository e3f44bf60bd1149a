"""The floor under our path: the rows it writes, written again by bare sqlite3."""

from __future__ import annotations

import itertools
import time
from collections.abc import Iterable

from storage.database import database_url, sqlite_writer
from tests.statements import Ran


def replay(url: str, messages: Iterable[list[Ran]], *, a_commit: int) -> float:
    """Write the rows to an empty database; answers messages a second."""
    engine = sqlite_writer(database_url(url))
    connection = engine.raw_connection().driver_connection
    if connection is None:
        raise LookupError("no connection")
    left, count = iter(messages), 0
    start = time.perf_counter()
    while group := list(itertools.islice(left, a_commit)):
        connection.execute("BEGIN IMMEDIATE")
        for ran in itertools.chain.from_iterable(group):
            connection.execute(ran.sql, ran.values)
        connection.execute("COMMIT")
        count += len(group)
    took = time.perf_counter() - start
    engine.dispose()
    return count / took
