"""What a message wants: its intents, by rules first and by the statistical model after."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache, partial
from itertools import accumulate

from scoring.understanding.heard import Intent
from scoring.understanding.patterns import Patterns, Words, words
from scoring.understanding.phrases import Hit, Phrases
from scoring.understanding.text import Kind, Text, Token
from scoring.understanding.wishes import model, opt_out
from scoring.understanding.wishes.intent_words import (
    CHOICES,
    DENYING,
    ENDS_A_QUESTION,
    ENDS_A_SENTENCE,
    ENDS_AN_OPEN_QUESTION,
    ENDS_IN_EMPHASIS,
    HARMLESS,
    HURRIES,
    LEAST_WORDS_OF_A_QUESTION,
    LISTS,
    RULES,
    THUMBS_DOWN,
    THUMBS_UP,
    YES_OR_NO,
)
from scoring.understanding.wishes.mentioned_words import COMPOUNDS
from scoring.understanding.wishes.quotations import MARK, made_unreadable, quotations

RULE_CONFIDENCE = 0.93
# Two witnesses: the rule hit, and the model thinks so too.
AGREED_CONFIDENCE = 0.96
SIGN_CONFIDENCE = 0.9
MODEL_CONFIDENCE = 0.9
ASSUMED_CONFIDENCE = 0.55
# Where a rule has already said what is meant, a second meaning must be surer.
LEAST_BESIDE_A_RULE = 0.75

# A guess among unlikely intents: it must hold this share of all likelihoods and a rest. Of
# messages made for this and never trained on, 9 of 10 such guesses were right.
LEAST_SHARE = 0.45
UNLIKELIHOOD = 0.15
GUESSED_CONFIDENCE = 0.5

# The model may not speak of these: rules alone decide (understanding-spec.md 8).
RULES_ALONE = frozenset({"opt_out", "delete_data"})
# Nor does it find these by itself: by its letters any amount might be a correction, and
# to call a plain word an insult is worse than to miss one.
UNHEARD_BY_THE_MODEL = RULES_ALONE | {"correction", "abuse", model.NOTHING}
# A call at an hour that is named: what is said before it ("nhắn ít thôi") is about other things.
SURER_ALONE = frozenset({"appointment", "human_request"})
SURE_ENOUGH = 0.8
# What may stand beside a wish that all this end.
BESIDE_THE_END = frozenset({"opt_out", "delete_data", "abuse", "complaint", "thanks"}) | {
    "not_interested"
}
# A question is one in its own right only where its clause asks for nothing more exact.
ASKING = frozenset(
    {"price_request", "discount_request", "demo_request", "bot_challenge", "info_request"}
) | {"human_request", "appointment", "purchase", "objection_price", "complaint", "opt_in"}
# So sure must the wish be that a question is to stand for.
LEAST_INSTEAD = 0.65
# Of one clause these take the question mark away: "me mày thằng chó".
ASKED_TOO = frozenset({"abuse", "correction"})
TOLD = "provide_info"  # what small talk is most easily mistaken for
ANSWERS = frozenset({"affirm", "deny"})
# What ends like a question beside one of these is one.
COULD_ASK = frozenset({"provide_info", "greeting", "thanks"})
COURTESIES = ANSWERS | {"greeting", "goodbye", "thanks"}
# "không, cảm ơn" is a no; "không, chị không mua đâu" says more than that.
WEIGHTIER_THAN_AN_ANSWER = frozenset({"not_interested", "correction", "postpone", "goodbye"})


def find(
    text: Text, asked: str | None, likelihoods: Mapping[str, float] | None = None
) -> tuple[Intent, ...]:
    """The intents of a message, best first. `asked` is the slot the bot asked for last.

    `likelihoods`: what the model says of the whole text, where that is known already.
    """
    message = words(text)
    spoken = _spoken(text, message)
    answer = _answer(text, message) if asked == "confirm" else None
    found = _by_rules(text, spoken)
    if answer is None or not _is_all(answer, text):  # "dung", asked "is that right?", is "đúng"
        found |= {one.name: one for one in opt_out.find(text, message)}
    if answer is not None:
        found = {name: one for name, one in found.items() if name not in ANSWERS}
        found = _behind_the_answer(text, spoken) | found | {answer.name: answer}
    elif any(token.kind is Kind.WORD for token in message.tokens) and not _only_chooses(message):
        if likelihoods is None or spoken is not message:
            likelihoods = model.trained().likelihoods(_tokens(text, spoken))
        _add_likely(text, spoken, found, _clause_by_clause(spoken, likelihoods))
    if not message.tokens:
        found |= _by_signs(text)
    polite = COURTESIES if answer is None else COURTESIES - ANSWERS
    said_at_once = not any(map(message.is_break, range(len(message.tokens))))
    sensible = _sensible(found, asked, said_at_once=said_at_once)
    return tuple(sorted(sensible.values(), key=partial(_rank, polite)))


def _only_chooses(message: Words) -> bool:
    """ "Cả hai ạ" says which, and nothing the model could know: it would guess at a wish."""
    said = {token.word for token in message.tokens}
    return not said.isdisjoint(CHOICES) and said <= CHOICES | ENDS_A_SENTENCE - HURRIES


def _tokens(text: Text, message: Words) -> tuple[Token, ...]:
    """All tokens of the text, those that were made unreadable left so."""
    tokens = list(text.tokens)
    for place, token in zip(message.places, message.tokens, strict=True):
        tokens[place] = token
    return tuple(tokens)


def _spoken(text: Text, message: Words) -> Words:
    """The message with the words that only contain or quote a wish made unreadable."""
    hidden = {
        index
        for hit in _compounds().find(message.tokens)
        for index in range(hit.first, hit.last + 1)
    }
    for quotation in quotations(text, message) if MARK in text.lower else ():
        hidden.update(quotation)
    return made_unreadable(message, hidden) if hidden else message


def _rank(polite: frozenset[str], one: Intent) -> tuple[bool, float]:
    """Best first; what is only polite stands behind what is surely wanted."""
    wanted = one.name not in polite and one.confidence >= LEAST_BESIDE_A_RULE
    return not wanted, -one.confidence


def _by_rules(text: Text, message: Words) -> dict[str, Intent]:
    found: dict[str, Intent] = {}
    hits = list(_rules().find(message))
    harmless = list(_harmless().find(message, {hit.label for hit in hits})) if hits else []
    meant = [hit for hit in hits if not any(_touch(hit, other) for other in harmless)]
    # By token, how many clauses end before it.
    clauses = list(accumulate(map(message.is_break, range(len(message.tokens)))))
    exact = {clauses[hit.first] for hit in meant if hit.label in ASKING}
    for hit in meant:
        if hit.label in found or (hit.label == "question" and clauses[hit.first] in exact):
            continue
        span = text.tokens_span(message.places[hit.first], message.places[hit.last])
        found[hit.label] = Intent(hit.label, RULE_CONFIDENCE, span)
    return found


def _touch(hit: Hit, other: Hit) -> bool:
    return hit.label == other.label and other.first <= hit.last and hit.first <= other.last


def _add_likely(
    text: Text, message: Words, found: dict[str, Intent], likelihoods: Mapping[str, float]
) -> None:
    """What the model adds. A guess less likely than not is none: it abstains."""
    trained = model.trained()
    for name in found.keys() - RULES_ALONE:
        if likelihoods.get(name, 0.0) >= LEAST_BESIDE_A_RULE:
            found[name] = replace(found[name], confidence=AGREED_CONFIDENCE)
    heard = {
        name: likelihood
        for name, likelihood in likelihoods.items()
        if name not in UNHEARD_BY_THE_MODEL and name not in found
    }
    least = LEAST_BESIDE_A_RULE if found.keys() - {"question"} else 0.0
    thresholds = trained.thresholds
    likely = {
        name
        for name, likelihood in heard.items()
        if likelihood >= least and likelihood >= thresholds[name]
    }
    if not found and likelihoods.get(model.NOTHING, 0.0) >= trained.thresholds[model.NOTHING]:
        likely = set()
    elif not found and not likely and heard.keys() - {TOLD}:
        best = max(heard.keys() - {TOLD}, key=lambda name: (heard[name], name))
        # All are unlikely, and one far less so than the others: new words for an old wish.
        share = heard[best] / (sum(likelihoods.values()) + UNLIKELIHOOD)
        if share >= LEAST_SHARE:
            likely, heard[best] = {best}, max(share, GUESSED_CONFIDENCE)
    # What the rules know to be harmless, the model may not read into it after all.
    vetoed = {hit.label for hit in _harmless().find(message, likely)} if likely else set()
    whole = text.span(0, len(text.lower))
    for name in sorted(likely - vetoed):
        found[name] = Intent(name, min(round(heard[name], 2), MODEL_CONFIDENCE), whole)
    if _asks(text, message, found):
        found.setdefault("question", Intent("question", ASSUMED_CONFIDENCE, whole))


def _clause_by_clause(message: Words, likelihoods: Mapping[str, float]) -> Mapping[str, float]:
    """A wish half heard behind other words is as likely as the clause in which it stands."""
    thresholds = model.trained().thresholds
    unsure = {
        name for name in SURER_ALONE if thresholds[name] <= likelihoods.get(name, 0) < SURE_ENOUGH
    }
    clauses = _clauses(message) if unsure else []
    if len(clauses) < 2:
        return likelihoods
    alone = [likelihoods, *map(model.trained().likelihoods, clauses)]
    return {**likelihoods, **{name: max(one.get(name, 0.0) for one in alone) for name in unsure}}


def _behind_the_answer(text: Text, message: Words) -> dict[str, Intent]:
    """ "thôi, mai 9h gọi chị nhé": what a later clause surely asks for beside the yes or no."""
    whole = text.span(0, len(text.lower))
    found: dict[str, Intent] = {}
    for clause in _clauses(message)[1:]:
        likelihoods = model.trained().likelihoods(clause)
        for name in SURER_ALONE:
            sure = min(round(likelihoods.get(name, 0.0), 2), MODEL_CONFIDENCE)
            if sure >= SURE_ENOUGH:
                found[name] = Intent(name, sure, whole)
    return found


def _clauses(message: Words) -> list[list[Token]]:
    clauses: list[list[Token]] = [[]]
    for place, token in enumerate(message.tokens):
        if message.is_break(place):
            clauses.append([])
        else:
            clauses[-1].append(token)
    return [clause for clause in clauses if clause]


def _asks(text: Text, message: Words, found: dict[str, Intent]) -> bool:
    if "?" in text.lower:
        return not found.keys() & (ASKING | RULES_ALONE)
    if found.keys() - COULD_ASK or len(message.tokens) < LEAST_WORDS_OF_A_QUESTION:
        return False
    said = [token.word for token in message.tokens]
    while said and said[-1] in ENDS_A_SENTENCE:
        said.pop()
    if len(said) < LEAST_WORDS_OF_A_QUESTION:
        return False
    # "dùng giấy khổ nào", but not "không biết cái nào".
    if said[-2] in ENDS_IN_EMPHASIS:
        return False
    open_one = said[-1] in ENDS_AN_OPEN_QUESTION and DENYING.isdisjoint(said)
    if not open_one and said[-1] not in ENDS_A_QUESTION:
        return False
    return not any(True for _ in _harmless().find(message, {"question"}))


def _by_signs(text: Text) -> dict[str, Intent]:
    for place, token in enumerate(text.tokens):
        name = (
            "affirm" if token.word in THUMBS_UP else "deny" if token.word in THUMBS_DOWN else None
        )
        if name is not None:
            return {name: Intent(name, SIGN_CONFIDENCE, text.tokens_span(place, place))}
    return {}


def _answer(text: Text, message: Words) -> Intent | None:
    """The bot asked "is that right?": how the answer begins says yes or no."""
    if any(hit.label == "asks_back" for hit in _yes_or_no().find(message)):
        return None
    # "dạ không" is a no, "không sao" a yes: the longer beginning tells.
    hits = sorted(_yes_or_no().find(message), key=lambda hit: (hit.last, hit.label))
    if not hits:
        return None
    span = text.tokens_span(message.places[hits[-1].first], message.places[hits[-1].last])
    return Intent(hits[-1].label, AGREED_CONFIDENCE, span)


def _is_all(answer: Intent, text: Text) -> bool:
    return answer.span == text.tokens_span(0, len(text.tokens) - 1)


def _sensible(
    found: dict[str, Intent], asked: str | None, *, said_at_once: bool
) -> dict[str, Intent]:
    """Drop what cannot be meant beside what is surely meant.

    `said_at_once`: the message is one clause, so that a wish in it is what its question asks.
    """
    if found.keys() & RULES_ALONE:
        return {name: one for name, one in found.items() if name in BESIDE_THE_END}
    dropped: set[str] = set()
    if len(found) > 1:
        dropped.add("provide_info")
    question = found.get("question")
    if question is not None and any(
        one.span[0] <= question.span[0] < one.span[1]
        and one.confidence >= (LEAST_INSTEAD if said_at_once else question.confidence)
        for name, one in found.items()
        if name in ASKING or (said_at_once and name in ASKED_TOO)
    ):
        dropped.add("question")
    sure = {name for name, one in found.items() if one.confidence >= RULE_CONFIDENCE}
    if asked != "confirm" and sure & (ASKING | WEIGHTIER_THAN_AN_ANSWER):
        dropped |= ANSWERS
    if found.keys() >= ANSWERS:
        dropped.add(min(ANSWERS, key=lambda name: (found[name].confidence, name)))
    return {name: one for name, one in found.items() if name not in dropped}


@cache
def _compounds() -> Phrases:
    return Phrases({"compound": COMPOUNDS})


@cache
def _rules() -> Patterns:
    return Patterns(RULES, LISTS, trust_marks=True)


@cache
def _harmless() -> Patterns:
    return Patterns(HARMLESS, LISTS, trust_marks=True)


@cache
def _yes_or_no() -> Patterns:
    return Patterns(YES_OR_NO, LISTS)
