"""Wishes that the wooing ends: no more offers, prices, invitations to the writer."""

from __future__ import annotations

from scoring.understanding.wishes.opt_out_frame import UNSURE, Refusal
from scoring.understanding.wishes.opt_out_instead import (
    DAILY,
    is_no_customer,
    only_offers,
    other_way,
    wants_more,
)
from scoring.understanding.wishes.opt_out_pieces import Pieces

# What the writer has by now, and that it is so.
BOUGHT = frozenset({"mua", "sắm", "sam", "tậu", "xây", "bought"})
GOT = BOUGHT | {"chốt", "chot", "ký", "ky", "chọn", "có", "co", "đặt"}
GOT |= {"found", "got", "have", "chosen", "signed"}
DONE = frozenset({"rồi", "roi", "xong", "already", "elsewhere"})
ANSWERING = frozenset({"trả lời", "tra loi", "reply", "hỏi", "hoi"})
INVITING = frozenset({"mời", "moi", "rủ", "ru", "rủ rê", "lôi", "invite", "inviting"})
SINCE = ("từ", "kể từ", "tu ", "ke tu", "from")


def settled(said: Pieces, one: Refusal) -> bool:
    """ "mua xong rồi, đừng gửi mẫu cho chị nữa": nothing is left to be sent."""
    if not one.again and "stop" not in one.kinds:
        return False
    clause = said[one.at].clause
    ahead = [at for at in said.ahead(one.at) if said[at].clause < clause]
    got = any(said[at].said in GOT for at in ahead)
    to_me = said.any({"me"}, [*one.between, *one.tail]) or any(
        said[at].said in BOUGHT for at in ahead
    )
    return got and to_me and any(said[at].said in DONE for at in ahead)


def from_now_on(said: Pieces, one: Refusal) -> bool:
    """ "từ nay em khỏi gửi bảng hàng cho tôi nữa nhé"."""
    ahead = [said[at].said for at in said.before(one.at) if said[at].may_be({"again"})]
    since = any(words.startswith(SINCE) for words in ahead)
    return since and one.again and said.any({"me"}, one.tail)


def goods_no_more(said: Pieces, one: Refusal) -> bool:
    """ "đừng gửi bảng giá thép cho anh nữa", "stop sending me rates"."""
    if not only_offers(said, one) or not (
        one.ordered or "needless" in one.kinds or ("no" in one.kinds and one.pleaded)
    ):
        return False
    to_me = said.any({"me"}, [*one.between, *one.tail])
    ended = "stop" in one.kinds and said[one.at].said != UNSURE
    if one.again or (ended and is_no_customer(said, one)):
        daily = any(said[at].said in DAILY for at in one.tail)
        return to_me or daily or is_no_customer(said, one)
    following = [said[at].said for at in said.next(one.act, 2)]
    to_the_writer = following[:1] in (["me"], ["us"]) and "to" not in following
    return "stop" in one.kinds and said[one.act].said == "sending" and to_the_writer


def sold_no_more(said: Pieces, one: Refusal) -> bool:
    """ "tiệm chị đóng cửa rồi, đừng tư vấn phần mềm cho chị nữa"."""
    if not (one.again and said[one.act].may_be({"selling", "invite"})):
        return False
    if wants_more(said, one) or other_way(said, one) or not _directed(said, one):
        return False
    if said[one.act].said in ANSWERING or said.any({"bot"}, one.tail):
        return False
    me = said.any({"me"}, one.tail) and not said.any({"gives", "ask"})
    return me or is_no_customer(said, one)


def invited_no_more(said: Pieces, one: Refusal) -> bool:
    """ "đừng mời chị vào nhóm nữa": asked again and again to come."""
    asked = said[one.act].may_be({"invite"}) and _directed(said, one)
    ended = "stop" in one.kinds and said[one.at].said != UNSURE
    insisted = asked and (one.again or ended) and not said.any({"third", "outsider"}, one.tail)
    me = said.any({"me"}, [*one.between, *one.tail])
    inviting = said[one.act].said in INVITING or said.any({"list"}, one.tail)
    known = all(said[at].kinds for at in one.tail) and not said.any({"item"}, one.tail)
    whom = inviting and (me or (one.again and known))
    return insisted and (whom or said.any({"gathering"}))


def _directed(said: Pieces, one: Refusal) -> bool:
    """An order; or "thôi không mời mình nữa bạn nhé"."""
    nodded = said.any({"nod"}, one.tail)
    return one.ordered or "needless" in one.kinds or ("no" in one.kinds and nodded)
