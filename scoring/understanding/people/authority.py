"""Authority: who decides about the purchase."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from scoring.lead import Authority, BuyingRole
from scoring.understanding.patterns import Patterns, Words, words
from scoring.understanding.people import authority_answers as answers
from scoring.understanding.people import authority_words as said
from scoring.understanding.people.decider_words import COUPLES, LISTS, LOOKALIKES
from scoring.understanding.phrases import Hit, Phrases
from scoring.understanding.text import Kind, Text

SURE = 0.9
# Nobody had asked: the same words may be about something else.
UNASKED = 0.82
# A short answer says who, and the question what for.
SHORT = 0.85
# One word out of a longer answer is a guess, which the bot repeats for a yes.
WEAK = 0.6

# What is heard, from the most to the least telling, and whose part it is.
ROLES = {
    "unknown": BuyingRole.UNKNOWN,
    "approved": BuyingRole.INFLUENCER,
    "prepares": BuyingRole.INFLUENCER,
    "joint": BuyingRole.JOINT,
    "takes_part": BuyingRole.INFLUENCER,
    "relay": BuyingRole.NO_AUTHORITY,
    "powerless": BuyingRole.NO_AUTHORITY,
    "self": BuyingRole.DECISION_MAKER,
    "waiting": BuyingRole.INFLUENCER,
    "other": BuyingRole.NO_AUTHORITY,
    "short_self": BuyingRole.DECISION_MAKER,
    "short_joint": BuyingRole.JOINT,
    "short_other": BuyingRole.NO_AUTHORITY,
    "weak_unknown": BuyingRole.UNKNOWN,
    "weak_joint": BuyingRole.JOINT,
    "weak_part": BuyingRole.INFLUENCER,
    "weak_other": BuyingRole.NO_AUTHORITY,
    "weak_self": BuyingRole.DECISION_MAKER,
}
# Only beside one of these does comparing and preparing mean that another decides.
DECIDED_ELSEWHERE = frozenset({"other", "waiting", "powerless"})

# What these cover may still be heard by itself.
_HIDE_NOTHING = frozenset({"pending", "takes_part"}) | {
    label for label in ROLES if label.startswith(("short", "weak"))
}

_Heard = Mapping[str, list[Hit]]


def find(text: Text, asked: str | None = None, *, small_talk: bool = False) -> Authority | None:
    """Who decides. `small_talk`: the message as a whole sounds like nothing of the sort."""
    was_asked = asked == "authority"
    if not was_asked and next(_TRIGGERS.find(text.tokens), None) is None:
        return None
    message = _masked(words(text))
    heard = _heard(message, was_asked)
    label = next((label for label in ROLES if label in heard), None)
    if label is None or not _is_about_us(label, heard, text, small_talk=small_talk):
        return None
    hits = heard[label]
    span = text.tokens_span(
        message.places[min(hit.first for hit in hits)],
        message.places[max(hit.last for hit in hits)],
    )
    role = ROLES[label]
    return Authority(
        role=role,
        span=span,
        text=text.original[span[0] : span[1]],
        confidence=_confidence(label, was_asked),
        approved=label == "approved",
        decider=None if role is BuyingRole.DECISION_MAKER else _decider(text, message, heard, hits),
    )


def _is_about_us(label: str, heard: _Heard, text: Text, *, small_talk: bool) -> bool:
    """A faint word of deciding counts in an answer, and where none of the seller's is meant."""
    if label.startswith(("short", "weak")) and "addressed" in heard:
        return False
    return not (label.startswith("weak") and (small_talk or _has_number(text)))


def _has_number(text: Text) -> bool:
    """Then it answers another question: "co 15 nhan vien"."""
    return any(token.kind is Kind.NUMBER for token in text.tokens)


def _confidence(label: str, was_asked: bool) -> float:
    if label.startswith("weak"):
        return WEAK
    if label.startswith("short"):
        return SHORT
    return SURE if was_asked else UNASKED


