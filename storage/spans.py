"""The time between two columns, counted by the database itself."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Integer
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import GenericFunction


class SecondsBetween(GenericFunction[int]):
    """Whole seconds, rounded, from the first time to the second; NULL where either is."""

    type = Integer()
    inherit_cache = True


@compiles(SecondsBetween)
def _(element: SecondsBetween, compiler: SQLCompiler, **how: Any) -> str:
    start, end = (compiler.process(one, **how) for one in element.clauses)
    return f"CAST(round(extract(epoch FROM {end} - {start})) AS BIGINT)"


@compiles(SecondsBetween, "sqlite")
def _(element: SecondsBetween, compiler: SQLCompiler, **how: Any) -> str:
    start, end = (compiler.process(one, **how) for one in element.clauses)
    return f"CAST(round((julianday({end}) - julianday({start})) * 86400) AS INTEGER)"
