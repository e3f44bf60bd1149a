"""An order that something go, with the pieces that tell what it is and whose."""

from __future__ import annotations

from dataclasses import dataclass

from scoring.understanding.wishes.erasure_parts import (
    DATA,
    REFUSING,
    THERE,
    lately,
    mine,
    up_to_another_wish,
)
from scoring.understanding.wishes.opt_out_pieces import Pieces
from scoring.understanding.word_list import spellings

SETTLED = DATA | {"place", "own"}
FAR = 8  # pieces behind the order in which what is to go is named
PLACES = frozenset({"place", "your_place"})
JUST = spellings("vừa, mới, just")
WHATEVER = spellings(
    "mấy cái, những gì, cái gì, mấy thứ, mọi thứ, cái, gì, phần, điều, tất cả, hết, câu, lời,"
    "chuyện, những chuyện, whatever, everything"
)
CALLED = spellings("số đó, số ấy, sđt đó, email đó, tài khoản đó")


@dataclass(frozen=True, slots=True)
class Order:
    """An order that something go, with the pieces that tell how it is meant."""

    said: Pieces
    at: int
    thing: int  # what is to go
    clause: list[int]
    near: list[int]  # the clauses around it, and the one that names the thing
    rest: list[int]  # what follows in the clause, up to another wish
    held: list[int]  # "khỏi", "trong" before what holds data

    @classmethod
    def of(cls, said: Pieces, at: int, thing: int) -> Order:
        near = _near(said, at)
        named = [*said.clause(thing), *_listed_on(said, near[-1])]
        near += [one for one in named if one not in near]
        held = [one for one in near if said[one].may_be({"out_of"}) and _holds_data(said, one)]
        rest = up_to_another_wish(said, at)
        return cls(said, at, thing, said.clause(at), near, rest, held)

    def unsettled(self) -> list[int]:
        """What is near, but for the data, their owner and what holds them."""
        where = {place for one in self.held for place in self.said.next(one, 1)}
        return [
            one
            for one in self.near
            if not self.said[one].may_be(SETTLED)
            and one not in where
            and not _of_mine(self.said, one)
        ]


def happened_just_now(said: Pieces, place: int) -> bool:
    """ "số anh vừa nhắn", "mới gửi hồi nãy"."""
    return said[place].said in JUST and said.any({"given", "consented_to"}, said.next(place, 1))


def what_goes(said: Pieces, at: int) -> int | None:
    """It is named behind the order, in the clauses before it, or in the next one."""
    behind = up_to_another_wish(said, at)[:FAR]
    before = list(reversed(lately(said, at)))
    told_next = [one for one in said.behind(at) if said[one].clause <= said[at].clause + 2]
    for places in (behind, before, told_next):
        for one in places:
            if is_data(said, one):
                return one
    return next((one for one in _near(said, at) if _all_of_mine(said, one)), None)


def _all_of_mine(said: Pieces, place: int) -> bool:
    """ "đừng lưu gì của chị", "cho tôi ra khỏi cơ sở dữ liệu"."""
    before = list(said.before(place))[:1]
    if said[place].may_be({"keep"}) and said.any(REFUSING, before):
        return mine(said, said.next(place, 4))
    out = said[place].may_be({"outwards"}) and said.any({"place"}, said.next(place, 2))
    return out and mine(said, before)


def is_data(said: Pieces, place: int) -> bool:
    return said[place].may_be(DATA) or _handed_over(said, place)


def _handed_over(said: Pieces, place: int) -> bool:
    """ "mấy cái em khai ban nãy", "số đó": data, whatever they are."""
    if said[place].said in CALLED or said[place].said == "mine":
        return True
    following = [said[one].said for one in said.next(place, 1)]
    if said[place].said in WHATEVER and any(one.startswith(("của ", "cua ")) for one in following):
        return mine(said, said.next(place, 1))  # "cái gì của tôi thì xóa"
    lately_said = place > 0 and said[place - 1].said in JUST  # "những gì tôi vừa nhắn"
    given = said[place].may_be({"given"}) or (lately_said and said[place].may_be({"consented_to"}))
    if not given or place < 2:
        return False
    owner = place - 2 if lately_said and place > 2 else place - 1
    return mine(said, [owner]) and said[owner - 1].said in WHATEVER


def is_owned(said: Pieces, thing: int) -> bool:
    """Its owner stands beside it."""
    if mine(said, said.next(thing, 4)) or said[thing].said.startswith("my "):
        return True
    return thing > 0 and said[thing - 1].said in ("my", "our")


def _holds_data(said: Pieces, out: int) -> bool:
    """ "khỏi hệ thống", "trong sổ khách", "khỏi hồ sơ"."""
    if said.any(PLACES, said.next(out, 3)):
        return True
    file = any(said[one].said == "file" for one in said.next(out, 1))
    held = file or said.any({"data", "product", "you", "your_place"}, said.next(out, 1))
    return held and said[out].may_be({"outwards"})


def _of_mine(said: Pieces, place: int) -> bool:
    """ "văn phòng chúng tôi", "user của chị", "không còn là khách bên bạn"."""
    if not said[place].may_be({"third", "outsider"}):
        return False
    called_so = place > 0 and said[place - 1].said in ("là", "la")
    return called_so or said[place].said in THERE or mine(said, said.next(place, 1))


def _near(said: Pieces, at: int) -> list[int]:
    """Its clause, the two before and the next."""
    behind = [one for one in said.behind(at) if said[one].clause <= said[at].clause + 1]
    return [*lately(said, at), at, *behind]


def _listed_on(said: Pieces, last: int) -> list[int]:
    """ "hủy họ tên, địa chỉ, số điện thoại tôi đã cung cấp": what goes on being named."""
    behind = list(said.behind(last))
    goes_on = bool(behind) and said[behind[0]].may_be(DATA)
    return [one for one in behind if said[one].clause == said[behind[0]].clause] if goes_on else []
