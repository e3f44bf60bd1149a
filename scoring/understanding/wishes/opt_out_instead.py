"""What is wanted instead of the contact refused: another way, another time, something sent."""

from __future__ import annotations

from scoring.understanding.wishes.opt_out_frame import (
    FEEDS,
    OR,
    REACH,
    REFUSALS,
    UNSURE,
    Refusal,
    refused_here,
)
from scoring.understanding.wishes.opt_out_pieces import Pieces

LIMITS = frozenset({"time", "manner", "item", "called"})
DAILY = frozenset({"hàng ngày", "hang ngay", "hằng ngày", "mỗi ngày", "moi ngay", "daily"})
NOW = frozenset({"giờ", "gio", "bây giờ", "bay gio"})
OWN = (" tôi", " toi", " mình", " minh", " tui", " em", " anh", " chị", " chi", "family")
LONGEST_HOUR = 2  # digits
SHORTEST_PHONE = 6  # digits; less is an hour or an amount
CHANNELS = ("zalo", "viber", "telegram", "messenger", "whatsapp")
WAYS = REACH | {"channel"}


def limited(said: Pieces, one: Refusal) -> bool:
    """Not then, not so, not that, not to them: something else goes on."""
    seen = not one.acts.isdisjoint({"sense"})  # "đừng để chị thấy tin nữa"
    if (said.any({"speaker_calls"}, one.between) and not seen) or _may_be_used(said, one):
        return True
    if said.any({"arriving", "back_in"}, said.behind(one.last)) or _somebody(said, one):
        return True
    if any(said[place].said == "mai" for place in one.between) and not one.again:
        return True  # "dừng ở đây nhé mai chat tiếp"
    way = next((place for place in one.tail if not said[place].may_be({"prep"})), None)
    elsewhere = way is not None and said[way].may_be({"channel"}) and not said[way].may_be({"me"})
    mine = way is not None and said.any({"me"}, said.next(way, 3))  # "email công ty tôi"
    if elsewhere and not (one.again or mine or "bother" in one.acts):
        return True
    return _limited_behind(said, one) or said.any({"today"}, one.tail) or _limited_before(said, one)


def _may_be_used(said: Pieces, one: Refusal) -> bool:
    """ "dung goi nao" may be dùng gói nào, "dung … duoc khong" dùng … được không."""
    refusal = said[one.at].said
    if refusal == UNSURE and said[said.clause(one.at)[-1]].may_be({"or_not"}):
        return not one.again
    if refusal == UNSURE and said[one.at + 1].said.startswith(("so ", "số ")) and not one.again:
        return True  # "dung so nay goi cho toi"
    if refusal in (UNSURE, "ngung") and said[one.act].said == "goi moi" and not one.again:
        return True  # "dung goi moi" is dùng gói mới
    if refusal in (UNSURE, "ngung") and said[one.act].said in ("goi", "nhan"):
        return any(not said[place].kinds for place in said.next(one.last, 1))
    return False


def _somebody(said: Pieces, one: Refusal) -> bool:
    """ "don't contact the school": somebody who is not the writer."""
    if "dont" not in one.kinds or one.again or not said[one.act].said.isascii():
        return False
    behind = [place for place in said.next(one.last, 2) if said[place].said != "the"]
    english = said[one.at].said.startswith(("do", "never", "must"))
    return english and any(not said[place].kinds for place in behind[:1])


