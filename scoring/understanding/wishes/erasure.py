"""A wish that the writer's personal data be erased, or not be kept."""

from __future__ import annotations

from collections.abc import Callable

from scoring.understanding.wishes import erasure_keeping
from scoring.understanding.wishes.erasure_parts import (
    AROUND,
    BETWEEN,
    DATA,
    OTHERS,
    REFUSING,
    all_around,
    mine,
    mine_or_given,
)
from scoring.understanding.wishes.opt_out_pieces import NUMBER, Pieces, Span

POLITELY = frozenset({"được", "đc", "dc", "duoc"})  # "xóa đi được không"
STRAYS = 2  # words of no meaning here that may follow what is to go
NEAR = 6  # pieces behind the thing erased, in which its owner is named


def found(said: Pieces) -> Span | None:
    """The first wish, read in any of the ways there are to say it."""
    if len(said) == 1 and said[0].said == "delete" and said[0].first == 1:  # /delete
        return 0, 0
    for at, piece in enumerate(said.all):
        for begins, read in READINGS:
            if piece.may_be(begins) and (span := read(said, at)) is not None:
                return span
    return None


def _erased(said: Pieces, at: int) -> Span | None:
    """ "xóa số điện thoại của tôi", "delete all my data"."""
    thing = _thing(said, at)
    if thing is None or not _meant(said, at):
        return None
    rest = _rest(said, thing)
    if said[at].may_be({"strike"}) and said.any({"into"}, rest):
        return None  # put into something
    strange = next((steps for steps, place in enumerate(rest) if not said[place].kinds), len(rest))
    near = rest[: min(NEAR, strange + 2)]
    anothers = said[thing].may_be(OTHERS) or _anothers(said, near)
    if anothers and not _old_ones_too(said, rest):
        return None
    owned = (
        mine(said, range(at + 1, thing))
        or mine_or_given(said, near)
        or said[thing].may_be({"personal"})
        or (said[thing].may_be({"own"}) and said.any({"place", "data"}, rest))
        or (said.any(NUMBER, rest[:2]) and said.any({"place"}, rest))
        # "tôi muốn xóa tài khoản"
        or (said[thing].may_be({"membership"}) and mine(said, list(said.before(at))[:2]))
        or (said[thing].may_be({"membership"}) and _done_with_it(said, at))
        or (said[thing].may_be({"data"}) and _asked_for_oneself(said, at))
        or _how_it_goes(said, at, thing, rest)
    )
    if said[thing].may_be({"data"}):
        # "hủy thông tin" alone may be of an order.
        sure = not said[at].may_be({"cancel_only", "remove_only"})
        wanted = owned or (sure and all_around(said, rest))
    else:
        wanted = _a_detail_goes(said, at, thing, rest, owned=owned)
    return (at, thing) if wanted else None


def _done_with_it(said: Pieces, at: int) -> bool:
    """ "mình không dùng nữa, xóa tài khoản giúp"."""
    before = [one for one in _lately(said, at) if said[one].clause < said[at].clause]
    return said.any({"no"}, before) and said.any({"again"}, before) and mine(said, before)


def _asked_for_oneself(said: Pieces, at: int) -> bool:
    """ "tôi yêu cầu xóa dữ liệu theo điều 16"."""
    before = list(said.before(at))[:3]
    asking = [one for one in before if said[one].may_be({"plea", "wish"})]
    return bool(asking) and mine(said, [asking[-1] - 1] if asking[-1] else [])


def _how_it_goes(said: Pieces, at: int, thing: int, rest: list[int]) -> bool:
    """ "muốn xóa tài khoản thì làm thế nào"."""
    wished = at > 0 and said[at - 1].may_be({"wish"})
    return wished and said[thing].may_be({"membership", "data"}) and said.any({"may_i"}, rest)


def _old_ones_too(said: Pieces, rest: list[int]) -> bool:
    """ "xóa địa chỉ cũ với số điện thoại của chị trong hệ thống"."""
    old = all(
        said[one].may_be({"wrong"}) or "cũ" in said[one].said or "cu" in said[one].said.split()
        for one in rest
        if said[one].may_be(OTHERS) and not said[one].may_be({"place", "own"})
    )
    also = said.any(DATA, rest) and mine(said, rest)
    return old and also and said.any({"out_of"}, rest) and said.any({"place"}, rest)


