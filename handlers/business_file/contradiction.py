"""Something in the owner's file that no type can see: where it stands and what it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

# The way from the top of the file to a part of it: ("questions", 0, "kind").
Where = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Contradiction:
    """`key` names the sentence in the catalogue (fault.KEY), `values` fill it."""

    where: Where
    key: str
    values: Mapping[str, object] = field(default_factory=dict)
