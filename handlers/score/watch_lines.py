"""What the last night found of the score, as the lines of /calibration."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from handlers import wording
from handlers.score.learned_words import column_words
from handlers.score.night import half_life_lines
from handlers.texts import say
from scoring.lead import BANT
from scoring.monitors import LOOK
from storage.store import Work


def watch_lines(work: Work, language: str) -> list[str]:
    """Empty before the first night."""
    night = work.nights.last()
    if night is None:
        return []
    title = say("watch.title", language, day=wording.day(night.day))
    return ["", title, *_lines(night.figures, language)]


def _lines(found: Mapping[str, Any], language: str) -> Iterator[str]:
    if "z_50" in found:
        told = {
            "z": " / ".join(f"{found[name]:+.1f}" for name in ("z_50", "z_100") if name in found),
            "log_loss": f"{found['log_loss']:.3f}",
            "ece": f"{found['ece']:.3f}",
        }
        yield say("watch.honest", language, **told)
    if "rising" in found:
        yield say("watch.rising" if found["rising"] else "watch.inverted", language)
    unknown = found["unknown"]
    if unknown:
        shares = (f"{_slot(slot, language)} {_percent(unknown[slot])} %" for slot in BANT)
        yield say("watch.unknown", language, shares=", ".join(shares))
    if "hot" in found:
        flips = f"{found['flips']:.2g}"
        told = {"count": found["open"], "share": _percent(found["hot"]), "flips": flips}
        yield say("watch.open", language, **told)
    moved = sorted(
        ((far, name) for name, far in found["drift"].items() if far > LOOK), reverse=True
    )
    if moved:
        names = (f"{column_words(name, language)} ({far:.2f})" for far, name in moved)
        yield say("watch.drift", language, names=", ".join(names))
    if found["unscored"]:
        yield say("night.unscored", language, count=found["unscored"])
    yield from half_life_lines(found["half_lives"], language)


def _slot(slot: str, language: str) -> str:
    return say(f"summary.{slot}", language).lower()


def _percent(share: float) -> str:
    return f"{100 * share:.0f}"
