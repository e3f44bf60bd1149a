"""Wishes that name the messages before what ends them: "make these messages stop"."""

from __future__ import annotations

from scoring.understanding.wishes.opt_out_frame import (
    REACH,
    REFUSALS,
    UNSURE,
    all_around,
    asks,
    told_of_others,
    turned_round,
)
from scoring.understanding.wishes.opt_out_pieces import Pieces, Span

# What comes to an end: messages, or what is pointed at.
ENDING = frozenset({"feed", "promo", "text", "call", "mail", "contact"})
# Who says so would have it: how to, make it, want it, it must.
WISHED = frozenset({"howto", "forced", "say", "plea", "bring_about"})
LEFT_OFF = frozenset({"thôi nhận", "thoi nhan", "thôi không nhận", "thoi khong nhan"})
OVER = frozenset({"hết", "het", "thôi", "thoi", "ngừng", "ngung", "dừng", "ngưng", "chịu thôi"})
PASSED_OVER = frozenset({"skip", "polite", "me", "you", "it", "promo"})


def made_to_stop(said: Pieces, at: int) -> Span | None:
    """ "how do I make these messages stop", "muốn mấy tin này chấm dứt"."""
    if said[at].said == UNSURE or turned_round(said, at) or told_of_others(said, at):
        return None
    if asks(said, at) or not all_around(said, said.after(at)):
        return None
    before = list(said.before(at))
    if said.any(REFUSALS - {"no", "less"}, before) or said.any({"ask"}, before):
        return None
    things = [one for one in before if said[one].may_be(ENDING)]
    if things and said.any({"must_end"}, range(things[0] + 1, at)):  # "these calls must stop"
        return (things[-1], at) if said.any({"feed"}, things) else None
    if things and said.any({"plea"}, range(things[0] + 1, at)):  # "mọi liên hệ xin ngừng tại đây"
        return (things[-1], at) if said.any({"feed", "contact"}, things) else None
    if not things and _complained_and_told(said, at):
        return at, at
    # "ba cái cuộc gọi chào sim này dẹp giùm tui đi"
    behind = said.next(at, 3)
    if (
        said.any({"feed"}, things)
        and said.any({"urging"}, behind[:1])
        and said.any({"nod"}, behind)
    ):
        return things[-1], at
    for place in before if things else ():
        piece = said[place]
        if piece.may_be(WISHED) and place < things[0]:
            pointed = piece.may_be({"forced", "bring_about"})
            named = any(said[one].may_be({"feed"}) for one in things) or pointed
            return (place, at) if named else None
        if not piece.may_be(ENDING | PASSED_OVER):
            return None
    return None


def _complained_and_told(said: Pieces, at: int) -> bool:
    """ "nhắn tin mỗi ngày, giờ thì dừng lại giúp tôi"."""
    earlier = [one for one in said.ahead(at) if said[one].clause < said[at].clause]
    reached = sum(said[one].may_be(REACH | {"feed", "bother"}) for one in earlier)
    complained = reached > 1 or (reached and said.any({"much"}, earlier))
    goods = said.any({"item", "product", "outsider", "vendor", "business"}, earlier)
    before = all(
        said[one].may_be({"skip", "polite", "plea", "now", "you"}) for one in said.before(at)
    )
    told = said.any({"urging"}, said.next(at, 2)) or said.any({"every"}, said.next(at, 1))
    return bool(complained) and not goods and before and told


def switched_off(said: Pieces, at: int) -> Span | None:
    """ "turn these notifications off"."""
    if turned_round(said, at) or told_of_others(said, at) or asks(said, at):
        return None
    named = False
    for place in said.after(at):
        piece = said[place]
        if piece.may_be({"off"}) and named:
            return (at, place) if all_around(said, said.after(place)) else None
        sent = said.any({"feed", "receive"}, said.ahead(at))
        told = (piece.said in ("them", "it") or piece.may_be({"pronoun"})) and sent
        named = named or told or piece.may_be({"feed"})
        if told:
            continue
        if not piece.may_be(PASSED_OVER | {"feed", "more", "again"}):
            return None
    return None


def pointed_at(said: Pieces, at: int) -> Span | None:
    """ "I don't want these anymore": to a bot, with nothing else it could be."""
    if said.any({"product", "outsider", "item"}) or not all(one.kinds for one in said.all):
        return None
    if turned_round(said, at) or asks(said, at):
        return None
    for place in said.after(at):
        piece, rest = said[place], list(said.after(place))
        if piece.may_be({"pointed"}):
            lasting = said[at].may_be({"nomore"}) or said.any({"again"}, rest)
            return (at, place) if lasting and all_around(said, rest) else None
        if not piece.may_be({"skip", "polite", "more"}):
            return None
    return None


