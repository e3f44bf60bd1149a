"""The owner's file read and checked: a company, or every fault in it at once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from handlers.business import Business
from handlers.business_file import (
    agreement,
    campaigns,
    company,
    enclosures,
    faq,
    follow_ups,
    offers,
    questions,
    routing,
    scoring,
    segments,
    sequences,
    tree,
)
from handlers.business_file.contradiction import Contradiction, Where
from handlers.business_file.faults import fault, in_words
from handlers.business_file.follow_ups import A_NUDGE
from handlers.business_file.segments import Segment
from handlers.business_file.tree import Fault, Tree, UnreadableError
from handlers.channel import LONGEST_NAME
from handlers.texts import LANGUAGES
from handlers.wording import money

LARGEST_FILE = 1_000_000  # bytes


class BusinessFileError(Exception):
    """The file cannot be used; `faults` are lines `file:line:column message`."""

    def __init__(self, faults: tuple[str, ...]) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults


def load(path: Path, *, beside: bool = True) -> Business:
    """Read and check the owner's file. Raises BusinessFileError with every fault at once.

    Not `beside`: a copy, the files that it names are elsewhere.
    """
    language = "vi"
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise UnreadableError(Fault(1, 1, "file_large"))
        folder = path.parent if beside else None
        return parse(path.read_text(encoding="utf-8-sig"), path.name, folder)
    except UnreadableError as error:
        fault = error.fault
    except FileNotFoundError:
        fault = Fault(1, 1, "file_missing")
    except UnicodeDecodeError as error:
        fault = Fault(error.object.count(b"\n", 0, error.start) + 1, 1, "file_encoding")
    except OSError as error:
        fault = Fault(1, 1, "file_unreadable", {"reason": error.strerror or "?"})
    raise BusinessFileError(_lines(path.name, [fault], language))


def parse(text: str, name: str, folder: Path | None = None) -> Business:
    """Check what stands in a file called `name`, and that it finds in its folder what it names.

    Raises BusinessFileError.
    """
    language = "en" if _ENGLISH_FIRST.search(text) else "vi"
    try:
        file, faults = tree.read(text)
    except UnreadableError as error:
        raise BusinessFileError(_lines(name, [error.fault], language)) from None
    business, found = _judged(file, folder)
    faults += found
    if faults or business is None:
        raise BusinessFileError(_lines(name, faults, language))
    return _spelled_out(business).read_from(text)


def _spelled_out(business: Business) -> Business:
    """The company with all that its file says in short, said in full."""
    return _with_whole_segments(_with_short_sequences(business))


def _with_whole_segments(business: Business) -> Business:
    """Whoever names a segment asks for what that asks for."""
    if not business.segments:
        return business
    own = tuple(
        one.model_copy(update={"enrol": one.enrol.spelled_out(business.segments)})
        for one in business.sequences.own
    )
    sent = tuple(
        one.model_copy(update={"segment": one.segment.spelled_out(business.segments)})
        for one in business.campaigns
    )
    sequences = business.sequences.model_copy(update={"own": own})
    return business.model_copy(update={"sequences": sequences, "campaigns": sent})


def _with_short_sequences(business: Business) -> Business:
    """Sequences that were written short, beside the owner's own; their nudge is the nudge."""
    plan = business.followups
    if not plan.short:
        return business
    short = (one.sequence(business.hours.mon_fri) for one in plan.short)
    own = (*business.sequences.own, *(one for one in short if one.steps))
    nudges = [after for one in plan.short for after in one.after if after < A_NUDGE]
    followups = plan.model_copy(update={"nudge": min(nudges, default=plan.nudge)})
    sequences = business.sequences.model_copy(update={"own": own})
    return business.model_copy(update={"followups": followups, "sequences": sequences})


# The owner's language is the first the company speaks; it is needed before the file is read.
_ENGLISH_FIRST = re.compile(r"^languages:\s*(\[|-)?\s*[\"']?en\b", re.MULTILINE)


def _lines(name: str, faults: list[Fault], language: str) -> tuple[str, ...]:
    return tuple(f"{name}:{line}" for line in in_words(faults, language))


def _judged(file: Tree, folder: Path | None) -> tuple[Business | None, list[Fault]]:
    """The company and everything wrong with it, so that an owner mends it all in one go.

    What is no use is left out and the rest judged again, until the rest could be a company.
    """
    faults = list(_ids_twice(file))
    left_out: set[str] = set()
    for again in range(_MOST_ROUNDS):
        try:
            business = Business.model_validate(_with_stand_ins(file, left_out))
        except ValidationError as error:
            details = error.errors(include_url=False)
        else:
            faults += _contradictions(file, business, left_out, folder)
            return (None if left_out else business), faults
        if not again:  # later complaints are about what we took out ourselves
            faults += [fault(file, detail, Business) for detail in details]
        for detail in details:
            left_out |= _leave_out(file, detail["loc"])
    return None, faults


# A part of a part of a part … at the most; each round takes out one storey.
_MOST_ROUNDS = 12
_STAND_INS: dict[str, Any] = {
    "company": {"name": "?"},
    "consent": {"text": {"vi": "?", "en": "?"}},
    "offers": [{"id": "x", "name": {"vi": "?", "en": "?"}, "price": {"from": "1", "to": "1"}}],
    "questions": [{"id": "need", "kind": "text", "ask": {"vi": "?", "en": "?"}}],
    "lost_reasons": ["?"],
}


