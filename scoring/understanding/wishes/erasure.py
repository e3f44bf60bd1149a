"""A wish that the writer's personal data be erased, or not be kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from scoring.understanding.wishes.opt_out_pieces import Pieces, Span

DATA = frozenset({"data", "detail"})
BETWEEN = frozenset(
    {
        *("again", "skip", "polite", "own", "you", "all_of_it", "plea", "prep", "personal", "and"),
        *("given", "address"),
    }
)
AROUND = BETWEEN | DATA
AROUND |= {"list", "place", "out_of", "erase", "family", "reason", "keep", "erased"}
REFUSING = frozenset({"dont", "unwilling", "forbidden"})
OTHERS = frozenset({"outsider", "third", "others", "wrong"})
OF_A = ("số", "so", "sđt", "sdt", "tên", "ten", "thông tin", "thong tin", "tin nhắn", "tin nhan")
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
    strange = next((steps for steps, place in enumerate(rest) if not said[place].kinds), len(rest))
    near = rest[: min(NEAR, strange + 2)]
    if _anothers(said, near):
        return None
    owned = (
        _mine(said, range(at + 1, thing))
        or _mine_or_given(said, near)
        or said[thing].may_be({"personal"})
    )
    if said[thing].may_be({"data"}):
        # "hủy thông tin" alone may be of an order.
        sure = not said[at].may_be({"cancel_only", "remove_only"})
        wanted = owned or (sure and _all_around(said, rest))
    else:
        wanted = _a_detail_goes(said, at, thing, rest, owned=owned)
    return (at, thing) if wanted else None


def _a_detail_goes(said: Pieces, at: int, thing: int, rest: list[int], *, owned: bool) -> bool:
    """A number, a name: data only as the writer's own, and not only off a list."""
    if said.any({"new"}, said.behind(thing)):
        return False
    if said[at].may_be({"cancel_only"}) and not said[thing].may_be({"membership"}):
        return False
    if said[at].may_be({"remove_only"}) and not said.any({"place", "data"}, rest):
        return False
    if said.any({"list"}, rest):
        behind = rest[[said[one].may_be({"list"}) for one in rest].index(True) + 1 :]
        polite = all(said[one].may_be({"polite", "skip"}) for one in behind)
        if said[at].may_be({"remove_only"}) or said[at].said == "delete" or not polite:
            return False
    unkept = said.any({"dont"}, said.after(thing)) and said.any({"keep"}, said.after(thing))
    named = said.any({"address"}, [thing, *rest[:2]]) and said.any({"place"}, rest)
    return (owned or unkept or named) and (_all_around(said, rest) or said.any({"place"}, rest))


def _of_which_it_was_spoken(said: Pieces, at: int) -> Span | None:
    """ "lỡ cho số rồi, xóa giùm anh", "bên em giữ thông tin anh làm gì, xóa đi"."""
    if said[at].may_be({"cancel_only"}) or not _meant_of_that(said, at):
        return None
    due = _is_due(said, at)
    rest = list(said.after(at))
    ends = next((n for n, one in enumerate(rest) if said[one].may_be({"then"})), len(rest))
    rest = rest[:ends]
    if not due and (not _all_around(said, rest, {"wish"}) or said.any(DATA, rest)):
        return None
    thing = _spoken_of(said, at)
    if thing is None or not (due or said[at].may_be({"urged"}) or said.any(BETWEEN, rest)):
        return None
    detail = not said[thing].may_be({"data"})
    if detail and not _mine_or_given(said, range(max(0, thing - 3), min(at, thing + 4))):
        return None
    return thing, at


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
    if not things or said.any({"wrong", "others", "new", "outsider", "product"}, before):
        return None
    thing = things[-1]
    mine = _mine_or_given(said, range(max(0, thing - 3), at)) or said[thing].may_be({"personal"})
    return thing if mine else None


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
    about = said.any({"about_me", "given"}, rest) or said.any({"about_me"}, said.ahead(at))
    alone = len(said.clause(at)) == len(said) and _all_around(said, rest)
    return (at, rest[-1] if rest else at) if about or alone else None


def _me_from_the_system(said: Pieces, at: int) -> Span | None:
    """ "xóa tôi khỏi hệ thống"."""
    rest = list(said.after(at))
    if not _mine(said, rest[:2]) or not said.any({"out_of"}, rest[1:4]) or not _meant(said, at):
        return None
    system = said.any({"place"}, rest) and not said.any({"list", "others"}, rest[:4])
    return (at, rest[-1]) if system else None


def _not_to_be_kept(said: Pieces, at: int) -> Span | None:
    """ "đừng lưu số của tôi", "không đồng ý cho lưu thông tin"."""
    before = list(said.before(at))
    refused = said[at].may_be(REFUSING) or said.any({"plea"}, before)
    refused = refused or (not before and said.any({"again"}, said.after(at)))
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
            own = piece.may_be({"data"}) or _mine(said, range(kept, place))
            own = own or said.any({"own", "personal"}, rest)
            return (at, place) if own or (not rest and not said[at].may_be({"no"})) else None
        elif kept is None and piece.may_be({"data"}) and said[at].may_be({"unwilling"}):
            # "không muốn thông tin của tôi nằm trong hệ thống"
            return (at, place) if _mine(said, rest[:2]) and said.any({"place"}, rest) else None
        elif not piece.may_be(BETWEEN | {"more", "family"}):
            return None
    return None


