"""What a wish for erasure is read with: the kinds that matter, and whose the data are."""

from __future__ import annotations

from collections.abc import Iterable

from scoring.understanding.wishes.opt_out_pieces import Pieces

DATA = frozenset({"data", "detail"})
BETWEEN = frozenset(
    {
        *("again", "skip", "polite", "own", "you", "all_of_it", "plea", "prep", "personal", "and"),
        *("given", "number_said", "address"),
    }
)
AROUND = BETWEEN | DATA
AROUND |= {"list", "place", "out_of", "erase", "family", "reason", "keep", "erased"}
REFUSING = frozenset({"dont", "unwilling", "forbidden"})
OTHERS = frozenset({"outsider", "third", "others", "wrong"})


def all_around(said: Pieces, places: Iterable[int], also: Iterable[str] = ()) -> bool:
    allowed = AROUND.union(also)
    return all(said[place].may_be(allowed) for place in places)


def mine(said: Pieces, places: Iterable[int]) -> bool:
    """The writer's: "a" is no anh beside English, "i" no thing's owner."""
    return any(
        said[place].may_be({"own"})
        and (said[place].said not in ("a", "i", "we") or behind_its_thing(said, place))
        for place in places
    )


def behind_its_thing(said: Pieces, place: int) -> bool:
    """ "xoa so a": "a" is an anh where it follows."""
    return said[place].said == "a" and place > 0 and said[place - 1].may_be(DATA)


def mine_or_given(said: Pieces, places: Iterable[int]) -> bool:
    near = list(places)
    return mine(said, near) or said.any({"given", "personal"}, near)
