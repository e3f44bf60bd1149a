"""The sections `routing` and `staff`: who is offered a hot lead, and when."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Annotated, Literal

from pydantic import Field

from handlers import buttons
from handlers.business_file.contradiction import Contradiction
from handlers.business_file.values import Hours, Id, Part, Span


class Ladder(Part):
    """How long after the alert it goes on to whom, in office time."""

    team: Span = timedelta(minutes=2)
    everybody: Span = timedelta(minutes=4)
    manager: Span = timedelta(minutes=10)


class Routing(Part):
    # Who is shown a hot lead first: one rep by fair rotation, or every rep at once.
    mode: Literal["fair", "team"] = "fair"
    ladder: Ladder = Ladder()
    # While the office is closed a card waits for its opening, or rings all the same.
    out_of_hours: Literal["hold", "ring"] = "hold"
    first_touch: Span = timedelta(minutes=5)  # from the claim, in office time
    recall: Span = timedelta(hours=24)  # a claimed lead that nobody touched is offered again
    daily_cap: Annotated[int, Field(ge=0)] = 0  # leads a rep may take in a day, 0 for any number
    cool_down: Span = timedelta(0)  # after a rep took one, others come first
    # Offer: who sells it.
    by_offer: dict[Id, tuple[Id, ...]] = Field(default_factory=dict)
    far_appointment: Span = timedelta(days=30)  # what is set further off is shown to the manager
    human_quiet: Span = timedelta(minutes=30)  # then the bot may speak again


class StaffEntry(Part):
    """What the rotation knows of somebody; he joins with a one-time code under this name."""

    id: Id
    name: Annotated[str, Field(min_length=1, max_length=60)]
    role: Literal["rep", "manager", "owner"] = "rep"
    shift: Hours | None = None  # hours of the day; none: the office's
    provinces: tuple[str, ...] = ()  # none: all
    offers: tuple[Id, ...] = ()  # none: all
    daily_cap: Annotated[int, Field(ge=0)] | None = None  # none: the one of `routing`


class CannedAnswer(Part):
    """An answer a rep sends with /m and its name."""

    id: Id
    text: Annotated[str, Field(min_length=1, max_length=2000)]


def contradictions(
    routing: Routing, staff: tuple[StaffEntry, ...], canned: tuple[CannedAnswer, ...]
) -> Iterator[Contradiction]:
    """A rung of the ladder before the one below it; an id too long for a button."""
    ladder = routing.ladder
    if ladder.everybody < ladder.team:
        yield Contradiction(("routing", "ladder", "everybody"), "rung", {"other": "team"})
    if ladder.manager < ladder.everybody:
        yield Contradiction(("routing", "ladder", "manager"), "rung", {"other": "everybody"})
    for section, ids in (("staff", [one.id for one in staff]), ("canned", [o.id for o in canned])):
        for place, id_ in enumerate(ids):
            too_long = buttons.too_long(section, id_)
            if too_long:
                yield Contradiction((section, place, "id"), "button", too_long)