def _with_stand_ins(file: Tree, left_out: set[str]) -> Any:
    """The file with something in the place of sections that were left out and must be there."""
    plain = file.plain()
    missing = {name for name in _STAND_INS if left_out and not plain.get(name)}
    return {**plain, **{name: _STAND_INS[name] for name in missing}}


def _leave_out(file: Tree, where: Where) -> set[str]:
    """Take away the part at this place; answers its name."""
    way = file.way(where)
    if len(way) == 1:
        return {str(where[0])} if where else set()
    outer, part = way[-2:]
    outer.drop(part)
    return {part.name}


def _ids_twice(file: Tree) -> Iterator[Fault]:
    """Read from the file itself: the part that has the id may be no use for another reason."""
    for section in ("offers", "questions", "staff", "canned", "segments", "campaigns"):
        listed = file.part(section)
        seen: set[str] = set()
        for part in listed.value if listed is not None and isinstance(listed.value, list) else ():
            id_ = part.part("id")
            if id_ is None or not isinstance(id_.value, str):
                continue
            if id_.value in seen:
                yield Fault(id_.line, id_.column, "twice", {"given": id_.value}, id_.name)
            seen.add(id_.value)


# These compare a part with its neighbours, some of which may have been left out.
_OF_NEIGHBOURS = frozenset({"points_and_bands", "texts_and_steps", "no_options"})
_OF_QUESTIONS = frozenset({"no_such_question", "no_such_answer", "never_asked", "asked_later"})
_NAMED = re.compile(r"(offers|staff)(\.\d+)?")
_ASKED = re.compile(r"questions(\.\d+(\.(id|kind|bands.*|options(\.\d+(\.(value|label.*))?)?))?)?")


def _contradictions(
    file: Tree, business: Business, left_out: set[str], folder: Path | None
) -> list[Fault]:
    """What the types alone cannot see, of what is there."""
    found = [*_within_sections(business), *_between_sections(business, left_out)]
    if folder is not None:
        found += enclosures.contradictions(business.sequences.own, business.campaigns, folder)
    if left_out:
        hidden = _OF_NEIGHBOURS
        if any(_ASKED.fullmatch(name) for name in left_out):
            hidden |= _OF_QUESTIONS
        found = [one for one in found if one.key not in hidden]
    faults = []
    for one in found:
        part = file.way(one.where)[-1]
        # A translation stands nowhere while it is missing.
        name = f"{part.name}.{one.where[-1]}" if one.key == "no_translation" else part.name
        if name not in left_out:
            faults.append(Fault(part.line, part.column, one.key, dict(one.values), name))
    return faults


def _within_sections(business: Business) -> Iterator[Contradiction]:
    yield from company.contradictions(business.hours)
    yield from offers.contradictions(business.offers)
    yield from questions.contradictions(business.questions)
    yield from faq.contradictions(business.faq)
    yield from scoring.contradictions(business.scoring)
    yield from routing.contradictions(business.routing, business.staff, business.canned)
    yield from follow_ups.contradictions(business.followups)
    yield from agreement.texts(business, business.languages, _longest_values(business))


def _between_sections(business: Business, left_out: set[str]) -> Iterator[Contradiction]:
    yield from agreement.unreachable_bands(business.scoring, business.questions)
    if not any(_NAMED.fullmatch(name) for name in left_out):
        yield from agreement.unknown_names(business.routing, business.offers, business.staff)
    yield from agreement.answers_taken_for_questions(business.faq, business.questions)
    yield from sequences.contradictions(business.sequences.own)
    yield from campaigns.contradictions(business.campaigns, business.sequences.running)
    yield from segments.contradictions(_segments_in(business), business.segments)


def _segments_in(business: Business) -> Iterator[tuple[Where, Segment]]:
    """Every place where a segment may be named."""
    for place, sequence in enumerate(business.sequences.own):
        yield ("sequences", "own", place, "enrol", "segment"), sequence.enrol
    for place, campaign in enumerate(business.campaigns):
        yield ("campaigns", place, "segment"), campaign.segment


_LONGEST_NEED = 200  # characters, as a lead's need is shown


def _longest_values(business: Business) -> dict[str, str]:
    """What fills the slots of a sentence at its longest."""
    address = max(("Quý khách", business.tone.customer or ""), key=len)
    prices = [money(amount, one) for amount in business.offer_range for one in LANGUAGES]
    units = [offer.price.unit(one) for offer in business.offers for one in LANGUAGES]
    return {
        **dict.fromkeys(("you", "You", "customer", "Customer"), address),
        **dict.fromkeys(("price_from", "price_to"), max(prices, key=len)),
        **dict.fromkeys(("me", "Me"), business.tone.self or "chúng tôi"),
        "company": business.company.name,
        "phone": business.company.phone,
        "price_per": max(units, key=len, default=""),
        # What a follow-up may fill in besides.
        **dict.fromkeys(("name", "rep"), "x" * LONGEST_NAME),
        "need": "x" * _LONGEST_NEED,
    }
