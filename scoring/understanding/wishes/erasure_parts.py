"""What a wish for erasure is read with: the kinds that matter, and whose the data are."""

from __future__ import annotations

from collections.abc import Iterable

from scoring.understanding.wishes.opt_out_pieces import Pieces

DATA = frozenset({"data", "detail"})
BETWEEN = frozenset(
    {
        *("again", "skip", "polite", "own", "you", "all_of_it", "plea", "prep", "personal", "and"),
        *("given", "number_said", "address", "by_when"),
    }
)
AROUND = BETWEEN | DATA
AROUND |= {"list", "place", "out_of", "erase", "family", "reason", "keep", "erased"}
REFUSING = frozenset({"dont", "unwilling", "forbidden"})
OTHERS = frozenset({"outsider", "third", "others", "wrong"})

THERE = frozenset({"bên đó", "ben do"})
SOMEONE = frozenset({"someone", "somebody", "anyone", "ai đó"})
ORDERING = frozenset(
    {"bảo", "bao", "nói", "noi", "yêu cầu", "yeu cau", "nhờ", "dặn", "kêu", "hứa", "hua"}
)
NEAR = 6  # pieces behind the thing erased, in which its owner is named


def all_around(said: Pieces, places: Iterable[int], also: Iterable[str] = ()) -> bool:
    allowed = AROUND.union(also)
    return all(said[place].may_be(allowed) for place in places)


def counted_in(said: Pieces, at: int) -> bool:
    """ "cho anh xin xóa", "em cho chị rút": asked for by the one it is about."""
    before = list(said.before(at))[:3]
    granted = any(said[one].said in ("cho", "để", "de") for one in before)
    return granted and mine(said, before)


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


def mine_and_given(said: Pieces, places: list[int]) -> bool:
    """ "em gửi hồi nãy", and not by mistake."""
    wrong = any(said[one].said.endswith("nhầm") for one in places)
    return mine(said, places) and said.any({"given"}, places) and not wrong


def mine_or_sent(said: Pieces, places: list[int]) -> bool:
    """ "the photos I sent": not those of yesterday."""
    return mine(said, places) or any(
        said[one].may_be({"given"}) and said[one].said.startswith(("i ", "đã", "da ", "vừa", "lỡ"))
        for one in places
    )


def mine_or_given(said: Pieces, places: Iterable[int]) -> bool:
    near = list(places)
    return mine(said, near) or said.any({"given", "personal"}, near)


def meant(said: Pieces, at: int) -> bool:
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
        happened = happened and not turned and not _told_already(said, place)
        happened = happened and not whom_to_ask(said, place)
        if (steps < 4 and refused) or (steps < 3 and happened):
            return False
        stranger = piece.may_be({"product", "outsider", "third"}) and not piece.may_be({"own"})
        called_so = place > 0 and said[place - 1].said in ("là", "la")
        # "không còn là khách bên bạn nữa", "hồ sơ của tôi bên đó"
        stranger = stranger and not called_so and piece.said not in THERE
        asked = piece.said in SOMEONE or (
            piece.may_be({"third", "outsider"}) and _addressed(said, place, at)
        )
        inside = place > 0 and piece.may_be({"place"}) and said[place - 1].may_be({"out_of"})
        if stranger and not (asked or inside):  # "could someone", "nhờ cửa hàng"
            return False
    ends = next((n for n, place in enumerate(before) if said[place].said in ("thì", "thi")), NEAR)
    able = [
        place
        for steps, place in enumerate(before[:NEAR])
        # "có lưu tin nhắn của mình thì xóa đi": nothing is asked there.
        if said[place].may_be({"able"}) and not (steps > ends and said[place].may_be({"whether"}))
    ]
    if said.any({"may_i"}, able):  # "có cách nào"
        able = [place for place in able if not said[place].may_be({"whether"})]
    elif said[said.clause(at)[-1]].may_be({"whether_or_not"}) and said.any({"whether"}, before):
        return False
    theirs = mine(said, behind) or any(
        said[one].said in ("this", "that", "it", "them") or said[one].said.startswith("i ")
        for one in behind[:3]
    )
    return not able or (theirs and all(said[one].may_be({"may_i"}) for one in able))


def _told_already(said: Pieces, place: int) -> bool:
    """ "đã bảo xóa dữ liệu của tao đi mà": it was ordered, not done."""
    return any(said[one].said in ORDERING for one in said.next(place, 1))


def whom_to_ask(said: Pieces, place: int) -> bool:
    """ "gặp ai để yêu cầu xóa thông tin của tôi"."""
    who = said[place].said == "ai" and place > 0
    return who and said[place - 1].said in ("gặp", "gap", "hỏi", "hoi", "với", "voi", "liên hệ")


def _addressed(said: Pieces, place: int, at: int) -> bool:
    """ "nhờ cửa hàng xóa", "cty xóa giúp tôi"."""
    first = place == 0 or said[place - 1].clause != said[place].clause
    asked = place > 0 and said[place - 1].may_be({"plea"})
    return asked or (first and place + 1 == at and said[at].may_be({"urged"}))


def lately(said: Pieces, at: int) -> list[int]:
    """What was said before in this clause and the two before it."""
    return [place for place in said.ahead(at) if said[place].clause >= said[at].clause - 2]


def up_to_another_wish(said: Pieces, at: int) -> list[int]:
    """What follows in the clause: "xóa số tôi và đừng gọi"."""
    rest = list(said.after(at))
    other = REFUSING | {"halt"}
    return rest[: next((n for n, one in enumerate(rest) if said[one].may_be(other)), len(rest))]
