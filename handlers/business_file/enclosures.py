"""The pictures and documents beside the owner's file that its messages enclose."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from pathlib import Path

from handlers.business_file.campaigns import Campaign
from handlers.business_file.contradiction import Contradiction, Where
from handlers.business_file.sequences import Sequence
from handlers.channel import Enclosure

# What Telegram takes from a bot, in bytes; the website's chat takes more.
LARGEST = {"photo": 10_000_000, "file": 50_000_000}


def named(
    sequences: tuple[Sequence, ...], campaigns: tuple[Campaign, ...]
) -> Iterator[tuple[Where, str]]:
    """The place of each in the file, and the way to it from the file's folder."""
    places: list[tuple[Where, str | None]] = []
    where: Where
    for number, one in enumerate(sequences):
        for place, step in enumerate(one.steps):
            where = ("sequences", "own", number, "steps", place)
            places += [((*where, "photo"), step.photo), ((*where, "file"), step.file)]
    for number, campaign in enumerate(campaigns):
        where = ("campaigns", number)
        places += [((*where, "photo"), campaign.photo), ((*where, "file"), campaign.file)]
    for where, address in places:
        if address and not Enclosure("", address).is_in_web:
            yield where, address


def contradictions(
    sequences: tuple[Sequence, ...], campaigns: tuple[Campaign, ...], folder: Path
) -> Iterator[Contradiction]:
    """One that is not there, or larger than a platform takes."""
    for where, address in named(sequences, campaigns):
        file = folder / address
        most = LARGEST[str(where[-1])]
        if not file.is_file():
            values = {"given": address, "near": _nearest(address, folder)}
            yield Contradiction(where, "no_such_file", values)
        elif file.stat().st_size > most:
            values = {"given": address, "most": f"{most // 1_000_000}"}
            yield Contradiction(where, "enclosed_large", values)


def _nearest(address: str, folder: Path) -> str:
    """A file of almost this name in the same folder; "" where there is none."""
    within = (folder / address).parent
    found = [one.name for one in within.iterdir() if one.is_file()] if within.is_dir() else []
    close = difflib.get_close_matches(Path(address).name, found, n=1)
    return str(Path(address).with_name(close[0])) if close else ""
