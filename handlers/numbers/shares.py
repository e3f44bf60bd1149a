"""Parts of a whole, in per cent where there are enough to mean something."""

from __future__ import annotations

# Under so many a percentage says more than is known.
FEWEST_FOR_PERCENT = 10


def share(part: int, whole: int) -> str:
    """3 (25%); without the percentage where there are too few."""
    return str(part) if whole < FEWEST_FOR_PERCENT else f"{part} ({part / whole:.0%})"


def rate(part: int, whole: int) -> str:
    """3/12 (25%), and the same of too few."""
    told = f"{part}/{whole}"
    return told if whole < FEWEST_FOR_PERCENT else f"{told} ({part / whole:.0%})"


def change(now: int, before: int) -> str:
    """▲ 21%: in per cent where there are enough to say it, else as a number."""
    if now == before:
        return "="
    sign = "▲" if now > before else "▼"
    if before < FEWEST_FOR_PERCENT:
        return f"{sign} {abs(now - before)}"
    return f"{sign} {abs(now - before) / before:.0%}"
