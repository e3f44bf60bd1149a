"""A call at a time that was named in passing: booked at once, or when there is a number to call."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from handlers import hours, wording
from handlers.prospect import booking
from handlers.prospect.turn import Turn


def settle(turn: Turn) -> None:
    """Book what was asked for now, or earlier and not yet booked for want of a number."""
    numbers = next((said.call_at for said in turn.said if said.call_at), ())
    wanted = [datetime.fromtimestamp(one * 60, UTC) for one in numbers or turn.dialogue.call_at]
    if not wanted or (
        wanted[-1] < turn.now + booking.SOONEST and not booking.fits(turn, wanted[0])
    ):
        return  # in a quarter of an hour nothing is booked: the team is awake already
    if not booking.can_be_called(turn):
        if numbers:
            _keep(turn, numbers, wanted[0])
        return
    turn.dialogue = replace(turn.dialogue, call_at=())
    booked = booking.book_near(turn, wanted[0], wanted[-1])
    if booked is not None:
        turn.lines.append(booked.text)
        turn.file, turn.promised = booked.file, True


def _keep(turn: Turn, numbers: tuple[int, ...], first: datetime) -> None:
    turn.dialogue = replace(turn.dialogue, call_at=numbers)
    if len(numbers) == 1:
        zone = hours.zone_of(turn.business)
        time = wording.moment(first, turn.now, zone, turn.language)
        turn.says("booking.told", time=time)
        turn.promised = True
