"""How the program is: one reading, a line for each thing that was looked at."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at; `detail` is a figure, or what is wrong and the cure."""

    name: str
    ok: bool
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Health:
    """Ready: new work may come in."""

    ready: bool
    checks: tuple[Check, ...] = ()
