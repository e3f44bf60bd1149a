"""What the learned score is told of a lead: a cell a column, and never which rep."""

from __future__ import annotations

from dataclasses import replace

from scoring.engagement import warmed
from scoring.features import features, names
from scoring.judgement import points
from scoring.lead import Lead, Profile
from scoring.weights import Rules
from tests.scoring.any_lead import NOW, OFFERS, fact, need

RULES = Rules(offer_range=OFFERS)
LEAD = Lead(
    1,
    facts=(fact(need(text="áo cho công ty")),),
    heat=warmed((), "reply", NOW),
    profile=Profile(referral=True, verified=False),
    source="summer",
    channel="zalo_bot",
)


def cells(lead: Lead) -> dict[str, str]:
    weighed = points(lead, NOW, RULES, frozenset())
    return dict(zip(names(RULES), features(lead, weighed, NOW, RULES), strict=True))


def test_each_column_has_its_cell() -> None:
    found = cells(LEAD)

    assert (found["need"], found["budget"]) == ("positive", "unknown")
    assert (found["source"], found["channel"]) == ("summer", "zalo_bot")
    assert [found[name] for name in ("referral", "verified", "in_area")] == ["yes", "no", ""]
    assert (found["engagement.reply"], found["engagement.visit"]) == ("4", "0")


def test_neither_the_rep_nor_what_he_makes_of_a_lead_is_told() -> None:
    assert cells(replace(LEAD, rep_id=7, points=90.0, completeness=100)) == cells(LEAD)
