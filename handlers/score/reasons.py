"""The reasons of a score, in words for a rep."""

from __future__ import annotations

from collections.abc import Iterable

from handlers.business import Business
from handlers.marking import quote
from handlers.prospect.replies import Voice
from handlers.score.learned_words import column_words, part_words
from handlers.texts import say
from scoring.lead import Reason, Slot
from storage.events import Snapshot

# What a rep reads in one breath (docs/scoring.md).
MOST_RAISING, MOST_LOWERING = 3, 2
_LEARNED = "learned"
_LONGEST_QUOTE = 40  # characters


def reason_words(points: float, key: str, language: str) -> str:
    """A reason with its points: "nhu cầu rõ +14"."""
    return f"{reason_text(key, language)} {signed(points)}"


def reason_text(key: str, language: str) -> str:
    """The sentence of a reason; its key is a path, need.specific, and one word in the file."""
    head, _, rest = key.partition(".")
    if head == _LEARNED and rest != "scale":
        return say("reason.learned", language, name=column_words(rest, language))
    return say(f"reason.{key.replace('.', '_')}", language)


def evidence(reason: Reason, language: str) -> str:
    """The words a reason came from; of a learned one what was the case."""
    head, _, name = reason.key.partition(".")
    if head == _LEARNED and reason.words:
        return part_words(name, reason.words, language)
    return reason.words


def signed(points: float) -> str:
    """+14, −3, +0.5: with its sign, and no more decimals than it needs."""
    shown = f"{abs(points):.1f}".removesuffix(".0")
    return f"{'+' if points >= 0 else '−'}{shown}"


def sentence(taken: Snapshot, language: str, business: Business | None = None) -> str:
    """What a rep should know of a score, each part on a line of its own.

    The three reasons that raise it most, the two that lower it most, what is still unknown and
    the one question to ask next: the owner's own where `business` is given.
    """
    parts = (
        _part("up", raising(taken.reasons), language),
        _part("down", lowering(taken.reasons), language),
        _names("open", taken.unknown, language),
        _names("two_ways", taken.conflicting, language),
        _question(taken, language, business),
    )
    return "\n".join(filter(None, parts))


def raising(reasons: Iterable[Reason]) -> list[Reason]:
    """What raises a score most, the best first; the bounds of its parts are no reasons."""
    found = [one for one in reasons if one.points > 0 and not _is_bound(one)]
    return sorted(found, key=lambda one: (-one.points, one.key))[:MOST_RAISING]


def lowering(reasons: Iterable[Reason]) -> list[Reason]:
    """What lowers it most, the worst first."""
    found = [one for one in reasons if one.points < 0 and not _is_bound(one)]
    return sorted(found, key=lambda one: (one.points, one.key))[:MOST_LOWERING]


def next_question(taken: Snapshot, language: str, business: Business | None = None) -> str:
    """What would be asked next, in one natural sentence; "" where all is known."""
    open_slots = (*taken.conflicting, *taken.unknown)
    slot = next((slot for slot in Slot if slot in open_slots), None)
    if slot is None:
        return ""
    own = business.question(slot) if business is not None else None
    if business is None or own is None:
        return say(f"rep.ask_{slot}", language)
    return Voice(business, language, "").owners(own.ask.of(language))


def _part(name: str, reasons: list[Reason], language: str) -> str:
    told = [reason_words(one.points, one.key, language) + _quoted(one, language) for one in reasons]
    return say(f"rep.{name}", language, reasons=" · ".join(told)) if told else ""


def _quoted(reason: Reason, language: str) -> str:
    words = evidence(reason, language)
    return f" “{quote(words)}”" if 0 < len(words.strip()) <= _LONGEST_QUOTE else ""


def _names(name: str, slots: tuple[Slot, ...], language: str) -> str:
    told = [say(f"summary.{slot}", language).lower() for slot in slots]
    return say(f"rep.{name}", language, names=", ".join(told)) if told else ""


def _question(taken: Snapshot, language: str, business: Business | None) -> str:
    asked = next_question(taken, language, business)
    return say("rep.ask", language, question=asked) if asked else ""


def _is_bound(reason: Reason) -> bool:
    return reason.key.endswith((".limit", ".scale"))
