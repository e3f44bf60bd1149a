"""Being taken off a list of people to contact, or put on one of those to be left alone."""

from __future__ import annotations

from scoring.understanding.wishes.opt_out_frame import (
    ACTS,
    AROUND,
    REFUSALS,
    told_of_others,
    turned_round,
)
from scoring.understanding.wishes.opt_out_pieces import Pieces, Span

# What may stand between the removal, the writer and the list.
BETWEEN = frozenset({"me", "number", "skip", "polite", "you", "plea"})


def listed_out(said: Pieces, at: int) -> Span | None:
    """ "bỏ số tôi ra khỏi danh sách", "take me off", "cho số này vào danh sách không gọi"."""
    piece = said[at]
    if piece.may_be({"escape"}) and not told_of_others(said, at):
        return _out_of_a_list(said, at, at)
    if piece.may_be({"unwilling"}):
        return _unwilling_to_be_on_it(said, at)
    removed = at > 0 and said[at - 1].may_be({"remove"})
    if piece.may_be({"me"}) and not piece.may_be({"remove"}) and removed:
        return None  # read from the removal on
    if len(piece.said) == 1 and at > 0 and not said[at - 1].kinds:
        return None  # of a name: "Nguyễn Văn A"
    if not piece.may_be({"remove", "me"}) or turned_round(said, at):
        return None
    return _out_of_a_list(said, at) or _into_a_list(said, at) or _removed(said, at)


def _unwilling_to_be_on_it(said: Pieces, at: int) -> Span | None:
    """ "I don't want to be on your list"."""
    inside = False
    for place in said.after(at):
        piece = said[place]
        if inside and piece.may_be({"list"}):
            return (at, place) if _of_messages(said, place, mine=False) else None
        inside = inside or piece.may_be({"into"})
        if not piece.may_be({"into", "skip", "polite", "you"}):
            return None
    return None


def _out_of_a_list(said: Pieces, at: int, gone: int | None = None) -> Span | None:
    for place in said.after(at):
        piece = said[place]
        if gone is None:
            twice = piece.may_be({"remove"}) and said.any({"out_of"}, said.next(place, 1))
            if piece.may_be({"out_of"}) and not twice:
                gone = place
            elif not piece.may_be(BETWEEN | {"remove"}):
                return None
        elif piece.may_be({"list"}):
            mine = said.any({"me", "number"}, range(at, gone))
            return (at, place) if _of_messages(said, place, mine=mine) else None
        elif piece.may_be({"feed"}) and said.any({"me"}, range(at, gone)):
            return at, place  # "cho mình ra khỏi mấy tin này"
        elif not piece.may_be(BETWEEN - {"plea"} | {"again"}):
            return None
    return None


def _of_messages(said: Pieces, place: int, *, mine: bool) -> bool:
    """A list that messages go to, and none of songs or of goods."""
    behind = said.next(place, 1)
    if said.any({"other_list"}, behind):
        return False
    return mine or all(said[one].may_be(AROUND | ACTS | {"reason"}) for one in behind)


def _into_a_list(said: Pieces, at: int) -> Span | None:
    inside = listed = False
    for place in said.after(at):
        piece = said[place]
        silent = piece.may_be({"no_list"})
        if inside and silent and "list" in piece.said.replace("danh sách", "list"):
            return at, place
        if listed and (silent or piece.may_be(REFUSALS)):
            return at, place
        if inside and (silent or piece.may_be({"dont"})) and said.any({"list"}, said.after(place)):
            return at, place
        if piece.may_be({"into"}):
            inside = True
        elif inside and piece.may_be({"list"}):
            listed = True
        elif not piece.may_be(BETWEEN):
            return None
    return None


def _removed(said: Pieces, at: int) -> Span | None:
    """ "remove me", "take my number off", "bỏ số tôi ra"."""
    behind = list(said.after(at))
    if not said[at].may_be({"remove"}) or not behind or told_of_others(said, at):
        return None
    first, rest = said[behind[0]], behind[1:]
    if said[behind[-1]].said == "here":
        return None  # "get me out of here"
    off = [one for one in rest[:3] if said[one].may_be({"off"})]
    if (
        said[at].may_be({"taking_off"})
        and off
        and (first.may_be({"me", "number"}) or first.said == "my")
    ):
        beyond = list(said.after(off[0]))
        return None if said.any({"other_list"}, beyond) else (at, off[0])
    plain = all(said[one].may_be(AROUND | {"out_of"}) for one in rest)
    out = [one for one in behind if said[one].may_be({"out_of"})]
    if said[at].may_be({"english_removing"}):
        taken = said[at].said == "remove" or (out and said[behind[-1]].may_be({"out_of", "polite"}))
        mine = first.may_be({"english_me"}) or first.said == "my"
        return (at, behind[-1]) if taken and mine and plain else None
    if said[at].may_be({"no_removal"}) or not out or not plain:
        return None
    owned = first.may_be({"me"}) or (said.any({"number"}, behind) and said.any({"me"}, behind))
    numbered = first.may_be({"number"})
    around = first.may_be(AROUND | {"out_of"})
    return (at, out[0]) if (owned or numbered) and around else None
