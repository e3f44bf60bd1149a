"""A persona plays live in the demo's chat: what it does next, seeing what the bot just said."""

from __future__ import annotations

from dataclasses import dataclass, replace
from random import Random

from bot.simulation.acts import Act, Line, Play, Seen
from bot.simulation.cast import CAST, Persona
from bot.simulation.mind import Mind
from bot.simulation.reading import Reader
from handlers.business import Business
from handlers.channel import Button, Style
from storage.transcript import Line as ShownLine

# Stickers cannot be sent from the page, and there every chat has buttons.
ON_THE_PAGE = tuple(one for one in CAST if one.name != "stickers" and not one.is_plain)


@dataclass(slots=True)
class Rehearsal:
    """One persona's conversation, a turn at a time."""

    persona: Persona
    reader: Reader
    acts: Play
    newest: int = 0  # our last line that was seen
    begun: bool = False

    def next(self, lines: tuple[ShownLine, ...]) -> Act | None:
        """What the persona does now that these lines of ours came; None: it has had enough."""
        seen = self._see(lines)
        try:
            if self.begun:
                return self.acts.send(seen)
            self.begun = True
            act = next(self.acts)
            # The page has opened the chat already: that was the first turn.
            return self.acts.send(seen) if act.starts else act
        except StopIteration:
            return None

    def _see(self, lines: tuple[ShownLine, ...]) -> Seen:
        new = [one for one in lines if one.outgoing and one.id > self.newest]
        if new:
            self.newest = new[-1].id
        return self.reader.seen(tuple(map(_line, new)))


def rehearsal(persona: Persona, business: Business, seed: str) -> Rehearsal:
    mind = Mind(business, Random(seed), replace(persona.habits))
    return Rehearsal(persona, Reader(business), persona.play(mind))


def _line(shown: ShownLine) -> Line:
    rows = tuple(
        tuple(Button(one["label"], one["data"], Style(one["style"])) for one in row)
        for row in shown.payload.get("buttons", ())
    )
    return Line(shown.payload["text"], rows, is_new=not shown.payload.get("edits"))
