"""A wish for erasure told as no rule foresaw: what speaks for it is weighed against the rest."""

from __future__ import annotations

from collections.abc import Iterable

from scoring.understanding.wishes.erasure_order import (
    PLACES,
    Order,
    happened_just_now,
    is_data,
    is_owned,
    what_goes,
)
from scoring.understanding.wishes.erasure_parts import (
    DATA,
    OTHERS,
    REFUSING,
    meant,
    mine,
)
from scoring.understanding.wishes.erasure_plain import HELPING
from scoring.understanding.wishes.opt_out_pieces import Pieces, Span
from scoring.understanding.word_list import spellings

# A point stands for .5 in the logarithm of the odds among the labelled messages in which something
# is to go, rounded by hand; at ENOUGH one in a thousand of the others passes.
ORDERS = frozenset({"erase", "erasing_noun", "strike", "vanish", "gone", "erased", "takeout"})
ENOUGH = 12
ENOUGH_IF_SURE = 9  # ordered to be erased, and the writer's
FOR = {
    "data": 4,  # what is to go can be nobody's goods
    "things": 3,  # each of up to three that are named
    "personal": 3,
    "own": 3,  # its owner stands beside it
    "mine": 3,  # the writer is spoken of at all
    "from_place": 3,  # "khỏi hệ thống"
    "taken_out": 3,  # "gỡ số điện thoại của anh ra"
    "all_of_it": 2,
    "unkept": 3,  # "đừng lưu lại"
    "kept": 2,  # storing, leaking, consent are spoken of
    "urged": 2,
    "asked": 2,
    "given": 1,
    "meant": 6,  # no refusal, accident or question of what can be done
}
AGAINST = {
    "list": -6,
    "weak": -6,  # cancelled or removed rather than erased
    "struck": -5,  # "bỏ số chị ra nhé": off a list, or into a bag
    "papers": -2,  # as a document or a picture may be, too
    "loose": -6,  # bỏ, dẹp: said of much else
    "others": -5,
    "wrong": -4,
    "again": -5,  # something else is to take its place
    "new": -4,
    "place_goes": -5,  # "xóa fanpage"
    "nobodys": -3,  # a file, a picture, and nobody it belongs to
    "happened": -3,
    "strange": -3,  # each unknown word between the order and what is to go
    "from_elsewhere": -4,
    "myself": -5,  # "mình xóa Facebook rồi"
    "able": -2,
    "question": -5,
    "unknown": -1,  # each unknown word in the clause
}
MOST = 3  # counted of a sign
MOST_ORDERS = 16  # the last ones: nobody who means it gives more, and each takes its time
ANOTHERS = OTHERS - {"wrong"}
MILD = frozenset({"polite", "again", "own"})
MYSELF = spellings("tôi, mình, tui, tao, tự, i, we")
REDONE = spellings("gửi lại, làm lại, nhập lại, cái khác, sai, ghi, thay, ghi nhầm, gõ nhầm")
REDONE |= spellings("không đúng, đúng, dung la")
UNMEANT = spellings("lỡ, trót, vô tình")
GOODS = frozenset({"does", "feature", "features"})  # what the goods can do is asked
OLD = spellings("cũ")
DOCUMENTS = tuple(
    spellings(
        "tờ khai, bản, hồ sơ, căn cước, cccd, lý lịch, kết quả, giấy, sổ, chứng minh, lịch sử"
    )
)
GERUNDS = spellings("deleting, erasing, removing, wiping, purging")
QUESTIONS = spellings(
    "bao lâu, khi nào, thế nào, như thế nào, hả, nhỉ, sao, tại sao, vì sao, what, how, why"
)
QUESTIONS |= {"à"}


def found(said: Pieces) -> Span | None:
    """The first of the orders that weighs enough."""
    orders = [at for at, piece in enumerate(said.all) if piece.may_be(ORDERS)]
    spans = (weighed(said, at) for at in orders[-MOST_ORDERS:])
    return next((span for span in spans if span is not None), None)


def weighed(said: Pieces, at: int) -> Span | None:
    """ "nói xóa sđt từ hôm qua tới giờ rồi mà, lẹ giùm"."""
    if _refused(said, at):
        return None
    thing = what_goes(said, at)
    if thing is None or _something_on_it(said, at, thing):
        return None
    order = Order.of(said, at, thing)
    kept_there = any(said.any(PLACES, said.next(out, 3)) for out in order.held)
    if not (kept_there or said[at].may_be(ORDERS - {"takeout"})):
        return None  # "lấy số của tôi"; "rút số ra khỏi tệp quảng cáo"
    speaks_for = _for(order)
    enough = ENOUGH_IF_SURE if speaks_for["meant"] and _erases(order) else ENOUGH
    points = sum(FOR[sign] * times for sign, times in speaks_for.items())
    if points < enough:
        return None
    points += sum(AGAINST[sign] * times for sign, times in _against(order).items())
    return (min(at, thing), max(at, thing)) if points >= enough else None


def _refused(said: Pieces, at: int) -> bool:
    """ "đừng xóa vội"."""
    before = list(said.before(at))[:2]
    if any(said[one].said in UNMEANT for one in before[:1]):
        return True
    if said.any({"suffers"}, before[:1]) and not said.any({"wish", "plea"}, said.before(at)):
        return True  # "dữ liệu bị xóa sạch"
    told = not said[at].may_be({"gone", "erased"}) or said[at].may_be({"erase"})
    told = told or any(said[one].said in HELPING for one in said.after(at))
    told = told or any(said[one].said == "cho" for one in said.before(at))  # "cho số tôi bay màu"
    if not told and not said.any({"wish", "plea"}, said.before(at)):
        return True  # "sao tin nhắn biến mất hết rồi"
    return any(said[one].may_be(REFUSING | {"no"}) and not said[one].may_be(MILD) for one in before)