def act_switched_off(said: Pieces, at: int) -> Span | None:
    """ "tắt giùm cái vụ nhắn tin này đi": the act is named as a thing."""
    if turned_round(said, at) or told_of_others(said, at) or asks(said, at):
        return None
    thing = False
    for place in said.after(at):
        piece, rest = said[place], list(said.after(place))
        if thing and piece.may_be({"text", "call", "mail", "bother"}):
            return (at, place) if all_around(said, rest) else None
        thing = thing or piece.may_be({"made_a_thing"})
        if not piece.may_be({"skip", "polite", "made_a_thing", "you", "much"}):
            return None
    return None


def left_off(said: Pieces, at: int) -> Span | None:
    """ "thôi nhắn tin chào mời đi nhé": left off is what is a nuisance."""
    ahead = list(said.before(at))
    if not (said[at].may_be({"enough_said"}) or said[at].said in LEFT_OFF):
        return None
    before = {"polite", "you", "skip", "so", "reason", "again", "me"}
    if not all(said[one].may_be(before) for one in ahead):
        return None
    if asks(said, at) or told_of_others(said, at):
        return None
    weary = said.any({"much", "insist", "threat"}, said.ahead(at))
    to_a_bot = said.any({"bot"}, range(at)) and all(
        said[one].may_be({"bot", "you", "polite", "skip"}) for one in range(at)
    )
    weary = weary or to_a_bot or said.any({"no_customer"}, said.behind(at))
    told = said.next(at, 1)
    named = said.any({"feed"}, said.ahead(at)) and (said.any({"again", "nod"}, told) or not told)
    from_now = said.any({"again"}, ahead) and said.any({"me"}, said.next(at, 2))
    if (named or from_now) and said[at].said in LEFT_OFF:
        return at, at  # "tin tự động cứ gửi mãi, thôi không nhận nữa"
    if weary and said[at].said in LEFT_OFF and said.any({"urging"}, said.next(at, 2)):
        return at, at  # "nhắn hoài, thôi nhắn đi"
    pleaded = said.any({"plea"}, list(said.before(at))[:1])
    rest = list(said.after(at))
    if weary and pleaded and all(said[one].may_be({"urging", "me", "polite"}) for one in rest):
        return at, at  # "ngày nào cũng gọi, làm ơn thôi giúp tôi"
    for place in said.next(at, 3):
        piece = said[place]
        if piece.may_be({"bother"}):
            return at, place
        last = said.next(place, 3)
        suffered = said.any(REACH | {"feed"}, said.ahead(at)) and said.any({"nod"}, last)
        urged = (said.any({"urging"}, last) or suffered) and last[-1] == len(said) - 1
        if weary and urged and piece.may_be(REACH) and said[at].may_be({"enough_said"}):
            return at, place
        if not piece.may_be({"skip", "text", "send", "call"}):
            return None
    return None


def asked_how_long(said: Pieces, at: int) -> Span | None:
    """ "khi nào bạn mới hết làm phiền tôi", "bao giờ mới thôi gọi"."""
    if not said[at].said.startswith(("khi nào", "khi nao", "bao giờ", "bao gio")):
        return None
    over = act = None
    for place in said.after(at):
        piece = said[place]
        if over is not None and piece.may_be(REACH | {"bother", "send"}):
            act = place
            break
        if piece.said in OVER:
            over = place
        elif not piece.may_be({"you", "skip", "every", "me"}):
            return None
    return (at, act) if act is not None else None


def kept_out(said: Pieces, at: int) -> Span | None:
    """ "get these out of my inbox", "I don't want this on my phone"."""
    if turned_round(said, at) or told_of_others(said, at) or asks(said, at):
        return None
    named = away = False
    for place in said.after(at):
        piece = said[place]
        if named and away and piece.may_be({"my_inbox"}):
            return at, place
        inside = piece.may_be({"prep", "into"}) or piece.said == "in"
        away = away or (named and (piece.may_be({"out_of"}) or inside))
        named = named or piece.may_be({"promo", "feed"})
        if not (away or piece.may_be({"promo", "feed", "skip", "polite", "more"})):
            return None
    return None


def in_peace(said: Pieces, at: int) -> Span | None:
    """ "để người ta yên", "xin hãy để gia đình tôi yên"."""
    ahead = said.before(at)
    if not all(said[one].may_be({"polite", "plea", "you", "skip", "so", "me"}) for one in ahead):
        return None
    whom = False
    for place in said.after(at):
        piece = said[place]
        if whom and piece.may_be({"at_peace"}):
            plain = all(said[one].may_be({"polite", "reason"}) for one in said.next(place, 1))
            asked = said.any({"plea"}, [*said.before(at), *range(at, place)])
            asked = asked or said[at].said == "để"
            return (at, place) if plain and asked else None
        whom = whom or piece.may_be({"me", "family"})
        if not piece.may_be({"me", "family", "polite", "granted", "plea"}):
            return None
    return None


def put_last(said: Pieces, at: int) -> Span | None:
    """ "gọi cũng đừng, nhắn cũng đừng"."""
    if at < 2 or said[at - 1].said not in ("cũng", "cung") or not said[at - 2].may_be(REACH):
        return None
    return (at - 2, at) if all_around(said, said.after(at)) else None