def _a_detail_goes(said: Pieces, at: int, thing: int, rest: list[int], *, owned: bool) -> bool:
    """A number, a name: data only as the writer's own, and not only off a list."""
    if said.any({"new"}, said.behind(thing)):
        return False
    if said[at].may_be({"cancel_only"}) and not said[thing].may_be({"membership"}):
        return False
    taken_down = said[thing].may_be({"picture"}) and mine(said, rest[:1])
    if said[at].may_be({"remove_only"}) and not (said.any({"place", "data"}, rest) or taken_down):
        return False
    if said.any({"list"}, rest):
        behind = rest[[said[one].may_be({"list"}) for one in rest].index(True) + 1 :]
        polite = all(said[one].may_be({"polite", "skip"}) for one in behind)
        if said[at].may_be({"remove_only"}) or said[at].said == "delete" or not polite:
            return False
    unkept = said.any({"dont"}, said.after(thing)) and said.any({"keep"}, said.after(thing))
    if owned and _how_it_goes(said, at, thing, rest):
        return True
    if owned and _told_plainly(said, at, thing, rest):
        return True
    named = said.any({"address"}, [thing, *rest[:2]]) and said.any({"place"}, rest)
    return (owned or unkept or named) and (all_around(said, rest) or said.any({"place"}, rest))


def _told_plainly(said: Pieces, at: int, thing: int, rest: list[int]) -> bool:
    """The owner stands right behind, and little else that is not known, nowhere it goes from."""
    beside = DATA | {"and", "skip", "all_of_it"}
    named = next(
        (n for n, one in enumerate(rest) if mine(said, [one]) or not said[one].may_be(beside)),
        0,
    )
    owned = mine(said, rest[named : named + 1]) or any(
        said[one].said in ("my", "our") for one in range(at, thing)
    )
    unknown = [one for one in rest if not said[one].may_be(AROUND)]
    out = [one for one in rest if said[one].may_be({"out_of"})]
    elsewhere = not all(said.any(DATA | {"place"}, said.next(one, 1)) for one in out)
    return owned and not elsewhere and len(unknown) <= STRAYS


def _of_which_it_was_spoken(said: Pieces, at: int) -> Span | None:
    """ "lỡ cho số rồi, xóa giùm anh", "bên em giữ thông tin anh làm gì, xóa đi"."""
    sure = _pleaded(said, at) or not said[at].may_be({"cancel_only"})
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
    if thing is None and said.any({"feared"}, before := _lately(said, at)):
        thing = next((one for one in before if said[one].may_be({"data", "feared"})), None)
    asked = said[at].may_be({"urged"}) or said.any(BETWEEN | {"that"}, said.after(at))
    asked = asked or _pleaded(said, at)
    if thing is None or not (due or asked):
        return None
    detail = not said[thing].may_be({"data"})
    if detail and not mine_or_given(said, range(max(0, thing - 3), min(at, thing + 4))):
        return None
    return thing, at


def _pleaded(said: Pieces, at: int) -> bool:
    return at > 0 and said[at - 1].may_be({"plea"}) and said[at - 1].clause == said[at].clause


def _as_is_told_next(said: Pieces, at: int) -> Span | None:
    """ "xóa hết đi, chị không muốn để lại thông tin gì"."""
    if said[at].may_be({"cancel_only", "remove_only"}) or not _meant(said, at):
        return None
    if not all_around(said, said.after(at), {"wish"}) or said.any(DATA, said.after(at)):
        return None
    behind = [one for one in said.behind(at) if said[at].clause < said[one].clause]
    named = _named_next(said, at, behind)
    behind = [one for one in behind if said[one].clause <= said[at].clause + 2]
    unwilling = [one for one in behind if said[one].may_be(REFUSING | {"feared"})]
    things = [one for one in behind if said[one].may_be({"data"})]
    meant = unwilling and things and mine(said, behind)
    if said.any(OTHERS, behind) or not (meant or named):
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