def _taken_back(said: Pieces, at: int) -> Span | None:
    """ "rút lại sự đồng ý", "thu hồi thông tin đã cung cấp"."""
    if said.any({"dont", "no", "unwilling"}, said.before(at)):
        return None
    for place in said.after(at):
        piece, rest = said[place], list(said.after(place))
        if piece.may_be({"consent"}) and said[at].said != "rút":
            return None if said.any({"consented_to"}, rest) else (at, place)
        if piece.may_be(DATA):
            near = [*range(at, place), *rest[:4]]
            mine = _mine_or_given(said, near) or piece.may_be({"personal"})
            if not piece.may_be({"data"}):
                mine = said.any({"given"}, near)
            elsewhere = said.any({"out_of", "list", "others"}, rest[:4])
            return (at, place) if mine and not elsewhere else None
        if not piece.may_be(BETWEEN):
            return None
    return None


def _by_name(said: Pieces, at: int) -> Span | None:
    """ "the right to be forgotten"."""
    if said.any({"able", "outsider", "others", "product"}, said.before(at)):
        return None
    return None if said.any({"others", "outsider"}, said.after(at)) else (at, at)


def _thing(said: Pieces, at: int) -> int | None:
    """What is to be erased, right behind."""
    for place in said.after(at):
        if said[place].may_be(DATA | {"address"}):
            return place
        if not said[place].may_be(BETWEEN):
            return None
    return None


def _rest(said: Pieces, at: int) -> list[int]:
    """What follows in the clause, up to another wish: "xóa số tôi và đừng gọi"."""
    rest = list(said.after(at))
    return rest[: next((n for n, one in enumerate(rest) if said[one].may_be({"dont"})), len(rest))]


def _all_around(said: Pieces, places: Iterable[int], also: Iterable[str] = ()) -> bool:
    allowed = AROUND.union(also)
    return all(said[place].may_be(allowed) for place in places)


def _mine(said: Pieces, places: Iterable[int]) -> bool:
    """The writer's: "a" is an anh behind a thing named in Vietnamese, "i" no thing's owner."""
    return any(
        said[place].may_be({"own"})
        and (
            said[place].said not in ("a", "i", "we")
            or (said[place].said == "a" and place > 0 and said[place - 1].said in OF_A)
        )
        for place in places
    )


def _mine_or_given(said: Pieces, places: Iterable[int]) -> bool:
    near = list(places)
    return _mine(said, near) or said.any({"given", "personal"}, near)


def _meant(said: Pieces, at: int) -> bool:
    """Wanted, and no accident, no question of what the goods can do, no refusal."""
    before, behind = list(said.before(at)), said.next(at, NEAR)
    if said.any({"lost"}, behind[:1]):
        return False
    for steps, place in enumerate(before):
        piece = said[place]
        refused = piece.may_be(REFUSING | {"no"}) and not piece.may_be({"again", "own"})
        happened = piece.may_be({"happened"}) and not piece.may_be({"own", "polite"})
        if (steps < 4 and refused) or (steps < 3 and happened):
            return False
        if piece.may_be({"product", "outsider", "third"}) and not piece.may_be({"own"}):
            return False
    if said[said.clause(at)[-1]].may_be({"whether_or_not"}) and said.any({"whether"}, before):
        return False
    able = [place for place in before[:NEAR] if said[place].may_be({"able"})]
    return not able or (_mine(said, behind) and all(said[one].may_be({"may_i"}) for one in able))


def _meant_of_that(said: Pieces, at: int) -> bool:
    for place in list(said.before(at))[:3]:
        piece = said[place]
        happened = piece.may_be({"happened", "able"}) and not piece.may_be({"own", "suffers"})
        if piece.may_be(REFUSING | {"no"}) or happened:
            return False
    return not said[said.clause(at)[-1]].may_be({"whether_or_not", "tag"})


def _anothers(said: Pieces, near: list[int]) -> bool:
    """Others' data, or what is none; behind its owner a thing is no other's any more."""
    for place in near:
        piece = said[place]
        settled = piece.may_be({"place", "own"}) and not piece.may_be({"skip"})
        if piece.may_be(OTHERS) and not (settled and piece.may_be({"place"})):
            return True
        if settled:
            return False
    return False


READINGS: tuple[tuple[frozenset[str], Callable[[Pieces, int], Span | None]], ...] = (
    (frozenset({"erase", "erasing_noun"}), _erased),
    (frozenset({"erase"}), _of_which_it_was_spoken),
    (frozenset({"erased"}), _passive),
    (frozenset({"erase"}), _all_about_me),
    (frozenset({"erase"}), _me_from_the_system),
    (REFUSING | {"no"}, _not_to_be_kept),
    (frozenset({"takeback"}), _taken_back),
    (frozenset({"erasure"}), _by_name),
)
