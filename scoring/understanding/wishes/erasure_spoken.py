"""A wish for erasure that names the data in another clause than it asks in."""

from __future__ import annotations

from scoring.understanding.wishes.erasure_parts import (
    AROUND,
    BETWEEN,
    DATA,
    OTHERS,
    REFUSING,
    all_around,
    lately,
    meant,
    mine,
    mine_or_given,
)
from scoring.understanding.wishes.opt_out_pieces import Pieces, Span

POLITELY = frozenset({"được", "đc", "dc", "duoc"})  # "xóa đi được không"


def of_which_it_was_spoken(said: Pieces, at: int) -> Span | None:
    """ "lỡ cho số rồi, xóa giùm anh", "bên em giữ thông tin anh làm gì, xóa đi"."""
    told = [one for one in lately(said, at) if said[one].may_be({"data"})]
    sure = _pleaded(said, at) or not said[at].may_be({"cancel_only"})
    sure = sure or (bool(told) and said.any({"given"}, range(max(0, told[0] - 1), at)))
    if not sure or not _meant_of_that(said, at):
        return None
    due = _is_due(said, at)
    rest = list(said.after(at))
    ends = next((n for n, one in enumerate(rest) if said[one].may_be({"then"})), len(rest))
    rest = rest[:ends]
    rest = [one for one in rest if not _off_the_system(said, one)]
    if said.any({"that"}, rest[:3]):
        rest = [one for one in rest if not said[one].may_be({"that"})]
    if not due and (not all_around(said, rest, {"wish"}) or said.any(DATA, rest)):
        return None
    thing = _spoken_of(said, at)
    if thing is None and said.any({"feared"}, before := lately(said, at)):
        thing = next((one for one in before if said[one].may_be({"data", "feared"})), None)
    asked = said[at].may_be({"urged"}) or said.any(BETWEEN | {"that"}, said.after(at))
    asked = asked or _pleaded(said, at) or (at > 0 and said[at - 1].may_be({"wish", "bidding"}))
    if thing is None or not (due or asked):
        return None
    detail = not said[thing].may_be({"data"})
    if detail and not mine_or_given(said, range(max(0, thing - 3), min(at, thing + 4))):
        return None
    return thing, at


def as_is_told_next(said: Pieces, at: int) -> Span | None:
    """ "xóa hết đi, chị không muốn để lại thông tin gì"."""
    if said[at].may_be({"cancel_only", "remove_only"}) or not meant(said, at):
        return None
    if not all_around(said, said.after(at), {"wish"}) or said.any(DATA, said.after(at)):
        return None
    behind = [one for one in said.behind(at) if said[at].clause < said[one].clause]
    named = _named_next(said, at, behind)
    behind = [one for one in behind if said[one].clause <= said[at].clause + 2]
    unwilling = [one for one in behind if said[one].may_be(REFUSING | {"feared"})]
    things = [one for one in behind if said[one].may_be({"data"})]
    told = unwilling and things and mine(said, behind)
    if said.any(OTHERS, behind) or not (told or named):
        return None
    things = things or named
    return at, things[0]


def _named_next(said: Pieces, at: int, behind: list[int]) -> list[int]:
    """The writer's data, told alone: "xoá đi nha, tt của mk á", "xóa: tên, số của tôi"."""
    first = next((n for n, one in enumerate(behind) if not said[one].may_be(AROUND)), len(behind))
    told = behind[:first]
    things = [one for one in told if said[one].may_be(DATA)]
    whole = first == len(behind) or said[behind[first]].clause > said[at].clause + 1
    told_it = said.any({"number_said", "address"}, told)
    told_it = told_it or any(said[one].said in ("là", "la") for one in told)
    enough = len(things) > 1 or said.any({"data"}, things) or not told_it
    return things if things and whole and enough and mine(said, told) else []


def passive(said: Pieces, at: int) -> Span | None:
    """ "I want my data deleted"."""
    thing = _spoken_of(said, at)
    before = lately(said, at)
    if thing is None or said.any({"happened", "no"}, before):
        return None
    if any(said[one].may_be({"able"}) and not said[one].may_be({"may_i"}) for one in before):
        return None
    wanted = said.any({"wish", "plea"}, before) or any(said[one].said == "be" for one in before)
    return (thing, at) if wanted else None


def _spoken_of(said: Pieces, at: int) -> int | None:
    """The writer's data that were named before."""
    before = lately(said, at)
    things = [place for place in before if said[place].may_be(DATA)]
    if not things:
        return None
    beside = [one for one in before if said[one].clause == said[things[-1]].clause]
    beside = beside if said[things[-1]].clause == said[at].clause else before
    strangers = [one for one in beside if said[one].may_be({"others", "outsider", "product"})]
    if not all(_off_the_system(said, one) for one in strangers):
        return None
    thing = things[-1]
    about = [*range(max(before[0], thing - 1), thing + 1)]
    about += [
        one
        for one in range(thing + 1, min(at, thing + 4))
        if said[one].said not in ("last", "first", "second")
    ]
    instead = said.any({"new"}, before) and not said.any({"whence", "consent"}, before)
    if instead or said.any({"wrong"}, about):
        return None
    owned = mine_or_given(said, range(max(0, thing - 3), at)) or said[thing].may_be({"personal"})
    return thing if owned or said.any({"consent"}, before) else None


def _meant_of_that(said: Pieces, at: int) -> bool:
    due = _is_due(said, at)
    for place in list(said.before(at))[:3]:
        piece = said[place]
        if piece.may_be({"turn"}) and not piece.may_be({"happened"}):
            break
        happened = piece.may_be({"happened", "able"}) and not piece.may_be({"own", "detail"})
        happened = happened and not (due and piece.may_be({"suffers"}))
        happened = happened and not (piece.may_be({"given"}) and said[place - 1].may_be({"given"}))
        happened = happened and not (_pleaded(said, at) and piece.said in ("đã", "da"))
        if piece.may_be(REFUSING | {"no"}) or happened:
            return False
    clause = said.clause(at)
    asked_for = said[clause[-1]].may_be({"whether_or_not"}) and said[clause[-2]].said in POLITELY
    return asked_for or not said[clause[-1]].may_be({"whether_or_not", "tag"})


def _is_due(said: Pieces, at: int) -> bool:
    """ "phải được xóa", "muốn tài khoản bị xóa"."""
    if at < 2:
        return False
    done, must = said[at - 1], said[at - 2]
    undergone = done.may_be({"suffers", "undergoes"})
    return undergone and (must.may_be({"must"}) or said.any({"wish"}, said.ahead(at)))


def _pleaded(said: Pieces, at: int) -> bool:
    return at > 0 and said[at - 1].may_be({"plea"}) and said[at - 1].clause == said[at].clause


def _off_the_system(said: Pieces, place: int) -> bool:
    """ "khỏi phần mềm": what holds the data, not what is talked about."""
    return said[place].may_be({"product"}) and said[place - 1].may_be({"out_of"})
