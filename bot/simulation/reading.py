"""Reading the bot as a person does: which question do these words ask?"""

from __future__ import annotations

import re
from functools import cache

from bot.simulation.acts import Asked, Line, Seen
from handlers.business import Business
from handlers.texts import catalogue

_POLITE = re.compile(r"(?<!\w)dạ,? (?=[\w{])|(?<=\S) ạ(?!\w)")
_SLOT = re.compile(r"\\{\w+\\}")
_SPACES = re.compile(r"\s+")
# Sentences of the catalogue that ask for something themselves.
_ASKING = {
    Asked.GREETING: ("greeting.offer",),
    Asked.SUMMARY: ("summary.title",),
    Asked.APPOINTMENT: ("booking.offer",),
    Asked.SURVEY: ("survey.offer",),
    Asked.RESUME: ("resume.ask",),
    Asked.WHICH: ("contradiction.ask",),
    Asked.RATING: ("rating.ask",),
    Asked.ERASURE: ("rights.delete",),
}


def plain(text: str) -> str:
    """Words as they are compared: small letters, no politeness, single spaces."""
    return _SPACES.sub(" ", _POLITE.sub("", text.lower())).strip()


@cache
def spoken(sentence: str) -> re.Pattern[str]:
    """A sentence of the catalogue or the owner's, whatever its slots were filled with."""
    # The polite words at its ends are there or not, as the message has room for them.
    words = re.escape(plain(sentence)).replace(r"\ ", " ")
    return re.compile(_SLOT.sub(r".{0,90}?", words))


class Reader:
    """Knows the questions of one company."""

    def __init__(self, business: Business) -> None:
        self._questions = [
            (Asked(question.id.value), spoken(sentence))
            for question in business.questions
            for wording in (question.ask, *question.variants)
            for sentence in (wording.vi, wording.en)
        ]
        self._asking = [
            (asked, spoken(catalogue(language)[key]))
            for asked, keys in _ASKING.items()
            for key in keys
            for language in ("vi", "en")
            if key in catalogue(language)
        ]

    def questions(self, text: str) -> tuple[Asked, ...]:
        """Every question of the company's file that these words ask."""
        words = plain(text)
        return tuple(dict.fromkeys(asked for asked, said in self._questions if said.search(words)))

    def seen(self, lines: tuple[Line, ...]) -> Seen:
        return Seen(lines, self._asked(lines[-1].text) if lines else Asked.NOTHING)

    def _asked(self, text: str) -> Asked:
        words = plain(text)
        last, found = -1, Asked.NOTHING
        for asked, said in (*self._questions, *self._asking):
            for match in said.finditer(words):
                if match.start() > last:
                    last, found = match.start(), asked
        return found