def _off_the_system(said: Pieces, place: int) -> bool:
    """ "khỏi phần mềm": what holds the data, not what is talked about."""
    return said[place].may_be({"product"}) and said[place - 1].may_be({"out_of"})


def _is_due(said: Pieces, at: int) -> bool:
    """ "phải được xóa", "muốn tài khoản bị xóa"."""
    if at < 2:
        return False
    done, must = said[at - 1], said[at - 2]
    undergone = done.may_be({"suffers", "undergoes"})
    return undergone and (must.may_be({"must"}) or said.any({"wish"}, said.ahead(at)))


def _passive(said: Pieces, at: int) -> Span | None:
    """ "I want my data deleted"."""
    thing = _spoken_of(said, at)
    before = _lately(said, at)
    if thing is None or said.any({"happened", "no"}, before):
        return None
    if any(said[one].may_be({"able"}) and not said[one].may_be({"may_i"}) for one in before):
        return None
    wanted = said.any({"wish", "plea"}, before) or any(said[one].said == "be" for one in before)
    return (thing, at) if wanted else None


def _spoken_of(said: Pieces, at: int) -> int | None:
    """The writer's data that were named before."""
    before = _lately(said, at)
    things = [place for place in before if said[place].may_be(DATA)]
    if not things or said.any({"others", "outsider", "product"}, before):
        return None
    thing = things[-1]
    about = [*range(max(before[0], thing - 1), thing + 1)]
    about += [
        one
        for one in range(thing + 1, min(at, thing + 4))
        if said[one].said not in ("last", "first", "second")
    ]
    instead = said.any({"new"}, before) and not said.any({"whence"}, before)
    if instead or said.any({"wrong"}, about):
        return None
    owned = mine_or_given(said, range(max(0, thing - 3), at)) or said[thing].may_be({"personal"})
    return thing if owned else None


def _lately(said: Pieces, at: int) -> list[int]:
    """What was said before in this clause and the two before it."""
    return [place for place in said.ahead(at) if said[place].clause >= said[at].clause - 2]


def _all_about_me(said: Pieces, at: int) -> Span | None:
    """ "xóa hết những gì bot biết về tôi", "delete everything"."""
    rest = list(said.after(at))
    everything = said[at].may_be({"erase_all"}) or said.any({"all_of_it"}, rest)
    if not everything or said[at].may_be({"cancel_only"}) or not _meant(said, at):
        return None
    if _anothers(said, rest) or said.any({"list"}, rest):
        return None
    first = next((n for n, one in enumerate(rest) if said[one].may_be({"all_of_it"})), 0)
    if not all_around(said, rest[:first]):
        return None
    about = said.any({"about_me", "given"}, rest) or said.any({"about_me"}, said.ahead(at))
    alone = len(said.clause(at)) == len(said) and all_around(said, rest)
    return (at, rest[-1] if rest else at) if about or alone else None


def _me_from_the_system(said: Pieces, at: int) -> Span | None:
    """ "xóa tôi khỏi hệ thống"."""
    rest = list(said.after(at))
    asked = at > 1 and said[at - 1].may_be({"undergoes"}) and said[at - 2].may_be({"wish"})
    if asked and said.any({"out_of"}, rest[:1]):
        rest = [at - 2, *rest]
        asked = mine(said, said.before(at))
    if (
        not (asked or mine(said, rest[:2]))
        or not said.any({"out_of"}, rest[1:4])
        or not _meant(said, at)
    ):
        return None
    system = said.any({"place"}, rest) and not said.any({"list", "others"}, rest[:4])
    return (at, rest[-1]) if system else None


def _by_name(said: Pieces, at: int) -> Span | None:
    """ "the right to be forgotten"."""
    before = list(said.before(at))
    if said.any({"able", "outsider", "others", "product"}, before):
        return None
    if any(said[one].said in ("ai", "who") for one in before):
        return None
    return None if said.any({"others", "outsider"}, said.after(at)) else (at, at)