def _limited_behind(said: Pieces, one: Refusal) -> bool:
    for place in one.tail:
        piece = said[place]
        if piece.may_be({"again"}):
            return False
        dont = "dont" in one.kinds and ("stop" not in one.kinds or said[one.at].said == UNSURE)
        willing = "unwilling" not in one.kinds or said.any({"passive"}, one.between)
        spared = "bother" not in one.acts or dont or not willing or "forbidden" in one.kinds
        english = said[one.at].said.startswith(("do", "stop", "never", "no ", "must", "please"))
        more = piece.may_be({"more"}) and (said.any({"again"}, one.tail) or not english)  # thêm
        ended = "stop" in one.kinds and said[one.at].said != UNSURE
        if piece.may_be({"third", "outsider"}) and spared and not more:
            return not ((one.again or ended) and piece.may_be({"shared_line"}))
        near = one.again or ended or said.any({"me"}, one.tail)
        own = "bother" in one.acts and piece.said.endswith(OWN)  # "đừng làm phiền gia đình tôi"
        if piece.may_be({"family"}) and not near and not own:
            return True
        if piece.may_be({"until"}):  # "cho tới khi tôi liên hệ lại" leaves it to the writer
            return not said.any({"me"}, said.next(place, 1))
        limit = piece.may_be(LIMITS) and not piece.may_be(FEEDS | {"me"})
        limit = limit and not (one.again and piece.said in ("nhầm", "nham"))  # another's number
        limit = limit and not ("stop" in one.kinds and piece.said == "gấp")  # at once
        limit = limit and not (one.again and piece.said == "bằng" and "bother" in one.acts)
        if limit and _limits(said, one, place):
            return True
        count = piece.may_be({"number_said"}) and len(piece.said) < SHORTEST_PHONE
        if (
            count
            and piece.said != "1"
            and not said[place - 1].may_be({"number", "me", "number_said"})
        ):
            return True
    return False


def _limits(said: Pieces, one: Refusal, place: int) -> bool:
    if said[place].may_be({"called"}) and place > one.last + 2:
        return False
    if not said[place].may_be({"item"}):
        return True
    to_me = said.any({"me"}, [*one.between, *one.tail])
    daily = one.again and any(said[at].said in DAILY for at in one.tail)
    if daily and only_offers(said, one):
        return False  # "đừng gửi bảng giá hàng ngày nữa"
    no_customer = is_no_customer(said, one) and (one.again or "stop" in one.kinds)
    if ((one.again and to_me) or no_customer) and only_offers(said, one):
        return False  # "mình nghỉ công ty đó rồi, đừng gửi báo giá cho mình nữa"
    messages = said[one.act].said.startswith(("gửi tin", "gui tin", "gởi tin"))
    topic = "send" not in one.acts and place > one.last + 2  # "stop calling me about invoices"
    return not (messages or topic or feeds(said, one))


def _limited_before(said: Pieces, one: Refusal) -> bool:
    """ "tối nay đừng gọi"."""
    for place in said.before(one.at):
        piece = said[place]
        hour = piece.may_be({"number_said"}) and len(piece.said) <= LONGEST_HOUR
        if hour and not one.again:
            return True
        if said[place].said in NOW and "stop" in one.kinds and said[one.at].said != UNSURE:
            continue  # "giờ em ngừng nhắn giúp chị"
        if piece.may_be({"today"}) or (piece.may_be({"time", "now"}) and not one.again):
            return not piece.may_be({"again"})
        if not piece.may_be({"me", "you", "skip", "polite", "plea", "clock"}):
            return False
    return False


def is_no_customer(said: Pieces, one: Refusal) -> bool:
    """Told besides the refusal: "tiệm chị đóng cửa rồi"."""
    if not said.any({"no_customer"}):
        return False
    return any(said[at].may_be({"no_customer"}) for at in said.near(one.at) if at != one.at)


def only_offers(said: Pieces, one: Refusal) -> bool:
    """Prices and pictures, and no goods or papers that are due."""
    things = [at for at in one.tail if said[at].may_be({"item"})]
    return all(said[at].may_be({"offered"}) for at in things)


def feeds(said: Pieces, one: Refusal) -> bool:
    """Messages are what is refused, and not only the way they come: "qua mail"."""
    for place in (*range(one.at + 1, one.last + 1), *one.tail):
        piece = said[place]
        feed = piece.may_be(FEEDS) and not piece.may_be({"send", "vague"})
        if feed and not said[place - 1].may_be({"by_way"}) and not _address(said, one, place):
            return True
    return False


