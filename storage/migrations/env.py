"""Alembic's way in: runs the steps over the connection that `storage.migrate` hands it."""

from __future__ import annotations

from typing import Any, Literal

from alembic import context

from storage.tables import UtcDateTime, metadata


def spell(kind: str, item: Any, autogenerate: Any) -> str | Literal[False]:
    """A step must not change with the code: it names Alembic's types, none of ours."""
    if kind == "type" and isinstance(item, UtcDateTime):
        return "sa.DateTime(timezone=True)"
    return False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,  # SQLite changes a table by building it anew
    render_item=spell,
)
with context.begin_transaction():
    context.run_migrations()
