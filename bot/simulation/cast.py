"""The personas of the simulator, and what must come of each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from bot.simulation import plays
from bot.simulation.acts import Play
from bot.simulation.mind import Habits, Mind
from scoring.lead import Temperature

COLD = frozenset({Temperature.COLD})
COOL = frozenset({Temperature.COLD, Temperature.WARM})
WARM = frozenset({Temperature.WARM, Temperature.HOT})
HOT = frozenset({Temperature.HOT})
ANY = frozenset(Temperature)


USUAL = Habits()


@dataclass(frozen=True, slots=True)
class Persona:
    """Somebody who writes, and what must come of it."""

    name: str
    about: str
    play: Callable[[Mind], Play]
    temperatures: frozenset[Temperature]
    habits: Habits = USUAL
    completes: bool = True  # is to reach the summary
    is_plain: bool = False  # on a channel without buttons and edits
    needs_a_person: bool = False  # the team must be woken

    def writing(self, language: str) -> Persona:
        """The same person, writing this language."""
        return replace(self, habits=replace(self.habits, language=language))


CAST = (
    Persona("willing", "answers every question, one by one", plays.willing, WARM),
    Persona(
        "hot", "tells two things at once, asks to be called", plays.hot, HOT, needs_a_person=True
    ),
    Persona("volunteer", "tells three things in the first breath", plays.volunteer, WARM),
    Persona("tapper", "only taps", plays.willing, WARM, Habits(types=0)),
    Persona(
        "numbers",
        "types numbers where there are no buttons",
        plays.willing,
        WARM,
        Habits(types=0),
        is_plain=True,
    ),
    Persona(
        "shy", "passes what is delicate, leaves no number", plays.shy, COOL, Habits(keen=False)
    ),
    Persona(
        "price-only", "wants the price and nothing else", plays.price_only, COOL, completes=False
    ),
    Persona(
        "student",
        "asks for a paper at school",
        plays.student,
        COLD,
        Habits(calls_self="em"),
        completes=False,
    ),
    Persona("spammer", "advertises", plays.spammer, COLD, completes=False),
    Persona(
        "angry", "complains, then insults", plays.angry, COLD, completes=False, needs_a_person=True
    ),
    Persona(
        "code-switcher",
        "mixes English into Vietnamese",
        plays.code_switcher,
        WARM,
        Habits(calls_self="anh"),
    ),
    Persona(
        "no-marks",
        "types without marks",
        plays.willing,
        WARM,
        Habits(calls_self="anh", types=1, marks=False),
    ),
    Persona("burst", "sends a thought in pieces", plays.burst, WARM),
    Persona(
        "split-thought",
        "names the number in the second message of a burst",
        plays.split_thought,
        WARM,
    ),
    Persona(
        "editor",
        "goes back, taps old cards, edits the summary",
        plays.editor,
        WARM,
        Habits(types=0.2),
    ),
    Persona("two-minded", "says two sums, and is asked once which", plays.two_minded, WARM),
    Persona("corrector", "puts a sum right later on", plays.corrector, WARM),
    Persona(
        "silent", "answers two questions and falls silent", plays.silent, COOL, completes=False
    ),
    Persona("competitor", "compares, asks, tells nothing", plays.competitor, COOL, completes=False),
    Persona("curious", "asks back at every question", plays.curious, WARM),
    Persona(
        "astray", "talks of other things", plays.astray, COOL, completes=False, needs_a_person=True
    ),
    Persona(
        "stickers",
        "answers with stickers only",
        plays.stickers,
        COLD,
        completes=False,
        needs_a_person=True,
    ),
    Persona("stopper", "wants to be left alone", plays.stopper, COLD, completes=False),
    Persona("returner", "comes back after two days", plays.returner, WARM),
    Persona(
        "booker",
        "wants an appointment and takes one",
        plays.booker,
        HOT,
        completes=False,
        needs_a_person=True,
    ),
    Persona(
        "asks-for-a-person",
        "wants to talk to somebody",
        plays.asks_for_a_person,
        ANY,
        completes=False,
        needs_a_person=True,
    ),
    Persona("english", "writes English", plays.willing, WARM, Habits(language="en")),
    Persona(
        "curious-plain",
        "asks back, on a channel without buttons",
        plays.curious,
        WARM,
        is_plain=True,
    ),
)


def named(name: str) -> Persona | None:
    return next((one for one in CAST if one.name == name), None)