def _address(said: Pieces, one: Refusal, place: int) -> bool:
    """ "don't send the invoice to my personal email": where something else is sent."""
    before = range(one.act + 1, place)
    sent = [at for at in before if said[at].may_be({"item"})]
    return bool(sent) and said.any({"prep", "into_place"}, range(sent[0] + 1, place))


def only_now(said: Pieces, one: Refusal) -> bool:
    """Said for the moment or for an errand, so "nữa" is wanted for a wish."""
    forbids = "cấm" in said[one.at].said or said[one.at].said == "never"
    if (said.any({"busy"}) and "dont" in one.kinds and not forbids) or said.any({"deliver"}):
        return True
    inside = {*one.whole, *one.tail}
    rest = [place for place in said.near(one.at) if place not in inside]
    for place in rest:
        turned_down = said.any(REFUSALS, said.before(place))
        if said[place].may_be({"channel"}) and _nodded(said, place) and not turned_down:
            return True
        never = said[one.act].said.startswith("contact")  # "I'll reach out; do not contact me"
        ended = "stop" in one.kinds and said[one.at].said != UNSURE
        calls = said[place].may_be({"speaker_calls"}) and not (never or ended)
        if calls and not said.any({"threat"}, said.after(place)):
            return True
    reached = any(
        said[place].may_be(REACH)
        and not refused_here(said, place, one.at)
        and not _complained_of(said, place)
        for place in rest
    )
    return (reached and said.any({"later", "time"}, rest)) or wants_more(said, one)


def _complained_of(said: Pieces, place: int) -> bool:
    """ "you guys call during my night shift": it is what they do."""
    doing = said[place - 1] if place > 0 else None
    return doing is not None and doing.may_be({"you"}) and doing.said.isascii()


def wants_more(said: Pieces, one: Refusal) -> bool:
    """Behind the refusal something is asked for, so the contact goes on."""
    if not said.any({"request"}) and not (said.any({"send"}) and said.any({"item"})):
        return False
    for place in (*said.behind(one.last), *said.ahead(one.at)):
        sent = said[place].may_be({"send"}) and said.any({"item"}, said.next(place, 3))
        if place < one.at:  # "gửi hóa đơn vào mail công ty, đừng gửi mail cá nhân"
            told = said.any({"told", "speaker_calls"}, said.clause(place))
            begins = not list(said.before(place))
            if sent and begins and not told and not one.again:
                return True
            continue
        elsewhere = said.any({"vendor", "third"}, said.next(place, 1))  # "đã chốt bên khác"
        asked = said[place].may_be({"request"}) and not elsewhere
        if (sent or asked) and not refused_here(said, place):
            return True
    return False


def other_way(said: Pieces, one: Refusal) -> bool:
    """Not this way but that way: "đừng nhắn, gọi cho anh"."""
    for place in said.near(one.at):
        piece = said[place]
        if place in one.whole or not piece.may_be(WAYS) or _is_noun(said, one, place):
            continue
        if place in one.tail and said[place - 1].said == "my":
            continue  # "stop sending content to my WhatsApp"
        if refused_here(said, place, one.at) or (piece.may_be({"any"}) and place < one.at):
            continue
        if _named_together(said, one, place):
            continue
        if one.again and said[place].said.endswith(("nhầm", "nham")):
            continue  # "nhắn nhầm người rồi"
        if one.again and said.any({"speaker_calls"}, list(said.before(place))[:5]):
            continue  # "đừng nhắn nữa, khi nào cần anh tự liên hệ"
        if piece.kinds & WAYS & one.acts:
            if _in_that_place(said, place, one) or (not one.again and _elsewhere(said, place, one)):
                return True
            continue
        if "any" in one.acts and not (place > one.last and _wished(said, place)):
            continue
        if _asked_for(said, place, one):
            return True
    return False


