"""What a button carries: a version, an action and short ids, within a platform's few bytes."""

from __future__ import annotations

from dataclasses import dataclass

VERSION = "1"
# Telegram takes 64 bytes, and its channel adds a seal of so many to what a button carries.
SEAL = 12
LONGEST = 64 - SEAL


@dataclass(frozen=True, slots=True)
class Press:
    """A button pressed: which action, on what."""

    action: str
    args: tuple[str, ...] = ()

    def number(self, place: int) -> int | None:
        """The argument at `place` as a whole number, None where it is not one."""
        if place < len(self.args) and self.args[place].isascii() and self.args[place].isdigit():
            return int(self.args[place][:18])
        return None


def too_long(action: str, *args: object) -> dict[str, int]:
    """By how much a button would carry too much: `bytes` and `most`; empty where it fits."""
    size = len(_joined(action, args).encode())
    return {"bytes": size, "most": LONGEST} if size > LONGEST else {}


def _joined(action: str, args: tuple[object, ...]) -> str:
    return ":".join((VERSION, action, *map(str, args)))


def data(action: str, *args: object) -> str:
    carried = _joined(action, args)
    if len(carried.encode()) > LONGEST:
        raise ValueError(f"a button cannot carry {carried!r}: over {LONGEST} bytes")
    return carried


def read(carried: str) -> Press | None:
    """The press behind a button's data; None for a button of another version, or a forged one."""
    version, _, rest = carried.partition(":")
    action, *args = rest.split(":")
    return Press(action, tuple(args)) if version == VERSION and action else None
