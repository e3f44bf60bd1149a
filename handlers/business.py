"""A company as its owner wrote it: offers, questions, tone, thresholds, routing."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, PrivateAttr

from handlers.business_file import enclosures
from handlers.business_file.campaigns import Campaign, Mailing
from handlers.business_file.company import Company, Consent, Tone, WorkingHours
from handlers.business_file.faq import FaqEntry
from handlers.business_file.follow_ups import FollowUpPlan, WrittenPlan
from handlers.business_file.offers import Offer
from handlers.business_file.questions import Option, Question
from handlers.business_file.ready_sequences import Sequences
from handlers.business_file.routing import CannedAnswer, Routing, StaffEntry
from handlers.business_file.scoring import Scoring
from handlers.business_file.segments import NamedSegment
from handlers.business_file.survey import SurveyQuestion
from handlers.business_file.values import Label, Language, Part, in_both
from scoring.lead import Slot

SAMPLE = Path(__file__).parent / "companies" / "anh-duong.yaml"
REMEMBERED = 20  # earlier versions of the file

# Said by reps alone, so that one wording will do.
LostReason = Annotated[Label, BeforeValidator(in_both, json_schema_input_type=Label | str)]


class Business(Part):
    """The whole file, checked."""

    version: Annotated[int, Field(ge=1, le=1)] = 1
    company: Company
    languages: Annotated[tuple[Language, ...], Field(min_length=1)] = ("vi", "en")
    tone: Tone = Tone()
    hours: WorkingHours = WorkingHours()
    consent: Consent
    offers: Annotated[tuple[Offer, ...], Field(min_length=1)]
    questions: Annotated[tuple[Question, ...], Field(min_length=1)]
    # Asked after the questions, of whoever likes to answer.
    survey: Annotated[tuple[SurveyQuestion, ...], Field(max_length=8)] = ()
    faq: tuple[FaqEntry, ...] = ()
    scoring: Scoring = Scoring()
    routing: Routing = Routing()
    staff: tuple[StaffEntry, ...] = ()
    canned: tuple[CannedAnswer, ...] = ()
    followups: WrittenPlan = FollowUpPlan()
    segments: tuple[NamedSegment, ...] = ()
    sequences: Sequences = Sequences()
    campaigns: tuple[Campaign, ...] = ()
    lost_reasons: Annotated[tuple[LostReason, ...], Field(min_length=1, max_length=8)]

    _earlier: tuple[Business, ...] = PrivateAttr(())
    _text: str = PrivateAttr("")
    _digest: str = PrivateAttr("")

    @property
    def text(self) -> str:
        """The file this was read from; "" where it was put together by hand."""
        return self._text

    @property
    def digest(self) -> str:
        """Tells this version of the file from every other; "" where it was read from none."""
        return self._digest

    def read_from(self, text: str) -> Business:
        """This company, which knows the file it stands in."""
        now = self.model_copy()
        now._text = text
        now._digest = hashlib.sha256(text.encode()).hexdigest()[:16]
        return now

    def in_zone(self, timezone: str) -> Business:
        """The same company in another time zone, where its file names none."""
        if "timezone" in self.company.model_fields_set:
            return self
        company = self.company.model_copy(update={"timezone": timezone})
        return self.model_copy(update={"company": company})

    @property
    def offer_range(self) -> tuple[int, int]:
        """The cheapest and the dearest offer, whole dong."""
        return (
            min(offer.price.lowest for offer in self.offers),
            max(offer.price.highest for offer in self.offers),
        )

    def after(self, before: Business) -> Business:
        """This version, which still knows the choices of those before it.

        A card of an old version stays on the customer's screen, and its buttons keep their
        meaning; the next question is this version's.
        """
        now, alone = self.model_copy(), before.model_copy()
        alone._earlier = ()  # else each version would hold all before it
        now._earlier = (alone, *before._earlier)[:REMEMBERED]
        return now

    def option(self, slot: Slot, key: str) -> Option | None:
        """The choice of this name, of this version or else of the latest that had it."""
        for version in (self, *self._earlier):
            question = version.question(slot)
            for option in question.options if question else ():
                if option.key == key:
                    return option
        return None

    @property
    def enclosed_files(self) -> frozenset[str]:
        """The pictures and documents beside the file that its messages enclose."""
        named = enclosures.named(self.sequences.own, self.campaigns)
        return frozenset(address for _, address in named)

    def mailing(self, campaign: Campaign) -> Mailing:
        """What a campaign sends, and to whom, as the file stands now."""
        return campaign.mailing(self.sequences.running)

    def question(self, slot: Slot) -> Question | None:
        return next((one for one in self.questions if one.id is slot), None)


def schema() -> dict[str, Any]:
    """The file's form as a JSON Schema, for editors that complete and check while one types."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **Business.model_json_schema(by_alias=True, mode="validation"),
        "title": "business.yaml",
    }
