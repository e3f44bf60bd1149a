"""The learned score in force, read once and kept ready."""

from __future__ import annotations

from scoring.learned.own_model import Judge, from_json
from storage.store import Work

# By hash, which names the content: the same in every database. A few versions are enough.
_READY: dict[str, Judge] = {}
_MOST_READY = 8


def judge_for(work: Work, name: str) -> Judge | None:
    """The model of this hash, ready to answer; None for no name."""
    if not name:
        return None
    ready = _READY.get(name)
    if ready is None:
        ready = Judge(from_json(work.models.content(name)))
        if len(_READY) >= _MOST_READY:
            _READY.clear()
        _READY[name] = ready
    return ready