def _named_together(said: Pieces, one: Refusal, place: int) -> bool:
    """ "do not call, text or email me": one list of what is refused."""
    going_on = said[one.at].said.endswith(("tiếp tục", "tiep tuc"))
    if going_on and place == one.last + 1:
        return True  # "không tiếp tục nhắn tin, gọi điện cho tôi": nobody goes on with a wish
    between = range(one.last + 1, place)
    joined = [at for at in (*between, *said.next(place, 2)) if said[at].said in OR]
    return bool(joined) and all(said[at].may_be(REACH | {"and"}) for at in between)


def _is_noun(said: Pieces, one: Refusal, place: int) -> bool:
    """ "email" that is read, and nothing that somebody is to do."""
    noun = said[place].may_be({"feed", "device"})
    if not noun or said[place].said.startswith("nhan"):
        return False
    if place in one.tail:
        return True
    following = said.next(place, 1)
    wished = _wished(said, place) and said.any({"nod"}, following)
    return not wished and not said.any({"me", "prep", "rather", "it", "privately"}, following)


def _asked_for(said: Pieces, place: int, one: Refusal) -> bool:
    behind = [at for at in said.after(place) if place > one.last or at < one.at][:3]
    before = [at for at in said.before(place) if at > one.last or at < one.at][:3]
    if place > one.last:
        ended = [n + 1 for n, at in enumerate(one.tail) if said[at].may_be({"again"})][:1]
        before = [at for at in before if at not in one.tail[: sum(ended)]]
    if said.any({"better"}, said.after(place)) and place > one.last:
        return True
    if said.any({"better"}, behind[:1]):
        return True
    if not said[place].may_be(REACH) and said[place].said.startswith("qua "):
        return _nodded(said, place)
    for at in (*before, *behind):  # what was done is no wish: "ngày nào cũng gọi"
        told = said[at].may_be({"told", "again"}) and not said[at].may_be({"rather", "skip"})
        if told or (at > place and said[at].may_be({"much"}) and said[at].may_be({"told"})):
            return False
    if not said[place].may_be(REACH):
        return _nodded(said, place)
    following = next(said.after(place), None)
    alone = following is None and said[place - 1].may_be({"loosely"})
    if _wished(said, place) and not alone:
        return True
    if following is None or following == one.at:
        return True
    return said.any({"me", "polite", "prep", "channel", "number_said", "you"}, behind)


def _wished(said: Pieces, place: int) -> bool:
    return said.any({"rather"}, list(said.before(place))[:2])


def _nodded(said: Pieces, place: int) -> bool:
    """ "zalo nhé", "just email": the way is wished."""
    through = said[place].said.startswith("qua ") and not said.any(REACH, [max(0, place - 1)])
    return through or _wished(said, place) or said.any({"nod"}, said.next(place, 1))


def _elsewhere(said: Pieces, place: int, one: Refusal) -> bool:
    """ "gọi số 0912345678", "nhắn zalo": the same way, but there."""
    named = [name for name in CHANNELS if name in said[place].said]
    if named and not any(name in said[one.act].said for name in named):
        return True
    if said.any({"other_number"}, said.next(place, 4)):
        return True
    whom = [at for at in said.next(place, 3) if not said[at].may_be({"prep", "skip"})][:1]
    return said.any({"family", "third"}, whom) and not said.any({"me"}, whom)


def _in_that_place(said: Pieces, place: int, one: Refusal) -> bool:
    """ "gọi số 0912345678", "nhắn riêng cho chị": there it goes on, if nowhere else."""
    if refused_here(said, place):
        return False
    named = [name for name in CHANNELS if name in said[place].said]
    if named and said.any({"channel"}, one.tail):
        return not any(name in said[at].said for name in named for at in one.tail)
    if said[place].may_be({"privately"}) or said.any({"privately"}, said.next(place, 1)):
        return True
    return any(
        said[at].may_be({"number_said"}) and len(said[at].said) >= SHORTEST_PHONE
        for at in said.next(place, 4)
    )
