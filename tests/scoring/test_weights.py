"""The rules by their hash: the same numbers, the same name."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from scoring.weights import Bands, Rules, Weights, exact, rules_from_json


def test_rules_come_back_from_their_text() -> None:
    rules = Rules(offer_range=(4_000_000, 90_000_000), bands=Bands(warm=30.5))

    again = rules_from_json(rules.to_json())

    assert again == rules
    assert again.hash == rules.hash


def test_each_number_changes_the_hash_and_its_spelling_does_not() -> None:
    rules = Rules()

    assert Rules(weights=Weights(need=(14.0, 7.0))).hash == rules.hash
    assert Rules(weights=replace(rules.weights, need=(15, 7))).hash != rules.hash
    assert Rules(bands=Bands(slack=4)).hash != rules.hash
    assert Rules(offer_range=(1, 2)).hash != rules.hash


@given(st.lists(st.floats(-100, 100), max_size=50))
def test_exact_points_add_up_the_same_in_any_order(points: list[float]) -> None:
    grains = [exact(one) for one in points]

    assert sum(grains) == sum(sorted(grains)) == sum(reversed(grains))
    assert all(abs(one - kept) < 1e-12 for one, kept in zip(points, grains, strict=True))
