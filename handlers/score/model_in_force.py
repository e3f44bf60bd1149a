"""The learned score in force, read once and kept ready."""

from __future__ import annotations

import structlog

from scoring.features import names
from scoring.learned.own_model import Judge, OwnModel, from_json
from scoring.weights import Rules
from storage.store import Work

log = structlog.get_logger()

# By hash, which names the content: the same in every database. A few versions are enough.
_READY: dict[str, Judge | None] = {}
_MOST_READY = 8


def judge_for(work: Work, name: str) -> Judge | None:
    """The model of this hash, ready to answer; None for no name.

    None, too, for one that was fitted when the program knew other columns: it would take one
    for another. The points alone count then, and the night takes it out of force.
    """
    if not name:
        return None
    if name not in _READY:
        model = from_json(work.models.content(name))
        if len(_READY) >= _MOST_READY:
            _READY.clear()
        _READY[name] = Judge(model) if fits(model) else None
        if _READY[name] is None:
            log.warning("a learned score knows other columns, the points alone count", model=name)
    return _READY[name]


def fits(model: OwnModel) -> bool:
    """Whether a model was fitted on the very columns that leads have today."""
    return tuple(one.column.name for one in model.corrections.columns) == names(Rules())
