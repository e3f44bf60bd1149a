"""Whether the sections of the owner's file agree with one another."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping

from pydantic import BaseModel

from handlers.business_file.contradiction import Contradiction
from handlers.business_file.faq import FaqEntry
from handlers.business_file.offers import Offer
from handlers.business_file.questions import Question
from handlers.business_file.routing import Routing, StaffEntry
from handlers.business_file.scoring import Scoring
from handlers.business_file.values import worded
from handlers.faq.answers import answer_to
from scoring.lead import Slot

LONGEST_MESSAGE = 4096  # UTF-16 units, Telegram's limit
# What people type in answer to any question; a FAQ phrase like it would take it from them.
_ALWAYS_ANSWERS = (
    *("có", "không", "đúng", "đúng rồi", "ok", "đồng ý", "bỏ qua", "quay lại", "dừng"),
    *("yes", "no", "skip", "back", "stop", "agree"),
)


def unreachable_bands(scoring: Scoring, questions: tuple[Question, ...]) -> Iterator[Contradiction]:
    """A border above all that the best of leads can get."""
    weights = scoring.weights
    best = {
        Slot.NEED: max(weights.need),
        Slot.TIMING: max(weights.timing),
        Slot.BUDGET: max(weights.budget),
        Slot.AUTHORITY: max(weights.authority),
    }
    for question in questions:
        if question.most_points is not None and question.id in best:
            best[question.id] = question.most_points
    top = scoring.most(sum(best.values()))
    for name in ("warm", "hot"):
        border = getattr(scoring, name)
        if border > top:
            values = {"border": f"{border:g}", "top": math.floor(top)}
            yield Contradiction(("scoring", name), "never_reached", values)


def unknown_names(
    routing: Routing, offers: tuple[Offer, ...], staff: tuple[StaffEntry, ...]
) -> Iterator[Contradiction]:
    """Offers and people that the routing names and the file does not have."""
    known_offers = [one.id for one in offers]
    known_staff = [one.id for one in staff]
    for offer, people in routing.by_offer.items():
        where = ("routing", "by_offer", offer)
        if offer not in known_offers:
            values = {"given": offer, "known": ", ".join(known_offers)}
            yield Contradiction(where, "no_such_offer", values)
        for place, person in enumerate(people):
            if person not in known_staff:
                values = {"given": person, "known": ", ".join(known_staff) or "–"}
                yield Contradiction((*where, place), "no_such_member", values)
    for place, member in enumerate(staff):
        for number, offer in enumerate(member.offers):
            if offer not in known_offers:
                values = {"given": offer, "known": ", ".join(known_offers)}
                yield Contradiction(("staff", place, "offers", number), "no_such_offer", values)


def answers_taken_for_questions(
    faq: tuple[FaqEntry, ...], questions: tuple[Question, ...]
) -> Iterator[Contradiction]:
    """FAQ phrases that answer what is an answer itself."""
    said = [*_ALWAYS_ANSWERS]
    said += [words for one in questions for option in one.options for words in option.spellings]
    for words in said:
        entry = answer_to(words, faq)
        if entry is None:
            continue
        for number, phrase in enumerate(entry.ask):
            if answer_to(words, (entry.model_copy(update={"ask": (phrase,)}),)):
                where = ("faq", faq.index(entry), "ask", number)
                yield Contradiction(where, "phrase_is_answer", {"given": phrase, "answer": words})


def texts(
    business: BaseModel, languages: tuple[str, ...], longest: Mapping[str, str]
) -> Iterator[Contradiction]:
    """A missing translation, and a text too long once its slots are filled."""
    for where, words in worded(business):
        for language in languages:
            text: str | None = getattr(words, language)
            if not text:
                yield Contradiction((*where, language), "no_translation", {"spoken": language})
                continue
            size = len(text.format_map(longest).encode("utf-16-le")) // 2
            if size > LONGEST_MESSAGE:
                values = {"length": size, "most": LONGEST_MESSAGE}
                yield Contradiction((*where, language), "text_long", values)
