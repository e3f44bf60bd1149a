"""One life of the process: it can end at any of the points where it asks whether it does."""

from __future__ import annotations

import asyncio
import random

from tests.simulator.notes import Died, Note


class Weather:
    """What goes wrong, and how often; in calm weather nothing does."""

    def __init__(self, seed: int) -> None:
        self.dice = random.Random(f"{seed} weather")
        self.crash = self.dice.choice((0.0, 0.005, 0.01, 0.02))
        self.refusal = self.dice.choice((0.0, 0.0, 0.01, 0.03))  # of a commit: a full disk
        self.send_fault, self.answer_lost = 0.15, 0.05
        self.duplicate, self.reorder = 0.20, 0.15
        # Some readers drop what they know by its number, as the web page does.
        self.drops_known = self.dice.random() < 0.25
        self.is_calm = False

    def strikes(self, chance: float) -> bool:
        return not self.is_calm and self.dice.random() < chance

    def between(self, least: float, most: float) -> float:
        return self.dice.uniform(least, most)


class Life:
    """From a start to the crash. After the crash nothing of this life happens any more."""

    def __init__(self, weather: Weather, notes: list[Note]) -> None:
        self._weather = weather
        self._notes = notes
        loop = asyncio.get_running_loop()
        self.ended: asyncio.Future[str] = loop.create_future()
        self.stop: asyncio.Future[None] = loop.create_future()  # SIGTERM: end, but in order

    @property
    def is_over(self) -> bool:
        return self.ended.done()

    def ends(self, where: str, danger: int = 1) -> bool:
        """A point at which the process may crash; whether it is dead behind it."""
        if not self.is_over and self._weather.strikes(danger * self._weather.crash):
            self.end(where)
        return self.is_over

    def end(self, where: str) -> None:
        if not self.is_over:
            self._notes.append(Died(where))
            self.ended.set_result(where)

    async def point(self, where: str) -> None:
        """The same for code that awaits: the dead wait here for ever.

        Such points are passed more seldom than those of a commit, and are more dangerous.
        """
        if self.ends(where, danger=4):
            await asyncio.get_running_loop().create_future()
