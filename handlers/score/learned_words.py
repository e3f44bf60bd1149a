"""What the learned score found, in a rep's words: its columns, and the parts of them."""

from __future__ import annotations

from handlers.texts import knows, say
from scoring.learned.columns import ANY_NUMBER, BLANK_WORDS, OTHER
from scoring.learned.predictor import AND

_OR = "/"
_BEHAVIOUR, _COMPLETENESS = "engagement.", "completeness"
_MOST, _LEAST, _SPAN = "≥ ", "< ", "–"


def column_words(name: str, language: str) -> str:
    """A column, or two, as a rep knows it: "nguồn"."""
    return " + ".join(_column(one, language) for one in name.split(AND))


def part_words(name: str, label: str, language: str) -> str:
    """What was the case in that column, or in both; "" where it is nothing worth saying."""
    names, labels = name.split(AND), label.split(AND)
    if len(names) != len(labels):  # a value that holds the sign itself
        return label
    found = (_part(*one, language) for one in zip(names, labels, strict=True))
    return ", ".join(filter(None, found))


def _column(name: str, language: str) -> str:
    for key in (f"summary.{name}", f"reason.{name.replace('.', '_')}", f"reason.fit_{name}"):
        if knows(key, language):
            return say(key, language).lower()
    return say(f"reason.learned_{name}", language)


def _part(name: str, label: str, language: str) -> str:
    if name.startswith(_BEHAVIOUR):
        return _behaviour(label, language)
    if name == _COMPLETENESS:
        return _share(label, language)
    return _OR.join(_level(one, language) for one in label.split(_OR))


def _level(label: str, language: str) -> str:
    if knows(f"state.{label}", language):
        return say(f"state.{label}", language)
    named = {BLANK_WORDS: "blank", OTHER: "other"}.get(label)
    return say(f"learned.{named}", language) if named else label


def _behaviour(label: str, language: str) -> str:
    """A decayed count says nothing to a rep; how much and how lately it was does."""
    if label == ANY_NUMBER:
        return ""
    if label == "0":
        return say("learned.never", language)
    if label.startswith(_LEAST):
        return say("learned.little", language)
    if label.startswith(_MOST):
        return say("learned.much", language)
    return say("learned.some", language)


def _share(label: str, language: str) -> str:
    """Completeness is a percentage: "50–74 %"."""
    for sign, key in ((_MOST, "from"), (_LEAST, "below")):
        if label.startswith(sign):
            return say(f"learned.{key}", language, share=label.removeprefix(sign))
    return f"{label} %" if label.replace(_SPAN, "").isdigit() else label
