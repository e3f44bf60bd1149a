"""A column's cells as numbers: its distinct texts, and which of them each row has."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from scoring.learned.columns import Column
from scoring.learned.logistic import Codes


@dataclass(frozen=True, slots=True)
class TextColumn:
    """One column's cells, each text kept once: bins and levels are worked out per text."""

    texts: tuple[str, ...]
    places: Codes  # one a row, into `texts`

    def counts(self) -> dict[str, int]:
        counted = np.bincount(self.places, minlength=len(self.texts))
        return dict(zip(self.texts, counted.tolist(), strict=True))

    def codes(self, column: Column) -> Codes:
        """The part of each row; `column.size` where it falls in none."""
        parts = [column.part(text) for text in self.texts]
        coded = np.array([column.size if part is None else part for part in parts], dtype=np.int64)
        return coded[self.places]


def text_column(cells: Sequence[str]) -> TextColumn:
    known: dict[str, int] = {}
    places = [known.setdefault(cell, len(known)) for cell in cells]
    return TextColumn(tuple(known), np.array(places, dtype=np.int64))
