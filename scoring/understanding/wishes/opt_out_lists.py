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
MOST_STRANGE = 2
BETWEEN = frozenset({"me", "number", "skip", "polite", "you", "plea"})


def listed_out(said: Pieces, at: int) -> Span | None:
    """ "bỏ số tôi ra khỏi danh sách", "take me off", "cho số này vào danh sách không gọi"."""
    piece = said[at]
    if piece.may_be({"escape"}) and not told_of_others(said, at):
        return _out_of_a_list(said, at, at)
    if piece.may_be({"unwilling"}):
        return _unwilling_to_be_on_it(said, at)
    if piece.may_be({"dont", "no"}):
        return _not_left_on_it(said, at)
    removed = said.any({"remove"}, list(said.before(at))[:2])
    if piece.may_be({"me"}) and not piece.may_be({"remove"}) and removed:
        return None  # read from the removal on
    if len(piece.said) == 1 and at > 0 and not said[at - 1].kinds:
        return None  # of a name: "Nguyễn Văn A"
    if not piece.may_be({"remove", "me"}) or turned_round(said, at):
        return None
    if said.any({"ask"}, list(said.before(at))[:3]):
        return None  # "sao block mình khỏi group"
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


def _not_left_on_it(said: Pieces, at: int) -> Span | None:
    """ "đừng để số tôi trong danh sách gọi nữa"."""
    kept = False
    for place in said.after(at):
        piece = said[place]
        if kept and piece.may_be({"list"}):
            return (at, place) if said.any({"again"}, said.after(place)) else None
        kept = kept or piece.said.startswith(("để", "de", "giữ", "giu", "keep", "leave"))
        if not kept and not piece.may_be(BETWEEN):
            return None
        inside = piece.said in ("trong", "on", "in", "ở", "o")
        if not (inside or piece.may_be(BETWEEN | {"gives", "granted", "into", "prep"})):
            return None
    return None


def _out_of_a_list(said: Pieces, at: int, gone: int | None = None) -> Span | None:
    strange, numbered = 0, False
    for place in said.after(at):
        piece = said[place]
        if gone is None:
            twice = piece.may_be({"remove"}) and said.any({"out_of"}, said.next(place, 1))
            if piece.may_be({"out_of"}) and not twice:
                gone = place
            elif not piece.kinds and numbered and strange < MOST_STRANGE:
                strange += 1  # "số của chùa": somebody's, off a list of advertisements
            elif not piece.may_be(BETWEEN | {"remove"}):
                return None
            numbered = numbered or piece.may_be({"number"})
        elif piece.may_be({"list"}):
            if strange and not said.any({"feed", "promo"}, said.next(place, 2)):
                return None
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
