"""PostgreSQL leaves deleted rows in the file until a table is written anew: this writes it anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from storage.tables import metadata

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

# Nobody may write to a table meanwhile. So much is a matter of seconds; of a larger one PostgreSQL
# only uses the room again, bit by bit, and its owner writes it anew when nobody is there.
LARGEST = 256 * 2**20  # bytes
_WAIT = "2s"  # for whoever works on it now
_SIZES = text(
    "SELECT relname, pg_total_relation_size(oid) AS size FROM pg_class"
    " WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace"
)


async def wipe(engine: AsyncEngine, largest: int = LARGEST) -> tuple[str, ...]:
    """Answers the tables in which deleted rows may still stand: too large, or in use."""
    async with engine.connect() as opened:
        connection = await opened.execution_options(isolation_level="AUTOCOMMIT")
        await connection.execute(text(f"SET lock_timeout = '{_WAIT}'"))
        try:
            rows = (await connection.execute(_SIZES)).all()
            sizes = {row.relname: row.size for row in rows if row.relname in metadata.tables}
            left = [
                name
                for name, size in sizes.items()
                if not await _written_anew(connection, name, whole=size <= largest)
            ]
        finally:
            await connection.execute(text("RESET lock_timeout"))
    return tuple(sorted(left))


async def _written_anew(connection: AsyncConnection, table: str, *, whole: bool) -> bool:
    try:
        await connection.execute(text(f'VACUUM {"(FULL)" if whole else ""} "{table}"'))
    except OperationalError:  # somebody works on it and does not end
        return False
    return whole
