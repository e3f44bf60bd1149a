"""A wish that the writer's personal data be erased, or not be kept."""

from __future__ import annotations

from collections.abc import Callable

from scoring.understanding.wishes import (
    erasure_keeping,
    erasure_plain,
    erasure_spoken,
    erasure_weighed,
)
from scoring.understanding.wishes.erasure_parts import (
    AROUND,
    BETWEEN,
    DATA,
    NEAR,
    OTHERS,
    REFUSING,
    all_around,
    counted_in,
    lately,
    meant,
    mine,
    mine_and_given,
    mine_or_given,
    mine_or_sent,
    whom_to_ask,
)
from scoring.understanding.wishes.opt_out_pieces import NUMBER, Pieces, Span

MOST_LISTED = 6  # clauses that go on naming what is to go
STRAYS = 2  # words of no meaning here that may follow what is to go
HONORIFICS = frozenset({"anh", "chị", "chi", "em", "cô", "co", "chú", "chu", "bác", "bac", "ông"})


def found(said: Pieces) -> Span | None:
    """The first wish, read in any of the ways there are to say it."""
    if len(said) == 1 and said[0].said == "delete" and said[0].first == 1:  # /delete
        return 0, 0
    readings = [(begins, read) for begins, read in READINGS if said.any(begins)]
    for at, piece in enumerate(said.all) if readings else ():
        for begins, read in readings:
            if piece.may_be(begins) and (span := read(said, at)) is not None:
                return span
    return erasure_weighed.found(said)


def beside_silence(said: Pieces) -> Span | None:
    """ "ngưng gọi và xóa số giùm": of one who would be left alone, the number is their own."""
    for at, piece in enumerate(said.all):
        if not piece.may_be({"erase"}) or piece.may_be({"cancel_only", "remove_only"}):
            continue
        if (thing := _thing(said, at)) is None or not meant(said, at):
            continue
        rest = _rest(said, thing)
        others = said[thing].may_be(OTHERS) or said.any(OTHERS | {"new", "list"}, rest)
        if not others and all_around(said, rest):
            return at, thing
    return None


def _erased(said: Pieces, at: int) -> Span | None:
    """ "xóa số điện thoại của tôi", "delete all my data"."""
    thing = _thing(said, at)
    if thing is None or not meant(said, at):
        return None
    rest = _rest(said, thing)
    if said[at].may_be({"strike"}) and said.any({"into"}, rest):
        return None  # put into something
    strange = next((steps for steps, place in enumerate(rest) if not said[place].kinds), len(rest))
    near = rest[: min(NEAR, strange + 2)]
    sent = said[thing].may_be({"picture"}) and mine_and_given(said, rest[:3])
    anothers = (said[thing].may_be(OTHERS) and not sent) or _anothers(said, near)
    if anothers and not _old_ones_too(said, rest):
        return None
    owned = (
        mine(said, range(at + 1, thing))
        or (mine_or_sent if said[thing].may_be({"picture"}) else mine_or_given)(said, near)
        or said[thing].may_be({"personal"})
        or (said[thing].may_be({"own"}) and said.any({"place", "data"}, rest))
        # "xóa số này đi", and nothing else
        or (said[thing].may_be({"own"}) and thing + len(rest) + 1 == len(said))
        or (said.any(NUMBER, rest[:2]) and said.any({"place"}, rest))
        # "tôi muốn xóa tài khoản"
        or (said[thing].may_be({"membership"}) and mine(said, list(said.before(at))[:2]))
        or (said[thing].may_be({"membership"}) and _done_with_it(said, at))
        or (said[thing].may_be({"data"}) and _asked_for_oneself(said, at))
        or _how_it_goes(said, at, thing, rest)
        or counted_in(said, at)
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
    before = [one for one in lately(said, at) if said[one].clause < said[at].clause]
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
    if taken_down and said.any({"out_of"}, rest):
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


def _all_about_me(said: Pieces, at: int) -> Span | None:
    """ "xóa hết những gì bot biết về tôi", "delete everything"."""
    rest = list(said.after(at))
    everything = said[at].may_be({"erase_all"}) or said.any({"all_of_it"}, rest)
    if not everything or said[at].may_be({"cancel_only"}) or not meant(said, at):
        return None
    if _anothers(said, rest) or said.any({"list"}, rest):
        return None
    first = next((n for n, one in enumerate(rest) if said[one].may_be({"all_of_it"})), 0)
    if not all_around(said, rest[:first]):
        return None
    about = said.any({"about_me", "given"}, rest) or said.any({"about_me"}, said.ahead(at))
    clause = said.clause(at)
    alone = len(clause) == len(said) and all_around(said, rest)
    alone = alone and all(said[one].kinds for one in clause)
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
        or not meant(said, at)
    ):
        return None
    if _anothers(said, rest[:3]):
        return None
    out = next((one for one in rest if said[one].may_be({"out_of"})), at)
    system = said.any({"place"}, [*rest[:1], *said.next(out, 4)]) and not said.any(
        {"list", "others"}, rest[:4]
    )
    return (at, rest[-1]) if system else None