def _heard(message: Words, was_asked: bool) -> _Heard:
    """The labels that hold, with their places, what is only part of another one left out."""
    hits = sorted(set(_patterns(was_asked).find(message)), key=lambda hit: hit.first)
    wholes = [hit for hit in hits if hit.label not in _HIDE_NOTHING]
    heard: dict[str, list[Hit]] = {}
    for hit in hits:
        if not any(_inside(hit, whole) for whole in wholes):
            heard.setdefault(hit.label, []).append(hit)
    pending = heard.pop("pending", [])
    if "approved" in heard:
        approved = [hit for hit in heard.pop("approved") if not _touches(hit, pending)]
        if approved:
            heard["approved"] = approved
    if not DECIDED_ELSEWHERE & heard.keys():
        heard.pop("takes_part", None)
    return heard


def _inside(hit: Hit, other: Hit) -> bool:
    """A part of the other one: "em quyết" in "sếp em quyết"."""
    shorter = hit.last - hit.first < other.last - other.first
    return (
        shorter and other.first <= hit.first and hit.last <= other.last and hit.label != other.label
    )


def _touches(hit: Hit, others: list[Hit]) -> bool:
    return any(hit.first <= other.last and other.first <= hit.last for other in others)


def _decider(text: Text, message: Words, heard: _Heard, hits: list[Hit]) -> str | None:
    """The words for whoever decides: those in the evidence before those elsewhere."""
    everywhere = [hit for others in heard.values() for hit in others]
    for hit in (*hits, *everywhere):
        evidence = message.tokens[hit.first : hit.last + 1]
        for named in _DECIDERS.find(evidence):
            tokens = list(evidence[named.first : named.last + 1])
            if message.marked and len(tokens) == 1 and tokens[0].word in _BARE_IS_ANOTHER:
                continue
            if len(tokens) == 2 and tokens[1].folded in _WHOSE and tokens[0].folded in _PARENTS:
                tokens.pop()  # "mẹ em": whose she is need not be said
            return " ".join(text.lower[token.start : token.end] for token in tokens)
    return None


def _masked(message: Words) -> Words:
    """The message with "quyết liệt", "chủ đề" and their like made unreadable."""
    tokens = list(message.tokens)
    for hit in _LOOKALIKES.find(message.tokens):
        for index in range(hit.first, hit.last + 1):
            tokens[index] = tokens[index]._replace(word="…", folded="…")
    return Words(tuple(tokens), message.places)


@cache
def _patterns(was_asked: bool) -> Patterns:
    """Built on first use: few messages speak of deciding."""
    rules = {
        "addressed": said.ADDRESSED,
        "self": said.SELF_DECIDES,
        "powerless": said.POWERLESS,
        "other": said.OTHER_DECIDES,
        "waiting": said.WAITING,
        "relay": said.RELAYS,
        "joint": said.JOINT,
        "prepares": said.PREPARES,
        "takes_part": said.TAKES_PART,
        "approved": said.APPROVED,
        "pending": said.NOT_YET,
        "unknown": said.UNKNOWN,
    }
    if was_asked:
        rules["powerless"] += answers.POWERLESS_WHEN_ASKED
        rules["self"] += answers.SELF_DECIDES_WHEN_ASKED
        rules["joint"] += answers.JOINT_WHEN_ASKED
        rules["relay"] += answers.RELAYS_WHEN_ASKED
        rules["approved"] += answers.APPROVED_WHEN_ASKED
        rules["unknown"] += answers.UNKNOWN_WHEN_ASKED
        rules |= {
            "short_self": answers.SHORT_SELF,
            "short_other": answers.SHORT_OTHER,
            "short_joint": answers.SHORT_JOINT,
            "weak_unknown": answers.WEAK_UNKNOWN,
            "weak_joint": answers.WEAK_JOINT,
            "weak_part": answers.WEAK_PART,
            "weak_other": answers.WEAK_OTHER,
            "weak_self": answers.WEAK_SELF,
        }
    return Patterns(rules, LISTS)


_LOOKALIKES = Phrases({"lookalike": LOOKALIKES})
_DECIDERS = Phrases({"decider": (*COUPLES, "bộ", *(name.rstrip("!") for name in LISTS["decider"]))})
# Where marks are typed these bare words are no sở, bộ, bố: "so sánh".
_BARE_IS_ANOTHER = frozenset(("so", "bo", "me", "ma", "ba", "cha", "bac", "chu", "cau", "gau"))
_PARENTS = frozenset(("me", "ma", "ba"))
_WHOSE = frozenset(("em", "minh"))
_TRIGGERS = Phrases({"trigger": said.TRIGGERS})
