"""What just happened, in words: the log under the demo's phones."""

from __future__ import annotations

from datetime import datetime

from handlers.score.reasons import reason_text, reason_words
from handlers.texts import knows, say
from storage.events import Event, Snapshot
from storage.store import Work

_BEST = 3


def happening_words(work: Work, after: int, language: str) -> list[tuple[int, datetime, str]]:
    """The newest events behind an id, oldest first: id, time, sentence."""
    told = ((event, _words(work, event, language)) for event in work.events.latest(after))
    return [(event.id, event.at, words) for event, words in told if words]


def _words(work: Work, event: Event, language: str) -> str:
    if knows(f"happening.{event.kind}", language):
        detail = event.detail
        if knows(f"gate.{detail}", language):
            detail = say(f"gate.{detail}", language)
        return say(f"happening.{event.kind}", language, lead=event.lead_id, detail=detail)
    kind = f"engagement.{event.kind}"
    if not knows(f"reason.{kind.replace('.', '_')}", language):
        return ""
    taken = work.events.snapshot_at(event.lead_id, event.at)
    what = reason_text(kind, language)
    return say(
        "happening.behaviour",
        language,
        lead=event.lead_id,
        what=what,
        score=_score(taken, language) if taken is not None else "",
    )


def _score(taken: Snapshot, language: str) -> str:
    best = sorted(taken.reasons, key=lambda reason: -reason.points)[:_BEST]
    return say(
        "happening.score",
        language,
        points=round(taken.score),
        temperature=say(f"temperature.{taken.temperature}", language),
        reasons=", ".join(reason_words(one.points, one.key, language) for one in best),
    )
