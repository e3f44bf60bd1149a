"""A wish not to be kept, had or processed any more, to be removed, or consent taken back."""

from __future__ import annotations

from scoring.understanding.wishes.erasure_parts import (
    BETWEEN,
    DATA,
    OTHERS,
    REFUSING,
    counted_in,
    mine,
    mine_or_given,
)
from scoring.understanding.wishes.opt_out_pieces import Pieces, Span


def not_to_be_kept(said: Pieces, at: int) -> Span | None:
    """ "đừng lưu số của tôi", "không đồng ý cho lưu thông tin"."""
    before = list(said.before(at))
    refused = said[at].may_be(REFUSING) or said.any({"plea"}, before)
    refused = refused or (not before and said.any({"again"}, said.after(at)))
    refused = refused or said.any({"consent"}, said.next(at, 2))
    any_at_all = any(said[one].said.startswith(("bất", "bat")) for one in said.after(at))
    refused = refused or (any_at_all and mine(said, said.after(at)))
    # These are said of much else: what is not to be kept must be the writer's.
    loosely = said[at].may_be({"disallow"}) or (not refused and said.any({"may_i"}, before))
    refused = refused or loosely
    if not refused or said.any({"product", "outsider"}, before):
        return None
    kept = None
    for place in said.after(at):
        piece, rest = said[place], list(said.after(place))
        if kept is None and piece.may_be({"keep"}):
            kept = place
        elif kept is not None and piece.may_be(DATA):
            if said.any(OTHERS | {"secret"}, rest):
                return None
            own = piece.may_be({"data"}) and not loosely
            own = own or mine(said, range(kept, place))
            own = own or said.any({"own", "personal"}, rest)
            return (
                (at, place)
                if own or (not rest and not said[at].may_be({"no", "disallow"}))
                else None
            )
        elif kept is None and piece.may_be(DATA) and said[at].may_be({"unwilling"}):
            # "không muốn thông tin của tôi nằm trong hệ thống"
            if not piece.may_be({"data"}) and said[place - 1].said in ("my", "our"):
                return (at, place) if said.any({"place"}, rest) else None
            if not piece.may_be({"data"}):
                return None
            held = said.any({"place", "keep", "your_place"}, rest)
            return (at, place) if mine(said, rest[:2]) and held else None
        elif kept is not None and piece.may_be({"about_me"}):
            return at, place
        elif not piece.may_be(BETWEEN | {"more", "family", "keep", "consent"}):
            return None
    if kept is None:
        return None
    if _said_before(said, before):
        return before[-1], kept
    return (at, kept) if _of_mine(said, at, kept) else None


def _said_before(said: Pieces, before: list[int]) -> bool:
    """ "thông tin của chị em đừng giữ nữa"."""
    things = [one for one in before if said[one].may_be({"data"})]
    return bool(things) and mine(said, range(things[0], before[0] + 1))


def _of_mine(said: Pieces, at: int, kept: int) -> bool:
    """ "chị xin lại thông tin, đừng giữ của chị nữa"."""
    behind = said.next(kept, 1)
    named = any(said[one].may_be({"data"}) for one in said.ahead(at))
    return named and mine(said, behind) and said[behind[0]].said.startswith(("của", "cua"))


def not_to_be_had(said: Pieces, at: int) -> Span | None:
    """ "không muốn bên bạn có số của tôi", "đừng để số chị trong máy"."""
    if said.any({"product", "outsider"}, said.before(at)):
        return None
    kept = None
    for place in said.after(at):
        piece, rest = said[place], list(said.after(place))
        if (piece.may_be({"have"}) and said.any({"you"}, range(at + 1, place))) or (
            kept is None and piece.said in ("để", "de") and not said[at].may_be({"unwilling"})
        ):
            kept = place
        elif kept is not None and piece.may_be(DATA):
            owned = mine(said, [*range(kept, place), *rest[:2]])
            if not said[kept].may_be({"have"}):
                owned = owned and said.any({"place"}, rest)
            return (at, place) if owned and not said.any(OTHERS, rest[:4]) else None
        elif not piece.may_be(BETWEEN) or piece.may_be({"feared"}):
            return None
    return None


def halted(said: Pieces, at: int) -> Span | None:
    """ "ngừng lưu trữ dữ liệu của tôi", "stop storing my data"."""
    if said.any({"product", "outsider", "happened", "able", "no"}, said.before(at)):
        return None
    kept = None
    for place in said.after(at):
        piece, rest = said[place], list(said.after(place))
        if kept is None and piece.may_be({"keep"}):
            kept = place
        elif kept is not None and piece.may_be(DATA):
            owned = mine_or_given(said, [*range(kept, place), *rest[:3]])
            owned = owned or piece.may_be({"personal"})
            return (at, place) if owned and not said.any(OTHERS, rest[:3]) else None
        elif not piece.may_be(BETWEEN | {"keep"}):
            return None
    return None


def taken_back(said: Pieces, at: int) -> Span | None:
    """ "rút lại sự đồng ý", "thu hồi thông tin đã cung cấp"."""
    if said.any({"dont", "no", "unwilling"}, said.before(at)):
        return None
    for place in said.after(at):
        piece, rest = said[place], list(said.after(place))
        if piece.may_be({"consent"}) and said[at].said != "rút":
            return None if said.any({"consented_to"}, rest) else (at, place)
        if piece.may_be(DATA):
            near = [*range(at, place), *rest[:4]]
            owned = mine_or_given(said, near) or piece.may_be({"personal"}) or counted_in(said, at)
            if not piece.may_be({"data"}):
                owned = said.any({"given"}, near)
            elsewhere = said.any({"out_of", "list", "others"}, rest[:4])
            return (at, place) if owned and not elsewhere else None
        if not piece.may_be(BETWEEN):
            return None
    return None


def taken_out(said: Pieces, at: int) -> Span | None:
    """ "lấy số của tôi ra khỏi máy các bạn", "get my details out of your system"."""
    if said.any({"product", "outsider", "happened", "able", "no", *REFUSING}, said.before(at)):
        return None
    thing = None
    for place in said.after(at):
        piece, rest = said[place], list(said.after(place))
        if thing is not None and piece.may_be({"outwards"}):
            held = said.any({"place", "your_place"}, rest[:4]) and not said.any(OTHERS, rest[:4])
            owned = mine(said, range(at + 1, place))
            return (at, rest[-1]) if held and owned and not said.any({"list"}, rest) else None
        if piece.may_be(DATA):
            thing = place
        if piece.may_be(OTHERS) or not piece.may_be(BETWEEN | DATA):
            return None
    return None


def to_be_removed(said: Pieces, at: int) -> Span | None:
    """ "I want to be removed from your system"."""
    before, rest = list(said.before(at)), list(said.after(at))
    spoken = " ".join(said[one].said for one in reversed(before)).split()
    wanted = {"want", "like", "wish", "ask", "please", "request", "need"}.intersection(spoken)
    me = {"i", "me", "we", "d"}.intersection(spoken) and "be" in spoken[-1:]
    if not wanted or not me or not said.any({"out_of"}, rest[:1]):
        return None
    if said.any({"list", "others"}, rest[:4]) or not said.any({"place"}, rest[:4]):
        return None
    return at, rest[-1]