def _by_name(said: Pieces, at: int) -> Span | None:
    """ "the right to be forgotten"."""
    before = list(said.before(at))
    able = said.any({"able"}, before) and not mine(said, said.after(at))
    able = able and not said.any({"plea"}, said.behind(at))  # "có quyền được xóa, đề nghị làm"
    if able or said.any({"outsider", "others", "product"}, before):
        return None
    asked = (one for one in before if said[one].said in ("ai", "who"))
    if any(not whom_to_ask(said, one) for one in asked):
        return None
    behind = list(said.after(at))
    if said[said.clause(at)[-1]].may_be({"tag"}):  # "quên hết thông tin anh nói rồi à"
        return None
    anothers = said.any({"others", "outsider"}, behind) and not said.any({"given"}, behind)
    return None if anothers else (at, at)


def _thing(said: Pieces, at: int) -> int | None:
    """What is to be erased, right behind, or the writer's data beside something else."""
    strange = 0
    for place in said.after(at):
        if strange and said[place].may_be({"data"}):
            owned = mine(said, said.next(place, 1)) or said[place - 1].said in ("my", "our")
            return place if owned else None
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
    rest = _listed(said, at)
    return rest[: next((n for n, one in enumerate(rest) if said[one].may_be({"dont"})), len(rest))]


def _listed(said: Pieces, at: int) -> list[int]:
    """The rest of the clause, and of the next ones where they go on naming: "tên, số, email"."""
    rest = list(said.after(at))
    for _ in range(MOST_LISTED):
        following = (rest[-1] if rest else at) + 1
        plain = all(said[one].may_be(DATA | BETWEEN) for one in rest)
        if not plain or following >= len(said) or not said[following].may_be(DATA):
            break
        rest += [following, *said.after(following)]
    return rest


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
            return _named(said, place)
    return False


def _named(said: Pieces, place: int) -> bool:
    """ "xóa số của anh Khoa": a name stands behind."""
    called = said[place].said.split()[-1] in HONORIFICS
    return called and any(not said[one].kinds for one in said.next(place, 1))


READINGS: tuple[tuple[frozenset[str], Callable[[Pieces, int], Span | None]], ...] = (
    (frozenset({"erase", "erasing_noun", "strike"}), _erased),
    (frozenset({"erase"}), erasure_spoken.of_which_it_was_spoken),
    (frozenset({"erased"}), erasure_spoken.passive),
    (frozenset({"erased"}), erasure_keeping.to_be_removed),
    (frozenset({"erase", "erasing_noun"}), _all_about_me),
    (frozenset({"erase"}), _me_from_the_system),
    (frozenset({"erase"}), erasure_spoken.as_is_told_next),
    (frozenset({"erase"}), erasure_plain.said_at_length),
    (frozenset({"erase"}), erasure_plain.told_before),
    (frozenset({"erased"}), erasure_plain.wished_gone),
    (REFUSING, erasure_plain.told_and_not_kept),
    (frozenset({"no"}), erasure_plain.or_else),
    (REFUSING | {"no", "disallow"}, erasure_keeping.not_to_be_kept),
    (REFUSING, erasure_keeping.not_to_be_had),
    (frozenset({"halt"}), erasure_keeping.halted),
    (frozenset({"takeback"}), erasure_keeping.taken_back),
    (frozenset({"takeout"}), erasure_keeping.taken_out),
    (frozenset({"erasure"}), _by_name),
)