def _thing(said: Pieces, at: int) -> int | None:
    """What is to be erased, right behind, or the writer's data beside something else."""
    strange = 0
    for place in said.after(at):
        if strange and said[place].may_be({"data"}):
            return place if mine(said, said.next(place, 1)) else None
        if not said[place].kinds and strange < NEAR:
            strange += 1
            continue
        if strange and not said[place].may_be(BETWEEN):
            return None
        if strange:
            continue
        if said[place].may_be(DATA | {"address"}):
            return place
        if not said[place].may_be(BETWEEN):
            return None
    return None


def _rest(said: Pieces, at: int) -> list[int]:
    """What follows in the clause, up to another wish: "xóa số tôi và đừng gọi"."""
    rest = list(said.after(at))
    return rest[: next((n for n, one in enumerate(rest) if said[one].may_be({"dont"})), len(rest))]


def _meant(said: Pieces, at: int) -> bool:
    """Wanted, and no accident, no question of what the goods can do, no refusal."""
    before, behind = list(said.before(at)), said.next(at, NEAR)
    if said.any({"lost"}, behind[:1]):
        return False
    turned = False
    for steps, place in enumerate(before):
        piece = said[place]
        turned = turned or piece.may_be({"turn"})
        refused = (
            not turned and piece.may_be(REFUSING | {"no"}) and not piece.may_be({"again", "own"})
        )
        happened = piece.may_be({"happened"}) and not piece.may_be({"own", "polite", "detail"})
        happened = happened and not turned
        if (steps < 4 and refused) or (steps < 3 and happened):
            return False
        if piece.may_be({"product", "outsider", "third"}) and not piece.may_be({"own"}):
            return False
    able = [place for place in before[:NEAR] if said[place].may_be({"able"})]
    if said.any({"may_i"}, able):  # "có cách nào"
        able = [place for place in able if not said[place].may_be({"whether"})]
    elif said[said.clause(at)[-1]].may_be({"whether_or_not"}) and said.any({"whether"}, before):
        return False
    return not able or (mine(said, behind) and all(said[one].may_be({"may_i"}) for one in able))


def _meant_of_that(said: Pieces, at: int) -> bool:
    due = _is_due(said, at)
    for place in list(said.before(at))[:3]:
        piece = said[place]
        if piece.may_be({"turn"}) and not piece.may_be({"happened"}):
            break
        happened = piece.may_be({"happened", "able"}) and not piece.may_be({"own", "detail"})
        happened = happened and not (due and piece.may_be({"suffers"}))
        happened = happened and not (_pleaded(said, at) and piece.said in ("đã", "da"))
        if piece.may_be(REFUSING | {"no"}) or happened:
            return False
    clause = said.clause(at)
    asked_for = said[clause[-1]].may_be({"whether_or_not"}) and said[clause[-2]].said in POLITELY
    return asked_for or not said[clause[-1]].may_be({"whether_or_not", "tag"})


def _anothers(said: Pieces, near: list[int]) -> bool:
    """Others' data, or what is none; behind its owner a thing is no other's any more."""
    for place in near:
        piece = said[place]
        settled = piece.may_be({"place", "own"}) and not piece.may_be({"skip"})
        if piece.said in ("cũ", "cu") and said[place - 1].may_be({"data"}):
            continue  # "thông tin cũ của tôi"
        if piece.may_be(OTHERS) and not (settled and piece.may_be({"place"})):
            return True
        if settled:
            return False
    return False


READINGS: tuple[tuple[frozenset[str], Callable[[Pieces, int], Span | None]], ...] = (
    (frozenset({"erase", "erasing_noun", "strike"}), _erased),
    (frozenset({"erase"}), _of_which_it_was_spoken),
    (frozenset({"erased"}), _passive),
    (frozenset({"erased"}), erasure_keeping.to_be_removed),
    (frozenset({"erase"}), _all_about_me),
    (frozenset({"erase"}), _me_from_the_system),
    (frozenset({"erase"}), _as_is_told_next),
    (REFUSING | {"no", "disallow"}, erasure_keeping.not_to_be_kept),
    (REFUSING, erasure_keeping.not_to_be_had),
    (frozenset({"halt"}), erasure_keeping.halted),
    (frozenset({"takeback"}), erasure_keeping.taken_back),
    (frozenset({"erasure"}), _by_name),
)