def _something_on_it(said: Pieces, at: int, thing: int) -> bool:
    """ "ảnh thẻ của em xóa giúp vết thâm"."""
    picture = said[thing].may_be({"picture"}) or said[thing].said.startswith(("ảnh", "anh "))
    return picture and thing < at and any(not said[one].kinds for one in said.next(at, 2))


def _erases(order: Order) -> bool:
    """No mere removal, no number of somebody else's, and nothing that takes its place."""
    said, at = order.said, order.at
    erases = said[at].may_be({"erase"}) and not said[at].may_be({"cancel_only", "remove_only"})
    owned = mine(said, order.near) or is_owned(said, order.thing)
    redone = any(said[one].said in REDONE or said[one].may_be({"new"}) for one in order.near)
    return erases and owned and not redone and said[at].said not in GERUNDS


def _for(order: Order) -> dict[str, int]:
    """How often each sign is there."""
    said, at, thing, clause, near = order.said, order.at, order.thing, order.clause, order.near
    owned = is_owned(said, thing)
    return {
        "data": said[thing].may_be({"data"}),
        "things": min(MOST, sum(is_data(said, one) for one in near)),
        "personal": said.any({"personal"}, clause),
        "own": owned,
        "mine": owned or mine(said, near),
        "from_place": bool(order.held),
        "taken_out": any(said[one].said == "ra" for one in order.rest)
        and not said[at].may_be({"strike"}),
        "all_of_it": said.any({"all_of_it"}, clause),
        "unkept": any(
            said[one].may_be(REFUSING) and said.any({"keep"}, said.next(one, 2)) for one in near
        ),
        "kept": said.any({"keep", "consent", "feared", "whence"}, near),
        "urged": said[at].may_be({"urged", "erase_all"}),
        "asked": said.any({"plea", "polite", "wish"}, clause),
        "given": said.any({"given"}, [*said.next(thing, 4), *clause]),
        "meant": meant(said, at),
    }


def _against(order: Order) -> dict[str, int]:
    """How often each sign is there."""
    said, at, thing, clause, near = order.said, order.at, order.thing, order.clause, order.near
    rest, held, loose = order.rest, order.held, order.unsettled()
    between = [one for one in rest if one < thing] if thing in rest else rest[:MOST]
    since = [one for one in loose if said[one].clause >= said[at].clause]
    since = [one for one in since if not happened_just_now(said, one)]
    close = [one for one in loose if said[one].clause == said[at].clause]
    told = [one for one in close if not happened_just_now(said, one)]
    wrong = [one for one in close if not _old_data(said, one)]
    out = [one for one in rest if said[one].may_be({"outwards"}) or said[one].said == "from"]
    weak = said[at].may_be({"cancel_only", "remove_only"})
    papers = said.any({"document", "picture"}, [thing]) or said[thing].said.startswith(DOCUMENTS)
    papers = papers or (is_owned(said, thing) and said.any({"given"}, said.next(thing, 4)))
    kept_there = any(said.any(PLACES, said.next(one, 3)) for one in held)
    sure = weak or said[at].may_be({"erase", "gone", "erased", "takeout"})
    return {
        "list": said.any({"list"}, near),
        "struck": said[at].may_be({"strike"}) and not (held or said.any({"keep"}, near)),
        "weak": weak and not papers,
        "papers": weak and papers,
        "loose": not (sure or kept_there) or said[at].said in GERUNDS,
        "others": said[thing].may_be(ANOTHERS) or said.any(ANOTHERS, close),
        "wrong": said[thing].may_be({"wrong"}) or said.any({"wrong"}, wrong),
        "new": said.any({"new", "into"}, since),
        "again": any(said[one].said in REDONE for one in near),
        "place_goes": bool(rest)
        and said[rest[0]].may_be({"place"})
        and not said[rest[0]].may_be(DATA),
        "nobodys": not (said[thing].may_be({"data"}) or mine(said, near) or is_owned(said, thing)),
        "happened": said.any({"happened", "no", "dont"}, told),
        "strange": min(MOST, _unknown(said, between)),
        "from_elsewhere": any(one not in held for one in out),
        "myself": at > 0 and said[at - 1].said in MYSELF,
        "able": said.any({"able", "product"}, loose),
        "question": _asked(said, at, clause) or any(said[one].said in GOODS for one in near),
        "unknown": min(MOST, _unknown(said, clause)),
    }


def _asked(said: Pieces, at: int, clause: list[int]) -> bool:
    """ "bao lâu thì xóa", "có lịch sử xóa dữ liệu không"."""
    whether = said[clause[-1]].may_be({"whether_or_not"}) and said.any({"whether"}, said.before(at))
    return whether or any(said[one].said in QUESTIONS for one in clause)


def _old_data(said: Pieces, place: int) -> bool:
    """ "hồ sơ cũ của tôi": old, and no mistake."""
    return place > 0 and said[place].said in OLD and said[place - 1].may_be({"data"})


def _unknown(said: Pieces, places: Iterable[int]) -> int:
    return sum(not said[one].kinds for one in places)
