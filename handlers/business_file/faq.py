"""The section `faq`: what people ask beside, and what is answered."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from handlers.business_file.contradiction import Contradiction
from handlers.business_file.values import Part, Sentences

Phrase = Annotated[str, Field(min_length=1, max_length=200)]


class FaqEntry(Part):
    """Spellings of one question, and its answer; then the open question comes back."""

    ask: Annotated[tuple[Phrase, ...], Field(min_length=1)]
    answer: Sentences
    then: Literal["resume"] = "resume"


def contradictions(entries: tuple[FaqEntry, ...]) -> Iterator[Contradiction]:
    """A phrase without words, and one that stands in two entries."""
    first: dict[str, int] = {}
    for place, entry in enumerate(entries):
        for number, phrase in enumerate(entry.ask):
            where = ("faq", place, "ask", number)
            words = " ".join("".join(one if one.isalnum() else " " for one in phrase).split())
            words = words.lower()
            if not words:
                yield Contradiction(where, "no_words", {"given": phrase})
            elif first.setdefault(words, place) != place:
                other = f"faq.{first[words]}"
                yield Contradiction(where, "phrase_twice", {"given": phrase, "other": other})
